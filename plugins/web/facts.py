"""Facts that depend on one text only, remembered between builds: one file for the whole archive.

A fact is kept under the digest of what it was made from (`Article.version`), so it is never wrong; everything here
may be thrown away.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable
from functools import cached_property
from pathlib import Path

from plugins.keeping import aside

Fact = str | list[str]


class Facts:
    """One kind of facts. ``file``: where they are kept; ``state``: of the programme that finds them.

    The file is read when the first fact is asked for. Facts of another ``state`` count as none, and so does a damaged file.
    """

    def __init__(self, file: Path, state: str) -> None:
        self._file, self._state = file, state
        self._is_new = False

    @cached_property
    def _known(self) -> dict[str, Fact]:
        try:
            kept = json.loads(self._file.read_text(encoding="utf-8"))
        except (OSError, ValueError):
            return {}
        is_ours = isinstance(kept, dict) and kept.get("state") == self._state
        return dict(kept["facts"]) if is_ours else {}

    def get(self, key: str) -> Fact | None:
        """What is known under a key; None for nothing."""
        return self._known.get(key)

    def put(self, key: str, fact: Fact) -> None:
        """Remember a fact."""
        self._known[key] = fact
        self._is_new = True

    def of(self, key: str, find: Callable[[], str]) -> str:
        """What is known under a key, found now if need be; under "" nothing is remembered."""
        known = self.get(key) if key else None
        if isinstance(known, str):
            return known
        found = find()
        if key:
            self.put(key, found)
        return found

    def save(self, kept: Iterable[str] | None = None) -> None:
        """Write down what was learned. ``kept``: the only keys that stay; None: all."""
        if kept is not None:
            stay = self._known.keys() & set(kept)
            self._is_new |= len(stay) < len(self._known)
            self._known = {key: self._known[key] for key in stay}
        if self._is_new:
            told = {"state": self._state, "facts": self._known}
            data = json.dumps(told, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
            aside.write(self._file, data.encode())
            self._is_new = False
