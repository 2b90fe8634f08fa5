"""Every job ends, whatever its hands do: done, or told by name."""

from __future__ import annotations

from collections.abc import Iterator
from concurrent.futures import CancelledError, Executor, Future
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plugins.remake import hands, running
from plugins.remake.job import ATTEMPTS, OWN_FOLDER, Job, Outcome, RemakeFault
from plugins.remake.running import Hands, Summary, alone, run
from tests.remake.benches import Backwards, Deaths, bench
from tests.remake.labour import KEYS, dies_for_ever, dies_once, errs, job, well_done


@pytest.fixture
def jobs(tmp_path: Path) -> list[Job]:
    return [job(key, folder=str(tmp_path)) for key in KEYS]


class Told:
    """What a progress bar was told."""

    def __init__(self) -> None:
        self.steps: list[tuple[int, int]] = []

    def __call__(self, name: str, done: int, total: int) -> None:
        self.steps.append((done, total))


def go(jobs: list[Job], hired: Hands, work: running.Work = well_done) -> tuple[Summary, Told]:
    told = Told()
    return run(jobs, hired, told, work), told


def kept(job: Job) -> BaseException | None:
    return None


class Shutting(Executor):
    """Must not be asked."""

    def submit(self, fn: Any, /, *args: Any, **kwargs: Any) -> Any:
        raise AssertionError("was asked")


def test_all_is_done_in_the_order_of_the_jobs(jobs: list[Job]) -> None:
    made, told = go(jobs, bench(kept))
    assert list(made.outcomes) == jobs
    assert made.is_whole
    assert told.steps == [(done, 4) for done in (1, 2, 3, 4)]


def test_whoever_is_ready_first_may_come_first(jobs: list[Job]) -> None:
    @contextmanager
    def gather() -> Iterator[Executor]:
        yield Backwards(4)

    made, _ = go(jobs, Hands(gather, 4))
    assert list(made.outcomes) == jobs


def test_no_more_are_given_out_than_were_asked_for(jobs: list[Job]) -> None:
    """`Backwards` of two would wait for ever if it were given one, and notice the third."""

    @contextmanager
    def gather() -> Iterator[Executor]:
        yield Backwards(2)

    made, _ = go(jobs, Hands(gather, 2))
    assert made.is_whole


def test_nothing_to_do_needs_no_hands() -> None:
    @contextmanager
    def gather() -> Iterator[Executor]:
        yield Shutting()

    assert run([], Hands(gather, 1), Told()) == Summary()


def test_a_job_given_twice_is_done_once(jobs: list[Job]) -> None:
    fate = Deaths({}, lambda: OSError())
    made, told = go([*jobs, *jobs], bench(fate))
    assert list(made.outcomes) == jobs
    assert set(fate.tried.values()) == {1}
    assert told.steps[-1] == (4, 4)


@pytest.mark.parametrize(
    "way", [lambda: OSError("stale"), EOFError, CancelledError, MemoryError, ConnectionResetError]
)
def test_who_died_is_replaced(jobs: list[Job], way: Any) -> None:
    fate = Deaths({jobs[1]: 2}, way)
    made, _ = go(jobs, bench(fate))
    assert made.is_whole
    assert made.repeated == 2
    assert fate.tried[jobs[1]] == 3


def test_a_job_that_kills_everyone_is_told_and_the_others_are_done(jobs: list[Job]) -> None:
    made, told = go(jobs, bench(Deaths({jobs[1]: 99}, lambda: OSError("no memory"))))
    assert list(made.lost) == [jobs[1]]
    assert "no memory" in made.lost[jobs[1]]
    assert list(made.outcomes) == [jobs[0], *jobs[2:]]
    assert not made.is_whole
    assert told.steps[-1] == (4, 4)


def test_errors_of_dask_are_deaths(jobs: list[Job]) -> None:
    killed = type("KilledWorker", (Exception,), {"__module__": "distributed.scheduler"})
    made, _ = go(jobs, bench(Deaths({jobs[0]: 1}, killed)))
    assert made.is_whole


def test_a_mistake_is_told_once_and_not_tried_again(jobs: list[Job]) -> None:
    fate = Deaths({jobs[2]: 99}, lambda: ZeroDivisionError("a mistake"))
    made, _ = go(jobs, bench(fate))
    assert list(made.mistakes) == [jobs[2]]
    assert "ZeroDivisionError: a mistake" in made.mistakes[jobs[2]]
    assert fate.tried[jobs[2]] == 1
    assert len(made.outcomes) == 3


def test_a_broken_pool_costs_only_who_broke_it(jobs: list[Job]) -> None:
    fate = Deaths({jobs[1]: 99}, lambda: BrokenProcessPool("a process died"))
    made, _ = go(jobs, bench(fate, at_once=4))
    assert list(made.lost) == [jobs[1]]
    assert len(made.outcomes) == 3


