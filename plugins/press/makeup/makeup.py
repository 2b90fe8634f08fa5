"""Make-up (拼版): a galley of lines, heads and pictures → places on pages of two columns. Pure.

All heights are whole rows of the baseline grid. Text fills both columns of a page; where a story ends
its columns are made equally long. What may move (pictures, boxes, tables) goes to the head of the next
column or page when it does not fit where it stands, and the text flows past it: no hole is left.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from plugins.press.makeup.columns import Column, Columns
from plugins.press.makeup.groups import LEAST_TEXT, Group, Item, groups

__all__ = ["Item", "MadeUp", "Place", "Plan", "Sketch", "make_up"]

#: With less text than this (rows) under it a head at the foot of a page looks lost.
ENOUGH_TEXT = 7
Side = Literal["left", "right", "both"]


@dataclass(frozen=True, slots=True)
class Place:
    """Where an item stands: page from 0, column, first row, and how many rows it takes.

    ``again``: rows right above it, for the repeated head of its table.
    """

    page: int
    column: Side
    row: int
    rows: int
    again: int = 0


@dataclass(frozen=True, slots=True)
class MadeUp:
    """Places of all items by their index (rules at a column's end have none), and the number of pages.

    ``empty``: rows of each page left empty, both columns counted; ``feet``: rows across both columns that
    are empty at the foot of each page.
    """

    places: Mapping[int, Place]
    pages: int
    empty: tuple[int, ...]
    feet: tuple[int, ...]


def make_up(items: Sequence[Item], rows: int, changes: Mapping[int, int] | None = None) -> MadeUp:
    """Place items on pages of ``rows`` rows. ``changes``: item → rows that a picture gains (or loses).

    Raises ValueError when an item is higher than a page.
    """
    plan = Plan(items, rows)
    return plan.made_up(plan.sketch(changes or {}), changes or {})


@dataclass(frozen=True, slots=True)
class Sketch:
    """A make-up without the places of single items.

    ``runs``: group, page, side, row, rows of a repeated head. ``thin``: rows of text that heads at the
    foot of a page lack. ``far``: columns that movable groups stand behind their place in the text.
    """

    runs: Sequence[tuple[int, int, Side, int, int]]
    filled: Sequence[int]
    feet: tuple[int, ...]
    thin: int
    far: int


class Plan:
    """Items that are made up again and again, with one picture or another higher or lower."""

    def __init__(self, items: Sequence[Item], rows: int) -> None:
        """``rows`` of a page. Raises ValueError when an item is higher than a page."""
        if any(item.rows + item.gains > rows for item in items):
            raise ValueError("an item is higher than a page")
        self.items, self.rows = items, rows
        self.groups = groups(items, rows)
        self._of = {n: at for at, group in enumerate(self.groups) for n in group.items}

    def sketch(self, changes: Mapping[int, int]) -> Sketch:
        """Where the groups stand when pictures gain (or lose) rows: item → rows."""
        heights = [group.rows for group in self.groups]
        for n, more in changes.items():
            heights[self._of[n]] += more
        return _Maker(self.groups, heights, self.rows).make()

    def made_up(self, sketch: Sketch, changes: Mapping[int, int]) -> MadeUp:
        """The places of all items of a sketch that was made with these changes."""
        places = dict(self._places(sketch, changes))
        empty = tuple(2 * self.rows - rows for rows in sketch.filled)
        return MadeUp(places, len(empty), empty, sketch.feet)

    def _places(self, sketch: Sketch, changes: Mapping[int, int]) -> Iterator[tuple[int, Place]]:
        for at, page, side, row, again in sketch.runs:
            for n in self.groups[at].items:
                item = self.items[n]
                is_first = n == self.groups[at].items[0]
                row += 0 if is_first else item.before
                rows = item.rows + changes.get(n, 0)
                yield n, Place(page, side, row, rows, again if is_first else 0)
                row += rows


class _Maker:
    """Makes up groups of these ``heights`` once."""

    def __init__(self, groups: Sequence[Group], heights: Sequence[int], rows: int) -> None:
        self.groups, self.heights, self.rows = groups, heights, rows
        self.columns = Columns(groups, heights)
        self.runs: list[tuple[int, int, Side, int, int]] = []
        self.page, self.top = 0, 0
        self.filled = [0]
        self.feet: list[int] = []
        self.waiting: list[int] = []  # wide groups put off to the head of the next page
        self.met: dict[int, int] = {}  # movable group → column in which it was put off
        self.after = 0  # blank rows that the wide group above asks for
        self.is_under_head = False
        self.thin = self.far = 0

    def make(self) -> Sketch:
        at = 0
        while at < len(self.groups):
            at = self._wide(at) if self.groups[at].wide else self._narrow(at)
        self._set_waiting()
        feet = (*self.feet, self.rows - self.top)
        return Sketch(self.runs, self.filled, feet, self.thin, self.far)

    # Across both columns.

    def _wide(self, at: int) -> int:
        """Set a wide group, or put it off; the index after it."""
        group = self.groups[at]
        if group.movable:
            if self.waiting or group.late or (self.top and self._needs(at) > self._room):
                self._wait(at)
            else:
                self._put_wide(at)
            return at + 1
        self._set_waiting()
        if self.top and (group.new_page or self._needs(at) > self._room):
            self._turn()
        self._put_wide(at)
        return at + 1

    @property
    def _room(self) -> int:
        return self.rows - self.top

    def _needs(self, at: int) -> int:
        """Rows that a wide group asks for where the page is not empty."""
        group = self.groups[at]
        return max(group.before, self.after) + self.heights[at] + group.under

    def _put_wide(self, at: int) -> None:
        group, height = self.groups[at], self.heights[at]
        again = group.again if not self.top and group.again + height <= self.rows else 0
        lead = max(group.before, self.after) if self.top else again
        self.runs.append((at, self.page, "both", self.top + lead, again))
        self.top += lead + height
        self.filled[self.page] += 2 * (lead + height)
        self.far += self._passed(at, "left")
        self.after = group.after
        self.is_under_head = group.under > 0

    def _wait(self, at: int) -> None:
        self.waiting.append(at)
        self.met[at] = 2 * self.page

    def _passed(self, at: int, side: Side) -> int:
        now = 2 * self.page + (side == "right")
        return now - self.met.get(at, now)

    def _turn(self) -> None:
        self.feet.append(self._room)
        self.page, self.top, self.after = self.page + 1, 0, 0
        self.is_under_head = False
        self.filled.append(0)

    def _next_page(self) -> None:
        """Turn the page and set one of the wide groups that wait at its head."""
        self._turn()
        if self.waiting:
            self._put_wide(self.waiting.pop(0))

    def _set_waiting(self) -> None:
        """Set the wide groups that were put off, here if they fit, else on the next page."""
        while self.waiting:
            at = self.waiting.pop(0)
            if self.top and self._needs(at) > self._room:
                self._turn()
            self._put_wide(at)

    # In columns.

    def _narrow(self, at: int) -> int:
        """Set the text up to the next wide group that interrupts it; the index after it."""
        end = self._next_wide(at)
        put_off: list[int] = []
        while (at := self.columns.past_rules(at, end)) < end or put_off:
            blank = self._blank(at if at < end else put_off[0])
            room = self._room - blank
            if self.top and room < min(LEAST_TEXT, self.columns.half(at, end, LEAST_TEXT)):
                self._next_page()
                continue
            pair = self.columns.balanced(at, end, put_off, room)
            if pair and not self._fits_under(end, pair, room):
                self._wait(end)
                end = self._next_wide(end + 1)
                continue
            ends_here = pair is not None
            pair = pair or self.columns.full(at, end, put_off, room)
            if not ends_here and self.is_under_head:
                self.thin += max(0, ENOUGH_TEXT - max(column.used for column in pair))
            at, put_off = self._set(pair, blank)
            if not ends_here:
                self._next_page()
        self.is_under_head = False
        return end

    def _blank(self, first: int) -> int:
        """Blank rows above the columns that begin with this group."""
        return max(self.groups[first].before, self.after) if self.top else 0

    def _next_wide(self, at: int) -> int:
        while at < len(self.groups) and not self.groups[at].wide:
            at += 1
        return at

    def _fits_under(self, end: int, pair: tuple[Column, Column], room: int) -> bool:
        """Whether what ends a stretch of text may stand right under it: a picture may not, a head may."""
        if end == len(self.groups) or not self.groups[end].movable:
            return True
        height = max(column.used for column in pair)
        late = self.waiting or self.groups[end].late
        return not late and height + self._needs(end) <= room

    def _set(self, pair: tuple[Column, Column], blank: int) -> tuple[int, list[int]]:
        """Write down two columns; where the text goes on, and what is still put off."""
        if pair[0].is_empty and pair[1].is_empty:
            blank = 0
        self.top += blank
        self.filled[self.page] += 2 * blank
        sides: tuple[Side, Side] = ("left", "right")
        for side, column in zip(sides, pair, strict=True):
            for at, row, again in column.runs:
                self.runs.append((at, self.page, side, self.top + row, again))
                self.far += self._passed(at, side)
            for at in column.put_off:
                self.met.setdefault(at, 2 * self.page + (side == "right"))
            self.filled[self.page] += column.used
        self.top += max(column.used for column in pair)
        self.after = 0
        return pair[1].next, pair[1].put_off
