"""Page labels equal to the printed folios (ISO 32000-1, 12.4.2)."""

from __future__ import annotations

from collections.abc import Sequence

from pikepdf import Array, Dictionary, Name, String

from plugins.press.sheets import Sheet


def page_labels(sheets: Sequence[Sheet]) -> Dictionary:
    """The number tree of the labels of all pages: folios inside, 封面, 封二, 封三, 封底 by name.

    An entry stands where the kind of label changes.
    """
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
    return Dictionary(Nums=numbers)
