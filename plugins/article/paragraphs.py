"""Manuscript lines → lines in which Markdown sees the paragraphs an editor meant."""

from __future__ import annotations

import re

from plugins.hanzi.numerals import read_number

INDENTED = re.compile(r"^\u3000+")
MARKED = re.compile(r"^\s*(#|\||>|[-*+]\s|!|:|\d+\.\s|\[\^)")
LIST_NUMBER = re.compile(r"^(\d{1,2})\.(\s)")


def separate(text: str, numbered: bool) -> str:
    """Put a blank line before every line that begins a paragraph.

    A full-width indent begins one in every kind of article. With ``numbered`` (policy texts) so
    does a part number (一、 （一） 1. （1）), and «1. …» is kept from becoming a Markdown list: its
    number is the author's own.
    """
    lines: list[str] = []
    for line in text.split("\n"):
        bare = INDENTED.sub("", line)
        begins = bare != line and bool(bare.strip())
        if numbered and not bare.startswith((" ", "\t", "|")) and read_number(bare):
            begins = True
            bare = LIST_NUMBER.sub(r"\1\\.\2", bare)
        if begins and lines and lines[-1].strip():
            lines.append("")
        lines.append(bare)
    return "\n".join(lines)
