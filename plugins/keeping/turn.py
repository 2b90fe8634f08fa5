"""One process after the other."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path


@contextmanager
def in_turn(file: Path) -> Iterator[None]:
    """Wait until no other process is in a block of this ``file``; a killed process is in none.

    ``file`` is made, and stays. Where the system has no such lock (Windows) nobody waits.
    """
    file.parent.mkdir(parents=True, exist_ok=True)
    with file.open("ab") as opened:
        if sys.platform != "win32":
            import fcntl

            fcntl.flock(opened, fcntl.LOCK_EX)
            try:
                yield
            finally:  # copies of this process have the file open too: closing it is not enough
                fcntl.flock(opened, fcntl.LOCK_UN)
        else:
            yield
