"""A few words that stand for an article in lists, feeds and search results."""

from __future__ import annotations

import re

from plugins.article.record import Article

LENGTH = 84
#: A line shorter than this is no paragraph: a cross-head, a dateline, a question mark alone.
SHORTEST = 18
PAUSE = re.compile(r"[，；：]")
STOP = re.compile(r"[。！？](?:[”’》）])?")


def summary(article: Article, length: int = LENGTH) -> str:
    """The standfirst, or the beginning of the text, cut at a full stop if one is near."""
    return cut(article.standfirst or _first_paragraph(article), length)


def cut(text: str, length: int) -> str:
    """At most ``length`` characters of a text, to the last full stop if not too little is left.

    >>> cut("一江清水向东流。两岸人家。", 9)
    '一江清水向东流。'
    """
    if len(text) <= length:
        return text
    stops = [match.end() for match in STOP.finditer(text[: length + 1]) if match.end() <= length]
    if stops and stops[-1] > length // 2:
        return text[: stops[-1]]
    pauses = [match.start() for match in PAUSE.finditer(text[:length])]
    end = pauses[-1] if pauses and pauses[-1] > length // 2 else length - 1
    return text[:end].rstrip("，、；：—…“‘（《") + "…"


def _first_paragraph(article: Article) -> str:
    others = {entry.label for entry in article.outline}
    others |= {picture.caption.strip() for picture in article.pictures}
    lines = [line for line in article.text.split("\n") if line not in others]
    return next((line for line in lines if len(line) >= SHORTEST), lines[0] if lines else "")
