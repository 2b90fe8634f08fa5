"""The year of a document number stands in 〔〕."""

from __future__ import annotations

import re
from collections.abc import Iterator

from plugins.hanzi.documents import ENDINGS
from plugins.proofing.record import Fault, Passage, Rule
from plugins.proofing.signs import HAN

PATTERN = re.compile(
    rf"(?<=(?P<code>[{HAN}]))(?P<open>[\[［【（(﹝])\s?(?P<year>(?:19|20)\d\d)\s?[\]］】）)﹞]"
    r"(?=\s*第?\s*\d{1,5}\s*(?:号(?![楼线机炉井站院口门])|$))"
)


def find(passage: Passage) -> Iterator[Fault]:
    """Every year in other brackets, with a number and 号 behind it and the code of a body before it."""
    if "20" not in passage.text and "19" not in passage.text:
        return
    for found in PATTERN.finditer(passage.text):
        if found["open"] in "（(" and found["code"] not in ENDINGS:
            continue
        mend = f"〔{found['year']}〕"
        message = f"发文字号的年份用了“{found[0]}”"
        yield Fault(*found.span(), message, f"用六角括号，改为“{mend}”", mend, is_safe=True)


RULE = Rule(
    code="P105",
    name="发文字号的年份括号",
    level="error",
    source="GB/T 9704—2012 7.2.5；GB/T 15834—2011 4.9.3.4",
    wrong=(
        "按照岚环函[2020]47号要求办理。",
        "依据岚政办发【2019】3号执行。",
        "见岚环发（2018）12号文件。",
    ),
    right=(
        "按照岚环函〔2020〕47号要求办理。",
        "法院作出（2020）岚01民初3号判决。",
        "分会场设在会议中心（2019）3号楼。",
    ),
    find=find,
)
