"""Numbers of parts (一、 （一） 1. （1）) that leave one out or come twice."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from plugins.hanzi.numerals import Numbered, read_number
from plugins.proofing.record import Fault, Form, Passage, Proof, Rule

FORMS: frozenset[Form] = frozenset({"paragraph", "heading"})
DIGITS = re.compile(r"\d+")
HAN = "零一二三四五六七八九"
#: The list of what is attached begins behind its label.
ATTACHED = re.compile(r"附件[:：]\s*1[.．、]")
#: 一、二号机组 at the head of a sentence is no number of a part.
PARALLEL = re.compile(
    r"[一二三四五六七八九十\d]+、\s*[一二三四五六七八九十\d]+[、号季级类期月机线标]"
)
#: 2.2020年目标: the number of a part before a year.
BEFORE_YEAR = re.compile(r"(\d{1,2}[.．])\s*(?=(?:19|20)\d\d年)")


@dataclass(slots=True)
class Count:
    """Numbers of one style so far: the last under the same head, and the last anywhere (running on is legal)."""

    here: int = 0
    last: int = 0


def find(proof: Proof) -> Iterator[tuple[Passage, Fault]]:
    """Numbers that do not follow the one before; each style begins again or runs on under a new head."""
    counts: dict[int, Count] = {}
    for passage in proof.passages:
        if ATTACHED.match(passage.text):
            value = _attached(passage.text)
            counts[3] = Count(value, value)
        read = _read(passage)
        if read is None:
            if passage.form == "heading":
                counts = {level: Count(0, count.last) for level, count in counts.items()}
            continue
        value = value_of(read.number)
        count = counts.setdefault(read.level, Count())
        if not _follows(count, value, counts, read):
            yield passage, _fault(read, count, value)
        count.here = count.last = value
        for level, other in counts.items():
            if level > read.level:
                other.here = 0


def _attached(text: str) -> int:
    """How many are listed behind the label in one paragraph (附件：1.… 2.…)."""
    value = 1
    while f"{value + 1}." in text:
        value += 1
    return value


def _read(passage: Passage) -> Numbered | None:
    if passage.form not in FORMS:
        return None
    if passage.form == "paragraph" and PARALLEL.match(passage.text):
        return None
    if found := BEFORE_YEAR.match(passage.text):
        return Numbered(3, found[1], passage.text[found.end() :])
    read = read_number(passage.text)
    return None if read and "百" in read.number else read


def _follows(count: Count, value: int, counts: dict[int, Count], read: Numbered) -> bool:
    if value == 1 or value in (count.here + 1, count.last + 1):
        return True
    # the first number that is read at all may be that of an excerpt: 三、 and nothing before it
    return not count.last and len(counts) == 1 and read.level > 2


def _fault(read: Numbered, count: Count, value: int) -> Fault:
    number, before = read.number, count.here or count.last
    if value == before:
        message = f"编号“{number}”重复"
    elif before:
        message = f"编号“{number}”与前一个（{before}）不连续"
    else:
        message = f"编号从“{number}”开始，前面缺少"
    return Fault(0, len(number), message, "核对编号，或补上缺的部分")


def value_of(number: str) -> int:
    """The value of a part number as typed.

    >>> [value_of(each) for each in ("十二、", "（二十）", "3.", "（4）")]
    [12, 20, 3, 4]
    """
    if digits := DIGITS.search(number):
        return int(digits[0])
    han = number.strip("（）()、 ")
    if "十" not in han:
        return HAN.find(han[-1:])
    tens, ones = han.split("十", 1)
    return (HAN.find(tens) if tens else 1) * 10 + (HAN.find(ones) if ones else 0)


RULE = Rule(
    code="P302",
    name="编号不连续",
    level="warning",
    source="GB/T 9704—2012 7.3.3",
    wrong=(
        "## 一、查\n\n逐口查。\n\n## 三、封\n\n逐口封。",
        "（一）查清底数\n\n逐口查。\n\n（二）封堵排口\n\n逐口封。\n\n（二）销号\n\n逐口验。",
    ),
    right=(
        "（1）水样采集\n\n附件：1.清单\n\n2.2020年任务\n\n3.通知书",
        "## 一、五分钟上手\n\n照做。\n\n## 二、建一期\n\n照做。",
        "## 一、查\n\n（一）水\n\n（二）气\n\n## 二、封\n\n（一）水\n\n（二）气",
        "## 一、查\n\n（一）水\n\n（二）气\n\n## 二、封\n\n（三）水\n\n（四）气",
        "一、二号机组同时检修。\n\n三、四号机组运行。",
    ),
    find_all=find,
)
