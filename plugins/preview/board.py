"""The board: the present state of the preview, and which pages changed when. Read by many, from any thread."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from threading import Condition
from typing import Literal

from plugins.article.finding import Finding
from plugins.preview.presswork import Printed

#: working: being made; fine: made; faulty: not made, for what people wrote; crashed: not made, for a bug.
State = Literal["working", "fine", "faulty", "crashed"]
#: So many changes of pages are remembered; who was away for longer looks at everything anew.
REMEMBERED = 500


@dataclass(frozen=True, slots=True)
class PressState:
    """How the printed pages of an issue stand. ``printed``: the last good ones."""

    state: State = "working"
    #: What is being done, or what is wrong.
    words: str = ""
    at: str = ""
    findings: tuple[Finding, ...] = ()
    printed: Printed | None = None


@dataclass(frozen=True, slots=True)
class Snapshot:
    """The state at one moment; every change has a greater ``serial``."""

    serial: int = 0
    state: State = "working"
    #: When the last good site was made (14:03:07); "" for never in this run.
    at: str = ""
    findings: tuple[Finding, ...] = ()
    fault: str = ""
    press: dict[str, PressState] = field(default_factory=dict)
    moved: dict[str, str] = field(default_factory=dict)


class Board:
    """Holds the newest `Snapshot`; wakes who waits for a newer one."""

    def __init__(self, run: str) -> None:
        """``run`` names this run of the preview: what pages saw in another one says nothing."""
        self.run = run
        self._now = Snapshot()
        self._changed = Condition()
        self._pages: deque[tuple[int, frozenset[str] | None]] = deque(maxlen=REMEMBERED)
        self._watching: list[str] = []

    @property
    def now(self) -> Snapshot:
        """The newest state."""
        return self._now

    @property
    def mark(self) -> str:
        """What a page that is served now has seen."""
        return f"{self.run}.{self._now.serial}"

    def site(self, state: State, **news: object) -> None:
        """Post the state of the site and whatever else is new in it."""
        with self._changed:
            self._post(replace(self._now, state=state, **news))  # type: ignore[arg-type]

    def site_made(
        self, changed: frozenset[str] | None, moved: Mapping[str, str], **news: object
    ) -> None:
        """Post that the site was made; ``changed``: its files that are new, other, or gone (None: all)."""
        with self._changed:
            told = _followed(self._now.moved, moved)
            self._pages.append((self._now.serial + 1, changed))
            self._post(replace(self._now, moved=told, **news))  # type: ignore[arg-type]

    def press(self, key: str, **news: object) -> None:
        """Post what is new about the printed pages of an issue."""
        with self._changed:
            state = replace(self._now.press.get(key, PressState()), **news)  # type: ignore[arg-type]
            self._post(replace(self._now, press={**self._now.press, key: state}))

    def after(self, serial: int, most_s: float) -> Snapshot | None:
        """The newest state, once it is newer than ``serial``; None when nothing happened for so long."""
        with self._changed:
            came = self._changed.wait_for(lambda: self._now.serial > serial, most_s)
            return self._now if came else None

    def has_changed(self, file: str, mark: str) -> bool:
        """Whether a file of the site is another one than when somebody saw ``mark``."""
        run, _, seen = mark.rpartition(".")
        if run != self.run or not seen.isdigit():
            return True
        with self._changed:
            if len(self._pages) == REMEMBERED and self._pages[0][0] > int(seen) + 1:
                return True
            news = [files for serial, files in self._pages if serial > int(seen)]
        return any(files is None or file in files for files in news)

    @contextmanager
    def watched(self, issue: str) -> Iterator[None]:
        """Inside the block somebody looks at the printed pages of this issue ("": at none)."""
        with self._changed:
            self._watching.append(issue)
        try:
            yield
        finally:
            with self._changed:
                self._watching.remove(issue)

    @property
    def looked_at(self) -> frozenset[str]:
        """The issues at whose printed pages somebody looks."""
        with self._changed:
            return frozenset(filter(None, self._watching))

    def _post(self, new: Snapshot) -> None:
        self._now = replace(new, serial=self._now.serial + 1)
        self._changed.notify_all()


def _followed(before: Mapping[str, str], now: Mapping[str, str]) -> dict[str, str]:
    """All moves so far: one after another is one, and what came back has not moved."""
    all_moves = {old: now.get(new, new) for old, new in before.items()} | dict(now)
    return {old: new for old, new in all_moves.items() if old != new and old not in now.values()}
