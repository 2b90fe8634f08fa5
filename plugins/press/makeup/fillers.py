"""Fillers (补白): short texts that are set into the empty foot of a page. Each stands once in an issue."""

from __future__ import annotations

from collections.abc import Sequence

from plugins.press.makeup.galley import Galley, Slug
from plugins.press.makeup.makeup import Place

#: A foot with fewer empty rows than this is left white.
LEAST_FOOT = 8
#: Rows left white between the text and the filler under it.
BETWEEN = 1


class Fillers:
    """The fillers of one issue that are still to be had."""

    def __init__(self, galley: Galley | None) -> None:
        """``galley``: all fillers, each one item; None when the bulletin has none.

        A filler that would fill a page was taken apart when the galley was read: it is none.
        """
        pairs = zip(galley.slugs, galley.items, strict=True) if galley else ()
        self._left = [(item.rows, slug) for slug, item in pairs if slug.box.element_tag == "aside"]

    def fill(self, feet: Sequence[int], rows: int) -> list[tuple[Slug, Place]]:
        """Fillers for pages of ``rows`` rows whose ``feet`` are empty, standing at the foot of the page."""
        found: list[tuple[Slug, Place]] = []
        for page, foot in enumerate(feet):
            end = rows
            while foot >= LEAST_FOOT:
                height, slug = self._take(foot - BETWEEN)
                if slug is None:
                    break
                found.append((slug, Place(page, "both", end - height, height)))
                end, foot = end - height - BETWEEN, foot - height - BETWEEN
        return found

    def _take(self, room: int) -> tuple[int, Slug | None]:
        """The highest filler that fits into ``room`` rows."""
        fitting = [n for n, (rows, _) in enumerate(self._left) if rows <= room]
        best = max(fitting, key=lambda n: (self._left[n][0], -n), default=None)
        return (0, None) if best is None else self._left.pop(best)
