"""Neutral HTML → what the printed page sets: stretches in columns, and blocks across the page.

Neutral HTML has one top-level block a line (article/body.py), so that it is taken apart by lines.
The first picture of a story stands under its headline; a later chart or wide table runs across
the page where it stands; any other picture stays in its column.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from html import escape, unescape
from typing import Literal

from plugins.article.record import Article, Picture
from plugins.hanzi.scripts import is_han
from plugins.press.pieces import Rank

FIGURE = re.compile(r'<figure><img alt="([^"]*)" src="([^"]*)"/>')
ARTICLE_LINK = re.compile(r'<a href="article:([^/"]+)/([^"]+)"[^>]*>(.*?)</a>')
CAPTION = re.compile(r"<p><strong>([^<]+)</strong></p>")
RUBY = re.compile(r"(</ruby>)?<ruby>([^<]*)<rt>([^<]*)</rt>(?=</ruby>(<ruby>[^<]*<rt>([^<]*))?)")
#: Mean width of a letter of a reading, and what two readings leave between them, in em of the text.
LETTER, BETWEEN = 0.29, 0.25
#: Where an id stands in the opening of a heading or run-in head.
HEAD = re.compile(r'(<(?:h[1-6]|b)\b[^<>]*? id="([^"<>]*)"[^<>]*)>')
DOTTED = re.compile(r'<em class="dots">([^<]*)</em>')
#: Width to height from which a picture runs across both columns whatever the story.
WIDE = 1.6
#: Charts and maps are saved as PNG: they are never cut to a shape.
CHART = ".png"
#: Columns from which a table runs across the page.
WIDE_TABLE = 4
#: A story shorter than this keeps its picture in the column (characters).
SPAN_LENGTH = 1350
LEADING: frozenset[Rank] = frozenset({"lead", "profile", "story", "interview"})


@dataclass(frozen=True, slots=True)
class Stretch:
    """Part of a body: set in columns, or one block across the page."""

    flow: Literal["columns", "across"]
    html: str


@dataclass(frozen=True, slots=True)
class Printed:
    """A body as the press sets it: the picture under the headline ("" if none), then stretches."""

    lead_picture: str
    stretches: tuple[Stretch, ...]


def printed(article: Article, rank: Rank) -> Printed:
    """Take the body of an article apart for the printed page."""
    sizes = {picture.src: picture for picture in article.pictures}
    found = list(_captioned(article.body.split("\n")))
    labels = {entry.id: entry.label for entry in article.outline}
    blocks = [bookmarked(_dressed(block, sizes, article.issue_key), labels) for block in found]
    lead_picture = ""
    first = next((block for block in blocks if _is_picture(block)), "")
    if first and _leads(article, rank, first, sizes):
        lead_picture = first
        blocks.remove(first)
    return Printed(lead_picture, _stretches(blocks, rank))


def bookmarked(block: str, labels: Mapping[str, str]) -> str:
    """A block whose subheads and run-in heads say their line of the outline: bookmarks are made of it.

    ``labels``: by id. What is not in the outline gets no bookmark.
    """

    def said(match: re.Match[str]) -> str:
        label = labels.get(unescape(match[2]))
        return match[0] if label is None else f'{match[1]} data-bookmark="{escape(label)}">'

    return HEAD.sub(said, block) if labels else block


def signed(html: str, credit: str) -> str:
    """Set who sent an item in brackets behind its last words; below them when it ends otherwise."""
    if not credit:
        return html
    mark = f'<span class="contributor">（{escape(credit)}）</span>'
    if html.endswith("</p>"):
        return f"{html[:-4]}{mark}</p>"
    return f"{html}\n<p>{mark}</p>"


def _leads(article: Article, rank: Rank, block: str, sizes: dict[str, Picture]) -> bool:
    if rank not in LEADING or (rank == "story" and article.length < SPAN_LENGTH):
        return 'class="wide' in block and rank in LEADING
    return "portrait" not in block.split(">", 1)[0]


def _stretches(blocks: Iterable[str], rank: Rank) -> tuple[Stretch, ...]:
    """Join neighbours that are set alike."""
    made: list[Stretch] = []
    for block in blocks:
        opening = not made and block.startswith('<aside class="editors-note"')
        spread = rank == "photo" and _is_picture(block)
        across = spread or (rank != "short" and (opening or _runs_across(block)))
        if across or not made or made[-1].flow != "columns":
            made.append(Stretch("across" if across else "columns", block))
        else:
            made[-1] = Stretch("columns", f"{made[-1].html}\n{block}")
    return tuple(made)


def _captioned(blocks: Iterable[str]) -> Iterator[str]:
    """Blocks in which a bold line right above a table is the table's caption: they stay together."""
    waiting = ""
    for block in blocks:
        caption = CAPTION.fullmatch(waiting) if block.startswith("<table") else None
        if caption:
            yield block.replace(">", f"><caption>{caption[1]}</caption>", 1)
            waiting = ""
            continue
        if waiting:
            yield waiting
        waiting = block
    if waiting:
        yield waiting


def _is_picture(block: str) -> bool:
    return block.startswith(("<figure", '<div class="pictures'))


def _runs_across(block: str) -> bool:
    return block.startswith(('<figure class="wide', '<table class="wide'))


def _dressed(block: str, sizes: dict[str, Picture], issue_key: str) -> str:
    """A block with the shapes of its pictures and tables, and links that paper can follow."""
    if block.startswith("<table"):
        head = block.split("</tr>", 1)[0]
        shape = "wide" if head.count("<th") >= WIDE_TABLE else "narrow"
        block = block.replace("<table", f'<table class="{shape}"', 1)
    block = FIGURE.sub(lambda match: _figure(match, sizes), block)
    block = DOTTED.sub(_dotted, block)
    block = RUBY.sub(_ruby, block)
    return ARTICLE_LINK.sub(lambda match: _link(match, issue_key), block)


def _dotted(match: re.Match[str]) -> str:
    """A box for each character, so that a dot stands under its middle; marks get none (clreq 3.3.1)."""
    marked = "".join(
        f'<span class="dot">{char}</span>' if is_han(char) else char for char in match[1]
    )
    return f'<em class="dots">{marked}</em>'


def _ruby(match: re.Match[str]) -> str:
    """A reading over a word is told how long the word is; one beside another is kept apart from it.

    Readings leave a quarter em between them (clreq 3.3.4.1).
    """
    beside, base, reading, _, after = match.groups()
    style = [f"--n: {len(base)}"] if len(base) > 1 else []
    if after:
        room = BETWEEN + LETTER * (len(reading) + len(after)) / 2 - 1
        style += [f"margin-right: {room:.2f}em"] if room > 0 else []
    dressed = f' style="{"; ".join(style)}"' if style else ""
    return f"{beside or ''}<ruby{dressed}>{base}<rt>{reading}</rt>"


def _figure(match: re.Match[str], sizes: dict[str, Picture]) -> str:
    picture = sizes[match[2]]
    ratio = picture.width / max(picture.height, 1)
    shape = "wide" if ratio >= WIDE else "portrait" if ratio < 1 else "plain"
    chart = " chart" if match[2].endswith(CHART) else ""
    return f'<figure class="{shape}{chart}"><img alt="{match[1]}" src="{match[2]}"/>'


def _link(match: re.Match[str], issue_key: str) -> str:
    """Inside the issue a link stays one (the reader of the PDF can follow it)."""
    key, stem, words = match.groups()
    return f'<a href="#{stem}">{words}</a>' if key == issue_key else words
