"""Tasks of a compositor, as they are sent to one in another process."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Protocol

from plugins.press.compositor import Allotted, Compositor, Job
from plugins.press.makeup.fillers import LEAST_FOOT
from plugins.press.standing.typestore import TypeStore

#: A shade is worth so many characters.
SHADE_COST = 5000


class Task(Protocol):
    """Something to do."""

    @property
    def name(self) -> str:
        """The piece."""

    @property
    def cost(self) -> int:
        """How long it takes, in characters of HTML."""

    @property
    def is_ahead(self) -> bool:
        """Whether it is given out at once, however busy everybody is."""

    def do(self, compositor: Compositor, store: TypeStore) -> Any:
        """Do it; what is given can be pickled."""


@dataclass(frozen=True, slots=True)
class Survey:
    """Note under ``key`` what a compositor measures of its page and of the fillers."""

    key: str
    name: str = "survey"
    cost: int = SHADE_COST
    is_ahead: bool = True

    def do(self, compositor: Compositor, store: TypeStore) -> None:
        """Measure."""
        store.write_note(self.key, compositor.measure())


@dataclass(frozen=True, slots=True)
class Setting:
    """Set a piece; gives the empty rows at the foot of its pages.

    One with room for a filler is held until it is known which; any other is cast at once.
    """

    job: Job

    @property
    def name(self) -> str:
        """The piece."""
        return self.job.name

    @property
    def cost(self) -> int:
        """Its length."""
        return len(self.job.html) + SHADE_COST * self.job.html.count("?shade=")

    @property
    def is_ahead(self) -> bool:
        """Covers and plates need no dictionary: they are set while it is read."""
        return not self.job.is_galley

    def do(self, compositor: Compositor, store: TypeStore) -> tuple[int, ...]:
        """Set it."""
        feet = compositor.set(self.job)
        if max(feet, default=0) < LEAST_FOOT:
            compositor.cast(self.job, (), self.job.key, store)
        return feet


@dataclass(frozen=True, slots=True)
class Casting:
    """Finish a piece and keep its type under ``key``."""

    job: Job
    allotted: Allotted
    key: str
    is_ahead: bool = False

    @property
    def name(self) -> str:
        """The piece."""
        return self.job.name

    @property
    def cost(self) -> int:
        """Its length."""
        return len(self.job.html)

    def do(self, compositor: Compositor, store: TypeStore) -> None:
        """Cast it."""
        compositor.cast(self.job, self.allotted, self.key, store)
