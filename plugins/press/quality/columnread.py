"""Lines of body text → the flow of the columns: which line begins and which ends a paragraph.

A line belongs to a column when it begins at the column's left edge or at an indent from it. Lines
of body size elsewhere (centred, flush right) and lines in other type are «loose»: they part
paragraphs and are not judged as justified text.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import pairwise

from plugins.press.quality.bandread import band, boundaries
from plugins.press.quality.layoutread import Layout
from plugins.press.quality.lineread import (
    OPENING,
    SAME_SIZE,
    Line,
    Lines,
    in_families,
    is_han,
    larger_lines,
)
from plugins.press.quality.reader import Char, Page

#: A line that begins less than this (em) right of its column's edge is no first line.
INDENT = 1.0
#: A line that begins more than this (em) right of the edge is not of the column.
DEEPEST = 4.2
#: An opening mark may reach this far (em) left of the edge with its blank half.
HANGS = 0.6
#: A wider step (in line pitches) between two lines of a column parts paragraphs.
STEP = 1.6
#: The number of an item that begins a line of its own.
ITEM = re.compile(r"\d{1,2}[.．、]\D")
#: How far (pt) a line may pass its right edge and still be measured against it.
OVER = 0.5


@dataclass(frozen=True, slots=True)
class BodyLine:
    """A line in its column, edges in pt. ``right`` is the edge that it ought to meet.

    ``is_first`` and ``is_last``: of its paragraph. ``is_head`` and ``is_foot``: of its column,
    which ends where the next band begins.
    """

    line: Line
    left: float
    right: float
    band: int = 0
    is_first: bool = False
    is_last: bool = False
    is_head: bool = False
    is_foot: bool = False

    @property
    def indent(self) -> float:
        """How far the line begins right of its column's edge, pt."""
        return self.line.start - self.left

    @property
    def place(self) -> tuple[int, int, float]:
        """The column that the line stands in: page, band, left edge."""
        return self.line.page, self.band, self.left


@dataclass(frozen=True)
class Columns:
    """The body lines of a document in reading order; its pages and their loose lines by number.

    ``bounds`` are the baselines of the headings that part a page into bands.
    """

    lines: tuple[BodyLine, ...]
    pages: dict[int, Page]
    loose: dict[int, tuple[Line, ...]]
    bounds: dict[int, tuple[float, ...]]

    @cached_property
    def neighbours(self) -> tuple[tuple[BodyLine, Char, Char], ...]:
        """Characters of one size side by side in a line, without a space between."""
        return tuple(
            (each, first, second)
            for each in self.lines
            for place, (first, second) in enumerate(pairwise(each.line.chars), 1)
            if abs(first.size - second.size) <= SAME_SIZE and place not in each.line.spaced
        )


def columns(pages: Sequence[Page], layout: Layout, known: Lines | None = None) -> Columns:
    """Read the columns of all pages. ``known``: what was read of these pages before."""
    reading = known or Lines()
    lines: list[BodyLine] = []
    loose: dict[int, tuple[Line, ...]] = {}
    bounds: dict[int, tuple[float, ...]] = {}
    for page in pages:
        body, others = _sorted(page, layout, reading)
        words = tuple(line for line in others if _is_text(line, page))
        width = min((each.right - each.left for each in body), default=0.0)
        parted = boundaries([each.line for each in body], words, layout.size, width)
        loose[page.number], bounds[page.number] = words, parted
        lines += _in_columns(body, parted)
    read = Columns(tuple(lines), {page.number: page for page in pages}, loose, bounds)
    return replace(read, lines=tuple(_paragraphs(read, layout)))


def _sorted(page: Page, layout: Layout, reading: Lines) -> tuple[list[BodyLine], list[Line]]:
    """The lines of a page: those in columns, and the others."""
    body, others = [], larger_lines(page, layout.size)
    for line in reading.of(page, layout.size):
        placed = _placed(line, layout) if in_families(line, layout.families) else None
        if placed:
            body.append(placed)
        else:
            others.append(line)
    return body, others


def _placed(line: Line, layout: Layout) -> BodyLine | None:
    em = layout.size
    hang = HANGS * em if line.chars[0].text in OPENING else OVER
    edges = layout.edges(line.page)
    for left in sorted(edges, reverse=True):
        if -hang <= line.start - left <= DEEPEST * em:
            rights = sorted(edges[left])
            met = (right for right in rights if line.optical_end <= right + OVER)
            return BodyLine(line, left, next(met, rights[-1]))
    return None


def _is_text(line: Line, page: Page) -> bool:
    """Words inside the trimmed page: no folio, no slug line."""
    return 0 < line.baseline < page.height and any(is_han(char.text) for char in line.chars)


def _in_columns(body: Sequence[BodyLine], bounds: Sequence[float]) -> Iterator[BodyLine]:
    """The body lines of one page, column by column, head and foot of each marked."""
    columns: dict[tuple[int, float], list[BodyLine]] = defaultdict(list)
    for each in body:
        columns[band(bounds, each.line.baseline), each.left].append(each)
    for (number, _), column in sorted(columns.items()):
        for each in column:
            yield replace(each, band=number, is_head=each is column[0], is_foot=each is column[-1])


def _paragraphs(read: Columns, layout: Layout) -> Iterator[BodyLine]:
    ended = True
    for each, after in pairwise([*read.lines, None]):
        assert each is not None
        is_first = ended or _is_indented(each, layout)
        ended = after is None or _parted(each, after, read, layout)
        yield replace(each, is_first=is_first, is_last=ended)


def _is_indented(each: BodyLine, layout: Layout) -> bool:
    return each.indent >= INDENT * layout.size


def _parted(each: BodyLine, after: BodyLine, read: Columns, layout: Layout) -> bool:
    """Whether a paragraph ends between two lines that follow one another."""
    if _is_indented(after, layout) or _width_changes(each, after, layout):
        return True
    if _begins_item(after) and each.right - each.line.end > layout.size:
        return True
    top, foot = each.line.baseline, after.line.baseline
    if each.place == after.place:
        wide = layout.pitch > 0 and foot - top > STEP * layout.pitch
        return wide or _between(read, each, top, foot)
    if _band_between(each, after, read):
        return True
    return _between(read, each, top, float("inf")) or _between(read, after, 0.0, foot)


def _begins_item(each: BodyLine) -> bool:
    """Whether a line begins with the number of a list: 2.  3、"""
    return ITEM.match(each.line.text) is not None


def _width_changes(each: BodyLine, after: BodyLine, layout: Layout) -> bool:
    return abs((each.right - each.left) - (after.right - after.left)) > layout.size


def _band_between(each: BodyLine, after: BodyLine, read: Columns) -> bool:
    """Whether the heading of a band stands between two lines in different columns."""
    if each.line.page == after.line.page:
        return each.band != after.band
    return each.band < len(read.bounds[each.line.page]) or after.band > 0


def _between(read: Columns, column: BodyLine, top: float, foot: float) -> bool:
    """Whether a loose line stands in the column of a line between two heights, in its band."""
    bounds = read.bounds[column.line.page]
    return any(
        top < line.baseline < foot
        and line.baseline not in bounds
        and band(bounds, line.baseline) == column.band
        and overlaps(line, column.left, column.right)
        for line in read.loose[column.line.page]
    )


def overlaps(line: Line, left: float, right: float) -> bool:
    """Whether a line reaches into the column between two edges (pt)."""
    return line.start < right and line.end > left
