"""What grows less cannot do so by multiples (下降了2倍)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from plugins.proofing.record import Fault, Passage, Rule

FOUND = re.compile(
    r"(?:减少|降低|下降|缩小|减低|缩短|削减|下跌)(?:了)?(?:近|约|将近)?[\d.一二两三四五六七八九十]+(?:多|余)?倍(?!数|频)"
)


def find(passage: Passage) -> Iterator[Fault]:
    """Every decrease by a multiple."""
    for found in FOUND.finditer(passage.text):
        advice = "改用百分比或分数，例如“下降一半”“降到原来的三分之一”"
        yield Fault(*found.span(), f"“{found[0]}”：减少不能用倍数", advice)


RULE = Rule(
    code="P217",
    name="减少用倍数",
    level="warning",
    source="CY/T 266—2023《图书编校质量差错判定和计算方法》；降幅最多是百分之百",
    wrong=("煤耗下降了2倍。",),
    right=("煤耗下降了一半，产量增长2倍，超标倍数降到0.2。",),
    find=find,
)
