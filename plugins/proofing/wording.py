"""Two wordings of a paragraph, compared word by word.

A Han character is a word of its own; so is a number with its decimals, and a Latin word.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Literal

Fate = Literal["same", "gone", "new"]
WORD = re.compile(r"[A-Za-z]+|\d+(?:[.,]\d+)*|\s+|.", re.DOTALL)
#: Wordings that are alike by less are two paragraphs, not one that was changed.
ALIKE = 0.4


@dataclass(frozen=True, slots=True)
class Run:
    """Words that stayed, went, or are new."""

    fate: Fate
    text: str


def runs(old: str, new: str) -> tuple[Run, ...]:
    """How ``old`` became ``new``. Runs that stayed and went give the old text, stayed and new the new one.

    >>> runs("恢复生产,停了", "恢复生产，停了")
    (Run(fate='same', text='恢复生产'), Run(fate='gone', text=','), Run(fate='new', text='，'), Run(fate='same', text='停了'))
    """
    before, after = WORD.findall(old), WORD.findall(new)
    matcher = SequenceMatcher(None, before, after, autojunk=False)
    steps = _whole(matcher.get_opcodes())
    return tuple(run for step in steps for run in _runs(before, after, *step))


def likeness(old: str, new: str) -> float:
    """From 0 to 1: how much of two wordings is the same."""
    matcher = SequenceMatcher(None, old, new, autojunk=False)
    if matcher.real_quick_ratio() < ALIKE or matcher.quick_ratio() < ALIKE:
        return 0.0
    return matcher.ratio()


Step = tuple[bool, int, int, int, int]


def _whole(opcodes: Sequence[tuple[str, int, int, int, int]]) -> list[Step]:
    """Steps of a comparison; one word that stayed between two changes belongs to the change."""
    steps: list[Step] = []
    last = len(opcodes) - 1
    for place, (name, first, end, other, other_end) in enumerate(opcodes):
        is_same = name == "equal" and not (0 < place < last and end - first < 2)
        if steps and steps[-1][0] == is_same:
            steps[-1] = (is_same, steps[-1][1], end, steps[-1][3], other_end)
        else:
            steps.append((is_same, first, end, other, other_end))
    return steps


def _runs(
    before: Sequence[str],
    after: Sequence[str],
    is_same: bool,
    first: int,
    end: int,
    other: int,
    other_end: int,
) -> Iterator[Run]:
    if is_same:
        yield Run("same", "".join(before[first:end]))
        return
    if end > first:
        yield Run("gone", "".join(before[first:end]))
    if other_end > other:
        yield Run("new", "".join(after[other:other_end]))
