"""A manuscript's lines → blocks: where each begins and ends, and of what form it is.

A light reading of the Markdown that bulletins use (plugins/article/body.py and paragraphs.py say what it makes of
it). Nothing is converted: blocks are lines with their places.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from plugins.article.paragraphs import SIGNED_DAY
from plugins.hanzi.numerals import read_number
from plugins.proofing.record import Form

INDENT = re.compile(r"[ \t\u3000\u00a0]*")
FENCE = re.compile(r"(`{3,}|~{3,})")
HEADING = re.compile(r"(#{1,6})[ \t]*(?=[^#\s])")
ITEM = re.compile(r"(?:[-*+]|\d{1,3}[.)])[ \t]+")
NOTE = re.compile(r"\[\^[^\]\n]+\]:[ \t]*")
BOX = re.compile(r"!!![ \t]*[^\s\"“]*[ \t]*[\"“]?(?P<title>[^\"”\n]*)[\"”]?[ \t]*$")
RULE = re.compile(r"[ \t]*([-*_])(?:[ \t]*\1){2,}[ \t]*$")
SEPARATOR = re.compile(r"\|?[ \t]*:?-+:?[ \t]*(?:\|[ \t]*:?-+:?[ \t]*)*\|?[ \t]*$")
CELL = re.compile(r"(?:\\.|`[^`]*`|[^|])+")


@dataclass(slots=True)
class Block:
    """A block: its form, and the stretches of the source it consists of (one a line, without prefixes)."""

    form: Form
    level: int = 0
    stretches: list[tuple[int, int]] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class _Line:
    start: int
    text: str

    def at(self, head: int) -> tuple[int, int]:
        """The stretch of the line behind its first ``head`` characters."""
        return self.start + head, self.start + len(self.text)


def split(source: str, start: int, is_numbered: bool) -> Iterator[Block]:
    """The blocks of ``source`` from ``start`` on.

    ``is_numbered``: 一、 （一） 1. （1） begin a paragraph of their own, as in policy texts.
    """
    splitter = _Splitter(is_numbered)
    for line in _lines(source, start):
        yield from splitter.line(line)
    yield from splitter.end()


def _lines(source: str, start: int) -> Iterator[_Line]:
    fence = ""
    is_comment = False
    for text in source[start:].split("\n"):
        bare = text.lstrip(" \t\u3000")
        is_hidden = bool(fence) or is_comment
        if fence:
            fence = "" if bare.startswith(fence) else fence
        elif is_comment:
            is_comment = "-->" not in bare
        elif opening := FENCE.match(bare):
            fence, is_hidden = opening[1], True
        elif bare.startswith("<!--"):
            is_comment = "-->" not in bare
            is_hidden = is_comment or bare.rstrip().endswith("-->")
        if is_hidden:
            yield _Line(start, "")
        else:
            yield _Line(start, text)
        start += len(text) + 1


class _Splitter:
    """Lines come in, finished blocks go out."""

    def __init__(self, is_numbered: bool) -> None:
        self.is_numbered = is_numbered
        self.open: Block | None = None
        self.in_box = False

    def end(self) -> Iterator[Block]:
        """The block that is still open."""
        if self.open:
            yield self.open
        self.open = None

    def line(self, line: _Line) -> Iterator[Block]:
        """What a line finishes."""
        indent = INDENT.match(line.text)
        assert indent is not None
        head, bare = indent.end(), line.text[indent.end() :]
        if not bare or RULE.match(line.text):
            yield from self.end()
            return
        if self.in_box and not indent[0].startswith(("    ", "\t")):
            self.in_box = False
            yield from self.end()
        if "\u3000" in indent[0] or self._begins(bare):
            yield from self.end()
        if bare.startswith("|"):
            yield from self.end()
            yield from _row(line, head)
            return
        if alone := self._alone(line, head, bare):
            yield from self.end()
            yield alone
            return
        self._go_on(line, head, bare)

    def _begins(self, bare: str) -> bool:
        """Whether a line begins a block by its number, bullet, or as the day of signature."""
        if ITEM.match(bare) or NOTE.match(bare):
            return True
        if not self.is_numbered:
            return False
        return bool(read_number(bare) or SIGNED_DAY.fullmatch(bare.strip()))

    def _alone(self, line: _Line, head: int, bare: str) -> Block | None:
        """Headings and titles of boxes take one line."""
        if heading := HEADING.match(bare):
            start, end = line.at(head + heading.end())
            words = line.text.rstrip(" \t#")
            return Block("heading", len(heading[1]), [(start, min(end, line.start + len(words)))])
        if box := BOX.match(bare):
            self.in_box = True
            start, end = box.span("title")
            return Block("box", 0, [(line.start + head + start, line.start + head + end)])
        return None

    def _go_on(self, line: _Line, head: int, bare: str) -> None:
        """Put a line into the open block, or open one with it."""
        form: Form = "box" if self.in_box else "paragraph"
        if bare.startswith(">"):
            quoted = len(bare) - len(bare.lstrip("> \t"))
            head, bare, form = head + quoted, bare[quoted:], "quote"
        if note := NOTE.match(bare):
            head += note.end()
        elif (item := ITEM.match(bare)) and not (self.is_numbered and bare[0].isdigit()):
            head, form = head + item.end(), "item"
        if self.open is None or (form == "quote") != (self.open.form == "quote"):
            self.open = Block(form)
        self.open.stretches.append(line.at(head))


def _row(line: _Line, head: int) -> Iterator[Block]:
    """The cells of a table row; none of the line below its head."""
    if SEPARATOR.match(line.text[head:]):
        return
    for cell in CELL.finditer(line.text, head):
        if cell[0].strip():
            yield Block("cell", 0, [(line.start + cell.start(), line.start + cell.end())])
