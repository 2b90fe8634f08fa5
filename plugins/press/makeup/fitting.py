"""Copyfitting: how much pictures are cut or enlarged so that pages are full. Pure.

Of a page left half empty a reader sees carelessness; of a picture a few lines higher or lower, nothing.
Every picture that may be changed is tried at every height it may have, one after the other, and the
height is kept with which the pages are best.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from plugins.press.makeup.makeup import Item, MadeUp, Plan, Sketch

#: Faults: of every page; of a page whose empty rows are half of it.
PAGE, HALF_EMPTY = 30.0, 40.0
#: Of a picture enlarged as much as it may be, and of one cut: heads and feet are lost.
ENLARGED, CUT = 2.0, 5.0
#: Of every row that the text under a head at the foot of a page lacks; of every column that a picture
#: stands behind its place in the text.
THIN, FAR = 8.0, 0.7
#: A last page with less on it than this share of both columns is bare.
BARE, BARE_FAULT = 0.25, 60.0
ROUNDS = 4
Changes = dict[int, int]


def fit(items: Sequence[Item], rows: int) -> MadeUp:
    """The best make-up of ``items`` on pages of ``rows`` rows.

    The search begins three times: with the pictures as they are, as small and as large as they may be; one
    begun from the middle alone fills the pages it has, and does not find the way to a page less.

    Raises ValueError when an item is higher than a page.
    """
    search = _Search(items, rows)
    flexible = search.flexible
    starts: list[Changes] = [{}]
    if flexible:
        starts += [{n: -items[n].loses for n in flexible}, {n: items[n].gains for n in flexible}]
    _, changes = min((search.descend(start) for start in starts), key=lambda tried: tried[0])
    return search.plan.made_up(search.plan.sketch(changes), changes)


def fault(items: Sequence[Item], rows: int, changes: Mapping[int, int]) -> float:
    """How bad the make-up with these changes (item → rows) is: the less the better."""
    return _Search(items, rows).fault(changes)


class _Search:
    def __init__(self, items: Sequence[Item], rows: int) -> None:
        self.items = items
        self.plan = Plan(items, rows)
        self.flexible = [n for n, item in enumerate(items) if item.loses or item.gains]
        self.known: dict[tuple[int, ...], float] = {}

    def descend(self, changes: Changes) -> tuple[float, Changes]:
        """Change one picture after the other as long as the pages get better; (fault, changes)."""
        best = self.fault(changes)
        for _ in range(ROUNDS):
            before = best
            for n in self.flexible:
                for more in range(-self.items[n].loses, self.items[n].gains + 1):
                    tried = {**changes, n: more}
                    fault = self.fault(tried)
                    if fault < best - 1e-9:
                        best, changes = fault, tried
            if best == before:
                break
        return best, changes

    def fault(self, changes: Mapping[int, int]) -> float:
        """What is wrong with the pages that these changes make, and with the changes themselves."""
        key = tuple(changes.get(n, 0) for n in self.flexible)
        if key not in self.known:
            pages = _fault(self.plan.sketch(changes), self.plan.rows)
            self.known[key] = pages + sum(
                _fault_of_change(self.items[n], more) for n, more in changes.items()
            )
        return self.known[key]


def _fault_of_change(item: Item, more: int) -> float:
    """The fault of a picture with ``more`` rows, by how much of what it may gain or lose is taken."""
    if more > 0:
        return ENLARGED * (more / item.gains) ** 2
    return CUT * (more / item.loses) ** 2 if more else 0.0


def _fault(sketch: Sketch, rows: int) -> float:
    fault = PAGE * len(sketch.filled) + THIN * sketch.thin + FAR * sketch.far
    for filled in sketch.filled:
        # Rows are empty in both columns: half a page is `rows`.
        fault += HALF_EMPTY * ((2 * rows - filled) / rows) ** 2
    if sketch.filled[-1] / (2 * rows) < BARE:
        fault += BARE_FAULT
    return fault
