"""Copyfitting: how much pictures are cut or enlarged so that pages are full. Pure.

Of a page left half empty a reader sees carelessness; of a picture a few lines higher or lower, nothing.
Every picture that may be changed is tried at every height it may have, one after the other, and the
height is kept with which the pages are best.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from plugins.press.makeup import Item, MadeUp, make_up

#: Faults: of every page; of a page whose empty rows are half of it; of a picture changed as much as it may.
PAGE, HALF_EMPTY, CHANGED = 30.0, 40.0, 2.0
#: A last page with less on it than this share of both columns is bare.
BARE, BARE_FAULT = 0.25, 60.0
ROUNDS = 2


def fit(items: Sequence[Item], rows: int) -> MadeUp:
    """The best make-up of ``items`` on pages of ``rows`` rows."""
    changes: dict[int, int] = {}
    best = make_up(items, rows)
    least = _fault(best, rows, items, changes)
    for _ in range(ROUNDS):
        before = least
        for changed in _flexible(items):
            for rows_more in _range(items[changed]):
                tried = {**changes, changed: rows_more}
                made = make_up(items, rows, tried)
                fault = _fault(made, rows, items, tried)
                if fault < least - 1e-9:
                    best, least, changes = made, fault, tried
        if least == before:
            break
    return best


def _flexible(items: Sequence[Item]) -> Iterator[int]:
    return (n for n, item in enumerate(items) if item.loses or item.gains)


def _range(item: Item) -> Iterator[int]:
    return (rows for rows in range(-item.loses, item.gains + 1))


def _fault(
    made: MadeUp, rows: int, items: Sequence[Item], changes: Mapping[int, int]
) -> float:
    fault = PAGE * made.pages
    for empty in made.empty:
        fault += HALF_EMPTY * (empty / rows) ** 2  # rows empty in both columns: half a page is `rows`
    if 1 - made.empty[-1] / (2 * rows) < BARE:
        fault += BARE_FAULT
    for n, more in changes.items():
        item = items[n]
        fault += CHANGED * (more / (item.gains if more > 0 else max(item.loses, 1))) ** 2 if more else 0
    return fault
