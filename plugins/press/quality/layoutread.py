"""How the body of a finished document is set: size, faces, line pitch, edges of the columns.

Body text is what is set in the commonest size. A column edge is a pen position at which many lines
begin or end. Nothing is taken from the engine that set the pages.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from statistics import fmean

from plugins.press.quality.lineread import (
    OPENING,
    SAME_SIZE,
    Line,
    Lines,
    family,
    in_families,
    is_han,
)
from plugins.press.quality.reader import Page

#: Left edge of a column → the right edges met by lines from there, pt.
Edges = dict[float, tuple[float, ...]]
#: How many Han characters are set in which size (pt) and face.
Styles = Counter[tuple[float, str]]

#: A face takes part in the body when it sets this share of the Han characters in body size.
SHARE = 0.05
#: Pen positions nearer than this (pt) are one edge.
EDGE = 0.3
#: An edge of the document is met by this share of the lines of its side of the spread, and 3.
LEFT_SHARE = 0.03
RIGHT_SHARE = 0.1
#: An edge of a single page is met by as many lines there.
PAGE_LINES = 4
#: Left edges nearer than this (em) are an edge and an indent from it.
INDENTS = 3.0
#: Right edges nearer than this (em) are one edge met more or less well.
RAGGED = 4.0
#: A narrower block (em) is no column: list numbers, cells of a table.
NARROWEST = 8.0


@dataclass(frozen=True, slots=True)
class Layout:
    """How the body is set; lengths in pt.

    ``sides`` gives the edges by parity of the page number (1 recto, 0 verso), ``pages`` those of
    single pages that differ. ``families`` are PostScript names without weight; none means any.
    """

    size: float
    pitch: float
    sides: dict[int, Edges]
    families: frozenset[str] = frozenset()
    pages: dict[int, Edges] = field(default_factory=dict)

    @classmethod
    def single(cls, size: float, pitch: float, left: float, measure: float) -> Layout:
        """One column at the same place on all pages."""
        edges: Edges = {left: (left + measure,)}
        return cls(size, pitch, {0: edges, 1: edges})

    def edges(self, page: int) -> Edges:
        """The edges on a page."""
        return self.pages.get(page, self.sides.get(page % 2, {}))


def infer(pages: Sequence[Page], lines: Lines | None = None) -> Layout:
    """How the body of a document is set, from the positions of its characters.

    ``lines``: what was read of these pages before.
    """
    read, styles = lines or Lines(), _styles(pages)
    size = body_size(styles)
    families = body_families(styles, size)
    own = {
        page.number: [line for line in read.of(page, size) if in_families(line, families)]
        for page in pages
    }
    sides = {
        parity: _side([line for page in own if page % 2 == parity for line in own[page]], size)
        for parity in (0, 1)
    }
    special = {page: _special(found, sides[page % 2], size) for page, found in own.items()}
    pitch = _pitch([line for found in own.values() for line in found])
    return Layout(size, pitch, sides, families, special)


def _styles(pages: Sequence[Page]) -> Styles:
    return Counter(
        (char.size, char.font) for page in pages for char in page.chars if is_han(char.text)
    )


def body_size(styles: Styles) -> float:
    """The size (pt) of most Han characters; 0 when there are none."""
    sizes: Counter[float] = Counter()
    for (size, _), count in styles.items():
        sizes[round(size, 2)] += count
    return sizes.most_common(1)[0][0] if sizes else 0.0


def body_families(styles: Styles, size: float) -> frozenset[str]:
    """The families that set a good part of the Han characters in body size."""
    families: Counter[str] = Counter()
    for (own, font), count in styles.items():
        if abs(own - size) <= SAME_SIZE:
            families[family(font)] += count
    enough = SHARE * sum(families.values())
    return frozenset(name for name, count in families.items() if count >= enough)


def _pitch(lines: Iterable[Line]) -> float:
    """The commonest distance (pt) of a line to the next one below it that begins at the same edge."""
    columns: dict[tuple[int, int], list[float]] = defaultdict(list)
    for line in lines:
        columns[line.page, round(line.start)].append(line.baseline)
    steps = [
        below - above
        for baselines in columns.values()
        for above, below in pairwise(sorted(baselines))
    ]
    return max(clusters(steps), key=lambda group: group[1], default=(0.0, 0))[0]


def _side(lines: Sequence[Line], size: float) -> Edges:
    """The edges that many lines of one side of the spread meet."""
    enough = max(3.0, LEFT_SHARE * len(lines))
    lefts = [place for place, count in _starts(lines) if count >= enough]
    return {
        left: _rights(_from(lines, left), left, size)
        for left in sorted(lefts)
        if not any(0 < left - other <= INDENTS * size for other in lefts)
    }


def _special(lines: Sequence[Line], side: Edges, size: float) -> Edges:
    """The edges on one page: those of its side that are met there, and its own."""
    edges = {left: rights for left, rights in side.items() if _from(lines, left)}
    for left, count in sorted(_starts(lines)):
        if count >= PAGE_LINES and all(abs(left - other) > INDENTS * size for other in edges):
            edges[left] = ()
    return {left: _met(_from(lines, left), left, rights, size) for left, rights in edges.items()}


def _met(
    lines: Sequence[Line], left: float, rights: tuple[float, ...], size: float
) -> tuple[float, ...]:
    """The right edges of the side, unless no line on the page meets them but most meet another.

    Two lines that end together far beyond them belong to a block across the columns.
    """
    ends = [(place, count) for place, count in _ends(lines) if place - left > NARROWEST * size]
    beyond = max(rights, default=float("inf")) + RAGGED * size
    wide = tuple(place for place, count in ends if place > beyond and count >= 2)
    if wide or any(abs(line.optical_end - right) <= EDGE for line in lines for right in rights):
        return (*rights, *wide)
    place, count = max(ends, key=lambda group: group[1], default=(0.0, 0))
    if count >= PAGE_LINES and 2 * count >= len(lines):
        return (place,)
    return rights or (max(line.optical_end for line in lines),)


def _rights(lines: Sequence[Line], left: float, size: float) -> tuple[float, ...]:
    """The right edges that lines from one left edge meet, the outermost of each ragged group."""
    enough = max(3.0, RIGHT_SHARE * len(lines))
    rights: list[float] = []
    for place, count in sorted(_ends(lines), reverse=True):
        clear = all(other - place > RAGGED * size for other in rights)
        if count >= enough and clear and place - left > NARROWEST * size:
            rights.append(place)
    return tuple(sorted(rights)) or (max(line.optical_end for line in lines),)


def _from(lines: Iterable[Line], left: float) -> list[Line]:
    return [line for line in lines if abs(line.start - left) <= EDGE]


def _starts(lines: Iterable[Line]) -> list[tuple[float, int]]:
    """Where lines begin. An opening mark may have lost its blank left half: it tells no edge."""
    return clusters(line.start for line in lines if line.chars[0].text not in OPENING)


def _ends(lines: Iterable[Line]) -> list[tuple[float, int]]:
    return clusters(line.optical_end for line in lines)


def clusters(values: Iterable[float]) -> list[tuple[float, int]]:
    """Values within `EDGE` of their group's commonest tenth: (their mean, how many)."""
    tenths: dict[float, list[float]] = defaultdict(list)
    for value in values:
        tenths[round(value, 1)].append(value)
    groups = []
    while tenths:
        place = max(tenths, key=lambda tenth: (len(tenths[tenth]), -tenth))
        near = [tenth for tenth in tenths if abs(tenth - place) <= EDGE + 0.01]
        members = [value for tenth in near for value in tenths.pop(tenth)]
        groups.append((fmean(members), len(members)))
    return groups
