"""The web side of the preview: bursts of saves → the site made again → what came of it on the board."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from datetime import datetime
from typing import Any, Protocol

from plugins.article.finding import errors
from plugins.issue import report
from plugins.preview import telling
from plugins.preview.board import Board
from plugins.preview.housing import Lost
from plugins.preview.resident import Progress
from plugins.preview.sitework import Build, Made
from plugins.preview.watching import Burst

#: After so many changed files no page need ask whether it is one of them.
MANY = 3000
#: So many lines of findings stand on the terminal; all of them in the browser.
TOLD = 8

Clock = Callable[[], datetime]
Say = Callable[[str], None]


class Resident(Protocol):
    """What is asked of a resident's housing."""

    def ask(self, what: Any, told: Progress) -> Any:
        """The reply; None when broken off. Raises `Lost`."""

    def break_off(self) -> None:
        """Nobody waits for the running request any more."""

    def renew(self) -> None:
        """The next request needs a new resident."""

    def close(self) -> None:
        """End it at once."""


def asked_twice(resident: Resident, what: Any, told: Progress) -> Any:
    """The reply; one that died without a word (out of memory, killed) is asked once more. Raises `Lost`."""
    try:
        return resident.ask(what, told)
    except Lost as lost:
        if lost.is_bug:
            raise
        return resident.ask(what, told)


class SiteSide:
    """Makes the site after each burst."""

    def __init__(self, board: Board, resident: Resident, now: Clock, say: Say) -> None:
        self._board, self._resident = board, resident
        self._now, self._say = now, say

    def answer(self, taken: Sequence[Burst]) -> bool:
        """Make the site after these bursts; whether what the press needs is to be had."""
        began = self._now()
        saved = [path for each in taken for path in each.paths]
        if not any(each.concerns_site for each in taken):
            self._board.site_made(None, {})
            return True
        self._board.site("working")
        try:
            made = asked_twice(self._resident, Build(any(each.is_shared for each in taken)), _quiet)
        except Lost as lost:
            self._board.site("crashed", fault=str(lost))
            self._line(began, saved, f"程序出错，页面没有变：{lost}")
            return False
        self._post(made)
        self._line(began, saved, outcome(made))
        for line in findings_lines(made):
            self._say(line)
        return bool(made.is_built)

    def _post(self, made: Made) -> None:
        state = "faulty" if errors(made.findings) or made.fault else "fine"
        news: dict[str, Any] = {"state": state, "findings": made.findings, "fault": made.fault}
        if not made.is_built:
            self._board.site(**news)
            return
        changed = made.written | made.removed
        self._board.site_made(
            None if len(changed) > MANY else changed,
            made.moved,
            at=f"{self._now():%H:%M:%S}",
            **news,
        )

    def _line(self, began: datetime, saved: Sequence[str], words: str) -> None:
        now = self._now()
        seconds = (now - began).total_seconds()
        self._say(telling.line(f"{now:%H:%M:%S}", saved, words, seconds))


def outcome(made: Made) -> str:
    """What came of a build, in a few words for the terminal."""
    wrong = len(errors(made.findings))
    if made.fault:
        return f"没有做成，页面没有变：{made.fault}"
    if not made.is_built:
        return f"有 {wrong} 处错误，页面没有变"
    pages = f"写了 {len(made.written)} 个文件" if made.written else "没有要改的页面"
    moved = "".join(f"，{old} 改名 {new}" for old, new in sorted(made.moved.items())[:3])
    return f"网站已更新，{pages}{moved}" + (f"；有 {wrong} 处错误，那一期没有变" if wrong else "")


def findings_lines(made: Made) -> Iterator[str]:
    """The errors for the terminal."""
    lines = list(report.lines(errors(made.findings)))
    yield from (f"  {line}" for line in lines[:TOLD])
    if len(lines) > TOLD:
        yield f"  ……其余见浏览器，或运行 inv 查稿（共 {len(lines) - 1} 处）"


def _quiet(name: str, done: int, total: int) -> None:
    """The terminal has one line a burst."""
