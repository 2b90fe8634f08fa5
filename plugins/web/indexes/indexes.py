"""The door to all pages that list; sections and tags are made here."""

from __future__ import annotations

from collections.abc import Iterator

from plugins.article.record import Article
from plugins.hanzi.pinyin import word_sound
from plugins.web import addresses
from plugins.web.catalogue import Catalogue
from plugins.web.indexes.archive_pages import archive_pages
from plugins.web.indexes.document_pages import document_pages
from plugins.web.indexes.guide_pages import guide_pages
from plugins.web.indexes.index_views import ListView, SectionsView, TagsView, Tally
from plugins.web.indexes.listing import listing
from plugins.web.indexes.name_pages import letters, person_pages, tallies, unit_pages
from plugins.web.views import Label, Place, View

SIZES = 4
#: Tags shown by their size; the rarer ones stand below them in alphabetical order.
LARGE = 80


def indexes(catalogue: Catalogue) -> Iterator[View]:
    """All pages that list, and what a lost reader is offered."""
    yield _sections(catalogue)
    for label, articles in catalogue.sections.items():
        yield from listing(_section(label, catalogue), articles, catalogue)
    yield _tags(catalogue)
    for tag, articles in catalogue.tags.items():
        yield from listing(_tag(tag, articles, catalogue), articles, catalogue)
    yield from unit_pages(catalogue)
    yield from person_pages(catalogue)
    yield from archive_pages(catalogue)
    yield from document_pages(catalogue)
    yield from guide_pages(catalogue)


def _sections(catalogue: Catalogue) -> SectionsView:
    publication = catalogue.archive.publication
    rows = (
        (label, len(articles), catalogue.card(articles[0]))
        for label, articles in catalogue.sections.items()
    )
    return SectionsView(
        path=addresses.SECTIONS,
        title="栏目",
        description=f"《{publication.name}》的全部栏目",
        trail=(Place("栏目", addresses.SECTIONS),),
        sections=tuple(rows),
    )


def _section(label: Label, catalogue: Catalogue) -> ListView:
    publication = catalogue.archive.publication
    return ListView(
        path=label.path,
        title=label.name,
        description=label.description or f"《{publication.name}》“{label.name}”栏目的全部文章",
        trail=(Place("栏目", addresses.SECTIONS), Place(label.name, label.path)),
        heading=label.name,
        note=label.description,
        label=label,
    )


def _tag(tag: Place, articles: list[Article], catalogue: Catalogue) -> ListView:
    publication = catalogue.archive.publication
    return ListView(
        path=tag.path,
        title=f"标签：{tag.label}",
        description=f"《{publication.name}》中关于“{tag.label}”的 {len(articles)} 篇文章",
        trail=(Place("标签", addresses.TAGS), tag),
        heading=tag.label,
        kicker="标签",
    )


def _tags(catalogue: Catalogue) -> TagsView:
    publication = catalogue.archive.publication
    counted = sorted(tallies(catalogue.tags), key=lambda row: (-row.count, row.place.label))
    most = counted[0].count if counted else 1
    return TagsView(
        path=addresses.TAGS,
        title="标签",
        description=f"《{publication.name}》文章的全部标签",
        trail=(Place("标签", addresses.TAGS),),
        count=len(counted),
        tags=tuple((row.place, row.count, _size(row, most)) for row in counted[:LARGE]),
        letters=letters(counted[LARGE:], word_sound),
    )


def _size(row: Tally, most: int) -> int:
    """From 1 (rare) to `SIZES` (the most frequent)."""
    return 1 + (row.count * SIZES - 1) // max(most, 1) if row.count < most else SIZES
