"""An ellipsis and 等 beside each other: one of them is enough."""

from __future__ import annotations

import re
from collections.abc import Iterator

from plugins.proofing.record import Fault, Passage, Rule

PATTERN = re.compile(r"……等等?(?=[，。；、）])|等等……")


def find(passage: Passage) -> Iterator[Fault]:
    """Every such pair."""
    for found in PATTERN.finditer(passage.text):
        yield Fault(*found.span(), f"“{found[0]}”省略号和“等”重复", "只留一个")


RULE = Rule(
    code="P128",
    name="省略号与等重复",
    level="warning",
    source="GB/T 15834—2011 A.9.2",
    wrong=("清淤、护堤、补水……等，样样要钱。", "清淤、护堤等等……"),
    right=("清淤、护堤、补水等，样样要钱。", "他抬头等……船来了。"),
    find=find,
)
