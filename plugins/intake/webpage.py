"""A saved web page → `Draft`: the text in the middle of it, and what its meta elements say.

Government sites name headline, day and source in meta elements (国办发〔2019〕… 政府网站页面标签规范:
ArticleTitle, PubDate, ContentSource); those win over what stands on the page.
"""

from __future__ import annotations

import base64
import binascii
import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from urllib.parse import unquote

from bs4 import BeautifulSoup, Comment, NavigableString, Tag

from plugins.intake import credits, labels, placing
from plugins.intake.draft import (
    SPACES,
    Align,
    Block,
    Cell,
    Draft,
    Paragraph,
    Picture,
    Rule,
    Run,
    Table,
    is_indent,
    lead_of,
)
from plugins.intake.textfile import text_of

NOISE = (
    "script", "style", "noscript", "nav", "header", "footer", "aside", "form", "iframe", "button",
    "select", "input", "template", "svg", "object", "embed", "video", "audio",
)  # fmt: skip
HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
BLOCKS = frozenset({
    "p", "div", "section", "article", "main", "td", "th", "li", "h1", "h2", "h3", "h4", "h5", "h6",
    "blockquote", "table", "ul", "ol", "dl", "dt", "dd", "figure", "figcaption", "hr", "pre", "body",
    "center", "tr", "tbody", "thead",
})  # fmt: skip
#: A cell of a table that lays out the page holds at least so many characters.
LAID_OUT = 200
META = {"articletitle": "标题", "pubdate": "日期", "contentsource": "来源", "author": "作者"}
CHARSET = re.compile(rb"charset\s*=\s*[\"']?\s*([\w-]+)", re.IGNORECASE)
SPACE = re.compile(r"[ \t\r\n]+")
DATA_URI = re.compile(r"data:image/([\w+]+);base64,(.+)", re.DOTALL)
Load = Callable[[str], bytes | None]


def read(data: bytes, shown: str, load: Load) -> Draft:
    """Read a page; ``load`` gives the bytes of a picture saved beside it, None when it is not there."""
    soup = BeautifulSoup(_text(data, shown), "lxml")
    fields = dict(_meta(soup))
    for each in soup.find_all(NOISE):
        if not (each.name in ("header", "article") and each.find("h1")):
            each.decompose()
    for each in [e for e in soup.find_all(style=HIDDEN) if isinstance(e, Tag)]:
        if not placing.holds_all(each, soup):
            each.decompose()
    home, head = placing.home(soup), placing.head(soup)
    reader = _Reader(load)
    blocks = [*reader.blocks(home, Run(""))] if home is not None else []
    if head is not None:
        blocks = _headed(blocks, head, home)
    return Draft(
        tuple(blocks), fields=fields, remarks=tuple(reader.remarks), unit="段", is_webpage=True
    )


def _text(data: bytes, shown: str) -> str:
    found = CHARSET.search(data[:4096])
    name = found[1].decode("ascii").lower() if found else ""
    if name.startswith("big5"):
        return data.decode("big5hkscs", errors="replace")
    return text_of(data, shown)


def _meta(soup: BeautifulSoup) -> Iterator[tuple[str, str]]:
    for each in soup.find_all("meta"):
        key = META.get(str(each.get("name") or "").lower())
        value = SPACE.sub(" ", str(each.get("content") or "")).strip()
        value = labels.iso(value) if key == "日期" else value
        if key == "作者" and credits.read(value) is None:
            key = "来源"  # the name of the site's account
        if key and value:
            yield key, value


def _headed(blocks: list[Block], head: Tag, home: Tag | None) -> list[Block]:
    """The blocks with the headline marked; put before them, with what stands below it, where it is not among them."""
    words = head.get_text(" ", strip=True)
    for n, each in enumerate(blocks):
        if _is(each, words) and isinstance(each, Paragraph):
            return [*blocks[:n], replace(each, heading=each.heading or 1), *blocks[n + 1 :]]
    return [Paragraph((Run(words),), 0, heading=1), *placing.before(head, home), *blocks]


def _is(block: Block, words: str) -> bool:
    return isinstance(block, Paragraph) and SPACE.sub("", block.text) == SPACE.sub("", words)


