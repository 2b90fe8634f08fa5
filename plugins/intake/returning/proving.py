"""Whether a manuscript with changes in it reads as they say, and in all else as before. Pure.

It is read as every manuscript is read, and held against the passages it must have: those that did not
change in every look, those that did by their words, rank and place.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from itertools import groupby

from plugins.intake.collation.copytext import CopyText
from plugins.intake.collation.record import Passage
from plugins.intake.returning.blocks import FRONT
from plugins.intake.returning.comparison import Change
from plugins.intake.returning.mending import Edit, applied

UNPROVEN = "写进去后读出来不一样，请手工改"
Reread = Callable[[str], CopyText]


@dataclass(slots=True)
class Planned:
    """A change with its edits, and the passages that are then at, or ``is_added`` behind, number ``at``."""

    change: Change
    edits: list[Edit] = field(default_factory=list)
    at: int = -1
    passages: tuple[Passage, ...] = ()
    is_added: bool = False
    is_note: bool = False

    @property
    def is_new(self) -> bool:
        """Whether something comes in that was not there."""
        return self.change.kind == "added"


def proven(
    plans: Sequence[Planned], copy: CopyText, source: str, read: Reread
) -> tuple[list[Planned], str]:
    """The plans, those told as not written that the manuscript would not read as; and the manuscript.

    All together are tried first: a mark and its footnote are read only together.
    """
    good = _coupled(plans, [each for each in plans if not each.change.why])
    after = _tried(good, copy, source, read)
    if after is None:
        good = [each for each in good if _tried([each], copy, source, read) is not None]
        good = _coupled(plans, good)
        while (after := _tried(good, copy, source, read)) is None:
            good.pop()
    kept = {id(each) for each in good}
    for each in plans:
        if not each.change.why and id(each) not in kept:
            each.change = replace(each.change, why=UNPROVEN)
    return list(plans), after


def _coupled(plans: Sequence[Planned], good: Sequence[Planned]) -> list[Planned]:
    """``good`` without what is taken away where something new cannot be written: nothing is lost."""
    kept = {id(each) for each in good}
    for kind, group in groupby(plans, lambda plan: plan.change.kind == "changed"):
        beside = list(group)
        if not kind and any(each.is_new and id(each) not in kept for each in beside):
            kept -= {id(each) for each in beside if not each.is_new}
    return [each for each in good if id(each) in kept]


def _tried(plans: Sequence[Planned], copy: CopyText, source: str, read: Reread) -> str | None:
    """The manuscript with these changes; None when it does not read as they say."""
    after = applied(source, [edit for each in plans for edit in each.edits])
    found = read(after).passages
    text, notes = _wanted(plans, copy)
    there = [each for each in found if each.role != "footnote"]
    if len(there) != len(text) or not all(map(_fits, text, there)):
        return None
    below = sorted(each.text for each in found if each.role == "footnote")
    return after if below == sorted(notes) else None


@dataclass(frozen=True, slots=True)
class _Wanted:
    """A passage that must be there: in all its looks, or ``is_new`` only by words, rank and place."""

    passage: Passage
    is_new: bool = False


def _wanted(plans: Sequence[Planned], copy: CopyText) -> tuple[list[_Wanted], list[str]]:
    """The passages that must be there, and the words of the footnotes."""
    front = next((n for n, each in enumerate(copy.passages) if each.role not in FRONT), 0)
    rows = [[_Wanted(each)] for each in copy.passages]
    notes: list[str] = []
    for plan in plans:
        new = [_Wanted(each, is_new=True) for each in plan.passages]
        if plan.is_note:
            notes += [each.text for each in plan.passages]
        elif plan.is_added:
            rows[max(plan.at, front - 1)] += new
        else:
            rows[plan.at][:1] = new
    text: list[_Wanted] = []
    for row, each in zip(rows, copy.passages, strict=True):
        if each.role == "footnote":
            notes += [wanted.passage.text for wanted in row]
        else:
            text += row
    return text, notes


def _fits(wanted: _Wanted, there: Passage) -> bool:
    passage = wanted.passage
    if not wanted.is_new:
        return _unnumbered(passage) == _unnumbered(there)
    return passage.text == there.text and (passage.level == there.level or not passage.level)


def _unnumbered(passage: Passage) -> Passage:
    """A passage without the numbers that move when another comes or goes: of footnotes, of rows."""
    runs = tuple(replace(run, note="*") if run.note else run for run in passage.runs)
    cell = replace(passage.cell, row=0) if passage.cell else None
    return replace(passage, runs=runs, cell=cell)
