"""Galleys and places → pages: the boxes of a galley, moved to where the make-up put them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from typing import Any

from weasyprint.document import Page
from weasyprint.formatting_structure import boxes
from weasyprint.layout.background import layout_box_backgrounds

from plugins.press.makeup.galley import FLEX, Galley, Slug
from plugins.press.makeup.makeup import MadeUp, Place
from plugins.press.makeup.resizing import resize, white_at_foot
from plugins.press.makeup.slugs import own_numbers

Placed = tuple[Slug, Place]


class Assembler:
    """Makes pages after the model of an empty one."""

    def __init__(self, empty: Any, pitch: float) -> None:
        """``empty``: page box with the margins and the measure of all others; ``pitch``: px of a row."""
        self.empty, self.pitch = empty, pitch
        self.root = empty.children[0]
        self.left, self.top = self.root.content_box_x(), self.root.content_box_y()

    def pages(self, galley: Galley, made_up: MadeUp, fillers: Sequence[Placed] = ()) -> list[Page]:
        """The pages of one galley, with fillers. Boxes are moved: each can be assembled once."""
        by_page: dict[int, list[Placed]] = {}
        for n, place in made_up.places.items():
            by_page.setdefault(place.page, []).append((galley.slugs[n], place))
        for slug, place in fillers:
            by_page.setdefault(place.page, []).append((slug, place))
        return [self._page(by_page.get(page, [])) for page in range(made_up.pages)]

    def _page(self, placed: list[Placed]) -> Page:
        bands = sorted(placed, key=lambda pair: pair[1].row)
        slices = [
            box for part in _in_reading_order(bands) for box in _slices(list(self._moved(part)))
        ]
        body = self.root.children[0].copy_with_children(slices)
        root = self.root.copy_with_children([body])
        page = self.empty.copy_with_children([root, *self.empty.children[1:]])
        # Backgrounds were placed where the boxes stood in the galley.
        layout_box_backgrounds(page, root, _no_picture)
        return Page(page)

    def _moved(self, placed: Sequence[Placed]) -> Iterator[Slug]:
        """What stands in one column, moved there; pictures as high as the make-up wants them."""
        table, dy = None, 0.0
        for slug, place in placed:
            if place.column == "right":
                # The left column begins where the page does, the right one ends where it ends.
                slug.dx = self.root.width - slug.column.width
            if slug.table is None or slug.table is not table:
                dy = self._first_row(slug, place) - slug.top
            # The rows of a table stand close: only the first stands on the grid.
            table = slug.table
            self._fit(slug, place)
            slug.box.translate(dx=slug.dx, dy=dy)
            if place.again:
                yield _repeated_head(slug)
            yield slug

    def _first_row(self, slug: Slug, place: Place) -> float:
        """Where a slug begins, px; under a repeated head close to it, and the head on the grid."""
        top = self.top + (place.row - place.again) * self.pitch
        return float(top + slug.table_head.height) if place.again else float(top)

    def _fit(self, slug: Slug, place: Place) -> None:
        """Make a picture as high as its place; one that may change takes up the white under it too."""
        if slug.table is not None:
            return
        grown = place.rows * self.pitch - slug.height
        spare = white_at_foot(slug.box) if any(own_numbers(slug, FLEX)) else 0.0
        if abs(grown) > self.pitch / 2:
            resize(slug.box, grown, slug.shrinks, spare)
        elif spare:
            resize(slug.box, 0.0, spare=spare)


def _repeated_head(row: Slug) -> Slug:
    """The head of a table once more, right above the row with which it goes on."""
    head = row.table_head
    rows = [each.deepcopy() for each in head.children]
    left, top = row.box.position_x, row.box.position_y - head.height
    # The rows were moved to the table's first page, the group that holds them was not.
    dx, dy = left - rows[0].position_x, top - rows[0].position_y
    for each in rows:
        each.translate(dx=dx, dy=dy)
    head = head.copy_with_children(rows)
    head.position_x, head.position_y = left, top
    return Slug(head, row.ancestors[:-1], top, head.height, row.column, dx=row.dx)


def _no_picture(**picture: Any) -> Any:
    raise NotImplementedError("a background picture in a galley")


def _in_reading_order(placed: list[Placed]) -> Iterable[list[Placed]]:
    """Bands from the top: what is wide; then between two wide items the left column, the right one."""
    for is_wide, band in groupby(placed, key=lambda pair: pair[1].column == "both"):
        parts = list(band)
        if is_wide:
            yield parts
        else:
            yield [pair for pair in parts if pair[1].column == "left"]
            yield [pair for pair in parts if pair[1].column == "right"]


def _slices(slugs: list[Slug], depth: int = 2) -> list[Any]:
    """Copies of the boxes that hold these items, holding these only.

    ``depth``: of the ancestors, the root and the body stand on every page already.
    """
    made: list[Any] = []
    for _, group in groupby(slugs, key=lambda slug: _holder(slug, depth)):
        members = list(group)
        if len(members[0].ancestors) <= depth:
            made += [slug.box for slug in members]
        else:
            inside = _slices(members, depth + 1)
            made.append(_copy(members[0].ancestors[depth], inside, members[0].dx))
    return made


def _holder(slug: Slug, depth: int) -> int:
    return id(slug.ancestors[depth] if len(slug.ancestors) > depth else slug.box)


def _copy(container: Any, children: list[Any], dx: float) -> Any:
    """A container round some of its children, as high as they are, moved to the right by ``dx`` px."""
    copy = container.copy_with_children(children)
    top = min(_top(child) for child in children)
    end = max(_top(child) + _height(child) for child in children)
    copy.margin_top = copy.margin_bottom = 0
    copy.position_x = container.position_x + dx
    copy.position_y = top - copy.padding_top - copy.border_top_width
    copy.height = end - top
    return copy


def _top(box: Any) -> float:
    return float(box.position_y if _is_bare(box) else box.border_box_y())


def _height(box: Any) -> float:
    return float(box.height if _is_bare(box) else box.border_height())


def _is_bare(box: Any) -> bool:
    """Whether a box has no border of its own to measure."""
    return isinstance(box, boxes.LineBox | boxes.TableRowBox | boxes.TableRowGroupBox)
