"""Characters of a finished page → its lines.

A line is what stands on one baseline in one size without a gap wider than `GAP`; smaller signs
raised or lowered (m³, PM₂.₅) belong to it. The order of painting does not matter here.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from operator import attrgetter

from plugins.press.quality.reader import Char, Page

#: A wider gap (em) parts two lines that share a baseline.
GAP = 1.3
#: Baselines nearer than this (pt) are one line.
LEVEL = 0.3
#: Sizes nearer than this (pt) are one size: a sans face is often set a little smaller in a line.
SAME_SIZE = 0.4
#: How far (em) a small raised or lowered sign may stand from the baseline of its line.
SHIFT = 0.55
WEIGHT = re.compile(r"-(?:ExtraLight|Light|Regular|Medium|SemiBold|Bold|Black)$")
OPENING = frozenset("“‘（《〈【〔「『［｛〖")
CLOSING = frozenset("”’）》〉】〕」』］｝〗")
STOPS = frozenset("，。、；：？！．")
MARKS = OPENING | CLOSING | STOPS


@cache
def is_han(text: str) -> bool:
    """Whether this is a Han ideograph (unified, extensions, compatibility, 〇)."""
    return (
        text[:1] == "〇" or "㐀" <= text[:1] <= "鿿" or "豈" <= text[:1] <= "﫿" or text[:1] >= "𠀀"
    )


def blank_after(char: Char) -> float:
    """The blank right half (pt) of a full-width closing mark or stop; 0 of anything else."""
    return char.size / 2 if char.text in CLOSING | STOPS and is_full_width(char) else 0.0


def is_full_width(char: Char) -> bool:
    """Whether a glyph's own advance is one em: in a Latin face “ ” are not."""
    return char.x1 - char.x0 >= 0.9 * char.size


@dataclass(frozen=True, slots=True)
class Line:
    """Characters of one line from left to right, without spaces.

    ``spaced`` are the places in ``chars`` before which a space was printed.
    """

    page: int
    baseline: float
    chars: tuple[Char, ...]
    spaced: frozenset[int] = frozenset()

    @property
    def start(self) -> float:
        """The pen before the first character, pt."""
        return self.chars[0].x0

    @property
    def end(self) -> float:
        """The pen behind the last character, pt, by its own advance."""
        return self.chars[-1].x1

    @property
    def optical_end(self) -> float:
        """Where the line ends for the eye: the blank half of a full-width mark hangs out."""
        return self.end - blank_after(self.chars[-1])

    @property
    def text(self) -> str:
        """The line as a string."""
        return "".join(char.text for char in self.chars)


def family(font: str) -> str:
    """A PostScript name without its weight: bold words belong to the body."""
    return WEIGHT.sub("", font)


def in_families(line: Line, families: frozenset[str]) -> bool:
    """Whether a line has a Han character of these families; none means yes.

    One is enough: a paragraph may begin with a run-in head in another face.
    """
    return not families or any(
        is_han(char.text) and family(char.font) in families for char in line.chars
    )


class Lines:
    """The lines of one document's pages, each page read once for a size."""

    def __init__(self) -> None:
        self._known: dict[tuple[int, float], list[Line]] = {}

    def of(self, page: Page, size: float) -> list[Line]:
        """As `lines_of`."""
        place = page.number, size
        if place not in self._known:
            self._known[place] = lines_of(page, size)
        return self._known[place]


def lines_of(page: Page, size: float) -> list[Line]:
    """The lines on a page of the given size (pt), from top to bottom and left to right."""
    chars = [char for char in page.chars if char.upright]
    rows = _rows(char for char in chars if abs(char.size - size) <= SAME_SIZE)
    signs = _Signs([char for char in chars if char.size < size - SAME_SIZE])
    lines: list[Line] = []
    for baseline, row in rows:
        members = row + [sign for sign in signs.near(baseline, SHIFT * size) if _touches(sign, row)]
        lines += _lines(page.number, baseline, members, size)
    return sorted(lines, key=lambda line: (round(line.baseline, 1), line.start))


def larger_lines(page: Page, size: float) -> list[Line]:
    """The lines on a page in larger type than ``size`` (pt): headlines."""
    rows = _rows(char for char in page.chars if char.upright and char.size > size + SAME_SIZE)
    return [line for row in rows for line in _lines_in_largest(page, *row)]


def lowest_lines(page: Page, most: int) -> list[Line]:
    """The lowest lines inside a page, of any size, from the top."""
    rows = _rows(char for char in page.chars if char.upright and char.size > SAME_SIZE)
    found: list[Line] = []
    for baseline, row in reversed(rows):
        if len(found) >= most:
            break
        if baseline < page.height:
            found = [*_lines_in_largest(page, baseline, row), *found]
    return found[-most:]


class _Signs:
    """The small signs of a page, found by their height."""

    def __init__(self, signs: list[Char]) -> None:
        self._signs = sorted(enumerate(signs), key=lambda each: each[1].baseline)
        self._baselines = [sign.baseline for _, sign in self._signs]

    def near(self, baseline: float, reach: float) -> list[Char]:
        """Those at most ``reach`` (pt) above or below a baseline, in the order of painting."""
        first = bisect_left(self._baselines, baseline - reach)
        last = bisect_right(self._baselines, baseline + reach)
        return [sign for _, sign in sorted(self._signs[first:last], key=lambda each: each[0])]


def _rows(chars: Iterable[Char]) -> list[tuple[float, list[Char]]]:
    """Characters by baseline, from the top."""
    rows: list[tuple[float, list[Char]]] = []
    top = float("-inf")
    for char in sorted(chars, key=attrgetter("baseline")):
        if char.baseline - top <= LEVEL:
            rows[-1][1].append(char)
        else:
            top = char.baseline
            rows.append((top, [char]))
    return rows


def _touches(sign: Char, row: Sequence[Char]) -> bool:
    """Whether a small sign stands within three em of a character of the row."""
    return any(abs(sign.x0 - char.x0) <= 3 * char.size for char in row)


def _lines_in_largest(page: Page, baseline: float, row: Sequence[Char]) -> Iterator[Line]:
    return _lines(page.number, baseline, row, max(char.size for char in row))


def _lines(page: int, baseline: float, row: Iterable[Char], size: float) -> Iterator[Line]:
    """A row cut at wide gaps; spaces hold a line together and are then left out."""
    part: list[Char] = []
    wide = GAP * size
    near = 0.0  # up to here a character is near enough, whatever stands before it
    for char in sorted(row, key=attrgetter("x0")):
        if part and char.x0 > near and char.x0 - part[-1].x1 + blank_after(part[-1]) > wide:
            yield from _line(page, baseline, part)
            part = []
        part.append(char)
        near = char.x1 + wide - char.size
    yield from _line(page, baseline, part)


def _line(page: int, baseline: float, part: Sequence[Char]) -> Iterator[Line]:
    printed = [char for char in part if char.text.strip()]
    if len(printed) == len(part):
        if printed:
            yield Line(page, baseline, tuple(printed))
        return
    printed, spaced = [], set()
    for char in part:
        if char.text.strip():
            printed.append(char)
        else:
            spaced.add(len(printed))
    if printed:
        yield Line(page, baseline, tuple(printed), frozenset(spaced))
