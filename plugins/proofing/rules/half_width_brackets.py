"""Half-width round brackets in Chinese text, or one half-width and one full-width."""

from __future__ import annotations

import re
from collections.abc import Iterator

from plugins.proofing.record import Fault, Passage, Rule
from plugins.proofing.signs import HAN

PATTERN = re.compile(
    rf"\([^()（）]*[{HAN}][^()（）]*\)|(?:(?<=[{HAN}”》])|^)\([^()（）]*\)"
    r"|\([^()（）]{1,60}）|（[^()（）]{1,60}\)"
)


def find(passage: Passage) -> Iterator[Fault]:
    """Every such pair."""
    if "(" not in passage.text and ")" not in passage.text:
        return
    for found in PATTERN.finditer(passage.text):
        mend = f"（{found[0][1:-1]}）"
        yield Fault(
            *found.span(), f"中文里用了半角括号“{found[0]}”", f"改为“{mend}”", mend, is_safe=True
        )


RULE = Rule(
    code="P102",
    name="半角括号",
    level="error",
    source="GB/T 15834—2011 5.1.3",
    wrong=("化学需氧量(COD)下降。", "各市生态环境局(石化新区分局)：", "治理（含清淤)工程已完工。"),
    right=("化学需氧量（COD）下降。", "夜间噪声不超过45dB(A)。", "氢氧化钙Ca(OH)2投加量减半。"),
    find=find,
)
