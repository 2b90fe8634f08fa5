"""The door of 目次: gives Pelican's settings an outliner.

``settings["OUTLINER"]`` is ``(body, key) → outline``; the body is parsed, or told by its headings. ``TOC = False`` switches outlines off:
headings then keep their ids, and no page shows a table of contents of its article.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any

from plugins.toc.outline import Heading, outline
from plugins.toc.record import Entry

Outliner = Callable[["BeautifulSoup | Sequence[Heading]", str], tuple[Entry, ...]]

if TYPE_CHECKING:
    from bs4 import BeautifulSoup
    from pelican import Pelican


def outliner(enabled: bool = True) -> Outliner:
    """The function that makes outlines, or the one that only gives headings their ids."""
    return outline if enabled else _ids_only


def hand_over(settings: dict[str, Any]) -> Outliner:
    """The outliner of these settings; it stands in ``settings["OUTLINER"]``."""
    made: Outliner = settings.setdefault("OUTLINER", outliner(settings.get("TOC", True)))
    return made


def _ids_only(body: BeautifulSoup | Sequence[Heading], key: str) -> tuple[Entry, ...]:
    outline(body, key)
    return ()


def _initialized(pelican: Pelican) -> None:
    hand_over(pelican.settings)


def register() -> None:
    """Called by Pelican."""
    from pelican import signals

    signals.initialized.connect(_initialized)
