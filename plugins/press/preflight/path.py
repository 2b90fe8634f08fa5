"""The path that a content stream draws before it paints (ISO 32000-1, 8.5.2)."""

from __future__ import annotations

from collections.abc import Iterator

#: The operators that `Path.draw` knows.
PATHS = {"m", "l", "c", "v", "y", "h"}
#: Parts of a path that are marks of their own.
MOST_PARTS = 24


class Path:
    """Points x, y, x, y, … with the control points of curves among them, and where parts begin."""

    def __init__(self) -> None:
        self.points: list[float] = []
        self._starts: list[int] = []

    def draw(self, content: bytes) -> bool:
        """Go on by a run of m, l, c, v, y, h, as written; m begins another part.

        False, and the path is empty, when there is anything else among the numbers.
        """
        *parts, last = content.translate(None, b"lcvyh").split(b"m")
        try:
            for part in parts:
                self.points += map(float, part.split())
                self._starts.append(max(len(self.points) - 2, 0))
            self.points += map(float, last.split())
            sound = len(self.points) % 2 == 0
        except ValueError:
            sound = False
        if not sound:
            self.points, self._starts = [], []
        return sound

    def rectangle(self, x: float, y: float, wide: float, high: float) -> None:
        """A rectangle is a part of its own."""
        self._starts.append(len(self.points))
        self.points += (x, y, x + wide, y, x + wide, y + high, x, y + high)

    def parts(self) -> Iterator[list[float]]:
        """The parts, so that four crop marks are not one thing as large as the page; a drawing of
        very many parts is one thing."""
        starts = self._starts
        if len(starts) > MOST_PARTS or not starts or starts[0]:
            yield self.points
            return
        for start, end in zip(starts, [*starts[1:], len(self.points)], strict=True):
            if end > start:
                yield self.points[start:end]
