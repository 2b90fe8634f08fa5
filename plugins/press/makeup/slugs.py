"""Slugs: the boxes of a galley that stay whole, and what each of them is kept with.

A line is whole, and so is a picture, a table, and a box whose style says ``break-inside: avoid``. What
would fill a page is taken apart nevertheless: a box into its lines, a table into its rows (its head is
set again where it goes on), a group of pictures into its rows of pictures, a figure into picture and
caption.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby
from typing import Any

from weasyprint.formatting_structure import boxes

from plugins.press.makeup.resizing import pictures_height

#: The custom property that says whether a box begins a page, as WeasyPrint keeps its name.
NEW_PAGE = "__new_page"
#: A box that takes more than this share of a page is not kept whole.
MOST_OF_PAGE = 0.9
#: What is less wide than this share of the page stands in a column.
COLUMN = 0.75
#: No more than this share is taken from the height of pictures.
LEAST_LEFT = 0.9


@dataclass(slots=True)
class Slug:
    """One item of a galley with its box: where it stands there (px from the top), and what holds it."""

    box: Any
    ancestors: tuple[Any, ...]
    top: float
    height: float
    #: The box that is as wide as a column and holds this one; None when it runs across the page.
    column: Any
    keep: bool = False
    keep_before: bool = False
    new_page: bool = False
    #: A picture that may be made smaller as a whole, not cut.
    shrinks: bool = False
    #: The table of which this is a row.
    table: Any = None
    #: How far to the right it was moved.
    dx: float = 0.0

    @property
    def wide(self) -> bool:
        """Whether it runs across both columns."""
        return self.column is None

    @property
    def table_head(self) -> Any:
        """The head that its table repeats where this row begins a column; None when there is none."""
        groups = () if self.table is None else self.table.children
        head = next((group for group in groups if group.is_header), None)
        return None if head is None or head in self.ancestors else head


def slugs(root: Any, most: float) -> list[Slug]:
    """The slugs inside a box, in order; boxes higher than ``most`` px are taken apart."""
    return list(_inside(root, (), root.width, most))


def _inside(box: Any, ancestors: tuple[Any, ...], full: float, most: float) -> Iterator[Slug]:
    found: list[Slug] = []
    holders = (*ancestors, box)
    for child in box.children:
        if isinstance(child, boxes.LineBox) or _is_whole(child, most):
            found.append(_slug(child, holders, full))
        elif isinstance(child, boxes.FlexBox):
            found += [_flex_slug(line, holders, full, most) for line in _flex_lines(child)]
        elif _is_opened(child):
            found += _inside(child, holders, full, most)
    _keep_together(box, found)
    yield from found


def _is_opened(box: Any) -> bool:
    """Whether slugs are looked for inside a box."""
    if isinstance(box, boxes.TableBox | boxes.TableRowGroupBox):
        return True
    return isinstance(box, boxes.BlockBox) and box.is_in_normal_flow()


def _is_whole(box: Any, most: float) -> bool:
    if isinstance(box, boxes.BlockReplacedBox | boxes.TableRowBox):
        return True
    if not isinstance(box, boxes.BlockBox | boxes.FlexBox) or not box.is_in_normal_flow():
        return False
    asks = (
        isinstance(box, boxes.FlexBox)
        or box.is_table_wrapper
        or box.style["break_inside"] == "avoid"
    )
    return bool(asks and box.border_height() <= most)


def _flex_lines(box: Any) -> list[Any]:
    """A wrapped flex box as one box for each of its lines."""
    lines = [list(line) for _, line in groupby(box.children, key=lambda child: child.position_y)]
    tops = [line[0].position_y for line in lines]
    ends = [*tops[1:], box.content_box_y() + box.height]
    made = []
    for line, top, end in zip(lines, tops, ends, strict=True):
        copy = box.copy_with_children(line)
        copy.position_y, copy.margin_top, copy.margin_bottom = top, 0, 0
        copy.height = end - top
        made.append(copy)
    return made


def _flex_slug(line: Any, ancestors: tuple[Any, ...], full: float, most: float) -> Slug:
    """A row of pictures; too high for a page, it is made smaller if something of the pictures is left."""
    slug = _slug(line, ancestors, full)
    too_much = slug.height - most
    slug.shrinks = too_much > 0 and pictures_height(line) * LEAST_LEFT > too_much
    return slug


def _slug(box: Any, ancestors: tuple[Any, ...], full: float) -> Slug:
    column = next((each for each in ancestors if each.width <= full * COLUMN), None)
    if isinstance(box, boxes.LineBox):
        return Slug(box, ancestors, box.position_y, box.height, column)
    if isinstance(box, boxes.TableRowBox):
        table = ancestors[-2]
        return Slug(box, ancestors, box.position_y, box.height, column, table=table)
    slug = Slug(box, ancestors, box.border_box_y(), box.border_height(), column)
    slug.keep = box.style["break_after"] == "avoid"
    slug.keep_before = box.style["break_before"] == "avoid"
    slug.new_page = number(box, NEW_PAGE) == 1
    slug.shrinks = isinstance(box, boxes.BlockReplacedBox)
    return slug


def _keep_together(box: Any, inside: list[Slug]) -> None:
    """What a container asks of its first and last items, and of the lines of a paragraph."""
    if not inside:
        return
    style = box.style
    inside[0].keep_before |= style["break_before"] == "avoid"
    inside[-1].keep |= style["break_after"] == "avoid"
    if box.element_tag == "figure" and inside[0].shrinks:
        inside[0].keep = len(inside) > 1
    if isinstance(box, boxes.TableBox):
        _keep_rows(inside)
    elif isinstance(box, boxes.TableCaptionBox):
        inside[-1].keep = True
    if all(isinstance(slug.box, boxes.LineBox) and slug.ancestors[-1] is box for slug in inside):
        _keep_lines(inside, style)


def _keep_lines(lines: list[Slug], style: Any) -> None:
    """Orphans and widows (CSS Fragmentation 3, 3.3), and paragraphs that are not divided."""
    whole = style["break_inside"] == "avoid" or style["break_after"] == "avoid"
    first, last = style["orphans"], style["widows"]
    for n, slug in enumerate(lines[:-1], start=1):
        slug.keep |= whole or n < first or len(lines) - n < last


def _keep_rows(rows: list[Slug]) -> None:
    """A table's head is kept with its first two rows, and the last two stay together."""
    heads = sum(1 for slug in rows if slug.ancestors[-1].is_header)
    for n, slug in enumerate(rows[:-1]):
        slug.keep |= n <= heads or n == len(rows) - 2


def number(box: Any, name: str) -> int:
    """The first number of a custom property, inherited or not; 0 when there is none."""
    return (integers(box.style[name]) or [0])[0]


def own_numbers(slug: Slug, name: str) -> list[int]:
    """The numbers of a custom property that a box has itself, not by inheritance."""
    own = slug.box.style[name]
    return [] if own is slug.ancestors[-1].style[name] else integers(own)


def integers(tokens: Any) -> list[int]:
    """The numbers among the tokens of a custom property, rounded."""
    return [round(token.value) for token in tokens if token.type == "number"]
