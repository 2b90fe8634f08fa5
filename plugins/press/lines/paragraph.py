"""A paragraph to be composed, its lines, and the widths it asks for. Pure; all widths are in px."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import accumulate, pairwise
from typing import Literal

from plugins.hanzi.scripts import IDEOGRAPHIC_SPACE
from plugins.hanzi.spacing import BLANK, MARK, SPACES, Gap, has_blank_end

Manner = Literal["justified", "ragged", "balanced"]


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
    #: Sums up to each place: widths with natural gaps, what may be given, shares of what is added; what
    #: gaps gain in their turns before all take alike, and how many take then.
    width: list[float] = field(init=False)
    gives: list[float] = field(init=False)
    takes: list[float] = field(init=False)
    gains: list[float] = field(init=False)
    lasts: list[float] = field(init=False)

    def __post_init__(self) -> None:
        def sums(parts: list[float]) -> list[float]:
            return list(accumulate(parts, initial=0.0))

        put, size = object.__setattr__, self.size
        pairs = zip(self.advances, self.gaps, strict=True)
        put(self, "width", sums([advance + gap.natural * size for advance, gap in pairs]))
        put(self, "gives", sums([gap.gives * size for gap in self.gaps]))
        put(self, "takes", sums([gap.takes for gap in self.gaps]))
        put(self, "gains", sums([gap.gains * size if gap.takes else 0.0 for gap in self.gaps]))
        put(self, "lasts", sums([float(gap.takes > 0 and gap.takes_at > 1) for gap in self.gaps]))

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
        while end and self.kinds[end - 1] == MARK:
            end -= 1
        if end and has_blank_end(self.kinds[end - 1]):
            return BLANK * min(self.size, self.advances[end - 1])
        return 0.0

    def visible(self, place: int, resume: int) -> tuple[int, int]:
        """Start and end of the line between two places; a lone U+3000 keeps its line from vanishing."""
        start = min(self.first_visible(place), resume)
        end = max(start, self.last_visible(resume))
        if start == end < resume and self.chars[start] == IDEOGRAPHIC_SPACE:
            end += 1
        return start, end


@dataclass(frozen=True, slots=True)
class Line:
    """Characters from ``start`` to ``end`` (spaces at its ends left out); the next line begins at ``resume``.

    ``given``: share of the white that may be given and is: 0 to 1, in need up to `composer.MOST`.
    ``added``: px for every share of a gap. ``trimmed``: px of blank cut from the mark at its end.
    """

    start: int
    end: int
    resume: int
    given: float = 0.0
    added: float = 0.0
    trimmed: float = 0.0


def spaces_after(paragraph: Paragraph, line: Line) -> list[float]:
    """The white after each character of a line in px, negative where it is squeezed.

    What a line lacks or has to spare goes to its gaps in their turns (clreq 3.5.3, 3.5.4).
    """
    size, gaps = paragraph.size, paragraph.gaps[line.start : line.end]
    white = [size * gap.natural for gap in gaps]
    if line.given:
        white = [
            old - taken for old, taken in zip(white, _given(gaps, line.given, size), strict=True)
        ]
    if line.added:
        white = [
            old + more for old, more in zip(white, _added(gaps, line.added, size), strict=True)
        ]
    if white:
        white[-1] = -line.trimmed
    return white


def _given(gaps: Sequence[Gap], share: float, size: float) -> list[float]:
    """What each gap of a line gives, px; its last is outside."""
    if share >= 1.0:
        return [share * gap.gives * size for gap in gaps]
    given = [0.0] * len(gaps)
    left = share * size * sum(gap.gives for gap in gaps[:-1])
    for turn in sorted({gap.gives_at for gap in gaps[:-1] if gap.gives}):
        members = [n for n, gap in enumerate(gaps[:-1]) if gap.gives and gap.gives_at == turn]
        room = size * sum(gaps[n].gives for n in members)
        part = min(1.0, left / room)
        left -= part * room
        for n in members:
            given[n] = part * gaps[n].gives * size
    return given


def _added(gaps: Sequence[Gap], each: float, size: float) -> list[float]:
    """What each gap of a line takes, px; its last is outside."""
    added = [0.0] * len(gaps)
    left = each * sum(gap.takes for gap in gaps[:-1])
    for turn in (0, 1, 2):
        members = [n for n, gap in enumerate(gaps[:-1]) if gap.takes and gap.takes_at == turn]
        room = size * sum(gaps[n].gains for n in members)
        part = min(1.0, left / room) if room else 0.0
        left -= part * room
        for n in members:
            added[n] = part * gaps[n].gains * size
    takers = [n for n, gap in enumerate(gaps[:-1]) if gap.takes]
    last = [n for n in takers if gaps[n].takes_at > 1] or takers
    for n in last:
        added[n] += left / len(last)
    return added


def natural_width(paragraph: Paragraph) -> float:
    """Width of the longest forced line when nothing else breaks it, in px."""
    return _widest(paragraph, [0, *paragraph.forced, len(paragraph.chars)])


def least_width(paragraph: Paragraph) -> float:
    """Width of the widest piece that cannot be broken, in px."""
    places = {0, *paragraph.breaks, *paragraph.inside, *paragraph.forced}
    return _widest(paragraph, [*sorted(places), len(paragraph.chars)])


def _widest(paragraph: Paragraph, places: Sequence[int]) -> float:
    return max((_width(paragraph, *pair) for pair in pairwise(places)), default=0.0)


def _width(paragraph: Paragraph, place: int, resume: int) -> float:
    """Natural width of the line between two places."""
    start, end = paragraph.visible(place, resume)
    if start == end:
        return 0.0
    return right_edge(paragraph, end) - paragraph.width[start]


def right_edge(paragraph: Paragraph, end: int) -> float:
    """Where a line that ends there ends, as the widths are summed up: without a gap, its mark trimmed; px."""
    gap = paragraph.gaps[end - 1].natural * paragraph.size
    return paragraph.width[end] - gap - paragraph.blank(end)


def _vanishes(char: str) -> bool:
    return char in SPACES or char == "\n" or char == IDEOGRAPHIC_SPACE
