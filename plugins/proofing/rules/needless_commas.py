"""、 between quotation marks, or between title marks, that stand side by side."""

from __future__ import annotations

import re
from collections.abc import Iterator

from plugins.proofing.record import Fault, Passage, Rule

PATTERN = re.compile("(?<=”)、(?=“)|(?<=》)、(?=《)|(?<=’)、(?=‘)|(?<=〉)、(?=〈)")


def find(passage: Passage) -> Iterator[Fault]:
    """Every such mark."""
    text = passage.text
    if "、" not in text:
        return
    for found in PATTERN.finditer(text):
        at = found.start()
        kind = "书名号" if text[at - 1] in "》〉" else "引号"
        message = f"并列的{kind}之间用了顿号“{text[at - 1 : at + 2]}”"
        yield Fault(at, at + 1, message, "通常不用顿号，删去", "", is_safe=True)


RULE = Rule(
    code="P111",
    name="引号书名号之间的顿号",
    level="warning",
    source="GB/T 15834—2011 4.5.3.5",
    wrong=("分“必须改”、“七日内改”、“建议改”三栏。", "学习《水污染防治法》、《大气污染防治法》。"),
    right=(
        "分“必须改”“七日内改”“建议改”三栏。",
        "学习《水污染防治法》（节选）、《大气污染防治法》。",
    ),
    find=find,
)
