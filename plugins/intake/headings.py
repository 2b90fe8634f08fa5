"""Which paragraphs are headings, and of which level: by style, by number, by look.

Levels of numbers are those of GB/T 9704-2012, 7.3.3: 一、 （一） 1. （1）. A number wins over a style:
levels that a converter or a careless hand made uneven come out even.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from statistics import median

from plugins.hanzi.numerals import read_number
from plugins.intake.draft import Block, Paragraph, Picture
from plugins.intake.manuscript import Guess

NUMBERED_LENGTH = 45
PLAIN_LENGTH = 28
INNER_STOP = re.compile(r"[。；！？]")
ENDS = frozenset("。！？；：，、…!?;:,.”’）)")
SENTENCE_ENDS = frozenset("。！？…”")
#: Where the levels of an article's headings begin.
FIRST = 2
DEEPEST = 5
BODY_LENGTH = 40
Level = tuple[int, float, str]


def marked(
    blocks: Sequence[Block], is_official: bool
) -> tuple[tuple[Block, ...], tuple[Guess, ...]]:
    """The blocks with the final level of every heading (0: none), and a guess for each that had no style."""
    facts = _Facts(blocks)
    found = {
        n: level
        for n, each in enumerate(blocks)
        if isinstance(each, Paragraph) and (level := facts.level(n, each))
    }
    for n in facts.listed(found):
        del found[n]
    final = _even(found, blocks, is_official)
    made = [
        replace(each, heading=final.get(n, 0), item="" if n in final else each.item)
        if isinstance(each, Paragraph)
        else each
        for n, each in enumerate(blocks)
    ]
    return tuple(made), tuple(_guesses(blocks, found, final))


class _Facts:
    """How the text is typed, for looks to be compared with."""

    def __init__(self, blocks: Sequence[Block]) -> None:
        self.blocks = blocks
        long = [p for p in blocks if isinstance(p, Paragraph) and len(p.text) >= BODY_LENGTH]
        self.size = median(p.size for p in long) if long else 0.0
        self.uses_indents = sum(p.is_indented for p in long) > len(long) / 2
        self.is_bold = sum(p.is_bold for p in long) > len(long) / 2
        self.numbered_styles = Counter(
            (p.heading, number.level)
            for p in blocks
            if isinstance(p, Paragraph) and p.heading and (number := read_number(p.text))
        )

    def level(self, at: int, paragraph: Paragraph) -> Level | None:
        """(level, confidence, reason) of a heading; None for any other paragraph."""
        text = paragraph.text
        if not text or paragraph.is_caption or paragraph.is_quoted:
            return None
        number = read_number(text)
        if paragraph.heading:
            return (
                (number.level if number else self._style_level(paragraph.heading)),
                1.0,
                "标题样式",
            )
        if paragraph.item:
            return None
        if number and len(text) <= NUMBERED_LENGTH and not INNER_STOP.search(text[:-1]):
            return self._by_number(number.level, text, paragraph)
        return self._by_look(at, paragraph)

    def _style_level(self, heading: int) -> int:
        """The level of numbers that headings of this style have, else behind the numbers."""
        alike = [
            (count, level)
            for (style, level), count in self.numbered_styles.items()
            if style == heading
        ]
        return max(alike)[1] if alike else heading

    def _by_number(self, level: int, text: str, paragraph: Paragraph) -> Level | None:
        if level <= 2:
            sure = 0.95 if text[-1] not in ENDS or text[-1] in "”）)" else 0.8
            return (level, sure, "以序号开头的短行") if text[-1] not in "；：，;:," else None
        if text[-1] in ENDS - set("”’）)") or not (paragraph.is_bold and not self.is_bold):
            return None
        return level, 0.8, "以序号开头，加粗的短行"

    def _by_look(self, at: int, paragraph: Paragraph) -> Level | None:
        text = paragraph.text
        if len(text) > PLAIN_LENGTH or text[-1] in ENDS - set("”’）)") or not self._leads(at):
            return None
        top = (
            1
            if not any(level == 1 for _, level in self.numbered_styles) and not self._has_numbers()
            else 2
        )
        if paragraph.is_bold and not self.is_bold:
            return top, 0.85, "独占一段的加粗短行"
        if self.size and paragraph.size >= self.size + 1:
            return top, 0.85, "字号比正文大的短行"
        if paragraph.align == "center":
            return top, 0.7, "居中的短行"
        if self.uses_indents and not paragraph.is_indented and paragraph.align != "right":
            return top, 0.65, "别的段落都缩进，这一行短而不缩进"
        return None

    def _has_numbers(self) -> bool:
        return any(
            isinstance(p, Paragraph)
            and (n := read_number(p.text))
            and n.level == 1
            and len(p.text) <= NUMBERED_LENGTH
            for p in self.blocks
        )

    def _leads(self, at: int) -> bool:
        """Whether body text follows."""
        rest = (each for each in self.blocks[at + 1 :] if not isinstance(each, Picture))
        after = next(rest, None)
        return isinstance(after, Paragraph) and (
            len(after.text) >= BODY_LENGTH
            or after.text[-1:] in SENTENCE_ENDS
            or bool(read_number(after.text))
        )

    def listed(self, found: dict[int, Level]) -> list[int]:
        """Numbered lines of one level right behind one another: a list, no headings, when most are so."""
        gone: list[int] = []
        for level in (1, 2):
            alike = [
                n
                for n, each in found.items()
                if each[0] == level and each[1] < 1 and _number_level(self.blocks[n]) == level
            ]
            close = [n for n in alike if n + 1 in alike]
            if len(close) * 2 > len(alike) > 1 or (len(alike) == len(close) + 1 and len(alike) > 1):
                gone += alike
        return gone


def _number_level(block: Block) -> int:
    number = read_number(block.text) if isinstance(block, Paragraph) else None
    return number.level if number else 0


def _even(found: dict[int, Level], blocks: Sequence[Block], is_official: bool) -> dict[int, int]:
    """Final levels: those of the numbers in a policy text, else from ## on without a gap."""
    ranks = {
        level: rank for rank, level in enumerate(sorted({level for level, _, _ in found.values()}))
    }
    final: dict[int, int] = {}
    before = FIRST - 1
    for n in sorted(found):
        level = found[n][0]
        own = _number_level(blocks[n])
        here = own + 1 if is_official and own else min(FIRST + ranks[level], before + 1)
        final[n] = before = min(here, DEEPEST)
    return final


def _guesses(
    blocks: Sequence[Block], found: dict[int, Level], final: dict[int, int]
) -> list[Guess]:
    made = [
        Guess("小标题", f"{'#' * final[n]} {block.text}", sure, reason, block.place)
        for n, (_, sure, reason) in sorted(found.items())
        if sure < 1 and isinstance(block := blocks[n], Paragraph)
    ]
    uneven = {
        level
        for level in range(1, 5)
        if len(
            {
                b.heading
                for n in final
                if isinstance(b := blocks[n], Paragraph) and _number_level(b) == level
            }
        )
        > 1
    }
    if uneven:
        shown = "、".join(("一、", "（一）", "1.", "（1）")[level - 1] for level in sorted(uneven))
        made.insert(
            0,
            Guess(
                "小标题级别", f"“{shown}”各条", 0.95, "原稿里同一种序号的标题级别不一，已按序号统一"
            ),
        )
    return made
