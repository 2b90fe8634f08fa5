"""The fonts of a PDF: what their character codes mean, and what kind of files they are.

ISO 32000-1, 9.6 to 9.10. Composite fonts are read with two-byte codes (Identity-H or an embedded
CMap), simple and Type 3 fonts with one byte: what WeasyPrint, Typst and Chromium write.
"""

from __future__ import annotations

import re
import struct
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any, NamedTuple

from pikepdf import Array, Dictionary, Name, Pdf, Stream

SUBSET = re.compile(r"^[A-Z]{6}\+")
SECTION = re.compile(rb"begin(bfchar|bfrange|cidchar)\b(.*?)\bend\1", re.S)
PAIR = re.compile(rb"<([0-9A-Fa-f]+)>\s*<([0-9A-Fa-f\s]*)>")
RANGE = re.compile(rb"<([0-9A-Fa-f]+)>\s*<([0-9A-Fa-f]+)>\s*(?:<([0-9A-Fa-f\s]*)>|\[(.*?)\])", re.S)
CID = re.compile(rb"<([0-9A-Fa-f]+)>\s*(\d+)")
HEX = re.compile(rb"<([0-9A-Fa-f\s]*)>")
#: Shown for a code that the font gives no character for.
UNKNOWN = "\ufffd"
FONT_FILES = ("/FontFile", "/FontFile2", "/FontFile3")


@dataclass(frozen=True, slots=True)
class FontFact:
    """One font object of the file: PostScript name, kind as in the PDF, whether its program is in it."""

    name: str
    kind: str
    embedded: bool


class Glyph(NamedTuple):
    """What one character code shows: its text, its advance in em, whether it is the .notdef glyph."""

    text: str
    width: float
    missing: bool


class _Glyphs(dict[int, Glyph]):
    """The glyphs of a face by their codes, made when they are asked for."""

    def __init__(self, face: Face) -> None:
        self._face = face

    def __missing__(self, code: int) -> Glyph:
        made = self[code] = self._face.glyph(code)
        return made


class Face:
    """One font as a content stream uses it. ``glyphs``: what a code shows."""

    def __init__(self, font: Dictionary) -> None:
        kind = str(font.get("/Subtype", ""))
        self.name = name(font)
        self.composite = kind == "/Type0"
        self._unit = float(font.FontMatrix[0]) if kind == "/Type3" else 0.001
        self._texts = _texts(font)
        self._widths = dict(_cid_widths(font) if self.composite else _simple_widths(font))
        self._default = _default_width(font) if self.composite else 0.0
        self._missing = _codes_without_glyph(font) if self.composite else frozenset()
        self.glyphs: dict[int, Glyph] = _Glyphs(self)
        self._said: dict[int, str] = {}

    def codes(self, data: bytes) -> Iterable[int]:
        """The character codes of a shown string."""
        if not self.composite:
            return data
        pairs = len(data) // 2
        return struct.unpack_from(f">{pairs}H", data)

    def glyph(self, code: int) -> Glyph:
        """What ``code`` shows, looked up in the font."""
        text = self._texts.get(code) or self._plain(code)
        width = self._widths.get(code, self._default) * self._unit
        return Glyph(text, width, code in self._missing or text == UNKNOWN)

    def said(self, codes: Iterable[int]) -> str:
        """What the font says of these codes, as one word: another glyph, another word."""
        return "\1".join([self._said.get(code) or self._say(code) for code in codes])

    def _say(self, code: int) -> str:
        text, width, missing = self.glyphs[code]
        self._said[code] = said = f"{text}\0{width!r}\0{missing:d}"
        return said

    def _plain(self, code: int) -> str:
        """A code of a simple font without ToUnicode, taken as Windows Latin."""
        return UNKNOWN if self.composite else bytes([code]).decode("cp1252", "replace")


def facts(pdf: Pdf) -> tuple[FontFact, ...]:
    """Every font object of the file, in the order of its objects; descendant fonts are not listed."""
    return tuple(_fact(each) for each in pdf.objects if _is_font(each))


