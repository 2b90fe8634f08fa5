"""What a site has beside the pages that any archive of articles has: each can be left out by a setting.

``EXTRAS`` in Pelican's settings names those that are wanted; without it the site has all.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Literal, get_args

#: ``cards``: drawn pictures for social networks. ``faces``: the cut face of headlines, and words that are not
#: broken in them. ``feeds``: Atom, JSON Feed, sitemap.xml. ``labels``: labels of government sites, Open Graph,
#: structured data. ``pictures``: small copies in several formats; without them originals are published. ``qr``: the
#: address of an article as a code.
Written = Literal["cards", "faces", "feeds", "labels", "pictures", "qr"]
#: ``facets``: places, units and cited documents that the texts name. ``guides``: contributing units, policy texts by
#: number, contents of the years by section, 查找, 网站地图, 404. ``related``: related articles. ``search``: the index of
#: the full text. ``years``: a page for each year of a long list.
Found = Literal["facets", "guides", "related", "search", "years"]
Extra = Written | Found
Extras = frozenset[Extra]
EVERYTHING: Extras = frozenset((*get_args(Written), *get_args(Found)))


def wanted(named: Iterable[str]) -> Extras:
    """The extras of these names. Raises ValueError for one that is not known."""
    names = frozenset(named)
    if unknown := names - EVERYTHING:
        raise ValueError(f"EXTRAS: unknown {sorted(unknown)}, known {sorted(EVERYTHING)}")
    return EVERYTHING & names
