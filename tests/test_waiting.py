"""A bar for what takes long, and nothing for what does not."""

from __future__ import annotations

import io

import pytest
from rich.console import Console

from plugins.waiting import PATIENCE_S, Waiting, waiting


class Clock:
    """A clock that goes when it is told."""

    def __init__(self) -> None:
        self.now = 1000.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def console() -> Console:
    return Console(file=io.StringIO(), force_terminal=True, width=100, color_system=None)


@pytest.fixture
def bar(console: Console, clock: Clock) -> Waiting:
    return Waiting(console, clock, is_drawn_by_itself=False)


def shown(bar: Waiting, console: Console) -> str:
    """What a frame drawn now shows."""
    with console.capture() as drawn:
        for each in bar.get_renderables():
            console.print(each)
    return drawn.get().strip()


def test_quick_work_shows_nothing(bar: Waiting, console: Console, clock: Clock) -> None:
    bar.step("排版", 1, 45)
    clock.now += PATIENCE_S - 0.01
    bar.step("排版", 44, 45)
    assert shown(bar, console) == ""


def test_slow_work_shows_stage_and_count(bar: Waiting, console: Console, clock: Clock) -> None:
    bar.step("排版", 12, 45)
    clock.now += PATIENCE_S
    assert shown(bar, console).startswith("排版 ")
    assert "12/45" in shown(bar, console)
    assert "0:00:02" in shown(bar, console)


def test_patience_is_for_the_whole_not_for_each_stage(
    bar: Waiting, console: Console, clock: Clock
) -> None:
    bar.step("读稿", 1, 2)
    clock.now += PATIENCE_S
    bar.step("图片", 1, 9)
    assert "图片" in shown(bar, console)


def test_only_the_stage_that_was_told_last_is_shown(
    bar: Waiting, console: Console, clock: Clock
) -> None:
    clock.now += 10
    for name, done in (("排版", 45), ("单篇", 3), ("核对", 1), ("单篇", 4)):
        bar.step(name, done, 45)
    assert shown(bar, console).count("\n") == 0
    assert "单篇" in shown(bar, console)
    assert "4/45" in shown(bar, console)


@pytest.mark.parametrize("total", [0, 1])
def test_a_stage_of_unknown_length_has_no_count(
    bar: Waiting, console: Console, clock: Clock, total: int
) -> None:
    clock.now += 10
    bar.step("屏读版", 0, total)
    assert "屏读版" in shown(bar, console)
    assert "0/" not in shown(bar, console)


def test_a_length_may_become_known(bar: Waiting, console: Console, clock: Clock) -> None:
    clock.now += 10
    bar.step("重制", 0, 0)
    bar.step("重制", 7, 600)
    assert "7/600" in shown(bar, console)


def test_before_the_first_stage_there_is_nothing_to_show(
    bar: Waiting, console: Console, clock: Clock
) -> None:
    clock.now += 10
    assert shown(bar, console) == ""


def test_a_frame_reaches_the_terminal_and_nothing_stays(
    bar: Waiting, console: Console, clock: Clock
) -> None:
    written = console.file
    assert isinstance(written, io.StringIO)
    with bar:
        bar.step("排版", 12, 45)
        clock.now += 10
        bar.refresh()
        assert "12/45" in written.getvalue()
    erase, last_line = "\x1b[2K", written.getvalue().rpartition("\n")[2]
    assert erase in last_line
    assert "排版" not in last_line


def test_it_is_gone_after_an_error_too(bar: Waiting, console: Console, clock: Clock) -> None:
    bar.step("排版", 1, 45)
    clock.now += 10
    with pytest.raises(ValueError, match="broken"), bar:
        raise ValueError("broken")
    assert bar.live.is_started is False


def test_quiet_means_not_a_byte(console: Console, clock: Clock) -> None:
    written = console.file
    assert isinstance(written, io.StringIO)
    with waiting(console, clock, is_quiet=True) as step:
        step("排版", 1, 45)
        clock.now += 10
        step("排版", 2, 45)
    assert written.getvalue() == ""


def test_words_of_an_editor_are_not_markup(bar: Waiting, console: Console, clock: Clock) -> None:
    clock.now += 10
    bar.step("写 [bold]a.md[/x]", 2, 3)
    assert "[bold]a.md[/x]" in shown(bar, console)
