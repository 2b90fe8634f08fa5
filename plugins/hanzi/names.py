"""Personal names as they are listed in Chinese print."""

from __future__ import annotations

import re

from plugins.hanzi.scripts import IDEOGRAPHIC_SPACE, is_han

SPREAD = re.compile(r"(?<![^\s、，,；;])(\S)\u3000(\S)(?![^\s、，,；;])")
SEPARATOR = re.compile(r"[\s、，,；;]+")


def split_names(text: str) -> tuple[str, ...]:
    """Split a list of names; «王　莹», spread to three characters' width, stays one name.

    >>> split_names("王　莹 李小满、赵一鸣")
    ('王莹', '李小满', '赵一鸣')
    """
    closed = SPREAD.sub(r"\1\2", text.strip())
    return tuple(part for part in SEPARATOR.split(closed) if part)


def spread_name(name: str) -> str:
    """Spread a two-character name to three, so that names stand flush in columns (王　莹)."""
    if len(name) == 2 and all(is_han(char) for char in name):
        return name[0] + IDEOGRAPHIC_SPACE + name[1]
    return name
