"""What stays on one line: numbers, quantities, document numbers, Latin words, pieces of addresses.

``glued`` says for every place between two characters whether a line may not break there. The rules of
single marks are in marks.py; both must agree before a line is broken. Each rule below is a pattern:
all of what it matches stays together, unless the whole grows longer than ``LONGEST``.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from plugins.hanzi.marks import may_not_start
from plugins.hanzi.scripts import INVISIBLE

#: Longest run without a break, in half widths (12 em): three columns of A4 leave about 14 em.
LONGEST = 24
#: A range of numbers up to this many half widths is kept whole; a longer one breaks after its dash.
SHORT_RANGE = 12
#: Fewest characters of an address or of a hyphened word on either side of a break.
FEWEST = 3

COMBINING = "\u0300-\u036f\u20d0-\u20ff\u200d\ufe00-\ufe0f\U000e0100-\U000e01ef"
#: Characters that make up Latin words, codes and formulas: COVID-19, PM2.5, O3-8h, μg/m³, A4, SO₂, N₂O.
WESTERN = (
    "!-~\u00a1-\u00b6\u00b8-\u024f\u0370-\u052f\u1e00-\u1fff\u2010-\u2013\u2030-\u2033\u2070-\u209f"
    "\u20a0-\u20bf\u2100-\u214f\u2150-\u2189\u2212\u2236\u2248\u2260-\u2265\uff10-\uff19"
)
ROMAN = "[\u2160-\u217f]+|(?<![A-Za-z])[IVX]{1,4}(?=[类级])"
SPACE = "[ \u2009]?"
#: A number with its fraction, thousands, clock time or ratio: 3.14  1,200  10:30  10：30  1/3  1∶500.
#: Possessive, and never from the middle of a number: otherwise a long row of digits takes minutes.
NUMBER = r"(?<!\d)(?<!\d[.,:：/∶．])\d++(?:[.,:：/∶．]\d++)*+"
SIGNED = rf"[＋－−+\-±<>≤≥＜＞≈]?[￥＄￡¥$€£]?{NUMBER}"
PREFIX = "[kMGTmcdhnμµ]?"
SYMBOL = (
    rf"(?:{PREFIX}(?:mol|Hz|Pa|Wh|Bq|Sv|eq|m|g|L|l|s|W|V|A|J|N|B|t)[²³23]?|"
    r"hm[²2]|ha|min|h|d|a|ppm|ppb|dB(?:\(A\))?|[℃℉°%‰％])"
)
#: A unit of measurement by symbols (GB 3100—1993): km, μg/m³, kW·h, dB(A).
SYMBOLS = rf"{SYMBOL}(?:[/·]{SYMBOL})*(?![A-Za-z])"
#: Words that count or date. GB/T 15835-2011 writes them without a space behind Arabic numerals.
DATED = "年|月|日|号|时|分|秒|级|类|期|点"
COUNTED = (
    "公里|千米|厘米|毫米|微米|米|公顷|亩|平方公里|平方千米|平方米|立方米|微克|毫克|千克|公斤|克|吨|毫升|升"
    "|千瓦时|千瓦|分贝|摄氏度|度|元|美元|个百分点|百分点|小时|分钟|个月|天|周|岁|届|版|章|条|款|项|个|家|次|人|名"
    "|户|例|件|页|倍|座|台|辆|处|批|起|份|种|场|辆|只|株|棵|万|亿|多|余"
)
HAN_UNIT = rf"(?:{DATED}|[多余]?[百千万亿]{{0,2}}[多余]?(?:{COUNTED})(?:[/／](?:立方米|平方米|小时|升|年|日|天))?)"
QUANTITY = rf"(?:{SIGNED}|{ROMAN})(?:{SPACE}{SYMBOLS}|{HAN_UNIT}|[％‰%])?"
RANGE_MARK = "[—～〜－–~\\-]"

KEPT = tuple(
    re.compile(pattern)
    for pattern in (
        rf"[{WESTERN}{COMBINING}]+",
        QUANTITY,
        rf"(?:第|图|表|附件){SPACE}{NUMBER}",  # 第3期, 图2, 附件1
        rf"(?:№|No\.|Vol\.|Fig\.|pp?\.){SPACE}\d+",
        # Year and number of a document (GB/T 9704-2012, 7.2.5): a break is allowed before the 〔.
        rf"[〔［\[（(【]\d{{4}}[〕］\]）)】]{SPACE}第?{SPACE}\d+(?:[—\-]\d+)?号",
        "[—―⸺]{2,}",  # 破折号 (GB/T 15834-2011, 5.1.4)
        "[…⋯]{2,}",  # 省略号 (GB/T 15834-2011, 5.1.5)
        rf".[{COMBINING}]+\u200d?",  # a character and what is drawn onto it
        "\u200d.",
        ".?[\u00a0\u202f\u2060\ufeff]+.?",  # typed glue (UAX 14, classes GL and WJ)
    )
)
RANGE = re.compile(rf"{QUANTITY}{RANGE_MARK}(?=({QUANTITY}))")
#: A connector stays with what precedes it (GB/T 15834-2011, 5.1.6): 南宁—北海, 环境-健康. A minus
#: between a Han character and a digit is the sign of the number and may begin a line: 降至－5℃.
CONNECTED = re.compile(
    r"(?<=[^\s—―⸺])[—―–](?=[^\s—―⸺])|(?<=\w)[－\-](?=[^\W\d])|(?<=[A-Za-z\d])[－\-](?=\d)"
)
ADDRESS = re.compile(
    r"(?:https?|ftp)://[!-~]+|www\.[!-~]+|(?<![\w.+\-])[\w.+\-]+@[\w\-]+(?:\.[\w\-]+)+"
    r"|(?<![\w.\-])[\w\-]+(?:\.[\w\-]+)*\.(?:cn|com|org|net|gov|edu|int)\b(?:/[!-~]*)?",
    re.ASCII,
)
ADDRESS_PIECE = re.compile(r"[/.@\-?&=_]+(?=[^/.@\-?&=_])")
HYPHEN = re.compile(rf"(?<=[A-Za-z]{{{FEWEST}}}-)(?=[A-Za-z]{{{FEWEST}}})")
SOFT = frozenset("/.@-?&=_,;:—～－")


def glued(text: str) -> list[bool]:
    """Places where no line may break: True at i = not between ``text[i - 1]`` and ``text[i]``.

    The list is one longer than the text; its first and last are False (nothing stands there).

    >>> [place for place, kept in enumerate(glued("浓度25 μg/m³")) if not kept]
    [0, 1, 2, 10]
    """
    kept = [False] * (len(text) + 1)
    for start, end in _whole(text):
        kept[start + 1 : end] = [True] * (end - start - 1)
    for place in _connected(text):
        kept[place] = True
    for place in _openings(text):
        kept[place] = False
    _limit(text, kept)
    return kept


def half_widths(char: str) -> int:
    """Nominal width of a character in half widths: Latin 1, Chinese 2, invisible and combining 0."""
    if char in INVISIBLE or re.match(f"[{COMBINING}]", char):
        return 0
    return 1 if ord(char) < 0x2E80 and char not in "“”‘’—…⋯―" else 2


def width(text: str) -> int:
    """Nominal width of a text in half widths."""
    return sum(half_widths(char) for char in text)


def _whole(text: str) -> Iterator[tuple[int, int]]:
    """Spans that stay whole."""
    for pattern in KEPT:
        for match in pattern.finditer(text):
            yield match.span()
    for match in RANGE.finditer(text):
        whole = match.start(), match.end(1)
        yield whole if width(text[slice(*whole)]) <= SHORT_RANGE else match.span()


def _connected(text: str) -> Iterator[int]:
    """Places before a connector."""
    return (match.start() for match in CONNECTED.finditer(text))


def _openings(text: str) -> Iterator[int]:
    """Places inside addresses and hyphened words where a line may break after all."""
    yield from (match.start() for match in HYPHEN.finditer(text))
    for address in ADDRESS.finditer(text):
        for piece in ADDRESS_PIECE.finditer(text, address.start(), address.end()):
            place = piece.end()
            if place - address.start() >= FEWEST and address.end() - place >= FEWEST:
                yield place


def _limit(text: str, kept: list[bool]) -> None:
    """Open runs longer than ``LONGEST``: after their last soft mark that fits, or where they are full."""
    start = soft = 0
    for place in range(1, len(text)):
        if not kept[place]:
            start = soft = place
        elif width(text[start : place + 1]) > LONGEST and half_widths(text[place]):
            start = soft if soft > start else place
            soft = start
            kept[start] = False
        if text[place] in SOFT and not may_not_start(text[place + 1 : place + 2]):
            soft = place + 1
