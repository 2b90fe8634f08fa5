"""The copies of one original, as bytes: three widths, in the formats that pay. Pure.

Measured on eleven photos of the sample at 960 px (means; SSIM of the grey picture, and where it is
worst, its second percentile; one thread):

    JPEG quality 80             91 KB   0.981   0.919   0.02 s
    WebP quality 78, method 4   49 KB   0.975   0.923   0.08 s
    AVIF quality 56, speed 7    40 KB   0.976   0.921   0.23 s
    AVIF quality 56, speed 6    38 KB   0.977   0.927   0.38 s

At speed 8 AVIF is no better than WebP, at 6 it costs more than it saves. Drawings with words: in a
palette of 256 colours no difference is seen, at a third of the bytes; AVIF of quality 75 without colour
subsampling is as clean and takes two thirds of that.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from io import BytesIO
from typing import Any

from PIL import Image, ImageChops, ImageCms, ImageOps

#: Widths in px: a card on a phone; the text's measure, or a card on a dense screen; a screen's width.
WIDTHS = (480, 960, 1600)
#: Raised whenever other bytes come out: addresses of copies are kept by browsers for a year.
VERSION = "2"
#: Formats that hold drawings; a photo may come in them too, so the pixels decide.
DRAWN = ("PNG", "GIF")
#: A drawing has at least this share of pixels like their left neighbour (charts 0.95, photos < 0.5,
#: the flattest illustration of the sample 0.69).
FLAT = 0.75
#: What transparent pictures stand on: on a dark page black words need it.
GROUND = "white"


@dataclass(frozen=True, slots=True)
class Format:
    """A format copies come in: its suffix, Pillow's name, how Pillow writes it."""

    suffix: str
    name: str
    options: dict[str, Any] = field(default_factory=dict)
    #: Written from at most 256 colours.
    few_colours: bool = False


#: More than one thread makes other bytes than one (libaom), so one.
AVIF = {"speed": 7, "max_threads": 1, "codec": "aom"}
#: First what every browser reads.
PHOTO = (
    Format("jpg", "JPEG", {"quality": 80, "progressive": True, "optimize": True}),
    Format("webp", "WEBP", {"quality": 78, "method": 4}),
    Format("avif", "AVIF", {"quality": 56, **AVIF}),
)
DRAWING = (
    Format("png", "PNG", {"optimize": True}, few_colours=True),
    Format("webp", "WEBP", {"lossless": True, "quality": 60, "method": 4}, few_colours=True),
    Format("avif", "AVIF", {"quality": 75, "subsampling": "4:4:4", **AVIF}),
)


@dataclass(frozen=True, slots=True)
class Encoded:
    """One copy: suffix, size in px, bytes."""

    suffix: str
    width: int
    height: int
    data: bytes


def encode(original: bytes) -> list[Encoded]:
    """All copies of a picture: upright, in sRGB, without metadata, never enlarged.

    A format that is not smaller than all before it is left out. Raises what Pillow raises for a
    broken file (`OSError`, `SyntaxError`); for a cut-off one only where Pillow is strict
    (article/pictures.strictly: the caller's, for it holds for all threads).
    """
    with Image.open(BytesIO(original)) as opened:
        opened.load()
        image = _plain(ImageOps.exif_transpose(opened))
        formats = DRAWING if opened.format in DRAWN and is_drawing(image) else PHOTO
    resized = list(_resized(image))
    kept: list[Encoded] = []
    least = 0
    for each in formats:
        made = [Encoded(each.suffix, *size.size, _written(size, each)) for size in resized]
        total = sum(len(copy.data) for copy in made)
        if not kept or total < least:
            kept += made
            least = total
    return kept


def is_drawing(image: Image.Image) -> bool:
    """Whether an RGB picture is a chart, map or table: flat colours and sharp edges."""
    width, height = image.size
    if width == 1:
        return True
    left, right = image.crop((0, 0, width - 1, height)), image.crop((1, 0, width, height))
    red, green, blue = ImageChops.difference(left, right).split()
    most = ImageChops.lighter(ImageChops.lighter(red, green), blue)
    return most.histogram()[0] >= FLAT * (width - 1) * height


def _plain(image: Image.Image) -> Image.Image:
    """RGB in sRGB on an opaque ground, with nothing attached."""
    profile = image.info.get("icc_profile")
    if image.mode.startswith("I"):  # 16 bits a pixel
        image = image.convert("I").point(lambda value: value / 256).convert("L")
    ground = None
    if image.has_transparency_data:
        image = image.convert("RGBA")
        ground = image.getchannel("A")
    image = _in_srgb(image, profile)
    if ground:
        image = Image.composite(image, Image.new("RGB", image.size, GROUND), ground)
    image.info = {}  # Pillow would write a profile or comment found here into the copy
    return image


def _in_srgb(image: Image.Image, profile: bytes | None) -> Image.Image:
    """Colours as a browser takes them that is told nothing; a profile that is broken is ignored."""
    if image.mode not in ("L", "RGB", "CMYK", "LAB"):
        image = image.convert("RGB")
    if profile:
        try:
            source = ImageCms.ImageCmsProfile(BytesIO(profile))
            if "sRGB" not in ImageCms.getProfileDescription(source):
                target = ImageCms.createProfile("sRGB")
                intent = ImageCms.Intent.RELATIVE_COLORIMETRIC
                flags = ImageCms.Flags.BLACKPOINTCOMPENSATION
                turned = ImageCms.profileToProfile(
                    image, source, target, intent, outputMode="RGB", flags=flags
                )
                image = turned or image
        except (ImageCms.PyCMSError, OSError):
            pass
    return image.convert("RGB")


def _resized(image: Image.Image) -> Iterator[Image.Image]:
    for width in sorted({min(image.width, each) for each in WIDTHS}):
        if width == image.width:
            yield image
            continue
        height = max(1, round(image.height * width / image.width))
        yield image.resize((width, height), Image.Resampling.LANCZOS, reducing_gap=3.0)


def _written(image: Image.Image, form: Format) -> bytes:
    if form.few_colours:
        few = image.quantize(256, dither=Image.Dither.NONE)
        image = few if form.name == "PNG" else few.convert("RGB")
    file = BytesIO()
    image.save(file, form.name, **form.options)
    return file.getvalue()
