"""Chinese labels for the charts and the map."""

import re
from functools import cache

import skia

from .pen import Pen

FAMILY = "Noto Sans CJK SC"


@cache
def font(size: float, weight: str = "regular") -> skia.Font:
    """Return a font of the house family at a pixel size."""
    style = {"regular": skia.FontStyle.Normal(), "bold": skia.FontStyle.Bold()}[weight]
    face = skia.Typeface(FAMILY, style)
    if face.getFamilyName() != FAMILY:
        raise RuntimeError(f"font missing: {FAMILY} (install fonts-noto-cjk)")
    made = skia.Font(face, size)
    made.setEdging(skia.Font.Edging.kAntiAlias)
    made.setSubpixel(True)
    return made


def runs(text: str, size: float, weight: str):
    """Split a text so that the 2.5 of PM2.5 is set as a subscript."""
    for part in re.split(r"(?<=PM)(2\.5)", text):
        if part == "2.5":
            yield part, font(size * 0.62, weight), size * 0.14
        elif part:
            yield part, font(size, weight), 0.0


def width(text: str, size: float, weight: str = "regular") -> float:
    """Measure a text."""
    return sum(face.measureText(part) for part, face, _ in runs(text, size, weight))


def label(
    pen: Pen, x, y, text, size, color="#22332d", weight="regular", align="left", halo=None
) -> None:
    """Write one line; ``y`` is the baseline; ``halo`` outlines it for use on a map."""
    x -= {"left": 0, "center": 0.5, "right": 1}[align] * width(text, size, weight)
    for part, face, drop in runs(text, size, weight):
        if halo:
            pen.c.drawString(part, x, y + drop, face, pen.paint(halo, width=size * 0.2))
        pen.c.drawString(part, x, y + drop, face, pen.paint(color))
        x += face.measureText(part)
