"""Remarks in words: terminal, JSON, annotations."""

from __future__ import annotations

import json
from dataclasses import replace

from plugins.proofing import telling
from plugins.proofing.remark import Remark

SOURCE = "---\n标题: 甲\n---\n\n江水东流,岸线后退了。\n"
AT = SOURCE.index(",")
COMMA = Remark(
    path="content/2020-03/a.md",
    line=5,
    column=5,
    code="P101",
    level="error",
    words=",",
    message="半角标点“,”",
    source="GB/T 15834—2011 5.1.1",
    mend="，",
    is_safe=True,
    start=AT,
    end=AT + 1,
)


def test_the_terminal_shows_place_words_advice_and_source() -> None:
    assert list(telling.lines([COMMA], {COMMA.path: SOURCE})) == [
        "错误  content/2020-03/a.md:5:5  P101  半角标点“,”",
        "    江水东流,岸线后退了。",
        "            ^",
        "    办法：“,”→“，”（可以自动改）",
        "    依据：GB/T 15834—2011 5.1.1",
        "错误 1 处　其中可以自动改（--改）1 处",
    ]


def test_nothing_is_said_of_nothing() -> None:
    assert list(telling.lines([])) == []


def test_a_long_line_is_cut_around_the_words() -> None:
    source = f"{'前' * 50}错{'后' * 50}"
    shown, caret = telling.excerpt(
        source, replace(COMMA, line=1, column=51, words="错", end=AT + 1)
    )
    assert shown == f"…{'前' * 18}错{'后' * 18}…"
    assert caret == " " * 37 + "^^"


def test_graver_remarks_come_first_and_doubles_once() -> None:
    hint = replace(COMMA, level="hint", line=1)
    assert telling.ordered([hint, COMMA, COMMA]) == [COMMA, hint]


def test_what_many_files_share_is_one_line() -> None:
    unsigned = [
        Remark(f"content/2020-03/{n}.md", 0, 0, "P411", "error", "", "没有终审签字") for n in "ab"
    ]
    lines = list(telling.lines(unsigned))
    assert len(lines) == 2
    assert lines[0].endswith("共 2 篇：a.md、b.md")


def test_json_has_every_field_and_the_counts() -> None:
    told = json.loads(telling.to_json([COMMA], "2020-03"))
    assert told["counts"] == {"error": 1, "warning": 0, "hint": 0}
    assert told["remarks"][0]["mend"] == "，"
    assert told["issue"] == "2020-03"


def test_annotations_are_one_line_and_escaped() -> None:
    (line,) = telling.workflow_commands([replace(COMMA, path="a,b.md", message="100%\n不对")])
    assert line.startswith("::error file=a%2Cb.md,line=5,col=5,title=P101 错误::100%25%0A不对%0A")


def test_a_remark_on_a_whole_file_has_no_line() -> None:
    (line,) = telling.workflow_commands([replace(COMMA, line=0, column=0, level="hint")])
    assert line.startswith("::notice file=content/2020-03/a.md,title=")


def test_the_ticket_says_what_was_passed_over() -> None:
    assert telling.for_ticket([]) == "没有错误，提醒 0 处"
    assert telling.for_ticket([COMMA]) == "错误 1 处（P101）；有错误，编辑部要求照付"


def test_alike_hints_of_a_file_are_told_once_errors_each() -> None:
    hints = [replace(COMMA, level="hint", line=line, column=1) for line in (1, 2, 3)]
    errors = [replace(COMMA, line=line) for line in (4, 5)]
    said = list(telling.lines([*hints, *errors]))
    assert sum(each.startswith("错误") for each in said[:-1]) == 2
    assert sum(each.startswith("提示") for each in said[:-1]) == 1
    assert "    同样的还有 2 处：2:1、3:1" in said
    assert said[-1].startswith("错误 2 处　提示 3 处")
