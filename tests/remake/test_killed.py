"""A run that is killed, a cluster that loses a worker: nothing is lost, nothing half-written, the bytes are the same."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from concurrent.futures import Executor
from contextlib import contextmanager
from pathlib import Path

import pytest

from plugins.remake import hands
from plugins.remake.doing import do
from plugins.remake.ordering import jobs
from plugins.remake.running import Hands, run
from tests.remake.labour import KEYS, ROOT, office, results

pytestmark = [pytest.mark.press, pytest.mark.slow]
SCRIPT = "from plugins.remake.hands import here; from tests.remake.labour import alone; alone(here(2), {!r})"


def quiet(name: str, done: int, total: int) -> None:
    """Nobody looks."""


@pytest.fixture(scope="module")
def serial(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """What one process makes, one job after the other."""
    folders = office(tmp_path_factory.mktemp("serial"))
    assert [do(each).state for each in jobs("全部", "pdf,图片", folders)] == ["made"] * 8
    return results(folders)


def test_a_killed_run_goes_on_where_it_stopped(tmp_path: Path, serial: dict[str, str]) -> None:
    folders = office(tmp_path)
    command = [sys.executable, "-c", SCRIPT.format(str(tmp_path))]
    with subprocess.Popen(
        command, cwd=ROOT, stdout=subprocess.PIPE, text=True, start_new_session=True
    ) as first:
        assert first.stdout is not None
        assert first.stdout.readline() == "1 8\n"
        os.killpg(first.pid, signal.SIGKILL)
    assert first.returncode == -signal.SIGKILL
    made = run(jobs("全部", "pdf,图片", folders), hands.here(2), quiet)
    assert made.is_whole
    states = [each.state for each in made.outcomes.values()]
    assert 1 <= states.count("unchanged") < 8
    assert results(folders) == serial
    assert list((folders.here().own / "aside").glob("*")) == []


def test_processes_end_with_the_run_that_is_killed_alone(tmp_path: Path) -> None:
    office(tmp_path)
    command = [sys.executable, "-c", SCRIPT.format(str(tmp_path))]
    with subprocess.Popen(
        command, cwd=ROOT, stdout=subprocess.PIPE, text=True, start_new_session=True
    ) as first:
        assert first.stdout is not None
        assert first.stdout.readline() == "1 8\n"
        first.kill()
        # Whoever still lives holds the pipe open: its end is the end of them all.
        first.stdout.read()


@pytest.mark.filterwarnings("default")  # Dask's own, and of what it stands on
def test_a_cluster_that_loses_a_worker_finishes(tmp_path: Path, serial: dict[str, str]) -> None:
    distributed = pytest.importorskip("distributed")
    folders = office(tmp_path)
    killed: list[int] = []
    with distributed.LocalCluster(
        n_workers=2, threads_per_worker=1, processes=True, dashboard_address=None
    ) as cluster:

        def kill_one(name: str, done: int, total: int) -> None:
            if done == 1:
                nanny = next(iter(cluster.workers.values()))
                killed.append(nanny.pid)
                os.kill(nanny.pid, signal.SIGKILL)

        made = run(
            jobs("全部", "pdf,图片", folders), hands.remote(cluster.scheduler_address), kill_one
        )
    assert len(killed) == 1
    assert made.is_whole
    assert len(made.outcomes) == 8
    assert results(folders) == serial


@pytest.mark.filterwarnings("default")
def test_any_executor_of_dask_will_do(tmp_path: Path) -> None:
    distributed = pytest.importorskip("distributed")
    folders = office(tmp_path, KEYS[:1])
    with distributed.LocalCluster(
        n_workers=1, threads_per_worker=2, processes=False, dashboard_address=None
    ) as cluster:

        @contextmanager
        def gather() -> Iterator[Executor]:
            with distributed.Client(cluster) as client:
                yield client.get_executor()

        made = run(jobs("全部", "pdf,图片", folders), Hands(gather, 10), quiet)
    assert made.is_whole
