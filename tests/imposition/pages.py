"""Small PDFs whose pages tell themselves apart: a colour each, a black corner where their head begins."""

from __future__ import annotations

from pathlib import Path

import pypdfium2
from pikepdf import Array, Dictionary, Name, Page, Pdf
from PIL import Image

#: Trimmed size and bleed in pt; the boxes do not begin at 0, so that nobody counts on it.
WIDTH, HEIGHT, BLEED = 100.0, 150.0, 8.0
LEFT, FOOT = 11.0, 7.0
CORNER = 10.0


def colour(place: int) -> tuple[int, int, int]:
    """The colour of the page at ``place`` (from 0), unlike all others and never near white or black."""
    return 60 + place * 37 % 160, 60 + place * 59 % 160, 60 + place * 83 % 160


def booklet(pages: int) -> Pdf:
    """Pages filled with their colours to the bleed; all share one font."""
    pdf = Pdf.new()
    font = pdf.make_indirect(
        Dictionary(Type=Name.Font, Subtype=Name.Type1, BaseFont=Name.Helvetica)
    )
    trim = (LEFT, FOOT, LEFT + WIDTH, FOOT + HEIGHT)
    bleed = (trim[0] - BLEED, trim[1] - BLEED, trim[2] + BLEED, trim[3] + BLEED)
    for place in range(pages):
        ink = " ".join(f"{part / 255:.4f}" for part in colour(place))
        area = f"{bleed[0] - 20} {bleed[1] - 20} {WIDTH + 2 * BLEED + 40} {HEIGHT + 2 * BLEED + 40}"
        corner = f"{trim[0]} {trim[3] - CORNER} {CORNER} {CORNER}"
        streams = (f"{ink} rg {area} re f".encode(), f"0 g {corner} re f".encode())
        page = Dictionary(
            Type=Name.Page,
            MediaBox=Array(bleed),
            BleedBox=Array(bleed),
            TrimBox=Array(trim),
            Resources=Dictionary(Font=Dictionary(F=font)),
            Contents=Array([pdf.make_stream(stream) for stream in streams]),
        )
        pdf.pages.append(Page(pdf.make_indirect(page)))
    return pdf


class Drawn:
    """A page as a picture, asked in pt from the left foot of its TrimBox."""

    def __init__(self, picture: Image.Image, left: float, foot: float) -> None:
        self._picture, self._left, self._foot = picture, left, foot

    def at(self, x: float, y: float) -> tuple[int, int, int]:
        """The colour at a place."""
        column = int((x + self._left) * SCALE)
        row = self._picture.height - 1 - int((y + self._foot) * SCALE)
        red, green, blue = self._picture.getpixel((column, row))  # type: ignore[misc]
        return red, green, blue


SCALE = 2


def drawn(file: Path) -> list[Drawn]:
    """Every page of a PDF as a picture of its MediaBox."""
    found = []
    with pypdfium2.PdfDocument(file) as document:
        for page in document:
            media, trim = page.get_mediabox(), page.get_trimbox()
            picture = page.render(scale=SCALE).to_pil().convert("RGB")
            found.append(Drawn(picture, trim[0] - media[0], trim[1] - media[1]))
    return found
