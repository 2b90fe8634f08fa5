"""Make-up (拼版): a galley of lines, heads and pictures → places on pages of two columns. Pure.

All heights are whole rows of the baseline grid. Text fills both columns of a page; where a story ends
its columns are made equally long. What may move (pictures, boxes, tables) goes to the head of the next
column or page when it does not fit where it stands, and the text flows past it: no hole is left.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Literal

Column = Literal["left", "right", "both"]

#: A head at the foot of a page needs this many rows of text under it, in both columns.
LEAST_TEXT = 4


@dataclass(frozen=True, slots=True)
class Item:
    """What is not divided: a line, a head, a picture with its caption, a table.

    ``rows`` high; ``before`` blank rows above it unless it heads a column. ``wide``: runs across both
    columns. ``keep``: not torn off the next item. ``movable``: may stand later. ``loses``, ``gains``: rows
    by which a picture may be cut or enlarged. ``new_page``: begins a page. ``story``: which story it is of.
    """

    rows: int
    before: int = 0
    wide: bool = False
    keep: bool = False
    movable: bool = False
    loses: int = 0
    gains: int = 0
    new_page: bool = False
    story: int = 0


@dataclass(frozen=True, slots=True)
class Place:
    """Where an item stands: page from 0, column, first row, and how many rows it takes."""

    page: int
    column: Column
    row: int
    rows: int


@dataclass(frozen=True, slots=True)
class MadeUp:
    """Places of all items by their index, number of pages, rows of each page left empty in both columns."""

    places: Mapping[int, Place]
    pages: int
    empty: tuple[int, ...]


def make_up(items: Sequence[Item], rows: int, changes: Mapping[int, int] | None = None) -> MadeUp:
    """Place items on pages of ``rows`` rows. ``changes``: item → rows that a picture gains (or loses).

    Raises ValueError when an item is higher than a page.
    """
    changed = [
        replace(item, rows=item.rows + (changes or {}).get(n, 0)) for n, item in enumerate(items)
    ]
    if any(item.rows > rows for item in changed):
        raise ValueError("an item is higher than a page")
    return _Maker(changed, rows).make()


@dataclass(slots=True)
class _Column:
    """What one column of a height holds: item → first row; where the text goes on; what is put off."""

    rows: dict[int, int] = field(default_factory=dict)
    used: int = 0
    next: int = 0
    put_off: list[int] = field(default_factory=list)


class _Maker:
    def __init__(self, items: Sequence[Item], rows: int) -> None:
        self.items, self.rows = items, rows
        self.places: dict[int, Place] = {}
        self.page, self.top = 0, 0
        self.filled = [0]
        self.waiting: list[int] = []  # wide items put off to the head of the next page

    def make(self) -> MadeUp:
        at = 0
        while at < len(self.items):
            at = self._wide(at) if self.items[at].wide else self._narrow(at)
        self._set_waiting()
        empty = tuple(2 * self.rows - used for used in self.filled)
        return MadeUp(self.places, self.page + 1, empty)

    # Across both columns.

    def _wide(self, at: int) -> int:
        """Set the wide items that are kept together; the index after them."""
        item, last = self.items[at], at
        if self.waiting and not item.movable:
            self._set_waiting()
        while (
            last + 1 < len(self.items) and self.items[last].keep and self.items[last + 1].wide
        ):
            last += 1
        if self._needed(at, last) > self.rows - self.top and self.top or (item.new_page and self.top):
            if item.movable and at == last and not item.new_page:
                self.waiting.append(at)
                return at + 1
            self._new_page()
        for n in range(at, last + 1):
            self._put_wide(n)
        return last + 1

    def _needed(self, first: int, last: int) -> int:
        """Rows that wide items ask for, and the text that may not be torn off them."""
        rows = sum(self.items[n].rows + self.items[n].before for n in range(first, last + 1))
        if not self.top:
            rows -= self.items[first].before
        after = last + 1
        if self.items[last].keep and after < len(self.items):
            story = [item for item in self.items[after : after + 2 * LEAST_TEXT] if not item.wide]
            rows += min(LEAST_TEXT, -(-sum(item.rows for item in story) // 2)) + (
                self.items[after].before
            )
        return rows

    def _put_wide(self, n: int) -> None:
        item = self.items[n]
        self.top += item.before if self.top else 0
        self.places[n] = Place(self.page, "both", self.top, item.rows)
        self.top += item.rows
        self.filled[self.page] += 2 * item.rows + (2 * item.before if self.top > item.rows else 0)

    def _new_page(self) -> None:
        self.page, self.top = self.page + 1, 0
        self.filled.append(0)
        self._set_waiting()

    def _set_waiting(self) -> None:
        """Set the wide items that were put off, here if they fit, else on the next page."""
        waiting, self.waiting = self.waiting, []
        for n in waiting:
            item = self.items[n]
            if self.top and item.before + item.rows > self.rows - self.top:
                self.page, self.top = self.page + 1, 0
                self.filled.append(0)
            self._put_wide(n)

    # In columns.

    def _narrow(self, at: int) -> int:
        """Set the text up to the next wide item; the index after it."""
        end = at
        while end < len(self.items) and not self.items[end].wide:
            end += 1
        put_off: list[int] = []
        while at < end or put_off:
            blank = self.items[at].before if self.top and at < end else 0
            room = self.rows - self.top - blank
            if room < min(LEAST_TEXT, self._height(at, end)) and self.top:
                self._new_page()
                continue
            self.top += blank
            columns = self._balanced(at, end, put_off, room) or self._full(at, end, put_off, room)
            at, put_off = self._set(columns, room, at, put_off)
            if at < end or put_off:
                self._new_page()
        return end

    def _height(self, at: int, end: int) -> int:
        return -(-sum(item.rows for item in self.items[at:end]) // 2)

    def _balanced(
        self, at: int, end: int, put_off: list[int], room: int
    ) -> list[_Column] | None:
        """Two columns of the least height that hold everything; None when none does."""
        total = sum(item.rows for item in self.items[at:end])
        total += sum(self.items[n].rows for n in put_off)
        for height in range(max(1, -(-total // 2)), room + 1):
            columns = self._full(at, end, put_off, height)
            if columns[-1].next >= end and not columns[-1].put_off:
                return columns
        return None

    def _full(self, at: int, end: int, put_off: list[int], room: int) -> list[_Column]:
        left = self._fill(at, end, put_off, room)
        return [left, self._fill(left.next, end, left.put_off, room)]

    def _fill(self, at: int, end: int, put_off: Sequence[int], room: int) -> _Column:
        """Fill one column: first what was put off, then text as far as it goes."""
        column = _Column(next=at, put_off=list(put_off))
        while column.put_off and self._fits(column, column.put_off[0], column.put_off[0] + 1, room):
            n = column.put_off.pop(0)
            self._put(column, n, n + 1)
        while column.next < end:
            last = self._group(column.next, end)
            if self._fits(column, column.next, last, room) and not (
                column.put_off and self.items[column.next].movable
            ):
                self._put(column, column.next, last)
            elif self.items[column.next].movable and last == column.next + 1:
                column.put_off.append(column.next)
            else:
                break
            column.next = last
        return column

    def _group(self, at: int, end: int) -> int:
        """The end of the items that are kept together from ``at`` on."""
        while self.items[at].keep and at + 1 < end:
            at += 1
        return at + 1

    def _fits(self, column: _Column, first: int, last: int, room: int) -> bool:
        rows = sum(item.rows + item.before for item in self.items[first:last])
        if not column.used:
            rows -= self.items[first].before
        return column.used + rows <= room or (not column.used and not self.top and rows > self.rows)

    def _put(self, column: _Column, first: int, last: int) -> None:
        for n in range(first, last):
            item = self.items[n]
            column.used += item.before if column.used else 0
            column.rows[n] = column.used
            column.used += item.rows

    def _set(
        self, columns: list[_Column], room: int, at: int, put_off: list[int]
    ) -> tuple[int, list[int]]:
        """Write down two columns; where the text goes on, and what is still put off."""
        sides: tuple[Column, Column] = ("left", "right")
        for side, column in zip(sides, columns, strict=True):
            for n, row in column.rows.items():
                self.places[n] = Place(self.page, side, self.top + row, self.items[n].rows)
            self.filled[self.page] += column.used
        if not columns[0].rows and not columns[1].rows and not self.top:
            raise ValueError(f"nothing fits a page from item {at} on")
        self.top += max(column.used for column in columns)
        self.top = min(self.top, self.rows)
        return columns[-1].next, columns[-1].put_off
