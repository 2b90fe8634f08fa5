"""The Atom feed: the newest articles with their permanent addresses and summaries."""

from __future__ import annotations

from xml.etree.ElementTree import Element, SubElement, indent, tostring

from plugins.web import addresses
from plugins.web.catalogue import Catalogue
from plugins.web.times import instant
from plugins.web.views import Card

ATOM = "http://www.w3.org/2005/Atom"
MOST = 100
DECLARATION = '<?xml version="1.0" encoding="utf-8"?>\n'


def feed(catalogue: Catalogue) -> str:
    """The feed of all articles, newest issue first, in printed order."""
    publication = catalogue.archive.publication
    where = catalogue.addresses
    root = Element("feed", {"xmlns": ATOM, "xml:lang": "zh-CN"})
    _add(root, "title", publication.name)
    if publication.site_description:
        _add(root, "subtitle", publication.site_description)
    _add(root, "id", where.absolute(addresses.HOME))
    SubElement(root, "link", {"href": where.absolute(addresses.HOME)})
    SubElement(root, "link", {"rel": "self", "href": where.absolute(addresses.FEED)})
    cards = list(catalogue.cards.values())
    newest = max((card.day for card in cards), default=None)
    _add(root, "updated", instant(newest) if newest else "1970-01-01T00:00:00Z")
    _author(root, publication.sponsor or publication.name)
    for card in cards[:MOST]:
        _entry(root, card, where.absolute(card.path))
    indent(root)
    return DECLARATION + tostring(root, encoding="unicode") + "\n"


def _entry(root: Element, card: Card, address: str) -> None:
    entry = SubElement(root, "entry")
    _add(entry, "title", card.title)
    SubElement(entry, "link", {"href": address})
    _add(entry, "id", address)
    _add(entry, "updated", instant(card.day))
    _add(entry, "published", instant(card.day))
    if card.credit:
        _author(entry, card.credit)
    SubElement(entry, "category", {"term": card.label.name})
    _add(entry, "summary", card.summary)


def _author(parent: Element, name: str) -> None:
    _add(SubElement(parent, "author"), "name", name)


def _add(parent: Element, tag: str, text: str) -> None:
    SubElement(parent, tag).text = text
