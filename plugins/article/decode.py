"""Bytes of a manuscript → text, whatever editor or word processor saved it."""

from __future__ import annotations

import codecs
import re

#: Control characters that no text has (tab, line feed, carriage return and form feed may stand).
CONTROL = re.compile(r"[\x00-\x08\x0b\x0e-\x1f\x7f]")
BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)


class NotText(ValueError):
    """The bytes are no text in UTF-8, UTF-16 with a mark, or GB 18030."""


def decode(data: bytes) -> str:
    """Text of a file: UTF-8 (with or without BOM), UTF-16 with BOM, GBK or GB 18030; LF lines.

    Raises `NotText` when the bytes are none of these.
    """
    text = _decoded(data)
    if CONTROL.search(text):
        raise NotText("control characters")
    return text.replace("\r\n", "\n").replace("\r", "\n")


def _decoded(data: bytes) -> str:
    for mark, encoding in BOMS:
        if data.startswith(mark):
            data, encodings = data[len(mark) :], [encoding]
            break
    else:
        encodings = ["utf-8", "gb18030"]
    for encoding in encodings:
        try:
            return data.decode(encoding)
        except UnicodeDecodeError:
            continue
    raise NotText("unknown encoding")
