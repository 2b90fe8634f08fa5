"""How much ink the pictures of a file ask for, each measured once, while the pages are read."""

from __future__ import annotations

from collections import deque
from concurrent.futures import Future, ThreadPoolExecutor
from hashlib import sha256

from plugins.press.preflight.pagefacts import PageFacts
from plugins.press.preflight.picture import Picture, check, measurable, most_ink, packed
from plugins.press.preflight.plain import Unreadable

#: Pictures that are decoded side by side; Pillow and numpy let other threads run.
WORKERS = 2
#: Pictures whose data are in memory at a time.
WAITING = 4


class Plates:
    """Ink and soundness of pictures. ``measured`` is shared between files, by SHA-256.

    `look` gives the pictures of a page to other threads; `close` waits for them.
    """

    def __init__(self, measured: dict[str, float] | None = None) -> None:
        self._measured = {} if measured is None else measured
        self._inks: dict[Picture, float] = {}
        self._broken: dict[Picture, str] = {}
        self._seen: set[Picture] = set()
        self._pool = ThreadPoolExecutor(WORKERS)
        self._waiting: deque[tuple[Picture, str, Future[float]]] = deque()

    def ink(self, picture: Picture) -> float:
        """Percent of ink; 0 when it has one ink only or was not measured."""
        return self._inks.get(picture, 0.0)

    def fault(self, picture: Picture) -> str:
        """Why its data are not what they should be; "" when nothing is known against it."""
        return self._broken.get(picture, "")

    def look(self, page: PageFacts) -> None:
        """Begin to measure every picture of a page that was not met before."""
        for mark in page.marks:
            picture = mark.picture
            if picture is not None and picture not in self._seen:
                self._seen.add(picture)
                self._begin(picture)

    def _begin(self, picture: Picture) -> None:
        try:
            check(picture)
            if not measurable(picture):
                return
            content = packed(picture)
        except Unreadable as fault:
            self._broken[picture] = str(fault)
            return
        facts = f"{picture.width} {picture.height} {picture.bits} {picture.space} {picture.decode}"
        key = sha256(facts.encode() + content).hexdigest()
        if key in self._measured:
            self._inks[picture] = self._measured[key]
            return
        self._waiting.append((picture, key, self._pool.submit(most_ink, picture, content)))
        if len(self._waiting) > WAITING:
            self._take()

    def _take(self) -> None:
        picture, key, future = self._waiting.popleft()
        try:
            self._inks[picture] = self._measured[key] = future.result()
        except Unreadable as fault:
            self._broken[picture] = str(fault)

    def close(self) -> None:
        """Wait for what is still being measured."""
        while self._waiting:
            self._take()
        self._pool.shutdown()
