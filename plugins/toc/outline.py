"""Headings of one body → its outline. Every heading has a stable id, ``key-`` and the mark of its words.

An id hangs on the words alone, not on number, marks or place: a heading put in before, taken out or
renumbered leaves the links to all others as they are. Of several headings with the same words the
second is ``…-2``. Run-in heads (``class="head"``) count as headings of the level they name. A heading of
level 1 is a fault (`jumps` names it).
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from hashlib import blake2b
from typing import TYPE_CHECKING

from plugins.hanzi.numerals import read_number
from plugins.toc.record import Entry

if TYPE_CHECKING:
    from bs4 import BeautifulSoup, Tag

HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")
UNHEARD = frozenset({"rt", "rp"})
NO_LETTERS = re.compile(r"[\W_]+")


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading as it stands in a body: its level, and its words with their number."""

    level: int
    words: str


def outline(body: BeautifulSoup | Sequence[Heading], key: str) -> tuple[Entry, ...]:
    """The outline of a body, given as parsed or as its headings. Those of a soup get their ids, in place."""
    if isinstance(body, Sequence):
        return tuple(_entries(body, key))
    elements = list(_headings(body))
    entries = tuple(_entries([_heading(each) for each in elements], key))
    for element, entry in zip(elements, entries, strict=True):
        element["id"] = entry.id
    return entries


def _entries(headings: Iterable[Heading], key: str) -> Iterator[Entry]:
    seen = Counter[str]()
    for heading in headings:
        read = read_number(heading.words)
        number, text = (read.number, read.rest) if read else ("", heading.words)
        mark = _mark(text)
        seen[mark] += 1
        again = f"-{seen[mark]}" if seen[mark] > 1 else ""
        yield Entry(heading.level, f"{key}-{mark}{again}", number, text)


def _mark(words: str) -> str:
    """Six hexadecimal digits for the letters of some words."""
    letters = NO_LETTERS.sub("", words).lower()
    return blake2b(letters.encode(), digest_size=3).hexdigest()


def jumps(entries: tuple[Entry, ...]) -> list[tuple[Entry, int]]:
    """Headings that skip a level or are too high, each with the level it should have."""
    found = []
    before = 1
    for entry in entries:
        if entry.level == 1:
            found.append((entry, 2))
        elif entry.level > before + 1:
            found.append((entry, before + 1))
        before = entry.level
    return found


def _headings(soup: BeautifulSoup) -> Iterator[Tag]:
    from bs4 import Tag

    for each in soup.descendants:
        if isinstance(each, Tag) and (
            each.name in HEADINGS or (each.name == "b" and "head" in _classes(each))
        ):
            yield each


def _classes(element: Tag) -> list[str]:
    value = element.get("class")
    return value.split() if isinstance(value, str) else list(value or [])


def _level(element: Tag) -> int:
    if element.name in HEADINGS:
        return int(element.name[1])
    marked = next(name for name in _classes(element) if name.startswith("level-"))
    return int(marked.removeprefix("level-")) + 1


def _heard(element: Tag) -> Iterator[str]:
    """The words of a heading without readings and numbers of notes."""
    for node in element.find_all(string=True):
        around = node.parent
        if around is None or not (around.name in UNHEARD or "footnote-ref" in _classes(around)):
            yield str(node)


def _heading(element: Tag) -> Heading:
    words = "".join(_heard(element)).strip().rstrip("。")
    if element.name == "b":
        words = words.rstrip("。．.：:")
    return Heading(_level(element), words)
