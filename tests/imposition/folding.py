"""A sheet of paper that can be folded: what the bindery does, in coordinates."""

from __future__ import annotations

from dataclasses import dataclass, replace

from plugins.press.imposition.sheetplan import SheetPlan

#: Which half comes over, one fold after the other, the sheet lying with its back up.
TIMES = {
    4: ("left",),
    8: ("top", "left"),
    16: ("right", "top", "left"),
    32: ("foot", "right", "top", "left"),
}


@dataclass(frozen=True)
class Face:
    """A printed page on a leaf: its number and where its head points."""

    page: int
    head: int


@dataclass(frozen=True)
class Leaf:
    """A piece of paper between folds: left, foot, right, top; what it shows above and below."""

    box: tuple[float, float, float, float]
    above: Face
    below: Face


def paper(front: SheetPlan, back: SheetPlan) -> list[Leaf]:
    """The sheet on the table, its back looking up; what is printed on its front shows through."""
    beneath = {}
    for each in front.placements:
        x0, y0, x1, y1 = each.trim
        seen = (front.width - x1, y0, front.width - x0, y1)
        beneath[_key(seen)] = Face(each.cell.page, -1 if each.cell.inverted else 1)
    return [
        Leaf(
            each.trim,
            Face(each.cell.page, -1 if each.cell.inverted else 1),
            beneath[_key(each.trim)],
        )
        for each in back.placements
    ]


def _key(box: tuple[float, ...]) -> tuple[float, ...]:
    return tuple(round(edge, 3) for edge in box)


def folded(front: SheetPlan, back: SheetPlan) -> list[Leaf]:
    """The sheet folded in half again and again; leaves from the top of the pile to its foot.

    Each time it is folded in the middle of the folds that are left. Raises `KeyError` when a page
    comes to lie on no other.
    """
    heaps = [[leaf] for leaf in paper(front, back)]
    left = {
        axis: [f.at for f in back.folds if f.axis == axis] for axis in ("vertical", "horizontal")
    }
    for over in TIMES[2 * len(heaps)]:
        axis = "vertical" if over in ("left", "right") else "horizontal"
        ats = sorted(left[axis])
        at = ats[len(ats) // 2]
        left[axis] = [other for other in ats if other != at and (other > at) == (over in LOW)]
        heaps = _fold(heaps, at, over)
    (pile,) = heaps
    return pile


LOW = ("left", "foot")


def _fold(heaps: list[list[Leaf]], at: float, over: str) -> list[list[Leaf]]:
    """Heaps of leaves side by side (each from the top) → the heaps after one half came over."""
    axis = 0 if over in ("left", "right") else 1
    moving = [h for h in heaps if (h[0].box[axis] + h[0].box[axis + 2] < 2 * at) == (over in LOW)]
    still = {_key(heap[0].box): heap for heap in heaps if heap not in moving}
    for heap in moving:
        turned = [_turned(leaf, at, axis) for leaf in reversed(heap)]
        still[_key(turned[0].box)] = turned + still[_key(turned[0].box)]
    return list(still.values())


def _turned(leaf: Leaf, at: float, axis: int) -> Leaf:
    """A leaf turned over about a line; over a level line its pages come to stand on their heads."""
    box = list(leaf.box)
    box[axis], box[axis + 2] = 2 * at - leaf.box[axis + 2], 2 * at - leaf.box[axis]
    sign = -1 if axis else 1
    above, below = (replace(each, head=each.head * sign) for each in (leaf.below, leaf.above))
    return Leaf((box[0], box[1], box[2], box[3]), above, below)
