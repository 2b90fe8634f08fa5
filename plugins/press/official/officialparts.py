"""The body of a policy text, taken apart as GB/T 9704-2012 sets it.

Neutral HTML has one top-level block a line (article/body.py), so that it is taken apart by lines:
addressee, text, list of attachments, signature, day, remark; then attachments with pages of their
own. Pure.
"""

from __future__ import annotations

import math
import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from html import unescape

from plugins.article.official import ANNEX_HEADING, heads_annex
from plugins.article.paragraphs import SIGNED_DAY
from plugins.article.record import Article, Picture
from plugins.press.bodies import ARTICLE_LINK, FIGURE, bookmarked
from plugins.press.official.officialtitle import em_width

TAG = re.compile(r"<[^>]+>")
BLOCK = re.compile(r"<(p|h[1-6])\b([^>]*)>(.*)</\1>")
REMARK = re.compile(r"[（(](.+)[）)]")
#: What a remark speaks of (7.3.6), where no signature above it tells that it is one.
REMARK_WORDS = re.compile(r"此件|公开|联系人|电话|传达|印发|发至")
ATTACHMENT = re.compile(r"(?:附件)?\s*[：:]?\s*(?:(\d{1,2})[.．、：:]\s*)?(.*)", re.DOTALL)
BREAK = re.compile(r"<br\s*/?>")
STOP = re.compile(r"[\s。；;，,.]+$")
#: No title of an attachment is longer (characters), and none is a sentence.
TITLE_LENGTH = 50
SENTENCE = re.compile(r"[。；：:]$")
#: The type area in lines of the grid, and its width measured by the height of a line (5.2).
PAGE_LINES = 22
WIDTH_IN_LINES = 156 / (225 / PAGE_LINES)
#: The most lines a picture takes (its caption stands below it), and the fewest.
TALLEST, LOWEST = 16, 4
#: Columns from which a table is set smaller (12 pt); characters (14 pt) in the width of any table.
WIDE_TABLE = 5
TABLE_MEASURE = 31
CELL = re.compile(r"<(t[dh])( class=\"[^\"]*\")?>(.*?)</\1>")


@dataclass(frozen=True, slots=True)
class Attachment:
    """One line of the list of attachments: number ("" when there is only one) and name (HTML)."""

    number: str
    name: str


@dataclass(frozen=True, slots=True)
class Annex:
    """An attachment set on pages of its own: «附件» with its number, title, blocks (HTML)."""

    label: str
    title: str
    blocks: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Parts:
    """A body taken apart; what the body itself does not say is "" or empty."""

    addressee: str
    blocks: tuple[str, ...]
    attachments: tuple[Attachment, ...]
    signature: str
    day: str
    remark: str
    annexes: tuple[Annex, ...]


def take_apart(article: Article) -> Parts:
    """Take the body of a policy text apart."""
    sizes = {picture.src: picture for picture in article.pictures}
    lines = [line for line in article.body.split("\n") if _belongs(line)]
    labels = {entry.id: entry.label for entry in article.outline}
    blocks = [bookmarked(dressed(line, sizes), labels) for line in lines]
    main, annexes = _annexes(blocks)
    notes = [block for block in main if block.startswith('<div class="footnote')]
    main = [block for block in main if block not in notes]
    remark, day, signature = _closing(main, "".join(article.issuing_body.split()))
    listed = [block for block in main if 'class="attachments"' in block[:24]]
    rest = [block for block in main if block not in listed]
    addressee = rest.pop(0) if rest and rest[0].startswith('<p class="addressee"') else ""
    return Parts(
        addressee=_inner(addressee),
        blocks=_anchored(_marked_last(rest + notes)),
        attachments=attachments(listed),
        signature=plain(signature),
        day=plain(day),
        remark=remark and REMARK.sub(r"\1", plain(remark)),
        annexes=annexes,
    )


def plain(block: str) -> str:
    """The text of a block."""
    return unescape(TAG.sub("", block)).strip()


def dressed(block: str, sizes: Mapping[str, Picture]) -> str:
    """A block as the sheet sets it: pictures in lines, wide tables named, links as words."""
    block = ARTICLE_LINK.sub(r"\3", block)
    block = FIGURE.sub(lambda match: _figure(match, sizes), block)
    if block.startswith("<table"):
        return _table(block)
    if re.match(r"<h\d", block):
        # The strut of a heading stays FangSong, so that its baseline stays on the grid.
        return BLOCK.sub(r"<\1\2><span>\3</span></\1>", block)
    return block


def _table(block: str) -> str:
    """Cells that fit their share of the measure are kept in one line, longer ones run on."""
    columns = max(block.split("</tr>", 1)[0].count("<th"), 1)
    share = TABLE_MEASURE / columns - 1

    def cell(match: re.Match[str]) -> str:
        length = "short" if em_width(plain(match[3])) <= share else "long"
        classes = (match[2] or "").removeprefix(' class="').removesuffix('"')
        return f'<{match[1]} class="{" ".join([length, *classes.split()])}">{match[3]}</{match[1]}>'

    wide = ' class="wide"' if columns >= WIDE_TABLE else ""
    return CELL.sub(cell, block.replace("<table", f"<table{wide}", 1))


