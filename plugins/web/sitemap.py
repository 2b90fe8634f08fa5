"""sitemap.xml and robots.txt: every page with the day it bears."""

from __future__ import annotations

from collections.abc import Iterable
from xml.etree.ElementTree import Element, SubElement, indent, tostring

from plugins.web import addresses
from plugins.web.addresses import Addresses
from plugins.web.feed import DECLARATION
from plugins.web.views import LostView, View

SCHEMA = "http://www.sitemaps.org/schemas/sitemap/0.9"


def sitemap(views: Iterable[View], where: Addresses) -> str:
    """All pages but 404, in the order of the site."""
    root = Element("urlset", {"xmlns": SCHEMA})
    for view in views:
        if isinstance(view, LostView):
            continue
        page = SubElement(root, "url")
        SubElement(page, "loc").text = where.absolute(view.path)
        if view.day:
            SubElement(page, "lastmod").text = view.day.isoformat()
    indent(root)
    return DECLARATION + tostring(root, encoding="unicode") + "\n"


def robots(where: Addresses, is_internal: bool) -> str:
    """What crawlers may read; the internal edition is nobody's business."""
    if is_internal:
        return "User-agent: *\nDisallow: /\n"
    return f"User-agent: *\nAllow: /\n\nSitemap: {where.absolute(addresses.SITEMAP)}\n"
