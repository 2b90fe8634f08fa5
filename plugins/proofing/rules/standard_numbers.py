"""Numbers of standards: GB 3838—2002, a space behind the code and a full-width dash before the year."""

from __future__ import annotations

import re
from collections.abc import Iterator

from plugins.proofing.record import Fault, Passage, Rule

CODES = "GBJ|GBZ|GB|HJ|DB\\d{2}|QX|SL|CJJ|CJ|JGJ|NY|LY|AQ|WS|HG|YS|DZ|TB|JTJ|MH|SN|QB|SH|SY"
PATTERN = re.compile(
    rf"(?<![A-Za-z0-9/._-])(?P<code>(?:{CODES})(?:/[TZ])?)(?P<space>\s?)(?P<number>\d+(?:\.\d+)*)"
    r"(?P<dash>\s?(?:[-–－―~]|——?)\s?)(?P<year>(?:19|20)\d\d|[789]\d)(?![\d.\-])"
)


def find(passage: Passage) -> Iterator[Fault]:
    """Every number of a standard written another way."""
    for found in PATTERN.finditer(passage.text):
        mend = f"{found['code']} {found['number']}—{found['year']}"
        if mend != found[0].replace("\u00a0", " "):
            message = f"标准编号“{found[0]}”写法不规范"
            yield Fault(*found.span(), message, f"写成“{mend}”", mend, is_safe=True)


RULE = Rule(
    code="P107",
    name="标准编号",
    level="warning",
    source="GB/T 1.1—2020《标准化工作导则 第1部分：标准化文件的结构和起草规则》",
    wrong=("执行GB3838-2002的Ⅲ类标准。", "按GB/T 15834-2011校对。", "依据HJ 91.1——2019布点。"),
    right=("执行GB 3838—2002的Ⅲ类标准。", "按GB/T 15834—2011校对。", "设备型号为TGB3838-2002。"),
    find=find,
)
