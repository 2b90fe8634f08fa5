"""Full-width Latin letters and Arabic figures."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

from plugins.proofing.record import Fault, Passage, Rule

PATTERN = re.compile("[０-９Ａ-Ｚａ-ｚ]+(?:[．：／][０-９]+)*")


def find(passage: Passage) -> Iterator[Fault]:
    """Every run of them."""
    for found in PATTERN.finditer(passage.text):
        mend = unicodedata.normalize("NFKC", found[0])
        yield Fault(
            *found.span(), f"“{found[0]}”是全角字符", f"改为半角“{mend}”", mend, is_safe=True
        )


RULE = Rule(
    code="P125",
    name="全角数字字母",
    level="warning",
    source="GB/T 15835—2011《出版物上数字用法》；编辑手册",
    wrong=("岸线退出８．１公里。", "ＰＭ浓度下降。"),
    right=("岸线退出8.1公里。",),
    find=find,
)
