"""W3C «Requirements for Chinese Text Layout» (clreq), chapter 3: lines as they stand in the PDF.

docs/clreq.md names for every clause the test that proves it; those that nothing else proves are here.
"""

from __future__ import annotations

import subprocess
from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise

import pytest
from fontTools.pens.boundsPen import BoundsPen
from fontTools.ttLib import TTFont

from plugins.hanzi import spacing
from plugins.hanzi.marks import CLOSING, MIDDLE, OPENING, STOPS, may_not_end, may_not_start
from plugins.hanzi.scripts import is_han
from plugins.press.bodies import DOTTED, RUBY, _dotted, _ruby
from plugins.press.emphasis import dot_place
from plugins.press.lines.paragraph import Line, Paragraph, spaces_after
from plugins.press.quality.reader import Char
from tests.press.specimen import (
    COLUMN,
    EM,
    PITCH,
    PX_PER_PT,
    Row,
    boxes,
    edges,
    lines,
    only,
    printed,
    whites,
    words,
)

pytestmark = pytest.mark.press
HAIR = 0.05  # pt
FULL = "江河湖海山川草木日月星辰春夏秋冬东西南北天地"
#: A text full of marks: every place of a line comes to stand at its edge in one measure or another.
MARKED = (
    "要求“水清、岸绿”（见《条例》第3条）；省厅《关于“十四五”治水的通知》（岚环函〔2020〕26号）指出：“抓早、抓小，"
    "不等不靠！”——这就是办法……PM2.5降到35微克/立方米，比上年下降6.5%；买买提·江说，京—津—冀一线，3～5天见效。"
)


def paragraph(text: str, width: float | None = None, indent: float = 0) -> str:
    """A paragraph without indent (em), as wide as said (em)."""
    measure = f"width:{width}em;" if width else ""
    return f'<p style="text-indent:{indent}em;{measure}">{text}</p>'


def ink(char: str, family: str = "Noto Serif CJK SC") -> tuple[float, float]:
    """Left and right edge of the ink of a character in its em."""
    question = ["fc-match", "-f", "%{file} %{index}", f"{family}:style=Regular"]
    answer = subprocess.run(question, capture_output=True, text=True, check=True)
    file, _, index = answer.stdout.rpartition(" ")
    with TTFont(file, fontNumber=int(index)) as font:
        glyphs, pen = font.getGlyphSet(), None
        pen = BoundsPen(glyphs)
        glyphs[font.getBestCmap()[ord(char)]].draw(pen)
        assert pen.bounds
        return pen.bounds[0] / font["head"].unitsPerEm, pen.bounds[2] / font["head"].unitsPerEm


# 2.1 Characters and the principles of setting them.


@pytest.mark.parametrize("html", ["{}", "<b>{}</b>", "<em>{}</em>"], ids=["song", "hei", "kai"])
def test_han_characters_are_one_em_wide_in_every_face(html: str) -> None:
    row = only(paragraph(html.format("治〇龘污")), size=EM)
    assert [(each.x1 - each.x0) / each.size for each in row] == pytest.approx([1.0] * 4)


def test_han_characters_stand_without_white() -> None:
    first, last = lines(paragraph(FULL + FULL[:5]))
    assert set(whites(first).values()) | set(whites(last).values()) == {0.0}
    assert [each.x0 for each in last] == pytest.approx([each.x0 for each in first[:5]], abs=HAIR)


def test_letter_spacing_is_kept() -> None:
    row = only('<p style="text-indent:0;letter-spacing:.5em">治理污染</p>')
    assert list(whites(row).values()) == pytest.approx([0.5] * 3, abs=0.01)


def test_a_line_shortened_by_prohibition_is_spread_evenly() -> None:
    first, _ = lines(paragraph(FULL[:20] + "“治”“理”好"))
    assert words(first) == FULL[:20]
    assert list(whites(first).values()) == pytest.approx([2 / 19] * 19, abs=0.01)
    assert first[-1].x1 == pytest.approx(edges()[1], abs=HAIR)


def test_a_full_line_holds_22_characters() -> None:
    (row,) = lines(paragraph(FULL))
    assert words(row) == FULL
    assert row[-1].x1 - row[0].x0 == pytest.approx(22 * EM) == COLUMN


