"""Sheets: which page of which piece stands where, with folio, side and running head. Pure."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from plugins.issue.record import SectionName
from plugins.press.pieces import Piece

#: Inside pages must fill whole sheets: four pages of a folded sheet, two of a glued leaf.
FOLDS = {"saddle": 4, "perfect": 2}


@dataclass(frozen=True, slots=True)
class Sheet:
    """One page of the printed issue; ``folio`` 0 for the covers; ``piece`` None for a blank."""

    piece: Piece | None
    page: int
    folio: int
    label: str
    side: Literal["recto", "verso"]

    @property
    def section(self) -> SectionName | None:
        """The section named in the running head."""
        return self.piece.section.title if self.piece and self.piece.section else None


def sheets(pieces: Sequence[Piece], counts: Mapping[str, int], fold: int) -> tuple[Sheet, ...]:
    """All pages in order. ``counts`` is the number of pages of each piece, by its name.

    Inside pages are filled up with blanks to a multiple of ``fold`` (`FOLDS`), so that the binding closes.
    """
    inside = [piece for piece in pieces if piece.place == "inside"]
    total = sum(counts[piece.name] for piece in inside)
    made: list[Sheet] = []
    folio = 0
    for piece in pieces:
        if piece.place == "inside-back":
            for _ in range(-total % fold):
                folio += 1
                made.append(_sheet(None, 0, folio, str(folio), len(made)))
        for page in range(counts[piece.name]):
            folio += piece.place == "inside"
            number = folio if piece.place == "inside" else 0
            label = str(number) if number else LABELS[piece.place]
            made.append(_sheet(piece, page, number, label, len(made)))
    return tuple(made)


LABELS = {"cover": "封面", "inside-front": "封二", "inside-back": "封三", "back": "封底"}


def blanks(sheets: Sequence[Sheet]) -> int:
    """How many blank pages the binding needed."""
    return sum(1 for sheet in sheets if sheet.piece is None)


def _sheet(piece: Piece | None, page: int, folio: int, label: str, place: int) -> Sheet:
    """The cover is a recto, and so is every second page after it: odd folios stand on the right."""
    return Sheet(piece, page, folio, label, "verso" if place % 2 else "recto")