def name(font: Dictionary) -> str:
    """PostScript name without the subset prefix; «Type3» for a nameless Type 3 font."""
    owner = _descendant(font) if "/DescendantFonts" in font else font
    own = owner.get("/BaseFont") or _descriptor(font).get("/FontName") or Name("/Type3")
    return SUBSET.sub("", str(own).lstrip("/"))


def _is_font(thing: Any) -> bool:
    if not isinstance(thing, Dictionary) or thing.get("/Type") != Name.Font:
        return False
    return not str(thing.get("/Subtype", "")).startswith("/CIDFont")


def _fact(font: Dictionary) -> FontFact:
    kind = str(font.get("/Subtype", "")).lstrip("/")
    if kind == "Type0":
        kind = str(_descendant(font).get("/Subtype", "")).lstrip("/")
    return FontFact(name(font), kind, kind == "Type3" or _has_program(_descriptor(font)))


def _has_program(descriptor: Dictionary) -> bool:
    return any(key in descriptor for key in FONT_FILES)


def _descriptor(font: Dictionary) -> Dictionary:
    owner = _descendant(font) if "/DescendantFonts" in font else font
    return owner.get("/FontDescriptor", Dictionary())


def _descendant(font: Dictionary) -> Dictionary:
    return font.DescendantFonts[0]


def _cid_widths(font: Dictionary) -> Iterator[tuple[int, float]]:
    """Advance per CID in thousandths of an em (ISO 32000-1, 9.7.4.3)."""
    waiting: list[int] = []
    for item in _descendant(font).get("/W", Array()):
        if isinstance(item, Array):
            yield from zip(range(waiting.pop(), 1 << 16), map(float, item), strict=False)
        elif len(waiting) == 2:
            last, first = waiting.pop(), waiting.pop()
            yield from ((cid, float(item)) for cid in range(first, last + 1))
        else:
            waiting.append(int(item))


def _default_width(font: Dictionary) -> float:
    return float(_descendant(font).get("/DW", 1000))


def _simple_widths(font: Dictionary) -> Iterator[tuple[int, float]]:
    first = int(font.get("/FirstChar", 0))
    return zip(range(first, 256), map(float, font.get("/Widths", Array())), strict=False)


def _codes_without_glyph(font: Dictionary) -> frozenset[int]:
    """Codes that lead to glyph 0: WeasyPrint gives missing characters codes of their own."""
    encoding = font.get("/Encoding")
    codes = {0}
    if isinstance(encoding, Stream):
        for kind, body in SECTION.findall(encoding.read_bytes()):
            if kind == b"cidchar":
                codes |= {int(code, 16) for code, cid in CID.findall(body) if int(cid) == 0}
    return frozenset(codes)


def _texts(font: Dictionary) -> dict[int, str]:
    """Code → text, as the font's ToUnicode map says (ISO 32000-1, 9.10.3)."""
    stream = font.get("/ToUnicode")
    texts: dict[int, str] = {}
    if not isinstance(stream, Stream):
        return texts
    for kind, body in SECTION.findall(stream.read_bytes()):
        if kind == b"bfchar":
            texts.update((int(code, 16), _utf16(text)) for code, text in PAIR.findall(body))
        elif kind == b"bfrange":
            texts.update(_ranges(body))
    return texts


def _ranges(body: bytes) -> Iterator[tuple[int, str]]:
    for low, high, text, several in RANGE.findall(body):
        codes = range(int(low, 16), int(high, 16) + 1)
        if several:
            yield from zip(codes, map(_utf16, HEX.findall(several)), strict=False)
            continue
        start = _utf16(text)
        for step, code in enumerate(codes):
            yield code, start[:-1] + chr(ord(start[-1]) + step) if start else ""


def _utf16(digits: bytes) -> str:
    return bytes.fromhex(digits.decode("ascii")).decode("utf-16-be", "replace")
