"""Spaces that typesetting dropped at the ends of lines: without them words run together when read aloud.

ISO 32000-1, 14.8.2.5: a tagged file says where words end. Pure.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from plugins.press.screen.element import MARKER, Element, Mark

#: Elements that hold lines of words.
BLOCKS = frozenset(
    ("p", "h1", "h2", "h3", "h4", "h5", "h6", "li", "td", "th", "dt", "dd", "caption", "figcaption")
)
#: Not set, and no spaces: where a headline may be broken, soft hyphens.
UNSET = "\u200b\u00ad"


def restore(root: Element) -> None:
    """Tell each mark whether a space follows that is written but not set, in place."""
    for element in root.walk():
        below = (kid.tag for each in element.elements for kid in each.walk())
        if element.tag in BLOCKS and not BLOCKS.intersection(below):
            _restore_block(element)


def _restore_block(block: Element) -> None:
    if len(list(_marks(block))) < 2:
        return
    text = "".join(block.source.itertext())
    spaced: dict[tuple[int, int], Mark] = {}
    at, marks = 0, list(_marks(block))
    for mark, after in zip(marks, [*marks[1:], None], strict=True):
        end = _end(text, at, mark.text)
        if end is None:
            break
        gap = len(text[end:]) - len(text[end:].lstrip())
        if gap and after and not (mark.text[-1:] + after.text[:1]).count(" "):
            spaced[mark.page, mark.number] = replace(mark, space_after=True)
        at = end
    if spaced:
        _replace(block, spaced)


def _end(text: str, at: int, words: str) -> int | None:
    """Where ``words`` end in ``text`` from ``at`` on, whatever the white; None when they are not there."""
    for char in words:
        if char.isspace() or char in UNSET:
            continue
        while at < len(text) and text[at] != char:
            if not (text[at].isspace() or text[at] in UNSET):
                return None
            at += 1
        if at == len(text):
            return None
        at += 1
    while at < len(text) and text[at] in UNSET:
        at += 1
    return at


def _marks(element: Element) -> Iterator[Mark]:
    """What an element shows of its own text, in order."""
    for kid in element.kids:
        if isinstance(kid, Mark) and kid.place is None:
            yield kid
        elif isinstance(kid, Element) and not kid.tag.endswith(MARKER):
            yield from _marks(kid)


def _replace(element: Element, by: dict[tuple[int, int], Mark]) -> None:
    for n, kid in enumerate(element.kids):
        if isinstance(kid, Mark):
            element.kids[n] = by.get((kid.page, kid.number), kid)
        elif isinstance(kid, Element):
            _replace(kid, by)
