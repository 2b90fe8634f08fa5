"""Typewriter quotation marks, and corner brackets in place of quotation marks."""

from __future__ import annotations

import re
from collections.abc import Iterator

from plugins.proofing.record import Fault, Passage, Rule
from plugins.proofing.signs import HAN

PATTERN = re.compile(
    rf"(?<!\d)\"[^\"“”]*[{HAN}][^\"“”]*\"|(?<![A-Za-z])'[^'‘’]*[{HAN}][^'‘’]*'(?![A-Za-z])"
    r"|「[^「」“”]*」|『[^『』‘’]*』|＂[^＂“”]*＂"
)
QUOTES = {'"': ("“", "”"), "＂": ("“", "”"), "「": ("“", "”"), "'": ("‘", "’"), "『": ("‘", "’")}
CHEAP = re.compile("[\"＂「『']")


def find(passage: Passage) -> Iterator[Fault]:
    """Every such pair."""
    if not CHEAP.search(passage.text):
        return
    for found in PATTERN.finditer(passage.text):
        opening, closing = QUOTES[found[0][0]]
        mend = f"{opening}{found[0][1:-1]}{closing}"
        yield Fault(
            *found.span(),
            f"引号“{found[0][0]}”不是中文横排引号",
            f"改为{mend}",
            mend,
            is_safe=opening == "“",
        )


RULE = Rule(
    code="P103",
    name="引号形式",
    level="error",
    source="GB/T 15834—2011 4.8.2",
    wrong=('他说："水清了。"', "这叫'还岸于民'。", "这就是「不见面审批」。"),
    right=("他说：“水清了。”", "他说：“这叫‘还岸于民’。”", '管径为3"的阀门2个，1/2"的3个。'),
    find=find,
)
