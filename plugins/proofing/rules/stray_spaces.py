"""A space typed before a mark that belongs to the words before it, or behind an opening one (公路 。 《 条例》)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from plugins.proofing.record import Fault, Passage, Rule
from plugins.proofing.signs import HAN

PATTERN = re.compile(
    rf"(?<=[{HAN}0-9A-Za-z％%”’》）。，；：！？、])[ \u3000]+(?=[，。；：！？、）》”’])|(?<=[（《“‘])[ \u3000]+(?=\S)"
)


def find(passage: Passage) -> Iterator[Fault]:
    """Every such space."""
    text = passage.text
    for found in PATTERN.finditer(text):
        start, end = found.span()
        around = text[max(0, start - 1) : end + 1]
        yield Fault(start, end, f"“{around}”里多了空格", "删去空格", "", is_safe=True)


RULE = Rule(
    code="P129",
    name="标点旁的空格",
    level="warning",
    source="GB/T 15834—2011 5.1.1、5.1.3；编辑手册",
    wrong=(
        "巡河船靠上码头 。",
        "渡口修好了 ，船又通了。",
        "《 大湾岸线条例》施行。",
        "他说：“走吧。 ”",
    ),
    right=(
        "退出来的岸线 看得见的大江",
        "主讲人：方　禾、江一舟　（省监测中心）",
        "让每个污染源 都有一张“身份证”",
        "水温12 ℃，PM2.5 浓度下降。",
    ),
    find=find,
)
