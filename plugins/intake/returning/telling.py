"""A comparison in Chinese: for the terminal, and as a report in Markdown. Pure."""

from __future__ import annotations

from collections.abc import Iterator

from plugins.intake.collation.record import OBJECT
from plugins.intake.returning.aligning import shown
from plugins.intake.returning.comparison import Change, Comparison

KINDS = {"changed": "改", "added": "加", "taken": "删"}
NOTE = "〔脚注〕"


def lines(found: Comparison, is_written: bool) -> Iterator[str]:
    """What the terminal shows."""
    yield summary(found, is_written)
    for change in found.changes:
        yield f"{_place(found, change.line)}  {KINDS[change.kind]}  {_who(change)}"
        yield f"    {words(change)}"
        if change.why:
            yield f"    没有写：{change.why}"
    for remark in found.remarks:
        yield f"{_place(found, remark.line)}  {remark.words}"


def summary(found: Comparison, is_written: bool) -> str:
    """One line on all of it."""
    if not found.changes and not found.remarks:
        return f"{found.path}：回稿与稿件一致，没有改动。"
    does = "已写进稿件" if is_written else "可写进稿件"
    by_hand = len(found.changes) - len(found.written)
    made = f"{found.path}：改动 {len(found.changes)} 处，{does} {len(found.written)} 处"
    made += f"，须手工处理 {by_hand} 处" if by_hand else ""
    made += f"，批注等 {len(found.remarks)} 条" if found.remarks else ""
    return f"{made}。{MOVED if found.has_moved else ''}"


MOVED = "稿件在送出以后改过：编辑部改过的段落不会被覆盖，请逐条看。"


def report(found: Comparison, file: str, is_written: bool) -> str:
    """The report in Markdown; ``file`` is the Word file's name."""
    made = [f"# 回稿：{found.path}", "", f"来自“{file}”。{summary(found, is_written)}", ""]
    if found.changes:
        made += ["## 改动", ""]
    for number, change in enumerate(found.changes, start=1):
        line = f"第 {change.line} 行，" if change.line else ""
        made += [
            f"{number}. {line}{KINDS[change.kind]}，{_who(change)}",
            "",
            f"        {words(change)}",
            "",
        ]
        if change.why:
            made += [f"    没有写进稿件：{change.why}。", ""]
    if found.remarks:
        made += ["## 批注和提醒", ""]
        for remark in found.remarks:
            line = f"第 {remark.line} 行：" if remark.line else ""
            made.append(f"- {line}{' '.join(remark.words.split())}")
        made.append("")
    return "\n".join(made)


def words(change: Change) -> str:
    """Before and after in one line: [-出-] and {+入+}."""
    text = shown(change.before, change.after)
    return text.replace(OBJECT, NOTE).replace("\n", "⏎")


def _place(found: Comparison, line: int) -> str:
    return f"content/{found.path}:{line}" if line else f"content/{found.path}"


def _who(change: Change) -> str:
    if not change.who:
        return "没有修订痕迹"
    untracked = "" if change.is_tracked else "（另有没留修订痕迹的改动）"
    return "、".join(change.who) + untracked
