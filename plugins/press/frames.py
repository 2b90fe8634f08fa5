"""Where the columns of running text stand on the pages of an issue, for the line checker."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from plugins.press.galley import Galley
from plugins.press.layoutread import Edges, Layout
from plugins.press.makeup import MadeUp

#: A column: px from the left edge of the page's type area, width in px.
Frame = tuple[float, float]
PT_PER_PX = 0.75


def frames(galley: Galley, made_up: MadeUp, full: float) -> list[list[Frame]]:
    """The columns on each page of a galley that was made up; ``full``: px of the type area's width."""
    widths: list[dict[str, float]] = [{} for _ in range(made_up.pages)]
    for n, place in made_up.places.items():
        if place.column != "both":
            own = galley.slugs[n].ancestors[-1].width
            known = widths[place.page]
            known[place.column] = max(known.get(place.column, 0.0), own)
    return [
        [(0.0 if column == "left" else full - width, width) for column, width in page.items()]
        for page in widths
    ]


def layout(
    size: float, pitch: float, pages: Mapping[int, Sequence[Frame]], families: frozenset[str]
) -> Layout:
    """How the issue is set: type of ``size`` px on ``pitch`` px; columns by page number in the file.

    The columns of ``pages`` are in px from the left edge of the page.
    """
    edges: dict[int, Edges] = {
        number: {
            left * PT_PER_PX: ((left + width) * PT_PER_PX,) for left, width in sorted(columns)
        }
        for number, columns in pages.items()
    }
    return Layout(size * PT_PER_PX, pitch * PT_PER_PX, {0: {}, 1: {}}, families, edges)
