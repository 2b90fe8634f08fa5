"""Executors that fail by the book."""

from __future__ import annotations

import queue
import threading
from collections import Counter
from collections.abc import Callable, Iterator
from concurrent.futures import Executor, Future
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from typing import Any

from plugins.remake.job import Job, Outcome
from plugins.remake.running import Hands


class Bench(Executor):
    """Does jobs one after the other in a thread. ``fate``: job → what ends it instead, or None.

    A fate that is `BrokenProcessPool` ends all that is under way, as a pool of processes does.
    """

    def __init__(self, fate: Callable[[Job], BaseException | None]) -> None:
        self._fate, self._orders = fate, queue.SimpleQueue[Any]()
        self._broken: BrokenProcessPool | None = None
        self._lock = threading.Lock()
        self._thread = threading.Thread(target=self._work)
        self._thread.start()

    def submit(  # type: ignore[override]
        self, fn: Callable[[Job], Outcome], job: Job, /
    ) -> Future[Outcome]:
        with self._lock:
            if self._broken:
                raise self._broken
            future: Future[Outcome] = Future()
            self._orders.put((future, fn, job))
        return future

    def shutdown(self, wait: bool = True, *, cancel_futures: bool = False) -> None:
        self._orders.put(None)
        self._thread.join()

    def _work(self) -> None:
        while order := self._orders.get():
            future, fn, job = order
            end = self._fate(job)
            if isinstance(end, BrokenProcessPool):
                self._break(end, future)
                return
            if end is not None:
                future.set_exception(end)
            else:
                future.set_result(fn(job))

    def _break(self, end: BrokenProcessPool, first: Future[Outcome]) -> None:
        with self._lock:
            self._broken = end
        first.set_exception(end)
        while not self._orders.empty():
            if order := self._orders.get():
                order[0].set_exception(end)


class Backwards(Executor):
    """Answers only when it was given ``at_once`` jobs, the last one first."""

    def __init__(self, at_once: int) -> None:
        self._at_once, self._held = at_once, list[tuple[Future[Outcome], Any, Job]]()

    def submit(  # type: ignore[override]
        self, fn: Callable[[Job], Outcome], job: Job, /
    ) -> Future[Outcome]:
        future: Future[Outcome] = Future()
        self._held.append((future, fn, job))
        if len(self._held) == self._at_once:
            while self._held:
                last, work, order = self._held.pop()
                last.set_result(work(order))
        return future


class Deaths:
    """A fate for `Bench`: every job is ended so often, in this way, before it is done."""

    def __init__(self, times: dict[Job, int], way: Callable[[], BaseException]) -> None:
        self._times, self._way = times, way
        self.tried: Counter[Job] = Counter()

    def __call__(self, job: Job) -> BaseException | None:
        self.tried[job] += 1
        return self._way() if self.tried[job] <= self._times.get(job, 0) else None


def bench(fate: Callable[[Job], BaseException | None], at_once: int = 2) -> Hands:
    """Hands that are a new `Bench` each time."""

    @contextmanager
    def gather() -> Iterator[Executor]:
        with Bench(fate) as made:
            yield made

    return Hands(gather, at_once)
