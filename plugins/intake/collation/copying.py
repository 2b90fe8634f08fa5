"""The neutral HTML of a body → passages for a Word file. Pure."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from bs4 import BeautifulSoup, NavigableString, Tag

from plugins.article.cleaning import INLINE
from plugins.intake.collation.record import NO_MARKS, OBJECT, Cell, Passage, Run, joined

#: Elements that stand inside a paragraph.
WORDS = INLINE | {"br", "rt", "rp"}
MARKS = {
    **{"strong": "strong", "b": "strong", "em": "em", "i": "em", "sub": "sub", "sup": "sup"},
    **{"code": "code", "u": "u", "del": "del", "ins": "ins", "small": "small"},
}
#: Classes of a paragraph that say what it is.
CLASSED = frozenset({"addressee", "attachments", "signature", "signed-on"})
HEAD = re.compile(r"level-[1-4]")
DEEPEST = 3


def passages(html: str) -> tuple[Passage, ...]:
    """The passages of a body in neutral HTML, in the order of the page."""
    soup = BeautifulSoup(html, "lxml")
    return tuple(_Copyist().blocks(soup.body, "paragraph")) if soup.body else ()


class _Copyist:
    """Walks a body once; counts its tables."""

    def __init__(self) -> None:
        self.tables = 0

    def blocks(self, root: Tag, role: str, level: int = 0) -> Iterator[Passage]:
        """What stands in an element: words outside every block are a paragraph of this role."""
        words: list[Run] = []
        for child in root.children:
            if isinstance(child, Tag) and child.name not in WORDS:
                yield from _paragraph(role, words, level)
                words = []
                yield from self._block(child, role, level)
            else:
                words += _runs(child)
        yield from _paragraph(role, words, level)

    def _block(self, tag: Tag, role: str, level: int) -> Iterator[Passage]:
        if tag.name == "p":
            yield from _paragraph(_role(tag, role), _inner(tag), level)
        elif re.fullmatch(r"h[1-6]", tag.name):
            yield from _paragraph("heading", _inner(tag), max(int(tag.name[1]) - 1, 1))
        elif tag.name == "figure":
            yield from self._figure(tag)
        elif tag.name == "table":
            yield from self._table(tag)
        elif tag.name in ("ul", "ol"):
            yield from self._list(tag, min(level + 1, DEEPEST) if role == "more" else 1)
        elif tag.name == "blockquote":
            yield from self.blocks(tag, "quote")
        elif tag.name == "aside":
            yield from self.blocks(tag, "note" if "editors-note" in _classes(tag) else "box")
        elif "footnote" in _classes(tag):
            yield from self._notes(tag)
        else:
            yield from self.blocks(tag, role, level)

    def _figure(self, tag: Tag) -> Iterator[Passage]:
        for image in tag.find_all("img"):
            yield Passage("picture", picture=str(image.get("src") or ""))
        caption = tag.find("figcaption")
        if isinstance(caption, Tag):
            yield from _paragraph("caption", _inner(caption))

    def _list(self, tag: Tag, level: int) -> Iterator[Passage]:
        for item in tag.find_all("li", recursive=False):
            first = True
            for each in self.blocks(item, "more", level):
                if first and each.role == "more":
                    each = replace(each, role="item" if tag.name == "ul" else "numbered")
                first = False
                yield each

    def _notes(self, tag: Tag) -> Iterator[Passage]:
        for number, item in enumerate(tag.find_all("li"), start=1):
            for each in self.blocks(item, "footnote"):
                yield replace(each, note=str(number))

    def _table(self, tag: Tag) -> Iterator[Passage]:
        title = tag.find("caption")
        if isinstance(title, Tag):
            yield from _paragraph("table-title", _inner(title))
        table = self.tables
        self.tables += 1
        taken: set[tuple[int, int]] = set()
        for row, line in enumerate(tag.find_all("tr")):
            column = 0
            for each in line.find_all(["td", "th"], recursive=False):
                while (row, column) in taken:
                    column += 1
                place = _place(each, table, row, column)
                taken |= _covered(place)
                yield from self._cell(each, place)
                column += place.columns

    def _cell(self, tag: Tag, place: Cell) -> Iterator[Passage]:
        role = "head-cell" if tag.name == "th" else "cell"
        found = [replace(each, cell=place) for each in self.blocks(tag, role)]
        yield from found or [Passage(role, cell=place)]


def _place(tag: Tag, table: int, row: int, column: int) -> Cell:
    align = next((each[6:] for each in _classes(tag) if each.startswith("align-")), "")
    rows, columns = (_count(tag.get(name)) for name in ("rowspan", "colspan"))
    return Cell(table, row, column, rows, columns, align)


def _covered(place: Cell) -> set[tuple[int, int]]:
    rows = range(place.row, place.row + place.rows)
    columns = range(place.column, place.column + place.columns)
    return {(row, column) for row in rows for column in columns}


def _count(written: object) -> int:
    return max(int(str(written)), 1) if str(written).isdigit() else 1


def _role(tag: Tag, role: str) -> str:
    classes = _classes(tag)
    if "aside-title" in classes:
        return f"{role}-title"
    return next((each for each in classes if each in CLASSED), role)


def _classes(tag: Tag) -> list[str]:
    found = tag.get("class") or []
    return found.split() if isinstance(found, str) else list(found)


def _paragraph(role: str, words: list[Run], level: int = 0) -> Iterator[Passage]:
    runs = joined(words)
    if runs:
        yield Passage(role, runs, level)


def _inner(tag: Tag) -> list[Run]:
    return [run for child in tag.children for run in _runs(child)]


def _runs(
    node: object, marks: frozenset[str] = NO_MARKS, href: str = "", ruby: str = ""
) -> Iterator[Run]:
    """The runs of a node inside a paragraph."""
    if isinstance(node, NavigableString):
        yield Run(str(node).replace("\n", " "), marks, href, ruby)
    if not isinstance(node, Tag) or node.name in ("rt", "rp"):
        return
    if node.name == "br":
        yield Run("\n", marks, href, ruby)
    elif node.name == "img":
        yield Run(OBJECT, marks, picture=str(node.get("src") or ""))
    elif note := _note(node):
        yield Run(OBJECT, note=note)
    else:
        if node.name == "ruby":
            ruby = "".join(each.get_text() for each in node.find_all("rt"))
        if node.name == "a":
            href, marks = _link(node, marks)
        for child in node.children:
            yield from _runs(child, marks | _marks(node), href, ruby)


def _note(node: Tag) -> str:
    """The number of the footnote whose mark this is; "" for any other element."""
    link = node.find("a", class_="footnote-ref") if node.name == "sup" else None
    return link.get_text() if isinstance(link, Tag) else ""


def _link(node: Tag, marks: frozenset[str]) -> tuple[str, frozenset[str]]:
    """Links outside stay links; those to other articles lead nowhere on another desk."""
    href = str(node.get("href") or "")
    if re.match(r"(https?|mailto|tel):", href):
        return href, marks
    return "", marks | {"reference"}


def _marks(node: Tag) -> frozenset[str]:
    classes = _classes(node)
    if "dots" in classes:
        return frozenset({"dots"})
    if "head" in classes:
        level = next((each for each in classes if HEAD.fullmatch(each)), "level-1")
        return frozenset({level.replace("level", "head")})
    return frozenset({MARKS[node.name]}) if node.name in MARKS else NO_MARKS
