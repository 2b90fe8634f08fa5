"""White space between neighbouring characters of a line: what it is, what it may lose, what it may gain.

All amounts are parts of an em (the size of the type). Sources: GB/T 15834-2011, 5.1.9 (a mark at a line
end takes half a width) and 5.1.10 (marks may be squeezed); clreq, 3.1.6.1 (squeezing of neighbouring
marks), 3.2.3 (the gap between Han and Latin), 3.1.6.3 and 3.1.6.4 (order of reducing and adding).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from plugins.hanzi.marks import CLOSING, DASHES, ELLIPSES, INTERPUNCTS, MIDDLE, OPENING, STOPS

#: House value of the gap between Han characters and Latin letters or digits: one through the issue.
HAN_LATIN = 1 / 6
#: It may be reduced to this (clreq 3.2.3 allows a quarter to an eighth).
HAN_LATIN_LEAST = 1 / 8
#: Half of a full-width mark is blank: what a pair, or a mark at a line end, gives up.
BLANK = 0.5
#: What one mark may give up in a line that is set tight.
TIGHT = 0.25
#: A typed space between Latin words may lose this.
SPACE_GIVES = 0.08
#: How white space is added: to Latin word spaces first, then to Han–Latin gaps, then everywhere alike.
SPACE_TAKES, HAN_LATIN_TAKES, TAKES = 3.0, 2.0, 1.0

#: Stands for a picture or another box in the line (U+FFFC, object replacement character).
BOX = "\ufffc"
SPACES = frozenset(" \u00a0")
#: From here on a character of full width is set as Chinese; below are the letters of other scripts,
#: which join one another however wide they are (Tibetan, Mongolian).
SYMBOLS = "\u2000"
#: Signs below that Chinese faces set on a full width.
WIDE_SIGNS = frozenset("·×÷±§¶°¨¤´¸¿¡")
#: Signs set with Latin figures.
SIGNS = frozenset("%‰°±+−μ²³#&@$€£¥℃")


@dataclass(frozen=True, slots=True)
class Gap:
    """White between two characters, in em: what it is, what it may give, its share when it is widened."""

    natural: float = 0.0
    gives: float = 0.0
    takes: float = 0.0


CLOSED = Gap()


def kind(char: str, wide: bool) -> str:
    """The class of a character by its face: Open, Close, Han, Latin, Dash, Interpunct, Narrow, sPace.

    ``wide``: whether its advance is a whole em; a quotation mark of a Latin face is narrow. Two classes
    are not of characters alone: Gap, a space that `typed_gap` sets, and Mark (`MARK`).
    """
    if char in SPACES:
        return "P"
    if char in DASHES or char in ELLIPSES:
        return "D"
    if wide and _may_be_chinese(char):
        if char in OPENING:
            return "O"
        return "C" if char in CLOSING or char in STOPS or char in MIDDLE else "H"
    if char == BOX:
        return "H"
    if char.isalnum() or char in SIGNS:
        return "L"
    return "I" if char in INTERPUNCTS else "N"


def _may_be_chinese(char: str) -> bool:
    """Whether a character of full width stands in Chinese text as one (× and ± do, Ж and ཨ do not)."""
    return char >= SYMBOLS or char in WIDE_SIGNS


#: Class of what takes no room of its own: combining characters, selectors, joiners, the second half of
#: a ligature, the reading of a ruby. It is drawn onto the character before it.
MARK = "M"
#: Two neighbours, by their classes → the gap between them.
_PAIRS: dict[str, Gap] = {
    # Two blank halves meet, or one meets an ink side that needs none: a pair takes one and a half em.
    "CO": Gap(-BLANK, 0.0, 0.0),
    "CC": Gap(-BLANK, 0.0, 0.0),
    "OO": Gap(-BLANK, 0.0, 0.0),
    "OC": Gap(0.0, 0.0, 0.0),
    "HL": Gap(HAN_LATIN, HAN_LATIN - HAN_LATIN_LEAST, HAN_LATIN_TAKES),
    "LH": Gap(HAN_LATIN, HAN_LATIN - HAN_LATIN_LEAST, HAN_LATIN_TAKES),
    "CH": Gap(0.0, TIGHT, TAKES),
    "CL": Gap(0.0, TIGHT, TAKES),
    "CN": Gap(0.0, TIGHT, TAKES),
    "HO": Gap(0.0, TIGHT, TAKES),
    "LO": Gap(0.0, TIGHT, TAKES),
    "NO": Gap(0.0, TIGHT, TAKES),
    "DD": CLOSED,
    "DO": Gap(0.0, TIGHT, TAKES),
    "CD": Gap(0.0, TIGHT, TAKES),
    "IH": CLOSED,
    "HI": CLOSED,
    # A typed space between Han and Latin is set as the gap itself: all white stands behind it.
    "GL": Gap(0.0, HAN_LATIN - HAN_LATIN_LEAST, HAN_LATIN_TAKES),
    "GH": Gap(0.0, HAN_LATIN - HAN_LATIN_LEAST, HAN_LATIN_TAKES),
    "HG": CLOSED,
    "LG": CLOSED,
}


def gap(left: str, right: str) -> Gap:
    """The gap between two classes of characters (`kind`)."""
    known = _PAIRS.get(left + right)
    if known is not None:
        return known
    if left == "P" or right == "P":
        return Gap(0.0, SPACE_GIVES, SPACE_TAKES) if left == "P" else CLOSED
    if right == "C" or left == "O":  # marks stay with their words
        return CLOSED
    wide = {"H", "O", "C", "D"}
    return Gap(0.0, 0.0, TAKES) if left in wide or right in wide else CLOSED


def gaps(kinds: Sequence[str]) -> list[Gap]:
    """The gap after each character; after the last one there is none.

    A Mark clings to what precedes it, and the gap of that comes after the mark.
    """
    found: list[Gap] = []
    base = MARK
    for left, right in pairwise(kinds):
        if left != MARK:
            base = left
        found.append(CLOSED if right == MARK or base == MARK else gap(base, right))
    return [*found, CLOSED][: len(kinds)]


def typed_gap(left: str, right: str) -> float | None:
    """Width in em of a space typed between two classes; None where it stays a space of its face.

    Editors type a space between Han and Latin or beside a full-width mark; the gap there is the house's.
    """
    if {left, right} == {"H", "L"}:
        return HAN_LATIN
    return 0.0 if left in {"O", "C"} or right in {"O", "C"} else None


def has_blank_end(kind: str) -> bool:
    """Whether the right half of the character is blank, so that it takes half a width at a line end."""
    return kind == "C"
