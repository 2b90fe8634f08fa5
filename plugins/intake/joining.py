"""Lines that a programme broke, and sentences that a page tore, made whole again.

Nothing is joined silently: every torn sentence is a guess, told with the words on both sides.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from plugins.hanzi.numerals import read_number
from plugins.hanzi.scripts import is_chinese
from plugins.intake import labels, textfile
from plugins.intake.draft import SPACES, Block, Draft, Paragraph, Rule, Run
from plugins.intake.manuscript import Guess

#: A paragraph that a page tore has at least so many characters (measured on real manuscripts: 28).
SHORTEST = 28
INNER = re.compile(r"[，。；,;：]")
HEADING_LENGTH = 45
SHOWN = 8
DAY = re.compile(r"[\d〇○一二三四五六七八九十]{4}\s*年.{2,8}日")


@dataclass(frozen=True, slots=True)
class _Facts:
    """How the whole file is typed: does it use indents; at which width it was wrapped (half-widths, 0: not)."""

    uses_indents: bool
    width: int


def joined(draft: Draft) -> tuple[Draft, tuple[Guess, ...]]:
    """The draft with its paragraphs whole, and a guess for every torn sentence."""
    paragraphs = draft.paragraphs
    long = [each for each in paragraphs if len(each.text) >= SHORTEST]
    indented = sum(each.is_indented for each in paragraphs)
    uses_indents = indented >= (0.1 if draft.is_wrapped else 0.5) * max(len(long), 1)
    width = textfile.widest(list(paragraphs)) if draft.is_wrapped else 0
    lines = _unwrapped(draft.blocks, _Facts(uses_indents, width))
    blocks, guesses = _mended(lines, _Facts(uses_indents, width))
    if count := len(draft.blocks) - len(lines):
        reason = f"全文按固定宽度（约 {width // 2} 字）折行，行末没有写满的才是段末"
        guesses = (Guess("合并折行", f"{count} 处", 0.95, reason), *guesses)
    return replace(draft, blocks=tuple(blocks)), guesses


def _unwrapped(blocks: Sequence[Block], facts: _Facts) -> list[Block]:
    """Typed lines of a wrapped file → paragraphs."""
    made: list[Block] = []
    full = False
    for block in blocks:
        before = made[-1] if made else None
        if (
            full
            and isinstance(before, Paragraph)
            and isinstance(block, Paragraph)
            and _goes_on(before, block, facts)
        ):
            made[-1] = _one(before, block)
        else:
            made.append(block)
        full = isinstance(block, Paragraph) and _is_full(block, facts.width)
    return made


def _is_full(line: Paragraph, width: int) -> bool:
    own = textfile.width(line.lead + line.text)
    return bool(width) and own >= width - textfile.RAGGED and not line.heading


def _goes_on(before: Paragraph, line: Paragraph, facts: _Facts) -> bool:
    if line.is_indented or line.heading or line.item or line.is_quoted:
        return False
    closed = before.text[-1:] in textfile.ENDS
    return facts.uses_indents or not (closed and (read_number(line.text) or line.blanks))


def _mended(blocks: Sequence[Block], facts: _Facts) -> tuple[list[Block], tuple[Guess, ...]]:
    """Sentences torn by the end of a page or a column, joined."""
    made: list[Block] = []
    guesses: list[Guess] = []
    for block in blocks:
        at, ruled = _before(made)
        before = made[at] if at >= 0 else None
        if (
            isinstance(before, Paragraph)
            and isinstance(block, Paragraph)
            and _is_torn(before, block)
        ):
            guesses.append(_joint(before, block, facts, ruled))
            made[at:] = [_one(before, block)]
        else:
            made.append(block)
    return made, tuple(guesses)


def _before(made: list[Block]) -> tuple[int, bool]:
    """The last block that is no rule, and whether a rule or a page's end follows it."""
    at = len(made) - 1
    while at >= 0 and isinstance(made[at], Rule):
        at -= 1
    return at, at < len(made) - 1


def _is_torn(before: Paragraph, after: Paragraph) -> bool:
    text = before.text
    if (
        len(text) < SHORTEST
        or text[-1] in textfile.ENDS
        or not _is_running(before)
        or not _is_running(after)
        or labels.read(text)
        or labels.read(after.text)
    ):
        return False
    if (
        not (INNER.search(text) or before.is_indented)
        or after.is_indented
        or after.is_bold != before.is_bold
    ):
        return False
    number = read_number(text)
    if number and number.level <= 2 and len(text) <= HEADING_LENGTH:
        return False
    return not (
        read_number(after.text)
        or DAY.match(after.text)
        or after.text.startswith(("附件", "（", "("))
    )


def _is_running(paragraph: Paragraph) -> bool:
    """Whether it may be part of running text."""
    looks = paragraph.heading or paragraph.is_title or paragraph.item or paragraph.is_quoted
    return not (looks or paragraph.is_caption or paragraph.align in ("center", "right"))


def _joint(before: Paragraph, after: Paragraph, facts: _Facts, ruled: bool) -> Guess:
    shown = f"……{before.text[-SHOWN:]}｜{after.text[:SHOWN]}……"
    if ruled:
        return Guess("连接断句", shown, 0.95, "上段没有写完，中间隔着分页", after.place)
    if facts.uses_indents:
        return Guess("连接断句", shown, 0.9, "上段没有写完，下段没有缩进", after.place)
    return Guess("连接断句", shown, 0.8, "上段没有写完，下段不是小标题", after.place)


def _one(before: Paragraph, after: Paragraph) -> Paragraph:
    """Two paragraphs as one: nothing between Chinese, a space between Latin words."""
    left, right = before.text[-1:], after.text[:1]
    latin = left and right and not is_chinese(left) and not is_chinese(right)
    head = (*before.runs[:-1], replace(before.runs[-1], text=before.runs[-1].text.rstrip()))
    first = replace(after.runs[0], text=after.runs[0].text.lstrip(SPACES))
    between = (Run(" "),) if latin and left.isalpha() and right.isalpha() else ()
    return replace(before, runs=(*head, *between, first, *after.runs[1:]))
