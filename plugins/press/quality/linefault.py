"""What can be wrong with set lines, as data that leads a person to the place."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from plugins.press.quality.columnread import BodyLine


class Rule(StrEnum):
    """What can be wrong; the value is the rule's name for people."""

    LINE_START = "行首禁则"
    LINE_END = "行末禁则"
    DOUBLE_MARK = "破折号、省略号断开"
    NUMBER = "数字、文号断开"
    FLUSH = "行不齐"
    END_MARK = "行末标点未占半字"
    PAIR = "连用标点未挤压"
    OVERLAP = "字距过紧"
    LOOSE = "字距过松"
    LONE = "孤字"
    WIDOW = "栏首孤行"
    ORPHAN = "栏末孤行"
    HEADING = "标题落在栏末"
    GRID = "不在行格上"
    MEASURE = "栏宽不是整字"
    INDENT = "首行缩进不是两字"
    FACE = "字体"
    NOTDEF = "缺字"
    FOLIO = "页码位置"


@dataclass(frozen=True, slots=True)
class Fault:
    """One fault: page in the file from 1, the words there, the measured value (see the rule)."""

    rule: Rule
    page: int
    text: str
    value: float = 0.0


def fault(rule: Rule, each: BodyLine, value: float = 0.0) -> Fault:
    """A fault of one line."""
    return Fault(rule, each.line.page, each.line.text, value)


def fault_at(rule: Rule, each: BodyLine, words: str, value: float) -> Fault:
    """A fault of some words in a line."""
    return Fault(rule, each.line.page, f"{words}：{each.line.text}", value)
