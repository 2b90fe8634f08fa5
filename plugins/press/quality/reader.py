"""A finished PDF → its pages of characters, in the order of the content streams, and its fonts.

Reads what any engine wrote, by the rules of ISO 32000-1, 8.3 to 9.4; only pikepdf is needed.
Positions are pen positions, not ink: what a line of type is measured by. Text in rendering modes 3
and 7 is not printed and left out. Text under /ActualText reads as that says.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, NamedTuple

import pikepdf
from pikepdf import Array, Dictionary, Name, Pdf, String

from plugins.press.matrix import UNIT, Matrix, matrix, times
from plugins.press.quality.pagememory import PageMemory
from plugins.press.quality.pdffonts import Face, FontFact, facts

#: Neither filled nor stroked (ISO 32000-1, table 106).
UNPRINTED = (3, 7)
LEVEL = 0.01
#: The code behind which words stand apart, in fonts of one byte a code (ISO 32000-1, 9.3.3).
SPACE = 32


class Char(NamedTuple):
    """One glyph. All lengths in pt from the left and the top of the trimmed page.

    ``x0`` is the pen before the glyph, ``x1`` the pen after the glyph's own advance (without any
    adjustment that follows). ``font`` is the PostScript name without subset prefix. A ligature is
    one Char with several letters in ``text``. ``missing`` marks the .notdef glyph.
    """

    text: str
    x0: float
    x1: float
    baseline: float
    size: float
    font: str
    upright: bool = True
    missing: bool = False


@dataclass(frozen=True, slots=True)
class Page:
    """One page: its number in the file from 1, its trimmed size in pt, its characters."""

    number: int
    width: float
    height: float
    chars: tuple[Char, ...]


@dataclass(frozen=True, slots=True)
class Printed:
    """A PDF as it was read."""

    pages: tuple[Page, ...]
    fonts: tuple[FontFact, ...]


#: The characters of a page, one tuple a field: how they are kept.
Columns = tuple[tuple[Any, ...], ...]


def read(file: Path, cache: Path | None = None) -> Printed:
    """Pages and fonts of the PDF ``file``. Raises ``pikepdf.PdfError`` when it is no PDF.

    ``cache``: a folder for what may be kept between runs; pages read before are not read again.
    """
    memory = PageMemory("chars", cache)
    with Pdf.open(file) as pdf:
        pages = tuple(_page(page, number, memory) for number, page in enumerate(pdf.pages, 1))
        return Printed(pages, facts(pdf))


def _page(page: pikepdf.Page, number: int, memory: PageMemory) -> Page:
    left, bottom, right, top = (float(edge) for edge in page.trimbox)

    def columns() -> tuple[Columns, dict[Face, set[int]]]:
        painter = _Painter(memory.face, (1.0, 0.0, 0.0, -1.0, -left, top))
        painter.paint(page, page.get("/Resources", Dictionary()))
        return tuple(zip(*painter.chars, strict=True)), painter.shown

    made: Columns = memory.of(page, repr((left, top)), columns)
    return Page(number, right - left, top - bottom, tuple(map(Char, *made)) if made else ())


@dataclass(slots=True)
class _State:
    """The part of the graphics state that places text (ISO 32000-1, table 104)."""

    ctm: Matrix
    face: Face | None = None
    size: float = 0.0
    spacing: float = 0.0
    word_spacing: float = 0.0
    scale: float = 1.0
    leading: float = 0.0
    rise: float = 0.0
    mode: int = 0


class _Painter:
    """Runs a content stream and collects what it shows."""

    def __init__(self, face_of: Callable[[Dictionary], Face], start: Matrix) -> None:
        self.chars: list[Char] = []
        #: The codes that were shown with each font.
        self.shown: dict[Face, set[int]] = {}
        self._face_of = face_of
        self._state = _State(start)
        self._saved: list[_State] = []
        self._text = self._line = UNIT
        self._resources: Dictionary = Dictionary()
        self._marked: list[tuple[int, str] | None] = []

    def paint(self, content: Any, resources: Dictionary) -> None:
        """Run the stream ``content`` (a page or a form) with its resources."""
        outer, self._resources = self._resources, resources
        for operands, operator in pikepdf.parse_content_stream(content, OPERATORS):
            ACTIONS[str(operator)](self, operands)
        self._resources = outer

    def save(self, _: Any = None) -> None:
        self._saved.append(replace(self._state))

    def restore(self, _: Any = None) -> None:
        if self._saved:
            self._state = self._saved.pop()

    def transform(self, operands: Sequence[Any]) -> None:
        self._state.ctm = times(matrix(operands), self._state.ctm)

    def begin_text(self, _: Any) -> None:
        self._text = self._line = UNIT

    def choose_font(self, operands: Sequence[Any]) -> None:
        face = self._face_of(self._resources.Font[str(operands[0])])
        self._state.face = face
        self.shown.setdefault(face, set())
        self._state.size = float(operands[1])

    def place(self, operands: Sequence[Any]) -> None:
        self._text = self._line = matrix(operands)

    def move(self, operands: Sequence[Any]) -> None:
        x, y = float(operands[0]), float(operands[1])
        self._text = self._line = times((1.0, 0.0, 0.0, 1.0, x, y), self._line)

    def move_with_leading(self, operands: Sequence[Any]) -> None:
        self._state.leading = -float(operands[1])
        self.move(operands)

    def next_line(self, _: Any = None) -> None:
        self.move((0.0, -self._state.leading))

    def show(self, operands: Sequence[Any]) -> None:
        self._show(bytes(operands[0]))

    def show_on_next_line(self, operands: Sequence[Any]) -> None:
        self.next_line()
        self.show(operands[-1:])

    def show_spaced(self, operands: Sequence[Any]) -> None:
        self._state.word_spacing, self._state.spacing = float(operands[0]), float(operands[1])
        self.show_on_next_line(operands)

    def show_adjusted(self, operands: Sequence[Any]) -> None:
        for item in operands[0]:
            if isinstance(item, String):
                self._show(bytes(item))
            else:
                self._advance(-float(item) / 1000 * self._state.size * self._state.scale)

    def _advance(self, by: float) -> None:
        a, b, c, d, e, f = self._text
        self._text = a, b, c, d, e + by * a, f + by * b

    def _show(self, data: bytes) -> None:
        """Collect the glyphs of a string and move the pen behind them (ISO 32000-1, 9.4.4)."""
        state, face = self._state, self._state.face
        if face is None:
            return
        a, b, c, d, e, f = times(self._text, state.ctm)
        e, f = e + c * state.rise, f + d * state.rise
        em = state.size * (c * c + d * d) ** 0.5
        upright = abs(b) <= LEVEL * abs(a) and a > 0
        stretch, spacing = state.size * state.scale, state.spacing * state.scale
        word_spacing = 0.0 if face.composite else state.word_spacing * state.scale
        codes, glyphs, font = face.codes(data), face.glyphs, face.name
        self.shown[face].update(codes)
        shown = []
        pen = 0.0
        for code in codes:
            letters, width, missing = glyphs[code]
            width *= stretch
            x = e + a * pen
            shown.append(Char(letters, x, x + a * width, f + b * pen, em, font, upright, missing))
            pen += width + spacing
            if code == SPACE:
                pen += word_spacing
        if state.mode not in UNPRINTED:
            self.chars += shown
        self._advance(pen)

    def paint_form(self, operands: Sequence[Any]) -> None:
        form = self._resources.get("/XObject", Dictionary())[str(operands[0])]
        if form.get("/Subtype") != Name.Form:
            return
        self.save()
        placed = self._text, self._line
        self.transform(form.get("/Matrix", Array(UNIT)))
        self.paint(form, form.get("/Resources", self._resources))
        self._text, self._line = placed
        self.restore()

    def begin_marked(self, operands: Sequence[Any]) -> None:
        text = self._actual_text(operands[1]) if len(operands) == 2 else None
        self._marked.append(None if text is None else (len(self.chars), text))

    def _actual_text(self, properties: Any) -> str | None:
        if isinstance(properties, Name):
            properties = self._resources.get("/Properties", Dictionary())[str(properties)]
        return str(properties.ActualText) if "/ActualText" in properties else None

    def end_marked(self, _: Any) -> None:
        mark = self._marked.pop() if self._marked else None
        if mark:
            start, text = mark
            self.chars[start:] = _reading(text, self.chars[start:])


def _reading(text: str, glyphs: list[Char]) -> list[Char]:
    """The glyphs with the text that they stand for: one each where it fits, else all as one."""
    if not glyphs or not text:
        return []
    if len(text) == len(glyphs):
        return [each._replace(text=letter) for each, letter in zip(glyphs, text, strict=True)]
    return [glyphs[0]._replace(text=text, x1=glyphs[-1].x1)]


def _setter(name: str, factor: float = 1.0) -> Callable[[_Painter, Sequence[Any]], None]:
    def action(painter: _Painter, operands: Sequence[Any]) -> None:
        setattr(painter._state, name, float(operands[0]) * factor)

    return action


ACTIONS: dict[str, Callable[[_Painter, Any], None]] = {
    "q": _Painter.save,
    "Q": _Painter.restore,
    "cm": _Painter.transform,
    "BT": _Painter.begin_text,
    "Tf": _Painter.choose_font,
    "Tm": _Painter.place,
    "Td": _Painter.move,
    "TD": _Painter.move_with_leading,
    "T*": _Painter.next_line,
    "Tj": _Painter.show,
    "TJ": _Painter.show_adjusted,
    "'": _Painter.show_on_next_line,
    '"': _Painter.show_spaced,
    "Tc": _setter("spacing"),
    "Tw": _setter("word_spacing"),
    "Tz": _setter("scale", 0.01),
    "TL": _setter("leading"),
    "Ts": _setter("rise"),
    "Tr": _setter("mode"),
    "Do": _Painter.paint_form,
    "BDC": _Painter.begin_marked,
    "BMC": _Painter.begin_marked,
    "EMC": _Painter.end_marked,
}
OPERATORS = " ".join(ACTIONS)


def text(chars: Iterable[Char]) -> str:
    """The characters as one string, in the order they are painted."""
    return "".join(char.text for char in chars)
