"""A proof sheet on paper: every word of it, and the notes beside the text."""

from __future__ import annotations

from pathlib import Path

import pytest

from plugins.press.proofsheet import write_pdf
from plugins.press.quality import reader
from plugins.proofing import comparing, sheet
from tests.desk import Desk
from tests.proofing.office import read

THEME = Path(__file__).resolve().parents[2] / "theme"
pytestmark = pytest.mark.press


def words(file: Path) -> str:
    return "".join(char.text for page in reader.read(file).pages for char in page.chars)


def test_text_and_notes_are_printed(desk: Desk, tmp_path: Path) -> None:
    desk.small("江水东流,岸线后退了。\n", 标题="岸线", 初审="王某 2020-03-02")
    made = read(desk)
    target = tmp_path / "校样.pdf"
    write_pdf(sheet.to_html(made.bundle, made.remarks, THEME), THEME, target)
    printed = words(target)
    for each in ("江水东流", "岸线后退了", "P101", "GB/T 15834", "王某", "可以自动改"):
        assert each in printed
    assert [file.name for file in tmp_path.glob("校样*")] == ["校样.pdf"]


def test_a_comparison_is_printed(tmp_path: Path) -> None:
    old, new = ({"a.md": f"---\n标题: 甲\n---\n\n江水{way}流。\n"} for way in "东西")
    html = comparing.to_html(comparing.compare(old, new), THEME, "测试环境", "一校", "二校")
    write_pdf(html, THEME, tmp_path / "a.pdf")
    assert "江水东西流。" in words(tmp_path / "a.pdf")
