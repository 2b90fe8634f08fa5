"""Suggestions into a manuscript's 标签 line, when an editor asks for it. Pure: bytes in, bytes out.

Nothing else in the file changes: encoding, line ends, spaces and byte order mark stay. What an editor
wrote in plain words stays; words with + or - are replaced by what they led to.
"""

from __future__ import annotations

import codecs
import re
from collections.abc import Sequence

from plugins.tagging import own

KEY = "标签"
FENCE = re.compile(r"(-{3,}|—{2,})[ \t\u3000]*")
LINE = re.compile(rf"(?P<head>[ \t\u3000]*{KEY}[ \t\u3000]*[:：][ \t\u3000]*)(?P<value>.*)")
#: A line with its end, whichever it is.
LINES = re.compile(r"[^\r\n]*(?:\r\n|\r|\n)|[^\r\n]+")
PAIR = re.compile(r"[^:：]+[:：]")
PARTS = re.compile(r"[,，、;；|]+")


class NotWritable(ValueError):
    """The manuscript has no front matter to write in, or is no text; the message says so in Chinese."""


def with_tags(data: bytes, names: Sequence[str]) -> bytes:
    """A manuscript with ``names`` behind 标签, or ``data`` itself when there is nothing to change.

    Raises `NotWritable`.
    """
    encoding = _encoding(data)
    lines = LINES.findall(data.decode(encoding))
    start, end = _front(lines)
    place = next((n for n in range(start, end) if LINE.fullmatch(lines[n].rstrip("\r\n"))), None)
    if not names:
        return data
    if place is None:
        lines.insert(end, f"{KEY}: {', '.join(names)}{_line_end(lines[start - 1])}")
    else:
        last = _last(lines, place, end)
        match = LINE.fullmatch(lines[place].rstrip("\r\n"))
        assert match is not None
        value = " ".join([match["value"], *(line.strip() for line in lines[place + 1 : last])])
        if own.read(filter(None, map(str.strip, PARTS.split(value)))).replaces:
            return data
        head = match["head"] if match["head"][-1] in " \t\u3000" else f"{match['head']} "
        lines[place:last] = [f"{head}{', '.join(names)}{_line_end(lines[place])}"]
    return "".join(lines).encode(encoding)


def _encoding(data: bytes) -> str:
    """The encoding under which a file's bytes come out the same again."""
    marked = data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE))
    wide = "utf-16-le" if data.startswith(codecs.BOM_UTF16_LE) else "utf-16-be"
    for encoding in (wide,) if marked else ("utf-8", "gb18030"):
        try:
            if data.decode(encoding).encode(encoding) == data:
                return encoding
        except UnicodeDecodeError:
            continue
    raise NotWritable("这不是文本文件，没有写标签")


def _front(lines: list[str]) -> tuple[int, int]:
    """The lines between the two fences: the first, and the one behind the last."""
    start = next((n for n, line in enumerate(lines) if line.strip(" \t\u3000\r\n\ufeff")), None)
    if start is not None and FENCE.fullmatch(lines[start].strip("\ufeff \t\u3000\r\n")):
        for n in range(start + 1, len(lines)):
            if FENCE.fullmatch(lines[n].rstrip("\r\n")):
                return start + 1, n
    raise NotWritable("没有首部，没有写标签")


def _last(lines: list[str], place: int, end: int) -> int:
    """Behind the lines that go on with the value begun on ``place``: indented, and no pair of their own."""
    last = place + 1
    while last < end and lines[last][0] in " \t\u3000" and not PAIR.match(lines[last]):
        last += 1
    return last


def _line_end(line: str) -> str:
    """The line's own end; a line feed when it has none."""
    return line[len(line.rstrip("\r\n")) :] or "\n"
