"""Sub- and superscripts typed as TeX or as small figures; formulas and units misspelt."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from plugins.proofing.record import Fault, Passage, Rule

SMALL = str.maketrans("₀₁₂₃₄₅₆₇₈₉．", "0123456789.")
Mend = Callable[[re.Match[str]], str]
PATTERNS: tuple[tuple[re.Pattern[str], Mend], ...] = (
    (
        re.compile(
            r"\$?(?<![A-Za-z])(?:\\(?:mathrm|text)\{)?([A-Z][A-Za-z]{0,3})\}?_\{?\s?([\dx][\d.]*)\s?\}?\$?"
        ),
        lambda found: f"{found[1]}{found[2]}",
    ),
    (
        re.compile(
            r"(?<![A-Za-z])(?:[A-Z][A-Za-z]?[₀-₉.．]*)*[A-Z][A-Za-z]?[₀-₉][₀-₉.．]*(?:[A-Z][a-z]?[₀-₉]*)*"
        ),
        lambda found: found[0].translate(SMALL),
    ),
    (
        re.compile(r"\$?(?<![A-Za-z])([kcdm]?m)\^\{?([23])\}?\$?"),
        lambda found: f"{found[1]}{found[2]}",
    ),
    (re.compile(r"(?<![A-Za-z])u(g|m)(?=/m[3³]|/L|/kg)"), lambda found: f"μ{found[1]}"),
    (
        re.compile(
            r"(?<![A-Za-z])(?!PM)[Pp][Mm]\s?(2\.5|10)(?!\d)|(?<![A-Za-z])PM\s(2\.5|10)(?![\d.])"
        ),
        lambda found: f"PM{found[1] or found[2]}",
    ),
    (re.compile(r"(?<![A-Za-z])PM25(?!\d)"), lambda found: "PM2.5"),
)
CHEAP = re.compile(r"[_^₀-₉]|[Pp][Mm]|u[gm]/")


def find(passage: Passage) -> Iterator[Fault]:
    """Everything that must be typed plainly, so that it is set with a proper index (PM2.5, SO2, m3)."""
    if not CHEAP.search(passage.text):
        return
    for pattern, mend_of in PATTERNS:
        for found in pattern.finditer(passage.text):
            mend = mend_of(found)
            message = f"“{found[0]}”不是规范写法"
            yield Fault(
                *found.span(),
                message,
                f"直接写“{mend}”，排版时自动成为上下角标",
                mend,
                is_safe=True,
            )


RULE = Rule(
    code="P109",
    name="上下角标",
    level="warning",
    source="编辑手册；GB 3100—1993《国际单位制及其应用》",
    wrong=(
        "PM_{2.5}年均浓度下降。",
        "PM₁₀浓度为71μg/m3。",
        "浓度为35ug/m3。",
        "库容2300万m^3。",
        "pm2.5浓度下降。",
    ),
    right=(
        "PM2.5年均浓度为35μg/m3。",
        "PM10和SO2同比下降，库容2300万m3。",
        "登录data_2020查询，高度3m。",
    ),
    find=find,
)
