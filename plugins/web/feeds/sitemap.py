"""sitemap.xml and robots.txt (https://www.sitemaps.org): every page with the day it was last changed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from xml.sax.saxutils import escape

from plugins.web import addresses
from plugins.web.addresses import Addresses
from plugins.web.feeds.atom import DECLARATION
from plugins.web.views import LostView, PageView, View

#: A page as its file names it, and the day it was changed.
Row = tuple[str, date | None]

SCHEMA = "http://www.sitemaps.org/schemas/sitemap/0.9"
#: What one file may hold; beyond, sitemap.xml names the others.
MOST_ADDRESSES = 50_000
MOST_OCTETS = 50 * 1024 * 1024
HEAD = f'{DECLARATION}<urlset xmlns="{SCHEMA}">\n'
FOOT = "</urlset>\n"


def sitemaps(
    views: Iterable[View],
    where: Addresses,
    newest: date | None = None,
    most: int = MOST_ADDRESSES,
    most_octets: int = MOST_OCTETS,
) -> dict[str, str]:
    """All pages but 404, in the order of the site: path → text of one file, or of many and an index.

    ``newest`` is the day of the newest article, for lists that bear no day of their own. ``most`` and
    ``most_octets`` bound each file.
    """
    rows = [
        (_row(where.absolute(view.path), day := _day(view, newest)), day)
        for view in views
        if not isinstance(view, LostView)
    ]
    files = list(_files(rows, most, most_octets - len(HEAD) - len(FOOT)))
    if len(files) < 2:
        return {addresses.SITEMAP: _urlset(files[0] if files else [])}
    names = [f"sitemap-{n}.xml" for n in range(1, len(files) + 1)]
    index = "".join(
        _row(where.absolute(name), max((day for _, day in rows if day), default=None), "sitemap")
        for name, rows in zip(names, files, strict=True)
    )
    made = {name: _urlset(rows) for name, rows in zip(names, files, strict=True)}
    root = f'{DECLARATION}<sitemapindex xmlns="{SCHEMA}">\n{index}</sitemapindex>\n'
    return {addresses.SITEMAP: root, **made}


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


def _day(view: View, newest: date | None) -> date | None:
    """The day a page was changed: its own; of a list the newest article's; of an ordinary page none."""
    return view.day if view.day or isinstance(view, PageView) else newest


def robots(where: Addresses, is_internal: bool) -> str:
    """What crawlers may read; the internal edition is nobody's business."""
    if is_internal:
        return "User-agent: *\nDisallow: /\n"
    return f"User-agent: *\nAllow: /\n\nSitemap: {where.absolute(addresses.SITEMAP)}\n"
