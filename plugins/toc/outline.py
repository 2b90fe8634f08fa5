"""Headings of one body → its outline. Every heading has a stable id, ``key-1``, ``key-1-2``.

An id is the place of the heading in the outline, so that editing a heading's words does not break
links to it. Run-in heads (``class="head"``) count as headings of the level they name. A heading of
level 1 is a fault (`jumps` names it) and is numbered among those of level 2.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from plugins.hanzi.numerals import read_number
from plugins.toc.record import Entry

if TYPE_CHECKING:
    from bs4 import BeautifulSoup, Tag

HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")


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
    counters = [0] * 7
    for heading in headings:
        level = max(heading.level, 2)
        counters[level] += 1
        counters[level + 1 :] = [0] * (6 - level)
        place = "-".join(str(n) for n in counters[2 : level + 1])
        read = read_number(heading.words)
        number, text = (read.number, read.rest) if read else ("", heading.words)
        yield Entry(heading.level, f"{key}-{place}", number, text)


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


def _heading(element: Tag) -> Heading:
    words = element.get_text().strip().rstrip("。")
    if element.name == "b":
        words = words.rstrip("。．.：:")
    return Heading(_level(element), words)
