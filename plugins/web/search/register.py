"""Numbers of everything the index names by a number, given as things first appear, oldest first.

So the files of the archive stay as they are when a new issue brings a new section or tag.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from typing import Literal, get_args

from plugins.article.kinds import Kind
from plugins.issue.record import Issue
from plugins.keeping.store import key
from plugins.web.search.document import Document

Facet = Literal["tag", "unit", "section", "kind"]
FACETS: tuple[Facet, ...] = get_args(Facet)
KINDS = tuple(kind.value for kind in Kind)


def facet_names(document: Document, facet: Facet) -> tuple[str, ...]:
    """What a document is filed under, each name once."""
    match facet:
        case "tag":
            return tuple(dict.fromkeys(document.tags))
        case "unit":
            return document.units
        case "section":
            return (document.section,)
        case "kind":
            return (document.kind,)


@dataclass(slots=True)
class Register:
    """What has appeared: issues as in about.json, names of each facet with their numbers, how often each."""

    issues: list[tuple[str, int, str]] = field(default_factory=list)
    count: int = 0
    numbers: dict[Facet, dict[str, int]] = field(default_factory=lambda: _numbers())
    uses: dict[Facet, Counter[str]] = field(
        default_factory=lambda: {facet: Counter() for facet in FACETS}
    )

    def add(self, issue: Issue, documents: list[Document]) -> None:
        """The next issue."""
        self.issues.append((issue.key, self.count, issue.name))
        self.count += len(documents)
        for facet in FACETS:
            numbers = self.numbers[facet]
            for document in documents:
                names = facet_names(document, facet)
                self.uses[facet].update(names)
                for name in names:
                    numbers.setdefault(name, len(numbers))

    def copy(self) -> Register:
        """One to add more to."""
        numbers = {facet: dict(each) for facet, each in self.numbers.items()}
        uses = {facet: Counter(each) for facet, each in self.uses.items()}
        return Register(list(self.issues), self.count, numbers, uses)

    @property
    def mark(self) -> str:
        """A digest of the numbers that were given."""
        return key(repr(self.count), repr(self.issues), repr(self.numbers))

    def most_used(self, facet: Facet) -> list[tuple[str, int, int]]:
        """Names of a facet, how often each, its number: most used first, then by name."""
        rows = sorted(self.uses[facet].items(), key=lambda row: (-row[1], row[0]))
        return [(name, count, self.numbers[facet][name]) for name, count in rows]


def _numbers() -> dict[Facet, dict[str, int]]:
    """Nothing has appeared; kinds have their numbers from the start."""
    kinds = {name: number for number, name in enumerate(KINDS)}
    return {"tag": {}, "unit": {}, "section": {}, "kind": kinds}
