"""A resident: a process that lives beside the preview, keeps what it has read in memory, and does one kind of work.

The first thing it is sent is its worker and what that is made from; then requests, one at a time. It ends with the
preview, whatever happens to that: when the pipe closes, it and all processes that it started are killed.
"""

from __future__ import annotations

import os
import signal
import traceback
from collections.abc import Callable
from dataclasses import dataclass
from multiprocessing.connection import Connection
from queue import SimpleQueue
from threading import Thread
from typing import Any

Progress = Callable[[str, int, int], None]
#: (request, progress) → reply. A worker is a class whose instances are called; both sides are pickled.
Worker = Callable[[Any, Progress], Any]


@dataclass(frozen=True, slots=True)
class Request:
    """Something to do."""

    number: int
    what: Any


@dataclass(frozen=True, slots=True)
class Obsolete:
    """Nobody waits any more for the reply to this request, nor to any before it."""

    number: int


@dataclass(frozen=True, slots=True)
class Step:
    """How far the work has come."""

    name: str
    done: int
    total: int


@dataclass(frozen=True, slots=True)
class Reply:
    """The end of a request; None for one that was broken off."""

    made: Any


@dataclass(frozen=True, slots=True)
class Crash:
    """A programmer's mistake: the resident ends with its traceback on the terminal."""

    words: str


class BrokenOff(Exception):
    """Raised through a worker from its own report of progress: a newer request has overtaken it."""


def main(handle: int) -> None:
    """Live at the other end of the pipe with this file handle."""
    Resident(Connection(handle)).live()


class Resident:
    """The resident's side of the pipe."""

    def __init__(self, pipe: Connection) -> None:
        self._pipe = pipe
        self._requests: SimpleQueue[Any] = SimpleQueue()
        self._obsolete = 0

    def live(self) -> None:
        """Work until the pipe closes. Raises what the worker raises, once the preview was told."""
        Thread(target=self._listen, daemon=True).start()
        try:
            made, arguments = self._requests.get()
            worker: Worker = made(*arguments)
            while True:
                self._answer(worker, self._requests.get())
        except Exception as error:
            self._pipe.send(Crash(traceback.format_exception_only(error)[-1].strip()))
            raise

    def _answer(self, worker: Worker, request: Request) -> None:
        def progress(name: str, done: int, total: int) -> None:
            if self._obsolete >= request.number:
                raise BrokenOff
            self._pipe.send(Step(name, done, total))

        try:
            progress("", 0, 1)
            made = worker(request.what, progress)
        except BrokenOff:
            made = None
        self._pipe.send(Reply(made))

    def _listen(self) -> None:
        """What the preview says; its end is ours."""
        while True:
            try:
                said = self._pipe.recv()
            except (EOFError, OSError):
                os.killpg(0, signal.SIGKILL)
            if isinstance(said, Obsolete):
                self._obsolete = said.number
            else:
                self._requests.put(said)