def picture_lines(width: int, height: int) -> int:
    """How many lines of the grid a picture (px) takes at the full measure, half a line for air."""
    lines = math.ceil(WIDTH_IN_LINES * height / max(width, 1) + 0.5)
    return min(max(lines, LOWEST), TALLEST)


def attachments(listed: Iterable[str]) -> tuple[Attachment, ...]:
    """The list of attachments (7.3.4): names without a stop; one alone bears no number."""
    found: list[Attachment] = []
    for block in listed:
        for line in BREAK.split(_inner(block)):
            number, name = _numbered(line)
            if name and not number and found:
                found[-1] = Attachment(found[-1].number, found[-1].name + name)
            elif name:
                found.append(Attachment(number, name))
    if len(found) == 1:
        return (Attachment("", found[0].name),)
    return tuple(found)


def _numbered(line: str) -> tuple[str, str]:
    match = ATTACHMENT.fullmatch(line.strip())
    if match is None:
        return "", ""
    return match[1] or "", STOP.sub("", match[2])


def _belongs(line: str) -> bool:
    """An editor's note is the magazine's, not the document's."""
    return bool(line.strip()) and not line.startswith('<aside class="editors-note"')


def _figure(match: re.Match[str], sizes: Mapping[str, Picture]) -> str:
    picture = sizes[match[2]]
    lines = picture_lines(picture.width, picture.height)
    return f'<figure style="--lines: {lines}"><img alt="{match[1]}" src="{match[2]}"/>'


def _inner(block: str) -> str:
    match = BLOCK.fullmatch(block.strip())
    return match[3].strip() if match else ""


def _closing(main: list[str], body: str) -> tuple[str, str, str]:
    """Take remark, day and signature off the end of ``main``; ``body`` is who issues it."""
    rest = list(main)
    remark = _popped(rest, lambda block: bool(REMARK.fullmatch(plain(block))))
    day = _popped(rest, _is_day)
    signature = _popped(rest, lambda block: _is_signature(block, body))
    if remark and not day and not REMARK_WORDS.search(remark):
        return "", "", ""  # the last paragraph of the text, in brackets
    main[:] = rest
    return remark, day, signature


def _popped(blocks: list[str], wanted: Callable[[str], bool]) -> str:
    """Take the last block away when it is ``wanted``; "" when it is not."""
    return blocks.pop() if blocks and wanted(blocks[-1]) else ""


def _is_day(block: str) -> bool:
    return block.startswith("<p") and bool(SIGNED_DAY.fullmatch("".join(plain(block).split())))


def _is_signature(block: str, body: str) -> bool:
    if block.startswith('<p class="signature"'):
        return True
    return block.startswith("<p") and bool(body) and "".join(plain(block).split()) == body


def _marked_last(blocks: list[str]) -> tuple[str, ...]:
    """Name the last paragraph: two of its lines go with the signature to a new page (7.3.5.5)."""
    if not blocks or not blocks[-1].startswith("<p"):
        return tuple(blocks)
    head, _, rest = blocks[-1].partition(">")
    classed = head.replace('class="', 'class="last ', 1)
    if classed == head:
        classed = f'{head} class="last"'
    return (*blocks[:-1], f"{classed}>{rest}")


def _anchored(blocks: tuple[str, ...]) -> tuple[str, ...]:
    """Anchors where the text begins and where it ends: a layout tells on which pages that is."""
    if not blocks:
        return ()
    begins, ends = (f'<span id="text-{word}"></span>' for word in ("begins", "ends"))
    first = re.sub(r"^(<(?:p|h\d)\b[^>]*>)", rf"\1{begins}", blocks[0])
    made = (first if begins in first else begins + first, *blocks[1:])
    last = re.sub(r"(</(?:p|h\d)>)$", rf"{ends}\1", made[-1])
    return (*made[:-1], last if ends in last else last + ends)


def _annexes(blocks: list[str]) -> tuple[list[str], tuple[Annex, ...]]:
    """The blocks before the first attachment's head, and the attachments."""
    heads = [place for place, block in enumerate(blocks) if _annex_head(block)]
    if not heads:
        return blocks, ()
    made = []
    for start, end in zip(heads, [*heads[1:], len(blocks)], strict=True):
        made.append(_annex(blocks[start], blocks[start + 1 : end]))
    return blocks[: heads[0]], tuple(made)


def _annex_head(block: str) -> bool:
    return block.startswith(("<p", "<h")) and heads_annex(plain(block), block.startswith("<h"))


def _annex(head: str, blocks: list[str]) -> Annex:
    match = ANNEX_HEADING.fullmatch(plain(head))
    number, title = (match[1] or "", match[2] or "") if match else ("", "")
    if not title and blocks and _is_title(blocks[0]):
        title = plain(blocks[0])
        blocks = blocks[1:]
    return Annex(f"附件{number}", title, tuple(blocks))


def _is_title(block: str) -> bool:
    text = plain(block)
    if not BLOCK.fullmatch(block) or not 0 < len(text) <= TITLE_LENGTH or SENTENCE.search(text):
        return False
    return 'class="level-' not in block and 'class="item' not in block
