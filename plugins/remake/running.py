"""Many jobs through any executor, to the end: whatever dies on the way, each job is done, or told by name."""

from __future__ import annotations

import fcntl
import shutil
import traceback
from collections import Counter, deque
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import (
    FIRST_COMPLETED,
    BrokenExecutor,
    CancelledError,
    Executor,
    Future,
    wait,
)
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from plugins.remake.doing import do
from plugins.remake.job import ATTEMPTS, OWN_FOLDER, Job, Outcome, RemakeFault

Progress = Callable[[str, int, int], None]
Work = Callable[[Job], Outcome]
#: So often a job is given out when those who had it died: it may be what kills them.
TRIES = 3
#: What is under way when an executor breaks is given out again one by one, and this often.
TRIES_ALONE = 2
STEP = "重制"
LOCK = "lock"
LOST = "机群断了：scheduler 停了，或者网络不通。做好的都留着；重新启动机群，再运行一次"
#: Not the job's fault: a process that was killed, a machine that was switched off, a share that was not there.
DEATHS = (BrokenExecutor, CancelledError, OSError, EOFError, MemoryError)


@dataclass(frozen=True, slots=True)
class Hands:
    """Who does the work. ``gather``: an executor for the length of a block, a new one each time it is called.

    ``at_once``: so many jobs are given out at a time; about as many as there are hands, where the death of one
    breaks the executor (`ProcessPoolExecutor`); all where it does not (Dask's).
    """

    gather: Callable[[], AbstractContextManager[Executor]]
    at_once: int
    #: Asked of an executor that is silent for so long (s): whether it will never answer again.
    silence_s: float = 20.0
    is_lost: Callable[[Executor], bool] = lambda executor: False


@dataclass(slots=True)
class Summary:
    """How a run ended. Jobs in the order they were given."""

    outcomes: dict[Job, Outcome] = field(default_factory=dict)
    #: Jobs whose hands died every time, with what was last heard.
    lost: dict[Job, str] = field(default_factory=dict)
    #: Jobs that came upon a programmer's mistake, with its traceback.
    mistakes: dict[Job, str] = field(default_factory=dict)
    #: Jobs that nobody was given any more, because a machine was unfit.
    left: list[Job] = field(default_factory=list)
    #: How often a job was given out once more.
    repeated: int = 0

    @property
    def is_whole(self) -> bool:
        """Whether there is a sound result for every job."""
        sound = all(each.state in ("made", "unchanged") for each in self.outcomes.values())
        return sound and not (self.lost or self.mistakes or self.left)


def run(jobs: Sequence[Job], hands: Hands, progress: Progress, work: Work = do) -> Summary:
    """Do all jobs; ``progress`` is told of each that ended. ``work``: a function of a module, so that it pickles.

    Raises `RemakeFault` when another run is at work in the same folder. What the executor itself raises when it
    cannot be had goes through.
    """
    if not jobs:
        return Summary()
    with alone(jobs[0].folders.here().dist):
        return _Run(jobs, hands, progress, work).whole()


