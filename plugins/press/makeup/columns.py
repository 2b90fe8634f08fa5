"""Columns: groups of a story are filled into one column, into two, into two of equal length. Pure."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from plugins.press.makeup.groups import Group


@dataclass(slots=True)
class Column:
    """One column: its groups (index, first row, rows of a repeated head), where the text goes on.

    ``put_off``: movable groups that have had their turn and found no room.
    """

    next: int
    put_off: list[int]
    runs: list[tuple[int, int, int]] = field(default_factory=list)
    used: int = 0

    @property
    def is_empty(self) -> bool:
        """Whether nothing stands in the column."""
        return not self.runs


class Columns:
    """Fills columns with groups of these ``heights``. Wide groups among them are passed over."""

    def __init__(self, groups: Sequence[Group], heights: Sequence[int]) -> None:
        """``heights``: rows of each group."""
        self.groups, self.heights = groups, heights

    def half(self, at: int, end: int, most: int) -> int:
        """Rows of each column when the groups stand in two; not counted further than ``most``."""
        rows = 0
        for n in range(at, end):
            if not self.groups[n].wide:
                rows += self.heights[n]
            if rows >= 2 * most:
                return most
        return -(-rows // 2)

    def past_rules(self, at: int, end: int) -> int:
        """The first group from ``at`` on that is no rule: none stands at the head of a column."""
        while at < end and self.groups[at].rule:
            at += 1
        return at

    def full(self, at: int, end: int, put_off: Sequence[int], room: int) -> tuple[Column, Column]:
        """Two columns of ``room`` rows, the second going on where the first ends."""
        left = self._filled(at, end, put_off, room)
        return left, self._filled(left.next, end, left.put_off, room)

    def balanced(
        self, at: int, end: int, put_off: Sequence[int], room: int
    ) -> tuple[Column, Column] | None:
        """Two columns of the least height that hold everything; None when ``room`` rows do not."""
        for height in range(max(1, self._least(at, end, put_off, room)), room + 1):
            pair = self.full(at, end, put_off, height)
            if pair[1].next >= end and not pair[1].put_off:
                return pair
        return None

    def _least(self, at: int, end: int, put_off: Sequence[int], room: int) -> int:
        """A height below which two columns certainly do not hold everything."""
        total = sum(self.heights[n] for n in put_off)
        for n in range(at, end):
            group = self.groups[n]
            if not (group.wide or group.rule):
                total += self.heights[n]
                if total > 2 * room:
                    return room + 1
        return -(-total // 2)

    def _filled(self, at: int, end: int, put_off: Sequence[int], room: int) -> Column:
        """One column: first what was put off, then text as far as it goes.

        Of several groups put off one heads a column; the others wait, so that pictures are not stacked.
        """
        column = Column(at, list(put_off))
        if column.put_off:
            self._try_put_off(column, room)
        groups = self.groups
        while column.next < end:
            n = column.next
            if groups[n].wide or (groups[n].rule and not column.used):
                pass
            elif groups[n].movable:
                if (
                    column.put_off
                    or self._follows_movable(column)
                    or not self._put(column, n, room)
                ):
                    column.put_off.append(n)
            elif not self._put(column, n, room) and not groups[n].rule:
                break
            column.next = n + 1
        while column.next >= end and column.put_off and self._try_put_off(column, room):
            pass
        self._drop_rule(column)
        return column

    def _try_put_off(self, column: Column, room: int) -> bool:
        found = self._put(column, column.put_off[0], room)
        if found:
            del column.put_off[0]
        return found

    def _follows_movable(self, column: Column) -> bool:
        return bool(column.runs) and self.groups[column.runs[-1][0]].movable

    def _put(self, column: Column, n: int, room: int) -> bool:
        """Put a group under the others if it fits."""
        group, height = self.groups[n], self.heights[n]
        again = 0
        if column.runs:
            lead = max(group.before, self.groups[column.runs[-1][0]].after)
        else:
            again = lead = group.again if group.again + height <= room else 0
        if column.used + lead + height > room:
            return False
        column.runs.append((n, column.used + lead, again))
        column.used += lead + height
        return True

    def _drop_rule(self, column: Column) -> None:
        """Take rules off the foot of a column."""
        while column.runs and self.groups[column.runs[-1][0]].rule:
            column.runs.pop()
            n, row, _ = column.runs[-1]  # a rule is never the first
            column.used = row + self.heights[n]
