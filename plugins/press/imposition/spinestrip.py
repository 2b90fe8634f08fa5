"""The spine drawn: one page as wide as the spine and as high as the cover with its bleed."""

from __future__ import annotations

from pathlib import Path

from plugins.issue.record import Issue
from plugins.press.imposition.spinetext import spine_text
from plugins.press.templates import Templates
from plugins.press.typesetter import Typesetter, complaints_are_errors

STYLES = ["shared/tokens.css"]
TEMPLATE = "spine.html"


def draw_spine(
    issue: Issue,
    content: Path,
    theme: Path,
    target: Path,
    width_mm: float,
    height_mm: float,
    bleed_mm: float = 3.0,
) -> None:
    """Write the spine of a glued issue as a PDF in RGB, to be separated as the pages are.

    ``height_mm`` is the trimmed height. Raises `ValueError` when there is no spine to draw.
    """
    if width_mm <= 0:
        raise ValueError("a stitched issue has no spine")
    html = Templates(theme.resolve(), issue).render(
        TEMPLATE,
        text=spine_text(issue, width_mm, height_mm),
        width=width_mm,
        height=height_mm,
        bleed=bleed_mm,
    )
    sheet = Typesetter(content.resolve(), theme.resolve(), STYLES)
    document = sheet.lay_out(html, issue.key)
    with complaints_are_errors():
        document.write_pdf(target, uncompressed_pdf=True)