def test_the_line_gap_is_one_and_at_least_half_the_size() -> None:
    mixed = (
        "治<b>粗</b><em>楷</em>PM<sub>2.5</sub>m<sup>3</sup>"
        '<em class="dots"><span class="dot">着</span></em>“《》”——……'
    )
    found = [row[0].baseline for row in lines(paragraph(mixed * 9))]
    assert len(found) > 4
    assert [b - a for a, b in pairwise(found)] == pytest.approx(
        [PITCH] * (len(found) - 1), abs=0.01
    )
    assert 0.5 <= (PITCH - EM) / EM <= 1


# 3.1 Punctuation.


def test_curly_quotes_are_chinese_and_full_width() -> None:
    row = only(paragraph("治“A‘B’C”理"))
    widths = {each.text: (each.x1 - each.x0) / each.size for each in row}
    assert [widths[mark] for mark in "“‘’”"] == [1, 1, 1, 1]
    assert {each.font for each in row} == {"Noto-Serif-CJK-SC"}


@pytest.mark.parametrize("mark", ["——", "……", "⋯⋯", "⸺"])
@pytest.mark.parametrize("face", ["{}", "<em>{}</em>", "<b>{}</b>"])
def test_dash_and_ellipsis_take_two_em(mark: str, face: str) -> None:
    row = only(paragraph(face.format(f"治{mark}理")))
    size = row[0].size
    assert (row[-1].x0 - row[0].x1) / size == pytest.approx(2, abs=0.01)


def test_two_ellipses_stay_together_and_take_four_em() -> None:
    row = only(paragraph("治…………理"))
    assert (row[-1].x0 - row[0].x1) / EM == pytest.approx(4, abs=0.01)
    _, second = lines(paragraph(FULL[:20] + "…………"))
    assert words(second).endswith("…………")


@pytest.mark.parametrize("mark", "—～")
def test_a_long_connector_takes_one_em(mark: str) -> None:
    row = only(paragraph(f"京{mark}津"))
    assert (row[2].x0 - row[0].x1) / EM == pytest.approx(1, abs=0.01)


@pytest.mark.parametrize("family", ["Noto Serif CJK SC", "Noto Sans CJK SC", "LXGW WenKai"])
def test_the_ink_of_marks_stands_where_the_mainland_has_it(family: str) -> None:
    """Stops at the left, halves of brackets beside what they hold, dots of an ellipsis in the middle."""
    assert all(ink(mark, family)[1] <= 0.505 for mark in "，。、；：？！）》")
    assert all(ink(mark, family)[0] >= 0.5 for mark in "（《")
    assert sum(ink("…", family)) == pytest.approx(1, abs=0.03)


@pytest.mark.parametrize("width", range(7, 23))
def test_no_prohibited_mark_at_either_edge_and_every_line_full(width: int) -> None:
    found = lines(paragraph(MARKED * 2, width))
    left = edges()[0]
    for row in found:
        assert not may_not_start(row[0].text), words(row)
        assert not may_not_end(row[-1].text), words(row)
    for row in found[:-1]:
        assert row[0].x0 == pytest.approx(left, abs=HAIR)
        assert right_of(row[-1]) == pytest.approx(left + width * EM, abs=0.1), words(row)


def right_of(char: Char) -> float:
    """Where a character ends for the line: a full-width mark with its blank half outside."""
    half = char.text in CLOSING | STOPS | MIDDLE and char.x1 - char.x0 > 0.9 * char.size
    return char.x1 - char.size / 2 * half


@pytest.mark.parametrize("mark", ["——", "……", "—", "～"])
@pytest.mark.parametrize("before", range(17, 23))
def test_no_line_parts_a_double_mark_or_begins_with_a_connector(mark: str, before: int) -> None:
    whole = "|".join(map(words, lines(paragraph(FULL[:before] + mark + FULL))))
    assert mark in whole
    assert before == 22 or len(mark) > 1 or f"|{mark}" not in whole


def test_push_in_before_push_out() -> None:
    """A mark that would begin a line is taken in by what other marks can give."""
    first, second = lines(paragraph("江河，湖海、山川，草木、日月，星辰、春夏秋冬，东西南北天地"))
    assert len(first) == 23
    assert words(first).endswith("冬，")
    assert min(whites(first).values()) < 0
    assert words(second) == "东西南北天地"


