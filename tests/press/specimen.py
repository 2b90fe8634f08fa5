"""Small pages set by the press and read back from their PDF: what a reader of the paper sees."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from io import BytesIO
from itertools import pairwise
from typing import Any

from plugins.press.quality import reader
from plugins.press.quality.reader import Char
from plugins.press.typesetter import Typesetter
from plugins.press.workshop import BODY_STYLES
from tests.press.conftest import SAMPLE, THEME

#: Body type, pitch and measure of a column (theme/press/styles/page.css), pt.
EM, PITCH, COLUMN = 10.5, 16.0, 231.0
PX_PER_PT = 4 / 3
PAGE = (
    '<html lang="zh-CN"><body class="inside"><div class="{}"><div class="body columns">{}'
    "</div></div></body></html>"
)
STORY = "story rank-story"
Row = tuple[Char, ...]


@cache
def typesetter() -> Typesetter:
    """One for all: fonts and styles are read once."""
    return Typesetter(SAMPLE, THEME, BODY_STYLES)


@cache
def laid_out(html: str, classes: str = STORY) -> Any:
    """The WeasyPrint document of a page with this in a column of 22 characters."""
    return typesetter().lay_out(PAGE.format(classes, html), "2020-03")


@cache
def printed(html: str, classes: str = STORY) -> Row:
    """The characters of that page, in the order of painting."""
    file = BytesIO()
    laid_out(html, classes).write_pdf(file)
    return reader.read(file).pages[0].chars  # type: ignore[arg-type]


def boxes(html: str, tag: str, classes: str = STORY) -> Iterator[Any]:
    """The laid-out boxes of an element on the first page (px)."""
    for box in laid_out(html, classes).pages[0]._page_box.descendants():
        if box.element_tag == tag:
            yield box


def lines(html: str, classes: str = STORY, size: float = EM) -> list[Row]:
    """Its lines of type: characters of about this size on one baseline, from the left."""
    found: dict[float, list[Char]] = {}
    for char in printed(html, classes):
        if abs(char.size - size) < 0.5:
            found.setdefault(round(char.baseline, 1), []).append(char)
    return [tuple(sorted(found[line], key=lambda char: char.x0)) for line in sorted(found)]


def only(html: str, classes: str = STORY, size: float = EM) -> Row:
    """Its one line of type."""
    (row,) = lines(html, classes, size)
    return row


def words(row: Row) -> str:
    """What a line says."""
    return "".join(char.text for char in row)


def whites(row: Row) -> dict[str, float]:
    """Pairs of neighbours → the white between their pens in em, negative where squeezed."""
    return {
        first.text + second.text: round((second.x0 - first.x1) / first.size, 3)
        for first, second in pairwise(row)
    }


@cache
def edges() -> tuple[float, float]:
    """Left and right edge of the column, pt: a line without indent shows the left one."""
    left = lines('<p style="text-indent:0">治</p>')[0][0].x0
    return left, left + COLUMN
