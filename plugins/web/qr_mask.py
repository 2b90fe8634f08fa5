"""How hard a masked QR symbol is to read (ISO/IEC 18004:2015, 7.8.3.1, Table 11), of the symbol as integers."""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

#: White behind each row: as much as a pattern like a finder needs beside it to count (7.8.3.1).
GAP = 4
#: Row and column.
Module = tuple[int, int]


class Both(NamedTuple):
    """The same symbol row by row and column by column, as two integers."""

    rows: int
    columns: int


def integer(dark: set[Module], size: int) -> int:
    """Modules by row and column as bits, row by row, the first one highest."""
    stride = size + GAP
    last = size * stride - 1
    return sum(1 << last - row * stride - column for row, column in dark)


def penalty(symbol: Both, size: int) -> int:
    """The penalty of a symbol of ``size`` modules a side; information on format is not yet in it."""
    by_line = sum(_runs(line, size) + _finders(line) for line in symbol)
    share = symbol.rows.bit_count() / size**2 * 100
    return by_line + _squares(symbol.rows, size) + 10 * int(abs(share - 50) / 5)


def _pairs(lines: int, size: int) -> int:
    """The modules that are like the one before them in their line."""
    return ~(lines ^ lines >> 1) & _inner(size)


def _runs(lines: int, size: int) -> int:
    """Five modules alike in a line are 3, each further one 1 more."""
    pairs = _pairs(lines, size)
    twice = pairs & pairs >> 1
    fifth = twice & twice >> 2
    return fifth.bit_count() + 2 * (fifth & ~(fifth >> 1)).bit_count()


def _squares(lines: int, size: int) -> int:
    """Each two by two modules alike are 3."""
    stride = size + GAP
    pairs = _pairs(lines, size)
    return 3 * (pairs & pairs >> stride & ~(lines ^ lines >> stride)).bit_count()


def _finders(lines: int) -> int:
    """Each 1011101 with four light modules on one side is 40; of two that share a module the first counts."""
    ends = lines & lines >> 2 & lines >> 3 & lines >> 4 & lines >> 6 & ~(lines >> 1 | lines >> 5)
    twice = lines | lines >> 1
    before = (twice | twice >> 2) >> 7
    after = (twice | twice >> 2) << 4
    found = ends & ~(before & after)
    if found & (found >> 4 | found >> 6):
        found = _apart(found)
    return 40 * found.bit_count()


def _apart(found: int) -> int:
    """Ends of patterns, the highest bit first, without those that share a module with one that stays."""
    kept = 0
    while found:
        first = found.bit_length() - 1
        kept |= 1 << first
        found &= (1 << max(first - 6, 0)) - 1
    return kept


@cache
def _inner(size: int) -> int:
    """All modules of a symbol but the first of each line."""
    return integer({(row, column) for row in range(size) for column in range(1, size)}, size)