def test_squeezed_pairs_make_room_before_lines_are_broken() -> None:
    first, _ = lines(paragraph("江，《河》《湖》海山川草木日月星辰春夏秋冬东西南北天地日月星"))
    assert len(first) == 23
    assert set(whites(first).values()) == {0.0, -0.5}


@pytest.mark.parametrize(
    "pair",
    [
        "”。",
        "》，",
        "）；",
        "”）",
        "》》",
        "（“",
        "“《",
        "》《",
        "，“",
        "。（",
        "：“",
        "、《",
        "！”",
        "？）",
    ],
)
def test_a_pair_of_marks_takes_one_and_a_half_em(pair: str) -> None:
    row = only(paragraph(f"治{pair}理"))
    assert (row[2].x1 - row[1].x0) / EM == pytest.approx(1.5, abs=0.01)
    assert (row[3].x0 - row[0].x1) / EM == pytest.approx(1.5, abs=0.01)


def test_nested_title_marks_are_squeezed_too() -> None:
    row = only(paragraph("读《〈条例〉释义》后"))
    assert whites(row) == {**dict.fromkeys(whites(row), 0.0), "《〈": -0.5}


def test_three_exclamation_marks_take_two_em() -> None:
    row = only(paragraph("好！！！真"))
    assert (row[-1].x0 - row[0].x1) / EM == pytest.approx(2, abs=0.01)


def test_marks_cling_to_what_they_hold() -> None:
    """White is taken outside brackets, never between a bracket and its words."""
    for row in lines(paragraph(MARKED * 2)):
        for pair, white in whites(row).items():
            if pair[0] in OPENING and pair[1] not in OPENING:
                assert white == pytest.approx(0, abs=0.02), pair
            if pair[1] in CLOSING | STOPS | MIDDLE and is_han(pair[0]):
                assert white == pytest.approx(0, abs=0.02), pair


def test_only_the_blank_side_of_a_mark_gives() -> None:
    assert spacing.gap("C", "H").gives == spacing.gap("H", "O").gives > 0
    for pair in ("HC", "OH", "OL", "LC", "DD", "HI", "IH"):
        assert spacing.gap(*pair).gives == 0


@pytest.mark.parametrize("mark", "，。、；：？！”’）》】〕")
def test_a_mark_at_the_line_end_takes_half_an_em_and_hangs_nowhere(mark: str) -> None:
    first, _ = lines(paragraph(f"{FULL[:10]}，{FULL[:10]}{mark}{FULL}"))[:2]
    assert first[-1].text == mark
    assert right_of(first[-1]) == pytest.approx(edges()[1], abs=HAIR)
    assert first[-1].x0 + ink(mark)[1] * EM <= edges()[1]


def test_a_dot_stands_under_the_middle_of_each_han_character_also_when_spread() -> None:
    html = DOTTED.sub(_dotted, '<em class="dots">着重，3号</em>')
    assert html.count('class="dot"') == 3
    text = paragraph(f"{FULL[:18]}{html}”“治”“理”好")
    marks = [box for box in boxes(text, "span") if box.children]
    chars = {char.text: char for char in printed(text)}
    for box, char in zip(marks, "着重号", strict=True):
        x, y, radius = (each / PX_PER_PT for each in dot_place(box))
        assert x == pytest.approx(chars[char].x0 + EM / 2, abs=HAIR)
        assert 0.12 * EM < y - chars[char].baseline < 0.4 * EM
        assert radius == pytest.approx(0.09 * EM)


# 3.2 Chinese and Western text.


def test_latin_keeps_its_own_widths_and_stands_upright() -> None:
    row = only(paragraph("治im1理"))
    widths = {each.text: each.x1 - each.x0 for each in row}
    assert widths["i"] < widths["1"] < widths["m"] < EM
    assert all(each.upright for each in row)


def test_han_and_latin_stand_a_sixth_apart_typed_space_or_not() -> None:
    found = whites(only(paragraph("治PM理")))
    assert [found["治P"], found["M理"]] == pytest.approx([spacing.HAN_LATIN] * 2, abs=0.01)
    assert 1 / 8 <= spacing.HAN_LATIN <= 1 / 4
    typed = [each for each in only(paragraph("治 PM 理")) if each.text != " "]
    assert whites(tuple(typed)) == pytest.approx(found, abs=0.01)


