"""Copies of pictures between two builds, kept by the content of their originals.

``<cache>/<version>/<digest>/480x320.avif``: a folder for each original, whose names say all there is
to know, so that no copy is opened again. A folder is made aside and renamed: it is whole or not there.
``index.json`` beside the folders has the names of all, so that they need not be listed; without it they are.
"""

from __future__ import annotations

import json
import os
import shutil
import tempfile
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from plugins.keeping import aside
from plugins.web.pictures.picture_copies import VERSION, Encoded

INDEX = "index.json"
#: What a folder is called that is being made or thrown away.
UNFINISHED = "new-"


@dataclass(frozen=True, slots=True)
class KeptCopy:
    """One copy: where it lies (a path, not made a `Path`: there are 35,000), its suffix, its size in px."""

    place: str
    suffix: str
    width: int
    height: int

    @property
    def file(self) -> Path:
        """Where it lies."""
        return Path(self.place)


class PictureCache:
    """The folder of copies. ``digest`` is that of an original (`Digests`)."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder / VERSION
        self._is_new = False

    @cached_property
    def _index(self) -> dict[str, list[str]]:
        """The names of the copies of each original; nothing when the file is damaged."""
        try:
            kept = json.loads((self._folder / INDEX).read_text(encoding="utf-8"))
        except (OSError, ValueError):
            return {}
        return kept if isinstance(kept, dict) else {}

    def has(self, digest: str) -> bool:
        """Whether the copies of an original are there, all of them; if so, they are dated anew, for `sweep`."""
        try:
            os.utime(f"{self._folder}/{digest}")
        except FileNotFoundError:
            return False
        return True

    def copies(self, digest: str) -> list[KeptCopy]:
        """The copies of an original, by width. Raises `FileNotFoundError` for one not kept."""
        self.note(digest)
        folder = f"{self._folder}/{digest}"
        found = [_kept(folder, name) for name in self._index[digest]]
        return sorted(found, key=lambda copy: (copy.width, copy.suffix))

    def note(self, digest: str) -> None:
        """Learn the names of the copies of an original. Raises `FileNotFoundError` for one not kept."""
        if digest not in self._index:
            folder = self._folder / digest
            self._index[digest] = sorted(file.name for file in folder.iterdir())
            self._is_new = True

    def save(self) -> None:
        """Write down the names of copies that were listed."""
        if self._is_new:
            data = json.dumps(self._index, sort_keys=True, separators=(",", ":")).encode()
            aside.write(self._folder / INDEX, data)
            self._is_new = False

    def keep(self, digest: str, copies: Iterable[Encoded]) -> None:
        """Put the copies of an original into the cache; another build may be doing the same."""
        self._folder.mkdir(parents=True, exist_ok=True)
        new = Path(tempfile.mkdtemp(prefix=UNFINISHED, dir=self._folder))
        try:
            for copy in copies:
                (new / f"{copy.width}x{copy.height}.{copy.suffix}").write_bytes(copy.data)
            new.rename(self._folder / digest)
        except OSError:
            shutil.rmtree(new, ignore_errors=True)
            if not self.has(digest):
                raise


def sweep(folder: Path, unused_days: float, now: float, kept: Iterable[Path] = ()) -> int:
    """Throw away the copies of originals that nobody asked for in so many days, and of earlier versions.

    ``folder``: of all copies; ``now``: seconds since 1970; ``kept``: copies that stay, with the others of their
    originals, however old they are. Out: of how many originals copies went.
    """
    spared = {file.parent for file in kept}
    versions = [each for each in folder.glob("*") if each.is_dir()]
    gone = 0
    for each in (found for version in versions for found in version.iterdir() if found.is_dir()):
        if each not in spared and each.stat().st_mtime < now - unused_days * 24 * 3600:
            _throw_away(each)
            gone += 1
    return gone


def _throw_away(folder: Path) -> None:
    """Take a folder away: it is whole until it is gone."""
    if not folder.name.startswith(UNFINISHED):
        folder = folder.rename(folder.with_name(f"{UNFINISHED}{folder.name}"))
    shutil.rmtree(folder)


def _kept(folder: str, name: str) -> KeptCopy:
    size, _, suffix = name.rpartition(".")
    width, _, height = size.partition("x")
    return KeptCopy(f"{folder}/{name}", suffix, int(width), int(height))
