"""Fonts of many small PDFs: every face is read once, and each PDF gets only its own glyphs.

WeasyPrint reads a font of 16 to 26 MB for every PDF it writes and cuts it anew: for the 60 articles of an issue
ten seconds. Here a PDF gets copies of fonts that were read before, and its glyphs are cut out of the fonts of
the whole issue, which hold some thousands of glyphs instead of 65,535.

A glyph keeps its number in the text of the page. In a CID-keyed CFF (ISO 32000-1, 9.7.4.2) the number is looked
up in the charset, so that the glyphs themselves may move together; a TrueType font keeps its empty places.
"""

from __future__ import annotations

from collections.abc import Mapping, Set
from copy import copy
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path
from typing import Any

import pikepdf
import uharfbuzz as hb
from fontTools.ttLib import TTFont
from pikepdf import Name, Pdf
from weasyprint.pdf.fonts import Font

from plugins.press import hooks


class Faces:
    """Every face of an issue, read once."""

    def __init__(self, raw: Path) -> None:
        """``raw``: the PDF of the whole issue, as WeasyPrint wrote it, with its fonts."""
        with Pdf.open(raw) as pdf:
            self._cut = dict(_embedded(pdf))
        self._read: dict[Any, Font] = {}
        self._sources: dict[str, _Source] = {}

    def of_one_pdf(self) -> dict[Any, Any]:
        """Where WeasyPrint looks for the fonts of one PDF (``Document.fonts``)."""
        return _Case(self)

    def learn(self, document: Any) -> None:
        """Make ready for the glyphs of a document that is not in the PDF of the issue."""
        document.fonts = self.of_one_pdf()
        document.write_pdf(BytesIO())
        document.fonts = {}

    def copy_of(self, key: Any) -> Font | None:
        """A face without glyphs yet; None when it was not read before."""
        known = self._read.get(key)
        return None if known is None else _blank_copy(known)

    def keep(self, key: Any, font: Font) -> Font:
        """Remember a face that WeasyPrint has read; a copy of it for the PDF at hand."""
        if font.hash not in self._sources:
            part = self._cut.get(font.name.decode())
            self._sources[font.hash] = _Source(font.file_content, font.index, part)
        kept = copy(font)
        kept.__class__ = _CutFont
        kept.source = self._sources[font.hash]
        self._read[key] = kept
        return _blank_copy(kept)


class _Case(dict[Any, Any]):
    """The fonts of one PDF by WeasyPrint's keys; what is not there yet comes from the `Faces`."""

    def __init__(self, faces: Faces) -> None:
        super().__init__()
        self._faces = faces

    def __contains__(self, key: object) -> bool:
        if not super().__contains__(key):
            font = self._faces.copy_of(key)
            if font is None:
                return False
            super().__setitem__(key, font)
        return True

    def __setitem__(self, key: Any, font: Font) -> None:
        super().__setitem__(key, self._faces.keep(key, font))


class _CutFont(Font):  # type: ignore[misc]  # WeasyPrint has no types
    """A font whose glyphs are cut out of a `_Source`."""

    source: _Source

    def subset(self, to_unicode: Mapping[int, str], hinting: bool) -> None:
        """Called by WeasyPrint when all glyphs are known."""
        if to_unicode:
            self.file_content = self.source.subset(to_unicode, bool(self.missing))
            self.index = 0


def _blank_copy(font: Font) -> Font:
    made = copy(font)
    made.to_unicode, made.widths, made.missing = {}, {}, {}
    return made


@dataclass(frozen=True, slots=True)
class _Part:
    """A font program that holds some glyphs of a font, under the numbers that they have there."""

    program: bytes
    glyphs: frozenset[int]


class _Source:
    """A font, and the part of it that an issue needs, which grows when it must."""

    def __init__(self, whole: bytes, index: int, part: _Part | None) -> None:
        """``whole``: the font program, of which face ``index`` is meant."""
        self._whole, self._index = whole, index
        self._part = part or _Part(hooks.subset(whole, index, {0: ""}, False, True), frozenset({0}))
        self._face = hb.Face(hb.Blob(self._part.program))
        self._moves = _is_cid_keyed(self._part.program)

    def _grow(self, glyphs: Set[int]) -> None:
        """Make the part hold these glyphs too."""
        every = self._part.glyphs | glyphs
        program = hooks.subset(self._whole, self._index, dict.fromkeys(every, ""), False, True)
        self._part = _Part(program, every)
        self._face = hb.Face(hb.Blob(program))

    def subset(self, glyphs: Mapping[int, str], notdef: bool) -> bytes:
        """The font with these glyphs only; with the outline of .notdef when it is shown."""
        if not self._part.glyphs.issuperset(glyphs):
            self._grow(glyphs.keys())
        request = hb.SubsetInput()
        request.glyph_set.update(glyphs)
        flags = hb.SubsetFlags
        request.flags = flags.DEFAULT if self._moves else flags.RETAIN_GIDS
        if notdef:
            request.flags |= flags.NOTDEF_OUTLINE
        return bytes(hb.subset(self._face, request).blob.data)


def _embedded(pdf: Pdf) -> Mapping[str, _Part]:
    """The fonts of a PDF that WeasyPrint wrote, by their names (``/ABCDEF+Noto-Serif-CJK-SC``)."""
    found: dict[str, _Part] = {}
    for each in pdf.objects:
        if not isinstance(each, pikepdf.Dictionary) or "/DescendantFonts" not in each:
            continue
        font = each.DescendantFonts[0]
        program = font.FontDescriptor.get("/FontFile3", font.FontDescriptor.get("/FontFile2"))
        glyphs = _numbers(font.W)
        before = found.get(str(font.BaseFont))
        if before is not None:
            glyphs |= before.glyphs
        found[str(font.BaseFont)] = _Part(program.read_bytes(), frozenset(glyphs))
    return found


def _numbers(widths: pikepdf.Array) -> frozenset[int]:
    """The glyphs whose widths are told (ISO 32000-1, 9.7.4.3), in the form ``first [width width …]``."""
    pairs = zip(widths[::2], widths[1::2], strict=True)
    return frozenset(int(first) + n for first, row in pairs for n in range(len(row)))


def _is_cid_keyed(data: bytes) -> bool:
    """Whether it is a CFF in which every glyph has its own number as its CID."""
    font = TTFont(BytesIO(data), lazy=True)
    if "CFF " not in font:
        return False
    top = font["CFF "].cff.topDictIndex[0]
    order = font.getGlyphOrder()
    return hasattr(top, "ROS") and all(
        name == f"cid{number:05d}" for number, name in enumerate(order[1:], 1)
    )


def unwrap(pdf: Pdf) -> None:
    """Take every CFF out of its OpenType file (ISO 32000-1, table 126: CIDFontType0C).

    In an OpenType file poppler takes a CID for the number of a glyph; in a bare CFF every reader looks it up.
    """
    for each in pdf.objects:
        program = each.get("/FontFile3") if isinstance(each, pikepdf.Dictionary) else None
        if program is not None and program.get("/Subtype") == Name.OpenType:
            font = TTFont(BytesIO(program.read_bytes()), lazy=True)
            each.FontFile3 = pdf.make_stream(font.reader["CFF "], Subtype=Name.CIDFontType0C)
