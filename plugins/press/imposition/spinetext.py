"""What stands on the spine, cell by cell from head to foot. Pure.

WeasyPrint sets no vertical lines, so the text is cut into cells that stand one under the other: a
character upright, a short number side by side in one cell, a longer word turned to the right (clreq,
3.2.3). Marks take their vertical forms (Unicode, U+FE10–FE48).
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from plugins.issue.record import Issue
from plugins.press.imposition.spine import TITLED_MM

#: Horizontal mark → its form for vertical lines.
UPRIGHT = dict(
    zip(
        "（）〔〕【】《》〈〉「」『』［］“”‘’—…",
        "︵︶︹︺︻︼︽︾︿﹀﹁﹂﹃﹄﹇﹈﹃﹄﹁﹂︱︙",
        strict=True,
    )
)
CELLS = re.compile(r"[!-~]+|.", re.DOTALL)
#: As many figures and letters stand side by side in one cell.
ABREAST = 2
#: A letter turned to the side is so long (em).
LETTER = 0.58
#: Type takes this share of the spine's width; the rest lets the fold stray by a millimetre.
SHARE = 0.55
#: Space above and below the text, and between its parts (mm); the largest type (mm, 18 pt).
END_MM, BETWEEN_EM, LARGEST_MM = 18.0, 1.5, 6.35


@dataclass(frozen=True, slots=True)
class SpineCell:
    """One cell: ``manner`` is «upright», «abreast» or «turned»; ``length`` in em down the spine."""

    text: str
    manner: str
    length: float


@dataclass(frozen=True, slots=True)
class SpineText:
    """The parts of the text, from head to foot, and the size of its type in mm."""

    parts: tuple[tuple[SpineCell, ...], ...]
    size_mm: float


def spine_text(issue: Issue, width_mm: float, height_mm: float) -> SpineText | None:
    """The text of a spine of this size, or None when it is too narrow for any (`TITLED_MM`).

    ``[printing] spine_text``, its parts parted by white; or name, year and number (GB/T 11668—1989:
    serials show title, volume and number, year).
    """
    if width_mm < TITLED_MM:
        return None
    own = issue.publication.printing.spine_text.split()
    words = own or [issue.publication.name, issue.name, f"总第{issue.whole_number}期"]
    parts = tuple(spine_cells(each) for each in words)
    return SpineText(parts, _size(parts, width_mm, height_mm))


def spine_cells(text: str) -> tuple[SpineCell, ...]:
    """A part of the text as cells.

    >>> [cell.text for cell in spine_cells("2020年第3期")]
    ['2020', '年', '第', '3', '期']
    """
    return tuple(_cell(found) for found in CELLS.findall(text) if not found.isspace())


def _cell(text: str) -> SpineCell:
    if not text.isascii() or len(text) == 1:
        return SpineCell(UPRIGHT.get(text, text), "upright", 1.0)
    if len(text) <= ABREAST:
        return SpineCell(text, "abreast", 1.0)
    return SpineCell(text, "turned", round(LETTER * len(text) + 0.2, 2))


def _size(parts: Sequence[Sequence[SpineCell]], width_mm: float, height_mm: float) -> float:
    """As large as the spine's width and height allow (mm)."""
    ems = sum(cell.length for part in parts for cell in part) + BETWEEN_EM * (len(parts) - 1)
    fitting = (height_mm - 2 * END_MM) / max(ems, 1.0)
    return round(min(width_mm * SHARE, fitting, LARGEST_MM), 2)
