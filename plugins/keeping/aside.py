"""Writing a file so that it is the old one or the whole new one, whatever happens meanwhile."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path


def write(file: Path, data: bytes) -> None:
    """Write ``data`` beside ``file`` and put it in its place in one step. Makes the folder if need be."""
    with _beside(file, data) as new:
        new.replace(file)


def write_new(file: Path, data: bytes) -> None:
    """The same for a file that must not be there yet. Raises FileExistsError when it is: nothing was changed then."""
    with _beside(file, data) as new:
        try:
            os.link(new, file)
        except FileExistsError:
            raise
        except OSError:  # a file system without hard links
            with file.open("xb") as opened:
                opened.write(data)


@contextmanager
def _beside(file: Path, data: bytes) -> Iterator[Path]:
    """``data`` in a file beside ``file``, on the same file system; gone when the block ends."""
    file.parent.mkdir(parents=True, exist_ok=True)
    handle, name = tempfile.mkstemp(prefix=f".{file.name}.", suffix=".new", dir=file.parent)
    new = Path(name)
    try:
        with os.fdopen(handle, "wb") as opened:
            opened.write(data)
        new.chmod(0o644)
        yield new
    finally:
        new.unlink(missing_ok=True)
