"""Residents die, hang, crash and grow; the preview goes on, and nothing of them stays behind."""

from __future__ import annotations

import os
import select
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from plugins.preview.housing import Housing, Lost
from tests.preview.fakes import Echo

ROOT = Path(__file__).resolve().parents[2]


def quiet(name: str, done: int, total: int) -> None:
    """Nobody looks."""


@pytest.fixture
def housing() -> Iterator[Housing]:
    made = Housing(Echo, "好", silent_s=20.0)
    yield made
    made.close()


def has_ended(process: int) -> bool:
    """Whether a process has ended, or does so presently."""
    try:
        handle = os.pidfd_open(process)
    except ProcessLookupError:
        return True
    try:
        return bool(select.select([handle], [], [], 20)[0])
    finally:
        os.close(handle)


def test_a_resident_keeps_its_memory(housing: Housing) -> None:
    assert [housing.ask("x", quiet) for _ in range(3)] == ["好1", "好2", "好3"]


def test_a_crash_is_told_and_the_next_request_finds_a_new_one(
    housing: Housing, capfd: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(Lost, match="ZeroDivisionError: 故意的") as lost:
        housing.ask("crash", quiet)
    assert lost.value.is_bug
    assert "Traceback" in capfd.readouterr().err
    assert housing.ask("x", quiet) == "好1"


def test_a_death_is_no_bug(housing: Housing) -> None:
    with pytest.raises(Lost) as lost:
        housing.ask("die", quiet)
    assert not lost.value.is_bug
    assert housing.ask("x", quiet) == "好1"


def test_who_died_idle_is_replaced_before_anybody_notices(housing: Housing) -> None:
    housing.ask("x", quiet)
    os.killpg(housing.process, 9)
    os.waitid(os.P_PID, housing.process, os.WEXITED | os.WNOWAIT)
    assert housing.ask("x", quiet) == "好1"


def test_who_hangs_is_stopped() -> None:
    housing = Housing(Echo, "好", silent_s=3.0)
    try:
        housing.ask("x", quiet)
        process = housing.process
        with pytest.raises(Lost, match="没有动静"):
            housing.ask("hang", quiet)
        assert has_ended(process)
    finally:
        housing.close()


def test_who_grew_is_replaced_after_its_work() -> None:
    housing = Housing(Echo, "好", most_bytes=150_000_000)
    try:
        assert [housing.ask(what, quiet) for what in ("x", "grow", "x")] == ["好1", "好2", "好1"]
    finally:
        housing.close()


def test_who_is_out_of_date_is_replaced(housing: Housing) -> None:
    housing.ask("x", quiet)
    housing.renew()
    assert housing.ask("x", quiet) == "好1"


def test_an_overtaken_request_is_broken_off_and_memory_stays(housing: Housing) -> None:
    steps = []

    def told(name: str, done: int, total: int) -> None:
        steps.append(done)
        if len(steps) == 3:
            housing.break_off()

    assert housing.ask("long", told) is None
    assert len(steps) < 1_000_000
    assert housing.ask("x", quiet) == "好2"


def test_breaking_off_nothing_harms_nothing(housing: Housing) -> None:
    housing.break_off()
    housing.ask("x", quiet)
    housing.break_off()
    assert housing.ask("x", quiet) == "好2"


def test_after_closing_nothing_is_alive_and_nothing_is_answered(housing: Housing) -> None:
    housing.ask("x", quiet)
    process = housing.process
    housing.close()
    with pytest.raises(Lost):
        housing.ask("x", quiet)
    assert has_ended(process)


def test_residents_die_with_a_preview_that_was_killed() -> None:
    """Even while it works: its pipe is closed, and that is its end."""
    code = (
        "import os, sys\n"
        "from plugins.preview.housing import Housing\n"
        "from tests.preview.fakes import Echo\n"
        "housing = Housing(Echo, '')\n"
        "def told(name, done, total):\n"
        "    print(housing.process, flush=True)\n"
        "    os.kill(os.getpid(), 9)\n"
        "housing.ask('long', told)\n"
    )
    with subprocess.Popen([sys.executable, "-c", code], cwd=ROOT, stdout=subprocess.PIPE) as run:
        # The resident holds the other end of stdout: the end of the stream is its end.
        out, _ = run.communicate(timeout=60)
    assert run.returncode == -9
    assert has_ended(int(out))
