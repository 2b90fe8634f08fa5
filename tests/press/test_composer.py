"""Line breaking: properties that hold for any text and measure, and lines as an editor expects them."""

from __future__ import annotations

from itertools import product

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from plugins.hanzi.scripts import is_han
from plugins.hanzi.spacing import CLOSED
from plugins.press.lines import composer
from plugins.press.lines.composer import HAIR, LEAST_HAN, MOST, ONE_MORE, UGLY, compose
from plugins.press.lines.paragraph import (
    Line,
    Manner,
    Paragraph,
    least_width,
    natural_width,
    spaces_after,
)
from tests.press.typecase import EM, composed, natural, paragraph, width, words

TOKENS = [
    *"江河湖海守住一江清水的了",
    *"，。、；：？！“”‘’（）《》·～％／　 -",
    *["——", "……", "2020年3月10日", "PM2.5", "35", "μg/m³", "COVID-19", "the", "〔2020〕260号", "12.8%"],
    *["http://example.gov.cn/a/b", "a@b.cn", "e\u0301", "汉\ufe0f", "\u00a0", "\u2060", "\n", "a" * 30],
]  # fmt: skip
texts = st.lists(st.sampled_from(TOKENS), max_size=60).map("".join)
han = st.lists(st.sampled_from([*"江河湖海守住一江清水", "，", "。", "35"]), max_size=50).map(
    "".join
)
measures = st.integers(2, 80).map(lambda halves: halves * EM / 2)
manners: st.SearchStrategy[Manner] = st.sampled_from(["justified", "ragged", "balanced"])
some = settings(max_examples=60, deadline=None)


def places(par: Paragraph) -> set[int]:
    return {*par.breaks, *par.soft, *par.inside, *par.forced}


def begins(lines: list[Line]) -> list[int]:
    return [0, *(line.resume for line in lines)]


def sticks_out(par: Paragraph, begin: int, line: Line, measure: float) -> bool:
    """Whether a line is wider than its measure for want of a place to break it."""
    inner = [place for place in places(par) if par.first_visible(begin) < place < line.resume]
    return width(par, line) > measure + HAIR and not [
        n for n in inner if par.last_visible(n) > begin
    ]


@some
@given(texts, measures, manners)
def test_every_character_stands_in_one_line_in_order(
    text: str, measure: float, manner: Manner
) -> None:
    par = paragraph(text, manner)
    lines = compose(par, 0, measure, measure)
    assert lines[-1].resume == len(par.chars)
    for begin, line in zip(begins(lines), lines, strict=False):
        assert begin <= line.start <= line.end <= line.resume
        left_out = par.chars[begin : line.start] + par.chars[line.end : line.resume]
        assert not "".join(left_out).strip(" \u00a0\u3000\n")


@some
@given(texts, measures, manners)
def test_lines_break_only_where_they_may(text: str, measure: float, manner: Manner) -> None:
    par = paragraph(text, manner)
    lines = compose(par, 0, measure, measure)
    assert {line.resume for line in lines} <= places(par) | {len(text)}
    assert {*par.forced} <= {line.resume for line in lines}
    assert all(
        line.resume > begin for begin, line in zip(begins(lines), lines, strict=False) if text
    )


@some
@given(texts, measures, manners)
def test_no_line_is_wider_than_its_measure(text: str, measure: float, manner: Manner) -> None:
    par = paragraph(text, manner)
    lines = compose(par, 0, measure, measure)
    for begin, line in zip(begins(lines), lines, strict=False):
        fits = width(par, line) <= measure + HAIR
        assert fits or sticks_out(par, begin, line, measure), words(par, line)


@some
@given(texts, measures)
def test_justified_lines_fill_the_measure(text: str, measure: float) -> None:
    par = paragraph(text)
    lines = compose(par, 0, measure, measure)
    for begin, line in zip(begins(lines), lines, strict=False):
        last = line.resume in {*par.forced, len(text)}
        shares = sum(gap.takes for gap in par.gaps[line.start : line.end - 1])
        if not last and shares and not sticks_out(par, begin, line, measure):
            assert width(par, line) == pytest.approx(measure, abs=HAIR), words(par, line)


