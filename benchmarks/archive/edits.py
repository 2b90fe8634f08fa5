"""Ten edits as an office makes them: seven bodies, a headline, a tag, a new article; and how to undo them."""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Literal

from benchmarks.archive.flavours import FLAVOURS, OURS, file_of, write, write_plan
from benchmarks.archive.manuscripts import (
    PER_ISSUE,
    SECTIONS,
    Manuscript,
    added_sentence,
    manuscript,
)
from benchmarks.archive.sentences import Words

Kind = Literal["body", "headline", "tag", "new"]
#: The first is a body: it serves where one edit alone is timed.
KINDS: tuple[Kind, ...] = (*["body"] * 4, "headline", "body", "tag", "body", "new", "body")


@dataclass(frozen=True, slots=True)
class Edit:
    """An article as it is after an edit."""

    kind: Kind
    made: Manuscript


def edits(months: Sequence[int], known: Words) -> Iterator[Edit]:
    """The ten, spread over the archive, newest issue first."""
    dice = random.Random("edits")
    for n, kind in enumerate(KINDS):
        month = months[-1 - n * (len(months) - 1) // len(KINDS)]
        number = PER_ISSUE + 1 if kind == "new" else dice.randint(1, PER_ISSUE)
        yield Edit(kind, _edited(kind, manuscript(month, number, known), known, dice))


def _edited(kind: Kind, made: Manuscript, known: Words, dice: random.Random) -> Manuscript:
    if kind == "body":
        return added_sentence(made, known, dice)
    if kind == "headline":
        return replace(made, headline=f"{made.headline} 续记")
    if kind == "tag":
        other = next(tag for tag in known.tags[20:] if tag not in made.tags)
        return replace(made, tags=(*made.tags[:-1], other))
    section, word, _ = SECTIONS[-1]
    return replace(made, section=section, kind=word)


def apply(edit: Edit, flavour: str, folder: Path) -> None:
    """Write an edit into an engine's folder."""
    write(edit.made, flavour, folder)
    if edit.kind == "new" and flavour == OURS:
        write_plan(folder / "content", edit.made.month, edit.made)


def undo(edit: Edit, folder: Path, known: Words) -> None:
    """The article as it was, in the folders of all engines (below ``folder``)."""
    for flavour in FLAVOURS:
        if edit.kind == "new":
            file_of(edit.made, folder / flavour).unlink(missing_ok=True)
        else:
            write(manuscript(edit.made.month, edit.made.place, known), flavour, folder / flavour)
    write_plan(folder / OURS / "content", edit.made.month)
