"""Caches of the site that nobody used for long: pictures, cut faces, drawn cards, search indexes."""

from __future__ import annotations

from pathlib import Path

from plugins.web.cards import cards
from plugins.web.faces import faces
from plugins.web.pictures import picture_cache
from plugins.web.search import index as search_index


def sweep(cache: Path, unused_days: float, now: float) -> int:
    """Throw away what nobody asked for in so many days; how many files or pictures went.

    ``cache``: the folder of all caches; ``now``: seconds since 1970. What goes and is wanted again is made again.
    """
    return (
        faces.sweep(cache, unused_days, now)
        + cards.sweep(cache, unused_days, now)
        + picture_cache.sweep(cache / "pictures", unused_days, now)
        + search_index.sweep(cache, unused_days, now)
    )