def test_no_gap_before_latin_at_a_line_start_nor_behind_it_at_a_line_end() -> None:
    first, second = lines(paragraph(f"ABC{FULL[:9]}DEF{FULL}", 13.5))[:2]
    assert first[0].x0 == pytest.approx(edges()[0], abs=HAIR)
    assert words(first).endswith("DEF")
    assert first[-1].x1 == pytest.approx(edges()[0] + 13.5 * EM, abs=HAIR)
    assert is_han(second[0].text)


@pytest.mark.parametrize("text", ["治，PM，理", "治（PM）理", "治“PM”理", "治、35。理"])
def test_no_gap_beside_marks(text: str) -> None:
    found = whites(only(paragraph(text)))
    assert not any(found.values())


@pytest.mark.parametrize("before", range(14, 23))
def test_latin_words_and_quantities_stay_whole(before: int) -> None:
    for unit in ("carbon", "35μg/m³", "6.5%", "〔2020〕26号", "COVID-19"):
        whole = "|".join(map(words, lines(paragraph(f"{FULL[:before]}{unit}{FULL}"))))
        assert unit in whole


def test_letters_of_a_word_are_never_spread() -> None:
    first = lines(paragraph(f"{FULL[:10]}carbon{FULL[10:15]}“治”“理”“好”{FULL}"))[0]
    natural = whites(only(paragraph("carbon")))
    assert max(whites(first).values()) > 0.01
    for pair, white in natural.items():
        assert whites(first)[pair] == pytest.approx(white, abs=0.01)


# 3.3 Interlinear annotations.


def test_the_reading_stands_small_and_centred_above_its_character() -> None:
    """The reading may reach over its neighbours; it moves neither them nor its own character."""
    row = only(paragraph("王<ruby>翀<rt>chōng</rt></ruby>说"))
    assert set(whites(row).values()) == {0.0}
    reading = only(paragraph("王<ruby>翀<rt>chōng</rt></ruby>说"), size=EM / 2)
    assert words(reading) == "chōng"
    middle = (reading[0].x0 + reading[-1].x1) / 2
    assert middle == pytest.approx((row[1].x0 + row[1].x1) / 2, abs=0.1)
    assert 0.7 * EM < row[1].baseline - reading[0].baseline < PITCH - EM / 2
    assert {each.font for each in reading} == {"Noto-Sans-CJK-SC"}
    assert max(whites(reading).values()) < 0.05


# 3.4 Paragraphs.


def test_first_lines_are_indented_by_two_em_without_space_between_paragraphs() -> None:
    found = lines(f"<p>{FULL}</p><p>{FULL}</p>")
    assert [round((row[0].x0 - edges()[0]) / EM, 2) for row in found] == [2, 0, 2, 0]
    assert [b[0].baseline - a[0].baseline for a, b in pairwise(found)] == pytest.approx([PITCH] * 3)


def test_a_quotation_is_indented_in_its_own_face_and_whole_lines_high() -> None:
    found = lines(f"<p>治。</p><blockquote><p>{FULL}</p></blockquote><p>理。</p>")
    before, *quoted, after = found
    assert {round((row[0].x0 - edges()[0]) / EM) for row in quoted[1:]} == {1}
    assert {each.font for row in quoted for each in row} == {"LXGW-WenKai"}
    lines_apart = (after[0].baseline - before[0].baseline) / PITCH
    assert lines_apart == pytest.approx(round(lines_apart), abs=0.01)


@pytest.mark.parametrize(("align", "share"), [("center", 0.5), ("left", 0.0), ("right", 1.0)])
def test_a_single_line_stands_centred_left_or_right_and_solid(align: str, share: float) -> None:
    row = only(f'<p style="text-indent:0;text-align:{align}">治理污染</p>')
    left, right = edges()
    assert not any(whites(row).values())
    assert row[0].x0 - left == pytest.approx(share * (right - left - 4 * EM), abs=HAIR)


@pytest.mark.parametrize("extra", range(1, 6))
def test_no_last_line_of_one_character(extra: int) -> None:
    for text in (FULL * 2 + FULL[:extra], FULL * 2 + FULL[:extra] + "。"):
        last = lines(paragraph(text))[-1]
        assert sum(is_han(each.text) for each in last) >= 2


