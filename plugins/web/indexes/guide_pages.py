"""Pages for who looks for something: 查找, 网站地图, and what a lost reader is offered."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from plugins.web import addresses
from plugins.web.catalogue import Catalogue
from plugins.web.feeds.feeds import atom_path, stem_of
from plugins.web.indexes.archive_pages import year_cards
from plugins.web.indexes.document_pages import is_document
from plugins.web.indexes.index_views import SearchView, SiteMapView, Tally
from plugins.web.indexes.name_pages import contributing, frequent, tallies
from plugins.web.indexes.people import is_person
from plugins.web.renewal.part import Part
from plugins.web.views import LostView, Place, View

TAGS, NAMES, LOST_ISSUES = 36, 24, 3


def guide_parts(catalogue: Catalogue) -> Iterator[Part]:
    """The three of them, each its own part: they are short, and made to know whether they changed."""
    for view in (_search(catalogue), _site_map(catalogue), _lost(catalogue)):
        yield Part(view.path, catalogue.prints.of(view, catalogue.newest), partial(_one, view))


def _one(view: View) -> tuple[View, ...]:
    return (view,)


def _lost(catalogue: Catalogue) -> LostView:
    return LostView(
        path=addresses.NOT_FOUND,
        title="没有找到这个页面",
        issues=tuple(catalogue.issues.values())[:LOST_ISSUES],
        ways=_ways(catalogue),
    )


def _search(catalogue: Catalogue) -> SearchView:
    publication = catalogue.archive.publication
    people = tallies(catalogue.facets.people)
    return SearchView(
        path=addresses.SEARCH,
        title="查找",
        description=f"在《{publication.name}》里按年份、栏目、标签、作者、供稿单位和文号找文章",
        trail=(Place("查找", addresses.SEARCH),),
        years=tuple(card.by_issue for card in year_cards(catalogue)),
        sections=tuple(catalogue.sections),
        tags=frequent(tallies(catalogue.tags), TAGS),
        units=frequent(tallies(contributing(catalogue)), NAMES),
        people=frequent([row for row in people if is_person(row.place.label)], NAMES),
        indexes=_indexes(catalogue),
    )


def _indexes(catalogue: Catalogue) -> tuple[Tally, ...]:
    """The indexes, each with the number of what it lists."""
    documents = sum(map(is_document, catalogue.articles.values()))
    facets = catalogue.facets
    found = (
        Tally(Place("地名", addresses.PLACES), len(facets.places)),
        Tally(Place("文件", addresses.CITED), len(facets.documents)),
    )
    return (
        Tally(Place("全刊总目次", addresses.CONTENTS), len(catalogue.articles)),
        Tally(Place("往期", addresses.ISSUES), len(catalogue.issues)),
        Tally(Place("公文目录", addresses.DOCUMENTS), documents),
        Tally(Place("标签", addresses.TAGS), len(catalogue.tags)),
        Tally(Place("作者", addresses.AUTHORS), len(catalogue.facets.people)),
        Tally(Place("供稿单位", addresses.UNITS), len(contributing(catalogue))),
        *(row for row in found if row.count),
    )


def _ways(catalogue: Catalogue) -> tuple[Place, ...]:
    """The indexes that are not empty, after 首页; the box of 查找 stands above them."""
    full = (row.place for row in _indexes(catalogue) if row.count)
    return (Place("首页", addresses.HOME), *full)


def _feeds(catalogue: Catalogue) -> Iterator[Place]:
    yield Place("全部文章", atom_path(stem_of(None)))
    for label in catalogue.sections:
        yield Place(label.name, atom_path(stem_of(label)))


def _site_map(catalogue: Catalogue) -> SiteMapView:
    publication = catalogue.archive.publication
    sections = tuple(Place(label.name, label.path) for label in catalogue.sections)
    pages = tuple(
        Place(page.stem, addresses.text(addresses.PAGES, page.stem)) for page in catalogue.pages
    )
    groups = (
        ("首页与查找", (Place("首页", addresses.HOME), Place("查找", addresses.SEARCH))),
        ("索引", tuple(row.place for row in _indexes(catalogue))),
        ("栏目", (Place("全部栏目", addresses.SECTIONS), *sections)),
        ("本站", pages),
        ("订阅（Atom）", tuple(_feeds(catalogue))),
    )
    return SiteMapView(
        path=addresses.SITE_MAP,
        title="网站地图",
        description=f"《{publication.name}》网站的全部栏目、索引和各期目录",
        trail=(Place("网站地图", addresses.SITE_MAP),),
        groups=tuple((heading, places) for heading, places in groups if places),
        years=year_cards(catalogue),
    )
