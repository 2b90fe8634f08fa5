"""公文目录: every policy text by year and number, as government sites list them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from plugins.article.kinds import Kind
from plugins.article.record import Article
from plugins.hanzi.pinyin import Sound, word_sound
from plugins.web import addresses
from plugins.web.catalogue import Catalogue
from plugins.web.indexes.index_views import DocumentRow, DocumentsView, Tally
from plugins.web.views import Place

#: More texts than this, and each year has a page of its own.
ONE_PAGE = 200
#: 岚环函〔2020〕16号: the year stands in brackets of this form (GB/T 9704-2012, 7.2.5).
NUMBERED = re.compile(r"〔(\d{4})〕\s*(\d+)")


def document_pages(catalogue: Catalogue) -> Iterator[DocumentsView]:
    """The list of policy texts; one page, or one of the newest year and one for each year."""
    publication = catalogue.archive.publication
    years = _years(catalogue)
    total = sum(len(rows) for rows in years.values())
    first = DocumentsView(
        path=addresses.DOCUMENTS,
        title="公文目录",
        description=f"《{publication.name}》刊载的公文，按发文字号排列",
        day=max((row.card.day for rows in years.values() for row in rows), default=None),
        trail=(Place("公文目录", addresses.DOCUMENTS),),
        total=total,
        groups=tuple(years.items()),
    )
    if total <= ONE_PAGE:
        yield first
        return
    tallies = tuple(
        Tally(Place(f"{year}年", addresses.listing_year(addresses.DOCUMENTS, year)), len(rows))
        for year, rows in years.items()
    )
    yield replace(first, groups=first.groups[:1], years=tallies)
    for tally, group in zip(tallies, first.groups, strict=True):
        yield replace(
            first,
            path=tally.place.path,
            title=f"公文目录（{tally.place.label}）",
            description=f"{first.description}：{tally.place.label}的{tally.count}件",
            day=max(row.card.day for row in group[1]),
            trail=(*first.trail, tally.place),
            groups=(group,),
            year=group[0],
            years=tallies,
        )


def is_document(article: Article) -> bool:
    """Whether the list has an article: a policy text, with a number or without."""
    return article.kind is Kind.OFFICIAL


def _years(catalogue: Catalogue) -> dict[int, tuple[DocumentRow, ...]]:
    """Years, newest first; in each the bodies' series one after the other, numbers ascending."""
    found: dict[int, list[DocumentRow]] = {}
    for article in filter(is_document, catalogue.articles.values()):
        row = _row(article, catalogue)
        found.setdefault(_year(row), []).append(row)
    return {year: tuple(sorted(found[year], key=_order)) for year in sorted(found, reverse=True)}


def _row(article: Article, catalogue: Catalogue) -> DocumentRow:
    card = catalogue.card(article)
    signed: date = article.signed_on or card.day
    return DocumentRow(article.document_number, card, signed, article.issuing_body)


def _year(row: DocumentRow) -> int:
    """The year of the number; of a text without one the year of its day."""
    number = NUMBERED.search(row.number)
    return int(number[1]) if number else row.day.year


def _order(row: DocumentRow) -> tuple[bool, Sound, int, date]:
    """By series (what stands before the year) as it is read, then number; without a number last."""
    number = NUMBERED.search(row.number)
    series = row.number[: number.start()] if number else row.number
    return not row.number, word_sound(series), int(number[2]) if number else 0, row.day
