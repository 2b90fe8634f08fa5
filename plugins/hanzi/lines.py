"""How lines typed by an editor join into running text."""

from __future__ import annotations

import re

from plugins.hanzi.scripts import IDEOGRAPHIC_SPACE, is_chinese

BREAK = re.compile(r"[ \t]*\n[ \t\u3000]*")


def join_soft_breaks(text: str, before: str = "", after: str = "") -> str:
    """Join typed lines: nothing beside Chinese, one space between Latin words.

    ``before`` and ``after`` are the characters beside the text when it is only a part of a
    paragraph (a run of text between two inline tags).

    >>> join_soft_breaks("治理\\n污染 in\\nplace")
    '治理污染 in place'
    """

    def joint(match: re.Match[str]) -> str:
        left = text[match.start() - 1] if match.start() else before[-1:]
        right = text[match.end()] if match.end() < len(text) else after[:1]
        if not left or not right or is_chinese(left) or is_chinese(right):
            return ""
        return " "

    return BREAK.sub(joint, text)


def drop_indent(text: str) -> str:
    """Take typed indents (two full-width spaces or the like) off the head of a paragraph."""
    return text.lstrip(IDEOGRAPHIC_SPACE + "\u00a0 \t")
