"""A feed as Atom (RFC 4287)."""

from __future__ import annotations

from xml.etree.ElementTree import Element, SubElement, indent, tostring

from plugins.web.feeds.feeds import Feed, Item
from plugins.web.times import instant

ATOM = "http://www.w3.org/2005/Atom"
DECLARATION = '<?xml version="1.0" encoding="utf-8"?>\n'
MEDIA_TYPE = "application/atom+xml"
#: A feed must say when it was changed (4.1.1), even one without entries, which never was.
NEVER = "1970-01-01T00:00:00Z"


def atom(feed: Feed) -> str:
    """The whole document, with its declaration."""
    root = Element("feed", {"xmlns": ATOM, "xml:lang": "zh-CN"})
    _add(root, "id", feed.id)
    _add(root, "title", feed.title)
    if feed.description:
        _add(root, "subtitle", feed.description)
    _add(root, "updated", instant(feed.updated) if feed.updated else NEVER)
    _link(root, "alternate", feed.home, "text/html")
    _link(root, "self", feed.atom, MEDIA_TYPE)
    _author(root, feed.author)
    if feed.rights:
        _add(root, "rights", feed.rights)
    for item in feed.items:
        _entry(root, item)
    indent(root)
    return DECLARATION + tostring(root, encoding="unicode") + "\n"


def _entry(root: Element, item: Item) -> None:
    entry = SubElement(root, "entry")
    _add(entry, "id", item.id)
    _add(entry, "title", item.title)
    _link(entry, "alternate", item.address, "text/html")
    _add(entry, "published", instant(item.day))
    _add(entry, "updated", instant(item.day))
    for name in item.authors:
        _author(entry, name)
    for tag in item.tags:
        SubElement(entry, "category", {"term": tag})
    _add(entry, "summary", item.summary)


def _author(parent: Element, name: str) -> None:
    _add(SubElement(parent, "author"), "name", name)


def _link(parent: Element, rel: str, href: str, media_type: str) -> None:
    SubElement(parent, "link", {"rel": rel, "type": media_type, "href": href})


def _add(parent: Element, tag: str, text: str) -> None:
    SubElement(parent, tag).text = text
