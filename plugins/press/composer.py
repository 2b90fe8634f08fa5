"""Line composition: measured characters → lines → the white space after every character. Pure.

A paragraph is composed as a whole (Knuth and Plass, "Breaking paragraphs into lines", 1981): of all ways
to break it, the one with the least sum of faults is taken, so that no line is pushed out which a tighter
line before it would have held, and no paragraph ends in a lone character. All widths are in px.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import accumulate
from math import inf
from typing import Literal

from plugins.hanzi.scripts import IDEOGRAPHIC_SPACE, is_han
from plugins.hanzi.spacing import BLANK, SPACES, Gap, has_blank_end

Manner = Literal["justified", "ragged", "balanced"]

#: Faults of a line. White of a fiftieth of an em between Han characters is a fault of about 0.2.
LOOSE = 20.0
#: From this white on (em) a line is seen to be loose; beyond the second it is ugly.
SEEN, UGLY = 0.12, 0.3
#: A line set as tight as may be; less than a line half an em loose: push in before push out.
TIGHT = 0.35
#: In need a line gives this much more than it may, rather than gape.
MOST, CRAMPED = 1.5, 12.0
#: Parting a number from its Chinese measure word; breaking inside a Latin word or an address.
SOFT, INSIDE = 10.0, 30.0
UGLY_FAULT = 2_000.0
#: Lines shorter by more than this (em) are not looked at when there are others.
WINDOW = 3.5
#: An editor's own break in a headline makes up for lines uneven by this share of the measure.
OWN_BREAK = 0.35
#: Every line more of a headline or caption: fewest lines first.
ONE_MORE = 10_000.0
#: A last line of fewer Han characters, or narrower than this (em).
LEAST_HAN, LEAST_WIDTH = 2, 2.6
LONE, SHORT = 500.0, 4.0
#: A line that fits by this much more is full (px): sums of floating-point widths.
HAIR = 0.02


@dataclass(frozen=True)
class Paragraph:
    """Characters as measured, and where they may be parted.

    ``chars``: one string a character. ``advances``: px. ``size``: em of the running text, px. ``kinds``:
    classes of `plugins.hanzi.spacing`. ``gaps``: white after each character, in em. ``breaks``: places,
    ascending, where a line may end (before the character of that index); ``soft``: where it may rather
    than gape; ``inside``: where it may when nothing else does; ``forced``: where it must.
    """

    chars: Sequence[str]
    advances: Sequence[float]
    size: float
    kinds: Sequence[str]
    gaps: Sequence[Gap]
    breaks: Sequence[int]
    soft: Sequence[int] = ()
    inside: Sequence[int] = ()
    forced: Sequence[int] = ()
    manner: Manner = "justified"
    #: Sums up to each place: widths with natural gaps, what may be given, shares of what is added.
    width: list[float] = field(init=False)
    gives: list[float] = field(init=False)
    takes: list[float] = field(init=False)

    def __post_init__(self) -> None:
        def sums(parts: Iterator[float]) -> list[float]:
            return list(accumulate(parts, initial=0.0))

        put, size = object.__setattr__, self.size
        pairs = zip(self.advances, self.gaps, strict=True)
        put(self, "width", sums(advance + gap.natural * size for advance, gap in pairs))
        put(self, "gives", sums(gap.gives * size for gap in self.gaps))
        put(self, "takes", sums(gap.takes for gap in self.gaps))

    def first_visible(self, place: int) -> int:
        """The first character of a line that begins at a place: spaces are not set there."""
        chars, total = self.chars, len(self.chars)
        while place < total and chars[place] in SPACES:
            place += 1
        return place

    def last_visible(self, place: int) -> int:
        """The end of a line that is broken at a place, spaces and the break itself left out."""
        while place and _vanishes(self.chars[place - 1]):
            place -= 1
        return place

    def blank(self, end: int) -> float:
        """What the last character of a line loses: the blank half of a mark, px."""
        if end and has_blank_end(self.kinds[end - 1]):
            return BLANK * min(self.size, self.advances[end - 1])
        return 0.0


@dataclass(frozen=True, slots=True)
class Line:
    """Characters from ``start`` to ``end`` (spaces at its ends left out); the next line begins at ``resume``.

    ``given``: share of the white that may be given and is (0 to 1; in need up to `MOST`). ``added``: px for every share of a gap.
    ``trimmed``: px of blank cut from the mark at its end.
    """

    start: int
    end: int
    resume: int
    given: float = 0.0
    added: float = 0.0
    trimmed: float = 0.0


def compose(paragraph: Paragraph, start: int, first: float, rest: float) -> list[Line]:
    """Break a paragraph from place ``start`` on: a first line of width ``first``, then lines of ``rest`` px.

    Never raises: a piece that fits no line is set alone and sticks out.
    """
    lines: list[Line] = []
    total = len(paragraph.chars)
    for stop in [*(place for place in paragraph.forced if place > start), total]:
        if stop > start:
            lines += _Breaker(paragraph, start, stop, first, rest).lines()
        start, first = stop, rest
    return lines


def spaces_after(paragraph: Paragraph, line: Line) -> list[float]:
    """The white after each character of a line in px, negative where it is squeezed."""
    size, given, added = paragraph.size, line.given, line.added
    white = [
        size * (gap.natural - given * gap.gives) + added * gap.takes
        for gap in paragraph.gaps[line.start : line.end]
    ]
    if white:
        white[-1] = -line.trimmed
    return white


def natural_width(paragraph: Paragraph) -> float:
    """Width of the longest forced line when nothing else breaks it, in px."""
    return _widest(paragraph, [0, *paragraph.forced, len(paragraph.chars)])


def least_width(paragraph: Paragraph) -> float:
    """Width of the widest piece that cannot be broken, in px."""
    places = {0, *paragraph.breaks, *paragraph.inside, *paragraph.forced}
    return _widest(paragraph, [*sorted(places), len(paragraph.chars)])


def _widest(paragraph: Paragraph, places: Sequence[int]) -> float:
    return max(
        (_width(paragraph, a, b) for a, b in zip(places, places[1:], strict=False)), default=0.0
    )


def _width(paragraph: Paragraph, place: int, resume: int) -> float:
    """Natural width of the line between two places."""
    start, end = paragraph.first_visible(place), paragraph.last_visible(resume)
    if start >= end:
        return 0.0
    return _right_edge(paragraph, end) - paragraph.width[start]


def _right_edge(paragraph: Paragraph, end: int) -> float:
    """Where a line that ends there ends, as the widths are summed up: without a gap, its mark trimmed."""
    gap = paragraph.gaps[end - 1].natural * paragraph.size
    return paragraph.width[end] - gap - paragraph.blank(end)


def _vanishes(char: str) -> bool:
    return char in SPACES or char == "\n" or char == IDEOGRAPHIC_SPACE


@dataclass(slots=True)
class _Way:
    """The best way known to a place: its faults, where its last line began, how that line is set."""

    faults: float
    before: int
    given: float = 0.0
    added: float = 0.0


class _Breaker:
    """Finds the best lines between two places; the last line ends at ``stop``."""

    def __init__(
        self, paragraph: Paragraph, start: int, stop: int, first: float, rest: float
    ) -> None:
        self.par, self.start, self.stop = paragraph, start, stop
        self.first, self.rest = first, rest
        self.justified = paragraph.manner == "justified"
        self.places = self._between(paragraph.breaks, [stop])
        self.soft = self._between(paragraph.soft, [])
        self.inside = self._between(paragraph.inside, [])
        self.ends = {place: paragraph.last_visible(place) for place in self.places}
        self.edges = {place: _right_edge(paragraph, end) for place, end in self.ends.items() if end}
        self.best = {start: _Way(0.0, start)}

    def lines(self) -> list[Line]:
        """The lines with the least sum of faults."""
        for place in sorted({self.start, *self.places, *self.soft, *self.inside}):
            if place in self.best and place < self.stop:
                self._set_from(place)
        found: list[Line] = []
        place = self.stop
        while place > self.start:
            way = self.best[place]
            found.append(self._line(way, place))
            place = way.before
        return found[::-1]

    def _line(self, way: _Way, resume: int) -> Line:
        end = self.par.last_visible(resume)
        start = min(self.par.first_visible(way.before), end)
        return Line(start, end, resume, way.given, way.added, self.par.blank(end))

    def _between(self, places: Sequence[int], more: list[int]) -> list[int]:
        low, high = bisect_left(places, self.start + 1), bisect_left(places, self.stop)
        return [*places[low:high], *more]

    def _set_from(self, place: int) -> None:
        """Try every line that may begin here."""
        room = self.first if place == self.start else self.rest
        least = self._try(place, room, self.places, 0.0)
        if least > SOFT and self.soft:
            least = min(least, self._try(place, room, self.soft, SOFT))
        if least >= UGLY_FAULT and self.inside and self.justified or least == inf:
            least = min(least, self._try(place, room, self.inside, INSIDE))
        if least == inf:  # nothing fits: the shortest piece sticks out
            end = self.places[bisect_right(self.places, place)]
            self._keep(end, _Way(self.best[place].faults + ONE_MORE, place))

    def _try(self, place: int, room: float, places: Sequence[int], penalty: float) -> float:
        """Keep the lines to ``places`` that fit; the fault of the best of them (infinite: none)."""
        par, least = self.par, inf
        start = par.first_visible(place)
        left, gives = par.width[start], par.gives
        so_far = self.best[place].faults
        for n in range(self._earliest(place, room, places), len(places)):
            to = places[n]
            end, edge = self._end(to)
            if end <= start:
                continue
            short = room - (edge - left)
            may_give = gives[end - 1] - gives[start] if short < 0 else 0.0
            if -short > may_give * MOST + HAIR:
                break
            given = -short / may_give if may_give else 0.0
            fault, added = self._fault(start, end, to, short, given)
            least = min(least, fault)
            self._keep(to, _Way(so_far + fault + penalty, place, given, added))
        return least

    def _end(self, place: int) -> tuple[int, float]:
        """Visible end of a line broken at a place, and its right edge."""
        if place not in self.ends:
            end = self.ends[place] = self.par.last_visible(place)
            self.edges[place] = _right_edge(self.par, end) if end else 0.0
        return self.ends[place], self.edges.get(place, 0.0)

    def _earliest(self, place: int, room: float, places: Sequence[int]) -> int:
        """Index of the first place worth a try: shorter lines would gape."""
        at = bisect_right(places, place)
        if self.par.manner == "balanced":
            return at
        goal = self.par.width[place] + room - WINDOW * self.par.size
        nearest = bisect_left(places, bisect_left(self.par.width, goal))
        if nearest >= len(places):
            nearest = len(places) - 1
        # One place before the window: the last that fits may be far back where nothing can be parted.
        return max(at, nearest - 1)

    def _fault(
        self, start: int, end: int, to: int, short: float, given: float
    ) -> tuple[float, float]:
        """The fault of a line, and what is added to its gaps (px a share)."""
        last, added, fault = to == self.stop, 0.0, TIGHT * given * given
        if given > 1.0:
            fault += CRAMPED
        if not self.justified:
            fault += self._unevenness(end, to, last, short)
        elif not last and short > 0:
            shares = self.par.takes[end - 1] - self.par.takes[start]
            added = short / shares if shares else 0.0
            white = (added or short) / self.par.size
            fault += (white * LOOSE) ** 2
            if white > SEEN:
                fault += (white - SEEN) * 200 + (UGLY_FAULT if white > UGLY else 0.0)
        if last and start > self.start:
            fault += self._lone(start, end)
        return fault, added

    def _unevenness(self, end: int, to: int, last: bool, short: float) -> float:
        """Fewest lines; then lines of one length (balanced), or full ones before the last (ragged)."""
        empty = short / self.par.size
        fault = ONE_MORE + (0.0 if last and self.par.manner == "ragged" else empty * empty)
        if to > end and self.par.chars[to - 1] == IDEOGRAPHIC_SPACE:
            fault -= (OWN_BREAK * self.rest / self.par.size) ** 2
        return fault

    def _lone(self, start: int, end: int) -> float:
        """What it costs to end in a line of one character, or a very short one."""
        han = sum(1 for char in self.par.chars[start:end] if is_han(char))
        if han < LEAST_HAN:
            return LONE
        width = _right_edge(self.par, end) - self.par.width[start]
        return SHORT if width < LEAST_WIDTH * self.par.size else 0.0

    def _keep(self, place: int, way: _Way) -> None:
        known = self.best.get(place)
        if known is None or way.faults < known.faults:
            self.best[place] = way