# 3.5 Line adjustment.


def test_the_last_line_is_not_spread() -> None:
    assert set(whites(lines(paragraph(FULL + FULL[:15]))[-1]).values()) == {0.0}


def full_rows() -> Iterator[Row]:
    for width in range(10, 23):
        yield from lines(paragraph(MARKED * 2, width))[:-1]


def test_no_mark_gives_more_than_its_blank_half() -> None:
    found = [white for row in full_rows() for white in whites(row).values()]
    assert min(found) >= -0.51


def test_white_is_added_to_han_latin_gaps_before_it_is_to_han() -> None:
    first, _ = lines(paragraph(f"江河AI湖海山川草木日月星辰春夏秋冬雨雪风霜{FULL}"))
    found = whites(first)
    assert found["河A"] - spacing.HAN_LATIN > found["江河"] > 0
    kept, _ = lines(paragraph(f"江河km湖海山川草木日月星辰春夏秋冬雨雪风霜{FULL}"))
    assert whites(kept)["河k"] > spacing.HAN_LATIN
    assert whites(kept)["江河"] == pytest.approx(0, abs=0.002)


# What depends on the marks themselves.


@pytest.mark.parametrize("mark", "·/")
@pytest.mark.parametrize("face", ["{}", "<em>{}</em>", "<b>{}</b>"])
def test_interpunct_and_solidus_take_half_an_em(mark: str, face: str) -> None:
    row = only(paragraph(face.format(f"治{mark}理")))
    size = row[0].size
    assert (row[2].x0 - row[0].x1) / size == pytest.approx(0.5, abs=0.02)
    before, after = row[1].x0 - row[0].x1, row[2].x0 - row[1].x1
    assert before == pytest.approx(after, abs=HAIR)


def test_latin_interpuncts_and_solidi_keep_their_width() -> None:
    found = whites(only(paragraph("治kW·h/m理")))
    assert [found[pair] for pair in ("W·", "·h", "h/", "/m")] == pytest.approx([0] * 4, abs=0.07)


@pytest.mark.parametrize("pair", ["！！", "？？", "？！"])
def test_two_exclamation_marks_take_one_em(pair: str) -> None:
    row = only(paragraph(f"好{pair}真"))
    assert (row[-1].x0 - row[0].x1) / EM == pytest.approx(1, abs=0.01)


def test_quotation_marks_of_the_kai_take_an_em_too() -> None:
    row = only(paragraph("<em>治“理”污‘染’防</em>"))
    places = [(char.x0 - row[0].x0) / EM for char in row if is_han(char.text)]
    assert places == pytest.approx([0, 2, 4, 6, 8], abs=0.01)
    pair = only(paragraph("<em>治，“理”。</em>"))
    assert (pair[3].x0 - pair[0].x1) / EM == pytest.approx(1.5, abs=0.01)
    assert only(paragraph("<em>it’s</em>"))[2].x0 - only(paragraph("<em>it’s</em>"))[1].x1 < HAIR


@pytest.mark.parametrize("before", range(16, 24))
def test_a_note_call_never_begins_a_line(before: int) -> None:
    call = '<sup><a class="footnote-ref" href="#n">1</a></sup>'
    html = f'{paragraph(FULL[:9] * 2 + FULL[: before - 18] + call + FULL)}<p id="n">注</p>'
    (note,) = (char for char in printed(html) if char.text == "1")
    assert note.x0 > edges()[0] + EM / 2


@pytest.mark.parametrize("mark", ["—", "～", "–", "-", "/", "——", "……"])
def test_connectors_and_solidi_are_never_spread(mark: str) -> None:
    loose = lines(paragraph(f"江河{mark}湖海{FULL[:14]}“治”“理”好{FULL}"))[0]
    still = whites(only(paragraph(f"江河{mark}湖海")))
    found = whites(loose)
    assert found["江河"] > 0.01
    assert {pair: found[pair] for pair in found if mark[0] in pair} == pytest.approx(
        {pair: still[pair] for pair in still if mark[0] in pair}, abs=0.01
    )


