"""sitemap.xml and robots.txt (https://www.sitemaps.org): every page with the day it was last changed."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from datetime import date
from xml.sax.saxutils import escape

from plugins.web import addresses
from plugins.web.addresses import Addresses
from plugins.web.feeds.atom import DECLARATION

#: A page by its path, and the day it was changed (a list: the day of the newest article); None: not known.
Listed = tuple[str, date | None]
#: The same as its file names it.
Row = tuple[str, date | None]

SCHEMA = "http://www.sitemaps.org/schemas/sitemap/0.9"
#: What one file may hold; beyond, sitemap.xml names the others.
MOST_ADDRESSES = 50_000
MOST_OCTETS = 50 * 1024 * 1024
#: So many pages in all are one file; it is 0.7 MB then.
WHOLE = 5_000
ISSUE_PAGE = re.compile(r"(\d{4})-[^/]*/")
LISTS = "lists"
HEAD = f'{DECLARATION}<urlset xmlns="{SCHEMA}">\n'
FOOT = "</urlset>\n"


def sitemaps(
    pages: Iterable[Listed],
    where: Addresses,
    most: int = MOST_ADDRESSES,
    most_octets: int = MOST_OCTETS,
    whole: int = WHOLE,
) -> dict[str, str]:
    """All pages, in the order of the site: path → text of one file, or of many and an index.

    ``most`` and ``most_octets`` bound each file. Beyond ``whole`` pages every year has its files, so that a new
    issue changes those of its year and of the lists only.
    """
    listed = list(pages)
    groups: dict[str, list[Row]] = {}
    for path, day in listed:
        name = _group(path) if len(listed) > whole else ""
        groups.setdefault(name, []).append((_row(where.absolute(path), day), day))
    room = most_octets - len(HEAD) - len(FOOT)
    files = {name: list(_files(rows, most, room)) for name, rows in sorted(groups.items())}
    parts = [part for found in files.values() for part in found]
    if len(parts) < 2:
        return {addresses.SITEMAP: _urlset(parts[0] if parts else [])}
    names = [name for group, found in files.items() for name in _names(group, len(found))]
    index = "".join(
        _row(where.absolute(name), max((day for _, day in rows if day), default=None), "sitemap")
        for name, rows in zip(names, parts, strict=True)
    )
    made = {name: _urlset(rows) for name, rows in zip(names, parts, strict=True)}
    root = f'{DECLARATION}<sitemapindex xmlns="{SCHEMA}">\n{index}</sitemapindex>\n'
    return {addresses.SITEMAP: root, **made}


def _group(path: str) -> str:
    """The year of a page of an issue; "lists" for all else."""
    found = ISSUE_PAGE.match(path)
    return found[1] if found else LISTS


def _names(group: str, count: int) -> list[str]:
    """The names of a group's files; "" is all pages, which have numbers only."""
    if group and count == 1:
        return [f"sitemap-{group}.xml"]
    dash = f"{group}-" if group else ""
    return [f"sitemap-{dash}{number}.xml" for number in range(1, count + 1)]


def _files(rows: Iterable[Row], most: int, most_octets: int) -> Iterator[list[Row]]:
    """The rows in as many parts as the bounds ask for."""
    part: list[Row] = []
    octets = 0
    for text, day in rows:
        if part and (len(part) == most or octets + len(text) > most_octets):
            yield part
            part, octets = [], 0
        part.append((text, day))
        octets += len(text)
    if part:
        yield part


def _row(address: str, day: date | None, tag: str = "url") -> str:
    """One page; addresses are ASCII, so that its length is its octets."""
    changed = f"<lastmod>{day.isoformat()}</lastmod>" if day else ""
    return f"<{tag}><loc>{escape(address)}</loc>{changed}</{tag}>\n"


def _urlset(rows: Iterable[Row]) -> str:
    return HEAD + "".join(text for text, _ in rows) + FOOT


def robots(where: Addresses, is_internal: bool) -> str:
    """What crawlers may read; the internal edition is nobody's business."""
    if is_internal:
        return "User-agent: *\nDisallow: /\n"
    return f"User-agent: *\nAllow: /\n\nSitemap: {where.absolute(addresses.SITEMAP)}\n"
