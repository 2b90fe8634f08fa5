"""Indexes over the archive: complete, light, sound when empty."""

from __future__ import annotations

from collections import Counter
from typing import TypeVar

import pytest

from plugins.article.kinds import Kind
from plugins.web import addresses
from plugins.web.catalogue import TAG_PAGE
from plugins.web.indexes import name_pages
from plugins.web.indexes.index_views import (
    ContentsView,
    DocumentsView,
    IssuesView,
    ListView,
    NamesView,
    SearchView,
    SectionsView,
    SiteMapView,
    TagsView,
    YearSectionsView,
    YearView,
)
from plugins.web.views import LostView, View
from tests.web.archives import SECTIONS as NAMED
from tests.web.archives import article, busy_issue, catalogue, compose, issue, tag
from tests.web.conftest import Built
from tests.web.planning import listed

V = TypeVar("V", bound=View)


@pytest.fixture(scope="module")
def busy() -> list[View]:
    """The indexes of nine years: a hundred issues with thousands of articles."""
    return listed(catalogue(*(busy_issue(n) for n in range(108))))


def of(kind: type[V], views: list[View]) -> list[V]:
    return [view for view in views if isinstance(view, kind)]


def made(*issues: object) -> list[View]:
    return listed(catalogue(*issues))  # type: ignore[arg-type]


def test_no_address_title_or_description_twice(busy: list[View]) -> None:
    assert [path for path, n in Counter(view.path for view in busy).items() if n > 1] == []
    assert [title for title, n in Counter(view.title for view in busy).items() if n > 1] == []
    described = Counter(view.description for view in busy if view.description)
    assert [words for words, n in described.items() if n > 1] == []


def test_every_page_knows_where_it_is(busy: list[View]) -> None:
    for view in busy:
        if not isinstance(view, LostView):
            assert view.trail[-1].path == view.path


def test_no_list_grows_with_the_archive(busy: list[View]) -> None:
    for view in of(ListView, busy):
        stories = sum(len(group.cards) for group in view.groups)
        lines = sum(len(group.cards) for group in view.rows)
        assert stories <= 60
        assert lines <= 540, view.path


def test_every_link_of_an_index_leads_to_a_page(busy: list[View]) -> None:
    known = {view.path for view in busy} | {addresses.HOME}
    for view in of(ListView, busy):
        places = [tally.place for tally in view.years]
        places += [place for place in (*view.trail, view.earlier, view.later) if place]
        assert {place.path for place in places} <= known
    (search,) = of(SearchView, busy)
    rows = (*search.tags, *search.units, *search.people, *search.indexes)
    assert {row.place.path for row in rows} | {year.path for year in search.years} <= known
    for names in of(NamesView, busy):
        rows = (*names.frequent, *names.bodies, *(r for each in names.letters for r in each.rows))
        assert {row.place.path for row in rows} <= known


def test_names_stand_under_their_letters() -> None:
    people = ["单小川", "曾志远", "覃海澜", "李小满", "《清江环境》评论员", "3号", "Li Ming"]
    articles = [article(0, f"a{n}", bylines=(name,)) for n, name in enumerate(people)]
    (names,) = [v for v in of(NamesView, made(issue(0, *articles))) if v.path == "author/"]
    found = {each.initial: [row.place.label for row in each.rows] for each in names.letters}
    assert found == {"L": ["李小满", "Li Ming"], "Q": ["覃海澜"], "S": ["单小川"], "Z": ["曾志远"]}
    assert [row.place.label for row in names.bodies] == ["《清江环境》评论员", "3号"]
    assert not names.frequent


