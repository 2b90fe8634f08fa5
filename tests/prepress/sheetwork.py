"""Small PDFs made by hand, as WeasyPrint would write them, and the recipe to separate them."""

from __future__ import annotations

from collections.abc import Iterable
from io import BytesIO
from pathlib import Path
from typing import Any

import pikepdf
from pikepdf import Array, Dictionary, Name, Pdf
from PIL import Image

from plugins.press.prepress.recipe import Recipe, Standard, default_profile

ROOT = Path(__file__).resolve().parents[2]
THEME = ROOT / "theme"
INKS = THEME / "press" / "inks.toml"
BLEED = 3 * 72 / 25.4


def recipe(standard: Standard = "X-4", **more: Any) -> Recipe:
    return Recipe(standard, default_profile(), INKS, **more)


def sheets(*contents: bytes, resources: Dictionary | None = None) -> Pdf:
    """A PDF of 200 × 300 pt pages with 3 mm bleed and these contents; resources are shared."""
    pdf = pikepdf.new()
    shared = pdf.make_indirect(resources or Dictionary())
    for content in contents:
        page = pdf.make_indirect(
            Dictionary(
                Type=Name.Page,
                MediaBox=[-BLEED, -BLEED, 200 + BLEED, 300 + BLEED],
                BleedBox=[-BLEED, -BLEED, 200 + BLEED, 300 + BLEED],
                TrimBox=[0, 0, 200, 300],
                Resources=shared,
                Contents=pdf.make_stream(content),
            )
        )
        pdf.pages.append(pikepdf.Page(page))
    return pdf


def image(pdf: Pdf, picture: Image.Image, jpeg: bool = True, **facts: Any) -> Any:
    """``picture`` as an image of ``pdf``."""
    made = pdf.make_stream(b"")
    if jpeg:
        file = BytesIO()
        picture.save(file, "JPEG", quality=95, icc_profile=picture.info.get("icc_profile"))
        made.write(file.getvalue(), filter=Name.DCTDecode)
    else:
        made.write(picture.tobytes())
    made.Type, made.Subtype = Name.XObject, Name.Image
    made.Width, made.Height = picture.size
    made.BitsPerComponent = 8
    spaces = {"RGB": Name.DeviceRGB, "L": Name.DeviceGray, "CMYK": Name.DeviceCMYK}
    made.ColorSpace = spaces[picture.mode]
    for name, value in facts.items():
        made[f"/{name}"] = value
    return made


def content(page: Any) -> bytes:
    """What a page paints, its streams joined."""
    contents = page.obj.Contents
    streams = contents if isinstance(contents, Array) else [contents]
    return b"\n".join(each.read_bytes() for each in streams)


def operators(page: Any) -> list[tuple[Any, ...]]:
    """The instructions of a page: operator, then operands (numbers as floats)."""
    return [
        (str(operator), *(plain(each) for each in operands))
        for operands, operator in pikepdf.parse_content_stream(page)
    ]


def plain(value: Any) -> Any:
    try:
        return round(float(value), 4)
    except (TypeError, ValueError):
        return str(value)


def pixels(made: Any) -> Image.Image:
    """The pixels of an image of a PDF, as inks, light or RGB (Decode applied)."""
    if made.get("/Filter") == Name.DCTDecode:
        with Image.open(BytesIO(made.read_raw_bytes())) as picture:
            return picture.copy()
    modes = {"/DeviceRGB": "RGB", "/DeviceGray": "L", "/DeviceCMYK": "CMYK"}
    size = int(made.Width), int(made.Height)
    return Image.frombytes(modes[str(made.ColorSpace)], size, made.read_bytes())


def stripes(size: tuple[int, int], colours: Iterable[tuple[int, int, int]]) -> Image.Image:
    """A drawing: vertical stripes of flat colours."""
    picture = Image.new("RGB", size, "white")
    found = list(colours)
    wide = size[0] // len(found)
    for place, colour in enumerate(found):
        picture.paste(colour, (place * wide, 0, (place + 1) * wide, size[1]))
    return picture


def photograph(size: tuple[int, int] = (120, 80)) -> Image.Image:
    """A picture with a new colour in every pixel."""
    data = bytes(
        value
        for y in range(size[1])
        for x in range(size[0])
        for value in (x * 255 // size[0], y * 255 // size[1], (x * 7 + y * 3) % 256)
    )
    return Image.frombytes("RGB", size, data)
