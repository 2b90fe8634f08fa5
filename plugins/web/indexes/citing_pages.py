"""Documents that articles cite: a list of these articles for each, and the index that leads to them."""

from __future__ import annotations

from collections.abc import Iterator

from plugins.hanzi.pinyin import Sound, word_sound
from plugins.web import addresses
from plugins.web.catalogue import Catalogue
from plugins.web.indexes.citations import Document
from plugins.web.indexes.index_views import CitingView, NamesView, Tally
from plugins.web.indexes.name_pages import divided
from plugins.web.views import Place


def cited_index(catalogue: Catalogue) -> Iterator[NamesView]:
    """The index of cited documents by their titles, of those without one by their numbers; in alphabetical order."""
    publication = catalogue.archive.publication
    rows = cited_tallies(catalogue)
    view = NamesView(
        path=addresses.CITED,
        title="文件",
        description=f"《{publication.name}》的文章引用的文件，按拼音排列",
        trail=(Place("文件", addresses.CITED),),
        heading="文件",
        count=len(rows),
        unit="件被引用的文件",
        often="引用较多",
    )
    yield from divided(view, rows, _sound)


def cited_tallies(catalogue: Catalogue) -> list[Tally]:
    """Every cited document under its title and number, with the number of articles that cite it."""
    return [
        Tally(Place(_label(document), place.path), len(document.articles))
        for place, document in catalogue.facets.documents.items()
    ]


def citing_list(place: Place, document: Document, catalogue: Catalogue) -> CitingView:
    """What the list of the articles that cite a document is about."""
    publication = catalogue.archive.publication
    return CitingView(
        path=place.path,
        title=f"引用文件：{_label(document)}",
        description=f"《{publication.name}》引用{_label(document)}的 {len(document.articles)} 篇文章",
        trail=(Place("文件", addresses.CITED), Place(place.label, place.path)),
        heading=f"《{document.title}》" if document.title else document.number,
        kicker="引用文件",
        note=document.number if document.title else "",
        source=catalogue.card(document.source) if document.source else None,
    )


def _label(document: Document) -> str:
    """Title and number, as far as they are known."""
    title = f"《{document.title}》" if document.title else ""
    return (
        f"{title}（{document.number}）" if title and document.number else title or document.number
    )


def _sound(label: str) -> Sound:
    return word_sound(label)
