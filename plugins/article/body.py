"""The body of an article: Markdown → neutral HTML. Markdown is parsed here and nowhere else.

The one BeautifulSoup parse of a body happens here too; every step below works on that soup.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Any

from bs4 import BeautifulSoup, NavigableString, Tag
from bs4.builder._lxml import LXMLTreeBuilder
from markdown import Markdown

from plugins.article import cleaning, formulas, nodes, official, paragraphs, plainly
from plugins.article.figures import figures
from plugins.article.kinds import Kind
from plugins.article.markup import BulletinMarkup
from plugins.article.plainbody import plain_body
from plugins.hanzi.lines import drop_indent, join_soft_breaks
from plugins.toc.plugin import Outliner
from plugins.toc.record import Entry

BLOCKS = frozenset(
    {"p", "h1", "h2", "h3", "h4", "h5", "h6", "li", "td", "th", "figcaption", "dt", "dd"}
)
READINGS = frozenset({"rt", "rp"})
AS_TYPED = frozenset({"code", "pre", "rt"})
RAISED = frozenset({"sub", "sup"})
#: What a line of plain text may come from.
LINES = frozenset({*BLOCKS, "div", "blockquote", "aside", "caption", "body"})
NOTES = {"编者按": "editors-note", "编者的话": "editors-note", "链接": "box"}
ARTICLE_LINK = re.compile(
    r"(?:\{filename\})?(?:/|\.\./)?(?:(\d{4}-\d{2})/)?(?P<stem>[^/#?:]+)\.(?:md|html)(?:#.*)?"
)
OUTSIDE = re.compile(r"(https?|mailto|tel):|#", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Body:
    """A body in neutral HTML and what was found in it, in order of appearance.

    ``images`` are (source as typed, caption); ``links`` are (address as typed, issue key, stem),
    the last two empty for an address that is neither an article's nor outside the site.
    """

    html: str
    text: str
    outline: tuple[Entry, ...]
    images: tuple[tuple[str, str], ...]
    links: tuple[tuple[str, str, str], ...]
    addressed: bool
    signed: bool


class _PlainBuilder(LXMLTreeBuilder):
    """BeautifulSoup's builder for HTML without name spaces: what was cleaned has none."""

    def start(self, tag: Any, attrib: Any, nsmap: Any = None) -> None:
        """An element begins."""
        assert self.soup is not None
        attributes = self.attribute_dict_class(attrib)  # type: ignore[attr-defined]  # newer than its stubs
        self.soup.handle_starttag(tag, None, None, attributes)

    def end(self, tag: Any) -> None:
        """An element ends."""
        assert self.soup is not None
        self.soup.handle_endtag(tag)


@cache
def _markdown() -> Markdown:
    return Markdown(
        extensions=["tables", "admonition", "footnotes", "sane_lists", BulletinMarkup()],
        extension_configs={
            "tables": {"use_align_attribute": True},
            "footnotes": {"BACKLINK_TEXT": ""},
        },
        output_format="html",
    )


def parse(
    source: str, key: str, issue_key: str, kind: Kind, outliner: Outliner, addressee: str = ""
) -> Body:
    """Markdown ``source`` → `Body`. ``key`` begins every id; ``outliner`` makes the outline.

    ``addressee`` is what the front matter of a policy text says.
    """
    separated = paragraphs.separate(source, numbered=kind is Kind.OFFICIAL)
    aside = plainly.Aside()
    if kind is not Kind.OFFICIAL:  # whose paragraphs may be addressee, heading or signature
        if plain := plain_body(separated, key, outliner):
            told = plain.html, plain.text, plain.outline, tuple(plain.images)
            return Body(*told, (), addressed=False, signed=False)
        separated, aside = plainly.set_aside(separated)
    html = cleaning.clean(_markdown().reset().convert(separated))
    soup = BeautifulSoup(html, builder=_PlainBuilder)
    _bare(soup)
    if "<img" in html:
        figures(soup)
    if "admonition" in html:
        _notes(soup)
    _text(soup)
    written = official.Written(addressee=False, signature=False)
    if kind is Kind.OFFICIAL:
        written = official.structure(soup, addressee)
    if " align=" in html:
        _alignment(soup)
    links = tuple(_links(soup, issue_key)) if "<a" in html else ()
    if " id=" in html or "footnote" in html:
        _own_ids(soup, key)
    outline = outliner(soup, key)
    return Body(
        html=aside.into_html(_inner(soup)),
        text=aside.into_text(plain_text(soup)),
        outline=outline,
        images=tuple(_images(soup)) if "<img" in html else (),
        links=links,
        addressed=written.addressee,
        signed=written.signature,
    )


def plain_text(soup: BeautifulSoup) -> str:
    """The text of a body, a line a block, in the order of the page, without readings and numbers of notes."""
    lines: list[str] = []
    block = None
    around, readings = nodes.Around(LINES), nodes.Around(READINGS)
    for node in nodes.strings(soup):
        if readings.of(node) or _is_note_mark(node):
            continue
        if not lines or around.of(node) is not block:
            block = around.of(node)
            lines.append("")
        lines[-1] += node
    return "\n".join(line.strip() for line in lines if line.strip())


