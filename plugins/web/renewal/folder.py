"""The output folder while it is renewed: aside and exchanged as a whole, or file by file where it stands."""

from __future__ import annotations

import os
import shutil
from collections.abc import Collection, Iterable, Iterator
from pathlib import Path

from plugins.keeping.exchange import exchange, undo
from plugins.web.renewal.manifest import Marks, marks

NEW = os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_CLOEXEC


class OutputFolder:
    """Takes files of a site by their paths on it.

    ``in_place``: every file takes its place at once (a preview). Otherwise nothing can be seen before `finish`
    (what is published), which then shows everything at once. Not to be used by two processes at once, but for
    `write` and `copy` of different paths.
    """

    def __init__(self, output: Path, *, in_place: bool = False) -> None:
        self.output = output
        self._in_place = in_place
        self.aside = output if in_place else output.with_name(f"{output.name}.new")

    def begin(self, known: Collection[str] | None) -> None:
        """Put in order what a killed build left; make room for this one.

        ``known``: the files that the last build wrote. In place nothing else may stand there. None: the last build
        was this process's own, and nothing is to be looked for.
        """
        undo(self.output)
        if not self._in_place and self.aside.exists():
            shutil.rmtree(self.aside)
        self.aside.mkdir(parents=True, exist_ok=True)
        if self._in_place and known is not None:
            for path in set(_files(self.output)) - set(known):
                self._drop(self.output / path)

    def write(self, path: str, data: bytes) -> Marks:
        """Put a file there."""
        if self._in_place:
            new = self._beside(path)
            with open(new, "xb") as opened:  # noqa: PTH123
                opened.write(data)
            return self._placed(new, path)
        with open(self._created(path), "wb", buffering=0) as opened:  # noqa: PTH123
            opened.write(data)
            return marks(os.fstat(opened.fileno()))

    def copy(self, path: str, source: Path) -> Marks:
        """Put a copy of a file there. Another process may be putting the same one there (`marks`)."""
        new = self._beside(path)
        shutil.copyfile(source, new)
        return self._placed(new, path)

    def marks(self, path: str) -> Marks:
        """The marks of a file that was put there."""
        return marks(os.stat(f"{self.aside}{os.sep}{path}"))  # noqa: PTH116

    def _created(self, path: str) -> int:
        """A new file where nobody looks yet: a name of its own first would take as long again."""
        place = f"{self.aside}{os.sep}{path}"
        try:
            return os.open(place, NEW, 0o666)
        except FileNotFoundError:
            os.makedirs(os.path.dirname(place), exist_ok=True)  # noqa: PTH103, PTH120
        except FileExistsError:
            os.unlink(place)  # noqa: PTH108
        return os.open(place, NEW, 0o666)

    def finish(self, kept: Iterable[str], gone: Iterable[str]) -> dict[str, Marks]:
        """Show the site: what was written, the files in ``kept`` as they stand; without ``gone``.

        Out: the marks of kept files that are other files now, where a file cannot have two names.
        """
        if self._in_place:
            for path in gone:
                self._drop(self.output / path)
            return {}
        copied = {path: made for path in kept if (made := self._keep(path))}
        if self.output.exists():
            exchange(self.aside, self.output)
            shutil.rmtree(self.aside)
        else:
            self.aside.rename(self.output)
        return copied

    def give_up(self) -> None:
        """Leave the folder as it was; what was written in place stays."""
        if not self._in_place:
            shutil.rmtree(self.aside, ignore_errors=True)

    def _beside(self, path: str) -> str:
        """A name beside a path's place that no other process takes; makes the folder."""
        place = f"{self.aside}{os.sep}{path}"
        folder = os.path.dirname(place)  # noqa: PTH120
        if not os.path.isdir(folder):  # noqa: PTH112
            os.makedirs(folder, exist_ok=True)  # noqa: PTH103
        return f"{place}.{os.getpid()}.new"

    def _placed(self, new: str, path: str) -> Marks:
        place = f"{self.aside}{os.sep}{path}"
        os.replace(new, place)  # noqa: PTH105
        return marks(os.stat(place))  # noqa: PTH116

    def _keep(self, path: str) -> Marks | None:
        """A file of the last build in this one: a second name for it, or a copy, whose marks are given."""
        old, place = f"{self.output}{os.sep}{path}", f"{self.aside}{os.sep}{path}"
        try:
            os.link(old, place)
        except FileExistsError:
            return None  # written by this build
        except OSError:  # no folder yet, or no second names on this file system
            os.makedirs(os.path.dirname(place), exist_ok=True)  # noqa: PTH103, PTH120
            return _linked_or_copied(old, place)
        return None

    def _drop(self, file: Path) -> None:
        """Take a file away, and the folders that it leaves empty."""
        file.unlink(missing_ok=True)
        for folder in file.parents:
            if folder == self.output or any(folder.iterdir()):
                return
            folder.rmdir()


def _linked_or_copied(old: str, place: str) -> Marks | None:
    """File systems of memory cards and some shares know no second names."""
    try:
        os.link(old, place)
    except OSError:
        shutil.copy2(old, place)
        return marks(os.stat(place))  # noqa: PTH116
    return None


def _files(folder: Path) -> Iterator[str]:
    """All files below a folder, as paths from it."""
    for place, _, names in os.walk(folder):
        below = place[len(str(folder)) + 1 :].replace(os.sep, "/")
        yield from (f"{below}/{name}" if below else name for name in names)
