"""What is named on the command line."""

from __future__ import annotations

from pathlib import Path

import pytest

from plugins.intake import gathering
from plugins.intake.intakefault import IntakeFault


@pytest.mark.parametrize(
    ("key", "words"), [("", "写明"), ("2020-3", "写明"), ("../x", "写明"), ("2020-04", "建期")]
)
def test_an_issue_that_is_not_there(key: str, words: str, tmp_path: Path) -> None:
    with pytest.raises(IntakeFault, match=words):
        gathering.issue_folder(tmp_path, key)


def test_an_issue_that_is_there(tmp_path: Path) -> None:
    (tmp_path / "2020-03").mkdir()
    assert gathering.issue_folder(tmp_path, "2020-03") == tmp_path / "2020-03"


def test_a_folder_means_what_can_be_taken_in(tmp_path: Path) -> None:
    for name in ("乙.docx", "甲.TXT", "~$乙.docx", "图.jpg", ".x.md"):
        (tmp_path / name).write_bytes(b"x")
    (tmp_path / "里.md").mkdir()
    named = [tmp_path, tmp_path / "乙.docx", tmp_path / "没有.txt"]
    assert [each.name for each in gathering.files(named)] == ["乙.docx", "甲.TXT", "没有.txt"]


def test_nothing_named() -> None:
    with pytest.raises(IntakeFault, match="没有来稿"):
        gathering.files([])


def test_a_report_never_goes_over_another(tmp_path: Path) -> None:
    first = gathering.report_file(tmp_path, [])
    first.write_text("x")
    assert gathering.report_file(tmp_path, []).name == "没有收-2.md"


def test_several_files_in_one_word(tmp_path: Path) -> None:
    odd = tmp_path / "甲,乙.txt"
    odd.write_text("x")
    assert gathering.named(str(odd)) == [odd]
    assert gathering.named("甲.docx, 乙.docx，丙.txt") == [
        Path("甲.docx"),
        Path("乙.docx"),
        Path("丙.txt"),
    ]
    assert gathering.named("") == []
