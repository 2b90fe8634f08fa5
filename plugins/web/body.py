"""Neutral HTML → the site's HTML: pictures, links, tables, footnotes.

The neutral HTML comes from one serializer (article/body.py), in which ``<`` and ``>`` never stand
inside an attribute; so patterns are enough and nothing is parsed a second time.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from html import escape, unescape

from plugins.web.pictures.picture_markup import BODY_SIZES, is_figure, picture_element, sizes_in
from plugins.web.pictures.pictures import Picture

IMAGE = re.compile(r"<img\b([^<>]*?)/?>")
ATTRIBUTE = re.compile(r"""([\w-]+)=(?:"([^"]*)"|'([^']*)')""")
ARTICLE_LINK = re.compile(r'<a\b[^<>]*?href="article:([^"/]+)/([^"]+)"[^<>]*>(.*?)</a>', re.DOTALL)
OUTSIDE_LINK = re.compile(r'<a href="(https?://)')
NOTE = re.compile(r'(<li id="([^"]*?)-fn-([^"]+)">.*?)(</p>\s*</li>)', re.DOTALL)
RUN_IN_HEAD = re.compile(r'<b class="head level-(\d)"')
#: A subhead without anything but words.
SUBHEAD = re.compile(r"(<h[2-6]\b[^<>]*>)([^<>]+)(</h[2-6]>)")
NOTES = re.compile(r'<div class="footnote">\s*<hr\s*/?>')

Pictures = Callable[[str], Picture]
#: (folder, stem) → href, or "" when the text is not in this edition.
Texts = Callable[[str, str], str]
Link = Callable[[str], str]


def for_site(
    html: str,
    pictures: Pictures,
    texts: Texts,
    link: Link,
    broken: Callable[[str], str] = escape,
    sizes: str = BODY_SIZES,
) -> str:
    """The body as it stands on its page.

    ``broken``: a subhead as HTML that is broken between words; ``sizes``: how wide a picture stands that
    stands alone.
    """

    def to_subhead(match: re.Match[str]) -> str:
        return f"{match[1]}{broken(unescape(match[2]))}{match[3]}"

    def to_text(match: re.Match[str]) -> str:
        href = texts(unescape(match[1]), unescape(match[2]))
        return f'<a href="{escape(href)}">{match[3]}</a>' if href else match[3]

    html = ARTICLE_LINK.sub(to_text, html)
    html = OUTSIDE_LINK.sub(r'<a rel="external noopener" href="\1', html)
    html = SUBHEAD.sub(to_subhead, html)
    html = RUN_IN_HEAD.sub(_heading_role, html)
    html = _images(html, pictures, link, sizes)
    html = _tables(html)
    return _notes(html)


def _images(html: str, pictures: Pictures, link: Link, alone: str) -> str:
    if "<img" not in html:
        return html
    sizes = sizes_in(html, alone)
    seen = 0

    def resolve(match: re.Match[str]) -> str:
        nonlocal seen
        seen += 1
        values = {name: unescape(a or b) for name, a, b in ATTRIBUTE.findall(match[1])}
        return picture_element(
            pictures(values["src"]),
            values.get("alt", ""),
            link,
            eager=seen == 1,
            sizes=sizes(match.start()),
            zoom=is_figure(html, match.start()),
        )

    return IMAGE.sub(resolve, html)


def _heading_role(match: re.Match[str]) -> str:
    """A run-in head is a heading to those who hear the page: it stands in the outline."""
    return f'<b role="heading" aria-level="{int(match[1]) + 1}" class="head level-{match[1]}"'


def _tables(html: str) -> str:
    """Tables scroll by themselves on a narrow screen, by keyboard too."""
    opening = '<div class="table-scroll" role="group" aria-label="表格" tabindex="0"><table>'
    return html.replace("<table>", opening).replace("</table>", "</table></div>")


def _notes(html: str) -> str:
    """Footnotes get their heading and the way back."""
    heading = '<div class="footnote" role="group" aria-label="注释">'
    html = NOTES.sub(heading, html)
    back = r' <a class="footnote-back" href="#\2-fnref-\3" aria-label="回到正文">↩</a>\4'
    return NOTE.sub(rf"\1{back}", html)