@some
@given(texts, measures, manners)
def test_white_is_given_within_bounds(text: str, measure: float, manner: Manner) -> None:
    for line in compose(paragraph(text, manner), 0, measure, measure):
        assert 0 <= line.given <= MOST
        assert line.added >= 0
        assert not (line.given and line.added)
        assert manner == "justified" or not line.added


@some
@given(texts, measures, manners)
def test_same_text_same_lines(text: str, measure: float, manner: Manner) -> None:
    one, two = (compose(paragraph(text, manner), 0, measure, measure) for _ in range(2))
    assert one == two


@some
@given(texts, measures)
def test_lines_found_again_from_their_beginning_are_the_same(text: str, measure: float) -> None:
    """WeasyPrint asks line by line; what follows a line must not change when it asks again."""
    par = paragraph(text)
    lines = compose(par, 0, measure, measure)
    for n, line in enumerate(lines[:-1], 1):
        if line.resume in par.forced:
            assert compose(par, line.resume, measure, measure) == lines[n:]


def broken_line_by_line(text: str, measure: float, manner: Manner) -> tuple[Paragraph, list[int]]:
    """A paragraph whose pieces all fit the measure, and where its lines end when each is filled."""
    par = paragraph(text.replace("\n", ""), manner)
    ends = greedy(par, measure)
    pieces = zip([0, *par.breaks], [*par.breaks, len(par.chars)], strict=True)
    assume(all(natural(par, Line(*par.visible(*piece), 0)) <= measure for piece in pieces))
    return par, ends


def greedy(par: Paragraph, measure: float) -> list[int]:
    """Ends of lines, each as full as it fits without squeezing."""
    total, begin, ends = len(par.chars), 0, []
    while begin < total:
        after = [n for n in (*par.breaks, total) if n > begin]
        fitting = [n for n in after if natural(par, Line(*par.visible(begin, n), n)) <= measure]
        begin = fitting[-1] if fitting else after[0]
        ends.append(begin)
    return ends


def faults(par: Paragraph, ends: list[int], measure: float) -> float:
    """The composer's own judgement of lines that somebody else broke."""
    total, begin = 0.0, 0
    for end in ends:
        breaker = composer._Breaker(par, 0, len(par.chars), measure, measure)
        breaker.best[begin] = composer._Way(0.0, begin)
        fault = breaker._try(begin, measure, [end], 0.0)
        total += fault if fault < float("inf") else ONE_MORE
        begin = end
    return total


@some
@given(texts, measures, manners)
def test_never_worse_than_line_by_line(text: str, measure: float, manner: Manner) -> None:
    par, ends = broken_line_by_line(f"江{text}", measure, manner)
    breaker = composer._Breaker(par, 0, len(par.chars), measure, measure)
    breaker.lines()
    best = breaker.best[len(par.chars)].faults
    assert best <= faults(par, ends, measure) + 1e-6


@some
@given(texts, measures)
def test_balanced_lines_are_as_few_as_can_be(text: str, measure: float) -> None:
    par, ends = broken_line_by_line(f"江{text}", measure, "balanced")
    assert len(compose(par, 0, measure, measure)) <= len(ends)


def ends_well(par: Paragraph, measure: float) -> bool:
    """Whether lines without ugly white are possible of which the last has two Han characters."""
    total, reached = len(par.chars), {0}
    for begin in [0, *par.breaks]:
        for end in (n for n in (*par.breaks, total) if n > begin and begin in reached):
            line = Line(*par.visible(begin, end), end)
            inner = par.gaps[line.start : line.end - 1]
            short = measure - natural(par, line)
            loose = short / EM / (sum(gap.takes for gap in inner) or 0.01)
            if end == total:
                enough = sum(map(is_han, par.chars[line.start : line.end])) >= LEAST_HAN
                if short >= 0 and enough:
                    return True
            elif short >= 0 and loose <= UGLY:
                reached.add(end)
    return False


