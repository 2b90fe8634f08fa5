"""零, ○ or 0 for 〇 in a year in Chinese numerals (二零二零年)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from plugins.proofing.record import Fault, Passage, Rule

DIGIT = "一二三四五六七八九〇零○Ｏ0O"
YEAR = re.compile(rf"(?<![{DIGIT}十百千万])[一二][{DIGIT}]{{3}}(?=年)")
WRONG = str.maketrans(dict.fromkeys("零○Ｏ0O", "〇"))


def find(passage: Passage) -> Iterator[Fault]:
    """Every such year."""
    text = passage.text
    for found in YEAR.finditer(text):
        right = found[0].translate(WRONG)
        if right != found[0] and not found[0].isascii():
            message = f"“{found[0]}年”：年份里的零写作“〇”"
            yield Fault(*found.span(), message, f"写成“{right}年”", right, is_safe=True)


RULE = Rule(
    code="P215",
    name="年份里的〇",
    level="warning",
    source="GB/T 15835—2011 5.2.5",
    wrong=("二零二零年三月二十日", "二○二○年三月"),
    right=("二〇二〇年三月二十日", "2020年3月，一千零二十年前"),
    find=find,
)
