"""The crew: compositors, each in a process of its own, who set the pieces of an issue side by side.

A laid-out piece is some ten thousand boxes that no pickle holds; so each stays where it was set until it is told
which fillers it gets, and what comes back goes through the store. Where there is one core or no safe fork, one
compositor sets everything here.
"""

from __future__ import annotations

import os
from collections import deque
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from multiprocessing.connection import Connection, Pipe, wait
from typing import Any, NoReturn, Protocol

from plugins.press.beside import Done, Failed, send, serve
from plugins.press.compositor import Allotted, Compositor, Job
from plugins.press.standing.typestore import TypeStore

Finished = Callable[[], None]
Feet = dict[str, tuple[int, ...]]
#: A piece with its fillers and the key of its type.
Order = tuple[Job, Allotted, str]
#: A shade is worth so many characters.
SHADE_COST = 5000


def cores() -> int:
    """Cores that this process may use."""
    found = getattr(os, "sched_getaffinity", None)
    return len(found(0)) if found else 1


class Crew(Protocol):
    """Sets pieces, then finishes them."""

    def set(self, jobs: Sequence[Job], finished: Finished) -> Feet:
        """Set pieces; the empty feet of their pages by name. ``finished`` is called after each."""

    def cast(self, orders: Sequence[Order], finished: Finished) -> None:
        """Finish and keep pieces."""


@contextmanager
def crew(compositor: Compositor, store: TypeStore, workers: int) -> Iterator[Crew]:
    """``workers`` processes that go on from here as ``compositor`` is; 1: this one alone."""
    if workers < 2 or not hasattr(os, "sched_getaffinity"):
        yield Alone(compositor, store)
        return
    many = Many(compositor, store, workers)
    try:
        yield many
    finally:
        many.end()


class Alone:
    """One compositor in this process."""

    def __init__(self, compositor: Compositor, store: TypeStore) -> None:
        self._compositor, self._store = compositor, store

    def set(self, jobs: Sequence[Job], finished: Finished) -> Feet:
        """Set pieces one after the other."""
        made = {}
        for job in jobs:
            made[job.name] = self._compositor.set(job)
            finished()
        return made

    def cast(self, orders: Sequence[Order], finished: Finished) -> None:
        """Finish and keep pieces one after the other."""
        for job, allotted, key in orders:
            self._compositor.cast(job, allotted, key, self._store)
            finished()


class Many:
    """Compositors in children of this process; the longest pieces are begun first."""

    def __init__(self, compositor: Compositor, store: TypeStore, workers: int) -> None:
        self._pipes: list[Connection] = []
        self._children: list[int] = []
        self._holder: dict[str, Connection] = {}
        for _ in range(workers):
            ours, theirs = Pipe()
            child = os.fork()
            if not child:
                _live(compositor, store, theirs, [*self._pipes, ours])
            theirs.close()
            self._pipes.append(ours)
            self._children.append(child)

    def set(self, jobs: Sequence[Job], finished: Finished) -> Feet:
        """Set pieces, each by whoever is free."""
        waiting = deque(sorted(jobs, key=_cost, reverse=True))
        made: Feet = {}

        def following(pipe: Connection) -> Job | None:
            if not waiting:
                return None
            self._holder[waiting[0].name] = pipe
            return waiting.popleft()

        for job, feet in self._through(following):
            made[job.name] = feet
            finished()
        return made

    def cast(self, orders: Sequence[Order], finished: Finished) -> None:
        """Finish and keep pieces, each by whoever holds it; those that nobody holds by whoever is free."""
        own: Mapping[Connection, deque[Order]] = {pipe: deque() for pipe in self._pipes}
        free: deque[Order] = deque()
        for order in orders:
            holder = self._holder.get(order[0].name)
            (free if holder is None else own[holder]).append(order)

        def following(pipe: Connection) -> Order | None:
            queue = own[pipe] or free
            return queue.popleft() if queue else None

        for _ in self._through(following):
            finished()

    def _through(self, following: Callable[[Connection], Any]) -> Iterator[tuple[Any, Any]]:
        """Give work as long as there is any; each with what came of it. Raises what a child raised."""
        busy: dict[Connection, Any] = {}
        for pipe in self._pipes:
            _give(pipe, following, busy)
        while busy:
            ready: list[Any] = wait(list(busy))
            for pipe in ready:
                work = busy.pop(pipe)
                result = self._answer(pipe)
                _give(pipe, following, busy)
                yield work, result

    def _answer(self, pipe: Connection) -> Any:
        try:
            said = pipe.recv()
        except (EOFError, ConnectionResetError):
            raise ChildProcessError("a compositor's process died") from None
        if isinstance(said, Failed):
            raise said.error()
        return said.made

    def end(self) -> None:
        """Send everybody home and wait for them; what they are at is of no use any more."""
        for pipe in self._pipes:
            pipe.close()
        for child in self._children:
            os.waitpid(child, 0)


def _give(pipe: Connection, following: Callable[[Connection], Any], busy: dict[Any, Any]) -> None:
    work = following(pipe)
    if work is not None:
        pipe.send(work)
        busy[pipe] = work


def _cost(job: Job) -> int:
    return len(job.html) + SHADE_COST * job.html.count("?shade=")


def _live(
    compositor: Compositor, store: TypeStore, pipe: Connection, others: Sequence[Connection]
) -> NoReturn:
    """All that a child does: set what it is given, until nobody is there any more."""

    def work() -> None:
        for each in others:  # else the end of the parent would not be noticed
            each.close()
        while True:
            try:
                given = pipe.recv()
            except EOFError:
                return
            try:
                made = _done(compositor, store, given)
            except BaseException as error:
                send(pipe, Failed.of(error))
                raise
            send(pipe, Done(made))

    serve(work)


def _done(compositor: Compositor, store: TypeStore, given: Job | Order) -> Any:
    if isinstance(given, Job):
        return compositor.set(given)
    job, allotted, key = given
    compositor.cast(job, allotted, key, store)
    return None
