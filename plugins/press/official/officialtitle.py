"""The title of a policy text in lines: whole words, a trapezium or a rhombus.

GB/T 9704-2012, 7.3.1: one line or several, centred; words stay whole, lines are symmetrical and
of fitting length, and their shape is a trapezium or a rhombus. Pure.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations, pairwise
from unicodedata import east_asian_width

BREAK = "\u200b"
PREFERRED = "\u3000"
#: Costs, found by eye on the titles of the sample: a line more than need be …
MORE_LINES = 6.0
#: … a break at no asked-for or good place, an editor's space not used …
PLAIN_BREAK = 4.0
UNUSED = 8.0
#: … a middle line shorter than its neighbours, or lines all of one length.
HOURGLASS = 12.0
RECTANGLE = 1.0
#: No line shorter than this, in characters of the title.
SHORTEST = 3.0
MOST_LINES = 6


@dataclass(frozen=True, slots=True)
class Piece:
    """Part of a title that is never broken.

    ``asked``: the editor asks for a break after it; ``good``: a break there is as good as one asked for.
    """

    text: str
    asked: bool = False
    good: bool = False


def em_width(text: str) -> float:
    """The width of a text in characters: half-width ones count a half."""
    return sum(1.0 if east_asian_width(char) in "WFA" else 0.5 for char in text)


def pieces(marked: str, issuing_body: str = "") -> tuple[Piece, ...]:
    """Cut a marked title (U+200B: may break, U+3000: should break) into its pieces.

    A break after the issuing body at the head («某某厅 / 关于……的通知») is a good one as well.
    """
    made: list[Piece] = []
    read = ""
    for stretch in marked.split(PREFERRED):
        words = [word for word in stretch.split(BREAK) if word]
        for place, word in enumerate(words, start=1):
            read += word
            asked = place == len(words)
            made.append(Piece(word, asked, asked or read == issuing_body))
    return tuple(made)


def title_lines(parts: Sequence[Piece], measure: float) -> tuple[str, ...]:
    """The lines of a title, none wider than ``measure`` (characters) where words allow it."""
    whole = "".join(part.text for part in parts)
    if em_width(whole) <= measure:
        return (whole,)
    fewest = _fewest(parts, measure)
    candidates = list(_divisions(parts, measure, fewest))
    if not candidates:
        return _filled(parts, measure)
    return min(candidates, key=lambda breaks: _cost(parts, breaks, fewest))(parts)


@dataclass(frozen=True, slots=True)
class _Division:
    """Places (numbers of pieces) before which lines begin, the first line's not among them."""

    places: tuple[int, ...]

    def __call__(self, parts: Sequence[Piece]) -> tuple[str, ...]:
        edges = (0, *self.places, len(parts))
        return tuple("".join(p.text for p in parts[a:b]) for a, b in pairwise(edges))


def _divisions(parts: Sequence[Piece], measure: float, fewest: int) -> Iterator[_Division]:
    """All ways to break that fit, with the fewest lines or one line more."""
    for count in range(fewest, min(fewest + 2, MOST_LINES + 1)):
        for places in combinations(range(1, len(parts)), count - 1):
            division = _Division(places)
            if all(SHORTEST <= em_width(line) <= measure for line in division(parts)):
                yield division


def _cost(parts: Sequence[Piece], division: _Division, fewest: int) -> float:
    lines = division(parts)
    used = [parts[place - 1] for place in division.places]
    plain = sum(not part.good for part in used)
    unused = sum(part.asked for part in parts[:-1]) - sum(part.asked for part in used)
    cost = MORE_LINES * (len(lines) - fewest) + PLAIN_BREAK * plain + UNUSED * unused
    return cost + _shape([em_width(line) for line in lines])


def _shape(widths: Sequence[float]) -> float:
    """How far lines are from a trapezium or a rhombus that is not too steep."""
    mean = sum(widths) / len(widths)
    cost = sum((width - mean) ** 2 for width in widths) / mean
    if any(min(a, c) > b for a, b, c in zip(widths, widths[1:], widths[2:], strict=False)):
        cost += HOURGLASS
    return cost + (RECTANGLE if max(widths) - min(widths) < 1 else 0)


def _fewest(parts: Sequence[Piece], measure: float) -> int:
    return len(_filled(parts, measure))


def _filled(parts: Sequence[Piece], measure: float) -> tuple[str, ...]:
    """Lines filled one after another: what is left for titles that no shape fits."""
    lines = [""]
    for part in parts:
        if lines[-1] and em_width(lines[-1] + part.text) > measure:
            lines.append("")
        lines[-1] += part.text
    return tuple(lines)
