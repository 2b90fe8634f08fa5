"""Until site.py asks for all feeds: the Atom feed of everything."""

from __future__ import annotations

from plugins.web.atom import DECLARATION, atom
from plugins.web.catalogue import Catalogue
from plugins.web.feeds import feeds

__all__ = ["DECLARATION", "feed"]


def feed(catalogue: Catalogue) -> str:
    """The feed of all articles."""
    return atom(next(feeds(catalogue)))
