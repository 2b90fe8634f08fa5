"""Two states of a manuscript → a patch; a manuscript's new text → bytes as its file had them. Pure."""

from __future__ import annotations

import codecs
import difflib
from collections.abc import Iterator

from plugins.article.decode import decode

MARKS = ((codecs.BOM_UTF8, "utf-8"), (b"", "utf-8"), (b"", "gb18030"), (codecs.BOM_UTF16_LE, "utf-16-le"),
         (codecs.BOM_UTF16_BE, "utf-16-be"))  # fmt: skip
NO_END = "\\ No newline at end of file\n"


def patch(before: str, after: str, path: str) -> str:
    """A unified diff that ``patch -p1`` and ``git apply`` take; "" when nothing differs."""
    lines = before.splitlines(keepends=True), after.splitlines(keepends=True)
    return "".join(_ended(difflib.unified_diff(*lines, f"a/{path}", f"b/{path}", n=3)))


def _ended(lines: Iterator[str]) -> Iterator[str]:
    for line in lines:
        yield line
        if not line.endswith("\n"):
            yield f"\n{NO_END}"


def rewritten(data: bytes, after: str) -> bytes:
    """The file with its new text, in the encoding and with the line ends that ``data`` has.

    A file whose lines end in several ways comes out in UTF-8 with LF.
    """
    before = decode(data)
    for end in ("\n", "\r\n", "\r"):
        for mark, encoding in MARKS:
            if mark + before.replace("\n", end).encode(encoding) == data:
                return mark + after.replace("\n", end).encode(encoding)
    return after.encode()
