"""The pen of text (ISO 32000-1, 9.4): where a shown string stands and how large it is."""

from __future__ import annotations

from collections.abc import Iterable
from math import hypot
from typing import Any

from pikepdf import String

from plugins.press.matrix import UNIT, Matrix, times
from plugins.press.preflight.graphics import ASCENT, DESCENT, matrix, placed
from plugins.press.preflight.plain import HUGE, number
from plugins.press.preflight.walk import Walker

SETTERS = {"Tc": "spacing", "Tw": "word_spacing", "TL": "leading", "Ts": "rise"}
#: Rendering modes that fill, and that stroke (ISO 32000-1, table 106).
FILLS, STROKES = (0, 2, 4, 6), (1, 2, 5, 6)
UNPRINTED = (3, 7)


class Pen:
    """Text and line matrix of one content stream."""

    def __init__(self, walker: Walker) -> None:
        self._walker = walker
        self._text = self._line = UNIT

    def begin(self) -> None:
        """BT."""
        self._text = self._line = UNIT

    def obey_numbers(self, op: str, values: list[float]) -> None:
        """A text operator that takes only numbers."""
        state = self._walker.state
        if op in SETTERS:
            setattr(state, SETTERS[op], values[0])
        elif op == "Tz":
            state.scale = values[0] / 100
        elif op == "Tr":
            state.mode = int(values[0])
        elif op == "Tm":
            self._text = self._line = matrix(values)
        else:
            if op == "TD":
                state.leading = -values[1]
            self._move(*values)

    def next_line(self) -> None:
        """T*."""
        self._move(0.0, -self._walker.state.leading)

    def _move(self, x: float, y: float) -> None:
        self._text = self._line = times((1.0, 0.0, 0.0, 1.0, x, y), self._line)

    def show(self, pieces: Iterable[Any]) -> None:
        """Show strings with the gaps between them, and move behind them (ISO 32000-1, 9.4.4)."""
        state = self._walker.state
        face = state.face
        if face is None:
            self._walker.garbled("没有选字体就排字")
            return
        shown, wide, lacking = [], 0.0, False
        for piece in pieces:
            if not isinstance(piece, String):
                wide -= number(piece) / 1000 * state.size
                continue
            string = bytes(piece)
            glyphs, advance, gaps = face.measure(string)
            shown.append(string)
            lacking = lacking or gaps
            wide += advance * state.size + glyphs * state.spacing
            if not face.composite and state.word_spacing:
                wide += string.count(b" ") * state.word_spacing
        wide = min(max(wide * state.scale, -HUGE), HUGE)
        if any(shown):
            self._mark(b"".join(shown), wide, lacking)
        a, b, c, d, e, f = self._text
        self._text = a, b, c, d, e + wide * a, f + wide * b

    def _mark(self, shown: bytes, wide: float, lacking: bool) -> None:
        walker, state = self._walker, self._walker.state
        by: Matrix = times(self._text, state.ctm)
        low, high = (state.rise + reach * state.size for reach in (DESCENT, ASCENT))
        area = placed((min(0.0, wide), min(low, high), max(0.0, wide), max(low, high)), by)
        more: dict[str, Any] = {
            "size": abs(state.size) * hypot(by[2], by[3]),
            "mode": state.mode,
            "face": state.face,
            "shown": shown,
            "lacking": lacking,
        }
        if state.mode in FILLS or state.mode in UNPRINTED:
            walker.paint("text", area, **more)
        if state.mode in STROKES:
            walker.paint("text", area, True, **more)
