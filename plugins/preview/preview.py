"""The preview as a whole: server, watcher, residents and the two sides, until somebody presses Ctrl-C."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from threading import Condition, Event, Thread

from plugins.keeping.store import Store, key
from plugins.preview.board import Board
from plugins.preview.housing import Housing, Lost
from plugins.preview.leafwork import SUFFIX, Draw, LeafWorker
from plugins.preview.pressside import PressSide
from plugins.preview.presswork import PressWorker
from plugins.preview.server import Counter, PreviewServer
from plugins.preview.siteside import Clock, Resident, Say, SiteSide
from plugins.preview.sitework import Place, SiteWorker
from plugins.preview.watching import Burst, Watched, bursts

#: Pictures of printed pages at which nobody looked for so long go (days).
UNUSED_DAYS = 3.0
#: Where residents keep what they make, below the cache.
DRAFTS, LEAVES = "preview-drafts", "preview-leaves"


@dataclass(frozen=True, slots=True)
class Residents:
    """Who does the work."""

    site: Resident
    press: Resident
    leaf: Resident

    @classmethod
    def of(cls, place: Place) -> Residents:
        """Processes of their own, each begun when it is first asked."""
        drafts = place.cache / DRAFTS
        press = Housing(PressWorker, place, drafts)
        return cls(Housing(SiteWorker, place), press, Housing(LeafWorker))

    def close(self) -> None:
        """End all of them at once."""
        for each in (self.site, self.press, self.leaf):
            each.close()


class Preview:
    """Takes in bursts, lets both sides work in threads of their own, hands out pictures of pages."""

    def __init__(self, place: Place, residents: Residents, now: Clock, say: Say) -> None:
        """``now``: the clock; ``say``: takes a line for the terminal."""
        self.board = Board(f"{now().timestamp():.0f}")
        self._place, self._residents, self._now = place, residents, now
        self._site = SiteSide(self.board, residents.site, now, say)
        self._press = PressSide(self.board, residents.site, residents.press, now, say)
        self._leaves = Store(place.cache / LEAVES, SUFFIX)
        self._turn = Condition()
        self._bursts: list[Burst] = []
        self._is_closed = False

    @property
    def counter(self) -> Counter:
        """What the server hands out."""
        place = self._place
        return Counter(
            self.board, place.output, place.theme, place.content.name, self.leaf, self._wake
        )

    def start(self) -> None:
        """Work from now on."""
        self._leaves.sweep(UNUSED_DAYS, self._now().timestamp())
        for loop in (self._site_loop, self._press_loop):
            Thread(target=loop, daemon=True).start()

    def saved(self, burst: Burst) -> None:
        """Take in a burst."""
        with self._turn:
            self._bursts.append(burst)
            self._turn.notify_all()

    def close(self) -> None:
        """End everything at once."""
        self._is_closed = True
        self._residents.close()
        self._wake()

    def leaf(self, issue: str, version: str, place: int, dpi: int) -> Path | None:
        """The picture of a printed page, drawn if need be; None when there is no such page now."""
        state = self.board.now.press.get(issue)
        printed = state.printed if state else None
        found = printed.leaves[place] if printed and place < len(printed.leaves) else None
        if printed is None or printed.file is None or found is None or found.version != version:
            return None
        target = self._leaves.file(key(issue, version, str(place), str(dpi)))
        if not target.exists():
            try:
                self._residents.leaf.ask(Draw(printed.file, place, dpi, target), _quiet)
            except Lost:
                return None
        return target

    def _site_loop(self) -> None:
        while not self._is_closed:
            taken = self._taken()
            if not taken:
                continue
            if any(each.renews_site for each in taken):
                self._residents.site.renew()
            if any(each.renews_press for each in taken):
                self._residents.press.renew()
            self._press.owe(taken)
            if self._site.answer(taken):
                self._press.settle()
                self._wake()

    def _taken(self) -> list[Burst]:
        """All bursts that wait, once there are some; none at the end."""
        with self._turn:
            self._turn.wait_for(lambda: self._bursts or self._is_closed)
            taken, self._bursts = self._bursts, []
        return taken

    def _press_loop(self) -> None:
        while not self._is_closed:
            with self._turn:
                self._turn.wait_for(lambda: self._press.due() or self._is_closed)
            due = self._press.due()
            if due and not self._is_closed:
                self._press.set(due)

    def _wake(self) -> None:
        with self._turn:
            self._turn.notify_all()


def run(
    place: Place,
    watched: Watched,
    port: int,
    now: Clock,
    say: Say,
    opened: Callable[[str], None],
    stop: Event | None = None,
) -> None:
    """Serve, watch and make again until Ctrl-C, or until ``stop`` is set.

    ``opened`` is told the address as soon as it answers. Raises `OSError` when the port is taken.
    """
    preview = Preview(place, Residents.of(place), now, say)
    server = PreviewServer(preview.counter, port)
    server.start()
    preview.start()
    try:
        opened(server.address)
        for burst in _bursts(watched, stop or Event(), say):
            preview.saved(burst)
    except KeyboardInterrupt:
        say("预览结束。")
    finally:
        preview.close()
        server.server_close()


def _bursts(watched: Watched, stop: Event, say: Say) -> Iterator[Burst]:
    """Bursts, whatever the drive can do."""
    try:
        yield from bursts(watched, stop)
    except OSError as error:
        say(f"系统不报告存盘（{error.strerror or error}），改为定时查看，会慢一两秒。")
        yield from bursts(watched, stop, is_polling=True)


def _quiet(name: str, done: int, total: int) -> None:
    """One picture is no progress to tell."""
