"""The office: its folders, its terminal, its manners."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any, NoReturn

if TYPE_CHECKING:  # `inv --list` loads nothing at all
    from rich.console import Console

Step = Callable[[str, int, int], None]


@dataclass(frozen=True)
class Office:
    """One checkout. ``cores``: how many processes may work at once; ``clock``: seconds; ``is_quiet``: in CI."""

    root: Path
    cores: int
    clock: Callable[[], float]
    is_quiet: bool = False

    @property
    def content(self) -> Path:
        """The manuscripts."""
        return self.root / "content"

    @property
    def theme(self) -> Path:
        """Templates and styles."""
        return self.root / "theme"

    @property
    def output(self) -> Path:
        """The public site."""
        return self.root / "output"

    @property
    def dist(self) -> Path:
        """What leaves the house: a folder for each issue."""
        return self.root / "dist"

    @property
    def cache(self) -> Path:
        """What is kept between runs; may be thrown away at any time."""
        return self.root / ".cache"

    @property
    def settings(self) -> dict[str, Any]:
        """What the reading room is told."""
        return {"PATH": str(self.content), "CACHE_PATH": str(self.cache)}

    @cached_property
    def console(self) -> Console:
        """The terminal."""
        from rich.console import Console

        return Console(highlight=False, soft_wrap=True)

    def say(self, *lines: str) -> None:
        """Lines on the terminal, as they are."""
        for line in lines:
            self.console.print(line, markup=False)

    def say_all(self, lines: Iterable[str]) -> None:
        """The same for lines that come one by one."""
        self.say(*lines)

    def stop(self, *lines: str) -> NoReturn:
        """Say why, and end the command with exit status 1."""
        self.say(*lines)
        sys.exit(1)

    def shown(self, path: Path) -> str:
        """A path as it is told: from the root of the checkout."""
        return str(path.relative_to(self.root)) if path.is_relative_to(self.root) else str(path)

    @contextmanager
    def bar(self, by_itself: bool = True) -> Iterator[Step]:
        """A bar for what takes longer than two seconds; nothing in CI or into a file.

        ``by_itself``: a thread draws it, also while nothing is told; else each step that is told draws it.
        """
        from plugins.waiting import waiting

        quiet = self.is_quiet or not self.console.is_terminal
        with waiting(
            self.console, self.clock, is_quiet=quiet, is_drawn_by_itself=by_itself
        ) as step:
            yield step

    @contextmanager
    def busy(self, name: str) -> Iterator[None]:
        """A bar for work that cannot tell how far it is."""
        with self.bar() as step:
            step(name, 0, 1)
            yield

    @contextmanager
    def manners(self) -> Iterator[None]:
        """What people wrote wrong is told in Chinese, without a traceback; exit status 1."""
        from plugins.article.finding import ManuscriptError
        from plugins.issue import report
        from plugins.press.pressfault import PressFault

        try:
            yield
        except ManuscriptError as error:
            self.say(*report.lines(error.findings))
            self.stop("有错误，没有继续；上一次的成果没有改动。")
        except _told() as failed:
            self.stop(str(failed))
        except PressFault as failed:
            from plugins.press import telling

            self.stop(*telling.of_held_back(failed))


def _told() -> tuple[type[Exception], ...]:
    """Faults that tell themselves, in Chinese. (Asked only once something was raised.)"""
    from plugins.intake.intakefault import IntakeFault
    from plugins.press.faces import MissingFaces
    from plugins.press.proof.gap import IncompleteError
    from plugins.remake.job import RemakeFault
    from plugins.web.server.deploy import DeployError

    return MissingFaces, IncompleteError, DeployError, RemakeFault, IntakeFault
