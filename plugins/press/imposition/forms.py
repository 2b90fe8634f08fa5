"""Pages as form XObjects: placed any number of times, their fonts and pictures stored once."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from pikepdf import Array, Dictionary, Name, Page, Pdf, Stream

from plugins.press.imposition.sheetplan import Box


def box_of(page: Page, name: str) -> Box:
    """A page box as (left, bottom, right, top) in pt; the next wider one when it is missing."""
    found = {"/TrimBox": page.trimbox, "/BleedBox": page.obj.get("/BleedBox", page.mediabox)}
    x0, y0, x1, y1 = (float(each) for each in found[name])
    return (min(x0, x1), min(y0, y1), max(x0, x1), max(y0, y1))


def forms(target: Pdf, pages: Sequence[Page], source: Pdf) -> list[Any]:
    """A form XObject in ``target`` for each page of ``source``; it shows what is within the bleed.

    ``source`` must stay open until ``target`` is saved.
    """
    return [target.copy_foreign(_form(source, page)) for page in pages]


def _form(source: Pdf, page: Page) -> Any:
    contents = page.obj.get("/Contents", Array())
    streams = list(contents) if isinstance(contents, Array) else [contents]
    # Joined with a line end between them: an operator never runs over (ISO 32000-1, 7.8.2).
    form = Stream(source, b"\n".join(stream.read_bytes() for stream in streams))
    form.Type, form.Subtype = Name.XObject, Name.Form
    form.BBox = Array([round(each, 4) for each in box_of(page, "/BleedBox")])
    form.Resources = source.make_indirect(page.resources)
    if "/Group" in page.obj:
        form.Group = page.obj.Group
    return source.make_indirect(form)


def add_page(target: Pdf, trim: Box, bleed: float, drawing: str, xobjects: dict[str, Any]) -> None:
    """A new page whose boxes are ``trim`` and ``trim`` grown by ``bleed`` (pt), with its drawing."""
    outer = [trim[0] - bleed, trim[1] - bleed, trim[2] + bleed, trim[3] + bleed]
    page = Dictionary(
        Type=Name.Page,
        MediaBox=_array(outer),
        BleedBox=_array(outer),
        TrimBox=_array(trim),
        Resources=Dictionary(XObject=Dictionary(xobjects)),
        Contents=target.make_stream(drawing.encode("ascii")),
    )
    target.pages.append(Page(target.make_indirect(page)))


def shown(name: str, clip: Box, matrix: Sequence[float]) -> str:
    """The operators that paint a form, moved by ``matrix``, as far as ``clip`` shows it (pt)."""
    x0, y0, x1, y1 = clip
    numbers = number(x0), number(y0), number(x1 - x0), number(y1 - y0)
    moved = " ".join(number(each) for each in matrix)
    return f"q {' '.join(numbers)} re W n {moved} cm {name} Do Q\n"


def number(value: float) -> str:
    """A number as PDF writes it, to 1/10000 pt.

    >>> number(8.50394), number(-0.00001), number(3.0)
    ('8.5039', '0', '3')
    """
    return f"{value:.4f}".rstrip("0").rstrip(".") if abs(value) >= 0.00005 else "0"


def _array(box: Sequence[float]) -> Array:
    return Array([round(each, 4) for each in box])
