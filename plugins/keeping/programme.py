"""The programme itself as something that results are made from: its sources and the libraries it stands on."""

from __future__ import annotations

import hashlib
from functools import cache
from importlib.metadata import version
from pathlib import Path

PLUGINS = Path(__file__).resolve().parents[1]


@cache
def state(rooms: tuple[str, ...], libraries: tuple[str, ...] = ()) -> str:
    """A digest of these rooms' sources and the versions of these installed libraries.

    ``rooms``: folders of plugins/ (``"article"``, ``"press/lines"``), read with all that lies below them.
    Raises `PackageNotFoundError` for a library that is not installed.
    """
    made = hashlib.blake2b(digest_size=16)
    for room in sorted(rooms):
        for file in sorted((PLUGINS / room).rglob("*.py")):
            made.update(file.relative_to(PLUGINS).as_posix().encode() + b"\0")
            made.update(hashlib.blake2b(file.read_bytes(), digest_size=16).digest())
    for library in sorted(libraries):
        made.update(f"{library} {version(library)}\0".encode())
    return made.hexdigest()
