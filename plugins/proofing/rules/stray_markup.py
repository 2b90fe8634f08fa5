"""Signs of Markdown, HTML or TeX that would be printed as they are typed."""

from __future__ import annotations

import re
from collections.abc import Iterator

from plugins.proofing.record import Fault, Passage, Rule
from plugins.proofing.signs import HAN

PATTERN = re.compile(
    rf"\*{{2,}}|(?<=[{HAN}，。；])#{{2,}}|&(?!(?:lt|gt|amp);)(?:[a-z]{{2,8}}|#\d+);|</?[a-z][a-z0-9]*[^<>]*$"
    rf"|\\(?:[a-z]+\{{|[()\[\]])|!?\[[^\[\]]*\]\([^()]*$|\]\{{|`{{3,}}|\{{\.\w+\}}|~~"
)
CHEAP = re.compile(r"[*#&<\\\[\]{`~]")


def find(passage: Passage) -> Iterator[Fault]:
    """Every such sign."""
    if not CHEAP.search(passage.text):
        return
    for found in PATTERN.finditer(passage.text):
        is_star = found[0][0] == "*"
        message = f"“{found[0]}”会照样印出来"
        advice = "没有配成对，删去，或者补上另一半" if is_star else "改写或删去"
        yield Fault(*found.span(), message, advice, "" if is_star else None)


RULE = Rule(
    code="P117",
    name="残留的标记",
    level="error",
    source="编辑手册",
    wrong=("**生态环境局把排查放在首位。", "水清了&nbsp;岸绿了。", "大湾##整治纪实。"),
    right=(
        "**一是**摸清底数，*逐口*编号。",
        "沉淀剂按A*B配比，见[附表](a.md)。",
        "R&D投入增加。",
        "氨氮&lt;0.5毫克每升，A&amp;B两级处理。",
    ),
    find=find,
)
