"""Bodies of nothing but plain blocks: paragraphs, headings, pictures, short lists and tables without a mark in them.

Most articles are such. They are written at once, as Markdown, the cleaner and the parser would make them.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from plugins.article import plainly
from plugins.article.plainly import LETTERS, LINE, formulated
from plugins.toc.outline import Heading, outline
from plugins.toc.plugin import Outliner
from plugins.toc.record import Entry

HEADING = re.compile(rf"(?P<rank>#{{1,6}}) (?P<words>{LINE})")
PICTURE = re.compile(rf"!\[(?P<caption>(?:{LINE})?)\]\((?P<src>[0-9A-Za-z][0-9A-Za-z/._-]*)\)")
LIST = re.compile(rf"- {LINE}(?:\n- {LINE})*")
ROW = rf"\|(?:[{LETTERS} ]*\|){{2,}}"
TABLE = re.compile(rf"{ROW}\n\|(?: *-{{3,}} *\|){{2,}}(?:\n{ROW})+")


@dataclass(slots=True)
class PlainBody:
    """A body as it is written. ``images``: source as typed and caption of each picture."""

    blocks: list[str] = field(default_factory=list)
    lines: list[str] = field(default_factory=list)
    images: list[tuple[str, str]] = field(default_factory=list)
    outline: tuple[Entry, ...] = ()
    _headings: dict[int, Heading] = field(default_factory=dict)

    @property
    def html(self) -> str:
        """Neutral HTML, a block a line."""
        return "\n".join(self.blocks)

    @property
    def text(self) -> str:
        """The text, a line for what stands by itself."""
        return "\n".join(self.lines)

    def add(self, block: str) -> bool:
        """Write a block, if it is plain."""
        if plainly.PLAIN.fullmatch(block):
            text = plainly.joined(block)
            self._put(plainly.paragraph(text), text.replace("**", ""))
        elif found := HEADING.fullmatch(block):
            words = found["words"]
            self._headings[len(self.blocks)] = Heading(len(found["rank"]), words.rstrip("。"))
            self._put(formulated(words), words)
        elif found := PICTURE.fullmatch(block):
            self._picture(found["src"], found["caption"])
        elif LIST.fullmatch(block) and not (self.blocks and self.blocks[-1].startswith("<ul>")):
            items = [line[2:] for line in block.split("\n")]
            self._put(
                "<ul>" + "".join(f"<li>{formulated(each)}</li>" for each in items) + "</ul>", *items
            )
        elif TABLE.fullmatch(block):
            return self._table(block)
        else:
            return False
        return True

    def close(self, key: str, outliner: Outliner) -> None:
        """Give the headings ids that begin with ``key``, and make the outline."""
        told = tuple(self._headings.values())
        for (at, heading), entry in zip(self._headings.items(), outline(told, key), strict=True):
            name = f"h{heading.level}"
            self.blocks[at] = f'<{name} id="{entry.id}">{self.blocks[at]}</{name}>'
        self.outline = outliner(told, key)

    def _put(self, html: str, *lines: str) -> None:
        self.blocks.append(html)
        self.lines += filter(None, lines)

    def _picture(self, src: str, caption: str) -> None:
        told = f"<figcaption>{formulated(caption)}</figcaption>" if caption else ""
        self._put(f'<figure><img alt="{caption}" src="{src}"/>{told}</figure>', caption)
        self.images.append((src, caption))

    def _table(self, block: str) -> bool:
        """Write a table, if all its rows are as wide as its head."""
        typed = block.split("\n")
        width = typed[1].count("|")
        if any(row.count("|") != width for row in typed):
            return False
        head, _, *rows = [[cell.strip() for cell in row[1:-1].split("|")] for row in typed]
        body = "".join(f"<tr>{_cells(row, 'td')}</tr>" for row in rows)
        html = f"<table><thead><tr>{_cells(head, 'th')}</tr></thead><tbody>{body}</tbody></table>"
        self._put(html, *head, *(cell for row in rows for cell in row))
        return True


def plain_body(source: str, key: str, outliner: Outliner) -> PlainBody | None:
    """The body that a source of nothing but plain blocks makes; None for any other.

    Its headings have ids that begin with ``key``; ``outliner`` makes its outline of them.
    """
    blocks = plainly.blocks(source)
    if blocks is None:
        return None
    made = PlainBody()
    if not all(map(made.add, blocks)):
        return None
    made.close(key, outliner)
    return made


def _cells(row: list[str], name: str) -> str:
    return "".join(f"<{name}>{formulated(cell)}</{name}>" for cell in row)
