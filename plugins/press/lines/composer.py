"""Line composition: measured characters → lines → the white space after every character. Pure.

A paragraph is composed as a whole (Knuth and Plass, "Breaking paragraphs into lines", 1981): of all ways
to break it, the one with the least sum of faults is taken, so that no line is pushed out which a tighter
line before it would have held, and no paragraph ends in a lone character. All widths are in px.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from math import inf

from plugins.hanzi.scripts import IDEOGRAPHIC_SPACE, is_han
from plugins.press.lines.paragraph import Line, Paragraph, right_edge

#: Faults of a line. White of a fiftieth of an em between Han characters is a fault of about 2.5.
LOOSE = 80.0
#: White beside marks and Latin words, as much as they take before the others.
SLACK = 0.5
#: From this white on (em) a line is seen to be loose; beyond the second it is ugly.
SEEN, UGLY = 0.12, 0.3
#: A line set as tight as may be; less than a line half an em loose: push in before push out.
TIGHT = 0.2
#: In need a line gives this much more than it may, rather than gape.
MOST, CRAMPED = 1.5, 12.0
#: Parting a number from its Chinese measure word; breaking inside a Latin word or an address.
SOFT, INSIDE = 10.0, 30.0
UGLY_FAULT = 2_000.0
#: Lines shorter by more than this (em) are not looked at when there are others.
WINDOW = 3.5
#: Nor, at first, lines shorter by more than this; a sum of faults up to so much a line is good enough.
NARROW, GOOD = 1.3, 1.5
#: An editor's own break in a headline makes up for lines uneven by this share of the measure.
OWN_BREAK = 0.35
#: A line is not begun where it costs so much more than to begin it a few characters before.
HOPELESS, NEAR = 12.0, 3
#: Every line more of a headline or caption: fewest lines first.
ONE_MORE = 10_000.0
#: A last line of fewer Han characters, or narrower than this (em).
LEAST_HAN, LEAST_WIDTH = 2, 2.6
LONE, SHORT = 500.0, 4.0
#: From so many characters on a last line is long enough, whatever they are.
FEW = 12
#: A line that fits by this much more is full (px): sums of floating-point widths.
HAIR = 0.02


def compose(paragraph: Paragraph, start: int, first: float, rest: float) -> list[Line]:
    """Break a paragraph from place ``start`` on: a first line of width ``first``, then lines of ``rest`` px.

    There is at least one line. Never raises: a piece that fits no line is set alone and sticks out.
    """
    lines: list[Line] = []
    total = len(paragraph.chars)
    for stop in [*(place for place in paragraph.forced if place > start), total]:
        if stop > start:
            lines += _Breaker(paragraph, start, stop, first, rest).lines()
            start, first = stop, rest
    return lines or [Line(total, total, total)]


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
        self.line_fault = 0.0 if self.justified else ONE_MORE
        self.places = self._between(paragraph.breaks, [stop])
        self.soft = self._between(paragraph.soft, [])
        self.inside = self._between(paragraph.inside, [])
        self.ends = {place: paragraph.last_visible(place) for place in self.places}
        self.edges = {place: right_edge(paragraph, end) for place, end in self.ends.items() if end}
        self.best: dict[int, _Way] = {}
        self.window = WINDOW
        self.starts = sorted({start, *self.places, *self.soft, *self.inside} - {stop})

    def lines(self) -> list[Line]:
        """The lines with the least sum of faults.

        Few paragraphs have lines far from full: they are looked for only where nearly full ones are bad.
        """
        narrow = [(NARROW, HOPELESS)] if self.justified else []
        for window, hopeless in [*narrow, (WINDOW, HOPELESS), (WINDOW, inf)]:
            self.window = window
            found = self._search(hopeless)
            good = window == WINDOW or self._faults() <= GOOD * len(found)
            if found and good:
                break
        return found

    def _faults(self) -> float:
        return self.best[self.stop].faults if self.stop in self.best else inf

    def _search(self, hopeless: float) -> list[Line]:
        """The best lines; none when every way was given up as hopeless."""
        self.best = {self.start: _Way(0.0, self.start)}
        known, least = -NEAR, inf
        for place in self.starts:
            way = self.best.get(place)
            if way is None:
                continue
            if place - known > NEAR or way.faults < least:
                known, least = place, way.faults
            if way.faults < least + hopeless:
                self._set_from(place)
        found: list[Line] = []
        place = self.stop if self.stop in self.best else self.start
        while place > self.start:
            way = self.best[place]
            found.append(self._line(way, place))
            place = way.before
        return found[::-1]

    def _line(self, way: _Way, resume: int) -> Line:
        start, end = self.par.visible(way.before, resume)
        return Line(start, end, resume, way.given, way.added, self.par.blank(end))

    def _between(self, places: Sequence[int], more: list[int]) -> list[int]:
        low, high = bisect_left(places, self.start + 1), bisect_left(places, self.stop)
        return [*places[low:high], *more]

    def _set_from(self, place: int) -> None:
        """Try every line that may begin here."""
        room = self.first if place == self.start else self.rest
        least = self._try(place, room, self.places, 0.0)
        if least - self.line_fault > SOFT and self.soft:
            least = min(least, self._try(place, room, self.soft, SOFT))
        if least == inf or (least >= UGLY_FAULT and self.justified):
            least = min(least, self._try(place, room, self.inside, INSIDE))
        if least == inf:
            self.best.setdefault(
                self._nearest(place), _Way(self.best[place].faults + ONE_MORE, place)
            )

    def _nearest(self, place: int) -> int:
        """Where the shortest piece ends when none fits: it sticks out."""
        nexts = (
            (kind, bisect_right(kind, place)) for kind in (self.places, self.soft, self.inside)
        )
        return min(kind[n] for kind, n in nexts if n < len(kind))

    def _try(self, place: int, room: float, places: Sequence[int], penalty: float) -> float:
        """Keep the lines to ``places`` that fit; the fault of the best of them (infinite: none)."""
        par, least = self.par, inf
        start = par.first_visible(place)
        left, gives = par.width[start], par.gives
        best, so_far = self.best, self.best[place].faults
        for n in range(self._earliest(place, room, places), len(places)):
            to = places[n]
            end, edge = self._end(to)
            if end <= start:
                continue
            short = room - (edge - left)
            may_give = gives[end - 1] - gives[start] if short < 0 else 0.0
            if -short > may_give * MOST + HAIR:
                break
            given = min(MOST, -short / may_give) if may_give else 0.0
            fault, added = self._fault(start, end, to, short, given)
            if fault < least:
                least = fault
            total = so_far + fault + penalty
            known = best.get(to)
            if known is None or total < known.faults:
                best[to] = _Way(total, place, given, added)
        return least

    def _end(self, place: int) -> tuple[int, float]:
        """Visible end of a line broken at a place, and its right edge."""
        if place not in self.ends:
            end = self.ends[place] = self.par.last_visible(place)
            self.edges[place] = right_edge(self.par, end) if end else 0.0
        return self.ends[place], self.edges.get(place, 0.0)

    def _earliest(self, place: int, room: float, places: Sequence[int]) -> int:
        """Index of the first place worth a try: shorter lines would gape."""
        at = bisect_right(places, place)
        if self.par.manner == "balanced":
            return at
        goal = self.par.width[place] + room - self.window * self.par.size
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
            fault += self._looseness(start, end, short)
        if last and start > self.start:
            fault += self._lone(start, end)
        return fault, added

    def _looseness(self, start: int, end: int, short: float) -> float:
        """The fault of ``short`` px of white: little beside marks and Latin, more between Han characters."""
        room = self.par.gains[end - 1] - self.par.gains[start]
        part = min(1.0, short / room) if room else 1.0
        takers = self.par.lasts[end - 1] - self.par.lasts[start]
        if not takers:  # a line of Latin words: their spaces bear more
            takers = self.par.takes[end - 1] - self.par.takes[start]
        white = max(0.0, short - room) / (takers or 1.0) / self.par.size
        fault = SLACK * part * part + (white * LOOSE) ** 2
        if white > SEEN:
            fault += (white - SEEN) * 200 + (UGLY_FAULT if white > UGLY else 0.0)
        return fault

    def _unevenness(self, end: int, to: int, last: bool, short: float) -> float:
        """Fewest lines; then lines of one length (balanced), or full ones before the last (ragged)."""
        empty = short / self.par.size
        fault = self.line_fault + (0.0 if last and self.par.manner == "ragged" else empty * empty)
        if to > end and self.par.chars[to - 1] == IDEOGRAPHIC_SPACE:
            fault -= (OWN_BREAK * self.rest / self.par.size) ** 2
        return fault

    def _lone(self, start: int, end: int) -> float:
        """What it costs to end in a line of one character, or a very short one."""
        if end - start < FEW and sum(map(is_han, self.par.chars[start:end])) < LEAST_HAN:
            return LONE
        width = right_edge(self.par, end) - self.par.width[start]
        return SHORT if width < LEAST_WIDTH * self.par.size else 0.0
