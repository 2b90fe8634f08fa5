"""Gradients from RGB to inks: the colours of their functions (ISO 32000-1, 7.10 and 8.7.4.5)."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from pikepdf import Array, Dictionary, Name

from plugins.press.prepress.inking import COMPONENTS, Space, ink_of
from plugins.press.prepress.inks import Inks, Mode
from plugins.press.prepress.operators import UnreadableContent

#: Function-based, axial and radial shadings; meshes hold their colours in streams.
BY_FUNCTION = (1, 2, 3)
EXPONENTIAL, STITCHING = 2, 3
Colour = Callable[[Any], Array]


def shading(old: Any, space: Space, inks: Inks, mode: Mode) -> Any:
    """A copy of a shading dictionary in inks (of a soft mask: in light).

    Between its stops the new gradient runs straight in ink, not in light; stops are exact.
    Raises `UnreadableContent` for meshes and for functions other than types 2 and 3.
    """
    if space not in COMPONENTS or (space == "cmyk" and mode == "colour"):
        return old
    if int(old.ShadingType) not in BY_FUNCTION:
        raise UnreadableContent(f"a shading of type {old.ShadingType}")

    def colour(numbers: Any) -> Array:
        c, m, y, k = ink_of(inks, space, [float(each) for each in numbers], mode)
        return Array([1 - k] if mode == "mask" else [c, m, y, k])

    made = Dictionary(old)
    made.ColorSpace = Name.DeviceGray if mode == "mask" else Name.DeviceCMYK
    made.Function = _function(old.Function, colour)
    if "/Background" in old:
        made.Background = colour(old.Background)
    return made


def _function(old: Any, colour: Colour) -> Dictionary:
    kind = int(old.FunctionType) if isinstance(old, Dictionary) else None
    if kind == EXPONENTIAL:
        made = Dictionary(FunctionType=2, Domain=old.Domain, N=old.get("/N", 1))
        made.C0, made.C1 = colour(old.get("/C0", [0])), colour(old.get("/C1", [1]))
        return made
    if kind == STITCHING:
        made = Dictionary(old)
        made.Functions = Array([_function(each, colour) for each in old.Functions])
        return made
    raise UnreadableContent("a gradient by another function than types 2 and 3")
