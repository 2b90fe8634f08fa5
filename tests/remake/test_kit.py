"""What results are made with: everything that may change a byte, named so that people find it."""

from __future__ import annotations

import pickle
from pathlib import Path

from plugins.press.faces import FAMILIES
from plugins.remake.job import Job
from plugins.remake.kit import NOT_THERE, difference, families, kit
from tests.remake.labour import ROOT, office

THEME = ROOT / "theme"


def test_the_families_of_print_are_among_those_of_the_style_sheets() -> None:
    assert set(FAMILIES) <= set(families(THEME))
    assert "FandolFang" in families(THEME)


def test_families_are_read_where_they_are_declared(tmp_path: Path) -> None:
    sheet = tmp_path / "press" / "a.css"
    sheet.parent.mkdir()
    sheet.write_text(
        'p { content: "不是字体"; font-family: "甲体", "乙体", serif; }\n'
        ':root { --hei: "丙体",\n "丁体", sans-serif; --mark: "也不是"; }\n',
        encoding="utf-8",
    )
    assert families(tmp_path) == sorted(["甲体", "乙体", "丙体", "丁体"])


def test_a_kit_names_programme_libraries_and_faces() -> None:
    rows = dict(kit("pdf", THEME))
    assert rows["weasyprint"] != NOT_THERE
    assert rows["Pango"][0].isdigit()
    assert {f"字体 {family}" for family in families(THEME)} <= set(rows)
    assert rows["程序"] != dict(kit("pictures", THEME))["程序"]


def test_a_difference_is_told_by_name() -> None:
    asked = (("Python", "3.11.7"), ("weasyprint", "70.0"), ("字体 甲", "0123456789abcdef0"))
    own = (("Python", "3.11.7"), ("weasyprint", "69.0"))
    assert difference(asked, own) == (
        "weasyprint（派活的机器 70.0，这台 69.0）；字体 甲（派活的机器 01234567…，这台 没有）"
    )
    assert difference(asked, asked) == ""


def test_jobs_travel(tmp_path: Path) -> None:
    job = Job(what="pdf", issue="2020-03", folders=office(tmp_path), kit=kit("pdf", THEME))
    assert pickle.loads(pickle.dumps(job)) == job
