"""Latin letters typed for Roman numerals: III类."""

from __future__ import annotations

import re
from collections.abc import Iterator

from plugins.proofing.record import Fault, Passage, Rule

ROMAN = {"I": "Ⅰ", "II": "Ⅱ", "III": "Ⅲ", "IV": "Ⅳ", "V": "Ⅴ"}
NUMERAL = "III|II|IV|I|V"
PATTERN = re.compile(
    rf"(?<![A-Za-z0-9])(?:{NUMERAL})"
    rf"(?=(?:(?:[—～~\-－]|[、和或至到])(?:劣?(?:{NUMERAL})|[Ⅰ-Ⅵ])){{0,4}}(?:类|级(?!联)))"
)


def find(passage: Passage) -> Iterator[Fault]:
    """Every such numeral before 类 or 级, in ranges and lists likewise."""
    if "I" not in passage.text and "V" not in passage.text:
        return
    for found in PATTERN.finditer(passage.text):
        mend = ROMAN[found[0]]
        yield Fault(
            *found.span(), f"罗马数字“{found[0]}”是用字母拼的", f"改为“{mend}”", mend, is_safe=True
        )


RULE = Rule(
    code="P108",
    name="罗马数字",
    level="error",
    source="GB 3838—2002《地表水环境质量标准》",
    wrong=("水质达到III类标准。", "I~III类水质断面占68.1%。", "劣V类断面全部消除。"),
    right=("水质达到Ⅲ类标准。", "Ⅰ—Ⅲ类水质断面占68.1%。", "边坡做成V型槽，WIFI类设备入库。"),
    find=find,
)
