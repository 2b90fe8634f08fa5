"""Workers and residents that do as they are told."""

from __future__ import annotations

import os
import signal
from collections.abc import Callable
from threading import Event
from typing import Any

from plugins.preview.resident import Progress


class Echo:
    """A worker that answers, crashes, dies, hangs or grows as the request says."""

    def __init__(self, greeting: str) -> None:
        self._greeting, self._asked = greeting, 0
        self._held = b""

    def __call__(self, what: str, progress: Progress) -> Any:
        self._asked += 1
        if what == "crash":
            raise ZeroDivisionError("故意的")
        if what == "die":
            os.kill(os.getpid(), signal.SIGKILL)
        if what == "hang":
            Event().wait()
        if what == "grow":
            self._held = bytes(range(256)) * 800_000
        if what == "long":
            for step in range(1_000_000):
                progress("排版", step, 1_000_000)
        return f"{self._greeting}{self._asked}"


class Resident:
    """A resident without a process."""

    def __init__(self, *replies: Any) -> None:
        self.replies = list(replies)
        self.asked: list[Any] = []
        self.is_broken_off = False
        self.meanwhile: Callable[[], None] = lambda: None

    def ask(self, what: Any, told: Progress) -> Any:
        self.asked.append(what)
        told("排版", 1, 3)
        self.meanwhile()
        reply = self.replies.pop(0)
        if isinstance(reply, Exception):
            raise reply
        return reply

    def break_off(self) -> None:
        self.is_broken_off = True

    def renew(self) -> None:
        """Nothing is out of date."""

    def close(self) -> None:
        """Nothing runs."""
