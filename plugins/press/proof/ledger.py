"""The reader's ledger: which units are still to come, and the faults found so far. Pure."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import accumulate
from typing import Literal

from plugins.press.proof.copytext import ROLE_HEADLINE, Copy, Unit

Kind = Literal["lost", "absent", "surplus", "doubled", "moved"]
LOST = ("lost", "absent")
#: From this length on, surplus words that stand elsewhere too were printed twice, and words lost
#: here and found there have moved (characters).
TELLING = 5


@dataclass(frozen=True, slots=True)
class Fault:
    """One fault. ``copy`` is the index of the source, ``at`` the place in the stream.

    ``words`` are what was lost, doubled, moved or is too many; ``role`` names the unit, "" in
    running text. A whole unit that never came is absent: its place is the beginning of its article.
    """

    copy: int
    kind: Kind
    words: str
    at: int
    role: str = ""


class Ledger:
    """Ticks off what was read.

    ``read_to`` is how far the running text of all copies was read, ``running_at`` the place in the
    stream where it ended, behind it or behind the heading; ``opened`` is the copy being read,
    ``opened_at`` where in the stream each copy begins.
    """

    def __init__(self, copies: Sequence[Copy], stream: str, spare: Sequence[Unit] = ()) -> None:
        """``spare`` are units that may stand anywhere, once, but need not."""
        self.paragraphs = [paragraph for copy in copies for paragraph in copy.running]
        lengths = [sum(map(len, copy.running)) for copy in copies]
        self.stream, self.running = stream, "".join(self.paragraphs)
        self.ends = list(accumulate(lengths))
        self.starts = [end - length for end, length in zip(self.ends, lengths, strict=True)]
        self.pending = [list(copy.units) for copy in copies]
        self._spare = list(spare)
        self.read_to = self.opened = self.running_at = 0
        self.opened_at = [0] * len(copies)
        self.faults: list[Fault] = []
        self.headlines: dict[int, int] = {}

    def owner(self, place: int) -> int:
        """The copy to which this place of the running text belongs."""
        return max(0, bisect_right(self.starts, place) - 1)

    def current(self, read_to: int) -> int:
        """The copy that is open when the running text is read to ``read_to``."""
        return max(self.opened, self.owner(read_to - 1)) if read_to else self.opened

    def candidates(self, last: int) -> Iterator[tuple[int, Unit]]:
        """Units still to come: of the open copy to copy ``last``, and spare ones."""
        for copy in range(self.opened, min(last + 1, len(self.pending))):
            for unit in self.pending[copy]:
                yield copy, unit
        for unit in self._spare:
            yield self.opened, unit

    def is_due(self, copy: int, unit: Unit) -> bool:
        """Whether a unit is still to come."""
        return unit in self._spare or unit in self.pending[copy]

    def may_stand(self, copy: int, unit: Unit, low: int, high: int) -> bool:
        """Whether a unit may stand where the running text is read to between ``low`` and ``high``."""
        head = low <= self.starts[copy] <= high
        tail = low <= self.ends[copy] <= high
        return {"head": head, "tail": tail, "ends": head or tail}.get(unit.where, True)

    def is_open(self, copy: int, unit: Unit, read_to: int) -> bool:
        """Whether the copy of a unit is open when the text is read to here, or may be opened."""
        current = self.current(read_to)
        opens = copy == current + 1 and read_to == self.ends[current]
        return unit in self._spare or copy == current or opens

    def waiting(self, low: int, high: int, last: int) -> list[tuple[int, Unit]]:
        """Units still to come, to copy ``last``, that may stand between two places."""
        return [
            (copy, unit)
            for copy, unit in self.candidates(last)
            if self.may_stand(copy, unit, low, high)
        ]

    def read_on(self, asked: int, at: int) -> None:
        """Go on in the running text; it ends at ``at`` in the stream."""
        self.read_to += asked
        if asked:
            self.open(self.owner(self.read_to - 1), max(0, at - asked))
            self.running_at = at

    def open(self, copy: int, at: int) -> None:
        """Copies stand one behind the other: when one is opened, those before it are closed."""
        while self.opened < copy:
            for unit in self.pending[self.opened]:
                place = at if unit.where == "tail" else self.opened_at[self.opened]
                self.faults.append(Fault(self.opened, "absent", unit.forms[0], place, unit.role))
            self.pending[self.opened] = []
            self.opened += 1
            if self.opened < len(self.pending):
                self.opened_at[self.opened] = at

    def close_all(self, at: int) -> None:
        """At the end of the stream: what never came is lost."""
        self.lose(self.read_to, len(self.running), self.running_at)
        self.open(len(self.pending), at)

    def tick(self, copy: int, unit: Unit, at: int) -> None:
        """The unit was met at ``at``."""
        (self._spare if unit in self._spare else self.pending[copy]).remove(unit)
        if unit.role == ROLE_HEADLINE:
            self.headlines[copy] = at

    def lose(self, begin: int, end: int, at: int) -> None:
        """Running text from ``begin`` to ``end`` does not stand at ``at``: a fault for every copy."""
        for copy in range(self.owner(begin), len(self.starts)) if begin < end else ():
            low, high = max(begin, self.starts[copy]), min(end, self.ends[copy])
            if low < high:
                self.faults.append(Fault(copy, "lost", self.running[low:high], at))

    def too_many(self, words: str, at: int) -> None:
        """Words nobody asked for stand at ``at``: printed twice, or strange."""
        twice = self.stream.find(words) < at or self.stream.find(words, at + 1) >= 0
        kind: Kind = "doubled" if twice and len(words) >= TELLING else "surplus"
        self.faults.append(Fault(self.current(self.read_to), kind, words, at))


def with_moves(faults: Sequence[Fault]) -> list[Fault]:
    """Words lost in one place and too many in another have moved: one fault, where they stand."""
    lost = {fault.words: fault for fault in faults if fault.kind in LOST}
    strays = {fault.words: fault for fault in faults if fault.kind in ("surplus", "doubled")}
    moved = [
        replace(lost[words], kind="moved", at=stray.at)
        for words, stray in strays.items()
        if words in lost and len(words) >= TELLING
    ]
    gone = {fault.words for fault in moved}
    return [fault for fault in faults if fault.words not in gone] + moved
