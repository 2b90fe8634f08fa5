"""The worker that draws printed pages as pictures, one at a time, as a browser asks for them."""

from __future__ import annotations

from dataclasses import dataclass
from io import BytesIO
from pathlib import Path

import pypdfium2

from plugins.keeping import aside
from plugins.preview.resident import Progress

POINTS_PER_INCH = 72
#: Good to look at closely, and drawn at once: near lossless, least effort.
QUALITY, EFFORT = 92, 0
SUFFIX = ".webp"


@dataclass(frozen=True, slots=True)
class Draw:
    """A page of a PDF (``place`` from 0) at ``dpi`` pixels to an inch, into ``target``."""

    file: Path
    place: int
    dpi: int
    target: Path


@dataclass(frozen=True, slots=True)
class LeafWorker:
    """Draws."""

    def __call__(self, what: Draw, progress: Progress) -> bool:
        """Whether the picture is there now: False when the file or the page is gone."""
        try:
            data = drawn(what.file, what.place, what.dpi)
        except (FileNotFoundError, IndexError, pypdfium2.PdfiumError):
            return False
        aside.write(what.target, data)
        return True


def drawn(file: Path, place: int, dpi: int) -> bytes:
    """A page as a WebP of its trimmed size. Raises `IndexError`, `FileNotFoundError`."""
    with pypdfium2.PdfDocument(file) as document:
        if not 0 <= place < len(document):
            raise IndexError(place)
        page = document[place]
        media, trim = page.get_mediabox(), page.get_trimbox()
        crop = tuple(abs(edge - cut) for edge, cut in zip(media, trim, strict=True))
        picture = page.render(scale=dpi / POINTS_PER_INCH, crop=crop).to_pil().convert("RGB")
    made = BytesIO()
    picture.save(made, "WEBP", quality=QUALITY, method=EFFORT)
    return made.getvalue()
