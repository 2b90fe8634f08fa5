"""Units and persons: a list for each, and the indexes that lead to them, in alphabetical order."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from itertools import groupby

from plugins.article.record import Article
from plugins.hanzi.pinyin import OTHER, Sound, name_sound, unit_sound
from plugins.web import addresses
from plugins.web.catalogue import Catalogue
from plugins.web.indexes.index_views import Letter, ListView, NamesView, Tally
from plugins.web.indexes.people import contributors, is_person, signatures
from plugins.web.views import Place, View

#: More names than this, and each letter has a page of its own.
ONE_PAGE = 600
#: So many of the most frequent names stand at the head of an index; none, when it is short.
FREQUENT, SHORT = 12, 40


def unit_index(catalogue: Catalogue) -> Iterator[View]:
    """The index of contributing units."""
    publication = catalogue.archive.publication
    units = contributing(catalogue)
    yield from divided(
        NamesView(
            path=addresses.UNITS,
            title="供稿单位",
            description=f"向《{publication.name}》供稿的单位，按拼音排列",
            trail=(Place("供稿单位", addresses.UNITS),),
            heading="供稿单位",
            count=len(units),
            unit="个单位",
            named=tuple(sorted(_named(catalogue), key=lambda row: unit_sound(row.place.label))),
        ),
        tallies(units),
        unit_sound,
    )


def person_index(catalogue: Catalogue) -> Iterator[View]:
    """The index of authors and photographers."""
    publication = catalogue.archive.publication
    rows = tallies(catalogue.facets.people)
    yield from divided(
        NamesView(
            path=addresses.AUTHORS,
            title="作者",
            description=f"《{publication.name}》的作者和摄影者，按姓名拼音排列",
            trail=(Place("作者", addresses.AUTHORS),),
            heading="作者",
            count=len(rows),
            unit="位作者、摄影者和人物" if any(_is_subject(catalogue)) else "位作者、摄影者",
            bodies=tuple(row for row in rows if not is_person(row.place.label)),
        ),
        [row for row in rows if is_person(row.place.label)],
        name_sound,
    )


def contributing(catalogue: Catalogue) -> dict[Place, list[Article]]:
    """The units that contributed something, with all articles that have to do with each."""
    facets = catalogue.facets
    return {unit: some for unit, some in facets.units.items() if unit.path in facets.contributing}


def _named(catalogue: Catalogue) -> list[Tally]:
    """The units that articles name and that contributed none."""
    facets = catalogue.facets
    return [each for each in tallies(facets.units) if each.place.path not in facets.contributing]


def _is_subject(catalogue: Catalogue) -> Iterator[bool]:
    """Of each article, whether it tells of somebody."""
    facets = catalogue.facets
    return (bool(facets.mentions(each).subject) for each in catalogue.articles.values())


def tallies(indexed: dict[Place, list[Article]]) -> list[Tally]:
    """Every place with its number of articles."""
    return [Tally(place, len(articles)) for place, articles in indexed.items()]


def frequent(rows: Sequence[Tally], most: int) -> tuple[Tally, ...]:
    """The rows with most articles, at least two; of those with as many, as they come."""
    several = (row for row in rows if row.count > 1)
    return tuple(sorted(several, key=lambda row: -row.count)[:most])


def letters(rows: Sequence[Tally], sound: Callable[[str], Sound]) -> tuple[Letter, ...]:
    """Names under their letters, A to Z, what has none behind them."""

    def order(row: Tally) -> tuple[bool, Sound]:
        heard = sound(row.place.label)
        return heard.initial == OTHER, heard

    def initial(row: Tally) -> str:
        return sound(row.place.label).initial

    grouped = groupby(sorted(rows, key=order), initial)
    return tuple(Letter(letter, tuple(each)) for letter, each in grouped)


def divided(
    index: NamesView, rows: Sequence[Tally], sound: Callable[[str], Sound]
) -> Iterator[NamesView]:
    """An index of names on one page, or on one page a letter."""
    found = letters(rows, sound)
    most = frequent(rows, FREQUENT) if len(rows) > SHORT else ()
    if len(rows) <= ONE_PAGE:
        yield replace(index, letters=found, frequent=most)
        return
    paged = tuple(replace(each, path=addresses.letter(index.path, each.initial)) for each in found)
    links = tuple(replace(each, rows=()) for each in paged)
    yield replace(index, letters=links, frequent=frequent(rows, ONE_PAGE // FREQUENT))
    for n, letter in enumerate(paged):
        yield _letter(index, letter, (*links[:n], letter, *links[n + 1 :]))


def _letter(index: NamesView, letter: Letter, shown: tuple[Letter, ...]) -> NamesView:
    """The page of one letter; of ``shown`` only this one has its names."""
    name = "其他" if letter.initial == OTHER else letter.initial
    return replace(
        index,
        path=letter.path,
        title=f"{index.title}：{name}",
        description=f"{index.description}：{name}",
        trail=(*index.trail, Place(name, letter.path)),
        count=len(letter.rows),
        letters=shown,
        bodies=(),
        named=(),
        letter=letter.initial,
    )


def unit_list(place: Place, articles: list[Article], catalogue: Catalogue) -> ListView:
    """What the list of one unit is about: what it contributed, and the articles that name it."""
    publication = catalogue.archive.publication
    given = sum(place.label in contributors(each) for each in articles)
    named = len(articles) - given
    parts = (f"供稿{given}篇", f"文中提到的{named}篇")
    told = f"{place.label}供《{publication.name}》的 {given} 篇稿件"
    seen = f"《{publication.name}》提到“{place.label}”的 {named} 篇文章"
    return ListView(
        path=place.path,
        title=f"供稿单位：{place.label}" if given else f"单位：{place.label}",
        description="，".join(each for each in (given and told, named and seen) if each),
        trail=(Place("供稿单位", addresses.UNITS), place),
        heading=place.label,
        kicker="供稿单位" if given else "单位",
        note="，".join(parts) if given and named else "",
    )


def person_list(place: Place, articles: list[Article], catalogue: Catalogue) -> ListView:
    """What the list of one person is about: what they wrote and photographed, and profiles of them."""
    publication = catalogue.archive.publication
    name = place.label
    told = [each for each in articles if name not in signatures(each)]
    pictured = [
        each for each in articles if name not in each.bylines and name in each.photographers
    ]
    written = len(articles) - len(pictured) - len(told)
    parts = (
        f"作文{written}篇" if written else "",
        f"摄影{len(pictured)}篇" if pictured else "",
        f"人物报道{len(told)}篇" if told else "",
    )
    shown = [part for part in parts if part]
    what = f"{name}在《{publication.name}》发表的 {len(articles) - len(told)} 篇作品"
    about = f"《{publication.name}》关于{name}的 {len(told)} 篇报道"
    is_author = len(articles) > len(told)
    return ListView(
        path=place.path,
        title=f"作者：{name}" if is_author else f"人物：{name}",
        description="，".join(each for each in (is_author and what, told and about) if each),
        trail=(Place("作者", addresses.AUTHORS), place),
        heading=name,
        kicker=_kicker(name, written, len(pictured), len(told)),
        note="，".join(shown) if len(shown) > 1 else "",
        photographed=frozenset(catalogue.card(each).path for each in pictured),
    )


def _kicker(name: str, written: int, pictured: int, told: int) -> str:
    if not is_person(name):
        return "署名"
    roles = ("作者" if written else "", "摄影" if pictured else "", "人物" if told else "")
    return "　".join(role for role in roles if role)
