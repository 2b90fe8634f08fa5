"""Paragraphs and columns: last lines, torn paragraphs, headings, grid, measure, indents; lines → faults.

Last lines: clreq 3.2.5. Indents of two em: GB/T 9704-2012, 7.3.3, and the custom of the trade.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from plugins.press.quality.columnread import BodyLine, Columns, overlaps
from plugins.press.quality.layoutread import Layout
from plugins.press.quality.linefault import Fault, Rule, fault
from plugins.press.quality.lineread import MARKS, OPENING, Line, family, is_han
from plugins.press.quality.reader import Char

WEIGHTLESS = MARKS | frozenset("—…·,;:!?()")
ENDS_NO_HEADING = frozenset("。，；）")
#: pt
GRID = 0.5
WHOLE = 0.3
#: em
LONE = 2.0
INDENT = 2.0
INDENT_SLACK = 0.05


def lone_characters(read: Columns, layout: Layout) -> Iterator[Fault]:
    """A paragraph's last line is wider than one character; see `weight`."""
    for each in read.lines:
        if each.is_last and not each.is_first and weight(each.line.text) < LONE:
            yield fault(Rule.LONE, each, weight(each.line.text))


def weight(text: str) -> float:
    """Width of a line's words in em: marks weigh nothing, half-width signs half."""
    return sum(0.0 if char in WEIGHTLESS else 0.5 if char.isascii() else 1.0 for char in text)


def torn_paragraphs(read: Columns, layout: Layout) -> Iterator[Fault]:
    """No last line alone at the head of a column, no first line alone at its foot."""
    for each in read.lines:
        if each.is_head and each.is_last and not each.is_first and not _goes_on(each, read, layout):
            yield fault(Rule.WIDOW, each)
        if each.is_foot and each.is_first and not each.is_last:
            yield fault(Rule.ORPHAN, each)


def _goes_on(each: BodyLine, read: Columns, layout: Layout) -> bool:
    """Whether a paragraph goes on below a line in other type: the sender of an item in brackets."""
    return any(
        0 < char.baseline - each.line.baseline < 1.5 * layout.pitch
        and abs(char.x0 - each.left) < layout.size / 2
        and char.size < layout.size
        for char in read.pages[each.line.page].chars
    )


def stranded_headings(read: Columns, layout: Layout) -> Iterator[Fault]:
    """No heading is the last thing in a column of text.

    A heading is a line of body size or larger, in another face or larger, with two Han characters
    and no full stop or bracket at its end: those end notes and signatures.
    """
    for foot in (each for each in read.lines if each.is_foot):
        below = [
            line
            for line in read.loose[foot.line.page]
            if line.baseline > foot.line.baseline and overlaps(line, foot.left, foot.right)
        ]
        lowest = max(below, key=lambda line: line.baseline, default=None)
        if lowest and _is_heading(lowest.chars, layout) and _is_bottom(lowest, foot, read):
            yield Fault(Rule.HEADING, lowest.page, lowest.text)


def _is_heading(chars: Sequence[Char], layout: Layout) -> bool:
    if sum(is_han(char.text) for char in chars) < 2 or chars[-1].text in ENDS_NO_HEADING:
        return False
    larger = chars[0].size > layout.size + 0.5
    return larger or all(family(char.font) not in layout.families for char in chars)


def _is_bottom(line: Line, column: BodyLine, read: Columns) -> bool:
    """Whether nothing but a folio stands below a line in its column."""
    page = read.pages[line.page]
    return not any(
        line.baseline + 1 < char.baseline < page.height
        and column.left < char.x1
        and char.x0 < column.right
        and is_han(char.text)
        for char in page.chars
    )


def off_grid(read: Columns, layout: Layout) -> Iterator[Fault]:
    """Baselines stand on multiples of the pitch from one height, the same on all pages; pt off."""
    phase = grid_phase(read, layout)
    for each in read.lines:
        off = grid_offset(each.line.baseline, phase, layout.pitch)
        if abs(off) > GRID:
            yield fault(Rule.GRID, each, off)


def grid_offset(baseline: float, phase: float, pitch: float) -> float:
    """How far a baseline is from the nearest line of the grid, pt."""
    if not pitch:
        return 0.0
    return (baseline - phase + pitch / 2) % pitch - pitch / 2


def grid_phase(read: Columns, layout: Layout) -> float:
    """The height of the grid that most baselines keep, pt below the top of the page."""
    if not layout.pitch:
        return 0.0
    tenths = Counter(round(each.line.baseline % layout.pitch, 1) for each in read.lines)
    return tenths.most_common(1)[0][0] if tenths else 0.0


def uneven_measures(read: Columns, layout: Layout) -> Iterator[Fault]:
    """A column is a whole number of body ems wide (±0.3 pt); the value is its width in em."""
    seen: set[tuple[float, float]] = set()
    for each in read.lines:
        width = each.right - each.left
        off = abs(width - round(width / layout.size) * layout.size)
        if off > WHOLE and (each.left, each.right) not in seen:
            seen.add((each.left, each.right))
            yield fault(Rule.MEASURE, each, width / layout.size)


def wrong_indents(read: Columns, layout: Layout) -> Iterator[Fault]:
    """The first line of a paragraph is indented by two em; the value is the indent in em.

    An opening mark may have lost its blank half there: then its pen stands at 1.5 em.
    """
    for each, indent in indents(read, layout):
        first = each.line.chars[0]
        allowed = (INDENT, INDENT - 0.5 * (first.text in OPENING))
        if all(abs(indent - right) > INDENT_SLACK for right in allowed):
            yield fault(Rule.INDENT, each, indent)


def indents(read: Columns, layout: Layout) -> Iterator[tuple[BodyLine, float]]:
    """First lines with their indents in em: not of paragraphs of a single line far from two em."""
    for each in read.lines:
        indent = each.indent / layout.size
        if indent >= 1 and (not each.is_last or abs(indent - INDENT) <= 0.5):
            yield each, indent
