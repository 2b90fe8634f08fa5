"""Reading in several processes at once."""

from __future__ import annotations

import os
import sys
import threading
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context
from pathlib import Path
from typing import Any, TypeVar

from plugins.keeping.parent import die_with

Result = TypeVar("Result")
#: Below so many manuscripts starting processes takes longer than they save.
PAYS = 60
_WORK: list[Callable[[Path], Any]] = []


def hands(wanted: int, folders: int, manuscripts: int) -> int:
    """How many processes are to read so much: one where it does not pay, or where forking is not safe.

    It is safe on Linux in a process that has no other thread, whose locks the new one would inherit.
    """
    if sys.platform != "linux" or threading.active_count() > 1 or manuscripts < PAYS:
        return 1
    return max(1, min(wanted, folders))


def spread(
    work: Callable[[Path], Result], folders: Sequence[Path], workers: int
) -> Iterator[Result]:
    """The results of ``work`` on each folder, in their order, done by ``workers`` forked processes.

    What ``work`` raises is raised here.
    """
    context = get_context("fork")
    with ProcessPoolExecutor(
        workers, context, initializer=_begin, initargs=(work, os.getpid())
    ) as pool:
        yield from pool.map(_do, folders)


def _begin(work: Callable[[Path], Any], parent: int) -> None:
    """In a new process: what it is there to do, inherited and not sent; it does not wait for a killed parent."""
    die_with(parent)
    _WORK[:] = [work]


def _do(folder: Path) -> Any:
    return _WORK[0](folder)
