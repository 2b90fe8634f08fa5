"""Work in a second process: its result, its errors, its end. No issue is laid out here."""

from __future__ import annotations

import os
import signal
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from plugins.article.finding import Finding, ManuscriptError
from plugins.press import beside as room
from plugins.press.beside import Beside, Hold, Progress, beside
from plugins.press.proof.gap import Gap, IncompleteError

#: A child that does not end by itself would hang the tests (seconds).
LONG = 60.0

pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="no fork on this system")


@pytest.fixture(params=["forked", "inline"])
def manner(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> str:
    monkeypatch.setattr(room, "second_core", lambda: request.param == "forked")
    return str(request.param)


@pytest.fixture
def forked(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(room, "second_core", lambda: True)


def quiet(*_step: object) -> None:
    """No progress is shown."""


def writes(file: Path) -> Callable[[Hold, Progress], int]:
    def work(hold: Hold, progress: Progress) -> int:
        aside = file.with_suffix(".new")
        aside.write_text("made")
        try:
            progress("单篇", 1, 2)
            hold()
            aside.replace(file)
        finally:
            aside.unlink(missing_ok=True)
        return os.getpid()

    return work


def raises(error: BaseException) -> Callable[[Hold, Progress], int]:
    def work(hold: Hold, progress: Progress) -> int:
        raise error

    return work


def run(
    work: Callable[[Hold, Progress], Any], then: Callable[[Beside[Any]], Any], consent: bool = True
) -> None:
    """Work with ``then`` beside it."""
    with beside(work, quiet) as begun:
        if consent:
            begun.consent()
        then(begun)


def fails(_begun: Beside[Any]) -> None:
    raise ValueError("plates")


def test_the_result_comes_back_and_progress_is_told(manner: str, tmp_path: Path) -> None:
    told: list[Any] = []
    with beside(writes(tmp_path / "a"), lambda *step: told.append(step)) as work:
        work.consent()
        pid = work.result()
    assert (pid == os.getpid()) is (manner == "inline")
    assert told == [("单篇", 1, 2)]
    assert [file.name for file in tmp_path.iterdir()] == ["a"]


def test_the_end_of_the_block_waits_for_the_work(manner: str, tmp_path: Path) -> None:
    with beside(writes(tmp_path / "a"), quiet):
        pass
    assert (tmp_path / "a").exists()


def test_nothing_stands_in_its_place_before_consent(forked: None, tmp_path: Path) -> None:
    with beside(writes(tmp_path / "a"), quiet) as work:
        for _ in range(100):
            if (tmp_path / "a.new").exists():
                break
            time.sleep(0.05)
        assert [file.name for file in tmp_path.iterdir()] == ["a.new"]
        work.consent()


def test_a_block_that_fails_before_consent_leaves_nothing(manner: str, tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="plates"):
        run(writes(tmp_path / "a"), fails, consent=False)
    assert list(tmp_path.iterdir()) == []


def test_a_block_that_fails_later_lets_the_work_end(manner: str, tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="plates"):
        run(writes(tmp_path / "a"), fails)
    assert [file.name for file in tmp_path.iterdir()] == ["a"]


def test_an_interrupt_breaks_the_work_off(forked: None, tmp_path: Path) -> None:
    def slow(hold: Hold, progress: Progress) -> None:
        (tmp_path / "begun").touch()
        try:
            time.sleep(LONG)
        finally:
            (tmp_path / "begun").rename(tmp_path / "cleared up")

    def interrupted(_begun: Beside[Any]) -> None:
        while not (tmp_path / "begun").exists():
            time.sleep(0.01)
        raise KeyboardInterrupt

    begun = time.monotonic()
    with pytest.raises(KeyboardInterrupt):
        run(slow, interrupted)
    assert [file.name for file in tmp_path.iterdir()] == ["cleared up"]
    assert time.monotonic() - begun < LONG / 2


FINDING = Finding("content/2020-03/a.md", 3, 1, "R305", "error", "没有字形")
GAP = Gap("2020-03/a.md", "12", "surplus", "别人的话", "之前")


@pytest.mark.parametrize(
    "error",
    [IncompleteError([GAP]), ManuscriptError([FINDING]), KeyError("a"), OSError(28, "disk full")],
)
def test_errors_come_back_as_they_were(manner: str, error: Exception) -> None:
    with pytest.raises(type(error)) as caught:
        run(raises(error), lambda begun: begun.result())
    assert str(caught.value) == str(error)
    kept = {name: value for name, value in vars(caught.value).items() if name != "__notes__"}
    assert kept == vars(error)
    if manner == "forked":
        assert "in raises" in str(caught.value.__notes__) or "in work" in str(
            caught.value.__notes__
        )


def test_the_works_own_error_goes_before_the_blocks(manner: str) -> None:
    with pytest.raises(IncompleteError):
        run(raises(IncompleteError([GAP])), fails)


def test_an_error_that_no_pickle_takes_is_told_with_its_place(forked: None) -> None:
    class LocalError(Exception):
        pass

    with pytest.raises(RuntimeError) as caught, beside(raises(LocalError("here")), quiet):
        pass
    assert "LocalError: here" in str(caught.value.__notes__)


def test_a_child_that_dies_is_told(forked: None) -> None:
    def dies(hold: Hold, progress: Progress) -> None:
        os.kill(os.getpid(), signal.SIGKILL)

    with pytest.raises(ChildProcessError, match=r"-9"), beside(dies, quiet):
        pass


def test_the_end_of_the_parent_ends_the_work(forked: None, tmp_path: Path) -> None:
    """A parent that is killed gives no consent: what was made aside goes, the last good file stays."""
    (tmp_path / "a").write_text("last")
    parent = os.fork()
    if not parent:
        with beside(writes(tmp_path / "a"), quiet):
            while not (tmp_path / "a.new").exists():
                time.sleep(0.01)
            os._exit(9)
    os.waitpid(parent, 0)
    for _ in range(200):
        if not (tmp_path / "a.new").exists():
            break
        time.sleep(0.05)
    assert [file.name for file in tmp_path.iterdir()] == ["a"]
    assert (tmp_path / "a").read_text() == "last"


def test_one_core_is_not_shared(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "sched_getaffinity", lambda _: {0}, raising=False)
    assert not room.second_core()
    monkeypatch.setattr(os, "sched_getaffinity", lambda _: {0, 1}, raising=False)
    assert room.second_core()
    monkeypatch.delattr(os, "sched_getaffinity")
    assert not room.second_core()
