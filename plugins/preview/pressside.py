"""The paper side of the preview: which issues' pages must be set again, when, and what came of it."""

from __future__ import annotations

from collections.abc import Sequence
from threading import Lock
from typing import Any

from plugins.article.finding import errors
from plugins.preview import telling
from plugins.preview.board import Board
from plugins.preview.housing import Lost
from plugins.preview.presswork import Printed, SetPages
from plugins.preview.siteside import Clock, Resident, Say, asked_twice
from plugins.preview.sitework import Hand
from plugins.preview.watching import Burst


class PressSide:
    """Sets the pages of issues at which somebody looks, when they are out of date."""

    def __init__(self, board: Board, site: Resident, press: Resident, now: Clock, say: Say) -> None:
        """``site`` hands over issues as they were last built, ``press`` sets them."""
        self._board, self._site, self._press = board, site, press
        self._now, self._say = now, say
        self._lock = Lock()
        #: Issues that are set as they now are; those that changed since the site was last made (None: all).
        self._current: set[str] = set()
        self._owed: set[str] | None = None
        self._is_ready = False
        self._running = ""

    def owe(self, taken: Sequence[Burst]) -> None:
        """Note which issues changed."""
        with self._lock:
            for each in taken:
                if each.issues is None or self._owed is None:
                    self._owed = None
                else:
                    self._owed |= each.issues

    def settle(self) -> None:
        """The site was made: what changed is to be set again. A run that this overtakes is broken off."""
        with self._lock:
            self._is_ready = True
            self._current -= self._current if self._owed is None else self._owed
            self._owed = set()
            is_obsolete = bool(self._running) and self._running not in self._current
        if is_obsolete:
            self._press.break_off()

    def due(self) -> str:
        """An issue to be set now; "" for none."""
        with self._lock:
            wanted = self._board.looked_at - self._current if self._is_ready else frozenset()
        return max(wanted, default="")

    def set(self, key: str) -> None:
        """Set an issue and post what came of it."""
        with self._lock:
            self._current.add(key)
            self._running = key
        self._board.press(key, state="working", words="")
        began = self._now()
        try:
            made = self._made(key)
        except Lost as lost:
            self._board.press(key, state="crashed", words=str(lost))
            self._say(f"{self._now():%H:%M:%S}  {key} 的版面没有排成：{lost}")
            return
        finally:
            with self._lock:
                self._running = ""
        if made is not None:
            seconds = (self._now() - began).total_seconds()
            self._say(telling.line(f"{self._now():%H:%M:%S}", (), self._post(key, made), seconds))

    def _made(self, key: str) -> Printed | None:
        """What the press made; None when a newer save has overtaken it."""
        issue = asked_twice(self._site, Hand(key), _quiet)
        if issue is None:
            return Printed(None, fault="这一期还没有能排的稿件")
        made: Printed | None = asked_twice(
            self._press,
            SetPages(key, issue),
            lambda name, done, total: self._board.press(
                key, words=f"{name} {done}/{total}" if total > 1 else name
            ),
        )
        return made

    def _post(self, key: str, made: Printed) -> str:
        """Post it; its words for the terminal."""
        news: dict[str, Any] = {"findings": made.findings, "words": made.fault}
        if made.file is None:
            wrong = len(errors(made.findings))
            words = made.fault or f"有 {wrong} 处错误"
            self._board.press(key, **{**news, "state": "faulty", "words": words})
            return f"{key} 的版面没有排成，{words}"
        at = f"{self._now():%H:%M:%S}"
        self._board.press(key, **news, state="fine", at=at, printed=made)
        return f"{key} 的版面已更新，{len(made.leaves)} 页"


def _quiet(name: str, done: int, total: int) -> None:
    """Handing over is no progress to tell."""
