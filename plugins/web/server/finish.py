"""The last hand: a built site made fit for a server."""

from __future__ import annotations

from pathlib import Path

from plugins.web.server import packed
from plugins.web.server.lean import lean


def finish(folder: Path, *, is_lean: bool, is_packed: bool) -> None:
    """Make the pages of a folder lean, then lay packed copies beside its files."""
    if is_lean:
        for page in folder.rglob("*.html"):
            page.write_text(lean(page.read_text(encoding="utf-8")), encoding="utf-8")
    if is_packed:
        packed.pack([file for file in folder.rglob("*") if file.suffix in packed.SUFFIXES])
