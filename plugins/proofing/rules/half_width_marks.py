"""Half-width , ; : ? ! beside Chinese characters."""

from __future__ import annotations

import re
from collections.abc import Iterator

from plugins.proofing.record import Fault, Passage, Rule
from plugins.proofing.signs import HAN

CHEAP = re.compile(r"[,;:?!.]")
PATTERN = re.compile(
    rf"(?:(?<=[{HAN}》”’）％〉〕】])(?P<behind>[,;?!]|:(?!//))|(?P<before>[,;?!])(?=[{HAN}“《（〔])"
    rf"|(?<=[{HAN}”）])(?P<stop>\.)(?=$|[“”]))(?P<space> ?)"
)
FULL = dict(zip(",;:?!.", "，；：？！。", strict=True))


def find(passage: Passage) -> Iterator[Fault]:
    """Every such mark; a space typed behind it goes with it."""
    if not CHEAP.search(passage.text):
        return
    for found in PATTERN.finditer(passage.text):
        mark = found[0][0]
        full = FULL[mark]
        start, end = found.span()
        if found["space"] and passage.proof.source[passage.places[end - 1]] != " ":
            end -= 1  # a line break, which reads as a space
        message = f"中文里用了半角标点“{mark}”"
        yield Fault(start, end, message, f"改为全角“{full}”", full, is_safe=mark != ".")


RULE = Rule(
    code="P101",
    name="半角标点",
    level="error",
    source="GB/T 15834—2011 5.1.1、5.1.2",
    wrong=("岚江水清,鱼也回来了。", "巡河员问:今天测了吗?", "岸线退出8.1公里;湿地恢复3450亩。"),
    right=(
        "岚江水清，鱼也回来了。",
        "比例尺为1:500，详见http://www.example.cn/a,b。",
        "PM2.5, PM10和O3三项指标，9:30至11:30采样。",
    ),
    find=find,
)
