"""Ranges of numbers, dates and hours: a full-width dash (or ～), not a hyphen."""

from __future__ import annotations

import re
from collections.abc import Iterator

from plugins.proofing.record import Fault, Passage, Rule
from plugins.proofing.signs import HAN

NUMBER = r"\d{1,4}(?:\.\d+)?"
UNIT = r"(?:[%％℃‰°]|\s?(?:[μmk]?g|[kmc]?m|h|d|[mk]?L|dB|kW|MW|t|km)(?![A-Za-z]))"
#: A flat, part of a building, a score, a model: no ranges; nor 图2-3.
NO_RANGE = r"(?!室|单元|幢|胜|负|平|落|型|栋|轮|联)"
PATTERN = re.compile(
    rf"(?<![A-Za-z0-9_.\-/—～:：图])(?<!附件)(?<!附录)(?<!式)(?<!(?<!代)表)(?P<low>{NUMBER})(?P<unit>{UNIT}|[年月日时周岁]|)(?P<mark>\s?[-–－~]\s?)"
    rf"(?P<high>{NUMBER})(?![\d\-－~.])(?={UNIT}|[{HAN}]){NO_RANGE}"
    rf"|(?<=[年月日时])(?P<dated>[-–－~])(?=\d{{1,4}}[年月日时])"
    rf"|(?<=\d[:：]\d\d)(?P<hours>\s?[-–－~]\s?)(?=\d{{1,2}}[:：]\d\d)"
    rf"|(?<=[Ⅰ-ⅫIV])(?P<class>[-–－~])(?=(?:[Ⅰ-Ⅻ]|[IV]{{1,3}})[类级])"
)
CHEAP = re.compile("[-–－~]")


def find(passage: Passage) -> Iterator[Fault]:
    """The mark of every such range."""
    if not CHEAP.search(passage.text):
        return
    for found in PATTERN.finditer(passage.text):
        if found["low"] and not _rises(found):
            continue
        name = next(name for name in ("mark", "dated", "hours", "class") if found[name])
        mend = "～" if "~" in found[name] else "—"
        is_address = passage.text.startswith("号", found.end())  # 12-18号 may be one house
        message = f"起止范围“{found[0].strip()}”用了半角“{found[name].strip()}”"
        yield Fault(*found.span(name), message, f"用全角的“{mend}”", mend, is_safe=not is_address)


def _rises(found: re.Match[str]) -> bool:
    """Whether it goes from less to more, as ranges do, and 5-502 does not."""
    low, high = found["low"], found["high"]
    if low.startswith("0") and "." not in low:
        return False
    return float(low) < float(high) or found["unit"] in ("月", "日", "时", "年")


RULE = Rule(
    code="P110",
    name="起止范围",
    level="warning",
    source="GB/T 15834—2011 4.13.3.2",
    wrong=(
        "5-9月连续5个月达标。",
        "1~7号楼已接管，选派代表5-8人。",
        "降幅为10%-20%。",
        "3月1日-3月5日公示。",
        "水温保持15-20℃。",
        "每天9:00-11:30受理。",
        "Ⅰ~Ⅲ类断面占九成。",
    ),
    right=(
        "5—9月连续5个月达标，水温15～20℃。",
        "来电请拨0000-1234567转8010。",
        "住在3-502室，车牌号为K2-13，2020-03-20公示。",
        "防控COVID-19疫情，主队3-2胜，见图2-3和附件1-2。",
    ),
    find=find,
)
