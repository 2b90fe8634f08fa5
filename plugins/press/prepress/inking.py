"""One content stream from RGB to inks: colours, overprint of black, no marked content.

Black (K 100) overprints, in text and lines alike: op, OP and OPM 1 are set with the colour, and
taken back with the next one, so that q and Q keep both together (ISO 32000-1, 8.6.7). Letters are
never rich black. On a soft mask colours become light (DeviceGray).
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from typing import Literal

from plugins.press.prepress.inks import BLACK, Inks, Mode, for_text
from plugins.press.prepress.operators import (
    Operands,
    Operator,
    UnreadableContent,
    operators,
    pattern,
)
from plugins.press.prepress.profiles import Ink

#: What the names of colour spaces stand for. "kept": spot colours and their like, left alone.
Space = Literal["rgb", "lab", "grey", "cmyk", "pattern", "kept"]
DEVICE_SPACES: Mapping[str, Space] = {
    "/DeviceRGB": "rgb",
    "/DeviceGray": "grey",
    "/DeviceCMYK": "cmyk",
    "/Pattern": "pattern",
}
COMPONENTS = {"rgb": 3, "lab": 3, "grey": 1, "cmyk": 4}
#: The states of overprint, by name: (fill, stroke).
OVERPRINTS = {(fill, stroke): f"/ink{fill:d}{stroke:d}" for fill in (0, 1) for stroke in (0, 1)}
#: D50 white of Lab spaces to the linear channels of sRGB (Bradford; IEC 61966-2-1).
LAB_WHITE = (0.9642, 1.0, 0.8249)
XYZ_TO_RGB = (
    (3.1338561, -1.6168667, -0.4906146),
    (-0.9787684, 1.9161415, 0.0334540),
    (0.0719453, -0.2289914, 1.4052427),
)


@dataclass(slots=True)
class _State:
    """What q saves: inks and spaces (fill, stroke), and what is overprinted (None: not known)."""

    inks: list[Ink | None] = field(default_factory=lambda: [BLACK, BLACK])
    spaces: list[Space] = field(default_factory=lambda: ["grey", "grey"])
    over: tuple[int, int] | None = None


class Inking:
    """Rewrites content streams. ``names`` are the resources that they use, by kind."""

    def __init__(self, inks: Inks, mode: Mode, spaces: Mapping[str, Space]) -> None:
        """``spaces``: the colour spaces among the stream's resources, by name with slash."""
        self._inks, self._mode = inks, mode
        self._spaces = {**spaces, **DEVICE_SPACES}
        self._state, self._saved = _State(), list[_State]()
        self._in_text = False
        self.names: dict[str, set[str]] = {}

    def rewrite(self, content: bytes) -> bytes:
        """``content`` in inks. Raises `UnreadableContent` when it cannot be understood."""
        content = b"\n" + content
        made, done = [], 0
        for operator in operators(content, WANTED):
            start, text = ACTIONS[operator.name](self, operator, Operands(content, operator))
            if start is not None:
                made += [content[done:start], text]
                done = operator.end
        return b"".join([*made, content[done:]]).lstrip()

    def _save(self, *_: object) -> Kept:
        state = self._state
        self._saved.append(replace(state, inks=[*state.inks], spaces=[*state.spaces]))
        return KEPT

    def _restore(self, *_: object) -> Kept:
        if self._saved:
            self._state = self._saved.pop()
        return KEPT

    def _begin_text(self, operator: Operator, _: Operands) -> Replaced:
        self._in_text = True
        return operator.end, self._again()

    def _end_text(self, operator: Operator, _: Operands) -> Replaced:
        self._in_text = False
        return operator.end, self._again()

    def _again(self) -> bytes:
        """Inks that are not the same in and out of text, set once more."""
        changed = (
            side
            for side, ink in enumerate(self._state.inks)
            if ink is not None and self._mode == "colour" and for_text(ink) != ink
        )
        return b"".join(b"\n" + self._set(side) for side in changed)

    def _paint(self, side: int, ink: Ink, space: Space) -> bytes:
        """The operators that set an ink; ``side`` 0 to fill, 1 to stroke."""
        self._state.inks[side], self._state.spaces[side] = ink, space
        return self._set(side)

    def _set(self, side: int) -> bytes:
        ink = self._state.inks[side] or BLACK
        if self._mode == "mask":
            return b"%s %s" % (_number(1 - ink[3]), (b"g", b"G")[side])
        shown = for_text(ink) if self._in_text else ink
        inks = b" ".join(_number(each) for each in shown)
        return self._overprint(side, shown == BLACK) + inks + (b" k", b" K")[side]

    def _overprint(self, side: int, on: bool) -> bytes:
        fill, stroke = self._state.over or (0, 0)
        wanted = (int(on), stroke) if side == 0 else (fill, int(on))
        if wanted == self._state.over or self._mode == "mask":
            return b""
        self._state.over = wanted
        name = OVERPRINTS[wanted]
        self._use("/ExtGState", name)
        return name.encode() + b" gs\n"

    def _use(self, kind: str, name: str) -> None:
        self.names.setdefault(kind, set()).add(name)

    def _choose_space(self, side: int, operands: Operands) -> Replaced:
        start, name = operands.name()
        space = self._spaces.get(name)
        if space is None:
            raise UnreadableContent(f"no colour space {name}")
        if space in COMPONENTS:
            return start, self._paint(side, BLACK, space)
        self._state.inks[side], self._state.spaces[side] = None, space
        self._use("/ColorSpace", name)
        overprint = self._overprint(side, on=False)
        return start, overprint + name.encode() + (b" cs", b" CS")[side]

    def _choose_colour(self, side: int, operands: Operands) -> Kept | Replaced:
        space = self._state.spaces[side]
        if space in COMPONENTS:
            return self._colour(side, space, operands)
        if space == "pattern":
            self._use("/Pattern", operands.name()[1])
        return KEPT

    def _colour(self, side: int, space: Space, operands: Operands) -> Replaced:
        start, numbers = operands.numbers(COMPONENTS[space])
        return start, self._paint(side, ink_of(self._inks, space, numbers, self._mode), space)

    def _keep(self, kind: str, operands: Operands) -> Kept:
        self._use(kind, operands.font() if kind == "/Font" else operands.name()[1])
        return KEPT

    def _unmark(self, operator: Operator, operands: Operands) -> Replaced:
        """Drop marked content: press pages have no tags."""
        return (operator.start if operator.name == b"EMC" else operands.mark()), b""

    def _inline_image(self, operator: Operator, _: Operands) -> Kept:
        """Raises `UnreadableContent`: WeasyPrint writes such pictures in bitmap fonts only."""
        raise UnreadableContent("an inline image")


