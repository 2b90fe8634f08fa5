"""图说: which paragraph beside a picture says what it shows."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from plugins.intake.draft import Block, Paragraph, Picture
from plugins.intake.manuscript import Guess

LONGEST = 80
LEAD = re.compile(r"^[▲△↑↓■◆]\s*")
NAMED = re.compile(
    r"^(?:[▲△↑]|图\s*[\d一二三四五六七八九十]*\s*[：:、.\s　]|图为|上图|下图|左图|右图|图[\d一二三四五六七八九十])"
)
PHOTOGRAPHED = re.compile(r"(?:摄|摄影|供图|制图|提供|/图)\s*[）)]?[。.]?$")


def found(blocks: Sequence[Block]) -> tuple[tuple[Block, ...], tuple[Guess, ...]]:
    """The blocks with captions inside their pictures, and a guess for each caption that was a paragraph."""
    made: list[Block] = []
    guesses: list[Guess] = []
    at = 0
    while at < len(blocks):
        block = blocks[at]
        after = blocks[at + 1] if at + 1 < len(blocks) else None
        if (
            isinstance(block, Picture)
            and isinstance(after, Paragraph)
            and (why := _why(after, block))
        ):
            words = LEAD.sub("", after.text)
            made.append(replace(block, caption=block.caption or words))
            if not block.caption:
                guesses.append(Guess("图说", words, *why, after.place))
            elif _bare(block.caption) != _bare(words):
                made.append(after)
            at += 2
        elif (
            isinstance(block, Paragraph) and isinstance(after, Picture) and _is_above(block, after)
        ):
            made.append(replace(after, caption=LEAD.sub("", block.text)))
            guesses.append(Guess("图说", block.text, 0.7, "图片之前，写法像图说", block.place))
            at += 2
        else:
            made.append(block)
            at += 1
    return tuple(made), tuple(guesses)


def _why(paragraph: Paragraph, picture: Picture) -> tuple[float, str] | None:
    """(confidence, reason) of a paragraph behind a picture being its caption."""
    text = paragraph.text
    if not text or paragraph.heading or paragraph.item or len(text) > LONGEST:
        return None
    if paragraph.is_caption:
        return 0.98, "用了题注样式"
    if NAMED.match(text) or PHOTOGRAPHED.search(text):
        return 0.9, "图片之后，写法是图说"
    if _bare(picture.caption) == _bare(text):
        return 0.9, "与图片的替代文字相同"
    if paragraph.align == "center" and not picture.caption:
        return 0.8, "图片之后居中的短行"
    return None


def _is_above(paragraph: Paragraph, picture: Picture) -> bool:
    text = paragraph.text
    named = bool(re.match(r"[▼↓]|下图[：:]|图为", text)) or paragraph.is_caption
    return named and not picture.caption and len(text) <= LONGEST


def _bare(text: str) -> str:
    return re.sub(r"\W", "", text)
