"""The operators of content streams (ISO 32000-1, annex A): what each does to a `Walker`."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from copy import copy
from typing import Any

from pikepdf import Stream, unparse_content_stream

from plugins.press.preflight import extgstate
from plugins.press.preflight.colour import DEVICE, Ink, Space, first_ink
from plugins.press.preflight.graphics import around, matrix, placed
from plugins.press.preflight.pagefacts import meet
from plugins.press.preflight.path import PATHS, Path
from plugins.press.preflight.pen import Pen
from plugins.press.preflight.plain import (
    HUGE,
    child,
    items,
    name,
    number,
)
from plugins.press.preflight.walk import Walker

#: Operators that do nothing that a rule asks for: line style, marked content, flatness, glyph metrics.
SILENT = {"J", "j", "M", "d", "i", "MP", "DP", "BMC", "BDC", "EMC", "d0", "d1"}
#: How many numbers an operator takes.
COUNTS = {
    **{"re": 4, "cm": 6, "w": 1},
    **{"g": 1, "G": 1, "rg": 3, "RG": 3, "k": 4, "K": 4},
    **{"Tc": 1, "Tw": 1, "Tz": 1, "TL": 1, "Ts": 1, "Tr": 1, "Td": 2, "TD": 2, "Tm": 6},
}
#: Painting operators: filled, stroked.
PAINTS = {
    **{"f": (True, False), "F": (True, False), "f*": (True, False), "S": (False, True)},
    **{"s": (False, True), "B": (True, True), "B*": (True, True), "b": (True, True)},
    **{"b*": (True, True), "n": (False, False)},
}
DEVICES = {"g": "DeviceGray", "rg": "DeviceRGB", "k": "DeviceCMYK"}


def obey(walker: Walker, instructions: Sequence[Any]) -> None:
    """Run parsed instructions. Raises `walk.TooLong`."""
    hand = _Hand(walker)
    spelt = [_spelt(instruction) for instruction in instructions]
    place = 0
    while place < len(spelt):
        op, start = spelt[place], place
        place += 1
        if op in PATHS:
            # Nine operators of ten on a page with drawings: taken together, as text.
            while place < len(spelt) and spelt[place] in PATHS:
                place += 1
            hand.draw(unparse_content_stream(instructions[start:place]))
        else:
            _obey_one(walker, hand, op, instructions[start].operands)


def _spelt(instruction: Any) -> str:
    """The operator; "?" when it is not even letters."""
    try:
        return str(instruction.operator)
    except UnicodeDecodeError:
        return "?"


def _obey_one(walker: Walker, hand: _Hand, op: str, operands: Sequence[Any]) -> None:
    needed = COUNTS.get(op)
    if needed is None:
        hand.obey(op, operands)
        return
    try:
        values = [float(value) for value in operands]
    except (TypeError, ValueError):
        values = []
    if len(values) < needed or max(values) > HUGE or min(values) < -HUGE:
        walker.garbled(f"{op} 的数不对")
    else:
        hand.obey_numbers(op, values[-needed:])


class _Hand:
    """The path and the pen in hand while one content stream runs."""

    def __init__(self, walker: Walker) -> None:
        self._walker = walker
        self._pen = Pen(walker)
        self._clipping = False
        self._lenient = 0
        self._path = Path()

    def draw(self, content: bytes) -> None:
        """Go on with the path by a run of its operators."""
        if not self._path.draw(content):
            self._walker.garbled("路径的数不对")

    def obey_numbers(self, op: str, values: list[float]) -> None:
        """An operator that takes only numbers."""
        state = self._walker.state
        if op == "re":
            self._path.rectangle(*values)
        elif op == "cm":
            self._walker.transform(matrix(values))
        elif op == "w":
            state.width = values[0]
        elif op.lower() in DEVICES:
            self._colour(Ink(DEVICE[DEVICES[op.lower()]], tuple(values)), op.isupper(), op)
        else:
            self._pen.obey_numbers(op, values)

    def obey(self, op: str, operands: Sequence[Any]) -> None:
        """Any other operator."""
        action = ACTIONS.get(op)
        if action is not None:
            action(self, operands)
        elif op in PAINTS:
            self._paint(*PAINTS[op])
        elif op in ("BX", "EX"):
            self._lenient += 1 if op == "BX" else -1
        elif op not in SILENT and self._lenient < 1:
            self._walker.garbled(f"不认得的运算符 {op[:12]!r}")

    def _paint(self, filled: bool, stroked: bool) -> None:
        """Fill or stroke the path and end it; a clip takes hold now (ISO 32000-1, 8.5.4)."""
        walker = self._walker
        path, clipping = self._path, self._clipping
        self._path, self._clipping = Path(), False
        if not path.points:
            return
        whole = around(path.points)
        if min(whole) < -HUGE or max(whole) > HUGE:
            walker.garbled("坐标大得没有道理")
            return
        for part in path.parts() if filled or stroked else ():
            area = placed(around(part), walker.state.ctm)
            if filled:
                walker.paint("fill", area)
            if stroked:
                walker.line(area)
        if clipping and walker.state.clip:
            walker.state.clip = meet(walker.state.clip, placed(whole, walker.state.ctm))

    def clip(self, _: Any) -> None:
        self._clipping = True

    def save(self, _: Any) -> None:
        if len(self._walker.saved) < 5000:
            self._walker.saved.append(copy(self._walker.state))

    def restore(self, _: Any) -> None:
        if self._walker.saved:
            self._walker.state = self._walker.saved.pop()
        else:
            self._walker.garbled("q 和 Q 不成对")

    def _colour(self, ink: Ink, stroking: bool, op: str, pattern: Any = None) -> None:
        state = self._walker.state
        self._walker.facts.set_colours[op, ink.space] = None
        if stroking:
            state.stroke, state.stroke_pattern = ink, pattern
        else:
            state.fill, state.fill_pattern = ink, pattern

    def _space(self, operands: Sequence[Any]) -> Space:
        named = operands[-1] if len(operands) else None
        space = self._walker.shelf.spaces.read(named, self._walker.resources)
        if not space.kind:
            self._walker.garbled(f"色空间 {name(named)} 读不懂")
        return space

    def fill_space(self, operands: Sequence[Any]) -> None:
        self._colour(first_ink(self._space(operands)), False, "cs")

    def stroke_space(self, operands: Sequence[Any]) -> None:
        self._colour(first_ink(self._space(operands)), True, "CS")

    def fill_colour(self, operands: Sequence[Any]) -> None:
        self._chosen(operands, self._walker.state.fill.space, False)

    def stroke_colour(self, operands: Sequence[Any]) -> None:
        self._chosen(operands, self._walker.state.stroke.space, True)

    def _chosen(self, operands: Sequence[Any], space: Space, stroking: bool) -> None:
        """sc, scn: values in the space that holds, and the name of a pattern."""
        values = tuple(number(each, -1) for each in operands if not name(each))
        pattern = None
        if space.kind == "Pattern":
            named = name(operands[-1]) if len(operands) else ""
            pattern = child(self._walker.resources, "/Pattern", "/" + named)
        elif len(values) != space.parts:
            self._walker.garbled("颜色的数不对")
            return
        self._colour(Ink(space, values), stroking, "SCN" if stroking else "scn", pattern)

    def shade(self, operands: Sequence[Any]) -> None:
        source = self._resource("/Shading", operands)
        if source is not None and self._walker.state.clip:
            self._walker.shade(source, self._walker.state.clip)

    def do(self, operands: Sequence[Any]) -> None:
        source = self._resource("/XObject", operands)
        kind = name(child(source, "/Subtype"))
        if kind == "Image" and isinstance(source, Stream):
            self._walker.image(source, name(operands[-1]))
        elif kind == "Form" and isinstance(source, Stream):
            self._walker.form(source)
        elif source is not None and kind != "PS":
            self._walker.garbled("既不是图片也不是表单的对象")

    def inline_image(self, operands: Sequence[Any]) -> None:
        self._walker.image(operands[0].obj, "内嵌图")

    def _resource(self, kind: str, operands: Sequence[Any]) -> Any:
        named = name(operands[-1]) if len(operands) else ""
        found = child(self._walker.resources, kind, "/" + named)
        if found is None:
            self._walker.garbled(f"资源 {kind[1:]}/{named[:40]} 找不到")
        return found

    def intent(self, operands: Sequence[Any]) -> None:
        self._walker.facts.intents[name(operands[-1]) if len(operands) else ""] = None

    def choose_font(self, operands: Sequence[Any]) -> None:
        font = self._resource("/Font", operands[:1])
        state = self._walker.state
        state.face = None if font is None else self._walker.shelf.face(font)
        state.size = number(operands[1]) if len(operands) > 1 else 0.0

    def graphics_state(self, operands: Sequence[Any]) -> None:
        extgstate.apply(self._walker, self._resource("/ExtGState", operands))

    def show(self, operands: Sequence[Any]) -> None:
        self._pen.show(operands[-1:])

    def show_adjusted(self, operands: Sequence[Any]) -> None:
        self._pen.show(items(operands[-1]) if len(operands) else ())

    def show_on_next_line(self, operands: Sequence[Any]) -> None:
        self._pen.next_line()
        self.show(operands)

    def show_spaced(self, operands: Sequence[Any]) -> None:
        state = self._walker.state
        if len(operands) == 3:
            state.word_spacing, state.spacing = number(operands[0]), number(operands[1])
        self.show_on_next_line(operands)

    def begin_text(self, _: Any) -> None:
        self._pen.begin()

    def next_line(self, _: Any) -> None:
        self._pen.next_line()

    def end_text(self, _: Any) -> None:
        """The pen may rest where it is."""


Action = Callable[[_Hand, Sequence[Any]], None]
ACTIONS: dict[str, Action] = {
    "q": _Hand.save,
    "Q": _Hand.restore,
    "W": _Hand.clip,
    "W*": _Hand.clip,
    "cs": _Hand.fill_space,
    "CS": _Hand.stroke_space,
    "sc": _Hand.fill_colour,
    "scn": _Hand.fill_colour,
    "SC": _Hand.stroke_colour,
    "SCN": _Hand.stroke_colour,
    "sh": _Hand.shade,
    "Do": _Hand.do,
    "INLINE IMAGE": _Hand.inline_image,
    "ri": _Hand.intent,
    "gs": _Hand.graphics_state,
    "BT": _Hand.begin_text,
    "ET": _Hand.end_text,
    "Tf": _Hand.choose_font,
    "T*": _Hand.next_line,
    "Tj": _Hand.show,
    "TJ": _Hand.show_adjusted,
    "'": _Hand.show_on_next_line,
    '"': _Hand.show_spaced,
}