def test_an_index_of_very_many_names_has_a_page_a_letter(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(name_pages, "ONE_PAGE", 3)
    names = ["安一", "白二", "白三", "常四", "——"]
    articles = [article(0, f"a{n}", contributors=(name,)) for n, name in enumerate(names)]
    views = [v for v in of(NamesView, made(issue(0, *articles))) if v.path.startswith("unit/")]
    assert [view.path for view in views] == [
        "unit/", "unit/pinyin/a/", "unit/pinyin/b/", "unit/pinyin/c/", "unit/pinyin/other/",
    ]  # fmt: skip
    assert not any(letter.rows for letter in views[0].letters)
    assert [view.count for view in views] == [5, 1, 2, 1, 1]
    for view in views[1:]:
        assert [letter.path for letter in view.letters] == [each.path for each in views[1:]]
        assert [each.initial for each in view.letters if each.rows] == [view.letter]


def test_a_person_who_writes_and_photographs_has_one_page() -> None:
    written = article(0, "a", bylines=("王莹",))
    pictured = article(0, "b", bylines=("李小满",), photographers=("王莹",))
    (page,) = [v for v in of(ListView, made(issue(0, written, pictured))) if v.heading == "王莹"]
    assert page.path == "author/王莹/"
    assert (page.kicker, page.note, page.total) == ("作者　摄影", "作文1篇，摄影1篇", 2)
    assert page.photographed == {"2000-01/b.html"}


def test_the_contents_of_a_year_by_section_run_from_the_first_issue_to_the_last() -> None:
    one, two = article(0, "a"), article(1, "b")
    other = article(1, "c")
    january = compose(0, [(NAMED[2], (one,))])
    february = compose(1, [(NAMED[0], (other,)), (NAMED[2], (two,))])
    (page,) = of(YearSectionsView, made(january, february))
    rows = [(s.label.name, [(n, card.path) for n, card in s.rows]) for s in page.sections]
    assert rows == [
        ("特别关注", [(2, "2000-02/c.html")]),
        ("环境资讯", [(1, "2000-01/a.html"), (2, "2000-02/b.html")]),
    ]
    assert page.path == "2000/sections/"
    assert page.by_issue.path == "2000/"


def test_all_contents_count_what_there_is(busy: list[View]) -> None:
    (contents,) = of(ContentsView, busy)
    assert [card.year for card in contents.years] == list(range(2008, 1999, -1))
    assert (contents.issues, contents.articles) == (108, 108 * 45)
    assert sum(card.articles for card in contents.years) == contents.articles
    assert [issue.number for issue in contents.years[0].issues] == list(range(1, 13))
    assert len(of(YearView, busy)) == len(of(YearSectionsView, busy)) == 9


def test_only_the_newest_years_show_their_covers(busy: list[View]) -> None:
    (issues,) = of(IssuesView, busy)
    assert [place.label for place, _ in issues.years] == ["2008年", "2007年", "2006年"]
    assert [card.year for card in issues.older] == list(range(2005, 1999, -1))
    assert issues.years[0][1][0].number == 12


def test_a_young_bulletin_shows_all_covers() -> None:
    (page,) = of(IssuesView, made(*(issue(n, article(n, "a")) for n in range(30))))
    assert len(page.years) == 3
    assert not page.older


def test_documents_stand_in_the_order_of_their_numbers() -> None:
    numbers = [
        "清环函〔2000〕2号",
        "清环发〔2000〕11号",
        "清环发〔2000〕7号",
        "清环发〔1999〕40号",
        "",
    ]
    texts = [
        article(0, f"a{n}", kind=Kind.OFFICIAL, document_number=number)
        for n, number in enumerate(numbers)
    ]
    (page,) = of(DocumentsView, made(issue(0, *texts, article(0, "no-document"))))
    assert page.total == 5
    assert [(year, [row.number for row in rows]) for year, rows in page.groups] == [
        (2000, ["清环发〔2000〕7号", "清环发〔2000〕11号", "清环函〔2000〕2号", ""]),
        (1999, ["清环发〔1999〕40号"]),
    ]


def test_very_many_documents_have_a_page_a_year(busy: list[View]) -> None:
    first, *years = of(DocumentsView, busy)
    assert first.total == 2 * 108
    assert [year for year, _ in first.groups] == [2008]
    assert [view.year for view in years] == list(range(2008, 1999, -1))
    assert [tally.place.path for tally in first.years] == [view.path for view in years]
    assert sum(len(rows) for view in years for _, rows in view.groups) == first.total


def test_rare_tags_stand_below_the_frequent_ones() -> None:
    some = [(tag(f"词{n // TAG_PAGE:03}"), tag("水")) for n in range(100 * TAG_PAGE)]
    articles = [article(0, f"a{n}", tags=tags) for n, tags in enumerate(some)]
    (tags,) = of(TagsView, made(issue(0, *articles)))
    assert tags.count == 101
    assert tags.tags[0][0].label == "水"
    assert [size for _, _, size in tags.tags][:2] == [4, 1]
    assert len(tags.tags) + sum(len(letter.rows) for letter in tags.letters) == 101


def test_a_tag_of_too_few_articles_has_no_page_and_no_link() -> None:
    few = [article(0, f"a{n}", tags=(tag("水"), tag("土"))) for n in range(TAG_PAGE - 1)]
    made_of = catalogue(issue(0, *few, article(0, "b", tags=(tag("水"),))))
    assert [place.label for place in made_of.tags] == ["水"]
    assert [bool(place.path) for place in made_of.tags_of(few[0])] == [True, False]


def test_an_empty_archive_has_all_its_pages() -> None:
    views = made()
    assert {view.path for view in views} == {
        "section/", "tag/", "unit/", "author/", "issues/", "contents/", "documents/", "search/",
        "sitemap/", "404.html",
    }  # fmt: skip
    assert of(SectionsView, views)[0].sections == ()
    (lost,) = of(LostView, views)
    assert [place.path for place in lost.ways] == [""]
    (site_map,) = of(SiteMapView, views)
    assert [heading for heading, _ in site_map.groups] == [
        "首页与查找",
        "索引",
        "栏目",
        "订阅（Atom）",
    ]


def test_the_pages_of_names_say_who_they_are_of(site: Built) -> None:
    page = site.page("author/李小满/index.html")
    assert page.h1.get_text() == "李小满"
    assert "一江清水" in page.main.get_text()
    assert page.select_one(".trail li:nth-of-type(2)").get_text() == "作者"
    photographer = site.page("author/王莹/index.html")
    assert photographer.select_one(".page-kicker").get_text() == "摄影"
    assert "甲市清理河道" in site.page("unit/甲市生态环境局/index.html").main.get_text()
    index = site.page("unit/index.html")
    assert [h2.get_text() for h2 in index.main.select("h2")] == ["J", "Y"]
    letters = {link["href"].lstrip("#") for link in index.select(".letters a")}
    assert letters == {h2["id"] for h2 in index.main.select("h2")}


def test_without_scripts_the_search_page_offers_the_ways_and_no_dead_form(site: Built) -> None:
    page = site.page("search/index.html")
    assert "by-script" in page.find(id="seek")["class"]
    assert page.find(id="found").has_attr("hidden")
    assert {"全刊总目次", "公文目录", "作者"} <= {b.get_text() for b in page.select(".ways b")}


def test_who_is_only_named_in_an_internal_article_has_no_page(site: Built, internal: Built) -> None:
    assert "author/暗访组/index.html" in internal.pages
    assert "author/暗访组/index.html" not in site.pages
    assert "暗访组" not in site.page("author/index.html").get_text()


def test_a_policy_text_is_found_by_its_number(site: Built) -> None:
    page = site.page("documents/index.html")
    (row,) = page.select(".document-row")
    assert row.select_one(".document-number").get_text() == "清环发〔2020〕1号"
    assert row.a["href"] == "../2020-02/gongwen.html"
    assert row.time["datetime"] == "2020-02-03"


def test_a_lost_reader_is_shown_the_ways(site: Built) -> None:
    ways = [link.get_text() for link in site.page("404.html").select(".lost-ways a")]
    assert ways[:2] == ["首页", "全刊总目次"]
    assert "作者" in ways
