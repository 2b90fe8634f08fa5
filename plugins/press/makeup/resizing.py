"""Pictures made higher or lower after layout: the make-up gives them the rows that fill the page."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from weasyprint.formatting_structure import boxes

#: A picture by its id → where it ended before, and by how much it grew (px).
Grown = Mapping[int, tuple[float, float]]


def resize(box: Any, grown: float, whole: bool = False, spare: float = 0.0) -> None:
    """Make a box higher by ``grown`` px: its first picture, and those beside it, grow.

    What stands under them moves down, and what holds them grows. A picture is cut to its new shape,
    not distorted; ``whole``: it is made smaller instead, with white beside it. ``spare``: white at the
    foot of the box (px) that the pictures take as well.
    """
    first = next(_pictures(box), None)
    if first is None:
        return
    beside = [each for each in _pictures(box) if _is_level(each, first)]
    highest = max(each.height for each in beside) + grown
    changed: dict[int, tuple[float, float]] = {}
    for picture in beside:
        more = min(0.0, highest - picture.height) if whole else grown + spare
        changed[id(picture)] = (picture.position_y + picture.margin_height(), more)
        picture.style = picture.style.copy()
        picture.style["object_fit"] = "contain" if whole else "cover"
        picture.height += more
    if id(box) not in changed:
        _grow(box, changed, spare)


def _grow(box: Any, changed: Grown, spare: float) -> None:
    """Enlarge a box that holds changed pictures and move what stands under them."""
    inside = [changed[id(each)] for each in _pictures(box) if id(each) in changed]
    bottom = max(end for end, _ in inside)
    grown = max(end + more for end, more in inside) - bottom
    box.height += grown - spare
    for child in box.children:
        if child.position_y >= bottom - 1:
            child.translate(dy=grown)
        elif id(child) not in changed and any(id(each) in changed for each in _pictures(child)):
            _grow(child, changed, spare)


def white_at_foot(box: Any) -> float:
    """How much white is in a box under its last line or picture, px."""
    ends = [
        float(each.position_y + each.margin_height())
        for each in box.descendants()
        if isinstance(each, boxes.LineBox | boxes.ReplacedBox)
    ]
    return max(0.0, float(box.content_box_y() + box.height) - max(ends)) if ends else 0.0


def pictures_height(box: Any) -> float:
    """The height of the highest picture in a box, px; 0 when there is none."""
    return max((float(each.height) for each in _pictures(box)), default=0.0)


def _pictures(box: Any) -> Iterator[Any]:
    if isinstance(box, boxes.ReplacedBox):
        yield box
    for child in getattr(box, "children", ()):
        yield from _pictures(child)


def _is_level(one: Any, other: Any) -> bool:
    return abs(float(one.position_y) - float(other.position_y)) < 1
