"""Small pages set by the press and read back from their PDF: what a reader of the paper sees."""

from __future__ import annotations

from functools import cache
from io import BytesIO
from itertools import pairwise

from plugins.press import reader
from plugins.press.press import BODY_STYLES
from plugins.press.reader import Char
from plugins.press.typesetter import Typesetter
from tests.press.conftest import SAMPLE, THEME

#: Body type, pitch and measure of a column (theme/press/styles/page.css), pt.
EM, PITCH, COLUMN = 10.5, 16.0, 231.0
PAGE = '<html lang="zh-CN"><body class="inside"><div class="{}"><div class="body columns">{}</div></div></body></html>'
Row = tuple[Char, ...]


@cache
def typesetter() -> Typesetter:
    """One for all: fonts and styles are read once."""
    return Typesetter(SAMPLE, THEME, BODY_STYLES)


@cache
def set_page(html: str, classes: str = "story rank-story") -> Row:
    """The characters of a page with this in a column of 22 characters, in the order of painting."""
    file = BytesIO()
    typesetter().lay_out(PAGE.format(classes, html), "2020-03").write_pdf(file)
    return reader.read(file).pages[0].chars  # type: ignore[arg-type]


def rows(chars: Row, size: float = EM) -> list[Row]:
    """Lines of type: characters of about this size on one baseline, from the left."""
    found: dict[float, list[Char]] = {}
    for char in chars:
        if abs(char.size - size) < 0.5:
            found.setdefault(round(char.baseline, 1), []).append(char)
    return [tuple(sorted(found[line], key=lambda char: char.x0)) for line in sorted(found)]


def lines(html: str, classes: str = "story rank-story", size: float = EM) -> list[Row]:
    """The lines of type of a page with this in a column."""
    return rows(set_page(html, classes), size)


def words(row: Row) -> str:
    """What a line says."""
    return "".join(char.text for char in row)


def whites(row: Row) -> list[tuple[str, float]]:
    """Each pair of neighbours, and the white between the two pens in em (negative where squeezed)."""
    return [
        (first.text + second.text, (second.x0 - first.x1) / first.size)
        for first, second in pairwise(row)
    ]


def left_edge() -> float:
    """Where a column begins, pt: a line without indent shows it."""
    return lines('<p style="text-indent:0">治</p>')[0][0].x0
