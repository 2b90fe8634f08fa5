"""The whole index of an edition: its segments, and the files that tell of them (format 1)."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from operator import is_
from pathlib import Path
from typing import Any

from plugins.hanzi.traditional import SIMPLIFIED, TRADITIONAL
from plugins.issue.record import Archive, Issue
from plugins.keeping import programme
from plugins.keeping.store import Store, key
from plugins.web import addresses
from plugins.web.assets import Asset
from plugins.web.search import segment
from plugins.web.search.bundle import Bundle, unpacked
from plugins.web.search.document import Document, documents, split
from plugins.web.search.notation import compact
from plugins.web.search.register import FACETS, KINDS, Register

FORMAT = 1
FOLDER = addresses.SEARCH_INDEX
ARCHIVE, CURRENT = "archive", "current"
Segments = dict[str, "Segment"]


@dataclass(frozen=True, slots=True)
class Segment:
    """A segment as it was made. ``register``: what has appeared up to its end; ``first``: its first document."""

    issues: tuple[Issue, ...]
    before: str
    signature: str
    register: Register
    first: int
    bundle: Bundle
    version: str

    @property
    def count(self) -> int:
        """How many documents it has."""
        return self.register.count - self.first


class SearchIndex:
    """The index of an archive that is cut to its edition.

    ``cache``: the folder of all caches; a segment is kept there under what it was made from. ``before``: the index of
    the last build in this process. ``is_frozen``: in a preview, where the archive's segment of ``before`` stays as long
    as it has the same pages: what is edited in an old issue is found by its old words until the next whole build.
    """

    def __init__(
        self,
        archive: Archive,
        cache: Path,
        before: SearchIndex | None = None,
        *,
        is_frozen: bool = False,
    ) -> None:
        self._archive, self._store, self._is_frozen = archive, _store(cache), is_frozen
        self._before: Segments = before.known if before else {}

    def assets(self) -> Iterator[Asset]:
        """All files of the index."""
        yield Asset(f"{FOLDER}about.json", compact(self._about()))
        yield Asset(f"{FOLDER}facets.json", compact(self._facets()))
        yield Asset(f"{FOLDER}fold.json", compact((TRADITIONAL, SIMPLIFIED)))
        for name, each in self.segments.items():
            for path, data in each.bundle.files.items():
                yield Asset(f"{FOLDER}{name}/{path}", data)

    @property
    def known(self) -> Segments:
        """The segments, if they were asked for; else what was known when it was made."""
        made: Segments | None = vars(self).get("segments")
        return self._before if made is None else made

    @cached_property
    def segments(self) -> Segments:
        """The segments that have documents, made where nothing is kept."""
        register, found = Register(), Segments()
        for name, issues in zip((ARCHIVE, CURRENT), split(self._archive), strict=True):
            if issues:
                found[name] = self._segment(name, issues, register)
                register = found[name].register
        self._before = {}
        return found

    def _segment(self, name: str, issues: tuple[Issue, ...], register: Register) -> Segment:
        known, before = self._before.get(name), register.mark
        if known and known.before == before and self._stays(known, issues, name):
            return known
        filed = [list(documents(issue)) for issue in issues]
        signature = key(_state(), name, before, *_versions(issues, filed))
        after = register.copy()
        for issue, found in zip(issues, filed, strict=True):
            after.add(issue, found)
        if known and known.signature == signature:
            bundle = known.bundle
        else:
            numbered = tuple(enumerate(filed, len(register.issues)))
            bundle = self._kept(signature) or self._made(signature, numbered, after)
        return Segment(issues, before, signature, after, register.count, bundle, bundle.version)

    def _stays(self, known: Segment, issues: tuple[Issue, ...], name: str) -> bool:
        if len(known.issues) == len(issues) and all(map(is_, known.issues, issues)):
            return True
        return self._is_frozen and name == ARCHIVE and _pages(known.issues) == _pages(issues)

    def _kept(self, signature: str) -> Bundle | None:
        data = self._store.get(signature)
        return unpacked(data) if data is not None else None

    def _made(self, signature: str, filed: Sequence[segment.Filed], register: Register) -> Bundle:
        made = segment.made(filed, register)
        self._store.put(signature, made.packed())
        return made

    @property
    def _register(self) -> Register:
        """What has appeared in all segments."""
        return list(self.segments.values())[-1].register if self.segments else Register()

    def _about(self) -> dict[str, Any]:
        register = self._register
        return {
            "format": FORMAT,
            "segments": [_told(name, each) for name, each in self.segments.items()],
            "table": segment.TABLE,
            "issues": register.issues,
            "sections": list(register.numbers["section"]),
            "kinds": KINDS,
        }

    def _facets(self) -> dict[str, Any]:
        register = self._register
        return {"tags": register.most_used("tag"), "units": register.most_used("unit")}


def sweep(cache: Path, unused_days: float, now: float) -> int:
    """Throw away kept segments that nobody used for so many days; how many. ``now``: seconds since 1970."""
    return _store(cache).sweep(unused_days, now)


def _store(cache: Path) -> Store:
    return Store(cache / "search", ".bundle")


def _state() -> str:
    return key(programme.state(("web/search",)), unicodedata.unidata_version)


def _versions(issues: tuple[Issue, ...], filed: list[list[Document]]) -> Iterator[str]:
    """What stands in the files of a segment, told by digests."""
    for issue, found in zip(issues, filed, strict=True):
        yield issue.key
        yield from (each.version for each in found)


def _pages(issues: tuple[Issue, ...]) -> list[tuple[str, str]]:
    return [(issue.key, article.stem) for issue in issues for article in issue.articles]


def _told(name: str, each: Segment) -> dict[str, Any]:
    """A segment as about.json has it."""
    lists = {facet: len(each.register.numbers[facet]) for facet in FACETS}
    return {
        "name": name,
        "first": each.first,
        "count": each.count,
        "shards": each.bundle.shards,
        "version": each.version,
        "lists": lists,
    }
