"""A .txt file → `Draft`: typed lines, their white space and the pages they were torn from."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from plugins.article.decode import NotText, decode
from plugins.hanzi.scripts import is_chinese
from plugins.intake.draft import SPACES, Block, Draft, Paragraph, Rule, plain
from plugins.intake.intakefault import IntakeFault

RULE = re.compile(r"\s*([-—=_*＊﹡─━～~·•]\s*)\1{2,}\s*")
#: Page numbers as pages are torn from a PDF: — 3 —, -3-, 第3页 共5页, 3/5.
PAGE_NUMBER = re.compile(
    r"\s*(?:[-—–－·]\s*\d{1,3}\s*[-—–－·]|第\s*\d{1,3}\s*页(?:\s*[,，/]?\s*共\s*\d{1,3}\s*页)?|\d{1,3}\s*/\s*\d{1,3}\s*页?)\s*"
)
#: Frequent characters, Simplified and Traditional: what a right decoding is full of.
FREQUENT = frozenset(
    "的一是在不了有和人这這中大为為上个個国國以要他时時来來用们們生到作地于於出就分对對成会會可主发發年动動同工也能下过過子说說产產，。、：；“”"
)
#: A wrapped line ends at most so many half-widths short of the widest.
RAGGED = 5
#: No line shorter than this (in half-widths) was wrapped by a programme.
NARROWEST = 36
FEWEST_WRAPPED, WRAPPED_SHARE = 3, 0.2
#: Marks that a sentence or a heading ends with.
ENDS = frozenset("。！？…”’）：；》〉】〕—!?:;.)]」』")


def text_of(data: bytes, shown: str) -> str:
    """The text of a file in any encoding Chinese is typed in; raises `IntakeFault` when it is no text."""
    try:
        text = decode(data)
    except NotText:
        text = _big5(data) or ""
        if not text:
            raise IntakeFault(
                f"“{shown}”不是文本文件，或编码认不出，请用记事本打开，另存为 UTF-8 再收"
            ) from None
        return text
    other = "" if _is_unicode(data) else _big5(data)
    return other if other and _likely(other) > _likely(text) else text


def read(data: bytes, shown: str) -> Draft:
    """Read a text file; a line is a paragraph unless the file was wrapped at a fixed width."""
    text = text_of(data, shown).replace("\ufeff", "")
    blocks = tuple(_blocks(text))
    return Draft(blocks, is_wrapped=is_wrapped([b for b in blocks if isinstance(b, Paragraph)]))


def _blocks(text: str) -> Iterator[Block]:
    blanks = 0
    for number, line in enumerate(text.split("\n"), start=1):
        for at, part in enumerate(line.split("\f")):
            if at:
                yield Rule(number, is_page=True)
            if PAGE_NUMBER.fullmatch(part):
                yield Rule(number, is_page=True)
            elif RULE.fullmatch(part):
                yield Rule(number, text=part.strip())
            elif part.strip(SPACES):
                yield replace(plain(part, number), blanks=blanks)
                blanks = 0
                continue
            else:
                blanks += not part.strip()
                continue
            blanks = 0


def width(text: str) -> int:
    """How wide a line is, in half-widths: a Chinese character is two."""
    return sum(1 + is_chinese(char) for char in text)


def widest(lines: list[Paragraph]) -> int:
    """The width at which a file was wrapped: that of its widest lines, single strays left out (half-widths)."""
    widths = sorted((width(line.lead + line.text) for line in lines), reverse=True)
    return next((each for each in widths if sum(each - RAGGED <= w <= each for w in widths) > 2), 0)


def is_wrapped(lines: list[Paragraph]) -> bool:
    """Whether a programme broke the lines at a fixed width: many end there in mid-sentence, none goes beyond it."""
    if not lines:
        return False
    most = widest(lines)
    widths = [width(line.lead + line.text) for line in lines]
    if most < NARROWEST or max(widths) > most + RAGGED:
        return False
    cut = sum(
        own >= most - RAGGED and line.text[-1] not in ENDS
        for own, line in zip(widths, lines, strict=True)
    )
    return cut >= max(FEWEST_WRAPPED, WRAPPED_SHARE * len(lines))


def _is_unicode(data: bytes) -> bool:
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        return data.startswith((b"\xff\xfe", b"\xfe\xff"))
    return True


def _big5(data: bytes) -> str:
    try:
        return data.decode("big5hkscs").replace("\r\n", "\n").replace("\r", "\n")
    except UnicodeDecodeError:
        return ""


def _likely(text: str) -> float:
    """The share of frequent characters among those that are not ASCII."""
    told = [char for char in text if char > "\x7f"]
    return sum(char in FREQUENT for char in told) / len(told) if told else 0.0
