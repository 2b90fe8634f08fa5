"""The door to all pages that list; sections and tags are made here."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from functools import partial

from plugins.article.record import Article
from plugins.hanzi.pinyin import word_sound
from plugins.web import addresses
from plugins.web.catalogue import Catalogue
from plugins.web.extras import EVERYTHING, Extras
from plugins.web.indexes.archive_pages import year_parts
from plugins.web.indexes.citing_pages import cited_index, cited_tallies, citing_list
from plugins.web.indexes.document_pages import document_pages, is_document
from plugins.web.indexes.guide_pages import guide_parts
from plugins.web.indexes.index_views import ListView, SectionsView, TagsView, Tally
from plugins.web.indexes.listing import listing
from plugins.web.indexes.name_pages import (
    letters,
    person_index,
    person_list,
    tallies,
    unit_index,
    unit_list,
)
from plugins.web.indexes.place_pages import place_index, place_list
from plugins.web.renewal.part import Part
from plugins.web.views import Label, Place, View

SIZES = 4
#: Tags shown by their size; the rarer ones stand below them in alphabetical order.
LARGE = 80


def indexes(catalogue: Catalogue, extras: Extras = EVERYTHING) -> Iterator[Part]:
    """All pages that list, and what a lost reader is offered."""
    yield _part(addresses.SECTIONS, catalogue, _sections, _newest_rows(catalogue))
    for label, articles in catalogue.sections.items():
        yield _list(_section(label, catalogue), articles, catalogue, extras)
    yield _part(addresses.TAGS, catalogue, _tags, *tallies(catalogue.tags))
    for tag, articles in catalogue.tags.items():
        yield _list(_tag(tag, articles, catalogue), articles, catalogue, extras)
    facets = catalogue.facets
    subjects = [facets.mentions(each).subject for each in catalogue.articles.values()]
    people = tallies(facets.people)
    yield _part(addresses.AUTHORS, catalogue, person_index, any(subjects), *people)
    for person, articles in facets.people.items():
        yield _list(person_list(person, articles, catalogue), articles, catalogue, extras)
    yield from _facets(catalogue, extras)
    yield from year_parts(catalogue, extras)
    if "guides" in extras:
        given = sorted(facets.contributing)
        yield _part(addresses.UNITS, catalogue, unit_index, given, *tallies(facets.units))
        for unit, articles in facets.units.items():
            yield _list(unit_list(unit, articles, catalogue), articles, catalogue, extras)
        texts = [each for each in catalogue.articles.values() if is_document(each)]
        facts = [(each.signed_on, each.issuing_body) for each in texts]
        yield _part(addresses.DOCUMENTS, catalogue, document_pages, catalogue.rows(texts), facts)
        yield from guide_parts(catalogue)


def _facets(catalogue: Catalogue, extras: Extras) -> Iterator[Part]:
    """Places and cited documents; an archive that names none has no such pages."""
    facets = catalogue.facets
    if facets.places:
        yield _part(addresses.PLACES, catalogue, place_index, *tallies(facets.places))
    for place, articles in facets.places.items():
        yield _list(place_list(place, articles, catalogue), articles, catalogue, extras)
    if facets.documents:
        yield _part(addresses.CITED, catalogue, cited_index, *cited_tallies(catalogue))
    for place, document in facets.documents.items():
        view = citing_list(place, document, catalogue)
        yield _list(view, document.articles, catalogue, extras)


def _part(
    name: str,
    catalogue: Catalogue,
    views: Callable[[Catalogue], View | Iterable[View]],
    *shown: object,
) -> Part:
    """Pages that ``views`` makes of the catalogue, and what they show of it."""

    def made() -> Iterable[View]:
        found = views(catalogue)
        return (found,) if isinstance(found, View) else found

    return Part(name, catalogue.prints.of(name, catalogue.newest, *shown), made)


def _list(subject: ListView, articles: list[Article], catalogue: Catalogue, extras: Extras) -> Part:
    """The pages of one list."""
    signature = catalogue.prints.of(subject, catalogue.rows(articles))
    with_years = "years" in extras
    views = partial(listing, subject, articles, catalogue, with_years=with_years)
    return Part(subject.path, signature, views)


def _newest_rows(catalogue: Catalogue) -> tuple[object, ...]:
    """Every section with how many articles it has, and its newest."""
    return tuple(
        (label, len(articles), catalogue.card(articles[0]))
        for label, articles in catalogue.sections.items()
    )


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
