"""Lists: short ones on one page, long ones by year, nothing lost and nothing twice."""

from __future__ import annotations

from itertools import pairwise

import pytest

from plugins.web import addresses
from plugins.web.indexes.index_views import ListView
from plugins.web.indexes.listing import NEWEST, ONE_PAGE, STORIES, listing
from plugins.web.views import Place
from tests.web.archives import article, catalogue, issue


def subject() -> ListView:
    return ListView(
        path="tag/shui/",
        title="标签：水",
        description="关于“水”的文章。",
        trail=(Place("标签", "tag/"), Place("水", "tag/shui/")),
        heading="水",
    )


def pages(per_issue: int, issues: int, first: int = 0) -> list[ListView]:
    """The list of all articles of so many monthly issues."""
    made = [
        issue(number, *(article(number, f"gao-{n}") for n in range(per_issue)))
        for number in range(first, first + issues)
    ]
    known = catalogue(*made)
    return list(listing(subject(), list(known.articles.values()), known))


def paths(view: ListView) -> list[str]:
    return [card.path for group in (*view.groups, *view.rows) for card in group.cards]


@pytest.mark.parametrize(("per_issue", "issues"), [(1, 1), (1, STORIES), (STORIES, 1), (5, 12)])
def test_a_short_list_is_one_page_of_stories(per_issue: int, issues: int) -> None:
    (page,) = pages(per_issue, issues)
    assert (page.count, page.total, page.year) == (per_issue * issues, per_issue * issues, 0)
    assert not page.rows
    assert not page.years
    assert len(page.groups) == issues
    assert page.groups[0].issue.published == max(group.issue.published for group in page.groups)


@pytest.mark.parametrize(("per_issue", "issues"), [(1, STORIES + 1), (20, 12), (1, ONE_PAGE)])
def test_a_longer_list_has_its_older_articles_as_lines(per_issue: int, issues: int) -> None:
    (page,) = pages(per_issue, issues)
    stories = sum(len(group.cards) for group in page.groups)
    assert NEWEST <= stories < NEWEST + per_issue
    assert len(paths(page)) == len(set(paths(page))) == page.total
    assert page.groups[-1].issue.published > page.rows[0].issue.published


def test_a_very_long_list_has_a_page_for_each_year() -> None:
    first, *years = pages(12, 25)
    assert [page.path for page in years] == ["tag/shui/2002/", "tag/shui/2001/", "tag/shui/2000/"]
    assert [page.year for page in years] == [2002, 2001, 2000]
    assert [page.count for page in years] == [12, 144, 144]
    assert first.path == "tag/shui/"
    assert first.year == 0
    assert not first.rows
    assert all(page.total == 300 for page in (first, *years))
    assert all(page.years == first.years for page in years)
    assert [tally.count for tally in first.years] == [12, 144, 144]


def test_the_years_have_every_article_once() -> None:
    first, *years = pages(12, 25)
    found = [path for page in years for path in paths(page)]
    assert len(found) == len(set(found)) == 300
    assert set(paths(first)) < set(found)


def test_pages_are_chained_from_the_newest_to_the_oldest() -> None:
    chain = pages(12, 25)
    assert chain[0].later is None
    assert chain[-1].earlier is None
    for newer, older in pairwise(chain):
        assert newer.earlier is not None
        assert older.later is not None
        assert newer.earlier.path == older.path
        assert older.later.path == newer.path


def test_each_page_has_a_title_description_trail_and_day_of_its_own() -> None:
    made = pages(12, 25)
    for values in (
        [page.title for page in made],
        [page.description for page in made],
        [page.trail[-1].path for page in made],
    ):
        assert len(values) == len(set(values))
    assert made[2].title == "标签：水（2001年）"
    assert made[2].description == "关于“水”的文章：2001年的144篇"
    assert [place.label for place in made[2].trail] == ["标签", "水", "2001年"]
    assert str(made[2].day) == "2001-12-20"


def test_a_year_keeps_its_page_when_the_archive_grows() -> None:
    before = {page.path: paths(page) for page in pages(12, 24) if page.year}
    after = {page.path: paths(page) for page in pages(12, 36) if page.year}
    assert before.items() <= after.items()


def test_one_huge_issue_is_still_whole() -> None:
    first, year = pages(ONE_PAGE + 1, 1)
    assert len(paths(first)) == len(paths(year)) == ONE_PAGE + 1
    assert year.path == addresses.listing_year("tag/shui/", 2000)


def test_no_articles_make_an_empty_page() -> None:
    (page,) = listing(subject(), [], catalogue())
    assert (page.count, page.groups, page.rows, page.day) == (0, (), (), None)
