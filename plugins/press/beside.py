"""Work in a second process beside this one, from the same laid-out issue: what is to be cut out of it.

A laid-out issue is some hundred thousand boxes of WeasyPrint that no pickle holds; a fork has them at once. Only
results, errors and progress come back. Where there is one core, or no safe fork (Linux has one; macOS forbids
its fonts behind it), the same work is done in this process, in its turn, with the same bytes.
"""

from __future__ import annotations

import os
import pickle
import signal
import traceback
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from multiprocessing.connection import Connection, Pipe
from typing import Any, Generic, NoReturn, Protocol, TypeVar

Progress = Callable[[str, int, int], None]
#: Waits until what was made may take the place of what was there before. Behind it nothing but renaming.
Hold = Callable[[], None]

T = TypeVar("T", covariant=True)
Work = Callable[[Hold, Progress], T]


class Beside(Protocol[T]):
    """Work that goes on beside."""

    def consent(self) -> None:
        """Let the work put its results in their places."""

    def result(self) -> T:
        """Wait for the end. Raises what the work raised; ChildProcessError when its process died."""


@contextmanager
def beside(work: Work[T], progress: Progress) -> Iterator[Beside[T]]:
    """Begin ``work``; at the end of the block it has ended.

    When the block raises before it gave its consent, or is interrupted, the work is broken off and nothing of
    it stays. When it raises later the work comes to its end, and its own error goes before the block's.
    """
    made: _Forked[T] | _Inline[T] = (_Forked if second_core() else _Inline)(work, progress)
    try:
        yield made
        made.result()
    except Exception:
        if made.consented:
            made.result()
        raise
    finally:
        made.end()


def second_core() -> bool:
    """Whether a second process has a core to run on."""
    return hasattr(os, "sched_getaffinity") and len(os.sched_getaffinity(0)) > 1


class _Inline(Generic[T]):
    """The work in this process, when consent is given."""

    def __init__(self, work: Work[T], progress: Progress) -> None:
        self._work, self._progress = work, progress
        self._made: list[T] = []
        self.consented = False

    def consent(self) -> None:
        if not self.consented:
            self._made.append(self._work(lambda: None, self._progress))
            self.consented = True

    def result(self) -> T:
        self.consent()
        return self._made[0]

    def end(self) -> None:
        """Nothing is left to end."""


@dataclass(frozen=True, slots=True)
class Done:
    """What work in another process came to."""

    made: Any


@dataclass(frozen=True, slots=True)
class Failed:
    """An error as it can be sent: its class need not be made from what it keeps as ``args``."""

    kind: type[BaseException]
    args: tuple[Any, ...]
    state: dict[str, Any]
    trace: str

    @classmethod
    def of(cls, error: BaseException) -> Failed:
        """An error as it is sent."""
        trace = "".join(traceback.format_exception(error))
        return cls(type(error), error.args, dict(error.__dict__), trace)

    def error(self) -> BaseException:
        """The error again; the place where it was raised is a note on it."""
        made = self.kind.__new__(self.kind, *self.args)
        made.args = self.args
        made.__dict__.update(self.state)
        made.add_note(self.trace)
        return made


class _Forked(Generic[T]):
    """The work in a child of this process."""

    def __init__(self, work: Work[T], progress: Progress) -> None:
        self._progress = progress
        self._pipe, theirs = Pipe()
        self._ended: Done | BaseException | None = None
        self.consented = False
        self._child = os.fork()
        if not self._child:
            _live(work, self._pipe, theirs)
        theirs.close()

    def consent(self) -> None:
        self.consented = True
        with suppress(OSError):  # a child that has failed reads no more; its error is in the pipe
            self._pipe.send(None)

    def result(self) -> T:
        if not self.consented:
            self.consent()
        while self._ended is None:
            self._read()
        if isinstance(self._ended, BaseException):
            raise self._ended
        made: T = self._ended.made
        return made

    def _read(self) -> None:
        """The next thing that the child says; an end without a word is its death."""
        try:
            said = self._pipe.recv()
        except (EOFError, ConnectionResetError):
            self._ended = ChildProcessError(f"the process beside ended with {self._wait()}")
            return
        if isinstance(said, Done):
            self._ended = said
        elif isinstance(said, Failed):
            self._ended = said.error()
        else:
            self._progress(*said)

    def end(self) -> None:
        """Break off a child that still works, and let it clear up; wait for its end."""
        if self._ended is None:
            with suppress(ProcessLookupError):
                os.kill(self._child, signal.SIGTERM)
        self._wait()
        self._pipe.close()

    def _wait(self) -> int:
        """The exit status of the child (negative: a signal), once; later 0."""
        child, self._child = self._child, 0
        return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) if child else 0


def _live(work: Work[Any], theirs: Connection, pipe: Connection) -> NoReturn:
    """All that the child does."""

    def whole() -> None:
        theirs.close()  # else the end of the parent would not be noticed
        _work(work, pipe)

    serve(whole)


def serve(whole: Callable[[], None]) -> NoReturn:
    """All that a forked child does. It leaves without any of the parent's clearing up."""
    status = 1
    try:
        # An interrupt from the keyboard reaches both; the parent tells its child with SIGTERM, once.
        signal.signal(signal.SIGINT, signal.SIG_IGN)
        signal.signal(signal.SIGTERM, _break_off)
        whole()
        status = 0
    finally:
        os._exit(status)


def _break_off(number: int, _frame: object) -> None:
    """SIGTERM: unwind, so that everything half made is taken away."""
    signal.signal(signal.SIGTERM, signal.SIG_IGN)
    raise SystemExit(128 + number)


def _work(work: Work[Any], pipe: Connection) -> None:
    """Do the work and send its end, whatever it is; an error is raised again here, and in the parent."""

    def hold() -> None:
        pipe.recv()
        # From here on files are only renamed: half of that is worse than all of it.
        signal.signal(signal.SIGTERM, signal.SIG_IGN)

    try:
        made = work(hold, lambda *step: pipe.send(step))
    except BaseException as error:
        send(pipe, Failed.of(error))
        raise
    send(pipe, Done(made))


def send(pipe: Connection, said: Done | Failed) -> None:
    """Send the end of the work; of an error that no pickle takes, its words."""
    try:
        pickle.loads(pickle.dumps(said))
    except (pickle.PickleError, TypeError, AttributeError) as unsent:
        trace = (
            said.trace if isinstance(said, Failed) else "".join(traceback.format_exception(unsent))
        )
        said = Failed(RuntimeError, ("the process beside failed",), {}, trace)
    with suppress(OSError):
        pipe.send(said)
