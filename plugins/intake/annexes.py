"""附件 of a policy text: what stands behind its signature under heads of its own (GB/T 9704-2012, 7.3.4, 7.3.7)."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from plugins.intake import officialfacts
from plugins.intake.draft import Block, Paragraph, Rule, Run

HEAD = re.compile(r"附\s*件\s*(?P<number>\d{1,2}|[一二三四五六七八九十])?\s*[：:]?")
NUMERALS = "一二三四五六七八九十"
#: Between the day of the signature and the first head stand no more blocks than these (附注, a page's end).
NEAR = 5
#: A head's title: a few short lines, the last without a mark.
MOST_LINES, LONGEST = 3, 40


def parted(blocks: Sequence[Block]) -> tuple[list[Block], list[Block]]:
    """The text with its signature, and the annexes; none where no head follows a signature."""
    for n, each in enumerate(blocks):
        if not isinstance(each, Paragraph) or not HEAD.fullmatch(each.text):
            continue
        above = [b for b in blocks[max(0, n - NEAR) : n] if isinstance(b, Paragraph)]
        if any(officialfacts.signature(b.text) for b in above):
            return list(blocks[:n]), list(blocks[n:])
    return list(blocks), []


def headed(blocks: Sequence[Block]) -> list[Block]:
    """The annexes, each head and its title in one heading: «附件1　任务分工表»."""
    made: list[Block] = []
    waiting = [each for each in blocks if not isinstance(each, Rule)]
    while waiting:
        each = waiting.pop(0)
        match = HEAD.fullmatch(each.text) if isinstance(each, Paragraph) else None
        if match is None or not isinstance(each, Paragraph):
            made.append(each)
            continue
        lines: list[str] = []
        while waiting and len(lines) < MOST_LINES and _is_title(waiting[0]):
            lines.append(_text(waiting.pop(0)))
        words = " ".join([f"附件{_number(match['number'])}", "".join(lines)]).strip()
        made.append(replace(each, runs=(Run(words),), heading=1, align=""))
    return made


def _is_title(block: Block) -> bool:
    """A centered or large line; a plain first line of the text is none."""
    if not isinstance(block, Paragraph) or HEAD.fullmatch(block.text):
        return False
    is_short = len(block.text) <= LONGEST and block.text[-1:] not in tuple("。；：！？，")
    return is_short and (block.align == "center" or bool(block.heading))


def _text(block: Block) -> str:
    return block.text if isinstance(block, Paragraph) else ""


def _number(words: str | None) -> str:
    return str(NUMERALS.index(words) + 1) if words and words in NUMERALS else words or ""
