"""Pixels for the press or the screen: one source picture → one rendition. Pure; safe in threads.

Photographs become JPEG, drawings (flat colours, sharp edges) stay lossless and carry their blacks
and greys in the black plate alone, so that letters and lines of a chart do not fray.
"""

from __future__ import annotations

import zlib
from collections.abc import Mapping
from dataclasses import dataclass
from io import BytesIO
from typing import Literal

import numpy as np
from numpy.typing import NDArray
from PIL import Image, ImageChops

from plugins.press.prepress.inks import Mode
from plugins.press.prepress.profiles import (
    Ink,
    PressProfile,
    applied,
    srgb_transform,
)

Aim = Literal["press", "screen"]
Bytes = NDArray[np.uint8]
#: A drawing repeats the pixel before it this often, a photograph hardly ever.
FLAT_SHARE = 0.6
#: Channels that differ by no more than this (of 255) are neutral; JPEG strays that far.
STRAY = 3
#: Of a drawing, darker pixels count as neutral with more of a cast: rims of letters.
RIM = 10
WHITE = 255
LANCZOS = Image.Resampling.LANCZOS
SPACES = {"L": "/DeviceGray", "RGB": "/DeviceRGB", "CMYK": "/DeviceCMYK"}


#: Pixels to the inch of photographs and of drawings, whose letters must stay readable; how much
#: finer a picture may be before it is resampled, which always costs some sharpness; JPEG quality.
PPI: dict[Aim, tuple[float, float]] = {"press": (300.0, 300.0), "screen": (150.0, 200.0)}
SPARE: dict[Aim, float] = {"press": 1.5, "screen": 1.05}
QUALITY: dict[Aim, int] = {"press": 90, "screen": 82}


@dataclass(frozen=True, slots=True)
class Manner:
    """How a picture is rendered: for what, in what, how fine it stands, most ink in percent.

    ``ppi``: its own pixels to the inch where it stands largest.
    """

    aim: Aim
    mode: Mode
    ppi: float
    ink_limit: float = 400.0

    def size(self, picture: Image.Image, drawing: bool) -> tuple[int, int]:
        """Width and height in px: never more than the picture's own."""
        wanted = PPI[self.aim][drawing]
        share = wanted / self.ppi if self.ppi > wanted * SPARE[self.aim] else 1.0
        return max(1, round(picture.width * share)), max(1, round(picture.height * share))


@dataclass(frozen=True, slots=True)
class Rendition:
    """A picture as a PDF holds it: pixels, device space, ``jpeg`` or deflated bytes."""

    size: tuple[int, int]
    space: str
    jpeg: bool
    data: bytes


def render(
    picture: Image.Image,
    alpha: Image.Image | None,
    manner: Manner,
    profile: PressProfile | None,
    table: Mapping[tuple[int, int, int], Ink],
) -> Rendition:
    """The rendition of a picture (L, RGB or CMYK) with its ``alpha``, laid on white.

    ``profile``: the press's, None for the screen. ``table``: inks of colours that drawings share
    with the styles.
    """
    icc = bytes(picture.info.get("icc_profile") or b"") if picture.mode == "RGB" else b""
    drawing = is_drawing(picture)
    picture = on_white(picture, alpha)
    size = manner.size(picture, drawing)
    if picture.size != size:
        picture = picture.resize(size, LANCZOS, reducing_gap=3.0)
    quality = QUALITY[manner.aim]
    if manner.aim == "screen" or profile is None:
        return _encoded(to_srgb(picture, icc), drawing, quality)
    if manner.mode != "colour" or is_neutral(picture):
        greys = None if manner.mode == "mask" or drawing else profile.black_of_light
        return _encoded(to_grey(picture, icc, greys), drawing, quality)
    if picture.mode == "RGB":
        inked = _drawing_inked if drawing else _photograph_inked
        picture = inked(picture, icc, profile, table)
    return _encoded(limited(picture, manner.ink_limit, profile), drawing, quality)


def on_white(picture: Image.Image, alpha: Image.Image | None) -> Image.Image:
    """A picture without transparency."""
    if alpha is None:
        return picture
    ground = Image.new(picture.mode, picture.size, 0 if picture.mode == "CMYK" else _white(picture))
    ground.paste(picture, mask=alpha.resize(picture.size, LANCZOS))
    return ground


