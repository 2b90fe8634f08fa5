"""The graphics state of a content stream (ISO 32000-1, 8.4) and where things come to stand."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import hypot
from typing import Any

from plugins.press.matrix import UNIT, Matrix
from plugins.press.preflight.colour import GREY, Ink
from plugins.press.preflight.plain import Box
from plugins.press.preflight.typeface import Face

#: Numbers beyond this in a matrix place nothing on paper.
FAR = 1e12
#: How far letters reach above and below their baseline, in em: Chinese faces fill their em.
ASCENT, DESCENT = 0.86, -0.12
BLACK = Ink(GREY, (0.0,))


@dataclass(slots=True)
class State:
    """What holds while marks are painted; copied by q, brought back by Q.

    ``clip`` None: nothing can be seen. Patterns are the objects named with scn.
    """

    ctm: Matrix
    clip: Box | None
    fill: Ink = BLACK
    stroke: Ink = BLACK
    fill_pattern: Any = None
    stroke_pattern: Any = None
    fill_alpha: float = 1.0
    stroke_alpha: float = 1.0
    blend: str = "Normal"
    masked: bool = False
    fill_overprint: bool = False
    stroke_overprint: bool = False
    overprint_mode: int = 0
    width: float = 1.0
    face: Face | None = None
    size: float = 0.0
    spacing: float = 0.0
    word_spacing: float = 0.0
    scale: float = 1.0
    leading: float = 0.0
    rise: float = 0.0
    mode: int = 0


def matrix(values: Sequence[float]) -> Matrix:
    """Six numbers as a matrix; anything else is the unit matrix."""
    if len(values) != 6:
        return UNIT
    a, b, c, d, e, f = values
    return a, b, c, d, e, f


def sane(found: Matrix) -> bool:
    """Whether all six numbers are of this world."""
    return all(-FAR < value < FAR for value in found)


def placed(area: Box, by: Matrix) -> Box:
    """The box around an area moved by a matrix."""
    a, b, c, d, e, f = by
    x0, y0, x1, y1 = area
    xs = (a * x0 + c * y0, a * x0 + c * y1, a * x1 + c * y0, a * x1 + c * y1)
    ys = (b * x0 + d * y0, b * x0 + d * y1, b * x1 + d * y0, b * x1 + d * y1)
    return min(xs) + e, min(ys) + f, max(xs) + e, max(ys) + f


def around(points: Sequence[float]) -> Box:
    """The box around x, y, x, y, …; at least one point."""
    xs, ys = points[0::2], points[1::2]
    return min(xs), min(ys), max(xs), max(ys)


def enlargement(by: Matrix) -> float:
    """How much a matrix makes lines wider: the mean of both directions."""
    return float(abs(by[0] * by[3] - by[1] * by[2]) ** 0.5)


def density(width: int, height: int, by: Matrix) -> tuple[float, float]:
    """Pixels to the inch of a picture along its sides, placed by a matrix; 0 where it has no length."""
    across, along = hypot(by[0], by[1]), hypot(by[2], by[3])
    return (
        width * 72 / across if across > 1e-6 else 0.0,
        height * 72 / along if along > 1e-6 else 0.0,
    )


def fitted(area: Box, into: Box) -> Matrix:
    """The matrix that makes an area fill another (ISO 32000-1, 12.5.5, algorithm 8.1)."""
    across = (into[2] - into[0]) / (area[2] - area[0])
    along = (into[3] - into[1]) / (area[3] - area[1])
    return across, 0.0, 0.0, along, into[0] - area[0] * across, into[1] - area[1] * along
