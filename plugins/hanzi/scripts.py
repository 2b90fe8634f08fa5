"""Which script a character belongs to, as far as Chinese typesetting asks (clreq, section 1.3)."""

from __future__ import annotations

HAN_RANGES = (
    (0x3007, 0x3007),  # 〇, a numeral written as a character
    (0x3400, 0x4DBF),
    (0x4E00, 0x9FFF),
    (0xF900, 0xFAFF),
    (0x20000, 0x323AF),
)
#: Marks that stand on the full-width body of Chinese text (GB/T 15834-2011, clause 5).
MARKS = frozenset("，。、；：？！“”‘’（）〔〕【】《》〈〉「」『』［］—…·～￥％＋－／＝　")
IDEOGRAPHIC_SPACE = "\u3000"
INVISIBLE = "\u200b\u200c\u200d\u2060\ufeff\u00ad"


def is_han(char: str) -> bool:
    """Whether one character is a Han character."""
    if "\u4e00" <= char <= "\u9fff":
        return True
    code = ord(char)
    return code > 0x3000 and any(low <= code <= high for low, high in HAN_RANGES)


def is_chinese(char: str) -> bool:
    """Whether one character is set as Chinese text: a Han character or a full-width mark."""
    return is_han(char) or char in MARKS


def count_characters(text: str) -> int:
    """Length of a text as editors count it: marks and letters count, white space does not."""
    shown = "".join(text.split())  # at what `str.isspace` calls white
    return len(shown) - sum(map(shown.count, INVISIBLE))
