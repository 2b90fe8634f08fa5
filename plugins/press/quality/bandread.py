"""A page's bands: stories that stand one under the other across the columns.

A headline that leaves all columns free at its height parts the page: what stands above it is read to
the end, column by column, before what stands below.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence

from plugins.press.quality.lineread import Line

#: A line this much larger than the body is a headline and no subhead.
LARGER = 1.5
#: Lines of a heading are nearer to one another than this (times their size): kicker, headline, deck.
TOGETHER = 2.5
#: Height of the ink over and under the baseline, em.
OVER, UNDER = 0.9, 0.1


def boundaries(
    body: Sequence[Line], loose: Sequence[Line], size: float, width: float
) -> tuple[float, ...]:
    """The baselines (pt, from the top) of the headings that part a page; ``width`` of a column in pt."""
    found = []
    for heading in _headings([line for line in loose if _is_clear(line, body)]):
        if any(_parts(line, size, width) for line in heading):
            found += [line.baseline for line in heading]
    return tuple(found)


def band(bounds: Sequence[float], baseline: float) -> int:
    """The band that a line belongs to; a heading belongs to the band below it."""
    return bisect_right(bounds, baseline)


def _headings(lines: Sequence[Line]) -> Iterator[list[Line]]:
    """Lines grouped into headings, from the top."""
    heading: list[Line] = []
    for line in sorted(lines, key=lambda each: each.baseline):
        size = line.chars[0].size
        if heading and line.baseline - heading[-1].baseline > TOGETHER * size:
            yield heading
            heading = []
        heading.append(line)
    if heading:
        yield heading


def _is_clear(line: Line, body: Sequence[Line]) -> bool:
    """Whether no line of body text, in any column, stands at the height of this line."""
    size = line.chars[0].size
    top, foot = line.baseline - OVER * size, line.baseline + UNDER * size
    return not any(
        each.baseline > top and each.baseline - OVER * each.chars[0].size < foot for each in body
    )


def _parts(line: Line, size: float, width: float) -> bool:
    return line.chars[0].size >= LARGER * size or line.end - line.start > width
