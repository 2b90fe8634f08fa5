"""The modules of a QR code for an ASCII address, twenty times as fast as segno and the same (ISO/IEC 18004:2015).

An archive has a code on each of 13,500 pages; segno takes a minute of processor time for them, nearly all of it to
try the eight masks module by module. Here a whole symbol is one integer, a module a bit of it. What is not a short
address is left to segno (qr.py), which is also what the tests compare with.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache
from itertools import chain, zip_longest
from operator import itemgetter

from plugins.web.qr_mask import GAP, Both, Module, integer, penalty

#: Level → its indicator (Table 12), version → (error correction codewords a block, data codewords of each block)
#: (Table 9). Beyond version 9 the length takes two octets.
M, Q, H = 0b00, 0b11, 0b10
BLOCKS: dict[int, tuple[tuple[int, tuple[int, ...]], ...]] = {
    M: (
        (10, (16,)), (16, (28,)), (26, (44,)), (18, (32,) * 2), (24, (43,) * 2), (16, (27,) * 4),
        (18, (31,) * 4), (22, (38, 38, 39, 39)), (22, (36, 36, 36, 37, 37)),
    ),
    Q: (
        (13, (13,)), (22, (22,)), (18, (17,) * 2), (26, (24,) * 2), (18, (15, 15, 16, 16)),
        (24, (19,) * 4), (18, (14,) * 2 + (15,) * 4), (22, (18,) * 4 + (19,) * 2),
        (20, (16,) * 4 + (17,) * 4),
    ),
    H: (
        (17, (9,)), (28, (16,)), (22, (13,) * 2), (16, (9,) * 4), (22, (11, 11, 12, 12)),
        (28, (15,) * 4), (26, (13,) * 4 + (14,)), (26, (14,) * 4 + (15,) * 2),
        (24, (12,) * 4 + (13,) * 4),
    ),
}  # fmt: skip
#: The centres of alignment patterns by version (Annex E).
CENTRES = ((), *((6, 4 * version + 10) for version in range(2, 7)), (6, 22, 38), (6, 24, 42), (6, 26, 46))  # fmt: skip
#: Where the masks turn a module over, by row and column (Table 10).
MASKS: tuple[Callable[[int, int], int], ...] = (
    lambda i, j: (i + j) % 2,
    lambda i, j: i % 2,
    lambda i, j: j % 3,
    lambda i, j: (i + j) % 3,
    lambda i, j: (i // 2 + j // 3) % 2,
    lambda i, j: i * j % 2 + i * j % 3,
    lambda i, j: (i * j % 2 + i * j % 3) % 2,
    lambda i, j: ((i + j) % 2 + i * j % 3) % 2,
)
BYTE_MODE, PADS = 0b0100, (0xEC, 0x11)
#: Stands before the pads, where readers no longer read, because segno puts it there: so its codes and ours are one.
FIRST_PAD = b"\0"
#: x⁸ + x⁴ + x³ + x² + 1 (7.5.2).
FIELD = 0x11D
#: Coded with fewer bits than a byte each (7.4.4): left to segno when there is nothing else.
ALPHANUMERIC = frozenset("0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:")


@dataclass(frozen=True, slots=True)
class Symbol:
    """What all codes of one version have in common. ``size`` in modules; a row takes ``size + GAP`` bits."""

    size: int
    #: Finders, timing, alignment: what stands in every code.
    drawn: Both
    #: What each mask turns over.
    masks: tuple[Both, ...]
    #: The bits of all codewords and a 0 → all bits of the symbol.
    by_row: Callable[[str], tuple[str, ...]]
    by_column: Callable[[str], tuple[str, ...]]


def rows(text: str) -> list[str] | None:
    """The code of a text as rows of ``0`` and ``1``, at level M or better; None for what segno must do."""
    chosen = _fitting(len(text)) if text.isascii() and not ALPHANUMERIC.issuperset(text) else None
    if chosen is None:
        return None
    version, level = chosen
    symbol = _symbol(version)
    bits = _bits(_codewords(text.encode(), *BLOCKS[level][version - 1])) + "0"
    plain = Both(
        int("".join(symbol.by_row(bits)), 2) | symbol.drawn.rows,
        int("".join(symbol.by_column(bits)), 2) | symbol.drawn.columns,
    )
    masked = [Both(plain.rows ^ mask.rows, plain.columns ^ mask.columns) for mask in symbol.masks]
    best = min(range(len(masked)), key=lambda number: penalty(masked[number], symbol.size))
    made = masked[best].rows | _information(version, level, best)
    size, stride = symbol.size, symbol.size + GAP
    drawn = f"{made:0{size * stride}b}"
    return [drawn[start : start + size] for start in range(0, size * stride, stride)]


def _fitting(length: int) -> tuple[int, int] | None:
    """The smallest version that holds so many octets at level M; the best level at which it does, too."""
    needed = length + 2
    for version in range(1, len(BLOCKS[M]) + 1):
        fits = [level for level in (M, Q, H) if sum(BLOCKS[level][version - 1][1]) >= needed]
        if fits:
            return version, fits[-1]
    return None


def _codewords(data: bytes, correction: int, blocks: tuple[int, ...]) -> bytes:
    """Data and error correction in the order of the symbol (7.4, 7.5, 7.6)."""
    length = len(data)
    stream = ((BYTE_MODE << 8 | length) << 8 * length | int.from_bytes(data)) << 4
    padding = (PADS[place % 2] for place in range(sum(blocks) - length - 2))
    padded = stream.to_bytes(length + 2) + FIRST_PAD + bytes(padding)
    parts, start = [], 0
    for each in blocks:
        parts.append(padded[start : start + each])
        start += each
    checks = [_remainder(part, correction) for part in parts]
    mixed = chain.from_iterable(zip_longest(*parts)), chain.from_iterable(zip(*checks, strict=True))
    return bytes(each for each in chain(*mixed) if each is not None)


def _remainder(data: bytes, correction: int) -> bytes:
    """The Reed-Solomon codewords of a block."""
    multiples = _multiples(correction)
    top = 8 * (correction - 1)
    below = (1 << top) - 1
    rest = 0
    for each in data:
        rest = (rest & below) << 8 ^ multiples[rest >> top ^ each]
    return rest.to_bytes(correction)


@cache
def _multiples(correction: int) -> list[int]:
    """The generator polynomial of so many codewords, without its first term, times each element of the field."""
    generator, root = [1], 1
    for _ in range(correction):
        shifted = [*generator, 0]
        scaled = [0, *(_product(each, root) for each in generator)]
        generator = [a ^ b for a, b in zip(shifted, scaled, strict=True)]
        root = _product(root, 2)
    return [
        int.from_bytes(bytes(_product(each, factor) for each in generator[1:]))
        for factor in range(256)
    ]


def _product(one: int, other: int) -> int:
    """Two elements of the field, multiplied."""
    made = 0
    for place in range(7, -1, -1):
        made = made << 1 ^ (made >> 7) * FIELD
        made ^= (other >> place & 1) * one
    return made


def _bits(data: bytes) -> str:
    return f"{int.from_bytes(data):0{8 * len(data)}b}"


@cache
def _symbol(version: int) -> Symbol:
    size = 4 * version + 17
    drawn = dict(_patterns(version, size))
    taken = drawn.keys() | set(_reserved(version, size))
    order = [place for place in _zigzag(size) if place not in taken]
    return Symbol(
        size,
        _both({place for place, dark in drawn.items() if dark}, size),
        tuple(_both({each for each in order if not mask(*each)}, size) for mask in MASKS),
        *_spread(version, order, size),
    )


def _spread(
    version: int, order: list[Module], size: int
) -> tuple[Callable[[str], tuple[str, ...]], Callable[[str], tuple[str, ...]]]:
    """How the bits of the codewords come to stand row by row, and column by column."""
    correction, blocks = BLOCKS[M][version - 1]
    count = 8 * (sum(blocks) + correction * len(blocks))
    source = {module: min(place, count) for place, module in enumerate(order)}
    lines = [(line, place) for line in range(size) for place in range(size + GAP)]
    return (
        itemgetter(*(source.get(each, count) for each in lines)),
        itemgetter(*(source.get(each[::-1], count) for each in lines)),
    )


def _both(dark: set[Module], size: int) -> Both:
    return Both(integer(dark, size), integer({(column, row) for row, column in dark}, size))


def _patterns(version: int, size: int) -> Iterator[tuple[Module, bool]]:
    """Modules that carry nothing (6.3), and whether each is dark; timing first, for others stand upon it."""
    for place in range(size):
        yield (6, place), place % 2 == 0
        yield (place, 6), place % 2 == 0
    for row, column in ((3, 3), (3, size - 4), (size - 4, 3)):
        for i in range(max(row - 4, 0), min(row + 5, size)):
            for j in range(max(column - 4, 0), min(column + 5, size)):
                yield (i, j), max(abs(i - row), abs(j - column)) in (0, 1, 3)
    centres = CENTRES[version - 1]
    corners = {(6, 6), (6, size - 7), (size - 7, 6)}
    for row, column in ((i, j) for i in centres for j in centres if (i, j) not in corners):
        for i in range(row - 2, row + 3):
            for j in range(column - 2, column + 3):
                yield (i, j), max(abs(i - row), abs(j - column)) != 1


def _reserved(version: int, size: int) -> Iterator[Module]:
    """Modules of the information on format and version, and the one beside it that is always dark."""
    yield size - 8, 8
    for pair in _format_places(size):
        yield from pair
    if version >= 7:
        for pair in _version_places(size):
            yield from pair


def _format_places(size: int) -> Iterator[tuple[Module, Module]]:
    """Where the bits of the format stand, twice each, the lowest bit first (Figure 25)."""
    around = [
        *((i, 8) for i in range(6)),
        (7, 8),
        (8, 8),
        (8, 7),
        *((8, j) for j in range(5, -1, -1)),
    ]
    apart = [*((8, size - 1 - j) for j in range(8)), *((i, 8) for i in range(size - 7, size))]
    return zip(around, apart, strict=True)


def _version_places(size: int) -> Iterator[tuple[Module, Module]]:
    """Where the bits of the version stand, twice each, the lowest bit first (Figures 27 and 28)."""
    for place in range(18):
        near, far = place // 3, size - 11 + place % 3
        yield (near, far), (far, near)


def _zigzag(size: int) -> Iterator[Module]:
    """All modules in the order codewords take (7.7.3): pairs of columns from the right, up and down in turn."""
    for turn, right in enumerate((*range(size - 1, 6, -2), 5, 3, 1)):
        for row in range(size) if turn % 2 else range(size - 1, -1, -1):
            yield row, right
            yield row, right - 1


@cache
def _information(version: int, level: int, mask: int) -> int:
    """Format and version (7.9, 7.10) as bits of the symbol, and the module that is always dark."""
    size = 4 * version + 17
    told = (_checked(level << 3 | mask, 0x537) ^ 0x5412, _format_places(size))
    dark = {(size - 8, 8)} | _dark(*told)
    if version >= 7:
        dark |= _dark(_checked(version, 0x1F25), _version_places(size))
    return integer(dark, size)


def _dark(bits: int, places: Iterator[tuple[Module, Module]]) -> set[Module]:
    return {each for number, pair in enumerate(places) if bits >> number & 1 for each in pair}


def _checked(data: int, generator: int) -> int:
    """Bits and behind them the remainder of their division (BCH codes, Annexes C and D)."""
    degree = generator.bit_length() - 1
    rest = data << degree
    while rest.bit_length() > degree:
        rest ^= generator << rest.bit_length() - degree - 1
    return data << degree | rest
