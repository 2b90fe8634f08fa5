"""Ellipses made of dots or stops, or of one character or three."""

from __future__ import annotations

import re
from collections.abc import Iterator

from plugins.proofing.record import Fault, Passage, Rule
from plugins.proofing.signs import HAN

#: Twelve dots (four characters) stand for paragraphs or lines left out (4.11.2).
PATTERN = re.compile(
    rf"(?<=[{HAN}，。？！“”’》）])(?:\.{{3,}}|。{{3,}}|·{{3,}}|、{{3,}})|^(?:\.{{3,}}|。{{3,}})(?=[{HAN}])"
    r"|(?<!…)…(?!…)|(?<!…)…{3}(?!…)|…{5,}|⋯+"
)


def find(passage: Passage) -> Iterator[Fault]:
    """Every such ellipsis."""
    for found in PATTERN.finditer(passage.text):
        message = f"省略号写成了“{found[0]}”"
        yield Fault(*found.span(), message, "改为“……”", "……", is_safe=True)


RULE = Rule(
    code="P115",
    name="省略号形式",
    level="error",
    source="GB/T 15834—2011 4.11.2",
    wrong=(
        "清淤、护堤、补水...样样要钱。",
        "他想了想，说：“再看看…”",
        "白鹭、苇莺。。。都回来了。",
    ),
    right=("清淤、护堤、补水……样样要钱。", "…………", "文件名为a...b。"),
    find=find,
)
