"""Two marks where one must stand: doubled, or at odds. An ellipsis may have a stop behind it (B.2.4)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from plugins.proofing.record import Fault, Passage, Rule

PATTERN = re.compile(
    r"(?P<twice>[，、；：])(?P=twice)+|(?<!。)。。(?!。)|[，、；：][，、；：。]+|[。？！][，、；：]|。[？！]|[？！]。|。”。"
)
SAFE = re.compile(r"([，、；：。])\1+")


def find(passage: Passage) -> Iterator[Fault]:
    """Every such pair."""
    for found in PATTERN.finditer(passage.text):
        words = found[0]
        mend, is_safe = None, False
        if SAFE.fullmatch(words):
            mend, is_safe = words[0], True
        elif words == "。”。":
            mend = "。”"
        yield Fault(
            *found.span(),
            f"标点“{words}”连用",
            f"改为“{mend}”" if mend else "只留一个",
            mend,
            is_safe,
        )


RULE = Rule(
    code="P121",
    name="标点连用",
    level="error",
    source="GB/T 15834—2011 B.2.1、B.2.4",
    wrong=(
        "水清了，，岸绿了。",
        "水清了。。",
        "水清了，。岸也绿了。",
        "他说：“水清了。”。",
        "水清了？。",
    ),
    right=(
        "他高喊：“水清了！”。",
        "真的清了？！",
        "“清了……”他说。",
        "如果……，就开闸。",
        "如果……，那么……。",
        "船搁在滩上……。清污船赶来了。",
    ),
    find=find,
)
