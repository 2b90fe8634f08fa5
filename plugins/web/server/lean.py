"""Pages without the white that only their source needs."""

from __future__ import annotations

import re
from collections.abc import Iterator

import minify_html

#: Elements that stand in a line of text (HTML 4.5 Text-level semantics, embedded and form content).
INLINE = (
    "a|abbr|b|bdi|bdo|button|cite|code|data|del|dfn|em|i|img|input|ins|kbd|label|mark|meter|output|picture|"
    "progress|q|ruby|s|samp|select|small|span|strong|sub|sup|svg|time|u|var|wbr"
)
#: Text that keeps its white as it is.
RAW = re.compile(
    r"<(?P<name>pre|script|style|textarea)\b.*?</(?P=name)>", re.DOTALL | re.IGNORECASE
)
#: White behind an element, before one that stands in a line.
WHITE = re.compile(rf">\s+(?=</?(?:{INLINE})\b)", re.IGNORECASE)
#: An element that stands in a line, whole.
IN_LINE = re.compile(rf"</?(?:{INLINE})\b[^<>]*>", re.IGNORECASE)
#: Stands for such a space while pages are made lean: a noncharacter, which no page may hold (HTML 13.1.1).
SPACE = "\ufdd0"
#: Empty values that say something: a radio button without one answers "on", a word without a language inherits one.
TELLING = re.compile(r'(?<=\s)(value|lang)=""')
EMPTY = "\ufdd1"


def lean(html: str) -> str:
    """A page with the same elements and the same text on the screen, in fewer bytes.

    minify-html throws away white between any two children of a ``<div>`` or ``<header>``, also where it shows
    (``<div><a>甲</a> <a>乙</a></div>``), and every empty ``value``; so these are kept out of its sight. Styles and
    scripts, of which pages hold none but data and the early script, are left alone: the policy names that one by
    its hash.
    """
    if '=""' in html:
        html = TELLING.sub(rf"\1={EMPTY}", html)
    kept = minify_html.minify(
        "".join(_sheltered(html)),
        keep_closing_tags=True,
        keep_html_and_head_opening_tags=True,
        keep_input_type_text_attr=True,
    )
    return str(kept).replace(SPACE, " ").replace(EMPTY, '""')


def _sheltered(html: str) -> Iterator[str]:
    """The page in pieces; white between two elements that stand in a line is `SPACE`."""
    end = 0
    for raw in RAW.finditer(html):
        yield _sheltered_piece(html[end : raw.start()])
        yield raw[0]
        end = raw.end()
    yield _sheltered_piece(html[end:])


def _sheltered_piece(html: str) -> str:
    """A piece without raw text. Few elements have white behind them: only they are looked at."""

    def replaced(match: re.Match[str]) -> str:
        opening = html.rfind("<", 0, match.start())
        is_in_line = opening >= 0 and IN_LINE.fullmatch(html, opening, match.start() + 1)
        return f">{SPACE}" if is_in_line else match[0]

    return WHITE.sub(replaced, html)
