"""Formulas and units typed plainly → runs with sub- and superscripts (PM2.5, SO2, μg/m3 …).

GB 3100—1993 and GB/T 15835-2011 print real sub- and superscripts; editors type plain letters.
"""

from __future__ import annotations

import re
from typing import Literal

Role = Literal["", "sub", "sup"]
Run = tuple[str, Role]

#: Formulas with an index, as (letters, index), tried as typed.
INDEXED = (
    ("PM", "2.5"),
    ("PM", "10"),
    ("PM", "1"),
    ("SO", "2"),
    ("SO", "3"),
    ("NO", "x"),
    ("NO", "2"),
    ("CO", "2"),
    ("O", "3"),
    ("H", "2", "S"),
    ("H", "2", "O"),
    ("N", "2", "O"),
    ("NH", "3"),
    ("CH", "4"),
    ("BOD", "5"),
    ("COD", "Cr"),
    ("COD", "Mn"),
)
_FORMULA = "|".join(
    re.escape("".join(parts)) for parts in sorted(INDEXED, key=lambda p: -len("".join(p)))
)
_UNIT = r"(?:(?<=[\d百千万亿/·(（])|(?<=\d ))(?:k|c|d|m)?m[23]"
PATTERN = re.compile(
    rf"(?<![A-Za-z0-9])(?P<formula>{_FORMULA})(?![A-Za-z0-9])|(?P<unit>{_UNIT})(?![A-Za-z0-9])"
)
#: Every formula begins with one of these, and every unit has an m.
_TRIGGER = re.compile("[" + "".join(sorted({"m", *(parts[0][0] for parts in INDEXED)})) + "]")
_BY_TEXT = {"".join(parts): parts for parts in INDEXED}


def split(text: str) -> list[Run]:
    """Split a text into runs; letters and digits stay what they were, in order.

    >>> split("PM2.5为35μg/m3")
    [('PM', ''), ('2.5', 'sub'), ('为35μg/m', ''), ('3', 'sup')]
    """
    if not _TRIGGER.search(text):
        return [(text, "")] if text else []
    runs: list[Run] = []
    end = 0
    for match in PATTERN.finditer(text):
        runs.append((text[end : match.start()], ""))
        runs.extend(_pieces(match))
        end = match.end()
    runs.append((text[end:], ""))
    return _merged(runs)


def _pieces(match: re.Match[str]) -> list[Run]:
    if match["unit"]:
        return [(match["unit"][:-1], ""), (match["unit"][-1], "sup")]
    letters, index, *rest = _BY_TEXT[match["formula"]]
    return [(letters, ""), (index, "sub"), *((part, "") for part in rest)]


def _merged(runs: list[Run]) -> list[Run]:
    merged: list[Run] = []
    for text, role in runs:
        if not text:
            continue
        if merged and merged[-1][1] == role == "":
            merged[-1] = (merged[-1][0] + text, "")
        else:
            merged.append((text, role))
    return merged
