"""Where a line may not begin, end or be broken: lines → faults.

GB/T 15834-2011, 5.1 and clreq 3.1.3. The sets of marks are the judge's own: it shall not err
together with the composer that it judges.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from plugins.press.quality.columnread import Columns
from plugins.press.quality.layoutread import Layout
from plugins.press.quality.linefault import Fault, Rule, fault
from plugins.press.quality.lineread import CLOSING, OPENING, STOPS

MAY_NOT_START = CLOSING | STOPS | frozenset("·・～%‰℃％°,.!?;:)]}")
MAY_NOT_END = OPENING | frozenset("([{")
UNIT = r"[%‰％℃Ω]|°C?|[a-zA-Zμµ]+[²³23]?(?:/[a-zA-Z]+[²³23]?)*"
SIGN = r"[±￥¥＄$＋－−]|(?<![A-Za-z0-9.\-])[-+]"
NUMBER = re.compile(rf"(?:{SIGN})?\d+(?:[.,:]\d+)*(?:{UNIT})?")
TERM = re.compile(r"(?<![A-Za-z])[A-Z][A-Za-z]{0,5}-?\d+(?:\.\d+)*")
DOCUMENT_NUMBER = re.compile(r"[〔\[［]\d{4}[〕\]］]第?\d+号")
ADDRESS = re.compile(r"[!-~]*(?:://|www\.|@)[!-~]*|[!-~]{20,}")


def forbidden_starts(read: Columns, layout: Layout) -> Iterator[Fault]:
    """No closing mark, stop or sign of measure begins a line."""
    for each in read.lines:
        if each.line.text[0] in MAY_NOT_START:
            yield fault(Rule.LINE_START, each)


def forbidden_ends(read: Columns, layout: Layout) -> Iterator[Fault]:
    """No opening mark ends a line."""
    for each in read.lines:
        if each.line.text[-1] in MAY_NOT_END:
            yield fault(Rule.LINE_END, each)


def broken_units(read: Columns, layout: Layout) -> Iterator[Fault]:
    """No line break inside —— or ……, a number with its symbol or Latin unit, 〔2020〕260号 or PM2.5.

    A number may part from a Han measure word. Inside web addresses digits may be parted.
    """
    for each, after in pairwise(read.lines):
        if not each.is_last:
            rule = broken_between(each.line.text, after.line.text)
            if rule:
                yield Fault(rule, each.line.page, f"{each.line.text}|{after.line.text}")


def broken_between(before: str, after: str) -> Rule | None:
    """The rule that a break between two lines with these words breaks."""
    before, after = before[-40:], after[:40]
    text, place = before + after, len(before)
    if before[-1] in "—…⸺" and before[-1] == after[0]:
        return Rule.DOUBLE_MARK
    if _spanned(ADDRESS, text, place):
        return None
    broken = any(_spanned(unit, text, place) for unit in (NUMBER, TERM, DOCUMENT_NUMBER))
    return Rule.NUMBER if broken else None


def _spanned(pattern: re.Pattern[str], text: str, place: int) -> bool:
    return any(found.start() < place < found.end() for found in pattern.finditer(text))