@some
@given(han, st.integers(12, 30))
def test_a_lone_last_character_is_kept_only_when_nothing_helps(text: str, em: int) -> None:
    par = paragraph(text)
    lines = compose(par, 0, em * EM, em * EM)
    last = sum(map(is_han, words(par, lines[-1])))
    assert len(lines) == 1 or last >= LEAST_HAN or not ends_well(par, em * EM)


@some
@given(texts, manners)
def test_the_natural_width_needs_no_break(text: str, manner: Manner) -> None:
    par = paragraph(text, manner)
    measure = natural_width(par)
    assert [line.resume for line in compose(par, 0, measure, measure)] == sorted(
        {*par.forced, len(text)}
    )


@some
@given(texts, manners)
def test_in_the_least_width_nothing_sticks_out(text: str, manner: Manner) -> None:
    par = paragraph(text, manner)
    measure = least_width(par)
    for line in compose(par, 0, measure, measure):
        assert width(par, line) <= measure + HAIR
    assert measure <= natural_width(par) + HAIR


@pytest.mark.parametrize("manner", ["justified", "ragged", "balanced"])
def test_an_empty_paragraph_is_one_empty_line(manner: Manner) -> None:
    par = paragraph("", manner)
    assert compose(par, 0, 100, 100) == [Line(0, 0, 0)]
    assert natural_width(par) == least_width(par) == 0
    assert spaces_after(par, Line(0, 0, 0)) == []


def test_what_is_left_after_a_break_may_be_nothing() -> None:
    par = paragraph("江河\n ")
    assert compose(par, 4, 100, 100) == [Line(4, 4, 4)]


@pytest.mark.parametrize(
    ("manner", "em"), [*product(["justified", "ragged", "balanced"], [0.2, 1])]
)
def test_the_narrowest_measure(manner: Manner, em: float) -> None:
    lines = composed("江河，“湖海”2020年（一）PM2.5" + "a" * 40, em, manner)
    assert lines[:3] == ["江", "河，", "“湖"]
    assert len(lines) > 8


def test_a_line_end_mark_takes_half_a_width() -> None:
    par = paragraph("江河湖，山川草木")
    first, _ = compose(par, 0, 3.5 * EM, 4 * EM)
    assert words(par, first) == "江河湖，"
    assert spaces_after(par, first)[-1] == -EM / 2
    assert width(par, first) == 3.5 * EM


def test_what_is_drawn_onto_a_mark_at_the_line_end_changes_nothing() -> None:
    par = paragraph("江河湖，\ufe0f山川草木")
    first, _ = compose(par, 0, 3.5 * EM, 4 * EM)
    assert words(par, first) == "江河湖，\ufe0f"
    assert width(par, first) == 3.5 * EM


def test_the_first_line_is_shorter_by_the_indent() -> None:
    lines = ["江河湖", "海山川草木", "日月星辰风"]
    assert composed("".join(lines), 5, indent=2) == lines


def test_balanced_lines_are_alike_and_mind_the_editors_space() -> None:
    assert composed("守住一江清水两岸人家", 9, "balanced") == ["守住一江清", "水两岸人家"]
    marked = "守住\u200b一江\u200b清水\u3000两岸\u200b人家\u200b共治"
    assert composed(marked, 9, "ragged") == ["守住一江清水", "两岸人家共治"]


def test_a_headline_parts_no_word_where_a_mark_is_near() -> None:
    marked = "明白卡\u200b给\u200b入企\u200b检查\u200b做减法"
    assert composed(marked, 7, "ragged") == ["明白卡给入企", "检查做减法"]
    marked = "青垣市\u200b逐枚\u200b核对\u200b283枚\u200b在用\u200b放射源\u200b台账"
    assert composed(marked, 9, "ragged") == ["青垣市逐枚", "核对283枚在用", "放射源台账"]
    assert composed("遥感\u200b超标线索", 4, "ragged") == ["遥感", "超标线索"]


def test_boxes_without_room_take_no_white() -> None:
    par = paragraph("江\u2060河湖海山川草木日月")
    line, *_ = compose(par, 0, 5.5 * EM, 9 * EM)
    assert par.gaps[0] == CLOSED
    assert spaces_after(par, line)[0] == 0
    assert spaces_after(par, line)[1] == pytest.approx(spaces_after(par, line)[2])
