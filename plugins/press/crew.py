"""The crew: compositors, each in a process of its own, who set the pieces of an issue side by side.

A laid-out piece is some ten thousand boxes that no pickle holds; so each stays where it was set until it is told
which fillers it gets, and what comes back goes through the store. Where there is one core or no safe fork, or
only one thing to do, one compositor does it here.
"""

from __future__ import annotations

import os
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from itertools import chain, islice
from multiprocessing.connection import Connection, Pipe, wait
from typing import Any, NoReturn, Protocol

from plugins.keeping.parent import die_with
from plugins.press.beside import Done, Failed, send, serve
from plugins.press.compositor import Compositor
from plugins.press.standing.typestore import TypeStore
from plugins.press.tasks import Task

#: Told of every task that is done, and of what it gave.
Finished = Callable[[Task, Any], None]
#: Fewer tasks than this are not worth another process.
PAYS = 2


def cores() -> int:
    """Cores that this process may use."""
    found = getattr(os, "sched_getaffinity", None)
    return len(found(0)) if found else 1


def nothing() -> None:
    """What is done meanwhile when there is nothing to do."""


class Crew(Protocol):
    """Does tasks, in any order."""

    def do(
        self, tasks: Iterable[Task], finished: Finished, meanwhile: Callable[[], object] = nothing
    ) -> None:
        """Do all tasks. They are asked for one by one, while those before are under way.

        ``meanwhile`` is done in this process, beside the last of them. Raises what a task raises.
        """


@contextmanager
def crew(compositor: Compositor, store: TypeStore, workers: int) -> Iterator[Crew]:
    """``workers`` processes, begun when there is work for them as ``compositor`` is then; 1: this one alone."""
    alone = Alone(compositor, store)
    if workers < 2 or not hasattr(os, "sched_getaffinity"):
        yield alone
        return
    many = Many(alone, workers)
    try:
        yield many
    finally:
        many.end()


class Alone:
    """One compositor in this process."""

    def __init__(self, compositor: Compositor, store: TypeStore) -> None:
        self.compositor, self.store = compositor, store

    def do(
        self, tasks: Iterable[Task], finished: Finished, meanwhile: Callable[[], object] = nothing
    ) -> None:
        """Do tasks one after the other."""
        for task in tasks:
            finished(task, task.do(self.compositor, self.store))
        meanwhile()


class Hand:
    """A compositor in a child of this process."""

    def __init__(self, alone: Alone, others: Sequence[Hand]) -> None:
        self.pipe, theirs = Pipe()
        #: What it was given and did not finish; what only it can do, and waits.
        self.given: deque[Task] = deque()
        self.own: deque[Task] = deque()
        parent = os.getpid()
        self._child = os.fork()
        if not self._child:
            _live(alone, theirs, [*(each.pipe for each in others), self.pipe], parent)
        theirs.close()

    @property
    def load(self) -> int:
        """What it is yet to do of what it was given."""
        return sum(task.cost for task in self.given)

    def give(self, task: Task) -> None:
        """Let it do a task when it is done with those before."""
        self.pipe.send(task)
        self.given.append(task)

    def answer(self) -> tuple[Task, Any]:
        """The task that it finished, and what came of it. Raises what it raised."""
        try:
            said = self.pipe.recv()
        except (EOFError, ConnectionResetError):
            raise ChildProcessError("a compositor's process died") from None
        if isinstance(said, Failed):
            raise said.error()
        return self.given.popleft(), said.made

    def end(self) -> None:
        """Send it home; what it is at is of no use any more."""
        self.pipe.close()

    def wait(self) -> None:
        """Wait until it has gone."""
        os.waitpid(self._child, 0)


class Many:
    """Compositors in children of this process; of what waits the longest goes first."""

    def __init__(self, alone: Alone, workers: int) -> None:
        self._alone, self._workers = alone, workers
        self._hands: list[Hand] = []
        #: Who holds a piece that was set.
        self._holder: dict[str, Hand] = {}
        self._waiting: list[Task] = []

    def do(
        self, tasks: Iterable[Task], finished: Finished, meanwhile: Callable[[], object] = nothing
    ) -> None:
        """Do tasks: what follows upon another by who did that, all else by whoever is free."""
        coming = iter(tasks)
        first = list(islice(coming, PAYS))
        if not self._hands and len(first) < PAYS:
            self._alone.do(first, finished, meanwhile)
            return
        self._begin()
        for task in chain(first, coming):
            self._take(task)
            while self._attend(finished, 0):
                pass
        meanwhile()
        while any(hand.given for hand in self._hands):
            self._attend(finished, None)

    def _begin(self) -> None:
        while len(self._hands) < self._workers:
            self._hands.append(Hand(self._alone, self._hands))

    def _take(self, task: Task) -> None:
        """Give a task to somebody, or put it down until somebody is free."""
        if task.is_ahead:
            hand = self._holder[task.name] = min(self._hands, key=lambda hand: hand.load)
            hand.give(task)
            return
        holder = self._holder.get(task.name)
        (self._waiting if holder is None else holder.own).append(task)
        self._hand_out()

    def _hand_out(self) -> None:
        self._waiting.sort(key=lambda task: task.cost)
        for hand in self._hands:
            if not hand.given and hand.own:
                hand.give(hand.own.popleft())
            elif not hand.given and self._waiting:
                task = self._waiting.pop()
                self._holder[task.name] = hand
                hand.give(task)

    def _attend(self, finished: Finished, seconds: float | None) -> int:
        """Hear who has finished, and give them more; how many there were."""
        busy = {hand.pipe: hand for hand in self._hands if hand.given}
        ready: list[Any] = wait(list(busy), seconds)
        done = [busy[pipe].answer() for pipe in ready]
        self._hand_out()
        for each in done:
            finished(*each)
        return len(done)

    def end(self) -> None:
        """Send everybody home and wait for them."""
        for hand in self._hands:
            hand.end()
        for hand in self._hands:
            hand.wait()


def _live(alone: Alone, pipe: Connection, others: Sequence[Connection], parent: int) -> NoReturn:
    """All that a child does: the tasks it is given, until nobody is there any more."""

    def work() -> None:
        die_with(parent)  # nobody waits for what a killed press wanted set
        for each in others:  # else the end of the parent would not be noticed
            each.close()
        while True:
            try:
                task = pipe.recv()
            except EOFError:
                return
            try:
                made = task.do(alone.compositor, alone.store)
            except BaseException as error:
                send(pipe, Failed.of(error))
                raise
            send(pipe, Done(made))

    serve(work)
