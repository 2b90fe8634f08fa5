"""folios.toml: printed page numbers, written by the press, read by the next site build."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from plugins.keeping import aside

HEAD = "# 印刷页码，由付印写出，网站照此标注“第几页”。请勿手改。\n\n[pages]\n"


def text(folios: Mapping[str, int]) -> str:
    """The file's text, in printed order."""
    rows = sorted(folios.items(), key=lambda row: (row[1], list(folios).index(row[0])))
    return HEAD + "".join(f'"{stem}" = {page}\n' for stem, page in rows)


def write(file: Path, folios: Mapping[str, int]) -> None:
    """Write the file whole or not at all; leave it alone when nothing changed."""
    new = text(folios)
    if file.exists() and file.read_text(encoding="utf-8") == new:
        return
    aside.write(file, new.encode())
