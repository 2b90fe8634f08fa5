"""Headings of one body → its outline. Every heading is given a stable id, ``key-1``, ``key-1-2``.

An id is the place of the heading in the outline, so that editing a heading's words does not break
links to it. Run-in heads (``class="head"``) count as headings of the level they name. A heading of
level 1 is a fault (`jumps` names it) and is numbered among those of level 2.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from plugins.hanzi.numerals import read_number
from plugins.toc.record import Entry

if TYPE_CHECKING:
    from bs4 import BeautifulSoup, Tag

HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")


def outline(soup: BeautifulSoup, key: str) -> tuple[Entry, ...]:
    """Give every heading of ``soup`` an id and return the outline. The soup is changed in place."""
    entries: list[Entry] = []
    counters = [0] * 7
    from bs4 import Tag

    for element in [each for each in soup.descendants if isinstance(each, Tag)]:
        if not _is_heading(element):
            continue
        level = max(_level(element), 2)
        counters[level] += 1
        counters[level + 1 :] = [0] * (6 - level)
        place = "-".join(str(n) for n in counters[2 : level + 1])
        element["id"] = f"{key}-{place}"
        entries.append(_entry(element, _level(element)))
    return tuple(entries)


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


def _is_heading(element: Tag) -> bool:
    return element.name in HEADINGS or (element.name == "b" and "head" in _classes(element))


def _classes(element: Tag) -> list[str]:
    value = element.get("class")
    return value.split() if isinstance(value, str) else list(value or [])


def _level(element: Tag) -> int:
    if element.name in HEADINGS:
        return int(element.name[1])
    marked = next(name for name in _classes(element) if name.startswith("level-"))
    return int(marked.removeprefix("level-")) + 1


def _entry(element: Tag, level: int) -> Entry:
    text = element.get_text().strip().rstrip("。")
    if element.name == "b":
        text = text.rstrip("。．.：:")
    numbered = read_number(text)
    if numbered is None:
        return Entry(level, str(element["id"]), "", text)
    return Entry(level, str(element["id"]), numbered.number, numbered.rest)
