"""Galleys (长条): a piece is laid out once, on one endless page; its lines and pictures become items.

The galley is as wide as the page; stretches of running text in it are one column wide. What the styles
say decides what is one item (see slugs.py) and how it may be set: ``--movable: 1`` lets a picture or box
stand later; ``--flex: 5 4`` lets a picture lose five rows or gain four; ``break-after: avoid``,
``orphans`` and ``widows`` keep items together; ``--new-page: 1`` begins a page.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from math import ceil
from typing import Any

from weasyprint.formatting_structure import boxes

from plugins.press.makeup.groups import Item
from plugins.press.makeup.slugs import MOST_OF_PAGE, Slug, own_numbers, slugs

__all__ = ["FLEX", "Galley", "Slug", "read", "too_high"]

#: Custom properties as WeasyPrint keeps their names.
MOVABLE, FLEX = "__movable", "__flex"
#: Rows that a picture keeps, whatever it loses.
LEAST_PICTURE = 4
#: The rest of a row by which a table may end in the next one (rows).
HAIR = 0.02


@dataclass(slots=True)
class Galley:
    """A galley with its slugs in order, and the same as items for the make-up."""

    page_box: Any
    slugs: list[Slug]
    items: list[Item]


def read(page_box: Any, pitch: float, rows: int) -> Galley:
    """Take an endless page apart. ``pitch``: px of a line; ``rows``: lines of a page."""
    root = page_box.children[0]
    found = slugs(root, MOST_OF_PAGE * rows * pitch)
    return Galley(page_box, found, list(_items(found, pitch, root.content_box_y(), rows)))


def too_high(galley: Galley, rows: int) -> list[Slug]:
    """Slugs that no page of ``rows`` rows holds: rows of a table, lines round a high sign."""
    pairs = zip(galley.slugs, galley.items, strict=True)
    return [slug for slug, item in pairs if item.rows > rows]


def _items(found: list[Slug], pitch: float, start: float, rows: int) -> Iterator[Item]:
    """Items for slugs; ``start``: px of the first row."""
    end, after = 0, 0
    for n, slug in enumerate(found):
        top, bottom = _rows(slug, pitch, start, end)
        before = _own_before(slug, pitch) if 0 < top - end <= after else max(0, top - end)
        most = int(MOST_OF_PAGE * rows) if slug.shrinks else bottom
        keep = slug.keep or (n + 1 < len(found) and found[n + 1].keep_before)
        item = _item(slug, min(bottom - top, most), before, keep, pitch)
        end, after = bottom, item.after
        yield replace(item, gains=max(0, min(item.gains, rows - item.rows)))


def _own_before(slug: Slug, pitch: float) -> int:
    """Blank rows that a slug itself asks for, where a movable box with a margin stands above it."""
    margins, box = [0.0], slug.box
    for holder in reversed(slug.ancestors):
        margins.append(0.0 if isinstance(box, boxes.LineBox) else box.margin_top)
        if not holder.children or holder.children[0] is not box:
            break
        box = holder
    return round(max(margins) / pitch)


def _rows(slug: Slug, pitch: float, start: float, end: int) -> tuple[int, int]:
    """The first row of a slug in the galley, and the row after its last."""
    if slug.table is None:
        top = round((slug.top - start) / pitch)
        return top, top + max(1, round(slug.height / pitch))
    # Rows of a table are not whole rows of the grid; each takes those that it begins to fill.
    top = end if slug.table.children[0].children[0] is not slug.box else _row_of(slug, pitch, start)
    return top, max(top + 1, ceil((slug.top + slug.height - start) / pitch - HAIR))


def _row_of(slug: Slug, pitch: float, start: float) -> int:
    return int((slug.top - start) / pitch + HAIR)


def _item(slug: Slug, rows: int, before: int, keep: bool, pitch: float) -> Item:
    movable = own_numbers(slug, MOVABLE)[:1] == [1]
    loses, gains = (*own_numbers(slug, FLEX), 0, 0)[:2]
    head = slug.table_head
    return Item(
        rows=rows,
        before=before,
        wide=slug.wide,
        keep=keep,
        movable=movable,
        loses=max(0, min(loses, rows - LEAST_PICTURE)),
        gains=gains,
        new_page=slug.new_page,
        rule=slug.box.element_tag == "hr",
        after=round(slug.box.margin_bottom / pitch) if movable else 0,
        again=0 if head is None else ceil(head.height / pitch) + 1,
    )
