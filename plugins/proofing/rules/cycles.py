"""干支 against the year beside it (庚子 is 2020, not 2024), and the animal against the 地支 (庚子牛年)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from plugins.proofing.record import Fault, Passage, Rule

STEMS, BRANCHES, ANIMALS = (
    "甲乙丙丁戊己庚辛壬癸",
    "子丑寅卯辰巳午未申酉戌亥",
    "鼠牛虎兔龙蛇马羊猴鸡狗猪",
)
CYCLE = re.compile(
    rf"([{STEMS}])([{BRANCHES}])([{ANIMALS}])?(?:年|之年|岁|新春|春节|除夕|元宵|中秋)"
)
YEAR = re.compile(r"(?<!\d)((?:1[89]|20)\d\d)年")
#: A year this many characters away is meant to be the same.
NEAR = 24


def find(passage: Passage) -> Iterator[Fault]:
    """Names of years that do not exist, do not fit their animal, or no year named near them."""
    text = passage.text
    for found in CYCLE.finditer(text):
        stem, branch = STEMS.index(found[1]), BRANCHES.index(found[2])
        start, end = found.start(), found.start() + 2
        if stem % 2 != branch % 2:
            yield Fault(start, end, f"“{found[1]}{found[2]}”不是干支纪年", "核对干支")
        elif found[3] and ANIMALS.index(found[3]) != branch:
            right = ANIMALS[branch]
            yield Fault(start, found.end(3), f"{found[2]}年属{right}，不属{found[3]}", "核对", None)
        elif (years := _near(text, found)) and not any(_fits(y, stem, branch) for y in years):
            year = years[0]
            named = STEMS[(year - 4) % 10] + BRANCHES[(year - 4) % 12]
            message = f"“{found[1]}{found[2]}”与{year}年不合，{year}年是{named}年"
            yield Fault(start, end, message, "核对公元年份和干支")


def _near(text: str, found: re.Match[str]) -> list[int]:
    """The years named near a place, the nearest first."""
    window = range(max(0, found.start() - NEAR), min(len(text), found.end() + NEAR))
    years = YEAR.finditer(text, window.start, window.stop)
    far = sorted((abs(each.start() - found.start()), int(each[1])) for each in years)
    return [year for _, year in far]


def _fits(year: int, stem: int, branch: int) -> bool:
    """Whether a year has that name; until February it may still have the name of the year before."""
    return any(((y - 4) % 10, (y - 4) % 12) == (stem, branch) for y in (year, year - 1))


RULE = Rule(
    code="P211",
    name="干支与年份不合",
    level="error",
    source="GB/T 33661—2017《农历的编算和颁行》（干支纪年）",
    wrong=("庚子鼠年，2024年新春，江面封冻。", "庚子牛年将至。", "甲丑年大旱。"),
    right=(
        "庚子鼠年，2020年新春，江面没有封冻。",
        "2020年1月，己亥年将尽。",
        "1895年（乙未年）建祠。",
    ),
    find=find,
)
