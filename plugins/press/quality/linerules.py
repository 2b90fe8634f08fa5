"""How a line is filled: flush edges, marks of half width, gaps between characters; lines → faults.

Line-end marks of half width: GB/T 15834-2011, 5.1.10; marks side by side: clreq 3.1.6.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from plugins.press.quality.columnread import BodyLine, Columns
from plugins.press.quality.layoutread import Layout
from plugins.press.quality.linefault import Fault, Rule, fault, fault_at
from plugins.press.quality.lineread import (
    CLOSING,
    MARKS,
    OPENING,
    STOPS,
    is_full_width,
    is_han,
)
from plugins.press.quality.reader import Char

#: pt
FLUSH = 0.3
#: em
PAIR = 1.55
OVERLAP = -0.01
HAN_GAP = 0.3


def judged(read: Columns) -> list[BodyLine]:
    """The lines that must be full: all but the last ones of paragraphs."""
    return [each for each in read.lines if not each.is_last]


def is_flush(each: BodyLine) -> bool:
    """Whether a full line meets both edges for the eye.

    A full-width mark at its end must hang out by its blank half; an opening mark at its start may
    have kept its blank half or not.
    """
    return abs(each.right - each.line.optical_end) <= FLUSH and _starts_flush(each)


def is_boxed(each: BodyLine) -> bool:
    """The milder reading: a full-width mark may also end at the edge with its blank half."""
    return is_flush(each) or (abs(each.right - each.line.end) <= FLUSH and _starts_flush(each))


def _starts_flush(each: BodyLine) -> bool:
    first = each.line.chars[0]
    if each.indent >= first.size:
        return True
    trimmed = each.indent + first.size / 2 if first.text in OPENING else each.indent
    return abs(each.indent) <= FLUSH or abs(trimmed) <= FLUSH


def ragged(read: Columns, layout: Layout) -> Iterator[Fault]:
    """Every line but a paragraph's last is flush; the value is how far it falls short, pt."""
    for each in judged(read):
        if not is_flush(each):
            yield fault(Rule.FLUSH, each, each.right - each.line.optical_end)


def ends_with_mark(each: BodyLine) -> bool:
    """Whether a line ends with a closing mark or stop of a Chinese face."""
    last = each.line.chars[-1]
    return last.text in CLOSING | STOPS and last.x1 - last.x0 >= 0.45 * last.size


def is_half(each: BodyLine) -> bool:
    """Whether the mark at a line's end takes half an em: its blank half is outside the column."""
    last = each.line.chars[-1]
    return not is_full_width(last) or last.x1 - each.right > last.size / 4


def full_end_marks(read: Columns, layout: Layout) -> Iterator[Fault]:
    """A mark at the end of a full line takes half an em."""
    for each in judged(read):
        if ends_with_mark(each) and not is_half(each):
            yield fault(Rule.END_MARK, each)


def pairs(read: Columns) -> Iterator[tuple[BodyLine, Char, Char, float]]:
    """Two full-width marks side by side with a blank between, and what they take, em.

    Taken is from the pen before the first to the pen behind the second by its own advance: what
    was squeezed out between the two. （” has no blank between and is no such pair.
    """
    for each, first, second in read.neighbours:
        if first.text in MARKS and second.text in MARKS and _is_pair(first, second):
            yield each, first, second, (second.x1 - first.x0) / first.size


def _is_pair(first: Char, second: Char) -> bool:
    if first.text in OPENING and second.text not in OPENING:
        return False
    return is_full_width(first) and is_full_width(second)


def wide_pairs(read: Columns, layout: Layout) -> Iterator[Fault]:
    """Two marks side by side take at most 1.55 em."""
    for each, first, second, taken in pairs(read):
        if taken > PAIR:
            yield fault_at(Rule.PAIR, each, first.text + second.text, taken)


def han_gaps(read: Columns) -> Iterator[tuple[BodyLine, str, float]]:
    """The gaps between Han characters in full lines, em: pen to pen, less one em. Not at typed spaces."""
    for each, first, second in read.neighbours:
        if is_han(first.text) and is_han(second.text) and not each.is_last:
            yield each, first.text + second.text, (second.x0 - first.x0) / first.size - 1


def latin_gaps(read: Columns) -> Iterator[tuple[BodyLine, str, float]]:
    """The gaps between a Han character and a Latin letter or digit, em, in all lines.

    Not at typed spaces, nor beside subscripts and superscripts.
    """
    for each, first, second in read.neighbours:
        one, other = is_han(first.text), is_han(second.text)
        if one != other and is_latin(second.text if one else first.text):
            yield each, first.text + second.text, (second.x0 - first.x1) / first.size


@cache
def is_latin(text: str) -> bool:
    """Whether this is a Latin letter or an Arabic digit, or several."""
    return text.isascii() and text.isalnum()


def tight_or_loose(read: Columns, layout: Layout) -> Iterator[Fault]:
    """Han characters do not overlap (−0.01 em) and stand at most 0.3 em apart."""
    for each, words, gap in han_gaps(read):
        if gap < OVERLAP:
            yield fault_at(Rule.OVERLAP, each, words, gap)
        elif gap > HAN_GAP:
            yield fault_at(Rule.LOOSE, each, words, gap)
