"""A text → its stream: only what a reader may search for, written in one way.

Unicode NFKC, lower case, Traditional → Simplified character by character; then only Han, letters and digits of any
script stay, and a full stop between two digits. So 〔2020〕260号, (2020)260号 and 2020 260号 are one stream.
"""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from functools import cache

import numpy as np
import numpy.typing as npt

from plugins.hanzi.traditional import SIMPLIFIED, TRADITIONAL

Units = npt.NDArray[np.uint16]
Spots = npt.NDArray[np.int64]
Mask = npt.NDArray[np.bool_]

#: Stands between two fields in a stream, so that nothing is found across them; no text may hold it.
BORDER = "\x01"
#: In the table: a unit that is taken out, and one whose writing depends on its neighbours or has several letters.
OUT, SLOW = 0, 2
POINT = ord(".")
FOLD = str.maketrans(TRADITIONAL, SIMPLIFIED)
#: High surrogates of planes 2 and 3, which hold nothing but Han, but for the compatibility forms at U+2F800.
HAN_SURROGATES, COMPATIBLE = range(0xD840, 0xD8C0), 0xD87E
LOW_SURROGATES, SURROGATES = range(0xDC00, 0xE000), range(0xD800, 0xE000)
#: Vowels and finals of Hangul, which NFKC joins to what stands before them.
JOINING = (range(0x1161, 0x1176), range(0x11A8, 0x11C3))


def stream(text: str) -> str:
    """The stream of a text; borders stay. The rule itself, letter by letter: `units` gives the same, fast."""
    plain = _folded(unicodedata.normalize("NFKC", text))
    around = zip(f" {plain}", plain, f"{plain[1:]} ", strict=False)
    return "".join(here for before, here, after in around if _stays(before, here, after))


def _folded(plain: str) -> str:
    """Lower case, each character by itself (so that Σ at the end of a word is no other letter); Simplified."""
    return "".join(map(str.lower, plain)).translate(FOLD)


def _stays(before: str, here: str, after: str) -> bool:
    if here == ".":
        return _is_digit(before) and _is_digit(after)
    return here == BORDER or is_kept(here)


def is_kept(character: str) -> bool:
    """Whether a character stands in streams: a letter, a digit, 〇, a Han even if Python does not know it yet."""
    category = unicodedata.category(character)
    is_word = category[0] == "L" or category == "Nd" or character == "〇"
    return is_word or 0x20000 <= ord(character) <= 0x3FFFF


def _is_digit(character: str) -> bool:
    return unicodedata.category(character) == "Nd"


def units(text: str) -> Units:
    """The stream of a text as UTF-16 code units."""
    table = _table()
    found = table.written[_raw(text)]
    if (found == SLOW).any():
        found = table.written[_raw(text.translate(table.spelled))]
        if (found == SLOW).any():
            return _raw(stream(text))
    points = np.flatnonzero(found == POINT)
    if points.size:
        found[points[~_between_digits(found, points, table.digits)]] = OUT
    kept: Units = found[found != OUT]
    return kept


def _raw(text: str) -> Units:
    return np.frombuffer(text.encode("utf-16-le", "surrogatepass"), np.uint16)


def _between_digits(found: Units, points: Spots, digits: Mask) -> Mask:
    """Of the points in a text those with a digit on either side. A text ends in nothing that is one."""
    edge = np.zeros(1, np.uint16)
    beside = digits[np.concatenate((edge, found, edge))]
    between: Mask = beside[points] & beside[points + 2]
    return between


@dataclass(frozen=True, slots=True)
class _Table:
    """By code unit: what it is written as in a stream, or OUT or SLOW; whether it is a digit.

    ``spelled``: characters that NFKC makes several, whatever stands beside them (Ⅲ, ㎡).
    """

    written: Units
    digits: Mask
    spelled: dict[int, str]


@cache
def _table() -> _Table:
    written = np.array([_written(code) for code in range(0x10000)], np.uint16)
    digits = np.array([_is_digit(chr(code)) for code in range(0x10000)])
    slow = (code for code in np.flatnonzero(written == SLOW).tolist() if code not in SURROGATES)
    spelled = ((code, unicodedata.normalize("NFKC", chr(code))) for code in slow)
    return _Table(written, digits, {code: plain for code, plain in spelled if not _is_bound(plain)})


def _written(code: int) -> int:
    if code == ord(BORDER):
        return code
    if code in LOW_SURROGATES or (code in HAN_SURROGATES and code != COMPATIBLE):
        return code
    if 0xD800 <= code < 0xDC00:
        return SLOW
    return _alone(chr(code))


def _alone(character: str) -> int:
    plain = unicodedata.normalize("NFKC", character)
    if _is_bound(plain):
        return SLOW
    if plain == ".":
        return POINT
    spelled = _folded(plain)
    kept = "".join(filter(is_kept, spelled))
    is_plain = spelled == kept or not any(map(_is_digit, kept))
    if len(kept) > 1 or kept > "\uffff" or not is_plain or _may_keep_point(spelled):
        return SLOW
    return ord(kept) if kept else OUT


def _is_bound(plain: str) -> bool:
    """Whether what a character is written as depends on its neighbours. ``plain``: it alone under NFKC."""
    return not plain or _joins(plain[0])


def _may_keep_point(spelled: str) -> bool:
    """Whether a point in it could stand between two digits: ⒈ before 5. (… is three points, none of them beside a digit.)"""
    return "." in spelled and spelled.strip(".") != ""


def _joins(character: str) -> bool:
    """Whether NFKC may join a character to the one before it."""
    is_mark = unicodedata.category(character)[0] == "M"
    return is_mark or any(ord(character) in each for each in JOINING)
