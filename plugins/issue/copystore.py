"""What was read of each issue's folder, kept for the next run: in memory, and a file an issue in a folder.

A file that another programme wrote, or that is not whole, is as good as none.
"""

from __future__ import annotations

import pickle
import zlib
from dataclasses import dataclass
from pathlib import Path

from plugins.issue.folder import FolderRead
from plugins.issue.noted import Noted
from plugins.keeping import aside

MARKER = "begun"


@dataclass(frozen=True, slots=True)
class Kept:
    """What was read of a folder, and from what.

    ``since_ns``: when the reading began (`CopyStore.begin`). ``basis``: digest of what all issues share;
    ``tagger``: of what the tags depend on. ``names``: the manuscripts in the folder, held copy and
    misnamed ones too. ``plan``, ``folios``: issue.toml and folios.toml.
    """

    since_ns: int
    basis: str
    tagger: str
    names: tuple[str, ...]
    plan: Noted
    folios: Noted
    read: FolderRead


class CopyStore:
    """Keeps `Kept` by the key of the issue; ``folder`` None: in memory only.

    ``made_from`` is a digest of the programme and its switches: nothing is taken over from another.
    """

    def __init__(self, folder: Path | None, made_from: str) -> None:
        self.made_from = made_from
        self._folder = folder
        self._kept: dict[str, Kept] = {}

    @property
    def is_lasting(self) -> bool:
        """Whether what is put here can be got by another process."""
        return self._folder is not None

    def begin(self) -> int:
        """The time (ns) by the clock of the file system, which dates the files; 0 without a folder."""
        if self._folder is None:
            return 0
        aside.write(self._folder / MARKER, b"")
        return (self._folder / MARKER).stat().st_mtime_ns

    def get(self, key: str) -> Kept | None:
        """What is kept of an issue; None for nothing."""
        if key not in self._kept and self._folder is not None:
            kept = self._unpacked(self._folder / f"{key}.copy")
            if kept is not None:
                self._kept[key] = kept
        return self._kept.get(key)

    def put(self, key: str, kept: Kept) -> None:
        """Keep what was read of an issue.

        What was not in memory before comes there out of the pickle: pickling a string leaves a copy of it
        in UTF-8 beside it, which would more than double the memory of a whole archive.
        """
        if self._folder is None:
            self._kept[key] = kept
            return
        data = pickle.dumps(kept, protocol=5)
        aside.write(self._folder / f"{key}.copy", self._head(data) + data)
        self._kept[key] = kept if key in self._kept else pickle.loads(data)

    def forget(self, key: str) -> None:
        """Take an issue out of memory: another process has put it into the folder."""
        self._kept.pop(key, None)

    def _unpacked(self, file: Path) -> Kept | None:
        try:
            packed = file.read_bytes()
        except FileNotFoundError:
            return None
        length = len(self._head(b""))
        data = packed[length:]
        if packed[:length] != self._head(data):
            return None
        kept: Kept = pickle.loads(data)  # written by this very programme
        return kept

    def _head(self, data: bytes) -> bytes:
        """What a file of this programme begins with; cut short it has another checksum."""
        return f"{self.made_from} {len(data):012d} {zlib.crc32(data):08x}\n".encode()
