"""A Latin function word between Han characters (保护 and 发展)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from plugins.proofing.record import Fault, Passage, Rule

STRAY = re.compile(
    r"(?<=[\u4e00-\u9fff，、；]) *\b(and|or|the|of|in|to|for|with|is|are|but|by|at|on|from)\b *(?=[\u4e00-\u9fff])",
    re.IGNORECASE,
)
MEANT = {"and": "和", "or": "或", "of": "的", "to": "至"}


def find(passage: Passage) -> Iterator[Fault]:
    """Every such word; what it stands for where that is plain."""
    text = passage.text
    for found in STRAY.finditer(text):
        word = found[1]
        han = MEANT.get(word.lower())
        mend = han if han and word.lower() in ("and", "or") else None
        advice = f"改成“{han}”，或删去" if han else "删去，或译成中文"
        yield Fault(found.start(), found.end(), f"句中夹着英文词“{word}”", advice, mend)


RULE = Rule(
    code="P209",
    name="句中夹英文词",
    level="error",
    source="GB/T 15834—2011 1（用于汉语书面语）、《国家通用语言文字法》",
    wrong=("统筹生态保护 and 产业发展。",),
    right=("统筹生态保护和产业发展，讲座题为Water in Cities，配套App上线，用VOCs走航车巡查。",),
    find=find,
)
