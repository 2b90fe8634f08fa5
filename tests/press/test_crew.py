"""Several compositors: every task is done once, by the one who can; nobody is left behind."""

from __future__ import annotations

import os
import signal
import time
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from plugins.article.finding import Finding, ManuscriptError
from plugins.press.crew import Alone, Crew, crew
from plugins.press.tasks import Task

#: A process that was sent home has this long to go (s).
PATIENCE = 20


@dataclass(frozen=True)
class Said:
    """A task that tells who did it, and who held the piece before."""

    name: str
    cost: int = 1
    is_ahead: bool = False

    def do(self, compositor: Any, store: Any) -> tuple[int, int]:
        before = compositor.get(self.name, 0)
        compositor[self.name] = os.getpid()
        return os.getpid(), before


@dataclass(frozen=True)
class Failing:
    """A task that fails."""

    error: Exception
    name: str = "failing"
    cost: int = 1
    is_ahead: bool = False

    def do(self, compositor: Any, store: Any) -> None:
        raise self.error


@dataclass(frozen=True)
class Endless:
    """A task that never ends of itself; its file says who does it."""

    file: Path
    name: str
    cost: int = 1
    is_ahead: bool = False

    def do(self, compositor: Any, store: Any) -> None:
        self.file.write_text(str(os.getpid()))
        signal.pause()


def hands(workers: int) -> Any:
    held: Any = {}
    return crew(held, held, workers)


def done(of: Crew, tasks: list[Any]) -> dict[str, tuple[int, int]]:
    made: dict[str, tuple[int, int]] = {}

    def finished(task: Task, said: Any) -> None:
        assert task.name not in made
        made[task.name] = said

    of.do(tasks, finished)
    return made


TASKS = st.lists(
    st.builds(Said, st.text("甲乙丙丁", min_size=1, max_size=3), st.integers(0, 9), st.booleans()),
    unique_by=lambda task: task.name,
    max_size=12,
)


@settings(max_examples=15, deadline=None)
@given(TASKS, st.integers(1, 3))
def test_every_task_is_done_once_and_pieces_stay_with_their_holder(
    tasks: list[Said], workers: int
) -> None:
    with hands(workers) as of:
        first = done(of, tasks)
        again = done(of, [replace(task, is_ahead=False) for task in reversed(tasks)])
    assert first.keys() == again.keys() == {task.name for task in tasks}
    is_here = workers == 1 or len(tasks) < 2
    for name, (who, before) in again.items():
        assert first[name] == (who, 0)
        assert before == who
        assert (who == os.getpid()) == is_here


def test_tasks_are_made_while_those_before_are_under_way(tmp_path: Path) -> None:
    """What is ahead is given out before the next is asked for."""
    begun = tmp_path / "begun"

    @dataclass(frozen=True)
    class Begun(Said):
        def do(self, compositor: Any, store: Any) -> tuple[int, int]:
            (begun / self.name).touch()
            return super().do(compositor, store)

    globals()["Begun"] = Begun  # so that pickle finds it
    Begun.__qualname__ = "Begun"
    begun.mkdir()

    def coming() -> Iterator[Any]:
        yield Begun("甲", is_ahead=True)
        yield Begun("乙", is_ahead=True)
        _until(lambda: len(list(begun.iterdir())) == 2)
        yield Begun("丙")

    told: list[str] = []
    with hands(2) as of:
        of.do(coming(), lambda task, _: told.append(task.name))
    assert sorted(told) == ["丙", "乙", "甲"]


def test_what_is_done_meanwhile_is_done_here() -> None:
    told: list[int] = []
    for workers in (1, 2):
        with hands(workers) as of:
            of.do([Said("甲"), Said("乙")], lambda *_: None, lambda: told.append(os.getpid()))
    assert told == [os.getpid()] * 2


@pytest.mark.parametrize("workers", [1, 2])
def test_what_a_task_raises_is_raised_here(workers: int) -> None:
    finding = Finding("稿.md", 3, 1, "R302", "error", "高于一页")
    with pytest.raises(ManuscriptError) as raised, hands(workers) as of:
        done(of, [Said("甲"), Failing(ManuscriptError([finding])), Said("乙")])
    assert raised.value.findings == (finding,)


def test_a_compositor_that_dies_is_told() -> None:
    class Dying(Said):
        def do(self, compositor: Any, store: Any) -> tuple[int, int]:
            os.kill(os.getpid(), signal.SIGKILL)
            raise AssertionError

    globals()["Dying"] = Dying
    Dying.__qualname__ = "Dying"
    with pytest.raises(ChildProcessError, match="died"), hands(2) as of:
        done(of, [Said("甲"), Dying("乙")])


def test_one_worker_needs_no_other_process() -> None:
    with hands(1) as of:
        assert isinstance(of, Alone)


def test_compositors_do_not_outlive_a_killed_press(tmp_path: Path) -> None:
    parent = os.fork()
    if not parent:
        try:
            with hands(2) as of:
                done(of, [Endless(tmp_path / "one", "one"), Endless(tmp_path / "two", "two")])
        finally:
            os._exit(1)
    files = tmp_path / "one", tmp_path / "two"
    try:
        _until(lambda: all(file.exists() and file.read_text() for file in files))
    finally:
        os.kill(parent, signal.SIGKILL)
        os.waitpid(parent, 0)
    children = [int(file.read_text()) for file in files]
    try:
        _until(lambda: not any(map(_lives, children)))
    finally:
        for child in filter(_lives, children):
            os.kill(child, signal.SIGKILL)


def _until(true: Any) -> None:
    """Wait for something to come true; it is an error when it does not."""
    end = time.monotonic() + PATIENCE
    while not true():
        assert time.monotonic() < end
        time.sleep(0.01)


def _lives(process: int) -> bool:
    """Whether a process runs; one that has ended and waits to be buried does not."""
    try:
        state = Path(f"/proc/{process}/stat").read_text().rsplit(")", 1)[1].split()[0]
    except (FileNotFoundError, ProcessLookupError):
        return False
    return state != "Z"
