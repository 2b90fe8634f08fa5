"""Copies of pictures between two builds, kept by the content of their originals.

``<cache>/<version>/<digest>/480x320.avif``: a folder for each original, whose names say all there is
to know, so that no copy is opened again. A folder is made aside and renamed: it is whole or not there.
"""

from __future__ import annotations

import hashlib
import json
import shutil
import tempfile
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from plugins.web.pictures.picture_copies import VERSION, Encoded

#: A file changed this shortly (ns) before its digest was written down may have changed again without
#: another date: file systems count in steps of up to 2 s.
STEP_NS = 2_000_000_000
DIGEST_LENGTH = 16


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


class Digests:
    """Digests of originals; a file whose size and dates are as they were is not read again."""

    def __init__(self, file: Path) -> None:
        self._file = file
        self._known: dict[str, list[int | str]] = {}
        self._written_ns = 0
        self._is_new = False
        if file.exists():
            self._known = json.loads(file.read_text(encoding="utf-8"))
            self._written_ns = file.stat().st_mtime_ns

    def of(self, original: Path) -> str:
        """The digest of a file's content. Raises `FileNotFoundError`."""
        stat = original.stat()
        marks = [stat.st_size, stat.st_mtime_ns, stat.st_ctime_ns, stat.st_ino]
        known = self._known.get(str(original), [])
        if known[:-1] == marks and stat.st_ctime_ns < self._written_ns - STEP_NS:
            return str(known[-1])
        digest = hashlib.sha256(original.read_bytes()).hexdigest()[:DIGEST_LENGTH]
        self._known[str(original)] = [*marks, digest]
        self._is_new = True
        return digest

    def save(self) -> None:
        """Write down what was learned; aside first, so a crash leaves no half file."""
        if not self._is_new:
            return
        self._file.parent.mkdir(parents=True, exist_ok=True)
        aside = self._file.with_suffix(".new")
        aside.write_text(json.dumps(self._known, ensure_ascii=False), encoding="utf-8")
        aside.replace(self._file)
        self._is_new = False


def _kept(file: Path) -> KeptCopy:
    width, _, height = file.stem.partition("x")
    return KeptCopy(file, file.suffix[1:], int(width), int(height))
