"""The report in words: terminal, JSON, HTML."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from plugins.press.preflight.preflight import inspect
from plugins.press.preflight.record import Expected, PictureFact, Report
from plugins.press.preflight.report import NOTE, groups, lines, ppi_class, to_html, to_json, verdict
from tests.preflight.specimen import Specimen

THEME = Path(__file__).resolve().parents[2] / "theme"


@pytest.fixture
def good(tmp_path: Path) -> Report:
    return inspect(Specimen().save(tmp_path / "good.pdf"))


@pytest.fixture
def bad(tmp_path: Path) -> Report:
    file = Specimen()
    for place in range(7):
        file.add(f"{place / 10} 0 0 rg 200 200 50 50 re f")
    file.add("0 0.3 0 0 k 200 200 50 50 re f " * 2)
    file.add("0 0 0 1 K 0.1 w 200 200 m 300 200 l S " * 3)
    return inspect(file.save(tmp_path / "bad<1>.pdf"))


def test_the_verdict_in_a_few_words(good: Report, bad: Report) -> None:
    assert verdict(good) == f"合格：{len(good.rules)} 条规则全部通过"
    assert verdict(bad) == "不能付印：错误 7，警告 1"
    assert not bad.passed


def test_warnings_alone_may_be_printed(tmp_path: Path) -> None:
    file = Specimen()
    file.add("0 0 0 1 K 0.1 w 200 200 m 300 200 l S")
    report = inspect(file.save(tmp_path / "a.pdf"))
    assert report.passed
    assert verdict(report) == "可以付印：警告 1"


def test_terminal_lines_name_page_and_object_and_the_way_out(bad: Report) -> None:
    said = lines(bad)
    assert said[0].startswith("bad<1>.pdf（1 页，按 PDF/X-4）不能付印")
    assert "    第 1 页　色块，左 56 上 211 mm：用了 RGB 0 0 0" in said
    assert "    还有 2 条，见报告" in said
    assert any("同页共 3 处" in line for line in said)
    assert sum(line.startswith("    办法：") for line in said) == 2


def test_json_can_be_read_and_is_always_the_same(bad: Report) -> None:
    whole = json.loads(to_json(bad))
    assert whole["passed"] is False
    assert whole["counts"] == {"error": 7, "warning": 1, "hint": 0}
    assert whole["faults"][0]["code"] == "Y301"
    assert set(whole["faults"][0]) == {"code", "level", "page", "thing", "message", "hint", "count"}
    assert whole["facts"]["trims"] == [[210.0, 285.0, 1]]
    assert to_json(bad) == to_json(bad)


def test_the_facts_of_a_good_file(good: Report) -> None:
    facts = good.facts
    assert (facts.version, facts.claims, facts.intent) == ("1.6", "PDF/X-4", "FOGRA39")
    assert facts.bleed_mm == 3.0
    assert facts.inks == ("C", "M", "Y", "K")
    assert [(font.name, font.embedded, font.subset) for font in facts.fonts] == [
        ("Song", True, True)
    ]
    (picture,) = facts.pictures
    assert (picture.width, picture.ppi, picture.space, picture.ink) == (200, 300, "CMYK", 50)
    assert re.fullmatch("[0-9a-f]{64}", facts.sha256)


def test_groups_hold_every_rule_that_was_run(bad: Report) -> None:
    found = list(groups(bad))
    assert len(found) == 7
    assert sum(len(group.rules) for group in found) == len(bad.rules)
    assert [each.run.code for group in found for each in group.broken] == ["Y301", "Y612"]
    assert next(each.places for group in found for each in group.broken) == 7


def test_the_page_stands_alone_and_escapes_what_files_say(good: Report, bad: Report) -> None:
    page = to_html([good, bad], THEME)
    assert "bad&lt;1&gt;.pdf" in page
    assert "bad<1>" not in page
    assert not re.search(r"(src|href)=\"(?!#)", page)
    assert "url(" not in page
    assert verdict(good) in page
    assert verdict(bad) in page
    assert NOTE in page


def test_the_page_of_one_file_has_no_list_of_files(good: Report) -> None:
    page = to_html([good], THEME, "检查")
    assert "<title>检查</title>" in page
    assert 'class="files"' not in page
    assert page == to_html([good], THEME, "检查")


def test_the_page_of_a_file_that_does_not_open(tmp_path: Path) -> None:
    file = tmp_path / "a.pdf"
    file.write_bytes(b"nothing")
    page = to_html([inspect(file)], THEME)
    assert "打不开" in page


@pytest.mark.parametrize(
    ("ppi", "name"),
    [(0, ""), (300, "good"), (299, "good"), (250, "fair"), (200, "low"), (100, "bad")],
)
def test_how_good_a_resolution_is(ppi: int, name: str) -> None:
    report = Report("a.pdf", 1, "PDF/X-4", order=Expected())
    assert ppi_class(PictureFact(1, "Im", 9, 9, "CMYK", ppi, 0), report) == name
