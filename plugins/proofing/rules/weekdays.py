"""A weekday beside a date that is another weekday (3月20日（星期四）)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from plugins.article.finding import Level
from plugins.proofing.record import Fault, Passage, Proof, Rule

#: 周一鸣 may be a name: behind 周一 a mark or a time of day must follow.
DATED = re.compile(
    r"(?<!\d)(?:(\d{4})年)?(\d{1,2})月(\d{1,2})日[，、]?[（(]?"
    r"((?:星期|周(?=.(?:[）)，。；、\s\d]|[上下]午|[早晚]|中午|凌晨|\Z)))([一二三四五六日天]))(?!期)"
)
DAYS = "一二三四五六日"


def find(passage: Passage) -> Iterator[Fault]:
    """Dates whose weekday is another; without a year the issue's, or the one before, must fit."""
    text = passage.text
    for found in DATED.finditer(text):
        days = list(_days(found, passage.proof))
        said = DAYS.index(found[5].replace("天", "日"))
        if not days or any(day.weekday() == said for day in days):
            continue
        right = DAYS[days[0].weekday()]
        message = f"{days[0].year}年{days[0].month}月{days[0].day}日是星期{right}，不是{found[4]}"
        level: Level | None = None if found[1] else "warning"
        yield Fault(*found.span(4), message, "核对日期和星期", level=level)


def _days(found: re.Match[str], proof: Proof) -> Iterator[date]:
    """The days that may be meant."""
    year = int(found[1]) if found[1] else proof.year
    years = [year] if year else []
    if year and not found[1]:
        years.append(year - 1)
    for each in years:
        try:
            yield date(each, int(found[2]), int(found[3]))
        except ValueError:
            return


RULE = Rule(
    code="P213",
    name="星期与日期不合",
    level="error",
    source="公历历法",
    wrong=("定于2020年3月20日（星期四）开闸。", "2020年3月22日，周一，世界水日。"),
    right=(
        "定于2020年3月20日（星期五）开闸。",
        "2020年3月22日，周日，世界水日。",
        "2020年3月20日，周一鸣到现场查看。",
    ),
    find=find,
)
