"""The stone: text laid out by WeasyPrint with our composer, in a column 22 em of 10 pt wide."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from weasyprint import HTML
from weasyprint.formatting_structure import boxes
from weasyprint.text.fonts import FontConfiguration

from plugins.press.lines.composing import composing
from plugins.press.quality import reader

#: Type of 10 pt on lines of 16 pt, in a measure of 22 em, 20 pt from the edges.
EM, PITCH, EDGE, MEASURE = 10.0, 16.0, 20.0, 22
PX = 0.75
SONG = '"Noto Serif CJK SC"'
STYLE = """
@page {{ size: {width}pt 700pt; margin: {edge}pt }}
html {{ font: 10pt/16pt {font} }} body {{ margin: 0; text-align: justify }} p {{ margin: 0 }}
ruby {{ white-space: nowrap }}
rt {{ display: inline-block; width: 4em; margin: 0 -1em 0 -3em; vertical-align: 1.9em; line-height: 0; font-size: .5em;
  text-align: center; text-indent: 0 }}
sub, sup {{ font-size: .65em; line-height: 0 }}
{more}
"""
RIVER = "守河人沿着江岸走了十二公里，把每个排口的编号、水色和气味记在本子上，回来再对照上个月的监测数据。"
DRAWING = "%3Csvg xmlns='http://www.w3.org/2000/svg' width='20' height='9'/%3E"
PICTURE = f'<img src="data:image/svg+xml,{DRAWING}">'


@cache
def fonts() -> FontConfiguration:
    return FontConfiguration()


def laid_out(body: str, em: float = MEASURE, font: str = SONG, more: str = "") -> Any:
    style = STYLE.format(width=em * EM + 2 * EDGE, edge=EDGE, font=font, more=more)
    html = f'<html lang="zh-CN"><meta charset="utf-8"><style>{style}</style><body>{body}'
    with composing():
        return HTML(string=html).render(font_config=fonts())


@dataclass(frozen=True)
class Line:
    """A line box: its text, its left and right edge in pt from the left of the text."""

    text: str
    left: float
    right: float
    composed: bool


def words(box: Any) -> str:
    if isinstance(box, boxes.TextBox):
        return str(box.text)
    return "".join(words(child) for child in getattr(box, "children", ()))


def lines(document: Any) -> list[Line]:
    return [
        Line(
            words(box),
            box.position_x * PX - EDGE,
            (box.position_x + box.width) * PX - EDGE,
            getattr(box, "is_composed", False),
        )
        for page in document.pages
        for box in page._page_box.descendants()
        if isinstance(box, boxes.LineBox)
    ]


def texts(body: str, em: float = MEASURE, more: str = "") -> list[str]:
    return [line.text for line in lines(laid_out(body, em, more=more))]


def printed(document: Any, folder: Path) -> reader.Printed:
    document.write_pdf(folder / "lines.pdf")
    return reader.read(folder / "lines.pdf")


def paragraph_lines(document: Any) -> Iterator[list[Any]]:
    """The lines of every paragraph and list item."""
    for page in document.pages:
        for box in page._page_box.descendants():
            if isinstance(box, boxes.BlockBox) and box.element_tag in {"p", "li"}:
                yield [child for child in box.children if isinstance(child, boxes.LineBox)]
