"""Smooth shadings (ISO 32000-1, 8.7.4): the colours they run between."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from pikepdf import Array

from plugins.press.preflight.colour import Ink, Spaces
from plugins.press.preflight.plain import child, count, items, numbers

#: Stitching functions within one another that are followed.
DEEPEST = 5
#: Stops that are looked at.
MOST = 64


def inks(shading: Any, spaces: Spaces, resources: Any) -> list[Ink]:
    """The colours at the ends of each part of a shading.

    Sampled and calculated functions and meshes are not run: then one colour without values tells
    of the space.
    """
    space = spaces.read(child(shading, "/ColorSpace"), resources)
    function = child(shading, "/Function")
    found = list(dict.fromkeys(_stops(function, 0)))[:MOST]
    if isinstance(function, Array):
        parts = [list(_stops(each, 0)) for each in items(function)[:MOST]]
        ends = zip(*parts, strict=False)
        found = [tuple(end[0] for end in stop if end) for stop in ends]
    return [Ink(space, stop) for stop in found if len(stop) == space.parts] or [Ink(space)]


def _stops(function: Any, depth: int) -> Iterator[tuple[float, ...]]:
    kind = count(child(function, "/FunctionType"), -1)
    if kind == 2:
        yield numbers(child(function, "/C0")) or (0.0,)
        yield numbers(child(function, "/C1")) or (1.0,)
    elif kind == 3 and depth < DEEPEST:
        for each in items(child(function, "/Functions"))[:MOST]:
            yield from _stops(each, depth + 1)