class _Reader:
    def __init__(self, load: Load) -> None:
        self.load, self.place = load, 0
        self.remarks: list[str] = []

    def blocks(self, element: Tag, like: Run, level: int = 0) -> Iterator[Block]:
        """The blocks of an element: runs of inline content are paragraphs, blocks are read in turn."""
        waiting: list[Run | Picture] = []
        for each in list(element.children):
            if isinstance(each, Tag) and each.name in BLOCKS:
                yield from self._closed(waiting, element)
                waiting = []
                yield from self._block(each, like)
            elif isinstance(each, Tag) and each.find(list(BLOCKS)):
                yield from self._closed(waiting, element)
                waiting = []
                yield from self.blocks(each, self._dressed(each, like))
            elif isinstance(each, Tag) and each.name == "br":
                yield from self._closed(waiting, element)
                waiting = []
            else:
                for piece in self._inline(each, like):
                    if isinstance(piece, Run) and piece.text == "\n":
                        yield from self._closed(waiting, element)
                        waiting = []
                    else:
                        waiting.append(piece)
        yield from self._closed(waiting, element)

    def _block(self, element: Tag, like: Run) -> Iterator[Block]:
        if element.name == "hr":
            yield Rule(self.place)
        elif element.name == "table" and not _is_layout(element):
            self.place += 1
            yield self._table(element)
        else:
            yield from self.blocks(element, like)

    def _closed(self, pieces: list[Run | Picture], element: Tag) -> Iterator[Block]:
        runs = [each for each in pieces if isinstance(each, Run)]
        text = "".join(run.text for run in runs)
        if text.strip(SPACES):
            self.place += 1
            yield self._paragraph(runs, text, element)
        for each in pieces:
            if isinstance(each, Picture):
                yield replace(each, place=self.place)

    def _paragraph(self, runs: list[Run], text: str, element: Tag) -> Paragraph:
        lead = lead_of(text)
        style = str(element.get("style") or "").replace(" ", "").lower()
        align: Align = ""
        if (
            "text-align:center" in style
            or element.get("align") == "center"
            or element.name == "center"
        ):
            align = "center"
        elif "text-align:right" in style or element.get("align") == "right":
            align = "right"
        heading = int(element.name[1]) if re.fullmatch(r"h[1-6]", element.name) else 0
        return Paragraph(
            tuple(runs),
            self.place,
            lead,
            is_indented=is_indent(lead) or "text-indent" in style,
            heading=heading,
            is_caption=element.name == "figcaption",
            align=align,
            item="-" if element.name == "li" else "",
            is_quoted=element.find_parent("blockquote") is not None,
        )

    def _inline(self, node: object, like: Run) -> Iterator[Run | Picture]:
        if isinstance(node, Comment):
            return
        if isinstance(node, NavigableString):
            words = SPACE.sub(" ", str(node))
            if words:
                yield replace(like, text=words)
        elif isinstance(node, Tag):
            if node.name == "br":
                yield Run("\n")
            elif node.name == "img":
                yield from self._picture(node)
            else:
                dressed = self._dressed(node, like)
                for each in node.children:
                    yield from self._inline(each, dressed)

    def _dressed(self, element: Tag, like: Run) -> Run:
        name, style = element.name, str(element.get("style") or "").replace(" ", "").lower()
        bold = name in ("b", "strong") or bool(re.search(r"font-weight:(bold|[6-9]00)", style))
        href = str(element.get("href") or "") if name == "a" else ""
        return replace(
            like,
            bold=like.bold or bold,
            italic=like.italic or name in ("i", "em"),
            raised="sub" if name == "sub" else "sup" if name == "sup" else like.raised,
            target=href if href.startswith(("http://", "https://")) else like.target,
        )

    def _picture(self, element: Tag) -> Iterator[Picture]:
        src = str(element.get("src") or "")
        inline = DATA_URI.fullmatch(src)
        try:
            data = base64.b64decode(inline[2]) if inline else self.load(unquote(src))
        except (binascii.Error, ValueError):
            data = None
        if data is None:
            self.remarks.append(f"网页里的图片“{src[:60]}”没有存下来，请向来源单位要原图")
            return
        suffix = f".{inline[1]}" if inline else "." + src.rpartition(".")[2].lower()
        caption = str(element.get("alt") or element.get("title") or "").strip()
        yield Picture(data, suffix, "" if re.fullmatch(r"[\w.-]*", caption, re.ASCII) else caption)

    def _table(self, table: Tag) -> Table:
        rows = []
        for row in table.find_all("tr"):
            if row.find_parent("table") is table:
                rows.append(
                    tuple(self._cell(each) for each in row.find_all(["td", "th"], recursive=False))
                )
        return Table(tuple(each for each in rows if each), self.place)

    def _cell(self, cell: Tag) -> Cell:
        place = self.place
        blocks = list(self.blocks(cell, Run("")))
        self.place = place
        return Cell(
            tuple(each for each in blocks if isinstance(each, Paragraph)),
            _span(cell, "colspan"),
            _span(cell, "rowspan"),
            tuple(each for each in blocks if isinstance(each, Picture)),
        )


def _span(cell: Tag, name: str) -> int:
    value = str(cell.get(name) or "1")
    return max(1, min(int(value), 100)) if value.isdecimal() else 1


def _is_layout(table: Tag) -> bool:
    """Whether a table only lays out the page: one cell, or a cell with a whole article."""
    cells = table.find_all(["td", "th"])
    return len(cells) <= 1 or any(
        len(each.get_text(strip=True)) > LAID_OUT and len(each.find_all("p")) > 2 for each in cells
    )
