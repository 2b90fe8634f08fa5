"""How far the layout of an issue is."""

from __future__ import annotations

from typing import Any

from plugins.press.bound import Progress
from plugins.press.tasks import Task


class Counter:
    """Tells how many steps of the layout are done: two for each piece, and what is expected besides."""

    def __init__(self, progress: Progress, pieces: int) -> None:
        self._progress, self._done, self._all = progress, 0, 2 * pieces

    def expect(self, more: int) -> None:
        """There is more to do."""
        self._all += more

    def skip(self, steps: int) -> None:
        """So much was done before."""
        self._done += steps
        self._progress("排版", self._done, self._all)

    def step(self, _task: Task, _made: Any) -> None:
        """One more is done."""
        self.skip(1)
