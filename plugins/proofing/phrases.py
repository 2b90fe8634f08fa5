"""Words of a list found in a text, with what stands around them."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from typing import TypeVar

Key = TypeVar("Key")
Made = TypeVar("Made")
#: What no text holds: the pattern of an empty list.
NOTHING = re.compile(r"(?!)")


def kept_for_last(make: Callable[[Key], Made]) -> Callable[[Key], Made]:
    """``make``, with its result kept for the argument it was last called with.

    Told apart by identity: to hash a list of hundreds of entries for every passage costs more than reading it.
    """
    last: list[tuple[Key, Made]] = []

    def kept(key: Key) -> Made:
        if not last or last[0][0] is not key:
            last[:] = [(key, make(key))]
        return last[0][1]

    return kept


def pattern(words: Iterable[str]) -> re.Pattern[str]:
    """A pattern that finds any of ``words``; of two that begin at one place, the longer.

    Words of one first character are one branch, so that a text is walked at the speed of its first characters.

    >>> pattern(["截止", "截止目前"]).findall("截止目前，截止5月")
    ['截止目前', '截止']
    """
    by_first: dict[str, list[str]] = {}
    for word in sorted(set(words), key=lambda each: (-len(each), each)):
        by_first.setdefault(word[0], []).append(word[1:])
    branches = (
        f"{re.escape(first)}(?:{'|'.join(map(re.escape, rests))})"
        for first, rests in sorted(by_first.items())
    )
    return re.compile("|".join(branches)) if by_first else NOTHING


def is_inside(text: str, start: int, end: int, longer: Iterable[str]) -> bool:
    """Whether text[start:end] is part of one of the ``longer`` words, where these stand in the text.

    >>> is_inside("发布署名文章", 1, 3, ["布署名"])
    True
    """
    for word in longer:
        at = text.find(word, max(0, end - len(word)), start + len(word))
        if 0 <= at <= start and end <= at + len(word):
            return True
    return False


def is_beside(
    text: str, start: int, end: int, before: Iterable[str], behind: Iterable[str], within: int
) -> bool:
    """Whether one of ``before`` ends, or one of ``behind`` begins, at most ``within`` characters away."""
    return any(
        text.find(word, max(0, start - within - len(word)), start) >= 0 for word in before
    ) or any(text.find(word, end, end + within + len(word)) >= 0 for word in behind)
