"""What exactly is wrong where stream and copy text part: which words, of which unit. Pure."""

from __future__ import annotations

from collections.abc import Sequence

from plugins.press.proof.copytext import Unit
from plugins.press.proof.ledger import Fault, Ledger
from plugins.press.proof.resuming import edits, likeness

Piece = tuple[int, str]
Waiting = Sequence[tuple[int, Unit]]


def explain(ledger: Ledger, pieces: list[Piece], waiting: Waiting, high: int) -> None:
    """Enter every fault of a stretch in the ``ledger``.

    ``pieces`` are the printed words that were not expected, with their places; ``waiting`` are the
    units that may be among them; the running text should have gone on to ``high``.
    """
    for copy, unit in sorted(waiting, key=lambda each: -len(each[1].forms[0])):
        pieces = _cut_out(ledger, copy, unit, pieces)
    left = _against_running(ledger, pieces, high)
    if left is None:  # perhaps they are alike when units that are slightly wrong are taken out
        pieces = _against_units(ledger, waiting, pieces)
        left = _against_running(ledger, pieces, high)
    if left is None:
        ledger.lose(ledger.read_to, high, ledger.running_at)
        left = pieces
    for place, words in _against_units(ledger, waiting, left):
        ledger.too_many(words, place)


def _cut_out(ledger: Ledger, copy: int, unit: Unit, pieces: list[Piece]) -> list[Piece]:
    """Tick off a unit that stands whole in a piece; what is left of the pieces."""
    for number, (place, words) in enumerate(pieces):
        for form in unit.forms:
            begin = words.find(form)
            if begin >= 0:
                ledger.tick(copy, unit, place + begin)
                end = begin + len(form)
                sides = [(place, words[:begin]), (place + end, words[end:])]
                rest = [side for side in sides if side[1]]
                return [*pieces[:number], *rest, *pieces[number + 1 :]]
    return pieces


def _against_running(ledger: Ledger, pieces: list[Piece], high: int) -> list[Piece] | None:
    """Compare the pieces with the running text up to ``high``; what is left. None: they are unlike."""
    asked = ledger.running[ledger.read_to : high]
    printed = "".join(words for _, words in pieces)
    if not likeness(printed, asked):
        return None
    places = [place + number for place, words in pieces for number in range(len(words))]
    places.append(places[-1] + 1)
    left = []
    for edit in edits(printed, asked):
        begin = ledger.read_to + edit.asked_at
        ledger.lose(begin, begin + len(edit.lost), places[edit.at])
        if edit.surplus:
            left.append((places[edit.at], edit.surplus))
    return left


def _against_units(ledger: Ledger, waiting: Waiting, pieces: list[Piece]) -> list[Piece]:
    """Find units that are slightly wrong, the likest first; what is left of the pieces."""
    while True:
        found = [
            (alike, number, copy, unit)
            for copy, unit in waiting
            if ledger.is_due(copy, unit)
            for number, (_, words) in enumerate(pieces)
            if (alike := likeness(words, unit.forms[0]))
        ]
        if not found:
            return pieces
        _, number, copy, unit = max(found, key=lambda each: each[0])
        rest = _against_unit(ledger, copy, unit, pieces[number])
        pieces = [*pieces[:number], *rest, *pieces[number + 1 :]]


def _against_unit(ledger: Ledger, copy: int, unit: Unit, piece: Piece) -> list[Piece]:
    """Tick off a unit that is slightly wrong and enter its faults; the words that are too many."""
    place, words = piece
    ledger.tick(copy, unit, place)
    rest = []
    for edit in edits(words, unit.forms[0]):
        if edit.lost:
            ledger.faults.append(Fault(copy, "lost", edit.lost, place + edit.at, unit.role))
        if edit.surplus:
            rest.append((place + edit.at, edit.surplus))
    return rest
