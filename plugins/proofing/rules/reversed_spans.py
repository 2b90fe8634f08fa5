"""A span of days that ends before it begins (3月15日至10日)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from plugins.proofing.record import Fault, Passage, Rule

SPAN = re.compile(
    r"(?<!\d)(?:(\d{4})年)?(\d{1,2})月(\d{1,2})日(?:至|到|—|－|～|-)(?:(\d{4})年)?(?:(\d{1,2})月)?(\d{1,2})日"
)
YEARS = re.compile(r"(?<![\d.])((?:19|20)\d\d)(?:年)?(?:至|到|—|－|～)((?:19|20)\d\d)年")


def find(passage: Passage) -> Iterator[Fault]:
    """Spans of days within one year, and of years, in the wrong order."""
    text = passage.text
    for found in SPAN.finditer(text) if "月" in text else ():
        first, last = found[1], found[4]
        months = int(found[2]), int(found[5] or found[2])
        if last and last != first:
            continue
        if months[0] == months[1] and int(found[3]) > int(found[6]):
            yield Fault(*found.span(), f"“{found[0]}”：止日早于起日", "核对起止日期")
    for found in YEARS.finditer(text):
        if int(found[1]) > int(found[2]):
            yield Fault(*found.span(), f"“{found[0]}”：止年早于起年", "核对起止年份")


RULE = Rule(
    code="P218",
    name="起止颠倒",
    level="error",
    source="编辑惯例：起止先后一致",
    wrong=("3月15日至10日开展检查。", "2020—2018年的数据。"),
    right=("3月10日至15日开展检查，12月20日至1月10日放假。", "2018—2020年的数据，2019年到2020年。"),
    find=find,
)
