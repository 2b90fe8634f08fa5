"""White space between neighbouring characters of a line: what it is, what it may lose, what it may gain.

All amounts are parts of an em (the size of the type). Sources: GB/T 15834-2011, 5.1.10 (a mark at a line
end takes half a width) and 5.1.11 (marks may be squeezed); clreq, 3.1.6.2 (squeezing of neighbouring
marks), 3.2.4 (the gap between Han and Latin), 3.5.3 and 3.5.4 (order of reducing and adding).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cache
from itertools import pairwise

from plugins.hanzi.marks import (
    CLOSING,
    CONNECTORS,
    DASHES,
    ELLIPSES,
    INTERPUNCTS,
    MIDDLE,
    OPENING,
    SLASHES,
    STOPS,
)

#: House value of the gap between Han characters and Latin letters or digits: one through the issue.
HAN_LATIN = 1 / 6
#: It may be reduced to this (clreq 3.5.3 f) and widened to this; 3.5.4 b would allow half an em.
HAN_LATIN_LEAST, HAN_LATIN_MOST = 1 / 8, 1 / 4
#: Half of a full-width mark is blank: what a pair, or a mark at a line end, gives up.
BLANK = 0.5
#: What one mark may give up in a line that is set tight, and take in one that is set loose before all gaps
#: take: a little white beside a mark is seen less than between characters, much of it more.
TIGHT, MARK_GAINS = 0.25, 0.08
#: A typed space between Latin words is a quarter em already: it may lose nothing (clreq 3.5.3 b), and
#: gain this (3.5.4 a: to half an em).
SPACE_GIVES, SPACE_GAINS = 0.0, 0.25
#: What 间隔号 and 分隔号 take, whatever their face gives them (GB/T 15834-2011, 5.1.7, 5.1.9).
HALF = 0.5
HALVED = INTERPUNCTS | {"/"}
#: What joins or parts two words: no white is added beside it (clreq 3.5.4).
JOINTS = INTERPUNCTS | CONNECTORS | SLASHES
#: Quotation marks, which some Chinese faces have from their Latin; marks with a blank half.
QUOTES, MARKED = frozenset("“”‘’"), OPENING | CLOSING | STOPS | MIDDLE
#: Marks whose pairs take one em (GB/T 15834-2011, 5.1.2).
CALLS = frozenset("！？")
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
    """White between two characters, in em: what it is, what it may give, its share when it is widened.

    ``gives_at``, ``takes_at``: its turn, the lowest first (clreq 3.5.3, 3.5.4); ``gains``: what it takes
    at its turn, before the later ones. In the last turn everything takes alike, without a limit.
    """

    natural: float = 0.0
    gives: float = 0.0
    takes: float = 0.0
    gives_at: int = 0
    takes_at: int = 3
    gains: float = 0.0


CLOSED = Gap()


@cache
def kind(char: str, wide: bool) -> str:
    """The class of a character by its face: Open, Close, Han, Latin, Dash, joInt, Narrow, sPace.

    ``wide``: whether its advance is a whole em; a quotation mark of a Latin face is narrow. Two classes
    are not of characters alone: Gap, a space that `typed_gap` sets, and Mark (`MARK`).
    """
    if char in SPACES:
        return "P"
    if char in DASHES or char in ELLIPSES:
        return "D"
    if char in JOINTS:
        return "I"
    if wide and _may_be_chinese(char):
        if char in OPENING:
            return "O"
        return "C" if char in CLOSING or char in STOPS or char in MIDDLE else "H"
    if char == BOX:
        return "H"
    if char.isalnum() or char in SIGNS:
        return "L"
    return "N"


def _may_be_chinese(char: str) -> bool:
    """Whether a character of full width stands in Chinese text as one (× and ± do, Ж and ཨ do not)."""
    return char >= SYMBOLS or char in WIDE_SIGNS


#: Class of what takes no room of its own: combining characters, selectors, joiners, the second half of
#: a ligature, the reading of a ruby. It is drawn onto the character before it.
MARK = "M"
#: The gap between Han and Latin, and a typed space set as that gap.
_MIXED = Gap(
    HAN_LATIN,
    HAN_LATIN - HAN_LATIN_LEAST,
    HAN_LATIN_TAKES,
    gives_at=3,
    takes_at=1,
    gains=HAN_LATIN_MOST - HAN_LATIN,
)
_TYPED = replace(_MIXED, natural=0.0)
_WORD_SPACE = Gap(0.0, SPACE_GIVES, SPACE_TAKES, gives_at=0, takes_at=0, gains=SPACE_GAINS)
_BESIDE_MARK = Gap(0.0, TIGHT, TAKES, takes_at=2, gains=MARK_GAINS)
#: Two neighbours, by their classes → the gap between them.
_PAIRS: dict[str, Gap] = {
    # Two blank halves meet, or one meets an ink side that needs none: a pair takes one and a half em.
    "CO": Gap(-BLANK, 0.0, 0.0),
    "CC": Gap(-BLANK, 0.0, 0.0),
    "OO": Gap(-BLANK, 0.0, 0.0),
    "OC": Gap(0.0, 0.0, 0.0),
    "HL": _MIXED,
    "LH": _MIXED,
    "CH": _BESIDE_MARK,
    "CL": _BESIDE_MARK,
    "CN": _BESIDE_MARK,
    "HO": _BESIDE_MARK,
    "LO": _BESIDE_MARK,
    "NO": _BESIDE_MARK,
    "DD": CLOSED,
    "DO": _BESIDE_MARK,
    "CD": _BESIDE_MARK,
    # A typed space between Han and Latin is set as the gap itself: all white stands behind it.
    "GL": _TYPED,
    "GH": _TYPED,
    "HG": CLOSED,
    "LG": CLOSED,
}


@cache
def gap(left: str, right: str) -> Gap:
    """The gap between two classes of characters (`kind`)."""
    known = _PAIRS.get(left + right)
    if known is not None:
        return known
    if left == "P" or right == "P":
        return _WORD_SPACE if left == "P" else CLOSED
    if right == "C" or left == "O":  # marks stay with their words
        return CLOSED
    if (
        left in "ID" or right in "ID"
    ):  # a connector, a 破折号 and a 省略号 with theirs (clreq 3.5.4)
        return CLOSED
    wide = {"H", "O", "C"}
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


def set_by_mark(chars: Sequence[str], widths: Sequence[float], gaps: Sequence[Gap]) -> list[Gap]:
    """The gaps with what depends on the marks themselves. ``widths``: of the characters, em."""
    found = list(gaps)
    for n, (char, own) in enumerate(zip(chars, gaps, strict=True)):
        if own is CLOSED and char not in MARKED and char not in HALVED:
            continue
        if own.gives and own.gives_at == 0:
            found[n] = replace(
                own, gives_at=_turn(char, chars[n + 1] if n + 1 < len(chars) else "")
            )
        if char in HALVED and 0 < n < len(chars) - 1 and _has_chinese(chars[n - 1], chars[n + 1]):
            for side in (n - 1, n):
                found[side] = replace(
                    found[side], natural=found[side].natural + (HALF - widths[n]) / 2
                )
        blank = _blank_side(chars, widths, n)
        if blank is not None:
            beside = chars[blank + 1] if blank == n else chars[blank]
            white = 1 - widths[n] - (BLANK if beside in MARKED else 0.0)
            found[blank] = replace(_BESIDE_MARK, natural=found[blank].natural + white, gives_at=1)
        if char in CALLS and n and _is_pair(chars, n):
            found[n] = replace(own, natural=min(own.natural, -BLANK), gives=0.0)
    return found


def _blank_side(chars: Sequence[str], widths: Sequence[float], n: int) -> int | None:
    """The gap that makes a quotation mark of a Latin width a Chinese one (GB/T 15834-2011, 5.1.3)."""
    if chars[n] not in QUOTES or widths[n] > 1 - BLANK:
        return None
    if chars[n] in OPENING:
        return n - 1 if n and n + 1 < len(chars) and chars[n + 1] >= SYMBOLS else None
    return n if 0 < n < len(chars) - 1 and chars[n - 1] >= SYMBOLS else None


def _turn(left: str, right: str) -> int:
    """When a gap beside a mark gives: brackets, then ， 、 ； ：, and 。 ！ ？ after Han–Latin gaps."""
    if left in CLOSING or right in OPENING:
        return 1
    return 4 if left in CALLS or left in "。．" else 2


def _has_chinese(left: str, right: str) -> bool:
    return left >= SYMBOLS or right >= SYMBOLS


def _is_pair(chars: Sequence[str], n: int) -> bool:
    """Whether the mark at a place is the second of exactly two."""
    before = n > 1 and chars[n - 2] in CALLS
    after = n + 1 < len(chars) and chars[n + 1] in CALLS
    return chars[n - 1] in CALLS and not before and not after


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
