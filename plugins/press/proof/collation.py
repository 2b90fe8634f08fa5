"""Collation (对红): printed words against copy text, character by character. Pure.

The printed stream is read from its beginning. At every place stands either the next words of the
running text or one of the units that may stand there; whatever else stands there is a fault, and so
is everything that was asked for and never came. After a fault reading goes on at the nearest place
where stream and running text agree again. So the proof does not depend on how faults are told:
a stream without faults is the copy text, every character once, in order.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from plugins.press.proof import discrepancy
from plugins.press.proof.copytext import Copy, Unit
from plugins.press.proof.ledger import Fault, Ledger, with_moves
from plugins.press.proof.resuming import SURE, Resuming, agreement

#: How many copies ahead units are looked for behind a fault.
SOON = 3


@dataclass(frozen=True, slots=True)
class Collation:
    """All faults in printed order; where in the stream each headline stands and each copy begins."""

    faults: tuple[Fault, ...]
    headlines: dict[int, int]
    begins: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class _Met:
    """A unit met in the stream: from ``begin`` to ``end``."""

    copy: int
    unit: Unit
    begin: int
    end: int


def collate(
    copies: Sequence[Copy],
    stream: str,
    heads: frozenset[int] = frozenset(),
    spare: Sequence[Unit] = (),
) -> Collation:
    """Read ``stream`` (squeezed) against ``copies``.

    ``heads`` are the places where pages begin; ``spare`` are units that may stand anywhere, once,
    but need not.
    """
    ledger = Ledger(copies, stream, spare)
    _Collator(ledger, heads).read()
    faults = sorted(with_moves(ledger.faults), key=lambda fault: fault.at)
    return Collation(tuple(faults), ledger.headlines, tuple(ledger.opened_at))


class _Collator:
    """One hand on the stream (``at``), the other on the running text (the ledger's)."""

    def __init__(self, ledger: Ledger, heads: frozenset[int]) -> None:
        self.ledger, self.stream, self.heads = ledger, ledger.stream, heads
        self.resuming = Resuming(ledger.stream, ledger.paragraphs)
        self.at = 0

    def read(self) -> None:
        """Read to the end of the stream; what was never met is lost."""
        while self.at < len(self.stream):
            self._step()
        self.ledger.close_all(self.at)

    def _step(self) -> None:
        """Read running text as far as it agrees, then a unit; or find a fault."""
        length = agreement(self.stream, self.at, self.ledger.running, self.ledger.read_to)
        met = self._next_unit(length)
        if met is not None:
            self.ledger.read_on(met.begin - self.at, met.begin)
            self.ledger.open(met.copy, met.begin)
            self.ledger.tick(met.copy, met.unit, met.begin)
            self.at = met.end
            if met.unit.where != "anywhere":
                self.ledger.running_at = met.end
            return
        at_end = self.at + length == len(self.stream)
        if at_end or length >= SURE or not self._resume():  # a shorter agreement may be chance
            self.at += length
            self.ledger.read_on(length, self.at)

    def _next_unit(self, length: int) -> _Met | None:
        """The unit that ends the agreement of ``length``.

        Unit and running text may begin alike: a unit may begin inside the agreement, but it must
        reach beyond it, for there the running text does not go on. The longest wins.
        """
        ledger, stop = self.ledger, self.at + length
        found = []
        for copy, unit in ledger.candidates(ledger.owner(ledger.read_to + length) + 1):
            begin, end = self._find(unit, stop)
            if end > stop and self._may_stand(copy, unit, ledger.read_to + begin - self.at):
                found.append(_Met(copy, unit, begin, end))
        return max(found, key=lambda met: met.end - met.begin, default=None)

    def _find(self, unit: Unit, stop: int) -> tuple[int, int]:
        """Where the unit begins at or shortly before ``stop``, and its end; end 0: nowhere."""
        if unit.rows:
            return stop, self._end_of_table(unit, stop)
        for form in unit.forms:
            begin = self.stream.find(form, max(self.at, stop - len(form) + 1), stop + len(form))
            if begin >= 0:
                return begin, begin + len(form)
        return stop, 0

    def _end_of_table(self, table: Unit, at: int) -> int:
        """The end of a table that begins at ``at``; its head may come again where it is divided."""
        for row in table.rows:
            if self.stream.startswith(table.again + row, at):
                at += len(table.again)
            if not self.stream.startswith(row, at):
                return 0
            at += len(row)
        return at

    def _may_stand(self, copy: int, unit: Unit, read_to: int) -> bool:
        """Whether a unit may stand here: its copy is open, or is the next and may be opened."""
        ledger = self.ledger
        return ledger.is_open(copy, unit, read_to) and ledger.may_stand(
            copy, unit, read_to, read_to
        )

    def _resume(self) -> bool:
        """Explain the fault here, and go on where stream and running text agree again.

        False when that is here: then there is no fault yet.
        """
        ledger, low = self.ledger, self.ledger.read_to
        printed, asked = self.resuming.nearest(self.at, low, self._whole_units())
        if not printed + asked:
            return False
        high = low + asked
        last = ledger.owner(high) if high < len(ledger.running) else len(ledger.pending) - 1
        pieces = [(self.at, self.stream[self.at : self.at + printed])] if printed else []
        waiting = ledger.waiting(low, high, last)
        discrepancy.explain(ledger, pieces, waiting, high)
        self.at += printed
        ledger.read_on(asked, self.at)
        return True

    def _whole_units(self) -> list[tuple[int, int]]:
        """Where units that may come soon stand whole in the stream: not running text."""
        ledger = self.ledger
        soon = ledger.waiting(0, len(ledger.running), ledger.opened + SOON)
        found = ((self.stream.find(unit.forms[0], self.at), unit) for _, unit in soon)
        return [(place, place + len(unit.forms[0])) for place, unit in found if place >= 0]
