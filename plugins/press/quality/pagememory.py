"""What was read of a page, remembered by what it was read from.

Two steps, each a pure function of its key. The bytes of a page, and of the forms it paints, tell which codes
it shows with which of its fonts. The same bytes, and what the fonts say of those codes, tell what stands on
the page. So a font that gained glyphs for some other page leaves this one known; a width or a letter changed
that this page uses makes it be read anew.
"""

from __future__ import annotations

import pickle
import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

import pikepdf
from pikepdf import Array, Dictionary, Name, Stream

from plugins.keeping import programme
from plugins.keeping.store import Store, key
from plugins.press.quality.pdffonts import Face

#: Where the readings lie in the folder for what may be kept.
FOLDER = "read"
#: What turns the bytes of a page into a reading lies somewhere in here.
ROOMS = ("press",)
LIBRARIES = ("pikepdf",)
NAME = re.compile(rb"/([^\x00\t\n\f\r ()<>\[\]{}/%]+)")
#: What readers ask of the properties of marked content.
ASKED = ("/MCID", "/ActualText", "/Type", "/Subtype")
#: Forms within forms; deeper ones are a loop.
DEPTH = 12

#: Of each font, the codes that were shown with it.
Shown = Mapping[Face, Iterable[int]]
#: Reads a page: plain data, and what was shown with which font.
Reader = Callable[[], tuple[Any, Shown]]


class PageMemory:
    """Readings of one kind, and the fonts of one open PDF."""

    def __init__(self, kind: str, cache: Path | None = None) -> None:
        """``kind`` names the reading; ``cache``: a folder for what may be kept, None keeps nothing."""
        self._kind = kind
        self._store = Store(cache / FOLDER) if cache else None
        self._faces: dict[tuple[int, int], Face] = {}

    def face(self, font: Dictionary) -> Face:
        """A font as streams use it, read once."""
        place = font.objgen
        if place == (0, 0):
            return Face(font)
        if place not in self._faces:
            self._faces[place] = Face(font)
        return self._faces[place]

    def of(self, page: pikepdf.Page, how: str, read: Reader) -> Any:
        """What ``read`` finds on a page, or found when the page was the same.

        ``how``: whatever else the reading depends on.
        """
        if self._store is None:
            return read()[0]
        faces: list[Face] = []
        parts = self._parts(content(page.obj), page.get("/Resources", Dictionary()), faces, 0)
        bytes_key = key(state(), self._kind, how, *parts)
        known = self._store.get(bytes_key)
        if known is not None:
            found = self._store.get(_meant(bytes_key, faces, pickle.loads(known)))
            if found is not None:
                return pickle.loads(found)
        return self._read(self._store, bytes_key, faces, read)

    def _read(self, store: Store, bytes_key: str, faces: list[Face], read: Reader) -> Any:
        """Read a page and remember it: what it shows last, so that its codes are there when it is."""
        made, shown = read()
        if all(face in faces for face in shown):
            codes = [sorted(shown.get(face, ())) for face in faces]
            store.put(_meant(bytes_key, faces, codes), pickle.dumps(made))
            store.put(bytes_key, pickle.dumps(codes))
        return made

    def _parts(
        self, stream: bytes, resources: Dictionary, faces: list[Face], depth: int
    ) -> Iterator[str | bytes]:
        """All that a content stream draws on but the glyphs of its fonts, which go to ``faces``."""
        yield stream
        names = _names(stream)
        for name, font in _named(resources, "/Font", names):
            face = self.face(font)
            faces.append(face)
            yield f"{name} {face.name} {face.composite}"
        for name, properties in _named(resources, "/Properties", names):
            said = [each in properties and str(properties[each]) for each in ASKED]
            yield repr((name, said))
        for name, thing in _named(resources, "/XObject", names):
            yield f"{name} {thing.get('/Subtype')}"
            if thing.get("/Subtype") == Name.Form and depth < DEPTH:
                yield repr([str(each) for each in thing.get("/Matrix", Array())])
                inner = thing.get("/Resources", resources)
                yield from self._parts(thing.read_bytes(), inner, faces, depth + 1)
        yield ""


def state() -> str:
    """The programme that reads, and its libraries, as a digest."""
    return programme.state(ROOMS, LIBRARIES)


def content(page: Dictionary) -> bytes:
    """The content of a page: its streams in one, as ISO 32000-1, 7.8.2 joins them."""
    contents = page.get("/Contents", Array())
    if isinstance(contents, Stream):
        return bytes(contents.read_bytes())
    return b"\n".join(bytes(each.read_bytes()) for each in contents)


def _meant(bytes_key: str, faces: list[Face], codes: list[list[int]]) -> str:
    """The key of a reading: the bytes of its page, and what the fonts say of the codes it shows."""
    said = (f"{face.name}\0{face.said(shown)}" for face, shown in zip(faces, codes, strict=True))
    return key(bytes_key, *said)


def _names(stream: bytes) -> frozenset[str] | None:
    """Every name in a stream, and some more; None: perhaps any, for one is written in another way."""
    found = frozenset(NAME.findall(stream))
    if any(b"#" in name for name in found):
        return None
    return frozenset("/" + name.decode("latin-1") for name in found)


def _named(
    resources: Dictionary, kind: str, names: frozenset[str] | None
) -> Iterator[tuple[str, Any]]:
    """The resources of a kind that a stream names, by name."""
    known = resources.get(kind, Dictionary())
    for name in sorted(known.keys()):
        if names is None or name in names:
            yield name, known[name]
