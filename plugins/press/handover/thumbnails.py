"""Small pictures of the pages, as the open issue shows them, and all of them on one sheet."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from itertools import chain, zip_longest
from math import ceil
from pathlib import Path

import pypdfium2
from PIL import Image, ImageDraw, ImageFont

#: Pixels to an inch of the pictures, and how much smaller pages stand on the overview.
PPI, SMALLER = 60, 3
POINTS = 72
OVERVIEW = "总览.png"
#: Spreads in a row of the overview; space between them, and below them for the folios (px).
ACROSS, SPACE, FOOT = 6, 14, 18
GROUND, FIGURES = "#e4e7e2", "#333333"
FIGURE_PX = 12
#: Little pressing: three times as fast, and no larger.
COMPRESSION = 1
WORKERS = 2


def draw_thumbnails(pdf: Path, labels: Sequence[str], folder: Path) -> list[Path]:
    """Write a PNG a spread («03-2-3.png») and 总览.png into ``folder``, which is made; their paths.

    ``labels``: folio or name of each page («封面», «1»), from first to last; the first stands alone on
    the right. Raises `ValueError` when there are not as many labels as pages.
    """
    folder.mkdir(parents=True, exist_ok=True)
    shown: list[tuple[Pair, Labels]] = []
    files: list[Path] = []
    saving: list[Future[None]] = []
    with ThreadPoolExecutor(WORKERS) as workers:
        for number, (pair, names) in enumerate(_spreads(_pages(pdf, len(labels)), labels), 1):
            shown.append((pair, names))
            files.append(folder / f"{number:02}-{'-'.join(filter(None, names))}.png")
            saving.append(workers.submit(_save, files[-1], _spread(pair)))
        files.append(folder / OVERVIEW)
        _save(files[-1], _overview(shown))
    for each in saving:
        each.result()
    return files


Pair = tuple[Image.Image | None, Image.Image | None]
Labels = tuple[str, str]


def _pages(pdf: Path, expected: int) -> Iterator[Image.Image]:
    """Every page as a picture of its trimmed size."""
    with pypdfium2.PdfDocument(pdf) as document:
        if len(document) != expected:
            raise ValueError(f"{len(document)} pages and {expected} labels")
        for page in document:
            media, trim = page.get_mediabox(), page.get_trimbox()
            crop = tuple(abs(edge - cut) for edge, cut in zip(media, trim, strict=True))
            bitmap = page.render(scale=PPI / POINTS, crop=crop)
            yield bitmap.to_pil().convert("RGB")


def _spreads(pages: Iterable[Image.Image], labels: Sequence[str]) -> Iterator[tuple[Pair, Labels]]:
    """(left, right) as they lie open, each with its labels; a cover has nothing beside it."""
    nothing: tuple[Image.Image | None, str] = (None, "")
    sides = chain([nothing], zip(pages, labels, strict=True))
    for (left, one), (right, other) in zip_longest(sides, sides, fillvalue=nothing):
        yield (left, right), (one, other)


def _spread(pair: Pair) -> Image.Image:
    """One or two pages side by side."""
    found = [page for page in pair if page is not None]
    joined = Image.new("RGB", (sum(page.width for page in found), found[0].height), "white")
    at = 0
    for page in found:
        joined.paste(page, (at, 0))
        at += page.width
    return joined


def _overview(spreads: Sequence[tuple[Pair, Labels]]) -> Image.Image:
    """All spreads in rows, small, with their folios (names of covers are not written)."""
    first = next(page for page in spreads[0][0] if page is not None)
    width, height = first.width // SMALLER, first.height // SMALLER
    across, down = 2 * width + SPACE, height + FOOT + SPACE
    rows = ceil(len(spreads) / ACROSS)
    sheet = Image.new("RGB", (ACROSS * across + SPACE, rows * down + SPACE), GROUND)
    pen, font = ImageDraw.Draw(sheet), ImageFont.load_default(FIGURE_PX)
    for number, (pair, labels) in enumerate(spreads):
        x = SPACE + number % ACROSS * across
        y = SPACE + number // ACROSS * down
        for side, (page, label) in enumerate(zip(pair, labels, strict=True)):
            if page is None:
                continue
            left = x + side * width
            sheet.paste(page.resize((width, height), Image.Resampling.BOX), (left, y))
            if label.isascii():
                place = (left + width / 2, y + height + FOOT / 2)
                pen.text(place, label, FIGURES, font=font, anchor="mm")
    return sheet


def _save(file: Path, picture: Image.Image) -> None:
    picture.save(file, "PNG", compress_level=COMPRESSION)
