"""Emphasis dots (着重号): one under the middle of each character, painted over the finished page.

WeasyPrint has no text-emphasis, and a gradient as a dot would be live transparency in the press file.
Source: GB/T 15834-2011, 4.12; clreq 3.3.1.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from weasyprint.formatting_structure.boxes import InlineBox

#: Distance of the dot's middle above the lower edge of the character's box, and its radius, in em.
RISE, RADIUS = 0.1, 0.09
#: A quarter of a circle as a Bézier curve: the handles' length for radius 1.
HANDLE = 0.5523


def paint_dots(page_box: Any, stream: Any) -> None:
    """Paint a dot under each character of the page that asks for one. Lengths in px of the page."""
    found = list(_dotted(page_box))
    if not found:
        return
    with stream.artifact():
        for box in found:
            stream.set_color(box.style["color"])
            _circle(stream, *dot_place(box))
            stream.fill()


def dot_place(box: Any) -> tuple[float, float, float]:
    """Middle and radius (px) of the dot under the character in this box."""
    em = box.style["font_size"]
    # Slack of the line stands behind the character, inside its box.
    x = box.padding_box_x() + em / 2
    y = box.padding_box_y() + box.padding_height()
    return x, y + (0.15 - RISE) * em, RADIUS * em


def _dotted(box: Any) -> Iterator[Any]:
    for each in box.descendants():
        if isinstance(each, InlineBox) and each.element.get("class") == "dot":
            yield each


def _circle(stream: Any, x: float, y: float, radius: float) -> None:
    bend = HANDLE * radius
    stream.move_to(x + radius, y)
    stream.curve_to(x + radius, y + bend, x + bend, y + radius, x, y + radius)
    stream.curve_to(x - bend, y + radius, x - radius, y + bend, x - radius, y)
    stream.curve_to(x - radius, y - bend, x - bend, y - radius, x, y - radius)
    stream.curve_to(x + bend, y - radius, x + radius, y - bend, x + radius, y)
