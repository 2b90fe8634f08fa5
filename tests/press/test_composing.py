"""The composer inside WeasyPrint: lines as they are laid out."""

from __future__ import annotations

import re
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
import weasyprint
from weasyprint.layout import inline, preferred

from plugins.press.lines.composing import composing, left_to_weasyprint
from tests.press.stone import (
    EDGE,
    EM,
    MEASURE,
    PICTURE,
    PITCH,
    PX,
    RIVER,
    laid_out,
    lines,
    paragraph_lines,
    printed,
    texts,
    words,
)

pytestmark = pytest.mark.press

CASES = {
    "bold": (
        f"<p>他说：<b>“查清楚”</b>，<b>（重点）</b>，{RIVER}</p>",
        [
            "他说：“查清楚”，（重点），守河人沿着江岸走了十",
            "二公里，把每个排口的编号、水色和气味记在本子",
            "上，回来再对照上个月的监测数据。",
        ],
    ),
    "link": (
        f'<p>{RIVER[:9]}<a href="http://a.cn/">《公报》</a>（<a href="http://b.cn/">附件</a>）。{RIVER}</p>',
        None,
    ),
    "sub": (f"<p>PM<sub>2.5</sub>浓度为35 μg/m<sup>3</sup>，O<sub>3</sub>、SO<sub>2</sub>。{RIVER}</p>", None),
    "ruby": (f"<p>{RIVER[:16]}凤头<ruby>䴙<rt>pì</rt></ruby><ruby>䴘<rt>tī</rt></ruby>，{RIVER}</p>", None),
    "padding": (
        f'<p>{RIVER}<span style="padding:0 5pt;border:1pt solid">带<i style="margin:0 3pt">框</i>的字</span>'
        f'<span style="padding:0 3pt"></span>{RIVER}<span style="padding:0 10pt">{RIVER}</span></p>',
        None,
    ),
    "list": (f'<ul style="list-style-position:inside;padding:0;margin:0"><li>{RIVER}</ul>', None),
    "picture": (f"<p>{RIVER}{PICTURE}{RIVER}</p>", None),
    "nowrap": (f'<p>{RIVER[:15]}<span style="white-space:nowrap">这一串文字不能断开</span>{RIVER}</p>', None),
    "letter-spacing": (f'<p><span style="letter-spacing:2pt">{RIVER}</span>{RIVER}</p>', None),
    "pre": (f'<p>{RIVER}<code style="white-space:pre">a  b</code>{RIVER}</p>', None),
    "typed spaces": (f"<p>共 35 个， 其中 PM2.5 （超标） 3 个。{RIVER}</p>", None),
    "empty boxes": (f'<p>{RIVER}<a id="a"><span></span></a>{RIVER}<a id="b"></a></p>', None),
    "drawn on": (f"<p>{RIVER}汉\U000e0100字\ufe0f，e\u0301a\u0304，\u2060{RIVER}</p>", None),
    "other scripts": (f"<p>{RIVER}བོད་ཡིག་གི་ཡིག་གཟུགས，ᠮᠣᠩᠭᠣᠯ{RIVER}</p>", None),
    "percent": (f'<p>{RIVER}<span style="padding:0 5%">甲乙</span>{RIVER}</p>', None),
    "inline block": (f'<p>{RIVER}<span style="display:inline-block;width:30%">半</span>{RIVER}</p>', None),
    "relative": (f'<p>{RIVER}<span style="position:relative;top:2pt">移</span>{RIVER}</p>', None),
}  # fmt: skip


@pytest.mark.parametrize("em", [22, 13.7, 40])
@pytest.mark.parametrize("name", CASES)
def test_lines_are_ours_flush_and_complete(name: str, em: float) -> None:
    body, expected = CASES[name]
    document = laid_out(body, em)
    _, theirs = left_to_weasyprint(document.pages)
    assert theirs == 0
    (found,) = [each for each in paragraph_lines(document) if each]
    for line in found[:-1]:
        assert line.position_x * PX == pytest.approx(EDGE)
        assert line.width * PX == pytest.approx(em * EM, abs=0.02), words(line)
    assert found[-1].width * PX <= em * EM + 0.02
    if expected and em == MEASURE:
        assert [words(line) for line in found] == expected
    visible = re.sub(r"<[^>]*>|\s", "", body)
    assert re.sub(r"\s|•", "", "".join(words(line) for line in found)) == visible


def test_breaks_and_blank_lines() -> None:
    assert texts("<p>江河<br>湖海<br><br>山川<br></p>") == ["江河", "湖海", "", "山川"]
    assert texts("<p><br>江河</p>") == ["", "江河"]
    assert texts("<p>江河<br> </p>")[:1] == ["江河"]
    document = laid_out("<p>江河</p><p>　</p><p>湖海</p>")
    tops = [each[0].position_y for each in paragraph_lines(document)]
    assert [b - a for a, b in pairwise(tops)] == pytest.approx([PITCH / PX] * 2)


def test_the_last_line_before_a_break_is_not_stretched() -> None:
    found = lines(laid_out(f"<p>{RIVER[:30]}<br>{RIVER}</p>"))
    assert found[0].right == pytest.approx(MEASURE * EM, abs=0.02)
    assert found[1].right < MEASURE * EM / 2


def test_the_first_line_is_indented() -> None:
    found = lines(laid_out(f'<p style="text-indent:2em">{RIVER}</p>'))
    assert [line.text for line in found] == [RIVER[:20], RIVER[20:42], RIVER[42:]]
    assert [line.right for line in found[:2]] == pytest.approx([MEASURE * EM] * 2, abs=0.02)


