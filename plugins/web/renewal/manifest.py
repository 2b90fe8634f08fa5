"""What stands in an output folder, and from what it was made.

The manifest is a claim that is checked: a file whose size, date or number in the file system is not what was
written is as good as absent, and the pages that need it are made anew. So nothing depends on when a build was
killed, nor on who else touched the folder.
"""

from __future__ import annotations

import marshal
import os
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from plugins.keeping import aside

#: Raised whenever the records below change.
VERSION = 1
#: Size in bytes, date in ns, number in the file system.
Marks = tuple[int, int, int]


@dataclass(slots=True)
class Page:
    """A page of the site: from what it was made, when it was changed, its files, the files it shows.

    ``day`` is in ISO form, "" for none; ``kind`` is the name of its view.
    """

    key: bytes
    day: str
    kind: str
    files: tuple[str, ...] = ()
    uses: tuple[str, ...] = ()


@dataclass(slots=True)
class Manifest:
    """``parts``: name → signature and paths of its pages; ``pages`` by path; ``files`` by path in the folder.

    ``assets``: files that are no pages, and the digest of what is in them.
    """

    parts: dict[str, tuple[bytes, tuple[str, ...]]] = field(default_factory=dict)
    pages: dict[str, Page] = field(default_factory=dict)
    files: dict[str, Marks] = field(default_factory=dict)
    assets: dict[str, bytes] = field(default_factory=dict)

    def without(self, lost: Iterable[str]) -> Manifest:
        """This manifest without these files and all that stands on them."""
        gone = set(lost)
        if not gone:
            return self
        pages = {
            path: page
            for path, page in self.pages.items()
            if gone.isdisjoint(page.files) and gone.isdisjoint(page.uses)
        }
        parts = {
            name: part
            for name, part in self.parts.items()
            if all(path in pages for path in part[1])
        }
        files = {path: marks for path, marks in self.files.items() if path not in gone}
        assets = {path: made for path, made in self.assets.items() if path not in gone}
        return Manifest(parts, pages, files, assets)


def marks(stat: os.stat_result) -> Marks:
    """What tells whether a file is the one that was written."""
    return stat.st_size, stat.st_mtime_ns, stat.st_ino


def load(file: Path) -> Manifest:
    """The manifest that the last build left; an empty one when there is none that can be read."""
    try:
        version, parts, pages, files, assets = marshal.loads(file.read_bytes())
        if version != VERSION:
            return Manifest()
        return Manifest(parts, {path: Page(*row) for path, row in pages.items()}, files, assets)
    except (OSError, ValueError, EOFError, TypeError, AttributeError):
        return Manifest()


def save(file: Path, manifest: Manifest) -> None:
    """Keep a manifest for the next build."""
    pages = {
        path: (page.key, page.day, page.kind, page.files, page.uses)
        for path, page in manifest.pages.items()
    }
    told = (VERSION, manifest.parts, pages, manifest.files, manifest.assets)
    aside.write(file, marshal.dumps(told))


def lost(folder: Path, manifest: Manifest) -> Iterator[str]:
    """The files of a manifest that are not in the folder as they were written."""
    root = f"{folder}{os.sep}"
    for path, written in manifest.files.items():
        try:
            stat = os.stat(root + path)  # noqa: PTH116  # twice as quick as Path, fifty thousand times
        except OSError:
            yield path
            continue
        if marks(stat) != written:
            yield path
