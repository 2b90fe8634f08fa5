"""An article as the index knows it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import takewhile

from plugins.article.record import Article
from plugins.issue.record import Archive, Issue
from plugins.keeping.store import key
from plugins.web import addresses
from plugins.web.catalogue import day_of
from plugins.web.indexes.people import contributors
from plugins.web.search.stream import BORDER


@dataclass(frozen=True, slots=True)
class Document:
    """An article, the issue it stands in and the name of its section."""

    article: Article
    issue: Issue
    section: str

    @property
    def fields(self) -> tuple[str, ...]:
        """What is searched: headline, kicker, deck, standfirst, document number, body, then each name."""
        found = self.article
        lead = (found.headline, found.kicker, found.deck, found.standfirst, found.document_number)
        names = (*found.bylines, *found.contributors)
        return tuple(each.replace(BORDER, "") for each in (*lead, found.text, *names))

    @property
    def path(self) -> str:
        """The article's page, from the root of the site."""
        return addresses.text(self.issue.key, self.article.stem)

    @property
    def day(self) -> str:
        """The day it bears, YYYY-MM-DD."""
        return day_of(self.article, self.issue).isoformat()

    @property
    def kind(self) -> str:
        """Its kind in the editors' word."""
        return self.article.kind.value

    @property
    def tags(self) -> tuple[str, ...]:
        """The names of its tags."""
        return tuple(tag.name for tag in self.article.tags)

    @property
    def units(self) -> tuple[str, ...]:
        """The units that contributed it."""
        return tuple(dict.fromkeys(contributors(self.article)))

    @property
    def version(self) -> str:
        """A digest of everything the index has of it."""
        found = self.article
        text = found.version or key(*self.fields)
        shown = (self.path, found.headline, self.day, self.kind, self.section)
        return "\n".join((text, *shown, *self.tags, "", *self.units))


def documents(issue: Issue) -> Iterator[Document]:
    """The articles of an issue in printed order."""
    for section in issue.sections:
        for article in section.articles:
            yield Document(article, issue, section.title.name)


def split(archive: Archive) -> tuple[tuple[Issue, ...], tuple[Issue, ...]]:
    """The issues of all years but the newest, and those of the newest year; both oldest first."""
    issues = archive.issues[::-1]
    newest = issues[-1].published.year if issues else 0
    current = len(list(takewhile(lambda issue: issue.published.year == newest, archive.issues)))
    return issues[: len(issues) - current], issues[len(issues) - current :]
