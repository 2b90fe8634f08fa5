"""Fillers (补白): short texts that are set into the empty foot of a page. Each stands once in an issue."""

from __future__ import annotations

from collections.abc import Sequence

from plugins.press.makeup.makeup import Place

#: A foot with fewer empty rows than this is left white.
LEAST_FOOT = 8
#: Rows left white between the text and the filler under it.
BETWEEN = 1


class Fillers:
    """The fillers of one issue that are still to be had, by their numbers. Pure."""

    def __init__(self, heights: Sequence[int]) -> None:
        """``heights``: rows of each filler; 0 for one that is too high to be any."""
        self._left = {n: rows for n, rows in enumerate(heights) if rows}

    def fill(self, feet: Sequence[int], rows: int) -> list[tuple[int, Place]]:
        """Fillers for pages of ``rows`` rows whose ``feet`` are empty, standing at the foot of the page."""
        found: list[tuple[int, Place]] = []
        for page, foot in enumerate(feet):
            end = rows
            while foot >= LEAST_FOOT:
                number = self._best(foot - BETWEEN)
                if number is None:
                    break
                height = self._left.pop(number)
                found.append((number, Place(page, "both", end - height, height)))
                end, foot = end - height - BETWEEN, foot - height - BETWEEN
        return found

    def _best(self, room: int) -> int | None:
        """The highest filler that fits into ``room`` rows; of equal ones the first."""
        fitting = [n for n, rows in self._left.items() if rows <= room]
        return max(fitting, key=lambda n: (self._left[n], -n), default=None)
