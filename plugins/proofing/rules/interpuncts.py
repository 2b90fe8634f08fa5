"""Look-alikes of 间隔号 between Chinese characters."""

from __future__ import annotations

import re
from collections.abc import Iterator

from plugins.proofing.record import Fault, Passage, Rule
from plugins.proofing.signs import HAN

#: 一．查清底数: the number of a heading, which P303 minds.
NUMBERED = re.compile(r"[一二三四五六七八九十]{1,3}")
PATTERN = re.compile(rf"(?<=[{HAN}》])[ ]?[•・‧∙⋅●．][ ]?(?=[{HAN}《])")


def find(passage: Passage) -> Iterator[Fault]:
    """Every such mark inside a line."""
    for found in PATTERN.finditer(passage.text):
        if NUMBERED.fullmatch(passage.text, 0, found.start()):
            continue
        yield Fault(
            *found.span(), f"间隔号写成了“{found[0].strip()}”", "改为“·”", "·", is_safe=True
        )


RULE = Rule(
    code="P126",
    name="间隔号形式",
    level="warning",
    source="GB/T 15834—2011 4.14.2",
    wrong=("《岚江志•水利》成书。", "雷切尔・卡逊写过春天。"),
    right=("《岚江志·水利》成书，定价3.5元。",),
    find=find,
)
