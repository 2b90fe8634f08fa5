"""Shades: a picture made darker where type stands on it, before it is placed on the page.

In the page they would be live transparency (forbidden by PDF/X-1a, ISO 15930-4, 6.15). A template asks
for one in the picture's address, ``photos/cover.jpg?shade=cover``; theme/press/shades.toml has them.
"""

from __future__ import annotations

import io
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from PIL import Image, ImageOps

QUALITY = 93


@dataclass(frozen=True, slots=True)
class Shade:
    """A colour, and how strong it lies at which height: (height, strength), both 0 to 1, from the top.

    ``shape``: width to height of the page with its bleed; the picture is cut to it, so that the shade lies
    as drawn.
    """

    ink: tuple[int, int, int]
    stops: tuple[tuple[float, float], ...]
    shape: float

    def strength(self, height: float) -> float:
        """How strong the shade is at ``height`` (0 the top, 1 the foot), between two stops in proportion."""
        before = self.stops[0]
        for after in self.stops:
            if height <= after[0]:
                span = after[0] - before[0]
                share = (height - before[0]) / span if span else 1.0
                return before[1] + share * (after[1] - before[1])
            before = after
        return before[1]


@cache
def shades(file: Path) -> Mapping[str, Shade]:
    """The shades of a theme, by name; none when it has no such file."""
    if not file.exists():
        return {}
    with file.open("rb") as source:
        found = tomllib.load(source)
    return {
        name: Shade(
            (each["ink"][0], each["ink"][1], each["ink"][2]),
            tuple((float(height), float(strength)) for height, strength in each["stops"]),
            each["shape"][0] / each["shape"][1],
        )
        for name, each in found.items()
    }


def shaded(address: str, name: str) -> str:
    """The address of a picture under a shade, for templates."""
    return f"{address}?shade={name}"


def apply(data: bytes, shade: Shade) -> bytes:
    """A picture file → a JPEG cut to the page with its bleed, the shade worked in."""
    with Image.open(io.BytesIO(data)) as opened:
        picture = _cut(_opaque(ImageOps.exif_transpose(opened)), shade.shape)
    column = Image.new("L", (1, picture.height))
    last = max(picture.height - 1, 1)
    column.putdata([round(255 * shade.strength(row / last)) for row in range(picture.height)])
    mask = column.resize(picture.size)
    picture.paste(shade.ink, (0, 0), mask)
    target = io.BytesIO()
    picture.save(target, "JPEG", quality=QUALITY, subsampling=0)
    return target.getvalue()


def _opaque(picture: Image.Image) -> Image.Image:
    """What is transparent shows the paper."""
    if not picture.has_transparency_data:
        return picture.convert("RGB")
    paper = Image.new("RGBA", picture.size, "white")
    return Image.alpha_composite(paper, picture.convert("RGBA")).convert("RGB")


def _cut(picture: Image.Image, shape: float) -> Image.Image:
    """The middle of a picture in the shape of the page."""
    width, height = picture.size
    if width / height > shape:
        size = (round(height * shape), height)
    else:
        size = (width, round(width / shape))
    return ImageOps.fit(picture, size) if size != picture.size else picture
