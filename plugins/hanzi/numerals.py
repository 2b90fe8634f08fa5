"""Numbers as Chinese official writing numbers its parts (GB/T 9704-2012, clause 7.3.3)."""

from __future__ import annotations

import re
from typing import NamedTuple

NUMERAL = r"[一二三四五六七八九十百零〇]+"
#: Level of a part → how its number is written: 一、 → （一） → 1. → （1）
PATTERNS = (
    re.compile(rf"({NUMERAL}、)\s*"),
    re.compile(rf"([（(]{NUMERAL}[）)])、?\s*"),
    re.compile(r"(\d{1,2}[.．、])(?!\d)\s*"),
    re.compile(r"([（(]\d{1,2}[）)])\s*"),
)


class Numbered(NamedTuple):
    """The number at the head of a text: its level (1 to 4), as typed, and what follows."""

    level: int
    number: str
    rest: str


def read_number(text: str) -> Numbered | None:
    """Find the part number that a text begins with, or None.

    >>> read_number("（二）强化监管")
    Numbered(level=2, number='（二）', rest='强化监管')
    """
    for level, pattern in enumerate(PATTERNS, start=1):
        match = pattern.match(text)
        if match:
            return Numbered(level, match.group(1), text[match.end() :])
    return None