def _is_note_mark(node: NavigableString) -> bool:
    """Whether this is the number that leads to a note: words on either side of it are one phrase."""
    link = node.parent
    return link is not None and link.name == "a" and "footnote-ref" in link.get("class", "")


def _bare(soup: BeautifulSoup) -> None:
    """Words outside every block (their tag was cleaned away) become a paragraph: none is lost."""
    paragraph, body = None, nodes.body(soup)
    for node in list(body.contents) if body else []:
        if isinstance(node, Tag) and node.name not in cleaning.INLINE:
            paragraph = None
        elif paragraph is not None:
            paragraph.append(node.extract())
        elif str(node).strip():
            paragraph = node.wrap(soup.new_tag("p"))


def _inner(soup: BeautifulSoup) -> str:
    """The body's HTML, one top-level block a line, so that outputs can take it apart by lines."""
    body = nodes.body(soup)
    if body is None:
        return ""
    blocks = (nodes.written(child) for child in body.contents if isinstance(child, Tag))
    return "\n".join(block.replace("\n", "") for block in blocks)


def _notes(soup: BeautifulSoup) -> None:
    """Admonitions → ``<aside>``: editor's notes and boxes."""
    for element in soup.find_all("div", class_="admonition"):
        words = [word for word in element["class"] if word != "admonition"]
        element.name = "aside"
        element["class"] = NOTES.get(words[0] if words else "", "box")
        title = element.find("p", class_="admonition-title")
        if title is not None:
            title["class"] = "aside-title"


def _text(soup: BeautifulSoup) -> None:
    """Join typed lines, drop typed indents, set sub- and superscripts."""
    typed, blocks = nodes.Around(AS_TYPED), nodes.Around(BLOCKS)
    for node in nodes.strings(soup):
        if typed.of(node):
            continue
        text = str(node)
        if "\n" in text and blocks.of(node):
            text = join_soft_breaks(
                text, _beside(node, blocks, back=True), _beside(node, blocks, back=False)
            )
        if node.parent and node.parent.name == "p" and node.previous_sibling is None:
            text = drop_indent(text)
        _set_formulas(soup, node, text)


def _beside(node: NavigableString, blocks: nodes.Around, back: bool) -> str:
    """The nearest character before or after a text node inside its block; "" at the block's edge."""
    block = blocks.of(node)
    for other in node.previous_elements if back else node.next_elements:
        if isinstance(other, NavigableString):
            if blocks.of(other) is not block:
                return ""
            stripped = str(other).strip("\n")
            if stripped:
                return stripped[-1] if back else stripped[0]
    return ""


def _set_formulas(soup: BeautifulSoup, node: NavigableString, text: str) -> None:
    runs = formulas.split(text)
    if len(runs) <= 1 or nodes.within(node, RAISED):
        if text != str(node):
            node.replace_with(NavigableString(text))
        return
    made: list[NavigableString | Tag] = []
    for part, role in runs:
        if role:
            element = soup.new_tag(role)
            element.string = part
            made.append(element)
        else:
            made.append(NavigableString(part))
    node.replace_with(*made)


def _alignment(soup: BeautifulSoup) -> None:
    """Table alignment as a class: the align attribute is not HTML any more."""
    for cell in soup.find_all(["td", "th"], align=True):
        cell["class"] = f"align-{cell['align']}"
        del cell["align"]


def _own_ids(soup: BeautifulSoup, key: str) -> None:
    """Footnotes' ids and links get the article's key; back links go (outputs add their own)."""
    for element in soup.find_all(id=True):
        element["id"] = f"{key}-{str(element['id']).replace(':', '-')}"
    for link in soup.find_all("a", class_="footnote-backref"):
        space = link.previous_sibling
        if isinstance(space, NavigableString):  # Markdown's no-break space before a back link
            space.replace_with(space.rstrip("\u00a0"))
        link.decompose()
    for link in soup.find_all("a", class_="footnote-ref"):
        link["href"] = f"#{key}-{str(link['href']).lstrip('#').replace(':', '-')}"


def _links(soup: BeautifulSoup, issue_key: str) -> Iterator[tuple[str, str, str]]:
    """Rewrite links to articles as ``article:key/stem``; yield them, and those that lead nowhere."""
    for link in nodes.tags(soup, ("a",)):
        href = str(link.get("href", "#")).strip()
        if OUTSIDE.match(href):
            continue
        match = ARTICLE_LINK.fullmatch(href)
        if match is None:
            yield href, "", ""
            continue
        target = match[1] or issue_key
        link["href"] = f"article:{target}/{match['stem']}"
        yield href, target, match["stem"]


def _images(soup: BeautifulSoup) -> Iterator[tuple[str, str]]:
    for image in nodes.tags(soup, ("img",)):
        yield str(image.get("src") or ""), str(image.get("alt") or "")
