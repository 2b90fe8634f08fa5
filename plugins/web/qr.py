"""QR codes, drawn when the site is built: no other host is asked, no script runs.

ISO/IEC 18004: a square of modules with a quiet zone of 4 modules on every side (clause 9.1 of the
2015 edition). Level M restores 15 %, enough for a screen and for a laser printer.
"""

from __future__ import annotations

import re
from functools import cache

import segno
from markupsafe import Markup

from plugins.web import qr_code

#: Modules of white around the code.
QUIET_ZONE = 4
LEVEL = "m"
#: The id of the drawing, by which a page may show it a second time.
DRAWING = "qr"
#: What one step of the path draws or passes over: from the end of a row (2) to the next dark module, light, dark.
STEP = re.compile("0*2[02]*|0+|1+")


def qr(text: str, label: str) -> Markup:
    """The QR code of ``text`` as SVG for an HTML page: one path, one unit a module, no style.

    ``label`` is what those hear who do not see it. "" gives "". Raises `segno.DataOverflowError`
    for more than about 2,300 octets.
    """
    if not text:
        return Markup("")
    rows = qr_code.rows(text) or _by_segno(text)
    side = len(rows) + 2 * QUIET_ZONE
    steps = _Steps.of(len(rows))
    path = "".join(steps[step] for step in STEP.findall("2".join(rows).rstrip("02")))
    named = Markup('<svg role="img" aria-label="{}" ').format(label)
    return named + Markup(
        f'viewBox="0 0 {side} {side}" id="{DRAWING}" class="qr"><path stroke="#000" '
        f'd="M{QUIET_ZONE} {QUIET_ZONE}.5{path}"/></svg>'
    )


def _by_segno(text: str) -> list[str]:
    matrix = segno.make(text, error=LEVEL, micro=False).matrix
    return ["".join(map(str, row)) for row in matrix]


class _Steps(dict[str, str]):
    """Steps as SVG writes them: ``111`` is a line (h3), all else leads to where the next one begins."""

    def __init__(self, size: int) -> None:
        self._size = size

    @classmethod
    @cache
    def of(cls, size: int) -> _Steps:
        """The steps of all codes with so many modules a side."""
        return cls(size)

    def __missing__(self, step: str) -> str:
        down = step.count("2")
        if step[0] == "1":
            made = f"h{len(step)}"
        elif not down:
            made = f"m{len(step)} 0"
        else:
            right, left = len(step.rpartition("2")[2]), len(step.partition("2")[0])
            made = f"m{right + left - self._size} {down}"
        self[step] = made
        return made
