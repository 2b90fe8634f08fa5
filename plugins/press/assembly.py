"""Galleys and places → pages: the boxes of a galley, moved to where the make-up put them."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import groupby
from typing import Any

from weasyprint.document import Page
from weasyprint.formatting_structure import boxes
from weasyprint.layout.background import layout_box_backgrounds

from plugins.press.galley import Galley, Slug
from plugins.press.makeup import MadeUp, Place


class Assembler:
    """Makes pages after the model of an empty one."""

    def __init__(self, empty: Any, pitch: float) -> None:
        """``empty``: page box with the margins and the measure of all others; ``pitch``: px of a row."""
        self.empty, self.pitch = empty, pitch
        self.root = empty.children[0]
        self.left, self.top = self.root.content_box_x(), self.root.content_box_y()

    def pages(self, galley: Galley, made_up: MadeUp) -> list[Page]:
        """The pages of one galley. Its boxes are moved: a galley can be assembled once."""
        by_page: dict[int, list[tuple[Slug, Place]]] = {}
        for n, place in made_up.places.items():
            by_page.setdefault(place.page, []).append((galley.slugs[n], place))
        return [self._page(by_page.get(page, [])) for page in range(made_up.pages)]

    def _page(self, placed: list[tuple[Slug, Place]]) -> Page:
        bands = sorted(placed, key=lambda pair: pair[1].row)
        slices = [
            box
            for part in _in_reading_order(bands)
            for box in _slices([self._moved(slug, place) for slug, place in part])
        ]
        body = self.root.children[0].copy_with_children(slices)
        root = self.root.copy_with_children([body])
        page = self.empty.copy_with_children([root, *self.empty.children[1:]])
        # Backgrounds were placed where the boxes stood in the galley.
        layout_box_backgrounds(page, root, _no_picture)
        return Page(page)

    def _moved(self, slug: Slug, place: Place) -> Slug:
        """Move a box to its place, and make a picture as high as the make-up wants it."""
        grown = place.rows * self.pitch - slug.height
        if abs(grown) > self.pitch / 2:
            _resize(slug.box, grown)
        if place.column == "right":
            slug.dx = self.root.width - slug.ancestors[-1].width
        slug.box.translate(dx=slug.dx, dy=self.top + place.row * self.pitch - slug.top)
        return slug


def _no_picture(**picture: Any) -> Any:
    raise NotImplementedError("a background picture in a galley")


def _in_reading_order(placed: list[tuple[Slug, Place]]) -> Iterable[list[tuple[Slug, Place]]]:
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
    return float(box.position_y if isinstance(box, boxes.LineBox) else box.border_box_y())


def _height(box: Any) -> float:
    return float(box.height if isinstance(box, boxes.LineBox) else box.border_height())


def _resize(box: Any, grown: float) -> None:
    """Make the picture in a box higher by ``grown`` px; what stands under it moves down."""
    parents: list[Any] = []
    picture = _find_picture(box, parents)
    if picture is None:
        return
    bottom = picture.position_y + picture.margin_height()
    picture.height += grown
    for parent in parents:
        parent.height += grown
        for child in parent.children:
            if child not in parents and child is not picture and child.position_y >= bottom - 1:
                child.translate(dy=grown)


def _find_picture(box: Any, parents: list[Any]) -> Any:
    if isinstance(box, boxes.ReplacedBox):
        return box
    for child in getattr(box, "children", ()):
        found = _find_picture(child, parents)
        if found is not None:
            parents.append(box)
            return found
    return None
