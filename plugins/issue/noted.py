"""What a file was like when it was read, and whether it may be trusted to be the same still."""

from __future__ import annotations

import os
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import unquote

from plugins.article.pictures import PictureFault, Size, measure
from plugins.keeping.digests import STEP_NS
from plugins.keeping.store import key

#: Size in bytes, dates of content and of file (ns), number of the file; None: there is none.
Marks = tuple[int, int, int, int] | None
#: The digest of a file ("": there is none), the size of a picture, or the code and words of its fault.
Content = str | Size | tuple[str, str]


@dataclass(frozen=True, slots=True)
class Noted:
    """The marks of a file and what was read from it after they were taken."""

    marks: Marks
    content: Content


def marks(path: str | Path) -> Marks:
    """The marks of a file that is there, or None."""
    try:
        stat = os.stat(path)  # noqa: PTH116  # asked of every manuscript of the archive
    except (OSError, ValueError):
        return None
    return stat.st_size, stat.st_mtime_ns, stat.st_ctime_ns, stat.st_ino


def note(path: str | Path, content: Callable[[str | Path], Content]) -> Noted:
    """The marks of a file, then its content: what changes in between is seen the next time."""
    return Noted(marks(path), content(path))


def again(
    noted: Noted, path: str | Path, since_ns: int, content: Callable[[str | Path], Content]
) -> Noted:
    """The same note, if the file's marks say that it is as it was, or else a new one.

    ``since_ns``: when the reading began that ``noted`` is from, by the clock of the file system. A file
    changed shortly before may have changed again without another date, so that its content is asked.
    """
    now = marks(path)
    if now == noted.marks and (now is None or now[2] < since_ns - STEP_NS):
        return noted
    return Noted(now, content(path))


def digest(path: str | Path) -> str:
    """The digest of a file's content, "" for none."""
    try:
        return key(Path(path).read_bytes())
    except (FileNotFoundError, IsADirectoryError):
        return ""


class Sizes:
    """Sizes of the pictures in one folder, each measured once; what was measured is noted."""

    def __init__(self, folder: Path, known: dict[str, Noted] | None = None) -> None:
        self._folder = folder
        self._known = known or {}
        #: What was asked for, in this order.
        self.asked: dict[str, Noted] = {}

    def measure(self, folder: Path, src: str) -> Size:
        """As `pictures.measure`, of the same folder only. Raises `PictureFault`."""
        if src not in self._known:
            self._known[src] = note(_file(folder, src), lambda _: measured(folder, src))
        noted = self.asked[src] = self._known[src]
        if isinstance(noted.content, tuple):
            raise PictureFault(*noted.content)
        assert isinstance(noted.content, Size)
        return noted.content

    def note(self, src: str) -> None:
        """Keep what is known of a picture that was asked for in an earlier reading."""
        self.asked[src] = self._known[src]


def picture_again(noted: Noted, folder: Path, src: str, since_ns: int) -> Noted:
    """`again` for a picture, which is measured and not read whole."""
    return again(noted, _file(folder, src), since_ns, lambda _: measured(folder, src))


def measured(folder: Path, src: str) -> Size | tuple[str, str]:
    """The size of a picture, or the code and words of its fault."""
    try:
        return measure(folder, src)
    except PictureFault as fault:
        return fault.code, str(fault)


def _file(folder: Path, src: str) -> str:
    """Where a picture lies, or would lie if it were in the folder: asked more often than measured."""
    return f"{folder}/{unquote(src)}"
