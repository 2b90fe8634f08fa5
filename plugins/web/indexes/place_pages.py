"""Places: a list of the articles that name each, and the index that leads to them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from plugins.article.record import Article
from plugins.hanzi.pinyin import unit_sound
from plugins.web import addresses
from plugins.web.catalogue import Catalogue
from plugins.web.indexes.index_views import NamesView, PlaceView, Tally
from plugins.web.indexes.name_pages import divided, tallies
from plugins.web.views import Place


def place_index(catalogue: Catalogue) -> Iterator[NamesView]:
    """The index of places, by their sound."""
    publication = catalogue.archive.publication
    found = catalogue.facets.places
    view = NamesView(
        path=addresses.PLACES,
        title="地名",
        description=f"《{publication.name}》的文章写到的地方，按拼音排列",
        trail=(Place("地名", addresses.PLACES),),
        heading="地名",
        count=len(found),
        unit="个地方",
        often="写到较多",
    )
    yield from divided(view, tallies(found), unit_sound)


def place_list(place: Place, articles: list[Article], catalogue: Catalogue) -> PlaceView:
    """What the list of one place is about, and the places around it."""
    publication = catalogue.archive.publication
    known = catalogue.facets.gazetteer.localities[place.label]
    return PlaceView(
        path=place.path,
        title=f"地名：{place.label}",
        description=f"《{publication.name}》写到{place.label}的 {len(articles)} 篇文章",
        trail=(Place("地名", addresses.PLACES), place),
        heading=place.label,
        kicker="地名",
        beside=tuple(_beside(place.label, known.parent, catalogue)),
    )


def _beside(
    name: str, parent: str, catalogue: Catalogue
) -> Iterator[tuple[str, tuple[Tally, ...]]]:
    """What a place belongs to and what belongs to it, as far as they have pages."""
    paged = {each.place.label: each for each in tallies(catalogue.facets.places)}
    if parent in paged:
        yield "所属", (_bare(paged[parent]),)
    localities = catalogue.facets.gazetteer.localities
    within = [paged[each] for each in paged if localities[each].parent == name]
    if within:
        yield "境内", tuple(map(_bare, sorted(within, key=lambda row: unit_sound(row.place.label))))


def _bare(row: Tally) -> Tally:
    """Without its number: the page of a place must not change with every article on its neighbours."""
    return replace(row, count=0)
