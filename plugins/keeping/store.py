"""A store of results, each under the digest of what it was made from."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterable
from pathlib import Path

from plugins.keeping import aside


def key(*parts: str | bytes) -> str:
    """The digest of these parts, in this order; where one ends and the next begins matters."""
    made = hashlib.blake2b(digest_size=16)
    for part in parts:
        data = part.encode() if isinstance(part, str) else part
        made.update(len(data).to_bytes(8, "big") + data)
    return made.hexdigest()


class Store:
    """A folder with a file for each result, ``<folder>/<two letters of the key>/<key><suffix>``."""

    def __init__(self, folder: Path, suffix: str = "") -> None:
        self.folder, self.suffix = folder, suffix

    def file(self, key: str) -> Path:
        """Where the result of this key lies or would lie."""
        return self.folder / key[:2] / f"{key}{self.suffix}"

    def get(self, key: str) -> bytes | None:
        """What is kept under a key; None for nothing. Its file is dated anew: dates only steer `sweep`."""
        file = self.file(key)
        try:
            data = file.read_bytes()
        except FileNotFoundError:
            return None
        os.utime(file)
        return data

    def put(self, key: str, data: bytes) -> Path:
        """Keep ``data`` under a key; its file."""
        file = self.file(key)
        aside.write(file, data)
        return file

    def sweep(self, unused_days: float, now: float, kept: Iterable[str] = ()) -> int:
        """Throw away what nobody used for so many days, but for the keys in ``kept``; how many files went.

        ``now``: seconds since 1970, as the caller's clock has it.
        """
        spared = {self.file(key) for key in kept}
        gone = 0
        for file in self.folder.glob(f"*/*{self.suffix}"):
            if file not in spared and file.stat().st_mtime < now - unused_days * 24 * 3600:
                file.unlink(missing_ok=True)
                gone += 1
        return gone
