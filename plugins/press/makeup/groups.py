"""Items of a galley → groups: what the make-up may not tear apart. Pure.

A head belongs to the lines under it, a table's head to its first rows, the lines of a short paragraph to one
another. A picture that the manuscript puts right under a head does not stay there: it goes behind the
lines that the head is kept with, so that no head stands above a picture.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

#: A head at the foot of a page needs this many rows of text under it, in both columns.
LEAST_TEXT = 4


@dataclass(frozen=True, slots=True)
class Item:
    """What is not divided: a line, a head, a picture with its caption, a row of a long table.

    ``rows`` high; ``before`` blank rows above it unless it heads a column; ``after``: blank rows that a
    movable one has under it wherever it stands; ``again`` rows above it when it heads a column: the head of
    its table, repeated. ``wide``: runs across both columns. ``keep``: not torn off the
    next item. ``movable``: may stand later. ``loses``, ``gains``: rows by which a picture may be cut or
    enlarged. ``new_page``: begins a page (of wide items). ``rule``: a hairline between items, not set at
    the head or foot of a column.
    """

    rows: int
    before: int = 0
    wide: bool = False
    keep: bool = False
    movable: bool = False
    loses: int = 0
    gains: int = 0
    new_page: bool = False
    rule: bool = False
    again: int = 0
    after: int = 0


@dataclass(frozen=True, slots=True)
class Group:
    """Items that stand one under the other in one column, by their index.

    ``rows`` with the blank rows inside, without those ``before``. ``under``: the text that a wide group may
    not be torn off, rows. ``late``: movable, but not right where it stands.
    """

    items: tuple[int, ...]
    rows: int
    before: int
    after: int
    again: int
    wide: bool
    movable: bool
    new_page: bool
    rule: bool
    late: bool = False
    under: int = 0


def groups(items: Sequence[Item], rows: int) -> tuple[Group, ...]:
    """The groups of ``items`` in the order in which they are set; none is higher than ``rows``."""
    found: list[Group] = []
    at = 0
    while at < len(items):
        members, delayed = _members(items, at)
        found += [_group(items, part) for part in _parts(items, members, rows)]
        found += [replace(_group(items, [n]), late=items[n].wide) for n in delayed]
        at = max(members + delayed) + 1
    return tuple(
        replace(group, under=_under(found, n, rows)) if _is_head(items, group) else group
        for n, group in enumerate(found)
    )


def _is_head(items: Sequence[Item], group: Group) -> bool:
    return group.wide and not group.movable and items[group.items[-1]].keep


def _members(items: Sequence[Item], at: int) -> tuple[list[int], list[int]]:
    """The items kept together from ``at`` on, and the movable ones that go behind them."""
    members: list[int] = [at]
    delayed: list[int] = []
    wide = items[at].wide
    for n in range(at + 1, len(items)):
        item = items[n]
        if items[at].movable or not items[members[-1]].keep:
            return members, delayed
        if item.movable and not wide:
            delayed.append(n)
        elif item.wide == wide:
            members.append(n)
        else:
            break
    if items[members[-1]].keep and delayed:
        narrow = [n for n in delayed if not items[n].wide]
        if len(narrow) == len(delayed):
            return members + delayed, []
    return members, delayed


def _parts(items: Sequence[Item], members: list[int], rows: int) -> Iterator[list[int]]:
    """Items kept together are parted nevertheless where a page would not hold them."""
    part: list[int] = []
    height = 0
    for n in members:
        more = items[n].rows + items[n].gains + (items[n].before if part else 0)
        if part and height + more > rows:
            yield part
            part, height, more = [], 0, items[n].rows + items[n].gains
        part.append(n)
        height += more
    yield part


def _group(items: Sequence[Item], members: Sequence[int]) -> Group:
    first = items[members[0]]
    return Group(
        items=tuple(members),
        rows=sum(items[n].rows for n in members) + sum(items[n].before for n in members[1:]),
        before=first.before,
        after=items[members[-1]].after,
        again=first.again,
        wide=first.wide,
        movable=first.movable,
        new_page=any(items[n].new_page for n in members),
        rule=first.rule,
    )


def _under(found: Sequence[Group], at: int, rows: int) -> int:
    """Rows that the text under a head needs at least: some in both columns, and its first group whole."""
    text: list[Group] = []
    for group in found[at + 1 :]:
        if group.wide and not group.movable:
            break
        if not group.wide:
            text.append(group)
        if sum(each.rows for each in text) >= 2 * LEAST_TEXT:
            break
    if not text:
        return 0
    least = min(LEAST_TEXT, -(-sum(each.rows for each in text) // 2))
    first = next((each for each in text if not each.movable), text[0])
    return min(max(least, first.rows) + first.before, rows - found[at].rows)
