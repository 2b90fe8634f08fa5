"""The contents of the printed issue: section by section, with the folios of the laid-out pages."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from plugins.issue.record import Issue, SectionName

PLATE_NAMES = {"inside-front": "封二", "inside-back": "封三", "back": "封底"}


@dataclass(frozen=True, slots=True)
class Row:
    """One line: the article's key, its title, its folio."""

    key: str
    title: str
    folio: int


@dataclass(frozen=True, slots=True)
class Group:
    """A section with its lines."""

    section: SectionName
    rows: tuple[Row, ...]


def groups(issue: Issue, folios: Mapping[str, int]) -> tuple[Group, ...]:
    """The contents; an article that is not laid out yet stands on page 0."""
    return tuple(
        Group(
            section.title,
            tuple(
                Row(article.key, article.title, folios.get(article.key, 0))
                for article in section.articles
            ),
        )
        for section in issue.sections
    )


def listed_plates(issue: Issue) -> tuple[tuple[str, str], ...]:
    """Full-page pictures that the contents list: («封二», caption)."""
    return tuple(
        (PLATE_NAMES.get(plate.place, "插页"), plate.caption)
        for plate in issue.plates
        if plate.listed
    )
