"""The dummy (小样): how the sheets are imposed, in figures for the ticket. Pure."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from plugins.issue.record import Publication
from plugins.press.imposition.order import Cell, gathered, nested
from plugins.press.imposition.scheme import SPREAD, Scheme, scheme

#: More printed sides than this are drawn smaller, and those in the middle are left out.
MOST_SIDES = 40


@dataclass(frozen=True, slots=True)
class DummyCell:
    """A page of the dummy: its folio, on its head or not, in black only or not, spine at its right."""

    page: int
    inverted: bool
    grey: bool
    spine_right: bool


@dataclass(frozen=True, slots=True)
class DummySide:
    """One printed side: what it is called, its rows."""

    label: str
    rows: tuple[tuple[DummyCell, ...], ...]


@dataclass(frozen=True, slots=True)
class Dummy:
    """All printed sides (``left_out`` of them not shown), and whether the printer asked for them."""

    title: str
    sides: tuple[DummySide, ...]
    left_out: int
    ordered: bool

    @property
    def across(self) -> int:
        """Columns of one side."""
        return max(len(side.rows[0]) for side in self.sides)


def dummy(publication: Publication, inside_pages: int) -> Dummy:
    """The dummy of an issue; when no imposed file is ordered, of how its binding is imposed as a rule."""
    ordered = scheme(publication, inside_pages)
    shown = ordered or _usual(publication, inside_pages)
    printing = publication.printing
    every = range(1, inside_pages + 1)
    grey = set(every if printing.colours == "grey" else printing.grey_pages)
    formes = [forme for each in shown.signatures for forme in (each.front, each.back)]
    sides = [
        DummySide(label, tuple(_row(row, grey) for row in forme))
        for label, forme in zip(shown.labels, formes, strict=True)
    ]
    left_out = max(0, len(sides) - MOST_SIDES)
    if left_out:
        sides = sides[: MOST_SIDES // 2] + sides[-MOST_SIDES // 2 :]
    return Dummy(shown.name, tuple(sides), left_out, ordered is not None)


def _usual(publication: Publication, pages: int) -> Scheme:
    caliper = publication.printing.caliper_um
    if publication.binding == "saddle":
        return Scheme("骑马订", nested(pages, SPREAD), caliper, False)
    size = publication.printing.signature_pages
    return Scheme(f"{size}页折手", gathered(pages, size), caliper, True)


def _row(row: Iterable[Cell], grey: set[int]) -> tuple[DummyCell, ...]:
    return tuple(
        DummyCell(cell.page, cell.inverted, cell.page in grey, cell.spine_right) for cell in row
    )
