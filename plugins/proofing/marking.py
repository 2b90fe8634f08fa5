"""A passage and the remarks on it → pieces of text with their marks, for the proof sheet."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from plugins.article.finding import Level
from plugins.proofing.inline import HOLE
from plugins.proofing.record import Passage
from plugins.proofing.remark import Remark

GRAVITY: tuple[Level, ...] = ("error", "warning", "hint")
STRONG = "**"


@dataclass(frozen=True, slots=True)
class Note:
    """A remark with its number on the sheet (from 1 in every article); ``times``: how many say the same here."""

    number: int
    remark: Remark
    times: int = 1


@dataclass(frozen=True, slots=True)
class Piece:
    """A run of text. ``notes`` begin here; ``level`` is the gravest of the remarks that cover it, "" for none.

    ``mend`` is what should stand instead, when that is certain; None otherwise. ``line`` is the line of
    the source that begins here, 0 inside a line.
    """

    text: str
    level: str = ""
    notes: tuple[Note, ...] = ()
    mend: str | None = None
    is_strong: bool = False
    line: int = 0


@dataclass(frozen=True, slots=True)
class _Mark:
    """A note and the characters of the passage that it covers."""

    start: int
    end: int
    note: Note


def pieces(passage: Passage, notes: Sequence[Note]) -> tuple[Piece, ...]:
    """The passage cut where a remark, bold type or a line of the source begins or ends."""
    marks = [_mark(passage, note) for note in notes]
    mends = _mends(marks)
    strong = _strong(passage)
    lines = _lines(passage)
    edges = {0, len(passage.text), *strong, *lines}
    edges.update(edge for mark in marks for edge in (mark.start, mark.end))
    cuts = sorted(edge for edge in edges if edge <= len(passage.text))
    bounds = list(pairwise(cuts)) or [(0, 0)]
    return tuple(
        _piece(passage.text[start:end], start, marks, mends, strong, lines) for start, end in bounds
    )


def _piece(
    text: str,
    start: int,
    marks: Sequence[_Mark],
    mends: Sequence[_Mark],
    strong: Sequence[int],
    lines: dict[int, int],
) -> Piece:
    covering = [mark.note.remark.level for mark in marks if mark.start <= start < mark.end]
    mend = next((mark.note.remark.mend for mark in mends if mark.start == start), None)
    return Piece(
        text=text.replace(HOLE, "▢"),
        level=min(covering, key=GRAVITY.index, default=""),
        notes=tuple(mark.note for mark in marks if mark.start == start),
        mend=mend,
        is_strong=sum(edge <= start for edge in strong) % 2 == 1,
        line=lines.get(start, 0),
    )


def _mark(passage: Passage, note: Note) -> _Mark:
    """Where a remark stands in the text; at least one character, so that there is something to see."""
    length = len(passage.text)
    start = min(bisect_left(passage.places, note.remark.start, 0, length), max(length - 1, 0))
    end = bisect_left(passage.places, note.remark.end, 0, length)
    return _Mark(start, min(max(end, start + 1), length), note)


def _mends(marks: Sequence[_Mark]) -> list[_Mark]:
    """The marks whose words are to be exchanged unasked; none of them shares a character with another mark."""
    return [
        mark
        for mark in marks
        if mark.note.remark.is_safe
        and mark.note.remark.end > mark.note.remark.start
        and not any(
            other is not mark and other.start < mark.end and mark.start < other.end
            for other in marks
        )
    ]


def _strong(passage: Passage) -> list[int]:
    """Where bold type begins and ends: where ``**`` stood in the source between two characters."""
    if isinstance(passage.places, range):
        return []
    source, places = passage.proof.source, passage.places
    head = source[max(0, places[0] - 2) : places[0]]
    found = [0] if head == STRONG else []
    for at in range(1, len(passage.text)):
        gap = source[places[at - 1] + 1 : places[at]] if places[at] - places[at - 1] > 1 else ""
        if gap and gap.count(STRONG) % 2:
            found.append(at)
    return found


def _lines(passage: Passage) -> dict[int, int]:
    """Character → number of the line of the source that begins with it."""
    source, places = passage.proof.source, passage.places
    line = source.count("\n", 0, places[0]) + 1
    made = {0: line}
    if source.find("\n", places[0], places[len(passage.text) - 1] if passage.text else 0) < 0:
        return made
    for at, number in _breaks(source, places, len(passage.text)):
        made[at] = line + number
    return made


def _breaks(source: str, places: Sequence[int], length: int) -> Iterator[tuple[int, int]]:
    number = 0
    for at in range(1, length):
        passed = source.count("\n", places[at - 1], places[at])
        if passed:
            number += passed
            yield at, number
