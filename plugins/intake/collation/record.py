"""An article as a Word file has it: passages one after another, each with its words and their looks.

Made from neutral HTML (copying.py) and read back from a .docx (returning/reading.py): when both are
equal, nothing was lost on the way.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

#: Stands in a text for what is no letter: the mark of a footnote, a picture among words (Unicode 23.8).
OBJECT = "\ufffc"
WHITE = " \t\n\u3000"
#: Looks that an editor writes; the others come of themselves (formulas, heads of policy texts).
WRITTEN_MARKS = frozenset({"strong", "em", "dots", "code", "u", "del", "ins", "small"})
NO_MARKS: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Run:
    """Words of one look.

    ``marks``: strong, em, dots, sub, sup, code, u, del, ins, small, reference, head-1 … head-4;
    ``href``: where a link leads; ``ruby``: what stands over the words; ``note``, ``picture``: what an
    `OBJECT` stands for (number of a footnote, source of a picture).
    """

    text: str
    marks: frozenset[str] = NO_MARKS
    href: str = ""
    ruby: str = ""
    note: str = ""
    picture: str = ""


@dataclass(frozen=True, slots=True)
class Cell:
    """Place of a cell: table, row and column from 0; rows and columns it covers; its alignment."""

    table: int
    row: int
    column: int
    rows: int = 1
    columns: int = 1
    align: str = ""


@dataclass(frozen=True, slots=True)
class Passage:
    """A paragraph of the Word file.

    ``role`` is a key of `styling.STYLES`; ``level``: of a heading or of a list in another, from 1;
    ``note``: number of the footnote it belongs to; ``picture``: source of the picture it holds.
    """

    role: str
    runs: tuple[Run, ...] = ()
    level: int = 0
    cell: Cell | None = None
    note: str = ""
    picture: str = ""

    @property
    def text(self) -> str:
        """Its words without their looks."""
        return "".join(run.text for run in self.runs)


def plain(role: str, text: str) -> Passage:
    """A passage of plain words."""
    return Passage(role, joined([Run(text)]))


def joined(runs: Iterable[Run]) -> tuple[Run, ...]:
    """Runs of one look as one, empty ones dropped, white space at both ends off."""
    made: list[Run] = []
    for run in runs:
        if made and _is_alike(made[-1], run):
            made[-1] = replace(run, text=made[-1].text + run.text)
        elif run.text:
            made.append(run)
    return tuple(_stripped(made))


def _is_alike(one: Run, other: Run) -> bool:
    """Whether two runs are one: ruby and marks of footnotes stand for themselves."""
    alone = other.ruby or OBJECT in (one.text, other.text)
    return not alone and replace(one, text="") == replace(other, text="")


def _stripped(runs: list[Run]) -> list[Run]:
    while runs and not (head := replace(runs[0], text=runs[0].text.lstrip(WHITE))).text:
        runs = runs[1:]
    if runs:
        runs = [head, *runs[1:]]
    while runs and not (tail := replace(runs[-1], text=runs[-1].text.rstrip(WHITE))).text:
        runs = runs[:-1]
    return [*runs[:-1], tail] if runs else []
