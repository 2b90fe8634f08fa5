"""One article's laid-out pages → its PDF file: tagged, for screens, the same bytes every time."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from io import BytesIO
from pathlib import Path
from typing import Any

from pikepdf import Pdf

from plugins.press.screen.archival import conform, save, trim
from plugins.press.screen.clipping_faces import unwrap
from plugins.press.screen.labels import page_labels
from plugins.press.screen.metadata import Facts
from plugins.press.screen.tagging import tagging
from plugins.press.sheets import Sheet
from plugins.press.typesetter import complaints_are_errors

Pictures = Callable[[Pdf], object]


def write(
    document: Any, target: Path, facts: Facts, sheets: Sequence[Sheet], pictures: Pictures
) -> None:
    """Write a laid-out document, one page a sheet, to ``target``.

    ``pictures`` makes the pictures of the open file smaller, in place. Raises `TypesettingError` when
    WeasyPrint warns.
    """
    raw = BytesIO()
    with complaints_are_errors(), tagging():
        document.write_pdf(raw, uncompressed_pdf=True, pdf_tags=True)
    with Pdf.open(raw) as pdf:
        unwrap(pdf)
        pictures(pdf)
        for page in pdf.pages:
            trim(page)
        pdf.Root.PageLabels = page_labels(sheets)
        conform(pdf, facts)
        # A few pages are read one under the other.
        del pdf.Root.PageLayout
        save(pdf, target)