def test_a_pool_that_breaks_once_costs_nothing(jobs: list[Job]) -> None:
    made, _ = go(jobs, bench(Deaths({jobs[0]: 1}, lambda: BrokenProcessPool()), at_once=3))
    assert made.is_whole
    assert made.repeated >= 1


def test_faults_of_one_issue_do_not_stop_the_others(jobs: list[Job]) -> None:
    def faulty(job: Job) -> Outcome:
        return Outcome(job=job, state="faulty" if job is jobs[0] else "made")

    made, _ = go(jobs, bench(kept), faulty)
    assert [each.state for each in made.outcomes.values()] == ["faulty", "made", "made", "made"]
    assert not made.is_whole


def test_an_unfit_machine_ends_the_run(jobs: list[Job]) -> None:
    """It would answer at once, each time, and be given everything."""

    def unfit(job: Job) -> Outcome:
        return Outcome(job=job, state="unfit")

    made, _ = go(jobs, bench(kept, at_once=1), unfit)
    assert list(made.outcomes) == jobs[:1]
    assert made.left == jobs[1:]
    assert not made.is_whole


WAYS = (BrokenProcessPool, OSError, CancelledError, ZeroDivisionError)


@given(
    fates=st.lists(st.tuples(st.integers(0, 5), st.sampled_from(WAYS)), min_size=1, max_size=8),
    at_once=st.integers(1, 5),
)
def test_whatever_happens_every_job_ends_once(
    tmp_path_factory: pytest.TempPathFactory, fates: list[tuple[int, Any]], at_once: int
) -> None:
    folder = str(tmp_path_factory.getbasetemp() / "many")
    orders = [job(f"2020-{place + 1:02}", folder=folder) for place in range(len(fates))]
    ways = {order: way for order, (_, way) in zip(orders, fates, strict=True)}
    times = Deaths(
        {order: count for order, (count, _) in zip(orders, fates, strict=True)}, RuntimeError
    )

    def fate(order: Job) -> BaseException | None:
        return ways[order]("fate") if times(order) else None

    made, told = go(orders, bench(fate, at_once))
    ended = [*made.outcomes, *made.lost, *made.mistakes]
    assert sorted(ended, key=orders.index) == orders
    for order, (count, way) in zip(orders, fates, strict=True):
        if count == 0:
            assert order in made.outcomes
        elif way is ZeroDivisionError:
            assert order in made.mistakes
        elif count >= running.TRIES + running.TRIES_ALONE:
            assert order in made.lost
    assert [done for done, _ in told.steps] == list(range(1, len(orders) + 1))


class Silent(Executor):
    """Takes all and answers nothing."""

    def submit(self, fn: Any, /, *args: Any, **kwargs: Any) -> Future[Any]:
        return Future()


def test_an_executor_that_is_lost_without_a_word(jobs: list[Job]) -> None:
    @contextmanager
    def gather() -> Iterator[Executor]:
        yield Silent()

    asked = iter([False, True])
    lost = Hands(gather, 2, silence_s=0.0, is_lost=lambda executor: next(asked))
    with pytest.raises(RemakeFault, match="机群断了"):
        go(jobs, lost)


def test_two_runs_in_one_folder_are_refused(tmp_path: Path) -> None:
    with alone(tmp_path), pytest.raises(RemakeFault, match="另一处正在重制"), alone(tmp_path):
        raise AssertionError("two were let in")
    with alone(tmp_path):
        assert (tmp_path / OWN_FOLDER).is_dir()


def test_what_dead_runs_left_half_made_is_taken_away(tmp_path: Path) -> None:
    half = tmp_path / OWN_FOLDER / ATTEMPTS / "2020-03-x" / "2020-03.pdf"
    half.parent.mkdir(parents=True)
    half.write_bytes(b"%PDF")
    with alone(tmp_path):
        assert not half.parent.parent.exists()


@pytest.mark.slow
def test_processes_that_are_killed_are_replaced(jobs: list[Job]) -> None:
    made, _ = go(jobs, hands.here(2), dies_once)
    assert list(made.outcomes) == jobs
    assert made.is_whole


@pytest.mark.slow
def test_an_issue_that_kills_its_process_each_time_is_told(jobs: list[Job]) -> None:
    made, _ = go(jobs, hands.here(2), dies_for_ever)
    assert list(made.lost) == [jobs[1]]
    assert len(made.outcomes) == 3


@pytest.mark.slow
def test_a_mistake_in_another_process_comes_with_its_traceback(jobs: list[Job]) -> None:
    made, _ = go(jobs, hands.here(2), errs)
    assert "labour.py" in made.mistakes[jobs[1]]
    assert len(made.outcomes) == 3
