"""Placeholders left in the text: （待拟标题）, （待补）, （此处插图）, TODO."""

from __future__ import annotations

import re
from collections.abc import Iterator

from plugins.proofing.record import Fault, Passage, Rule

#: What intake puts before a headline of its own making (MADE_UP in plugins/intake/recogniser.py).
HEADLINE = "待拟标题"
WORDS = rf"{HEADLINE}|待补充?|待核实?|待填|此处[插配]图"
#: Whole in their brackets (not （待核实的排口）). ASCII: a Latin word ends where Han begins; no part of an address.
PATTERN = re.compile(
    rf"[（(［\[【] ?(?:{WORDS}) ?[）)］\]】]|(?<![\w/])(?:TODO|FIXME)\b",
    re.ASCII,
)


def find(passage: Passage) -> Iterator[Fault]:
    """Every such placeholder."""
    for found in PATTERN.finditer(passage.text):
        advice = "拟好标题再付印" if HEADLINE in found[0] else "补上内容，或删去"
        yield Fault(*found.span(), f"稿中留着“{found[0]}”", advice)


RULE = Rule(
    code="P220",
    name="待补的记号",
    level="error",
    source="编辑手册",
    wrong=(
        "---\n标题: （待拟标题）村里的水井\n---\n\n井水清了。",
        "（待拟标题）村里的水井",
        "封堵排口（待补）个，退出岸线【待核实】公里。",
        "巡河员（待补充），电话[待填]。",
        "水质达标(待核)。",
        "（此处插图）\n\n江水清了。",
        "| 断面 | 水质 |\n|---|---|\n| 大湾 | TODO |",
    ),
    right=(
        "会期（待定），上游来水（待续），岗位（待遇）从优。",
        "（待核实的排口）共12处，待补的树苗明春栽下，此处插图两幅。",
        "软件名为Todo，又名TODOS，网址为https://example.cn/TODO。",
    ),
    find=find,
)
