"""Manuscript lines → lines in which Markdown sees the paragraphs an editor meant."""

from __future__ import annotations

import re

from plugins.hanzi.numerals import read_number

#: The day on which a policy text was signed, alone on its line.
SIGNED_DAY = re.compile(
    r"[\d〇○一二三四五六七八九十]{4}年[\d一二三四五六七八九十]{1,3}月[\d一二三四五六七八九十]{1,3}日"
)
INDENTED = re.compile(r"^\u3000+")
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
        if bare.startswith("|") and lines and lines[-1].startswith("|"):
            begins = False  # the next row of a table
        if numbered and not bare.startswith((" ", "\t", "|")) and read_number(bare):
            begins = True
            bare = LIST_NUMBER.sub(r"\1\\.\2", bare)
        if numbered and SIGNED_DAY.fullmatch(bare.strip()):
            begins = True
        if begins and lines and lines[-1].strip():
            lines.append("")
        lines.append(bare)
    return "\n".join(lines)
