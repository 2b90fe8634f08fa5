"""A bound issue: its pages in order, ready to be written, and the documents they were laid out from."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from plugins.issue.record import Issue
from plugins.press.sheets import Sheet
from plugins.press.standing.joining import JoinedPage, write

#: CSS: so many px are an inch.
PX_PER_INCH = 96
MM_PER_INCH = 25.4

Progress = Callable[[str, int, int], None]


@dataclass(frozen=True, slots=True)
class Bound:
    """An issue laid out: its sheets, the pieces' documents by name, pages ready to write, folios by stem.

    ``documents`` and ``furniture`` (the pages painted over the bodies, one a sheet) are laid out when they are
    asked for, where the pages came from standing type.
    """

    issue: Issue
    sheets: tuple[Sheet, ...]
    documents: Mapping[str, Any]
    furniture: Sequence[Any]
    pages: tuple[JoinedPage, ...]
    folios: Mapping[str, int]

    @property
    def title(self) -> str:
        """The issue as the title of a document."""
        return f"{self.issue.publication.name} {self.issue.name}（总第{self.issue.whole_number}期）"

    @property
    def trim_mm(self) -> tuple[float, float]:
        """Width and height of the trimmed page, as theme/press/styles/page.css has them."""
        page = self.pages[0]
        return _mm(page.width), _mm(page.height)

    @property
    def bleed_mm(self) -> float:
        """How far art goes on beyond the trimmed edge."""
        return _mm(self.pages[0].bleed["top"])

    @property
    def lines(self) -> tuple[int, int]:
        """Lines that the composer set, and lines with Chinese text that were left to WeasyPrint."""
        pairs = zip(self.sheets, self.pages, strict=True)
        counts = [page.forme.lines for sheet, page in pairs if sheet.piece is not None]
        return sum(ours for ours, _ in counts), sum(theirs for _, theirs in counts)

    def write(self, raw: Path) -> None:
        """Write all pages into one PDF: RGB, tagged, with bleed, streams uncompressed."""
        write(self.pages, raw)


def _mm(px: float) -> float:
    return round(px / PX_PER_INCH * MM_PER_INCH, 2)
