"""Which page stands where on a sheet, so that the folded sheet reads 1, 2, 3 … Pure.

A signature (折手, 帖) is one sheet folded at right angles: the last fold is the spine, the one before
it the head, then the fore edge, then the foot. Its formes are found by opening the folded pile again,
fold by fold; nothing but that is assumed. Left-bound, pages read from left to right.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate
from typing import Literal

#: Pages in a signature → the edges that its folds close, the last fold first.
HINGES: dict[int, tuple[Literal["spine", "head", "fore", "foot"], ...]] = {
    2: (),
    4: ("spine",),
    8: ("spine", "head"),
    16: ("spine", "head", "fore"),
    32: ("spine", "head", "fore", "foot"),
}


@dataclass(frozen=True, slots=True)
class Cell:
    """A page on a forme, upright or standing on its head."""

    page: int
    inverted: bool

    @property
    def spine_right(self) -> bool:
        """Whether the page is bound at the right of the cell: versos are, and inverted rectos."""
        return (self.page % 2 == 0) != self.inverted


#: Rows from the top, cells from the left, seen from the printed side.
Forme = tuple[tuple[Cell, ...], ...]


@dataclass(frozen=True, slots=True)
class Signature:
    """One folded sheet. ``front`` holds the first page; ``depth``: sheets of the nest outside it."""

    number: int
    pages: tuple[int, ...]
    front: Forme
    back: Forme
    depth: int

    def nested(self, page: int) -> int:
        """How many leaves the nest has outside the leaf of ``page``."""
        place = self.pages.index(page)
        return self.depth + min(place, len(self.pages) - 1 - place) // 2


@dataclass(frozen=True, slots=True)
class _Leaf:
    """A leaf of the pile: the page that looks up, the page that looks down."""

    up: int
    down: int
    inverted: bool = False

    def turned(self, on_its_head: bool) -> _Leaf:
        """Turned over: sideways, or over its head or foot."""
        return _Leaf(self.down, self.up, self.inverted != on_its_head)


_Layer = tuple[tuple[_Leaf, ...], ...]


def formes(pages: Sequence[int]) -> tuple[Forme, Forme]:
    """(front, back) of the sheet that folds to ``pages`` in this order: 2, 4, 8, 16 or 32 of them.

    The back is what is seen when the front is turned over sideways (work and back, 正反版).
    Raises `ValueError` for another number of pages.
    """
    if len(pages) not in HINGES:
        raise ValueError(f"no sheet folds to {len(pages)} pages")
    pile: list[_Layer] = [((_Leaf(*each),),) for each in zip(pages[::2], pages[1::2], strict=True)]
    for hinge in HINGES[len(pages)]:
        pile = _opened(pile, hinge)
    (sheet,) = pile
    above = tuple(tuple(Cell(leaf.up, leaf.inverted) for leaf in row) for row in sheet)
    below = tuple(tuple(Cell(leaf.down, leaf.inverted) for leaf in reversed(row)) for row in sheet)
    first = any(cell.page == pages[0] for row in above for cell in row)
    return (above, below) if first else (below, above)


def _opened(pile: list[_Layer], hinge: Literal["spine", "head", "fore", "foot"]) -> list[_Layer]:
    """Open the last fold: the upper half of the pile turns over about its closed edge."""
    half = len(pile) // 2
    upper = reversed(pile[:half])
    return [
        _joined(_turned(layer, hinge), below, hinge)
        for layer, below in zip(upper, pile[half:], strict=True)
    ]


def _turned(layer: _Layer, hinge: str) -> _Layer:
    if hinge in ("head", "foot"):
        return tuple(tuple(leaf.turned(True) for leaf in row) for row in reversed(layer))
    return tuple(tuple(leaf.turned(False) for leaf in reversed(row)) for row in layer)


def _joined(turned: _Layer, still: _Layer, hinge: str) -> _Layer:
    """The half that turned beside the half that lay still.

    About the spine it opens to the left, about the head upwards, then to the right and downwards. So
    the first page of 16 comes to stand at the right foot of its forme, as binderies are used to it.
    """
    if hinge == "head":
        return (*turned, *still)
    if hinge == "foot":
        return (*still, *turned)
    left, right = (turned, still) if hinge == "spine" else (still, turned)
    return tuple((*one, *other) for one, other in zip(left, right, strict=True))


def gathered(pages: int, size: int) -> tuple[Signature, ...]:
    """Signatures laid one on the other (配帖, for perfect binding): each takes the next pages.

    When the pages do not fill the last one, smaller ones close the block: 8, 4, and a single leaf.
    Raises `ValueError` when ``pages`` is odd.
    """
    sizes = _sizes(pages, size, 2)
    starts = accumulate((0, *sizes))
    return tuple(
        _signature(number, range(start + 1, start + each + 1), 0)
        for number, (start, each) in enumerate(zip(starts, sizes, strict=False), start=1)
    )


def nested(pages: int, size: int) -> tuple[Signature, ...]:
    """Signatures put into one another (套帖, for saddle stitching), the outermost first.

    Each takes half of its pages from the front and half from the back; smaller ones go inside.
    With ``size`` 4 these are the printer's spreads. Raises `ValueError` unless a multiple of 4.
    """
    made = []
    depth = 0
    for number, each in enumerate(_sizes(pages, size, 4), start=1):
        front = range(depth * 2 + 1, depth * 2 + each // 2 + 1)
        back = range(pages - depth * 2 - each // 2 + 1, pages - depth * 2 + 1)
        made.append(_signature(number, [*front, *back], depth))
        depth += each // 4
    return tuple(made)


def _signature(number: int, pages: Sequence[int], depth: int) -> Signature:
    front, back = formes(pages)
    return Signature(number, tuple(pages), front, back, depth)


def _sizes(pages: int, size: int, least: int) -> list[int]:
    """Sizes of the signatures, falling: as many whole ones as there are, then halves of halves."""
    if pages <= 0 or pages % least:
        raise ValueError(f"{pages} pages cannot be folded: not a multiple of {least}")
    sizes = []
    while pages:
        if pages >= size:
            sizes.append(size)
            pages -= size
        else:
            size //= 2
    return sizes
