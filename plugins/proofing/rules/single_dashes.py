"""A single — where a 破折号 (——) is meant: beside another mark, or at the head of a deck."""

from __future__ import annotations

import re
from collections.abc import Iterator

from plugins.proofing.record import Fault, Passage, Rule
from plugins.proofing.signs import HAN

SINGLE = "(?<![—―])—(?![—―])"
PATTERN = re.compile(
    rf"(?<=[，。；：？！”]){SINGLE}|{SINGLE}(?=[“])|^{SINGLE}(?=[{HAN}])"
    rf"|(?<=[{HAN}]){SINGLE}(?=(?:也就是|即|这就是|那就是|就是|包括|特别是|尤其是)[{HAN}])"
)


def find(passage: Passage) -> Iterator[Fault]:
    """Every such dash; one between two names or numbers is a 连接号 and right."""
    if "—" not in passage.text:
        return
    for found in PATTERN.finditer(passage.text):
        yield Fault(
            *found.span(), "破折号只打了一半“—”", "破折号占两个字，改为“——”", "——", is_safe=True
        )


RULE = Rule(
    code="P113",
    name="破折号只有一半",
    level="warning",
    source="GB/T 15834—2011 4.10.2、5.1.4",
    wrong=(
        "他记下最要紧的一条—“先让水慢下来”。",
        "岸线要还给一个主人—就是市民。",
        "—岚江大湾整治纪实",
    ),
    right=(
        "他记下最要紧的一条——先让水慢下来。",
        "中国—东盟环境合作论坛在望津—砚山快速路旁的会议中心举行，会期2—3天。",
    ),
    find=find,
)
