from __future__ import annotations

from plugins.article.finding import Finding
from plugins.issue import report

ERROR = Finding("content/2020-03/b.md", 2, 1, "A102", "error", "“甲”不是稿件信息。")
WARNING = Finding("content/2020-03/a.md", 9, 3, "A117", "warning", "没有图说。")
HELD = Finding("content/2020-03/h.md", 0, 0, "I213", "hint", "备稿。")
CLOSED = Finding("content/2020-02/c.md", 0, 0, "I215", "hint", "内部。")
SHARED = Finding("content/sections.toml", 3, 1, "I206", "error", "重名。")


def test_nothing_found_nothing_said() -> None:
    assert list(report.lines([])) == []


def test_errors_first_then_warnings_then_hints_then_a_count() -> None:
    lines = list(report.lines([HELD, WARNING, ERROR]))
    assert lines[0] == f"错误  {ERROR}"
    assert lines[1] == f"提醒  {WARNING}"
    assert lines[2].startswith("提示  I213")
    assert lines[3] == "错误 1 处　提醒 1 处　提示 1 处"


def test_by_file_and_line_and_each_once() -> None:
    early = Finding("content/2020-03/b.md", 1, 1, "A103", "error", "没有标题。")
    lines = list(report.lines([ERROR, early, ERROR]))
    assert lines == [f"错误  {early}", f"错误  {ERROR}", "错误 2 处"]


def test_hints_that_many_files_share_are_one_line() -> None:
    other = Finding("content/2020-03/k.md", 0, 0, "I213", "hint", "备稿。")
    lines = list(report.lines([other, HELD, CLOSED]))
    assert len(lines) == 3
    assert lines[0].endswith("共 2 篇：2020-03/h.md、2020-03/k.md")
    assert lines[1].endswith("共 1 篇：2020-02/c.md")


def test_what_concerns_an_issue() -> None:
    assert report.concerning([ERROR, CLOSED, SHARED], "2020-03") == [ERROR, SHARED]
    assert report.concerning([ERROR, CLOSED, SHARED], "2020-02") == [CLOSED, SHARED]
