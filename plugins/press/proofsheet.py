"""A proof sheet, or a comparison of proofs, as PDF: a page that plugins/proofing made, laid out on A4."""

from __future__ import annotations

from pathlib import Path

from plugins.press.typesetter import Typesetter, complaints_are_errors


def write_pdf(html: str, theme: Path, target: Path) -> None:
    """Lay out ``html``, which brings its styles with it, and write ``target``; a file there is replaced whole.

    Raises `TypesettingError` when WeasyPrint complains.
    """
    sheet = Typesetter(None, theme.resolve(), [])
    document = sheet.lay_out(html, ".")
    whole = target.with_suffix(".new")
    try:
        with complaints_are_errors():
            document.write_pdf(whole)
        whole.replace(target)
    finally:
        whole.unlink(missing_ok=True)
