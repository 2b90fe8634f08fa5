"""Slug lines (版外说明): what a sheet is, set as a strip of type for the margin of each page."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path
from typing import Any

import numpy as np
from jinja2 import Environment, FileSystemLoader, StrictUndefined
from pikepdf import Pdf

from plugins.press.prepress.inks import Inks
from plugins.press.prepress.profiles import RGB, Ink
from plugins.press.prepress.separation import Separator
from plugins.press.typesetter import Typesetter, complaints_are_errors

STYLES = ["shared/tokens.css"]
TEMPLATE = "strips.html"
#: The strip's name among a page's forms.
NAME = "/slug"
PT_PER_PX = 0.75


@dataclass(frozen=True, slots=True)
class Strip:
    """A form of the PDF that was asked for: its type begins at the left and ends at ``width`` pt."""

    form: Any
    width: float
    height: float


def strips(pdf: Pdf, slugs: Sequence[str], theme: Path) -> list[Strip]:
    """A strip of K 100 for each slug, as forms of ``pdf``. Raises as `Typesetter.lay_out` does."""
    if not slugs:
        return []
    document = Typesetter(theme.resolve(), theme.resolve(), STYLES).lay_out(
        _html(slugs, theme), "."
    )
    widths = [page.anchors[f"end-{place}"][0] for place, page in enumerate(document.pages)]
    file = BytesIO()
    with complaints_are_errors():
        document.write_pdf(file)
    with Pdf.open(file) as drawn:
        inks = Inks({}, _no_colour, np.arange(256, dtype=np.uint8))
        separator = Separator(drawn, inks, lambda image, _: image)
        made = []
        for page, width in zip(drawn.pages, widths, strict=True):
            separator.page(page.obj, "colour")
            form = pdf.copy_foreign(drawn.make_indirect(page.as_form_xobject()))
            made.append(Strip(form, width * PT_PER_PX, float(page.mediabox[3])))
        return made


def _html(slugs: Sequence[str], theme: Path) -> str:
    environment = Environment(
        loader=FileSystemLoader(theme / "press" / "templates"),
        undefined=StrictUndefined,
        autoescape=True,
    )
    return environment.get_template(TEMPLATE).render(slugs=slugs)


def _no_colour(colour: RGB) -> Ink:
    raise ValueError(f"slug lines are black, not {colour}")
