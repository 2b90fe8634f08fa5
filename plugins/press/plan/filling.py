"""How full a page is, measured: which rows of its columns bear ink.

Ink is read from a picture of the finished page, so that pictures, tables and tinted boxes count like
type; where the columns stand sideways is read from the characters of all bodies.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from PIL import Image

from plugins.hanzi.scripts import INVISIBLE
from plugins.press.quality.reader import Char, Page

#: (left, top, right, bottom) in px.
Box = tuple[int, int, int, int]
COLUMNS = 2
#: White as high as this is empty; less is the space round heads and pictures (pt: three rows).
EMPTY = 50.0
#: Type from this size on is a headline: beside it and so far above and below nothing is empty (pt).
HEADLINE, ABOVE, BELOW = 15.0, 24.0, 56.0
#: Paper is lighter than this (of 255).
PAPER = 244
#: How far type rises above its baseline (em).
RISE = 0.88
#: Shares of a page as editors say them.
SHARES = {
    1 / 8: "1/8",
    1 / 6: "1/6",
    1 / 4: "1/4",
    1 / 3: "1/3",
    1 / 2: "1/2",
    2 / 3: "2/3",
    3 / 4: "3/4",
    1.0: "整",
}
#: Less is not worth a word.
LEAST_SHARE = 0.1


@dataclass(frozen=True, slots=True)
class TypeArea:
    """Where bodies are set, in pt from the left and the top of the page."""

    left: float
    top: float
    right: float
    bottom: float


def body_chars(page: Page, words: str) -> tuple[Char, ...]:
    """The characters of a page that make up ``words`` (squeezed): furniture stands behind them."""
    left = len(words)
    found = []
    for char in page.chars:
        if left <= 0:
            break
        counted = sum(1 for c in char.text if not c.isspace() and c not in INVISIBLE)
        found += [char] if counted else []
        left -= counted
    return tuple(found)


def type_areas(
    pages: Sequence[Sequence[Char]], top: float, bottom: float
) -> tuple[TypeArea, TypeArea]:
    """The type areas of the first page's side and of the other: as wide as the bodies of all pages.

    ``pages`` stand in turn on either side; a page without body is empty. ``top`` and ``bottom``: pt
    from the top of the page.
    """
    return _area(pages[0::2], top, bottom), _area(pages[1::2], top, bottom)


def _area(pages: Iterable[Sequence[Char]], top: float, bottom: float) -> TypeArea:
    chars = [char for page in pages for char in page]
    left = min((char.x0 for char in chars), default=0.0)
    right = max((char.x1 for char in chars), default=0.0)
    return TypeArea(left, top, right, bottom)


def headings(chars: Iterable[Char]) -> list[tuple[float, float]]:
    """From where to where headings stand on a page (pt from its top)."""
    return [
        (char.baseline - RISE * char.size - ABOVE, char.baseline + BELOW)
        for char in chars
        if char.size >= HEADLINE
    ]


def empty_boxes(
    picture: Image.Image,
    area: TypeArea,
    scale: float,
    heads: Sequence[tuple[float, float]] = (),
) -> list[Box]:
    """The empty parts of a page's columns, in px of ``picture``; ``scale``: px to a pt."""
    width = (area.right - area.left) / COLUMNS
    top, bottom = round(area.top * scale), round(area.bottom * scale)
    boxes = []
    for number in range(COLUMNS):
        left, right = (round((area.left + n * width) * scale) for n in (number, number + 1))
        rows = inked_rows(picture.crop((left, top, right, bottom)))
        for begin, end in heads:
            low, high = (min(len(rows), max(0, round(at * scale) - top)) for at in (begin, end))
            rows[low:high] = [True] * (high - low)
        white = _white(rows, round(EMPTY * scale))
        boxes += [(left, top + at, right, top + end) for at, end in white]
    return boxes


def empty_share(boxes: Sequence[Box], area: TypeArea, scale: float) -> float:
    """What share of the type area the boxes are."""
    whole = (area.right - area.left) * (area.bottom - area.top) * scale * scale
    empty = sum((right - left) * (bottom - top) for left, top, right, bottom in boxes)
    return min(1.0, empty / whole) if whole else 0.0


def inked_rows(picture: Image.Image) -> list[bool]:
    """For each row of pixels whether anything is printed on it."""
    ink = picture.convert("L").point([255] * PAPER + [0] * (256 - PAPER))
    rows = ink.resize((1, ink.height), Image.Resampling.BOX).tobytes()
    return [bool(row) for row in rows]


def _white(rows: Sequence[bool], least: int) -> Iterator[tuple[int, int]]:
    """Runs of at least ``least`` rows without ink: (first row, row behind the last)."""
    at = 0
    for inked, run in groupby(rows):
        end = at + len(list(run))
        if not inked and end - at >= least:
            yield at, end
        at = end


def share_words(share: float) -> str:
    """A share as editors say it.

    >>> share_words(0.3), share_words(0.97), share_words(0.02)
    ('空 1/3 页', '空整页', '')
    """
    if share < LEAST_SHARE:
        return ""
    words = SHARES[min(SHARES, key=lambda named: abs(named - share))]
    return f"空{words}页" if words == "整" else f"空 {words} 页"
