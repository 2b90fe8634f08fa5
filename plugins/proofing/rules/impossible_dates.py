"""Days that no calendar has (2月30日, 13月1日), times that no clock shows (25时, 8时75分)."""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Iterator

from plugins.proofing.record import Fault, Passage, Rule

DAY = re.compile(r"(?<![\d.])(?:(\d{4})年)?(\d{1,2})月(\d{1,2})日(?!均|处|产|供)")
#: 1日22日: a day has no days. (12日13日两天 are two.)
NO_MONTH = re.compile(r"(?<![\d月、至—])\d{1,2}日\d{1,2}日(?!两|均|、|至|—)")
MONTH = re.compile(r"(?<!\d)(\d{4})年(\d{1,2})月(?!\d)")
CLOCK = re.compile(r"(?<=[日午晨晚夜间])(\d{1,2})(?:时|点)(?:(\d{1,2})分)?(?!间|长)")
#: With no year beside it, 29 February may be.
LEAP = 2020


def find(passage: Passage) -> Iterator[Fault]:
    """Every such day, month and time."""
    text = passage.text
    if "月" in text:
        for found in DAY.finditer(text):
            if not _exists(int(found[1] or LEAP), int(found[2]), int(found[3])):
                yield Fault(*found.span(), f"没有“{found[0]}”这一天", "核对日期")
        for found in MONTH.finditer(text):
            if not 1 <= int(found[2]) <= 12:
                yield Fault(*found.span(), f"没有“{found[0]}”", "核对月份")
    for found in NO_MONTH.finditer(text):
        yield Fault(*found.span(), f"“{found[0]}”缺了月份", "核对日期")
    for found in CLOCK.finditer(text):
        if int(found[1]) > 24 or int(found[2] or 0) > 59:
            yield Fault(*found.span(), f"没有“{found[0]}”这个时刻", "核对时刻")


def _exists(year: int, month: int, day: int) -> bool:
    return 1 <= month <= 12 and year >= 1 and 1 <= day <= monthrange(year, month)[1]


RULE = Rule(
    code="P212",
    name="日期时刻不存在",
    level="error",
    source="公历历法、24小时计时制",
    wrong=(
        "监测于2月30日结束。",
        "2019年2月29日动工。",
        "2020年13月完工。",
        "当日8时75分，闸门打开。",
        "1日22日下午，巡河船靠岸。",
    ),
    right=(
        "监测于2月29日结束，2020年2月29日动工。",
        "当日24时封闸，8时15分开闸。",
        "水厂12月31日均停产。",
        "3月1日22日前完成，12日13日两天停水。",
    ),
    find=find,
)