def ink_of(inks: Inks, space: Space, numbers: list[float], mode: Mode) -> Ink:
    """The inks of a colour of a space with components. Channels outside 0…1 are cut."""
    if space == "lab":
        return inks.of_rgb(rgb_of_lab(numbers), mode)
    first, *rest = (min(1.0, max(0.0, number)) for number in numbers)
    if space == "grey":
        return inks.of_grey(first, mode)
    if space == "rgb":
        green, blue = rest
        return inks.of_rgb((first, green, blue), mode)
    magenta, yellow, black = rest
    return inks.of_cmyk((first, magenta, yellow, black), mode)


def rgb_of_lab(numbers: list[float]) -> tuple[float, float, float]:
    """CIE L*a*b* (D50) as sRGB, cut to what sRGB can show."""
    light, a, b = numbers
    y = (light + 16) / 116
    xyz = [
        white * (each**3 if each > 6 / 29 else (each - 4 / 29) * 108 / 841)
        for white, each in zip(LAB_WHITE, (y + a / 500, y, y - b / 200), strict=True)
    ]
    red, green, blue = (
        _encoded(sum(factor * each for factor, each in zip(row, xyz, strict=True)))
        for row in XYZ_TO_RGB
    )
    return red, green, blue


def _encoded(linear: float) -> float:
    linear = min(1.0, max(0.0, linear))
    return linear * 12.92 if linear <= 0.0031308 else 1.055 * linear ** (1 / 2.4) - 0.055


def _number(value: float) -> bytes:
    return f"{value:.4f}".rstrip("0").rstrip(".").encode()


Kept = tuple[None, bytes]
#: Where the replaced bytes begin (they end with the operator), and what stands there instead.
Replaced = tuple[int, bytes]
KEPT: Kept = (None, b"")
Action = Callable[[Inking, Operator, Operands], Kept | Replaced]


def _colour(side: int, space: Space) -> Action:
    return lambda inking, _, operands: inking._colour(side, space, operands)


def _colour_in_space(side: int) -> Action:
    return lambda inking, _, operands: inking._choose_colour(side, operands)


def _space(side: int) -> Action:
    return lambda inking, _, operands: inking._choose_space(side, operands)


def _used(kind: str) -> Action:
    return lambda inking, _, operands: inking._keep(kind, operands)


#: Each colour operator, to fill and to stroke, with its space.
COLOURS: tuple[tuple[str, str, Space], ...] = (
    ("rg", "RG", "rgb"),
    ("g", "G", "grey"),
    ("k", "K", "cmyk"),
)
USES = (("Do", "/XObject"), ("gs", "/ExtGState"), ("Tf", "/Font"), ("sh", "/Shading"))
ACTIONS: dict[bytes, Action] = {
    name.encode(): action
    for name, action in (
        *((names[side], _colour(side, space)) for *names, space in COLOURS for side in (0, 1)),
        *((name, _used(kind)) for name, kind in USES),
        *((name, _space(side)) for side, name in enumerate(("cs", "CS"))),
        *((name, _colour_in_space(0)) for name in ("sc", "scn")),
        *((name, _colour_in_space(1)) for name in ("SC", "SCN")),
        *((name, Inking._unmark) for name in ("BDC", "BMC", "EMC")),
        ("q", Inking._save),
        ("Q", Inking._restore),
        ("BT", Inking._begin_text),
        ("ET", Inking._end_text),
        ("BI", Inking._inline_image),
    )
}
WANTED = pattern(name.decode() for name in ACTIONS)
