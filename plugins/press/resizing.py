"""Pictures made higher or lower after layout: the make-up gives them the rows that fill the page."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from weasyprint.formatting_structure import boxes


def resize(box: Any, grown: float, whole: bool = False) -> None:
    """Make the first picture in a box higher by ``grown`` px, and those beside it.

    What stands under it moves down, and what holds it grows. A picture is cut to its new shape, not
    distorted; ``whole``: it is made smaller instead, with white beside it.
    """
    first = next(_pictures(box), None)
    if first is None:
        return
    beside = [each for each in _pictures(box) if _level(each, first)]
    ends = [each.position_y + each.margin_height() for each in beside]
    for picture in beside:
        picture.style = picture.style.copy()
        picture.style["object_fit"] = "contain" if whole else "cover"
        picture.height += grown
    if box is not first:
        _grow(box, grown, dict(zip(map(id, beside), ends, strict=True)))


def _grow(box: Any, grown: float, ends: Mapping[int, float]) -> None:
    """Enlarge a box that holds resized pictures and move what stands under them.

    ``ends``: where each picture, by its id, ended before.
    """
    box.height += grown
    bottom = max(ends[id(each)] for each in _pictures(box) if id(each) in ends)
    for child in box.children:
        if child.position_y >= bottom - 1:
            child.translate(dy=grown)
        elif id(child) not in ends and any(id(each) in ends for each in _pictures(child)):
            _grow(child, grown, ends)


def _pictures(box: Any) -> Iterator[Any]:
    if isinstance(box, boxes.ReplacedBox):
        yield box
    for child in getattr(box, "children", ()):
        yield from _pictures(child)


def _level(one: Any, other: Any) -> bool:
    return abs(float(one.position_y) - float(other.position_y)) < 1
