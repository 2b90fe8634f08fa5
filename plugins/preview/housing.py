"""Residents from the preview's side: started, asked, and replaced when they die, hang or grow."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from multiprocessing.connection import Connection, Pipe
from pathlib import Path
from threading import Lock
from typing import Any

from plugins.preview.resident import Crash, Obsolete, Progress, Reply, Request, Step, Worker

ROOT = Path(__file__).resolve().parents[2]
CODE = "import sys; from plugins.preview.resident import main; main(int(sys.argv[1]))"
#: A resident that says nothing for so long hangs (s): the slowest single step, fonts of a whole issue, takes four.
SILENT_S = 180.0
#: A resident that has grown beyond this is replaced after its work (bytes).
MOST_BYTES = 1_200_000_000


class Lost(Exception):
    """The reply will not come: the resident died, hung or crashed. Its words are for the editor."""

    def __init__(self, words: str, is_bug: bool = False) -> None:
        """``is_bug``: a programmer's mistake; asking again would bring the same."""
        super().__init__(words)
        self.is_bug = is_bug


@dataclass(frozen=True, slots=True)
class Living:
    """A running resident."""

    process: subprocess.Popen[bytes]
    pipe: Connection

    def end(self) -> int:
        """Kill it and all that it started; how it ended (negative: by a signal)."""
        with suppress(ProcessLookupError):
            os.killpg(self.process.pid, signal.SIGKILL)
        status = self.process.wait()
        self.pipe.close()
        return status

    def size(self) -> int:
        """Bytes of memory that it holds; 0 where the system does not tell."""
        try:
            told = Path(f"/proc/{self.process.pid}/statm").read_text(encoding="ascii")
        except OSError:
            return 0
        return int(told.split()[1]) * os.sysconf("SC_PAGE_SIZE")


class Housing:
    """One resident after another, for one kind of work. May be asked from any thread."""

    def __init__(
        self,
        worker: Callable[..., Worker],
        *arguments: Any,
        silent_s: float = SILENT_S,
        most_bytes: int = MOST_BYTES,
    ) -> None:
        """``worker``, ``arguments``: what the resident makes first; they are pickled."""
        self._first = (worker, arguments)
        self._silent_s, self._most_bytes = silent_s, most_bytes
        self._living: Living | None = None
        self._asking, self._sending = Lock(), Lock()
        self._number = 0
        self._is_stale = self._is_closed = False

    @property
    def process(self) -> int:
        """The number of the living process; 0 for none."""
        return self._living.process.pid if self._living else 0

    def ask(self, what: Any, told: Progress) -> Any:
        """The reply to a request; None when it was broken off. Raises `Lost`."""
        with self._asking:
            living = self._sent(what)
            made = self._awaited(living, told)
            if living.size() > self._most_bytes:
                self._replace()
            return made

    def break_off(self) -> None:
        """Nobody waits for the running request any more. (Without one: nothing.)"""
        with self._sending:
            living = self._living
            if living is not None:
                with suppress(OSError):
                    living.pipe.send(Obsolete(self._number))

    def renew(self) -> None:
        """The next request goes to a new resident: what the old one has in memory is out of date."""
        self._is_stale = True

    def close(self) -> None:
        """End the resident at once; every request from now on raises `Lost`."""
        self._is_closed = True
        with self._sending:
            if self._living is not None:
                with suppress(ProcessLookupError):
                    os.killpg(self._living.process.pid, signal.SIGKILL)
        with self._asking, self._sending:  # who asked has noticed
            living, self._living = self._living, None
            if living is not None:
                living.end()

    def _sent(self, what: Any) -> Living:
        """A living resident that has the request. One that died in its idle time is replaced."""
        if self._is_stale or self._living is None or self._living.process.poll() is not None:
            self._replace()
        if self._living is None:
            raise Lost("预览已经结束", is_bug=True)
        with self._sending:
            self._number += 1
            with suppress(OSError):  # its death shows when the reply is awaited
                self._living.pipe.send(Request(self._number, what))
        return self._living

    def _awaited(self, living: Living, told: Progress) -> Any:
        while True:
            try:
                said = living.pipe.recv() if living.pipe.poll(self._silent_s) else None
            except (EOFError, OSError):
                raise self._lost("做这件事的进程意外结束") from None
            if isinstance(said, Reply):
                return said.made
            if isinstance(said, Crash):
                raise self._lost(said.words, is_bug=True)
            if said is None:
                raise self._lost(f"{self._silent_s:g} 秒没有动静，已经停掉")
            if isinstance(said, Step) and said.name:
                told(said.name, said.done, said.total)

    def _lost(self, words: str, is_bug: bool = False) -> Lost:
        """The resident is gone; the next request starts another."""
        with self._sending:
            living, self._living = self._living, None
        if living is not None:
            if is_bug:
                with suppress(subprocess.TimeoutExpired):
                    living.process.wait(1)  # it still writes its traceback
            living.end()
        return Lost("预览已经结束" if self._is_closed else words, is_bug or self._is_closed)

    def _replace(self) -> None:
        with self._sending:
            living, self._living, self._is_stale = self._living, None, False
            if living is not None:
                living.end()
            if not self._is_closed:
                self._living = _started(self._first)


def _started(first: Any) -> Living:
    """A new resident, in a process group of its own: Ctrl-C on the terminal is the preview's to hear."""
    ours, theirs = Pipe()
    handle = theirs.fileno()
    process = subprocess.Popen(
        [sys.executable, "-c", CODE, str(handle)],
        cwd=ROOT,
        stdin=subprocess.DEVNULL,
        pass_fds=[handle],
        process_group=0,
    )
    theirs.close()
    with suppress(OSError):
        ours.send(first)
    return Living(process, ours)
