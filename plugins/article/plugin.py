"""The door of 稿件: Pelican's reader of ``.md`` files.

It reads nothing itself: manuscripts were read and checked at the front door (plugins/issue), and
``settings["READINGS"]`` holds what Pelican is told of each, by its path in the content folder. A
file that is not there (held copy; not in this edition) is skipped.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime, time
from pathlib import Path
from typing import Any, NamedTuple

from pelican import signals
from pelican.readers import BaseReader, Readers
from pelican.urlwrappers import Category, Tag, URLWrapper

from plugins.article.record import Article


class Reading(NamedTuple):
    """What Pelican is told of one manuscript. ``place`` puts articles in a total order.

    ``section`` and ``tags`` are (name, registered slug); ``view`` is what its template is told.
    """

    article: Article
    body: str
    path: str
    summary: str
    place: int
    view: object
    day: date | None = None
    section: tuple[str, str] | None = None
    tags: tuple[tuple[str, str], ...] = ()


class ManuscriptReader(BaseReader):  # type: ignore[misc]  # Pelican has no types
    """Hands Pelican what the front door has read."""

    enabled = True
    file_extensions = ("md",)

    def read(self, source_path: str) -> tuple[str, dict[str, Any]]:
        """The body and metadata of one manuscript."""
        relative = Path(source_path).relative_to(self.settings["PATH"]).as_posix()
        readings: Mapping[str, Reading] = self.settings["READINGS"]
        reading = readings.get(relative)
        if reading is None:
            return "", {"title": relative, "status": "skip"}
        return reading.body, metadata(reading, self.settings)


def metadata(reading: Reading, settings: dict[str, Any]) -> dict[str, Any]:
    """The metadata Pelican knows by name; an editor's words never choose a key."""
    made: dict[str, Any] = {
        "title": reading.article.title,
        "slug": reading.article.stem,
        "url": reading.path,
        "save_as": reading.path,
        "summary": reading.summary,
        "place": reading.place,
        "record": reading.article,
        "view": reading.view,
        "tags": [_named(Tag, name, slug, settings) for name, slug in reading.tags],
    }
    if reading.day:
        made["date"] = datetime.combine(reading.day, time())
    if reading.section:
        made["category"] = _named(Category, *reading.section, settings)
    return made


def _named(kind: type[URLWrapper], name: str, slug: str, settings: dict[str, Any]) -> URLWrapper:
    """A tag or category with the slug that is registered, never one made from its sound."""
    made = kind(name, settings)
    made.slug = slug
    return made


def _add_reader(readers: Readers) -> None:
    readers.reader_classes["md"] = ManuscriptReader


def register() -> None:
    """Called by Pelican."""
    signals.readers_init.connect(_add_reader)
