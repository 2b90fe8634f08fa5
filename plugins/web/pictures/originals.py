"""Pictures published as they are, for a site that wants no copies of them (extras.py)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path

from plugins.article import pictures
from plugins.keeping.digests import Digests
from plugins.web import addresses
from plugins.web.pictures.pictures import Copy, Picture, Progress, silent


class Originals:
    """Stands in for `PictureStore`: every picture is one file, however many issues show it."""

    def __init__(self, content: Path, cache: Path) -> None:
        self._content = content
        self.digests = Digests(cache / "pictures" / "originals.json")
        self._known: dict[tuple[str, str], Picture] = {}
        self._made: dict[str, Picture] = {}
        self._files: dict[str, Path] = {}

    @property
    def files(self) -> Mapping[str, Path]:
        """Address on the site → original."""
        return self._files

    def prepare(self, wanted: Iterable[tuple[str, str]], progress: Progress = silent) -> None:
        """Learn which files there are, (issue_key, src) each; too quick to be told of."""
        for issue_key, src in wanted:
            self.picture(issue_key, src)
        self.digests.save()

    def picture(self, issue_key: str, src: str) -> Picture:
        """The picture ``src`` (as typed) of an issue."""
        place = issue_key, src
        if place not in self._known:
            self._known[place] = self._picture(issue_key, src)
        return self._known[place]

    def _picture(self, issue_key: str, src: str) -> Picture:
        original = self._content / f"{issue_key}/{src}"
        digest = self.digests.of(original)
        if digest not in self._made:
            size = pictures.measure(self._content / issue_key, src)
            path = f"{addresses.MEDIA}{digest}{original.suffix.lower()}"
            self._made[digest] = Picture((Copy(path, size.width, size.height),))
            self._files[path] = original
        return self._made[digest]
