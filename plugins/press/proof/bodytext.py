"""Neutral HTML → its words as the printed page paints them: running text and parts apart from it."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from html.parser import HTMLParser

#: Elements that stand by themselves, wherever the press puts them; their Chinese names.
APART = {"figure": "图说", "table": "表格", "aside": "方框", "rt": "注音"}
BLOCKS = ("p", "h1", "h2", "h3", "h4", "h5", "h6", "li", "dt", "dd", "div", "blockquote")
#: A bold line right above a table is its caption and moves with it (bodies.py).
CAPTIONED = re.compile(r"<p><strong>([^<]+)</strong></p>\n<table([^>]*)>")
NOTES = "footnote"
NOTE = "注释"
#: Marks of lists by depth, as browsers and WeasyPrint paint them.
BULLETS = ("•", "◦", "▪")


@dataclass(frozen=True, slots=True)
class Part:
    """Words apart from the running text: role in Chinese; a table's rows and head, else one row."""

    role: str
    rows: tuple[str, ...]
    head: str = ""


@dataclass(frozen=True, slots=True)
class BodyText:
    """A body's paragraphs and the parts that stand apart, both in the order of the source."""

    running: tuple[str, ...]
    parts: tuple[Part, ...]


@dataclass(slots=True)
class _Open:
    """A part being read: the element that will close it, its rows so far."""

    role: str
    tag: str
    rows: list[list[str]] = field(default_factory=lambda: [[]])
    depth: int = 1


def body_text(html: str) -> BodyText:
    """The words of ``html`` with the numbers and marks that the page gives to lists."""
    reader = _Reader()
    reader.feed(CAPTIONED.sub(r"<table\2><caption>\1</caption>", html))
    reader.close()
    paragraphs = ("".join(words).strip("\n") for words in reader.running)
    return BodyText(tuple(filter(None, paragraphs)), tuple(reader.parts))


class _Reader(HTMLParser):
    """Sorts the words into running text and parts; a part inside a part belongs to the outer one."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.running: list[list[str]] = [[]]
        self.parts: list[Part] = []
        self._open: list[_Open] = []
        self._lists: list[int | None] = []
        self._notes = 0
        self._unread = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if self._open and tag == self._open[-1].tag:
            self._open[-1].depth += 1
        elif tag == "div" and (self._notes or NOTES in (dict(attrs).get("class") or "").split()):
            self._notes += 1
        elif tag == "rt" or (tag in APART and not self._open):
            self._open.append(_Open(APART[tag], tag))
        if tag in BLOCKS and not self._open:
            self.running.append([])
        if tag in ("ol", "ul"):
            start = dict(attrs).get("start") or ""
            first = int(start) if start.isdecimal() else 1
            self._lists.append(first if tag == "ol" else None)
        elif tag == "rp":
            self._unread += 1
        elif tag == "li":
            self._item()
        elif tag == "tr" and self._open and self._open[-1].tag == "table":
            self._open[-1].rows.append([])

    def _item(self) -> None:
        """Begin an item; in the notes every item is a part of its own."""
        if self._notes and not self._open:
            self._open.append(_Open(NOTE, "li"))
        elif self._lists and self._lists[-1] is None:
            depth = sum(each is None for each in self._lists)
            self.handle_data(BULLETS[min(depth, len(BULLETS)) - 1])
            return
        if self._lists and (number := self._lists[-1]) is not None:
            self.handle_data(f"{number}.")
            self._lists[-1] = number + 1

    def handle_data(self, data: str) -> None:
        if self._unread:
            return
        if self._open:
            self._open[-1].rows[-1].append(data)
        else:
            self.running[-1].append(data)

    def handle_endtag(self, tag: str) -> None:
        if tag in ("ol", "ul") and self._lists:
            self._lists.pop()
        elif tag == "rp" and self._unread:
            self._unread -= 1
        elif tag == "div" and self._notes:
            self._notes -= 1
        if self._open and tag == self._open[-1].tag:
            self._open[-1].depth -= 1
            if not self._open[-1].depth:
                self._close(self._open.pop())

    def _close(self, part: _Open) -> None:
        rows = tuple(text for row in part.rows if (text := "".join(row)).strip())
        if rows:
            head = "".join(part.rows[1]) if part.tag == "table" and len(part.rows) > 1 else ""
            self.parts.append(Part(part.role, rows, head))
