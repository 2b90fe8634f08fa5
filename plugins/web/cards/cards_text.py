"""A headline on a social card: into how many lines, where they end, how large. Pure; sizes in px."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import combinations, pairwise

from plugins.hanzi.headlines import MAY_BREAK
from plugins.hanzi.scripts import IDEOGRAPHIC_SPACE, is_chinese

BREAKS = re.compile(f"([{MAY_BREAK}{IDEOGRAPHIC_SPACE}])")
#: What it costs, in parts of the largest size: to part words where the editor left no space, to have one
#: more line, to have lines that differ in length (GB/T 9704-2012, 7.3.1: 排列对称、长短适宜), to pass over
#: the editor's space in a line.
PARTED, LINE, RAGGED, PASSED = 0.09, 0.05, 0.25, 0.16
LEADING = 1.3
#: Of longer headlines the rest is cut off before anything is tried.
MOST_PIECES = 24
ELLIPSIS = "…"
Piece = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Box:
    """What a headline may take: width in px, sizes to choose from (largest first), lines.

    ``height``: of all lines, in px.
    """

    width: int
    sizes: tuple[int, ...]
    most_lines: int = 3
    height: float = float("inf")


@dataclass(frozen=True, slots=True)
class Setting:
    """Lines as they are set, and the size they are set in."""

    lines: tuple[str, ...]
    size: int


def fitted(marked: str, box: Box) -> Setting:
    """A marked headline (hanzi/headlines.py) large, in even lines, parted at the best places.

    What does not fit even in the smallest size is cut with an ellipsis.
    """
    pieces = tuple(_pieces(marked, box.width / box.sizes[-1]))[:MOST_PIECES]
    for end in range(len(pieces), 0, -1):
        kept = pieces if end == len(pieces) else (*pieces[: end - 1], _cut_off(pieces[end - 1]))
        settings = [found for found in _settings(kept, box) if found[1].size]
        if settings:
            return max(settings, key=lambda found: found[0])[1]
    return Setting((ELLIPSIS,), box.sizes[-1])


def ems(text: str) -> float:
    """How wide a text is in em: Chinese characters and marks 1, others rather more than a half."""
    return sum(map(_em, text))


@lru_cache(maxsize=8192)
def _em(char: str) -> float:
    return 1 if is_chinese(char) else 0.58


def _pieces(marked: str, room: float) -> Iterator[Piece]:
    """What may not be parted, and what stands behind it; a piece wider than a line is parted anyhow."""
    parts = [*BREAKS.split(marked.strip()), ""]
    for text, mark in zip(parts[::2], parts[1::2], strict=True):
        rest = text
        while ems(rest) > room:
            fits = next(n for n in range(len(rest), 0, -1) if n == 1 or ems(rest[:n]) <= room)
            yield rest[:fits], MAY_BREAK
            rest = rest[fits:]
        yield rest, mark


def _settings(pieces: tuple[Piece, ...], box: Box) -> Iterator[tuple[float, Setting]]:
    """Every way to set these pieces, with its worth; size 0: it does not fit."""
    for count in range(1, min(box.most_lines, len(pieces)) + 1):
        for ends in combinations(range(1, len(pieces)), count - 1):
            bounds = (0, *ends, len(pieces))
            lines = tuple(_joined(pieces[a:b]) for a, b in pairwise(bounds))
            widths = [ems(line) or 1 for line in lines]
            most = min(box.width / max(widths), box.height / len(lines) / LEADING)
            size = next((each for each in box.sizes if each <= most), 0)
            parted = sum(1 for end in ends if pieces[end - 1][1] == MAY_BREAK)
            ragged = 1 - min(widths) / max(widths)
            passed = sum(line.count(IDEOGRAPHIC_SPACE) for line in lines)
            faults = PARTED * parted + LINE * count + RAGGED * ragged + PASSED * passed
            worth = size / box.sizes[0] - faults
            yield worth, Setting(lines, size)


def _joined(pieces: tuple[Piece, ...]) -> str:
    """The text of a line; the mark at its end is gone."""
    text = "".join(piece + mark.replace(MAY_BREAK, "") for piece, mark in pieces)
    return text.rstrip(IDEOGRAPHIC_SPACE)


def _cut_off(piece: Piece) -> Piece:
    return piece[0] + ELLIPSIS, ""
