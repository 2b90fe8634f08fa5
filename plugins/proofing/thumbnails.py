"""Small copies of an issue's pictures, for the proof sheet: which picture stands where, not how it will print."""

from __future__ import annotations

import base64
import io
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from PIL import Image

from plugins.article import pictures
from plugins.article.record import Article

#: The longer side in px: a quarter of a line on paper at 200 ppi.
LONGEST = 400
QUALITY = 70


@dataclass(frozen=True, slots=True)
class Thumbnail:
    """A picture as the manuscript names it, its own size in px, and a small JPEG as a data: address."""

    src: str
    width: int
    height: int
    address: str


def thumbnails(articles: Iterable[Article], content: Path) -> dict[tuple[str, str], Thumbnail]:
    """Article's key and picture's source → thumbnail. Raises what Pillow raises: pictures were measured before."""
    return {
        (article.key, each.src): _thumbnail(
            pictures.locate((content / article.path).parent, each.src), each.src
        )
        for article in articles
        for each in article.pictures
    }


def _thumbnail(file: Path, src: str) -> Thumbnail:
    made = io.BytesIO()
    with Image.open(file) as image:
        size = image.size
        image.draft("RGB", (LONGEST, LONGEST))  # a JPEG is decoded small
        image.thumbnail((LONGEST, LONGEST))
        _on_white(image).save(made, "JPEG", quality=QUALITY)
    return Thumbnail(
        src, *size, f"data:image/jpeg;base64,{base64.b64encode(made.getvalue()).decode()}"
    )


def _on_white(image: Image.Image) -> Image.Image:
    """In RGB; what is transparent becomes paper."""
    if image.mode in ("LA", "PA", "RGBA") or "transparency" in image.info:
        clear = image.convert("RGBA")
        paper = Image.new("RGBA", clear.size, "white")
        return Image.alpha_composite(paper, clear).convert("RGB")
    return image.convert("RGB")
