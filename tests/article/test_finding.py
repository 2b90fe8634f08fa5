from __future__ import annotations

import dataclasses

import pytest

from plugins.article.finding import Finding, ManuscriptError, errors, locate

HERE = Finding("content/2020-03/a.md", 2, 1, "A102", "error", "“栏木”不是稿件信息。")
WHOLE = Finding("content/2020-03/b.md", 0, 0, "I213", "hint", "备稿。")


def test_a_finding_reads_file_line_column_code_message() -> None:
    assert str(HERE) == "content/2020-03/a.md:2:1  A102  “栏木”不是稿件信息。"


def test_a_finding_about_a_whole_file_names_no_line() -> None:
    assert str(WHOLE) == "content/2020-03/b.md  I213  备稿。"


def test_errors_only() -> None:
    assert errors([HERE, WHOLE]) == [HERE]


def test_the_error_carries_its_findings() -> None:
    error = ManuscriptError([HERE, WHOLE])
    assert error.findings == (HERE, WHOLE)
    assert str(error) == f"{HERE}\n{WHOLE}"


def test_frozen() -> None:
    with pytest.raises(dataclasses.FrozenInstanceError):
        HERE.line = 3  # type: ignore[misc]


@pytest.mark.parametrize(
    ("text", "words", "place"),
    [
        ("甲\n乙丙", "丙", (2, 2)),
        ("甲", "甲", (1, 1)),
        ("甲\n乙\n甲", "甲", (1, 1)),
        ("甲\n\n乙丙丁", "丙丁", (3, 2)),
        ("甲", "无", (1, 1)),
        ("", "无", (1, 1)),
    ],
)
def test_locate(text: str, words: str, place: tuple[int, int]) -> None:
    assert locate(text, words) == place
