"""Lines of a marked headline, alike in length (GB/T 9704-2012, 7.3.1: 排列对称、长短适宜).

Widths are nominal here: one em a Chinese character, half an em a Latin one. The composer follows the
same idea with the widths of the face.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache
from typing import NamedTuple

from plugins.hanzi.headlines import MAY_BREAK
from plugins.hanzi.marks import may_part
from plugins.hanzi.scripts import IDEOGRAPHIC_SPACE, is_han
from plugins.hanzi.units import glued, width

#: What an unused editor's space costs: as much as a line that deviates by this part of the mean.
PREFERENCE = 0.45
MARKED = re.compile(f"([{MAY_BREAK}{IDEOGRAPHIC_SPACE}])")


class Chunk(NamedTuple):
    """What stands between two possible breaks; ``spaced`` if an editor's space stands before it."""

    text: str
    spaced: bool


Lines = tuple[float, tuple[str, ...]]


def balanced(marked: str, measure: float) -> tuple[str, ...]:
    """Lines of a headline marked by mark_words: the fewest that fit ``measure`` (em), then the most alike.

    An editor's space is preferred to other breaks unless the lines become too unlike; it vanishes
    at a line end. The last line is not shorter than half the first, and no line is one character:
    one line more is taken for that, and where this does not help either, the rule is dropped. A
    chunk wider than the measure is broken between characters; if even that is forbidden it overruns.

    >>> balanced("一库\\u200b清水\\u3000两岸\\u200b人家", 5)
    ('一库清水', '两岸人家')
    """
    chunks = tuple(_chunks(marked, measure))
    fewest = _fewest(chunks, measure)
    for count, strict in ((fewest, True), (fewest + 1, True), (fewest, False)):
        lines = _best(chunks, count, measure, strict)
        if lines:
            return lines
    return tuple(chunk.text for chunk in chunks)


def _chunks(marked: str, measure: float) -> Iterator[Chunk]:
    """The chunks of a headline, none wider than the measure if it can be helped."""
    before = ""
    for piece in MARKED.split(marked):
        if MARKED.fullmatch(piece):
            before = max(before, piece)
            continue
        for index, text in enumerate(_cut_to(piece, measure)):
            yield Chunk(text, spaced=not index and before == IDEOGRAPHIC_SPACE)
            before = ""


def _cut_to(piece: str, measure: float) -> Iterator[str]:
    """A piece, broken wherever marks and units allow it if it is wider than the measure."""
    start = 0
    if width(piece) > 2 * measure:
        kept = glued(piece)
        for place in range(1, len(piece)):
            if not kept[place] and may_part(piece[place - 1], piece[place]):
                yield piece[start:place]
                start = place
    if piece[start:]:
        yield piece[start:]


def _line(chunks: Sequence[Chunk]) -> str:
    """The text of a line: an editor's space stays within it and vanishes at its head."""
    return "".join(IDEOGRAPHIC_SPACE * chunk.spaced + chunk.text for chunk in chunks).lstrip(
        IDEOGRAPHIC_SPACE
    )


def _fits(chunks: Sequence[Chunk], measure: float) -> bool:
    """Whether a line fits; a single chunk must."""
    return len(chunks) == 1 or width(_line(chunks)) <= 2 * measure


def _fewest(chunks: Sequence[Chunk], measure: float) -> int:
    """The fewest lines: each filled as far as it goes."""
    count = start = 0
    for end in range(1, len(chunks) + 1):
        if end == len(chunks) or not _fits(chunks[start : end + 1], measure):
            count, start = count + 1, end
    return count


def _best(
    chunks: tuple[Chunk, ...], count: int, measure: float, strict: bool
) -> tuple[str, ...] | None:
    """The cheapest way to set chunks in so many lines, or None if there is none."""
    if not chunks or count > len(chunks):
        return None
    mean = width("".join(chunk.text for chunk in chunks)) / count
    best: Lines | None = None
    for end in range(1, len(chunks) - count + 2):
        first = chunks[:end]
        floor = width(_line(first)) / 2 if strict and count > 1 else 0.0
        if not _fits(first, measure) or not _allowed(first, strict):
            continue
        rest = _rest(chunks[end:], count - 1, measure, mean, floor, strict)
        if rest is not None:
            best = min(
                filter(None, [best, (_cost(first, mean) + rest[0], (_line(first), *rest[1]))])
            )
    return best[1] if best else None


def _rest(
    chunks: tuple[Chunk, ...], count: int, measure: float, mean: float, floor: float, strict: bool
) -> Lines | None:
    """Cost and lines of what follows the first line."""

    @cache
    def lines(start: int, left: int) -> Lines | None:
        if start == len(chunks):
            return None if left else (0.0, ())
        found = []
        for end in range(start + 1, len(chunks) - max(left - 1, 0) + 1):
            line = chunks[start:end]
            if left < 1 or not _fits(line, measure):
                break
            if not _allowed(line, strict) or (left == 1 and width(_line(line)) < floor):
                continue
            after = lines(end, left - 1)
            if after is not None:
                found.append((_cost(line, mean) + after[0], (_line(line), *after[1])))
        return min(found, default=None)

    return lines(0, count)


def _allowed(chunks: Sequence[Chunk], strict: bool) -> bool:
    """Whether a line is more than one Chinese character."""
    letters = [char for char in _line(chunks) if char.isalnum()]
    return not strict or len(letters) > 1 or not all(map(is_han, letters))


def _cost(chunks: Sequence[Chunk], mean: float) -> float:
    """How far a line is from the mean, squared, and what its unused editor's spaces cost."""
    spaces = sum(chunk.spaced for chunk in chunks[1:])
    return (width(_line(chunks)) - mean) ** 2 + spaces * (PREFERENCE * mean) ** 2