@contextmanager
def alone(dist: Path) -> Iterator[None]:
    """Keep other runs out of ``dist`` and take away what dead ones have left there half made.

    The lock is the system's: it is gone with the process, however that ends. On a share that knows no locks two
    runs only do the same work twice. Raises `RemakeFault` when another run holds it.
    """
    own = dist / OWN_FOLDER
    own.mkdir(parents=True, exist_ok=True)
    with (own / LOCK).open("w") as held:
        try:
            fcntl.flock(held, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            words = "另一处正在重制同一个文件夹，等它做完再来；它若死了，锁会自己松开"
            raise RemakeFault(words) from None
        except OSError:
            pass
        shutil.rmtree(own / ATTEMPTS, ignore_errors=True)
        yield


class _Run:
    """A run under way."""

    def __init__(self, jobs: Sequence[Job], hands: Hands, progress: Progress, work: Work) -> None:
        self._jobs, self._hands = jobs, hands
        self._progress, self._work_of = progress, work
        self._waiting = deque(dict.fromkeys(jobs))
        self._total = len(self._waiting)
        self._deaths: Counter[Job] = Counter()
        #: Under way when an executor broke: one of them may have done it.
        self._suspects: set[Job] = set()
        self._made = Summary()

    def whole(self) -> Summary:
        """Work with one executor after the other until nothing is left."""
        while self._waiting:
            with self._hands.gather() as executor:
                self._work(executor)
        order = {job: place for place, job in enumerate(self._jobs)}
        ended = sorted(self._made.outcomes.items(), key=lambda row: order[row[0]])
        self._made.outcomes = dict(ended)
        return self._made

    def _work(self, executor: Executor) -> None:
        """Give out jobs and take in outcomes until all is done, or the executor is broken."""
        running: dict[Future[Outcome], Job] = {}
        try:
            while running or self._waiting:
                self._give_out(executor, running)
                ended, _ = wait(running, self._hands.silence_s, FIRST_COMPLETED)
                if not ended and self._hands.is_lost(executor):
                    raise RemakeFault(LOST)
                for future in ended:
                    self._take_in(future, running)
        except BrokenExecutor as broken:
            for future in [each for each in running if _is_well(each)]:
                self._take_in(future, running)
            self._broken(list(running.values()), broken)

    def _give_out(self, executor: Executor, running: dict[Future[Outcome], Job]) -> None:
        while self._waiting and len(running) < (1 if self._suspects else self._hands.at_once):
            job = self._waiting.popleft()
            try:
                running[executor.submit(self._work_of, job)] = job
            except BrokenExecutor:
                self._waiting.appendleft(job)
                raise

    def _take_in(self, future: Future[Outcome], running: dict[Future[Outcome], Job]) -> None:
        """Settle one job; raises the `BrokenExecutor` that ended it, and the job is then still running."""
        error = CancelledError("cancelled") if future.cancelled() else future.exception()
        if isinstance(error, BrokenExecutor):
            raise error
        job = running.pop(future)
        if error is None:
            self._settle(job, future.result())
        elif _is_death(error):
            self._died(job, error, TRIES)
        else:
            self._made.mistakes[job] = "".join(traceback.format_exception(error))
            self._ended(job)

    def _settle(self, job: Job, outcome: Outcome) -> None:
        self._made.outcomes[job] = outcome
        if outcome.state == "unfit":
            # It answers at once and would be given all the rest.
            self._made.left += self._waiting
            self._waiting.clear()
        self._ended(job)

    def _broken(self, under_way: list[Job], broken: BrokenExecutor) -> None:
        """One of those under way has taken the executor with it; who was alone is known, others are tried alone."""
        if len(under_way) == 1:
            self._died(under_way[0], broken, TRIES_ALONE)
            return
        self._suspects.update(under_way)
        self._made.repeated += len(under_way)
        self._waiting.extendleft(reversed(under_way))

    def _died(self, job: Job, error: BaseException, tries: int) -> None:
        self._deaths[job] += 1
        if self._deaths[job] < tries:
            self._made.repeated += 1
            (self._waiting.appendleft if job in self._suspects else self._waiting.append)(job)
        else:
            self._made.lost[job] = f"{type(error).__name__}: {error}"
            self._ended(job)

    def _ended(self, job: Job) -> None:
        self._suspects.discard(job)
        left = len(self._waiting) + len(self._made.left)
        done = len(self._made.outcomes) + len(self._made.lost) + len(self._made.mistakes)
        self._progress(STEP, min(done, self._total - left), self._total)


def _is_well(future: Future[Outcome]) -> bool:
    return future.done() and not future.cancelled() and future.exception() is None


def _is_death(error: BaseException) -> bool:
    """Whether hands died. Dask's own errors are known by where they come from: it need not be installed."""
    return isinstance(error, DEATHS) or type(error).__module__.startswith("distributed")
