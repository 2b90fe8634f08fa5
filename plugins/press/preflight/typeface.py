"""The fonts of a PDF as pre-flight needs them (ISO 32000-1, 9.6 to 9.10): which file is embedded,
how wide a shown string is, which codes have no glyph, what the string says."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import islice
from typing import Any

from pikepdf import Array, Dictionary, Name

from plugins.press.preflight.plain import (
    Unreadable,
    child,
    count,
    data,
    items,
    keyed,
    name,
    number,
    numbers,
)
from plugins.press.quality.pdffonts import CID, HEX, PAIR, RANGE, SUBSET

#: Bytes of a CMap or font program's head that are looked at, and codes a simple map may have.
CMAP, HEAD, CODES = 4_000_000, 64_000_000, 1 << 16
#: First bytes of a font program, by kind (ISO 32000-1, table 126; OpenType 1.9; Adobe TN 5176).
SFNT = (b"\0\1\0\0", b"true", b"ttcf")
MAGIC = {
    "FontFile": (b"%!", b"\x80\x01"),
    "FontFile2": SFNT,
    "Type1C": (b"\1\0",),
    "CIDFontType0C": (b"\1\0",),
    "OpenType": (*SFNT, b"OTTO"),
}
STANDARD_WIDTH = 500.0


class Face:
    """One font as a content stream uses it."""

    def __init__(self, font: Any) -> None:
        outer, owner = keyed(font), _descendant(font)
        self.composite = name(outer.get("/Subtype")) == "Type0"
        self.kind = name(owner.get("/Subtype"))
        whole = name(owner.get("/BaseFont")) or name(outer.get("/BaseFont")) or self.kind
        self.name, self.subset = SUBSET.sub("", whole), bool(SUBSET.match(whole))
        self.program, self.sound = _program(child(owner, "/FontDescriptor"))
        self.embedded = bool(self.program) or self.kind == "Type3"
        self.has_unicode = "/ToUnicode" in outer
        # Read while the file is open; understood only when a fault quotes the text.
        self._unicode = _program_text(outer.get("/ToUnicode"))
        self._unit = 0.001
        if self.kind == "Type3":
            self._unit = abs((*numbers(outer.get("/FontMatrix")), 0.001)[0])
        widths = _cid_widths(owner) if self.composite else _simple_widths(outer)
        self._widths = dict(islice(widths, CODES * 4))
        self._default = number(owner.get("/DW"), 1000.0) if self.composite else _missing(owner)
        self._empty = _composite_gaps(outer) if self.composite else _simple_gaps(outer)
        self._texts: dict[int, str] | None = None
        self._measured: dict[bytes, tuple[int, float, bool]] = {}

    def codes(self, shown: bytes) -> Iterable[int]:
        """The character codes of a shown string: two bytes each in a composite font."""
        if not self.composite:
            return shown
        return [high << 8 | low for high, low in zip(shown[::2], shown[1::2], strict=False)]

    def measure(self, shown: bytes) -> tuple[int, float, bool]:
        """How many codes, their advances in em together, and whether one has no glyph."""
        found = self._measured.get(shown)
        if found is None:
            codes = list(self.codes(shown))
            wide = sum(self._widths.get(code, self._default) for code in codes) * self._unit
            found = len(codes), wide, not self._empty.isdisjoint(codes)
            if len(self._measured) < CODES:
                self._measured[shown] = found
        return found

    def text(self, shown: bytes) -> str:
        """What the string says: by ToUnicode, else the codes of simple fonts as Windows Latin."""
        if self._texts is None:
            self._texts = dict(islice(_unicode(self._unicode), CODES * 4))
        own = self._texts
        return "".join(own.get(code) or self._plain(code) for code in self.codes(shown))

    def _plain(self, code: int) -> str:
        return "□" if self.composite else bytes([code]).decode("cp1252", "replace")


def _descendant(font: Any) -> Any:
    below = items(child(font, "/DescendantFonts"))
    return keyed(below[0]) if below else keyed(font)


def _program(descriptor: Any) -> tuple[str, bool]:
    """Kind of the embedded font file ("" for none), and whether it begins as that kind must."""
    for key in ("FontFile", "FontFile2", "FontFile3"):
        stream = child(descriptor, "/" + key)
        if stream is None:
            continue
        kind = name(child(stream, "/Subtype")) if key == "FontFile3" else key
        try:
            head = data(stream, HEAD)[:4]
        except Unreadable:
            return kind or key, False
        return kind or key, head.startswith(MAGIC.get(kind, ()))
    return "", True


def _missing(font: Any) -> float:
    return number(child(font, "/FontDescriptor", "/MissingWidth"), STANDARD_WIDTH)


def _simple_widths(font: Any) -> Iterator[tuple[int, float]]:
    first = count(font.get("/FirstChar"))
    for code, width in enumerate(items(font.get("/Widths"))[:256], first):
        yield code, number(width)


def _cid_widths(font: Any) -> Iterator[tuple[int, float]]:
    """Advance per CID in thousandths of an em (ISO 32000-1, 9.7.4.3)."""
    waiting: list[float] = []
    for item in items(font.get("/W"))[: CODES * 3]:
        if isinstance(item, Array):
            first = int(waiting.pop()) if waiting else 0
            waiting.clear()
            yield from ((cid, number(wide)) for cid, wide in enumerate(items(item)[:CODES], first))
        elif len(waiting) == 2:
            last, first = min(int(waiting.pop()), CODES), max(int(waiting.pop()), 0)
            yield from ((cid, number(item)) for cid in range(first, last + 1))
        else:
            waiting.append(number(item))


def _simple_gaps(font: Any) -> frozenset[int]:
    """Codes of a simple font that its encoding gives to .notdef."""
    gaps, code = set(), 0
    for item in items(child(font, "/Encoding", "/Differences"))[: CODES * 2]:
        if isinstance(item, Name):
            if name(item) == ".notdef":
                gaps.add(code)
            code += 1
        else:
            code = count(item)
    return frozenset(gaps)


def _composite_gaps(font: Any) -> frozenset[int]:
    """Codes of a composite font that lead to glyph 0."""
    encoding = font.get("/Encoding")
    if name(encoding) in ("Identity-H", "Identity-V"):
        return frozenset((0,))
    return frozenset(
        int(code, 16)
        for kind, body in _sections(_program_text(encoding))
        if kind == b"cidchar"
        for code, cid in CID.findall(body)
        if int(cid[:9]) == 0 and len(code) <= 4
    )


def _program_text(stream: Any) -> bytes:
    """The program of a CMap; b"" when there is none or it is unreadable."""
    if stream is None or isinstance(stream, Dictionary | Name):
        return b""
    try:
        return data(stream, CMAP)
    except Unreadable:
        return b""


def _sections(program: bytes) -> Iterator[tuple[bytes, bytes]]:
    """The blocks of a CMap: begin<kind> … end<kind> (Adobe TN 5014)."""
    for block in program.split(b"begin")[1:]:
        for kind in (b"bfchar", b"bfrange", b"cidchar"):
            if block.startswith(kind):
                yield kind, block.removeprefix(kind).partition(b"end")[0]


def _unicode(program: bytes) -> Iterator[tuple[int, str]]:
    """Code → text (ISO 32000-1, 9.10.3), for at most `CODES` codes of each range."""
    for kind, body in _sections(program):
        if kind == b"bfchar":
            yield from ((int(code[:8], 16), _utf16(text)) for code, text in PAIR.findall(body))
        elif kind == b"bfrange":
            for low, high, text, several in RANGE.findall(body):
                first = int(low[:8], 16)
                codes = range(first, min(int(high[:8], 16), first + CODES) + 1)
                yield from _range(codes, text, several)


def _range(codes: range, text: bytes, several: bytes) -> Iterator[tuple[int, str]]:
    if several:
        yield from zip(codes, map(_utf16, HEX.findall(several)), strict=False)
        return
    start = _utf16(text)
    for step, code in enumerate(codes):
        if start and ord(start[-1]) + step < 0x110000:
            yield code, start[:-1] + chr(ord(start[-1]) + step)


def _utf16(digits: bytes) -> str:
    whole = bytes(digits).translate(None, b" \t\r\n\f\v\0")
    return bytes.fromhex((whole + b"0" * (len(whole) % 2)).decode("ascii")).decode(
        "utf-16-be", "replace"
    )
