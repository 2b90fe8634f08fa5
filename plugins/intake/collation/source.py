"""A manuscript → its passages, each with its place in the file. Pure.

Blocks as article/paragraphs.py and Markdown see them; whether they were seen rightly, comparing.py
proves by the words that article/body.py read.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from plugins.article.paragraphs import SIGNED_DAY
from plugins.hanzi.numerals import read_number
from plugins.intake.collation.inline import Placed, placed

HEADING = re.compile(r"(#{1,6})[ \t\u3000]*(.*?)[ \t]*#*[ \t]*$")
BOX = re.compile(r"!!! *([^\s\"]+)(?: +\"(.*)\")?[ \t]*$")
NOTE = re.compile(r"\[\^([^\[\]]+)\]:[ \t]*")
ITEM = re.compile(r"([ ]*)([-*+]|\d+\.)[ \t]+")
QUOTE = re.compile(r"[ ]{0,3}>[ ]?")
RULE = re.compile(r"[ ]{0,3}([-*_])[ ]*(?:\1[ ]*){2,}$")
SEPARATOR = re.compile(r"\|?[ \t]*:?-+:?[ \t]*(?:\|[ \t]*:?-+:?[ \t]*)*\|?[ \t]*$")
PICTURES = re.compile(r"[\s\u3000]*(?:!\[[^\[\]]*\]\([^()]*\)[\s\u3000]*)+$")
PICTURE = re.compile(r"!\[([^\[\]]*)\]\(([^()\s]*)[^()]*\)")
BAR = re.compile(r"(?<!\\)\|")


@dataclass(frozen=True, slots=True)
class Line:
    """A line of the file, or what is left of it inside a quotation, a box or a list."""

    text: str
    at: int

    def cut(self, start: int, end: int | None = None) -> Line:
        """A part of it."""
        return Line(self.text[start:end], self.at + start)


@dataclass(frozen=True, slots=True)
class Sourced:
    """A passage in the file: its letters, the slice of the whole block, how it is written.

    ``lead``: what a new paragraph of its kind begins with («- », «> », four spaces); ``is_plain``:
    nothing in it is markup (front matter, captions); ``hole``: where the words of an empty cell go.
    """

    role: str
    placed: Placed
    start: int
    end: int
    lead: str = ""
    picture: str = ""
    is_plain: bool = False
    hole: int = -1

    @property
    def text(self) -> str:
        """Its words."""
        return self.placed.text


def body(source: str, start: int, is_official: bool) -> list[Sourced]:
    """The passages of a body that begins at ``start``; footnotes last, as a page has them."""
    lines = []
    for text in source[start:].split("\n"):
        lines.append(Line(text, start))
        start += len(text) + 1
    found = list(_Reader(is_official).blocks(lines, "paragraph", ""))
    return [each for each in found if each.role != "footnote"] + [
        each for each in found if each.role == "footnote"
    ]


class _Reader:
    def __init__(self, is_official: bool) -> None:
        self.is_official = is_official

    def blocks(self, lines: Sequence[Line], role: str, lead: str) -> Iterator[Sourced]:
        """The passages of some lines."""
        place = 0
        while place < len(lines):
            taken, found = self._block(lines, place, role, lead)
            yield from found
            place += taken

    def _block(
        self, lines: Sequence[Line], place: int, role: str, lead: str
    ) -> tuple[int, list[Sourced]]:
        """How many lines the block at ``place`` takes, and its passages."""
        line = lines[place]
        if not line.text.strip() or RULE.match(line.text):
            return 1, []
        if line.text.lstrip().startswith("<!--"):
            return _until(lines, place, lambda each: "-->" in each.text) - place + 1, []
        if match := BOX.match(line.text):
            return self._box(lines, place, match, lead)
        if match := NOTE.match(line.text):
            return self._note(lines, place, match)
        if line.text.startswith("#"):
            return 1, [_heading(line, lead)]
        if place + 1 < len(lines) and "|" in line.text and _is_separator(lines[place + 1].text):
            end = _until(lines, place, lambda each: not each.text.strip())
            rows = [lines[place], *lines[place + 2 : end]]
            return end - place, [cell for row in rows for cell in _cells(row)]
        if QUOTE.match(line.text):
            return self._quote(lines, place, lead)
        if self._item(line):
            return self._list(lines, place, lead)
        return self._paragraph(lines, place, role, lead)

    def _item(self, line: Line) -> re.Match[str] | None:
        match = ITEM.match(line.text)
        if match and self.is_official and match[2][-1] == ".":
            return None  # the author's own number (article/paragraphs.py)
        return match

    def _box(
        self, lines: Sequence[Line], place: int, match: re.Match[str], lead: str
    ) -> tuple[int, list[Sourced]]:
        group = 2 if match[2] is not None else 1
        title = _sourced("title", [lines[place].cut(*match.span(group))], lead)
        end = _until(lines, place + 1, lambda each: _is_outside(each, 4))
        inner = [each.cut(min(4, len(each.text))) for each in lines[place + 1 : end]]
        kind = "note" if match[1] in ("编者按", "编者的话") else "box"
        return end - place, [title, *self.blocks(inner, kind, f"{lead}    ")]

    def _note(
        self, lines: Sequence[Line], place: int, match: re.Match[str]
    ) -> tuple[int, list[Sourced]]:
        end = _until(lines, place + 1, lambda each: _is_outside(each, 4))
        first = lines[place].cut(match.end())
        inner = [first, *(each.cut(min(4, len(each.text))) for each in lines[place + 1 : end])]
        return end - place, list(self.blocks(inner, "footnote", "    "))

    def _quote(self, lines: Sequence[Line], place: int, lead: str) -> tuple[int, list[Sourced]]:
        end = _until(lines, place, lambda each: not each.text.strip())
        inner = []
        for each in lines[place:end]:
            match = QUOTE.match(each.text)
            inner.append(each.cut(match.end()) if match else each)
        return end - place, list(self.blocks(inner, "quote", f"{lead}> "))

    def _list(self, lines: Sequence[Line], place: int, lead: str) -> tuple[int, list[Sourced]]:
        """One item with all that is indented under it."""
        match = self._item(lines[place])
        assert match is not None
        deep = len(match[1])
        end = place + 1
        while end < len(lines) and not self._ends_item(lines, end, deep):
            end += 1
        inner = [lines[place].cut(match.end())]
        for each in lines[place + 1 : end]:
            white = len(each.text) - len(each.text.lstrip(" "))
            inner.append(each.cut(min(white, deep + 4)))
        mark = f"{lead}{match[0]}"
        return end - place, list(self.blocks(inner, "item", mark))

    def _ends_item(self, lines: Sequence[Line], place: int, deep: int) -> bool:
        line = lines[place]
        if not line.text.strip():
            after = next((each for each in lines[place:] if each.text.strip()), None)
            return after is None or len(after.text) - len(after.text.lstrip(" ")) <= deep
        match = self._item(line)
        return match is not None and len(match[1]) <= deep

    def _paragraph(
        self, lines: Sequence[Line], place: int, role: str, lead: str
    ) -> tuple[int, list[Sourced]]:
        end = place + 1
        while end < len(lines) and not self._begins(lines[end]):
            end += 1
        found = lines[place:end]
        if PICTURES.fullmatch("\n".join(each.text for each in found)):
            return end - place, list(_pictures(found, lead))
        return end - place, [_sourced(role, found, lead)]

    def _begins(self, line: Line) -> bool:
        """Whether a line is no further line of the paragraph before it."""
        text = line.text
        if not text.strip() or text.startswith(("\u3000", "#")) or BOX.match(text):
            return True
        if self.is_official and not text.startswith((" ", "\t", "|")):
            return bool(read_number(text) or SIGNED_DAY.fullmatch(text.strip()))
        return False


def _is_separator(text: str) -> bool:
    return "-" in text and SEPARATOR.match(text.strip()) is not None


def _is_outside(line: Line, spaces: int) -> bool:
    return bool(line.text.strip()) and not line.text.startswith((" " * spaces, "\t"))


def _until(lines: Sequence[Line], place: int, ends: object) -> int:
    """The first line from ``place`` for which ``ends`` is true, or behind the last."""
    assert callable(ends)
    return next((n for n in range(place, len(lines)) if ends(lines[n])), len(lines))


def _heading(line: Line, lead: str) -> Sourced:
    match = HEADING.match(line.text)
    assert match is not None
    return _sourced("heading", [line.cut(*match.span(2))], lead, line)


def _pictures(lines: Sequence[Line], lead: str) -> Iterator[Sourced]:
    for line in lines:
        for match in PICTURE.finditer(line.text):
            whole = line.cut(*match.span())
            yield _sourced("picture", [whole.cut(0, 0)], lead, whole, match[2])
            if match[1].strip():
                # A caption is plain words: nothing in it is markup.
                words = line.cut(*match.span(1))
                places = tuple((words.at + n, words.at + n + 1) for n in range(len(words.text)))
                end = whole.at + len(whole.text)
                yield Sourced(
                    "caption", Placed(words.text, places), whole.at, end, lead, is_plain=True
                )


def _cells(row: Line) -> Iterator[Sourced]:
    """The cells of a row, the empty ones as well."""
    text = row.text.strip()
    row = row.cut(row.text.index(text))
    start = 1 if text.startswith("|") else 0
    for bar in [*BAR.finditer(text, start), None]:
        end = bar.start() if bar else len(text)
        if bar is None and start >= len(text):
            return
        cell = _sourced("cell", [row.cut(start, end)], "", row.cut(0, len(text)))
        white = text[start:end]
        hole = row.at + start + min(1, len(white) // 2)
        yield cell if white.strip() else replace(cell, hole=hole)
        start = end + 1


def _sourced(
    role: str, lines: Sequence[Line], lead: str, whole: Line | None = None, picture: str = ""
) -> Sourced:
    text = "\n".join(line.text for line in lines)
    at = [line.at + n for line in lines for n in range(len(line.text) + 1)]
    start, end = lines[0].at, lines[-1].at + len(lines[-1].text)
    if whole is not None:
        start, end = whole.at, whole.at + len(whole.text)
    return Sourced(role, placed(text, at), start, end, lead, picture)