@pytest.mark.parametrize(
    ("share", "brackets", "comma", "latin", "stop"),
    [
        (0.3, 0.1625, 0, 0, 0),
        (0.6, 0.25, 0.15, 0, 0),
        (0.73, 0.25, 0.25, 0.0204, 0),
        (1, 0.25, 0.25, 0.0417, 0.25),
    ],
)
def test_white_is_taken_in_turn(
    share: float, brackets: float, comma: float, latin: float, stop: float
) -> None:
    """Brackets give before commas, commas before Han–Latin gaps, these before full stops (3.5.3)."""
    chars = "治“理”好，江P湖。山"
    kinds = [spacing.kind(char, wide=char != "P") for char in chars]
    gaps = spacing.set_by_mark(chars, [1.0] * len(chars), spacing.gaps(kinds))
    advances = [1.0] * len(chars)
    whole = Paragraph(chars, advances, 1.0, kinds, gaps, [])
    found = spaces_after(whole, Line(0, len(chars), len(chars), given=share))
    given = [gap.natural - white for gap, white in zip(gaps, found, strict=True)]
    assert given == pytest.approx(
        [brackets, 0, 0, brackets, 0, comma, latin, latin, 0, stop, 0], abs=0.001
    )


def test_white_is_added_in_turn() -> None:
    """Word spaces to half an em, Han–Latin gaps to the house's most, then everything alike (3.5.4).

    Marks take a little of their own before characters do.
    """
    kinds = [spacing.kind(char, char > "\u007f") for char in "江河in air湖海，山川"]
    line = Line(0, len(kinds), len(kinds) + 1)
    paragraph = Paragraph(
        list("江河in air湖海，山川"), [1.0] * len(kinds), 1.0, kinds, spacing.gaps(kinds), [1]
    )
    shares = sum(gap.takes for gap in paragraph.gaps)
    before = spaces_after(paragraph, line)
    places = {"word": 4, "latin": 1, "mark": 10, "han": 0}

    def gained(white: float) -> dict[str, float]:
        after = spaces_after(paragraph, replace(line, added=white / shares))
        return {name: after[n] - before[n] for name, n in places.items()}

    word, latin = spacing.SPACE_GAINS, 2 * (spacing.HAN_LATIN_MOST - spacing.HAN_LATIN)
    assert gained(word / 2) == pytest.approx({"word": word / 2, "latin": 0, "mark": 0, "han": 0})
    some = gained(word + latin / 2)
    assert some == pytest.approx({"word": word, "latin": latin / 4, "mark": 0, "han": 0})
    full = gained(word + latin + spacing.MARK_GAINS / 2)
    assert full["mark"] == pytest.approx(spacing.MARK_GAINS / 2)
    assert full["han"] == 0
    loose = gained(word + latin + spacing.MARK_GAINS + 0.4)
    assert loose["han"] == pytest.approx(loose["mark"] - spacing.MARK_GAINS) != 0
    assert loose["word"] == pytest.approx(word)


# Readings as the press dresses them.


def dressed(html: str) -> str:
    return RUBY.sub(_ruby, html)


def test_a_reading_stands_over_the_middle_of_a_whole_word() -> None:
    html = paragraph(dressed("治<ruby>岚江<rt>Lánjiāng</rt></ruby>理"))
    base, reading = only(html), only(html, size=EM / 2)
    middle = (reading[0].x0 + reading[-1].x1) / 2
    assert middle == pytest.approx((base[1].x0 + base[2].x1) / 2, abs=0.1)
    assert set(whites(base).values()) == {0.0}


def test_two_readings_side_by_side_stand_a_quarter_apart() -> None:
    html = "<ruby>庄<rt>zhuāng</rt></ruby><ruby>床<rt>chuáng</rt></ruby>"
    reading = only(paragraph(dressed(f"治{html}理")), size=EM / 2)
    assert words(reading) == "zhuāngchuáng"
    assert (reading[6].x0 - reading[5].x1) / EM >= 0.2


def test_a_reading_does_not_move_its_line() -> None:
    text = f"{FULL}{FULL[:5]}<ruby>翀<rt>chōng</rt></ruby>{FULL * 2}"
    found = [row[0].baseline for row in lines(paragraph(text))]
    assert [b - a for a, b in pairwise(found)] == pytest.approx(
        [PITCH] * (len(found) - 1), abs=0.02
    )
