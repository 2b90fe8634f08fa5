"""What is measured of each side, and the rows of the table."""

from __future__ import annotations

from dataclasses import dataclass, field
from statistics import fmean, median

#: So many results a reader sees first.
FIRST = 10


@dataclass(frozen=True, slots=True)
class Query:
    """What is asked, and the pages in whose text it stands."""

    words: str
    truth: frozenset[str]


@dataclass(frozen=True, slots=True)
class Measured:
    """Processor seconds, memory (MB) and size on disk (MB, files) of making an index."""

    cpu: float
    megabytes: float
    size: float
    files: int


@dataclass(slots=True)
class Answers:
    """What was answered to each query: recall, precision of the first ten, bytes of the first and of later ones."""

    recall: list[float] = field(default_factory=list)
    precision: list[float] = field(default_factory=list)
    first: list[int] = field(default_factory=list)
    later: list[int] = field(default_factory=list)

    def add(self, query: Query, pages: list[str], first: int, later: int) -> None:
        """``pages``: what was found, in order; ``first``: bytes when asked first; ``later``: when asked later."""
        if query.truth:
            self.recall.append(len(query.truth & set(pages)) / len(query.truth))
        shown = pages[:FIRST]
        if shown or query.truth:
            right = sum(page in query.truth for page in shown)
            self.precision.append(right / len(shown) if shown else 1.0)
        self.first.append(first)
        self.later.append(later)


def rows(made: Measured, answers: Answers) -> dict[str, str]:
    """The table's column of one side."""
    return {
        "index from nothing, CPU s": f"{made.cpu:.2f}",
        "memory, MB": f"{made.megabytes:.0f}",
        "size, MB": f"{made.size:.2f}",
        "files": f"{made.files}",
        "recall, mean": f"{fmean(answers.recall):.3f}",
        "recall, worst": f"{min(answers.recall):.3f}",
        "precision of the first 10": f"{fmean(answers.precision):.3f}",
        "first query, KB (median, most)": _kilobytes(answers.first),
        "later query, KB (median, most)": _kilobytes(answers.later),
    }


def _kilobytes(sizes: list[int]) -> str:
    return f"{median(sizes) / 1000:.1f}, {max(sizes) / 1000:.1f}"
