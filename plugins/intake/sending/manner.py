"""Measures and faces of the Word file, from theme/sending/manners.toml."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from math import floor
from pathlib import Path

from plugins.article.kinds import Kind

FILE = "sending/manners.toml"
TWIPS_A_MM = 1440 / 25.4
EMU_A_TWIP = 635
#: In a line of a policy text (GB/T 9704-2012, 5.2.3).
CHARACTERS = 28


@dataclass(frozen=True, slots=True, kw_only=True)
class Manner:
    """How the pages look: lengths in mm and pt as their names say, the others are names of faces."""

    page_mm: tuple[float, float]
    margins_mm: tuple[float, float, float, float]
    text: str
    title: str
    first: str
    second: str
    latin: str
    folio: str
    size_pt: float
    title_pt: float
    small_pt: float
    folio_pt: float
    pitch_pt: float
    folio_mm: float
    is_official: bool = False

    @property
    def measure(self) -> tuple[int, int]:
        """Width and height of the type area in twips (a twentieth of a point)."""
        top, right, bottom, left = self.margins_mm
        width, height = self.page_mm
        return twips(width - left - right), twips(height - top - bottom)

    @property
    def tracking(self) -> int:
        """What is added to every character, in twips: 28 to a line of a policy text (GB/T 9704-2012, 5.2.3).

        Not by w:docGrid «linesAndChars»: LibreOffice gives a character wider than its cell two of them.
        """
        return floor(self.measure[0] / CHARACTERS - self.size_pt * 20) if self.is_official else 0


def twips(mm: float) -> int:
    """Millimetres in twips."""
    return round(mm * TWIPS_A_MM)


def read(theme: Path, kind: Kind) -> Manner:
    """The manner for articles of this kind: GB/T 9704-2012 for policy texts, a clean one for others."""
    with (theme / FILE).open("rb") as opened:
        tables = tomllib.load(opened)
    is_official = kind is Kind.OFFICIAL
    table = dict(tables["official" if is_official else "plain"])
    for name in ("page_mm", "margins_mm"):
        table[name] = tuple(table[name])
    return Manner(**table, is_official=is_official)
