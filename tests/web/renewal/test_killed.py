"""Killed anywhere: what readers see is whole, and the next build makes what a build from nothing makes."""

from __future__ import annotations

import os
import shutil
import signal
import sys
import traceback
from collections.abc import Callable
from multiprocessing import Pipe
from pathlib import Path
from random import Random
from typing import NoReturn

import pytest

from plugins.issue import plugin as desk
from plugins.issue.record import Archive
from plugins.web.plugin import Builder
from tests.web.conftest import CONF, write_sample
from tests.web.renewal.edits import add, add_words, remove, rename, repaint, retag, retitle
from tests.web.renewal.test_incremental import tree

POINTS = 50
#: What the interpreter tells of when a file is touched (PEP 578).
TOUCHES = frozenset(
    ("open", "os.rename", "os.link", "os.mkdir", "os.remove", "os.rmdir", "shutil.copyfile")
)
#: Edits that leave no link without its end, with the lot that is drawn.
SEVERAL = (
    (0, retitle),
    (1, retag),
    (2, add_words),
    (3, repaint),
    (4, add),
    (1, rename),
    (1, remove),
)
Work = Callable[[], object]


def touches(work: Work, most: int | None = None) -> int | None:
    """Do ``work`` in a copy of this process; how often it touched files. Killed at touch ``most``: None."""
    ours, theirs = Pipe(duplex=False)
    child = os.fork()
    if not child:
        _live(work, theirs.send, most)
    theirs.close()
    _, status = os.waitpid(child, 0)
    assert os.waitstatus_to_exitcode(status) in (0, -signal.SIGKILL)
    return None if os.WIFSIGNALED(status) else ours.recv()


def _live(work: Work, tell: Callable[[int], None], most: int | None) -> NoReturn:
    seen = 0
    status = 1

    def count(event: str, _: tuple[object, ...]) -> None:
        nonlocal seen
        if event in TOUCHES:
            seen += 1
            if most is not None and seen > most:
                os.kill(os.getpid(), signal.SIGKILL)

    try:
        sys.addaudithook(count)
        work()
        tell(seen)
        status = 0
    except BaseException:
        traceback.print_exc()
        raise
    finally:
        os._exit(status)


class Office:
    """A content folder with two states, and its site."""

    def __init__(self, place: Path, workers: int) -> None:
        self.place, self.workers = place, workers
        self.content, self.cache = place / "content", place / "cache"
        self.states = [place / "one", place / "other"]
        write_sample(self.states[0])
        shutil.copytree(self.states[0], self.states[1])
        for seed, edit in SEVERAL:
            edit(self.states[1], Random(seed))
        self.sites = [self._site(number) for number in (0, 1)]

    def turn_to(self, number: int) -> None:
        shutil.rmtree(self.content, ignore_errors=True)
        shutil.copytree(self.states[number], self.content)

    def build(self, output: str = "output") -> None:
        Builder(
            self.content,
            self.place / output,
            settings_file=CONF,
            cache=self.cache,
            workers=self.workers,
        ).build(self._archive())

    def _archive(self) -> Archive:
        settings = {"PATH": str(self.content), "CACHE_PATH": str(self.cache)}
        loaded, findings = desk.load(self.content, settings)
        assert [each for each in findings if each.level == "error"] == []
        return loaded

    def _site(self, number: int) -> dict[str, bytes]:
        """What a build from nothing makes of a state."""
        self.turn_to(number)
        self.build(f"clean-{number}")
        return tree(self.place / f"clean-{number}")


@pytest.mark.slow
@pytest.mark.parametrize("workers", [1, 2])
def test_killed_at_any_moment_the_site_is_whole(tmp_path: Path, workers: int) -> None:
    office, random = Office(tmp_path, workers), Random(workers)
    assert office.sites[0] != office.sites[1]
    office.turn_to(0)
    office.build()
    office.turn_to(1)
    most = touches(office.build)
    assert most
    seen = set()
    for number in range(POINTS):
        state = number % 2
        office.turn_to(state)
        was_killed = touches(office.build, random.randrange(most)) is None
        found = tree(tmp_path / "output")
        assert found in (office.sites[state], office.sites[1 - state])
        seen.add((was_killed, found == office.sites[state]))
        office.build()
        assert tree(tmp_path / "output") == office.sites[state]
        assert not (tmp_path / "output.new").exists()
    assert {(True, False), (True, True)} <= seen