def _white(picture: Image.Image) -> int | tuple[int, ...]:
    return WHITE if picture.mode == "L" else (WHITE,) * len(picture.getbands())


def is_drawing(picture: Image.Image) -> bool:
    """Whether a picture is made of flat colours: most pixels are as the one before them."""
    if picture.format == "JPEG" or picture.width < 2:
        return False
    pixels = np.asarray(picture).reshape(picture.height, picture.width, -1)
    same = (pixels[:, 1:] == pixels[:, :-1]).all(axis=2)
    return float(same.mean()) >= FLAT_SHARE


def is_neutral(picture: Image.Image) -> bool:
    """Whether every pixel is grey. A small copy is asked first."""
    if picture.mode != "RGB":
        return picture.mode == "L"
    small = picture.resize(
        (min(64, picture.width), min(64, picture.height)), Image.Resampling.NEAREST
    )
    return _cast(small) <= STRAY and _cast(picture) <= STRAY


def _cast(picture: Image.Image) -> int:
    red, green, blue = picture.split()
    pairs = ((red, green), (green, blue), (red, blue))
    return max(int(ImageChops.difference(a, b).getextrema()[1]) for a, b in pairs)  # type: ignore[arg-type]


def to_srgb(picture: Image.Image, icc: bytes) -> Image.Image:
    """A picture for the screen: grey, or sRGB."""
    if picture.mode == "RGB":
        return applied(picture, srgb_transform(icc)) if icc else picture
    return picture if picture.mode == "L" else picture.convert("RGB")


def to_grey(picture: Image.Image, icc: bytes, greys: Bytes | None) -> Image.Image:
    """A picture in DeviceGray, as light as it was. ``greys``: the black ink's own curve."""
    if picture.mode != "L":
        picture = to_srgb(picture, icc).convert("L")
    return picture if greys is None else picture.point(greys.tolist())


def _photograph_inked(
    picture: Image.Image, icc: bytes, profile: PressProfile, _: object
) -> Image.Image:
    return profile.separated(picture, icc)


def _drawing_inked(
    picture: Image.Image,
    icc: bytes,
    profile: PressProfile,
    table: Mapping[tuple[int, int, int], Ink],
) -> Image.Image:
    """Colours of the styles by their table, neutral pixels black only, the rest through ICC."""
    rgb = np.asarray(to_srgb(picture, icc))
    inks = np.array(profile.separated(picture, icc, photograph=False))
    highest, lowest = rgb.max(axis=2).astype(np.int16), rgb.min(axis=2).astype(np.int16)
    neutral = highest - lowest <= STRAY + RIM * (WHITE - highest) // WHITE
    inks[neutral] = 0
    inks[neutral, 3] = WHITE - rgb[neutral].mean(axis=1).round().astype(np.uint8)
    coded = _codes(rgb)
    for colour, ink in table.items():
        inks[coded == _codes(np.array(colour))] = [round(255 * each) for each in ink]
    return Image.frombytes("CMYK", picture.size, inks.tobytes())


def _codes(rgb: NDArray[np.generic]) -> NDArray[np.int32]:
    return np.asarray(rgb.astype(np.int32) @ np.array([65536, 256, 1], np.int32))


def limited(picture: Image.Image, limit: float, profile: PressProfile) -> Image.Image:
    """A CMYK picture with no more ink than ``limit`` percent: less of the colours, all the black."""
    if picture.mode != "CMYK" or profile.most_ink <= limit:
        return picture
    inks = np.array(picture)
    colours = inks[..., :3].sum(axis=2, dtype=np.uint16)
    most = np.maximum(limit * 2.55 - inks[..., 3], 0)
    over = colours > most
    factor = most[over] / colours[over]
    inks[over, :3] = inks[over, :3] * factor[:, None]
    return Image.frombytes("CMYK", picture.size, inks.tobytes())


def _encoded(picture: Image.Image, drawing: bool, quality: int) -> Rendition:
    space = SPACES[picture.mode]
    if drawing:
        return Rendition(picture.size, space, False, zlib.compress(picture.tobytes(), 6))
    made = BytesIO()
    picture.info = {}
    picture.save(made, "JPEG", quality=quality, subsampling=0)
    return Rendition(picture.size, space, True, made.getvalue())
