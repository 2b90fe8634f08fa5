"""A range whose first number lacks the sign or 万, 亿 of the second (15～30%, 9～16亿)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from plugins.proofing.record import Fault, Passage, Rule

RANGE = re.compile(
    r"(?<![\d.,，年号〕—～~\-])(\d+(?:\.\d+)?)[～—~\-－](\d+(?:\.\d+)?)(%|％|‰|万|亿)"
)


def find(passage: Passage) -> Iterator[Fault]:
    """Every such range."""
    text = passage.text
    for found in RANGE.finditer(text):
        sign = found[3]
        mend = text[found.start() : found.end(1)] + sign + text[found.end(1) : found.end()]
        message = f"“{found[0]}”：前一个数不能省去“{sign}”"
        yield Fault(*found.span(), message, f"写成“{mend}”", mend)


RULE = Rule(
    code="P219",
    name="范围的起数省略符号",
    level="warning",
    source="GB/T 15835—2011《出版物上数字用法》（数值范围）",
    wrong=("成活率提高15～30%。", "估算投资9—16亿元。"),
    right=("成活率提高15%～30%。", "估算投资9亿—16亿元，每册400—429页。"),
    find=find,
)
