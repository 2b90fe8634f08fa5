"""The finished file: page labels equal to folios, document facts, the same bytes every time."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from pathlib import Path

import pikepdf
from pikepdf import Array, Dictionary, Name, Pdf, String

from plugins.press.sheets import Sheet


def finish(raw: Path, target: Path, sheets: Sequence[Sheet], title: str, published: date) -> None:
    """Write ``raw`` to ``target`` with page labels, title, language and a fixed date."""
    with Pdf.open(raw) as pdf:
        for page in pdf.pages:
            page.obj.MediaBox = page.obj.CropBox = page.obj.BleedBox = page.obj.TrimBox
        pdf.Root.PageLabels = Dictionary(Nums=_labels(sheets))
        pdf.Root.Lang = String("zh-CN")
        pdf.Root.PageLayout = Name.TwoPageRight
        pdf.Root.ViewerPreferences = Dictionary(DisplayDocTitle=True)
        stamp = f"D:{published:%Y%m%d}000000Z"
        for key, value in (("/Title", title), ("/CreationDate", stamp), ("/ModDate", stamp)):
            pdf.docinfo[key] = String(value)
        pdf.save(
            target,
            deterministic_id=True,
            object_stream_mode=pikepdf.ObjectStreamMode.generate,
        )


def _labels(sheets: Sequence[Sheet]) -> Array:
    """One entry where the kind of label changes (PDF 32000-1, 12.4.2)."""
    numbers = Array()
    before: Sheet | None = None
    for place, sheet in enumerate(sheets):
        runs_on = before is not None and before.folio and sheet.folio == before.folio + 1
        if not runs_on:
            numbers.append(place)
            numbers.append(
                Dictionary(S=Name.D, St=sheet.folio)
                if sheet.folio
                else Dictionary(P=String(sheet.label))
            )
        before = sheet
    return numbers
