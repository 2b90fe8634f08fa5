"""How thick the issue is, and how far its inner pages stand out of the nest. Pure; mm.

No standard gives these figures: they are geometry over the paper's caliper, and the bindery's blank
dummy (白样) has the last word.
"""

from __future__ import annotations

from math import pi
from typing import Literal

#: What glue that creeps between the outer leaves and the cover adds to a glued block (mm). A house
#: value: films of side glue have some 0.1–0.2 mm on each face.
GLUE_MM = 0.3
#: A spine as wide as this bears a title (GB/T 11668—1989: 宽度大于或等于 5 mm).
TITLED_MM = 5.0
_UM = 1000


def spine_mm(
    binding: Literal["saddle", "perfect"], inside_pages: int, caliper_um: int, cover_caliper_um: int
) -> float:
    """Width of the spine from fold to fold, to 0.1 mm.

    Perfect: the leaves of the block, the cover's two leaves, and `GLUE_MM`. Saddle: 0, the cover has
    one fold. Raises `ValueError` when a glued block has no caliper to reckon with.
    """
    if binding == "saddle":
        return 0.0
    if caliper_um <= 0:
        raise ValueError("the caliper of the paper is not known")
    leaves = inside_pages / 2
    return round((leaves * caliper_um + 2 * cover_caliper_um) / _UM + GLUE_MM, 1)


def thickness_mm(inside_pages: int, caliper_um: int, cover_caliper_um: int) -> float:
    """The whole issue pressed flat, cover and all, without glue."""
    return (inside_pages / 2 * caliper_um + 2 * cover_caliper_um) / _UM


def push_mm(depth: int, caliper_um: int) -> float:
    """How far pages on a leaf with ``depth`` leaves of the nest outside it go towards the spine.

    Every folded sheet lies round those inside it. Over a round back its fold is a half circle whose
    radius grows by one caliper from sheet to sheet; so a leaf loses a quarter of the greater circle,
    π/2 calipers, to the back, and ends so much short of the leaf within. All are cut off in one line;
    to keep the fore-edge margins alike, type on inner leaves moves towards the spine by as much.
    (A back pressed square would ask for 2 calipers, the trade's rule of thumb says 1: it forgets that
    the back has height.)
    """
    return depth * caliper_um / _UM * pi / 2
