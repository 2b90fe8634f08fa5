"""Facets: places, units, persons and documents, each with all articles that have to do with it.

A page have: a place and a title that two articles name; a unit that contributed an article or that two name; a
person who wrote or photographed one, or is the subject of a profile; a document of the archive that another
article cites; a number of another document that two articles cite.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache, cached_property
from typing import NamedTuple

from plugins.article.gazetteer import Gazetteer
from plugins.article.record import Article
from plugins.issue.record import Issue
from plugins.web import addresses
from plugins.web.byissue import ByIssue
from plugins.web.indexes.citations import Citations, Document
from plugins.web.indexes.mentions import Finder, Mentions
from plugins.web.indexes.people import contributors, signatures
from plugins.web.views import Place

#: So many articles must name a thing that nobody answers for by contributing or signing.
FEWEST = 2
Indexed = dict[Place, list[Article]]
NOTHING = Mentions()


class Standing(NamedTuple):
    """One article with what it names, and the pages this leads to; ``given``: of the units that contributed it."""

    article: Article
    mentions: Mentions
    places: tuple[Place, ...]
    units: tuple[Place, ...]
    people: tuple[Place, ...]
    given: tuple[str, ...]


class Reader:
    """What ``finder`` finds for each issue, kept while the process lives and the issue is the same object.

    None: only who signed and contributed is known, not what the texts name.
    """

    def __init__(self, finder: Finder | None = None) -> None:
        self.finder = finder
        self._found: ByIssue[tuple[Standing, ...]] = ByIssue(self._standings)

    def standings(self, issues: Iterable[Issue]) -> list[Standing]:
        """All articles of these issues, in their order."""
        return [each for issue in self._found.of(issues) for each in issue]

    def _standings(self, issue: Issue) -> tuple[Standing, ...]:
        find = self.finder.mentions if self.finder else lambda _: NOTHING
        return tuple(_standing(each, find(each)) for each in issue.articles)


class Facets:
    """The facets of an edition: only what its own articles name. Every list is newest issue first."""

    def __init__(self, issues: Iterable[Issue], reader: Reader) -> None:
        self.reader = reader
        self._found = reader.standings(issues)
        self._known = {id(each.article): each for each in self._found}
        self.gazetteer = reader.finder.gazetteer if reader.finder else Gazetteer()

    @cached_property
    def contributing(self) -> frozenset[str]:
        """The paths of units that contributed something."""
        return frozenset(path for each in self._found for path in each.given)

    @cached_property
    def places(self) -> Indexed:
        """Every place that several articles name."""
        return _several(_by(self._found, "places"), frozenset())

    @cached_property
    def units(self) -> Indexed:
        """Every unit that contributed or that several articles name."""
        return _several(_by(self._found, "units"), self.contributing)

    @cached_property
    def people(self) -> Indexed:
        """Everyone who wrote, photographed or is the subject of a profile."""
        return _by(self._found, "people")

    @cached_property
    def _citations(self) -> Citations:
        return Citations((each.article, each.mentions) for each in self._found)

    @property
    def documents(self) -> dict[Place, Document]:
        """Every cited document that has a page."""
        return self._citations.documents

    def mentions(self, article: Article) -> Mentions:
        """What an article of this edition names."""
        return self._known[id(article)].mentions

    def links(self, article: Article) -> dict[str, str]:
        """The numbers and titles that an article cites → the pages of these documents, those that have one."""
        known = self._known.get(id(article))
        if known is None or not (known.mentions.numbers or known.mentions.titles):
            return {}
        return self._citations.links(article, known.mentions)


def _standing(article: Article, mentions: Mentions) -> Standing:
    gave = contributors(article)
    people = signatures(article)
    about = (mentions.subject,) if mentions.subject else ()
    return Standing(
        article,
        mentions,
        tuple(map(_place, mentions.places)),
        tuple(map(_unit, dict.fromkeys((*gave, *mentions.units)))),
        tuple(map(_person, dict.fromkeys((*people, *about)))),
        tuple(_unit(each).path for each in gave),
    )


@cache
def _place(name: str) -> Place:
    return Place(name, addresses.place(name))


@cache
def _unit(name: str) -> Place:
    return Place(name, addresses.unit(name))


@cache
def _person(name: str) -> Place:
    return Place(name, addresses.author(name))


def _by(found: Iterable[Standing], what: str) -> Indexed:
    """By path: names that share one are told to the editors (W101)."""
    made: dict[str, tuple[Place, list[Article]]] = {}
    for standing in found:
        for path, place in {each.path: each for each in getattr(standing, what)}.items():
            known = made.get(path)
            if known is None:
                known = made[path] = (place, [])
            known[1].append(standing.article)
    return dict(made.values())


def _several(indexed: Indexed, kept: frozenset[str]) -> Indexed:
    """Without what is named too seldom, but for the paths in ``kept``."""
    return {
        place: articles
        for place, articles in indexed.items()
        if len(articles) >= FEWEST or place.path in kept
    }
