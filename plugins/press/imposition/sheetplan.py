"""A forme as measures: where each page lies, what is clipped, where the sheet is folded. Pure; pt.

Origin is the left foot of the untrimmed grid of pages, as in a PDF. Between pages that meet at a fold
other than the spine stands twice the bleed, for head, foot and fore edge are cut there; at the spine
of a glued block twice what is milled off; at a stitched spine nothing.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from plugins.press.imposition.order import Cell, Forme

PT_PER_MM = 72 / 25.4
#: (left, bottom, right, top) in pt.
Box = tuple[float, float, float, float]
#: Collation mark (折标): as high as this, the first so far from the head of the block.
MARK_HEIGHT, MARK_FROM_HEAD = 8 * PT_PER_MM, 20 * PT_PER_MM


@dataclass(frozen=True, slots=True)
class Paper:
    """A page's trimmed size, its bleed, and what the bindery mills off at the spine; all in pt."""

    width: float
    height: float
    bleed: float
    milling: float = 0.0


@dataclass(frozen=True, slots=True)
class Fold:
    """A straight fold over the whole sheet: ``at`` pt from the left (vertical) or the foot."""

    axis: Literal["vertical", "horizontal"]
    at: float


@dataclass(frozen=True, slots=True)
class Placement:
    """A page in its place: trim box, what may show of it, and how far it is pushed to the right."""

    cell: Cell
    trim: Box
    clip: Box
    push: float

    def matrix(self, left: float, bottom: float) -> tuple[float, ...]:
        """The six numbers that bring a page here whose trim box begins at (left, bottom)."""
        x0, y0, x1, y1 = self.trim
        if self.cell.inverted:
            return (-1, 0, 0, -1, x1 + left + self.push, y1 + bottom)
        return (1, 0, 0, 1, x0 - left + self.push, y0 - bottom)


@dataclass(frozen=True, slots=True)
class SheetPlan:
    """One printed side: its size, its pages, its folds, its collation mark (or None)."""

    width: float
    height: float
    placements: tuple[Placement, ...]
    folds: tuple[Fold, ...]
    mark: Box | None = None


def sheet_plan(forme: Forme, paper: Paper, pushes: dict[int, float], mark: int = 0) -> SheetPlan:
    """Measures of a forme.

    ``pushes``: how far a page goes towards its spine (pt). ``mark``: the number of the signature when
    this forme is to bear its collation mark, else 0.
    """
    gaps = [_gap(left, right, paper) for left, right in zip(forme[0], forme[0][1:], strict=False)]
    lefts = _starts(paper.width, gaps)
    tops = _starts(paper.height, [2 * paper.bleed] * (len(forme) - 1))
    height = tops[-1] + paper.height
    placements = []
    for row, top in zip(forme, tops, strict=True):
        for column, cell in enumerate(row):
            x0, y1 = lefts[column], height - top
            trim = (x0, y1 - paper.height, x0 + paper.width, y1)
            left, right = _rooms(gaps, column, paper.bleed)
            push = pushes.get(cell.page, 0.0) * (1 if cell.spine_right else -1)
            clip = (trim[0] - left, trim[1] - paper.bleed, trim[2] + right, trim[3] + paper.bleed)
            placements.append(Placement(cell, trim, clip, push))
    folds = [Fold("vertical", x - gap / 2) for x, gap in zip(lefts[1:], gaps, strict=True)]
    folds += [Fold("horizontal", height - top + paper.bleed) for top in tops[1:]]
    made = tuple(placements)
    box = _mark(made, paper, mark) if mark and paper.milling else None
    return SheetPlan(lefts[-1] + paper.width, height, made, tuple(folds), box)


def _gap(left: Cell, right: Cell, paper: Paper) -> float:
    return 2 * (paper.milling if left.spine_right and not right.spine_right else paper.bleed)


def _starts(size: float, gaps: Sequence[float]) -> list[float]:
    """Where columns or rows begin."""
    starts = [0.0]
    for gap in gaps:
        starts.append(starts[-1] + size + gap)
    return starts


def _rooms(gaps: Sequence[float], column: int, bleed: float) -> tuple[float, float]:
    """How far a page may show to its left and right: the bleed, but never over a fold."""
    left = min(bleed, gaps[column - 1] / 2) if column else bleed
    right = min(bleed, gaps[column] / 2) if column < len(gaps) else bleed
    return left, right


def _mark(placements: Sequence[Placement], paper: Paper, number: int) -> Box | None:
    """The collation mark, on the spine fold between the signature's last page and its first.

    Each signature bears it one step lower, so that the gathered block shows a stair on its back and a
    wrong, missing or doubled signature breaks it. It is milled off with the fold.
    """
    first = min(placements, key=lambda each: each.cell.page)
    last = max(placements, key=lambda each: each.cell.page)
    x0, x1 = last.trim[2], first.trim[0]
    steps = int((paper.height - 2 * MARK_FROM_HEAD) / MARK_HEIGHT)
    if x1 <= x0 or steps < 1:
        return None
    top = first.trim[3] - MARK_FROM_HEAD - MARK_HEIGHT * ((number - 1) % steps)
    return (x0, top - MARK_HEIGHT, x1, top)
