"""Where standing type is kept, and under what: everything that its pages were made from."""

from __future__ import annotations

import hashlib
import json
import pickle
import re
from collections.abc import Iterable, Iterator
from html import unescape
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlsplit

from weasyprint.text.ffi import harfbuzz, pango
from weasyprint.urls import iri_to_uri

from plugins.keeping.digests import Digests
from plugins.keeping.programme import state
from plugins.keeping.store import Store, key
from plugins.press import faces
from plugins.press.fetch import BASE
from plugins.press.standing.blocks import Blocks
from plugins.press.standing.forme import Forme, Standing

ROOMS = ("hanzi", "press")
LIBRARIES = ("jinja2", "pillow", "pydyf", "tinycss2", "tinyhtml5", "uharfbuzz", "weasyprint")
SOURCE = re.compile(r'\bsrc="([^"]*)"')
#: Folders of the theme that a page depends on.
STYLES = ("press", "shared")


class TypeStore:
    """Standing type, notes about it and what it uses, in one folder."""

    def __init__(self, folder: Path, content: Path, theme: Path) -> None:
        self.store = Store(folder)
        self.blocks = Blocks(self.store)
        self._content = content.resolve()
        self._digests = Digests(folder / "originals.json")
        self.base = key(state(ROOMS, LIBRARIES), engine(), faces.installed(), styles(theme))

    def key(self, kind: str, html: str, folder: str, more: Iterable[str] = ()) -> str:
        """The key of what is made from ``html``, whose pictures are named from this folder of the content."""
        pictures = (f"{name} {digest}" for name, digest in self._pictures(html, folder))
        return key(kind, self.base, folder, html, *pictures, *more)

    def sources(self, html: str, folder: str) -> dict[str, str]:
        """WeasyPrint's name of every picture of ``html`` → a digest of what it is made from."""
        found = {}
        for name, digest in self._pictures(html, folder):
            address = iri_to_uri(f"{BASE}{folder}/{name}")
            picture = hashlib.md5(address.encode(), usedforsecurity=False).hexdigest()
            found[picture] = key(self.base, name, digest)
        return found

    def _pictures(self, html: str, folder: str) -> Iterator[tuple[str, str]]:
        """Every picture by its name in ``html``, with the digest of its file; "" for one that is not there."""
        for name in dict.fromkeys(map(unescape, SOURCE.findall(html))):
            file = self._content / folder / unquote(urlsplit(name).path)
            yield name, self._digests.of(file) if file.is_file() else ""

    def take(self, name: str) -> Standing | None:
        """The standing type of a key; None when it, or a picture it uses, is not there."""
        made: Standing | None = self._read(name)
        return made if made and all(map(self._is_whole, made.formes)) else None

    def take_forme(self, name: str) -> Forme | None:
        """A single page of a key, likewise."""
        made: Forme | None = self._read(name)
        return made if made and self._is_whole(made) else None

    def keep(self, name: str, made: Standing | Forme) -> None:
        """Keep standing type."""
        self.store.put(name, pickle.dumps(made, protocol=pickle.HIGHEST_PROTOCOL))

    def note(self, name: str) -> Any:
        """A note: numbers and words, as JSON has them; None when there is none."""
        data = self.store.get(name)
        return None if data is None else json.loads(data)

    def write_note(self, name: str, said: Any) -> None:
        """Keep a note."""
        self.store.put(name, json.dumps(said, ensure_ascii=False).encode())

    def save(self) -> None:
        """Write down what was learned of the originals."""
        self._digests.save()

    def _read(self, name: str) -> Any:
        data = self.store.get(name)
        return None if data is None else pickle.loads(data)

    def _is_whole(self, forme: Forme) -> bool:
        return all(self.blocks.has(block.key) for block in forme.blocks)


def engine() -> str:
    """The system's libraries that set lines: their versions."""
    return f"pango {pango.pango_version()} harfbuzz {harfbuzz.hb_version_atleast(0, 0, 0)}"


def styles(theme: Path) -> str:
    """A digest of the styles, templates and shades that a page depends on."""
    made = hashlib.blake2b(digest_size=16)
    for room in STYLES:
        for file in sorted((theme / room).rglob("*")):
            if file.is_file():
                made.update(file.relative_to(theme).as_posix().encode() + b"\0")
                made.update(hashlib.blake2b(file.read_bytes()).digest())
    return made.hexdigest()
