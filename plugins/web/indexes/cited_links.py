"""The body of an article: the first time it cites a document whose citations have a page, it leads there."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from html import escape, unescape

from plugins.hanzi.documents import Cited, numbers, titles

#: What no link may stand in, and tags: a body's serializer never leaves < or > inside an attribute.
KEPT = re.compile(r"(<a\b.*?</a>|<h[1-6]\b.*?</h[1-6]>|<b class=\"head.*?</b>|<[^<>]*>)", re.DOTALL)


def with_links(html: str, paths: Mapping[str, str], link: Callable[[str], str]) -> str:
    """The site's HTML with a link at the first place of each number and each title of ``paths``.

    ``paths``: number or title without 《》, in the spelling of plugins/hanzi/documents.py → path of its page.
    """
    if not paths:
        return html
    left = dict(paths)
    pieces = KEPT.split(html)
    pieces[::2] = [_linked(piece, left, link) if piece else "" for piece in pieces[::2]]
    return "".join(pieces)


def _linked(piece: str, left: dict[str, str], link: Callable[[str], str]) -> str:
    if "《" not in piece and "号" not in piece:
        return piece
    text = unescape(piece)
    made, done = [], 0
    for each in sorted((*numbers(text), *titles(text)), key=lambda cited: cited.start):
        path = left.get(_name(each), "") if each.start >= done else ""
        if path:
            _forget(path, left)
            made.append(escape(text[done : each.start], quote=False))
            shown = escape(text[each.start : each.end], quote=False)
            made.append(f'<a class="cites" href="{escape(link(path))}">{shown}</a>')
            done = each.end
    return "".join((*made, escape(text[done:], quote=False))) if done else piece


def _forget(path: str, left: dict[str, str]) -> None:
    """One link a page: a title and the number beside it lead to the same."""
    for name in [each for each, known in left.items() if known == path]:
        del left[name]


def _name(cited: Cited) -> str:
    return cited.title or cited.number
