"""The number of a document has neither 第 nor a leading zero."""

from __future__ import annotations

import re
from collections.abc import Iterator

from plugins.proofing.record import Fault, Passage, Rule

PATTERN = re.compile(r"(?<=〔(?P<year>\d{4})〕)\s?(?P<number>第\s?0*\d+|0+\d+)(?=\s?号)")
#: GB/T 9704—2012 came into force; older documents may really be numbered so.
IN_FORCE = 2012


def find(passage: Passage) -> Iterator[Fault]:
    """Every such number."""
    if "〔" not in passage.text:
        return
    for found in PATTERN.finditer(passage.text):
        mend = found["number"].lstrip("第 0")
        if mend:
            message = f"发文字号写成了“{found['number']}号”"
            advice = f"不编虚位，不加“第”字，改为“{mend}号”"
            yield Fault(*found.span(), message, advice, mend, is_safe=int(found["year"]) > IN_FORCE)


RULE = Rule(
    code="P106",
    name="发文字号的序号",
    level="warning",
    source="GB/T 9704—2012 7.2.5",
    wrong=("按照岚环函〔2020〕第47号要求办理。", "按照岚环函〔2020〕047号要求办理。"),
    right=("按照岚环函〔2020〕47号要求办理。", "省长签署第103号令。"),
    find=find,
)
