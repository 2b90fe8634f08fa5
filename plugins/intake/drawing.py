"""EMF and WMF drawings → PNG, by a programme that is installed on this machine; none has to be."""

from __future__ import annotations

import io
import json
from pathlib import Path

from PIL import Image, ImageChops

from plugins.intake import programmes

PNG = b"\x89PNG\r\n\x1a\n"
#: LibreOffice puts a drawing on a page of paper and gives it 96 dots an inch; for print it takes 300.
FINER = 300 / 96


def draw(data: bytes, suffix: str) -> bytes | None:
    """The drawing as a PNG; None when no programme is there or none can draw it."""
    made = programmes.made_by("inkscape", _inkscape, data, suffix, ".png")
    return made if made and made.startswith(PNG) else _by_office(data, suffix)


def _inkscape(source: Path, folder: Path) -> tuple[str, ...]:
    made = folder / f"{source.stem}.png"
    return ("--export-type=png", "--export-dpi=300", f"--export-filename={made}", str(source))


def _by_office(data: bytes, suffix: str) -> bytes | None:
    """The page first as it comes, for its size; then finer, with the paper around the drawing cut off."""
    coarse = programmes.by_office("png", data, suffix, ".png")
    if coarse is None or not coarse.startswith(PNG):
        return None
    with Image.open(io.BytesIO(coarse)) as page:
        width, height = (round(each * FINER) for each in page.size)
    size = {
        name: {"type": "long", "value": str(value)}
        for name, value in (("PixelWidth", width), ("PixelHeight", height))
    }
    form = f"png:draw_png_Export:{json.dumps(size)}"
    return _trimmed(programmes.by_office(form, data, suffix, ".png") or coarse)


def _trimmed(data: bytes) -> bytes:
    """The picture without the white around it; a white one as it is."""
    with Image.open(io.BytesIO(data)) as page:
        clear = page.convert("RGBA")
    paper = Image.new("RGBA", clear.size, "white")
    image = Image.alpha_composite(paper, clear).convert("RGB")
    box = ImageChops.difference(image, paper.convert("RGB")).getbbox()
    if box is None:
        return data
    made = io.BytesIO()
    image.crop(box).save(made, "PNG")
    return made.getvalue()
