"""Pictures of the Word file: the original at full size, as wide as the page allows."""

from __future__ import annotations

import io
from dataclasses import dataclass

from PIL import Image

from plugins.article.pictures import strictly
from plugins.intake.sending.manner import EMU_A_TWIP
from plugins.intake.sending.wording import attribute

#: Kinds that Word shows on every machine: Pillow's name → ending and content type.
SHOWN = {"JPEG": (".jpg", "image/jpeg"), "PNG": (".png", "image/png"), "GIF": (".gif", "image/gif")}
#: Pictures are no larger than at this resolution; and no higher than this share of the page.
PIXELS_AN_INCH = 150
HIGHEST = 0.6
PICTURE = "http://schemas.openxmlformats.org/drawingml/2006/picture"
DRAWING = "http://schemas.openxmlformats.org/drawingml/2006/main"


@dataclass(frozen=True, slots=True)
class Shown:
    """A picture for the file: bytes, ending, content type, size in px."""

    data: bytes
    suffix: str
    content_type: str
    width: int
    height: int


def shown(data: bytes) -> Shown:
    """The original where Word can show it, else the same picture as PNG."""
    with strictly(), Image.open(io.BytesIO(data)) as image:
        size = image.size
        if image.format in SHOWN:
            return Shown(data, *SHOWN[image.format], *size)
        made = io.BytesIO()
        alike = (
            image if image.mode in ("1", "L", "LA", "P", "RGB", "RGBA") else image.convert("RGB")
        )
        alike.save(made, "PNG")
    return Shown(made.getvalue(), *SHOWN["PNG"], *size)


def drawing(
    relation: str, number: int, name: str, words: str, picture: Shown, measure: tuple[int, int]
) -> str:
    """The run of a picture: ``name`` its source, ``words`` what it shows, ``measure`` the type area."""
    width, height = _fitted(picture, measure)
    named = f'id="{number}" name={attribute(name)} descr={attribute(words)}'
    return (
        "<w:r><w:drawing>"
        '<wp:inline distT="0" distB="0" distL="0" distR="0">'
        f'<wp:extent cx="{width}" cy="{height}"/><wp:docPr {named}/>'
        f'<a:graphic xmlns:a="{DRAWING}"><a:graphicData uri="{PICTURE}">'
        f'<pic:pic xmlns:pic="{PICTURE}"><pic:nvPicPr><pic:cNvPr {named}/><pic:cNvPicPr/></pic:nvPicPr>'
        f'<pic:blipFill><a:blip r:embed="{relation}"/><a:stretch><a:fillRect/></a:stretch></pic:blipFill>'
        f'<pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="{width}" cy="{height}"/></a:xfrm>'
        '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr></pic:pic>'
        "</a:graphicData></a:graphic></wp:inline></w:drawing></w:r>"
    )


def _fitted(picture: Shown, measure: tuple[int, int]) -> tuple[int, int]:
    """Width and height in EMU: the whole measure, unless small or high."""
    natural = picture.width / PIXELS_AN_INCH * 1440
    width = min(measure[0], natural)
    height = width * picture.height / max(picture.width, 1)
    scale = min(1.0, HIGHEST * measure[1] / max(height, 1))
    return max(int(width * scale * EMU_A_TWIP), 1), max(int(height * scale * EMU_A_TWIP), 1)
