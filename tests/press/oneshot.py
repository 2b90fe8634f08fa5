"""An issue as one document of WeasyPrint's: every piece laid out and painted in this process, nothing kept."""

from __future__ import annotations

from pathlib import Path

from plugins.issue.record import Issue
from plugins.press.binding import BoundPage
from plugins.press.screen.tagging import tagging
from plugins.press.typesetter import complaints_are_errors
from plugins.press.workshop import BLANK, Workshop


def write(issue: Issue, content: Path, theme: Path, raw: Path) -> None:
    """Paint all boxes into one PDF. The make-up is the press's own; standing type has no part in it."""
    shop = Workshop(issue, content, theme)
    bound = shop.bound(lambda *_: None)
    left = shop.compositor.left
    pages = []
    for place, sheet in enumerate(bound.sheets):
        name = sheet.piece.name if sheet.piece else ""
        document = bound.documents[name] if name else shop.compositor.finish(shop.job(BLANK))
        over = bound.furniture[place]
        dressed = sheet.piece is None or sheet.piece.has_furniture
        shift = over.anchors[f"type-area-{place}"][0] - left
        page = document.pages[sheet.page]
        pages.append(BoundPage(page, over if dressed else None, shift if dressed else 0))
    document = bound.documents["cover"].copy(pages)
    with complaints_are_errors(), tagging():
        document.write_pdf(raw, uncompressed_pdf=True, pdf_tags=True)
