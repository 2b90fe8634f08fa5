"""The letter around a draft (a mail pasted whole): its head, greeting and close, as lines to leave out."""

from __future__ import annotations

import re
from dataclasses import replace

from plugins.intake.draft import Block, Draft, Paragraph

HEAD = re.compile(
    r"(?:发件人|收件人|抄送人?|主题|发送时间|发送日期|日期|时间|附件|From|To|Cc|Subject|Date|Sent)\s*[:：].*",
    re.IGNORECASE,
)
SENDER = re.compile(r"(?:发件人|收件人|From|To)\s*[:：].*", re.IGNORECASE)
GREETING = re.compile(
    r"(?:尊敬的|亲爱的|各位)?.{0,10}(?:老师|编辑|编辑部|同志|主任|领导)(?:们)?\s*[:：,，!！]?"
)
HELLO = re.compile(
    r"(?:您|你|大家)好.*|.{0,12}(?:现将|附上|发来|奉上|投稿|送上).{0,24}(?:审阅|查收|指正|采用|审核).{0,6}"
)
CLOSE = re.compile(r"(?:此致|敬礼|顺颂|顺祝|祝好|谢谢|感谢)[^。]{0,8}[！!。]?")
#: Of the file's lines so many may be the head, and so many the end, of a letter.
FIRST, LAST = 12, 6


def without(draft: Draft) -> tuple[Draft, tuple[str, ...]]:
    """The draft without the letter around it, and the lines left out; any other draft as it is."""
    blocks = draft.blocks
    gone = _head(blocks)
    gone |= _greeting(blocks, max(gone, default=-1) + 1)
    if not gone:
        return draft, ()
    gone |= {n for n in range(max(0, len(blocks) - LAST), len(blocks)) if _is(blocks[n], CLOSE)}
    kept = tuple(each for n, each in enumerate(blocks) if n not in gone)
    words = tuple(each.text for n in sorted(gone) if isinstance(each := blocks[n], Paragraph))
    return replace(draft, blocks=kept), words


def _head(blocks: tuple[Block, ...]) -> set[int]:
    """The lines of a mail's head: two or more one behind the other, one of them who sent or got it."""
    lines = []
    for n, each in enumerate(blocks[:FIRST]):
        if not _is(each, HEAD):
            break
        lines.append(n)
    named = any(_is(blocks[n], SENDER) for n in lines)
    return set(lines) if len(lines) > 1 and named else set()


def _greeting(blocks: tuple[Block, ...], start: int) -> set[int]:
    """A greeting counts with the polite line behind it: «各位编辑：» alone may be an addressee."""
    here = blocks[start : start + 3]
    if len(here) < 2 or not _is(here[0], GREETING) or not _is(here[1], HELLO):
        return set()
    return {start + n for n, each in enumerate(here) if n < 2 or _is(each, HELLO)}


def _is(block: Block, pattern: re.Pattern[str]) -> bool:
    return isinstance(block, Paragraph) and bool(pattern.fullmatch(block.text))
