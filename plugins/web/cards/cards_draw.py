"""What every card is drawn with: colours, type, pictures cut to size. Measures in px."""

from __future__ import annotations

import itertools
import re
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from PIL import Image, ImageColor, ImageDraw, ImageFont

from plugins.hanzi.marks import CLOSING, OPENING
from plugins.web.faces import typeface

Colour = tuple[int, int, int]
COLOUR = re.compile(r"--([\w-]+):\s*(#[0-9a-fA-F]{6})\s*;")
#: Role → installed family and fontconfig's weight.
ROLES = {
    "song": ("Noto Serif CJK SC", 200),
    "hei": ("Noto Sans CJK SC", 80),
    "bold": ("Noto Sans CJK SC", 200),
}
WHITE: Colour = (255, 255, 255)


class Palette:
    """The colours of theme/shared/tokens.css by their names there."""

    def __init__(self, tokens: str) -> None:
        self._colours = dict(COLOUR.findall(tokens))

    def __getitem__(self, name: str) -> Colour:
        red, green, blue = ImageColor.getrgb(self._colours[name])[:3]
        return red, green, blue

    def __str__(self) -> str:
        return repr(sorted(self._colours.items()))


@dataclass(frozen=True, slots=True)
class Line:
    """One line of type: where it is anchored, how it looks. ``spacing``: between letters, in em."""

    x: float
    y: float
    text: str
    role: str
    size: int
    colour: Colour
    #: Which point of the line stands at x, y: Pillow's anchors (m: middle, l: left, r: right; s: base line).
    anchor: str = "ms"
    spacing: float = 0.0


def faces() -> dict[str, typeface.Typeface] | None:
    """The installed faces by their roles; None when one of them is missing."""
    found = {role: typeface.installed(*name) for role, name in ROLES.items()}
    known = {role: face for role, face in found.items() if face is not None}
    return known if len(known) == len(ROLES) else None


@lru_cache(maxsize=64)
def font(role: str, size: int) -> ImageFont.FreeTypeFont:
    """An installed face in one size. Basic layout: the same on every machine, with FriBidi or without."""
    face = typeface.installed(*ROLES[role])
    if face is None:
        raise LookupError(f"no face for {role}: ask faces() first")
    return ImageFont.truetype(
        str(face.file), size, index=face.index, layout_engine=ImageFont.Layout.BASIC
    )


def width(text: str, role: str, size: int, spacing: float = 0.0) -> float:
    """How wide a line is set."""
    return font(role, size).getlength(text) + spacing * size * max(0, len(text) - 1)


def draw_line(image: Image.Image, line: Line) -> None:
    """Set one line. The blank halves of marks at its ends do not count when it is centred."""
    face, brush = font(line.role, line.size), ImageDraw.Draw(image)
    x = line.x
    if line.anchor[0] == "m":
        x += line.size / 4 * ((line.text[-1:] in CLOSING) - (line.text[:1] in OPENING))
    if not line.spacing:
        brush.text((x, line.y), line.text, line.colour, face, anchor=line.anchor)
        return
    x -= {"l": 0.0, "m": 0.5, "r": 1.0}[line.anchor[0]] * width(
        line.text, line.role, line.size, line.spacing
    )
    for char in line.text:
        brush.text((x, line.y), char, line.colour, face, anchor=f"l{line.anchor[1]}")
        x += face.getlength(char) + line.spacing * line.size


def draw_lines(image: Image.Image, lines: tuple[str, ...], first: Line, leading: float) -> float:
    """Set several lines from ``first`` down (its text does not count), ``leading`` in em; out: y behind them."""
    y = first.y
    for text in lines:
        draw_line(image, Line(first.x, y, text, first.role, first.size, first.colour, first.anchor))
        y += leading * first.size
    return y


def cut_to(file: Path, size: tuple[int, int], middle_at: float | None = None) -> Image.Image:
    """A picture that fills ``size``; what stands over is cut off.

    ``middle_at``: where from above (px) the middle of the picture is to stand, as far as it reaches;
    None: in the middle.
    """
    with Image.open(file) as opened:
        opened.draft("RGB", size)
        image: Image.Image = opened.convert("RGB")
    scale = max(size[0] / image.width, size[1] / image.height)
    width, height = size[0] / scale, size[1] / scale
    left = (image.width - width) / 2
    wanted = image.height / 2 - (size[1] / 2 if middle_at is None else middle_at) / scale
    top = min(max(wanted, 0), image.height - height)
    box = (left, top, left + width, top + height)
    return image.resize(size, Image.Resampling.HAMMING, box=box, reducing_gap=2.0)


def veil(image: Image.Image, colour: Colour, stops: tuple[tuple[float, float], ...]) -> None:
    """Lay a colour over a picture; ``stops``: (height from 0 to 1, how dense from 0 to 1)."""
    column = Image.new("L", (1, image.height))
    column.putdata([_density(y / image.height, stops) for y in range(image.height)])
    image.paste(
        Image.new("RGB", image.size, colour),
        mask=column.resize(image.size, Image.Resampling.NEAREST),
    )


def flat(image: Image.Image, ramps: tuple[tuple[Colour, Colour], ...]) -> Image.Image:
    """A drawing of few colours with a palette: each pair of colours and nine steps between them."""
    steps = [mixed(one, other, place / 10) for one, other in ramps for place in range(11)]
    palette = Image.new("P", (1, 1))
    palette.putpalette([value for colour in steps for value in colour])
    return image.quantize(palette=palette, dither=Image.Dither.NONE)


def mixed(one: Colour, other: Colour, share: float) -> Colour:
    """A colour between two; ``share`` of the other."""
    red, green, blue = (round(a + (b - a) * share) for a, b in zip(one, other, strict=True))
    return red, green, blue


def _density(height: float, stops: tuple[tuple[float, float], ...]) -> int:
    """Of a veil at one height, 0 to 255."""
    for (low, before), (high, after) in itertools.pairwise(stops):
        if low <= height <= high:
            return round(255 * (before + (after - before) * (height - low) / (high - low)))
    return round(255 * stops[-1][1])
