"""Lists of articles: of a section, a tag, a unit, a person. One kind of list, however long.

Up to `STORIES` articles are set as stories. Of a longer list only the newest are, the others as one
line each, issue by issue. Of a list longer than `ONE_PAGE` these lines stand on a page for each
year: so no page grows with the archive, and a year's page keeps what it has.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date
from itertools import groupby

from plugins.article.record import Article
from plugins.web import addresses
from plugins.web.catalogue import Catalogue
from plugins.web.indexes.index_views import Group, ListView, Tally
from plugins.web.views import Place

STORIES, ONE_PAGE = 60, 240
#: Set as stories on a longer list: whole issues until there are so many.
NEWEST = 24


def listing(
    subject: ListView,
    articles: Sequence[Article],
    catalogue: Catalogue,
    *,
    with_years: bool = True,
) -> Iterator[ListView]:
    """The pages of one list. ``subject``: what it is about; ``articles``: newest issue first.

    ``with_years``: a page for each year of a list that is longer than `ONE_PAGE`.
    """
    total = len(articles)
    groups = catalogue.groups(articles)
    subject = replace(subject, total=total, day=_day(groups))
    newest = groups if total <= STORIES else _newest(groups)
    if total <= ONE_PAGE or not with_years:
        yield replace(subject, count=total, groups=newest, rows=groups[len(newest) :])
        return
    years = [(year, tuple(each)) for year, each in groupby(groups, lambda group: group.issue.year)]
    tallies = tuple(
        Tally(Place(f"{year}年", addresses.listing_year(subject.path, year)), _count(each))
        for year, each in years
    )
    yield replace(
        subject, groups=newest, count=_count(newest), years=tallies, earlier=tallies[0].place
    )
    places = [Place("最新", subject.path), *(tally.place for tally in tallies)]
    for n, (year, each) in enumerate(years, 1):
        yield _year(subject, year, each, tallies, places[n - 1], places[n : n + 2])


def _year(
    subject: ListView,
    year: int,
    groups: tuple[Group, ...],
    years: tuple[Tally, ...],
    later: Place,
    own_and_earlier: Sequence[Place],
) -> ListView:
    """The page of one year; ``own_and_earlier``: its place and that of the year before, if any."""
    place, *earlier = own_and_earlier
    count = _count(groups)
    return replace(
        subject,
        path=place.path,
        title=f"{subject.title}（{place.label}）",
        description=f"{subject.description.rstrip('。')}：{place.label}的{count}篇",
        day=_day(groups),
        trail=(*subject.trail, place),
        rows=groups,
        count=count,
        year=year,
        years=years,
        earlier=earlier[0] if earlier else None,
        later=later,
    )


def _newest(groups: Sequence[Group]) -> tuple[Group, ...]:
    count = 0
    for n, group in enumerate(groups, 1):
        count += len(group.cards)
        if count >= NEWEST:
            return tuple(groups[:n])
    return tuple(groups)


def _count(groups: Sequence[Group]) -> int:
    return sum(len(group.cards) for group in groups)


def _day(groups: Sequence[Group]) -> date | None:
    """The newest day on a page."""
    return max((card.day for group in groups for card in group.cards), default=None)
