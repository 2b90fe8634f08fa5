"""Copies of pictures between two builds, kept by the content of their originals.

``<cache>/<version>/<digest>/480x320.avif``: a folder for each original, whose names say all there is
to know, so that no copy is opened again. A folder is made aside and renamed: it is whole or not there.
"""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from plugins.web.pictures.picture_copies import VERSION, Encoded


@dataclass(frozen=True, slots=True)
class KeptCopy:
    """One copy: where it lies, its suffix, its size in px."""

    file: Path
    suffix: str
    width: int
    height: int


class PictureCache:
    """The folder of copies. ``digest`` is that of an original (`Digests`)."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder / VERSION

    def has(self, digest: str) -> bool:
        """Whether the copies of an original are there, all of them."""
        return (self._folder / digest).is_dir()

    def copies(self, digest: str) -> list[KeptCopy]:
        """The copies of an original, by width. Raises `FileNotFoundError` for one not kept."""
        found = [_kept(file) for file in (self._folder / digest).iterdir()]
        return sorted(found, key=lambda copy: (copy.width, copy.suffix))

    def keep(self, digest: str, copies: Iterable[Encoded]) -> None:
        """Put the copies of an original into the cache; another build may be doing the same."""
        self._folder.mkdir(parents=True, exist_ok=True)
        aside = Path(tempfile.mkdtemp(prefix="new-", dir=self._folder))
        try:
            for copy in copies:
                (aside / f"{copy.width}x{copy.height}.{copy.suffix}").write_bytes(copy.data)
            aside.rename(self._folder / digest)
        except OSError:
            shutil.rmtree(aside, ignore_errors=True)
            if not self.has(digest):
                raise


def _kept(file: Path) -> KeptCopy:
    width, _, height = file.stem.partition("x")
    return KeptCopy(file, file.suffix[1:], int(width), int(height))
