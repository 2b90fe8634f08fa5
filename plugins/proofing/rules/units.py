"""Symbols of units in the wrong case, units that are no longer legal (GB 3100)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from plugins.proofing.record import Fault, Passage, Rule

SYMBOLS = {
    "KM": "km", "Km": "km", "kM": "km", "KG": "kg", "Kg": "kg", "kG": "kg", "KW": "kW", "Kw": "kW", "kw": "kW",
    "CM": "cm", "Cm": "cm", "MM": "mm", "Mm": "mm", "mg/l": "mg/L", "Mg/L": "mg/L", "MG/L": "mg/L", "ug/L": "μg/L",
    "ug/m3": "μg/m3", "ug/m³": "μg/m³", "hz": "Hz", "HZ": "Hz", "db": "dB", "DB": "dB", "Db": "dB", "kpa": "kPa",
    "KPa": "kPa", "Kpa": "kPa", "mpa": "MPa", "Mpa": "MPa", "ML": "mL",
}  # fmt: skip
SYMBOL = re.compile(
    r"(?<=\d)( ?)("
    + "|".join(sorted(map(re.escape, SYMBOLS), key=lambda s: (-len(s), s)))
    + r")(?![A-Za-z0-9/])"
)
ACIDITY = re.compile(r"(?<![A-Za-z])(?:PH|Ph|ph)(?=[\u4e00-\u9fff\d ＝=<>≤≥～])(?! ?\d{3,})")
FORMER = {
    "公分": "厘米", "公尺": "米", "立升": "升", "公升": "升", "公厘": "毫米", "毫微米": "纳米",
    "公担": "千克", "马力": "千瓦",
}  # fmt: skip
#: Another word for the same amount; 马力 and 公担 must be converted.
SAME = frozenset({"公分", "公尺", "立升", "公升", "公厘", "毫微米"})
OLD = re.compile(
    r"(?<=[\d一二三四五六七八九十百千万两半多余])(公分|公尺|立升|公升|公厘|毫微米|公担|马力)"
)


def find(passage: Passage) -> Iterator[Fault]:
    """Symbols behind a number in the wrong case; pH; units that are no longer legal."""
    text = passage.text
    for found in SYMBOL.finditer(text):
        right = SYMBOLS[found[2]]
        message = f"单位符号“{found[2]}”应为“{right}”"
        yield Fault(*found.span(2), message, "注意大小写", right, is_safe=found[2] != "ML")
    for found in ACIDITY.finditer(text):
        yield Fault(*found.span(), f"“{found[0]}”应为“pH”", "p小写，H大写", "pH", is_safe=True)
    for found in OLD.finditer(text):
        old, right = found[1], FORMER[found[1]]
        advice = f"改用“{right}”" + ("" if old in SAME else "，数值要换算")
        mend = right if old in SAME else None
        yield Fault(*found.span(1), f"“{old}”不是法定计量单位", advice, mend)


RULE = Rule(
    code="P216",
    name="计量单位",
    level="warning",
    source="GB 3100—1993《国际单位制及其应用》、《中华人民共和国法定计量单位》",
    wrong=("巡河12KM，打捞30Kg。", "出水PH值为7.2。", "浪高30公分，氨氮0.5mg/l。"),
    right=(
        "巡河12km，打捞30kg，功率5kW。",
        "出水pH值为7.2，氨氮0.5mg/L，噪声60dB(A)。",
        "编号KM12，PHP程序。",
    ),
    find=find,
)
