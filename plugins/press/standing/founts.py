"""Founts: faces as pages use them, and their glyphs cut out of the installed fonts once for all pages.

WeasyPrint keeps the numbers of glyphs, so that the glyphs of many pieces stand in one subset. It reads a font of
16 to 26 MB for every PDF; here every face is read once in a process, and its subset is kept.
"""

from __future__ import annotations

from collections.abc import Mapping
from copy import copy
from html import escape
from typing import Any, Protocol

from weasyprint.pdf.fonts import Font
from weasyprint.text.ffi import FROM_UNITS, ffi, pango
from weasyprint.text.fonts import get_pango_font_key

from plugins.keeping.store import Store, key
from plugins.press import hooks
from plugins.press.standing.forme import FaceUse

#: What of a font is bound to this process, or counted anew for every page.
PASSING = frozenset({"hb_font", "hb_face", "file_content", "widths", "to_unicode", "missing"})
ITALIC = {0: "normal", 1: "oblique", 2: "italic"}


class Read(Protocol):
    """Sets a few characters so that this process reads a face: HTML in."""

    def __call__(self, html: str) -> None:
        """Set the characters of ``html``."""


class TypeCase:
    """The faces that this process has read."""

    def __init__(self) -> None:
        self._read: dict[int, Font] = {}
        self._whole: dict[str, Font] = {}

    def take(self, pango_font: Any, fonts: dict[int, Font]) -> tuple[Font, float]:
        """The font of a page for what Pango has set, and its size; ``fonts``: those of the page so far."""
        number, description, size = get_pango_font_key(pango_font)
        if number not in fonts:
            if number not in self._read:
                known = self._read[number] = Font(pango_font, description, size)
                self._whole[known.hash] = known
            fonts[number] = _blank(self._read[number], pango_font, size)
        return fonts[number], size

    def whole(self, face: str) -> Font | None:
        """The font of this name (WeasyPrint's six letters) with all its glyphs; None when it was not read."""
        return self._whole.get(face)


def _blank(known: Font, pango_font: Any, size: float) -> Font:
    """A font without glyphs yet, measured as WeasyPrint measures it at its first use."""
    made = copy(known)
    made.to_unicode, made.widths, made.missing = {}, {}, {}
    made.font_size = size
    metrics = ffi.gc(
        pango.pango_font_get_metrics(pango_font, ffi.NULL), pango.pango_font_metrics_unref
    )
    unit = FROM_UNITS / size * 1000
    made.ascent = round(pango.pango_font_metrics_get_ascent(metrics) * unit)
    made.descent = -round(pango.pango_font_metrics_get_descent(metrics) * unit)
    return made


def use_of(font: Font) -> FaceUse:
    """What a page used of a font."""
    facts = {name: value for name, value in vars(font).items() if name not in PASSING}
    return FaceUse(facts, font.widths, font.to_unicode)


class Founts:
    """Cuts the glyphs of faces, and keeps what was cut."""

    def __init__(self, store: Store, state: str, case: TypeCase, read: Read) -> None:
        """``state``: a digest of the installed fonts and of the cutter."""
        self._store, self._state, self._case, self._read = store, state, case, read

    def add(self, fonts: dict[Any, Font], use: FaceUse) -> None:
        """Add what a page uses of a face to the fonts of a PDF; the first use of a glyph counts."""
        face = use.facts["hash"]
        if face not in fonts:
            fonts[face] = Fount(self, use.facts)
        font = fonts[face]
        for glyph, width in use.widths.items():
            font.widths.setdefault(glyph, width)
        for glyph, text in use.to_unicode.items():
            font.to_unicode.setdefault(glyph, text)

    def cut(self, font: Font, glyphs: Mapping[int, str], hinting: bool) -> bytes:
        """The font program with these glyphs only, their numbers unchanged."""
        numbers = b"".join(glyph.to_bytes(4, "big") for glyph in sorted(glyphs))
        name = key("fount", self._state, font.hash, str(hinting), numbers)
        kept = self._store.get(name)
        if kept is None:
            whole = self._case.whole(font.hash) or self._found(font)
            kept = hooks.subset(whole.file_content, whole.index, glyphs, hinting, False)
            self._store.put(name, kept)
        return kept

    def _found(self, font: Font) -> Font:
        """A face that this process has not read: one of its own characters is set in it."""
        style = f"{ITALIC[font.style]} {font.weight}"
        text = next(text for text in font.to_unicode.values() if text.strip())
        self._read(f'<p style="font: {style} 16px {escape(font.family)}">{escape(text)}</p>')
        whole = self._case.whole(font.hash)
        if whole is None:
            raise RuntimeError(f"{font.name!r}: the face is not found by its own name")
        return whole


class Fount(Font):  # type: ignore[misc]  # WeasyPrint has no types
    """A font as WeasyPrint writes it, whose glyphs come from `Founts`."""

    def __init__(self, founts: Founts, facts: Mapping[str, Any]) -> None:
        self.__dict__.update(facts)
        self._founts = founts
        self.widths: dict[int, float] = {}
        self.to_unicode: dict[int, str] = {}
        self.missing: dict[int, int] = {}

    def subset(self, to_unicode: Mapping[int, str], hinting: bool) -> None:
        """Called by WeasyPrint when all glyphs are known."""
        self.file_content = self._founts.cut(self, to_unicode, hinting)
        self.index = 0
