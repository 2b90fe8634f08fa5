"""The page plan drawn: thumbnails of the finished PDF, an HTML file and a PDF sheet to pin up.

The only place that draws pages as pictures (pypdfium2).
"""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Sequence
from io import BytesIO
from pathlib import Path
from shutil import rmtree

import pypdfium2
from PIL import Image, ImageDraw

from plugins.issue.record import Issue
from plugins.press.plan.filling import (
    Box,
    body_chars,
    empty_boxes,
    empty_share,
    headings,
    type_areas,
)
from plugins.press.plan.pageplan import PagePlan, plan
from plugins.press.proof.completeness import standing
from plugins.press.proof.pagewords import PageWords, page_words
from plugins.press.quality.reader import Page, read
from plugins.press.templates import Templates
from plugins.press.typesetter import Typesetter, complaints_are_errors
from plugins.press.workshop import BODY_STYLES

STYLES = ["shared/tokens.css", "press/styles/pageplan.css"]
TEMPLATE = "pageplan.html"
NAME = "版面计划"
#: Pixels to a pt of the pictures that are measured, and of the thumbnails.
MEASURED = 1.0
SHOWN = 40 / 72
QUALITY = 82
#: What is empty is shown in this tint.
TINT = "#fbe3dc"
#: pt to a CSS px.
PT = 0.75
#: Spreads in a row of the sheet.
ACROSS = 7


def draw(issue: Issue, pdf: Path, theme: Path, target: Path) -> PagePlan:
    """Write 版面计划.html and 版面计划.pdf into the folder ``target``, from the finished ``pdf``.

    ``issue.folios`` must be those of the PDF. Raises ``pikepdf.PdfError`` when it is no PDF.
    """
    pages = read(pdf).pages
    words, _ = page_words(issue, pages, issue.folios)
    pictures = page_pictures(pdf)
    boxes, shares = emptiness(pages, words, pictures, _type_height(issue, theme, target))
    made = plan(issue, words, standing(issue, words), shares)
    thumbnails = [
        thumbnail(picture, boxes.get(page.label, ()))
        for picture, page in zip(pictures, words, strict=True)
    ]
    _write_html(issue, theme, target / f"{NAME}.html", made, thumbnails)
    _write_pdf(issue, theme, target / f"{NAME}.pdf", made, thumbnails)
    return made


def page_pictures(pdf: Path) -> list[Image.Image]:
    """Every page as a picture of its trimmed size, `MEASURED` px to a pt."""
    pictures = []
    with pypdfium2.PdfDocument(pdf) as document:
        for page in document:
            media, trim = page.get_mediabox(), page.get_trimbox()
            crop = tuple(abs(edge - cut) for edge, cut in zip(media, trim, strict=True))
            pictures.append(page.render(scale=MEASURED, crop=crop).to_pil().convert("RGB"))
    return pictures


def emptiness(
    pages: Sequence[Page],
    words: Sequence[PageWords],
    pictures: Sequence[Image.Image],
    height: tuple[float, float],
) -> tuple[dict[str, list[Box]], dict[str, float]]:
    """Of every page that holds articles, by its label: its empty parts, and their share of it.

    ``height``: from where to where bodies are set (pt from the top of the page).
    """
    bodies = [
        body_chars(page, each.words) if each.kind == "articles" else ()
        for page, each in zip(pages, words, strict=True)
    ]
    areas = type_areas(bodies, *height)
    boxes, shares = {}, {}
    for number, (page, picture, chars) in enumerate(zip(words, pictures, bodies, strict=True)):
        if page.kind == "articles":
            area = areas[number % 2]
            boxes[page.label] = empty_boxes(picture, area, MEASURED, headings(chars))
            shares[page.label] = empty_share(boxes[page.label], area, MEASURED)
    return boxes, shares


def _type_height(issue: Issue, theme: Path, folder: Path) -> tuple[float, float]:
    """Top and bottom of the type area in pt, as the styles of the press lay it out."""
    empty = Typesetter(folder, theme.resolve(), BODY_STYLES)
    blank = empty.lay_out(Templates(theme.resolve(), issue).render("blank.html"), ".")
    box = blank.pages[0]._page_box
    return box.margin_top * PT, (box.margin_top + box.height) * PT


def thumbnail(picture: Image.Image, empty: Sequence[Box] = ()) -> bytes:
    """A page small, as JPEG, its empty parts tinted."""
    tinted = picture.copy()
    for box in empty:
        ImageDraw.Draw(tinted).rectangle(box, fill=TINT)
    size = (round(picture.width * SHOWN / MEASURED), round(picture.height * SHOWN / MEASURED))
    small = BytesIO()
    tinted.resize(size, Image.Resampling.LANCZOS).save(small, "JPEG", quality=QUALITY)
    return small.getvalue()


def _write_html(
    issue: Issue, theme: Path, file: Path, made: PagePlan, thumbnails: Sequence[bytes]
) -> None:
    """The plan for the screen: one file that holds its pictures and styles."""
    sources = [f"data:image/jpeg;base64,{b64encode(each).decode()}" for each in thumbnails]
    styles = "\n".join((theme / style).read_text(encoding="utf-8") for style in STYLES)
    file.write_text(_html(issue, theme, made, sources, styles), encoding="utf-8")


def _write_pdf(
    issue: Issue, theme: Path, file: Path, made: PagePlan, thumbnails: Sequence[bytes]
) -> None:
    """The plan for the wall. Its pictures lie in a folder beside it while it is typeset: the press
    reads files of one folder only (fetch.py)."""
    folder = file.with_suffix(".pictures")
    names = [f"{number}.jpg" for number in range(len(thumbnails))]
    try:
        folder.mkdir(parents=True, exist_ok=True)
        for name, picture in zip(names, thumbnails, strict=True):
            (folder / name).write_bytes(picture)
        sheet = Typesetter(folder, theme.resolve(), STYLES)
        document = sheet.lay_out(_html(issue, theme, made, names), ".")
        with complaints_are_errors():
            document.write_pdf(file)
    finally:
        rmtree(folder, ignore_errors=True)


def _html(
    issue: Issue, theme: Path, made: PagePlan, sources: Sequence[str], styles: str = ""
) -> str:
    spreads = made.spreads
    rows = [spreads[at : at + ACROSS] for at in range(0, len(spreads), ACROSS)]
    templates = Templates(theme.resolve(), issue)
    return templates.render(TEMPLATE, plan=made, rows=rows, sources=sources, styles=styles)
