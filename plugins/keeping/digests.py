"""Digests of files, without reading again those whose size and dates are as they were."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path

from plugins.keeping import aside

#: A file changed this shortly (ns) before its digest was written down may have changed again without
#: another date: file systems count in steps of up to 2 s.
STEP_NS = 2_000_000_000
DIGEST_LENGTH = 16


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
        """Write down what was learned."""
        if not self._is_new:
            return
        aside.write(self._file, json.dumps(self._known, ensure_ascii=False).encode())
        self._is_new = False
