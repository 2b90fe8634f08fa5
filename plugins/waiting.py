"""等候: a bar on the terminal for whatever takes longer than two seconds.

In: what is being done, as (name, done, total), from any room. Out: nothing for quick work; for slow work one line
that tells what is going on and how far it is, and is gone at the end. Knows no other room.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager

from rich.console import Console, RenderableType
from rich.progress import (
    BarColumn,
    Progress,
    ProgressColumn,
    Task,
    TaskID,
    TextColumn,
    TimeElapsedColumn,
)
from rich.text import Text

#: Nobody needs to be told of a wait this short (s).
PATIENCE_S = 2.0
#: Drawn so often a second: enough for the eye, nothing for the machine.
FRAMES = 5

Step = Callable[[str, int, int], None]


class Waiting(Progress):
    """One line on the terminal: the stage that was told last. Its clock counts seconds from anywhere.

    A stage with a ``total`` of one or less has no known length: its bar runs to and fro.
    """

    def __init__(
        self,
        console: Console,
        clock: Callable[[], float],
        *,
        is_quiet: bool = False,
        is_drawn_by_itself: bool = True,
    ) -> None:
        """``is_drawn_by_itself``: a thread draws it; else whoever calls ``refresh``."""
        self._stages: dict[str, TaskID] = {}
        self._began = self._drawn = clock()
        super().__init__(
            TextColumn("  {task.description}", markup=False),
            BarColumn(bar_width=30),
            _Count(),
            TimeElapsedColumn(),
            console=console,
            transient=True,
            disable=is_quiet,
            get_time=clock,
            refresh_per_second=FRAMES,
            auto_refresh=is_drawn_by_itself,
        )

    def step(self, name: str, done: int, total: int) -> None:
        """Stage ``name`` has come to ``done`` of ``total``; a new name begins a new stage."""
        known = total if total > 1 else None
        if name not in self._stages:
            self._stages[name] = self.add_task(name, total=known)
        for stage, task in self._stages.items():
            self.update(task, visible=stage == name)
        self.update(self._stages[name], completed=done, total=known)

    def drawn_step(self, name: str, done: int, total: int) -> None:
        """`step`, and draw it, as often as an eye can follow."""
        self.step(name, done, total)
        now = self.get_time()
        if now - self._drawn >= 1 / FRAMES:
            self._drawn = now
            self.refresh()

    def get_renderables(self) -> Iterable[RenderableType]:
        """Nothing until patience is at its end. Called by rich for every frame."""
        if self._stages and self.get_time() - self._began >= PATIENCE_S:
            yield from super().get_renderables()


class _Count(ProgressColumn):
    """12/45; nothing for a stage of unknown length."""

    def render(self, task: Task) -> Text:
        """Called by rich."""
        known = task.total is not None
        return Text(f"{task.completed:.0f}/{task.total:.0f}" if known else "")


@contextmanager
def waiting(
    console: Console,
    clock: Callable[[], float],
    *,
    is_quiet: bool = False,
    is_drawn_by_itself: bool = True,
) -> Iterator[Step]:
    """A bar for the length of a block, fed by what this gives. ``is_quiet``: in CI, or when no one is looking.

    ``is_drawn_by_itself``: a thread draws it, also while nothing is told. Else each step that is told draws it: for
    work that goes on in copies of this process, which must have one thread.
    """
    with Waiting(console, clock, is_quiet=is_quiet, is_drawn_by_itself=is_drawn_by_itself) as bar:
        yield bar.step if is_drawn_by_itself else bar.drawn_step
