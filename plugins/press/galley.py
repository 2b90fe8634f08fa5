"""Galleys (长条): a piece is laid out once, on one endless page; its lines and pictures become items.

The galley is as wide as the page; stretches of running text in it are one column wide. What the styles
say decides what is one item: a box with ``break-inside: avoid`` is not divided; ``--movable: 1`` lets a
picture or box stand later; ``--flex: 5 4`` lets a picture lose five rows or gain four; ``break-after:
avoid``, ``orphans`` and ``widows`` keep items together; ``--new-page: 1`` begins a page.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from weasyprint.formatting_structure import boxes

from plugins.press.makeup import Item

MOVABLE, FLEX, NEW_PAGE = "__movable", "__flex", "__new_page"
#: A box that is not divided is nevertheless when it takes more than this share of a page.
MOST_OF_PAGE = 0.9


@dataclass(slots=True)
class Slug:
    """One item of a galley with its box: where it stands there (px from the top), and what holds it."""

    box: Any
    ancestors: tuple[Any, ...]
    top: float
    height: float
    wide: bool
    keep: bool = False
    keep_before: bool = False
    new_page: bool = False
    #: How far to the right it was moved.
    dx: float = 0.0


@dataclass(slots=True)
class Galley:
    """A galley with its slugs in order, and the same as items for the make-up."""

    page_box: Any
    slugs: list[Slug] = field(default_factory=list)
    items: list[Item] = field(default_factory=list)


def read(page_box: Any, pitch: float, rows: int) -> Galley:
    """Take an endless page apart. ``pitch``: px of a line; ``rows``: lines of a page."""
    root = page_box.children[0]
    galley = Galley(page_box)
    galley.slugs = list(_slugs(root, (), root.width, MOST_OF_PAGE * rows * pitch))
    galley.items = list(_items(galley.slugs, pitch, root.content_box_y()))
    return galley


def _slugs(box: Any, ancestors: tuple[Any, ...], full: float, most: float) -> Iterator[Slug]:
    """The undivided boxes inside a box, in order."""
    inside: list[Slug] = []
    for child in box.children:
        if isinstance(child, boxes.LineBox) or _is_whole(child, most):
            inside.append(_slug(child, (*ancestors, box), full))
        elif isinstance(child, boxes.BlockBox) and child.is_in_normal_flow():
            inside += _slugs(child, (*ancestors, box), full, most)
    _keep_together(box, inside)
    yield from inside


def _is_whole(box: Any, most: float) -> bool:
    if not isinstance(box, boxes.BlockBox | boxes.BlockReplacedBox | boxes.FlexBox):
        return False
    if not box.is_in_normal_flow():
        return False
    if isinstance(box, boxes.BlockReplacedBox | boxes.FlexBox) or box.is_table_wrapper:
        return True
    return bool(box.style["break_inside"] == "avoid" and box.border_height() <= most)


def _slug(box: Any, ancestors: tuple[Any, ...], full: float) -> Slug:
    if isinstance(box, boxes.LineBox):
        top, height = box.position_y, box.height
    else:
        top, height = box.border_box_y(), box.border_height()
    slug = Slug(box, ancestors, top, height, ancestors[-1].width > full * 0.75)
    if not isinstance(box, boxes.LineBox):
        slug.keep = box.style["break_after"] == "avoid"
        slug.keep_before = box.style["break_before"] == "avoid"
        slug.new_page = bool(_number(box, NEW_PAGE))
    return slug


def _keep_together(box: Any, inside: list[Slug]) -> None:
    """What a container asks of its first and last items, and of the lines of a paragraph."""
    if not inside:
        return
    style = box.style
    inside[0].keep_before |= style["break_before"] == "avoid"
    inside[-1].keep |= style["break_after"] == "avoid"
    lines = [slug for slug in inside if slug.ancestors[-1] is box]
    if len(lines) != len(inside) or not isinstance(lines[0].box, boxes.LineBox):
        return
    whole = style["break_inside"] == "avoid" or style["break_after"] == "avoid"
    first, last = style["orphans"], style["widows"]
    for n, slug in enumerate(lines[:-1], start=1):
        slug.keep |= whole or n < first or len(lines) - n < last


def _items(slugs: list[Slug], pitch: float, start: float) -> Iterator[Item]:
    end, story, article = 0, 0, None
    for n, slug in enumerate(slugs):
        top = round((slug.top - start) / pitch)
        rows = max(1, round(slug.height / pitch))
        keep = slug.keep or (n + 1 < len(slugs) and slugs[n + 1].keep_before)
        holder = next((box for box in slug.ancestors if box.element_tag == "article"), None)
        if holder is not article:
            article, story = holder, story + 1
        loses, gains = _own_numbers(slug, FLEX) or (0, 0)
        yield Item(
            rows=rows,
            before=max(0, top - end),
            wide=slug.wide,
            keep=keep,
            movable=(_own_numbers(slug, MOVABLE) or [0])[0] == 1,
            loses=min(loses, rows - 4) if loses else 0,
            gains=gains,
            new_page=slug.new_page,
            story=story,
        )
        end = top + rows


def _own_numbers(slug: Slug, name: str) -> list[int]:
    """The numbers of a custom property that a box has itself, not by inheritance."""
    own = slug.box.style[name]
    return [] if own is slug.ancestors[-1].style[name] else _integers(own)


def _number(box: Any, name: str) -> int:
    return (_integers(box.style[name]) or [0])[0]


def _integers(tokens: Any) -> list[int]:
    return [round(token.value) for token in tokens if token.type == "number"]