def test_text_beside_a_float_is_flush_with_it() -> None:
    document = laid_out(
        f'<div style="float:right;width:60pt;height:40pt"></div><p>{RIVER}{RIVER}</p>'
    )
    found = lines(document)
    assert left_to_weasyprint(document.pages) == (len(found), 0)
    rights = [line.right for line in found[:-1]]
    assert rights == pytest.approx([160] * 3 + [220] * (len(rights) - 3), abs=0.02)
    assert "".join(line.text for line in found) == RIVER * 2


def test_a_table_cell_is_as_wide_as_its_text() -> None:
    style = "table { border-spacing: 0 } td { padding: 0 } .n { white-space: nowrap }"
    found = lines(laid_out(f"<table><tr><td class=n>2020年3月10日<td>{RIVER}</table>", more=style))
    assert found[0].text == "2020年3月10日"
    assert "".join(line.text for line in found[1:]) == RIVER
    assert found[1].left > found[0].right - 0.1
    assert max(line.right for line in found) <= MEASURE * EM + 0.1


def test_a_box_that_shrinks_to_fit_does_not_break_what_fits() -> None:
    assert texts('<div style="float:left">共35个，“全部”合格。</div>') == ["共35个，“全部”合格。"]


def test_a_line_laid_out_in_two_widths_is_read_again() -> None:
    """A flex item is first asked for its width; a box of 30 % in it then has another one."""
    body = f'<p>{RIVER}<span style="display:inline-block;width:30%">半</span>{RIVER}</p>'
    document = laid_out(f'<div style="display:flex"><div style="flex:1">{body}</div></div>')
    (found,) = paragraph_lines(document)
    assert len(found) == 5
    assert [line.width * PX for line in found[:-1]] == pytest.approx([MEASURE * EM] * 4, abs=0.02)


def test_captions_are_balanced_in_the_middle() -> None:
    found = lines(laid_out(f'<p style="text-align:center">{RIVER[:29]}</p>'))
    assert len(found) == 2
    assert abs(len(found[0].text) - len(found[1].text)) <= 1
    for line in found:
        assert line.left == pytest.approx(MEASURE * EM - line.right, abs=0.02)


def test_headlines_break_at_their_marks() -> None:
    marked = "守住\u200b一江\u200b清水\u200b向\u200b东流\u3000两岸\u200b人家\u200b共治\u200b共享\u200b江河\u200b湖海"
    found = texts(f'<h1 style="font-size:20pt;text-align:left">{marked}</h1>', 13)
    assert found == ["守住一江", "清水向东流", "两岸人家共治", "共享江河湖海"]


def test_footnote_calls_stand_in_composed_lines() -> None:
    document = laid_out(f'<p>{RIVER}<span style="float:footnote">注：{RIVER}</span>{RIVER}</p>')
    ours, _ = left_to_weasyprint(document.pages)
    assert ours >= 5
    assert "".join(line.text for line in lines(document)).count("监测数据") == 3


@pytest.mark.parametrize(
    "body",
    [
        '<p style="position:relative">{}<span style="position:absolute;right:0">旁注</span>{}</p>',
        '<p dir="rtl">{}</p>',
        "<p>{}ئۇيغۇر تىلى{}</p>",
        "<p>{}en&shy;vironment{}</p>",
        '<p>{}<span style="word-spacing:3pt">a b</span>{}</p>',
        '<p>{}<span style="font-size:0">隐</span>{}</p>',
        '<p>{}<span style="display:inline-flex">甲</span>{}</p>',
        '<p style="text-align-last:justify">{}</p>',
        '<p style="white-space:pre-wrap">  {}\n{}</p>',
        '<p style="text-overflow:ellipsis;overflow:hidden;white-space:nowrap">{}{}</p>',
        '<p style="line-clamp:2;overflow:hidden">{}{}</p>',
    ],
)
def test_what_the_composer_does_not_know_is_left_to_weasyprint(body: str, tmp_path: Path) -> None:
    document = laid_out(body.format(RIVER, RIVER))
    ours, theirs = left_to_weasyprint(document.pages)
    assert ours == (1 if "inline-flex" in body else 0)  # the line in the box
    assert theirs > 0
    assert printed(document, tmp_path).pages[0].chars


@pytest.mark.parametrize("part", ["first-letter", "first-line"])
def test_styled_beginnings_are_weasyprints_and_what_follows_is_ours(part: str) -> None:
    document = laid_out(
        f"<p>{RIVER}{RIVER}</p><table><tr><td>{RIVER}</table>",
        more=f"p::{part}, td::{part} {{ color: red }}",
    )
    ours, theirs = left_to_weasyprint(document.pages)
    assert theirs >= 2
    assert ours >= 4


def functions() -> tuple[Any, ...]:
    return (
        inline.split_inline_box,
        inline.justify_line,
        preferred.inline_max_content_width,
        preferred.inline_min_content_width,
    )


def test_weasyprints_functions_are_back_in_place() -> None:
    before = functions()
    with composing():
        assert all(ours != theirs for ours, theirs in zip(functions(), before, strict=True))
    assert functions() == before
    with pytest.raises(ZeroDivisionError), composing():
        raise ZeroDivisionError
    assert functions() == before


def test_an_untested_version_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    before = functions()
    monkeypatch.setattr(weasyprint, "__version__", "71.0")
    with pytest.raises(RuntimeError, match=r"71\.0"), composing():
        pass
    assert functions() == before
