"""The judge of set lines: faces, folios, report, and one real page."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from plugins.press.quality.linecheck import Share, check
from plugins.press.quality.linefault import Fault, Rule
from plugins.press.quality.linereport import places, report
from plugins.press.quality.pdffonts import FontFact
from plugins.press.quality.reader import Char, read
from tests.press.handset import EM, FULL, LAYOUT, SONG, after, faults, judge, row


def face_faults(*fonts: FontFact) -> list[str]:
    return [each.text for each in check([], fonts, LAYOUT).faults]


@pytest.mark.parametrize("name", ["Noto-Serif-CJK-JP", "NotoSerifCJKjp-Regular", "NotoSansTC-Bold", "SourceHanSerifK-Regular", "Noto-Sans-CJK-HK-Bold", "NotoSansKR-Regular"])  # fmt: skip
def test_faces_of_other_regions(name: str) -> None:
    assert face_faults(FontFact(name, "CIDFontType0", True)) == [f"{name}：非简体字形"]


@pytest.mark.parametrize("name", ["Noto-Serif-CJK-SC-Bold", "NotoSerifCJKsc-Regular", "LXGW-WenKai", "FandolFang-Regular-Identity-H", "DejaVuSansMono", "Times-Roman", "SourceHanSerifSC-Regular"])  # fmt: skip
def test_faces_of_the_mainland(name: str) -> None:
    assert face_faults(FontFact(name, "CIDFontType0", True)) == []


def test_fonts_left_out_of_the_file_and_type_3_fonts() -> None:
    drawn = FontFact("Song", "Type3", True)
    assert face_faults(FontFact("Times", "TrueType", False)) == ["Times：未嵌入"]
    assert face_faults(drawn, drawn) == ["Song：Type 3"]
    assert check([], [drawn, drawn], LAYOUT).type3 == 2


def test_missing_glyphs() -> None:
    missing = Char("㐂", 50, 60, 100, EM, SONG, missing=True)
    assert faults(Rule.NOTDEF, (missing,)) == [Fault(Rule.NOTDEF, 1, "㐂")]


@pytest.mark.parametrize(("folio", "x", "wrong"), [("3", 380, 0), ("4", 20, 0), ("3", 20, 1), ("4", 380, 1), ("— 5 —", 20, 1), ("99999", 20, 0)])  # fmt: skip
def test_folios_stand_at_the_fore_edge(folio: str, x: float, wrong: int) -> None:
    foot = row(folio, 29, x=x, size=9)
    assert len(faults(Rule.FOLIO, row(FULL, 0), foot)) == wrong


def test_numbers_elsewhere_are_no_folios() -> None:
    assert not faults(Rule.FOLIO, row(FULL, 0), row("4", 20, x=380))
    assert not faults(Rule.FOLIO, row(FULL, 29), row("4", 29.2, x=380, size=7))


def test_the_report_says_all_in_short_lines() -> None:
    lines = report(judge(row(FULL, 0), row(FULL[:9], 1), after("江", 2)))
    assert "行尾齐：2 行中 1 行（50%）" in lines
    assert "孤字 1；栏首孤行 0；栏末孤行 0；标题落在栏末 0" in lines
    assert len(lines) <= 10


def test_nearly_all_is_not_called_all() -> None:
    found = judge(row(FULL, 0), after("江"))
    assert report(found)[1] == "行尾齐：1 行中 1 行（100%）"
    nearly = replace(found, flush=Share(2999, 3000))
    assert report(nearly)[1] == "行尾齐：3,000 行中 2,999 行（99.9%）"


def test_nothing_to_count_is_said() -> None:
    assert "没有可查的" in report(judge(row("江河", 0)))[1]


def test_places_name_page_rule_and_words() -> None:
    found = judge(*(row(FULL[:9], number) for number in range(4)), after("江河", 4)).faults
    assert list(places(found, 3)) == [f"第 1 面，行不齐（10.00）：{FULL[:9]}"] * 3 + [
        "行不齐：还有 1 处"
    ]


@pytest.mark.press
def test_a_real_page_of_plain_weasyprint(tmp_path: Path) -> None:
    from weasyprint import HTML

    words = "天气转冷，他说：“今年3月下了12场雨。”河面宽了。" * 20
    style = """@page { size: 300pt 500pt; margin: 40pt }
        body { margin: 0 }
        p { font: 10pt/16pt "Noto Serif CJK SC"; width: 200pt; margin: 0; text-indent: 2em }"""
    html = f'<html lang="zh-CN"><style>{style}</style><p>{words}</p><p>{words}</p>'
    HTML(string=html).write_pdf(tmp_path / "a.pdf")
    printed = read(tmp_path / "a.pdf")
    found = check(printed.pages, printed.fonts)
    assert (found.size, found.pitch, found.ems) == (10, pytest.approx(16), (20,))
    assert (found.grid.share, found.indents, found.type3) == (1, Share(2, 2), 0)
    assert found.pairs.good == 0 < found.pairs.of
    assert 0 < found.flush.good < found.flush.of
    assert found.count(Rule.LINE_START, Rule.LINE_END, Rule.FACE, Rule.NOTDEF) == 0
