"""What the feeds say: the newest articles of the whole bulletin, and of each section.

Written as Atom (atom.py) and as JSON Feed (jsonfeed.py).
"""

from __future__ import annotations

import re
import uuid
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from heapq import nlargest

from plugins.article.record import Article
from plugins.web import addresses
from plugins.web.addresses import Addresses
from plugins.web.catalogue import Catalogue
from plugins.web.views import Label

FOLDER = "feeds/"
ALL = "all"
#: How many articles the feed of everything and the feed of a section have.
MOST, MOST_OF_SECTION = 100, 50
#: Characters that no XML 1.0 document may have (XML 1.0, 2.2), and lone surrogates.
FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufffe\uffff]")


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """An article in a feed. ``id`` is permanent; ``image`` is "" for none."""

    id: str
    address: str
    title: str
    summary: str
    day: date
    authors: tuple[str, ...]
    tags: tuple[str, ...]
    image: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Feed:
    """A feed. ``stem`` is its path on the site without an ending; ``home`` the page it belongs to.

    ``atom`` and ``json`` are its own addresses, ``updated`` is the day of its newest article.
    """

    stem: str
    id: str
    title: str
    description: str
    home: str
    atom: str
    json: str
    author: str
    rights: str
    updated: date | None
    items: tuple[Item, ...]


def atom_path(stem: str) -> str:
    """Where the Atom form of a feed lies."""
    return f"{stem}.atom.xml"


def json_path(stem: str) -> str:
    """Where the JSON form of a feed lies."""
    return f"{stem}.json"


def stem_of(label: Label | None) -> str:
    """Path of the feed of a section, or of everything, without an ending.

    A section whose slug is «all» makes way.
    """
    if label is None:
        return f"{FOLDER}{ALL}"
    name = label.anchor or addresses.segment(label.name)
    return f"{FOLDER}{name}-section" if name.casefold() == ALL else f"{FOLDER}{name}"


def feeds(catalogue: Catalogue) -> Iterator[Feed]:
    """The feed of everything, then that of each section which has articles."""
    publication = catalogue.archive.publication
    everything = catalogue.articles.values()
    description = publication.site_description
    yield _feed(catalogue, None, publication.name, description, everything)
    for label, articles in catalogue.sections.items():
        title = f"{publication.name} · {label.name}"
        yield _feed(catalogue, label, title, label.description, articles)


def _feed(
    catalogue: Catalogue,
    label: Label | None,
    title: str,
    description: str,
    articles: Iterable[Article],
) -> Feed:
    publication, where = catalogue.archive.publication, catalogue.addresses
    stem = stem_of(label)
    most = MOST_OF_SECTION if label else MOST
    newest = nlargest(most, articles, key=lambda article: catalogue.card(article).day)
    home = label.path if label else addresses.HOME
    items = tuple(_item(article, catalogue, stem) for article in newest)
    return Feed(
        stem=stem,
        id=_id(home, where, publication.name),
        title=clean(title),
        description=clean(description),
        home=_address(home, where, stem),
        atom=_address(atom_path(stem), where, stem),
        json=_address(json_path(stem), where, stem),
        author=clean(publication.sponsor or publication.name),
        rights=clean(publication.copyright),
        updated=items[0].day if items else None,
        items=items,
    )


def _item(article: Article, catalogue: Catalogue, stem: str) -> Item:
    card, where = catalogue.card(article), catalogue.addresses
    names = article.bylines or article.contributors
    picture = card.picture.largest.path if card.picture else ""
    return Item(
        id=_id(card.path, where, catalogue.archive.publication.name),
        address=_address(card.path, where, stem),
        title=clean(card.title),
        summary=clean(card.summary),
        day=card.day,
        authors=tuple(map(clean, names)),
        tags=tuple(clean(each) for each in (card.label.name, *(tag.name for tag in article.tags))),
        image=_address(picture, where, stem) if picture else "",
    )


def _address(path: str, where: Addresses, stem: str) -> str:
    """The permanent address; while the site has none, the way there from the feed's folder."""
    return where.absolute(path) if where.site_address else where.link(path, stem)


def _id(path: str, where: Addresses, name: str) -> str:
    """The permanent address, or a name made from the path: an id must be absolute (RFC 4287, 4.2.6)."""
    if where.site_address:
        return where.absolute(path)
    return uuid.uuid5(uuid.NAMESPACE_URL, f"{name}/{path}").urn


def clean(text: str) -> str:
    """A text without the characters that XML forbids."""
    return FORBIDDEN.sub("", text)
