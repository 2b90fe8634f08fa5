"""Folders replaced whole: two change places in one step, so that whoever looks sees the one or the other, never nothing."""

from __future__ import annotations

import ctypes
import errno
import os
import shutil
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from pathlib import Path
from typing import Any

#: renameat2(2), Linux 3.15: exchange both names atomically; the folder names are relative to the working folder.
RENAME_EXCHANGE, AT_FDCWD = 2, -100
#: renamex_np(2), macOS 10.12.
RENAME_SWAP = 2
#: The file system or the kernel does not know how.
UNKNOWN = {errno.EINVAL, errno.ENOSYS, errno.ENOTSUP, errno.EOPNOTSUPP}


def exchange(one: Path, other: Path) -> None:
    """Let two folders of one file system change places.

    Where the system cannot do it in one step there is an instant between two renames in which ``other`` has no
    name; `undo` mends a crash right there. Raises OSError when a folder is missing or may not be renamed.
    """
    if not _at_once(one, other):
        between = _between(other)
        other.rename(between)
        one.rename(other)
        between.rename(one)


def undo(other: Path) -> None:
    """Put in order what a crash between the renames of `exchange` left: ``other`` gets its name back.

    When the new one had taken it already, the old one goes.
    """
    between = _between(other)
    if between.exists() and not other.exists():
        between.rename(other)
    elif between.exists():
        shutil.rmtree(between)


@contextmanager
def built_aside(output: Path) -> Iterator[Path]:
    """A new empty folder that takes the place of ``output`` when the block ends well.

    When the block raises, ``output`` stays as it was. What an earlier crash left is put in order first.
    """
    aside = output.with_name(f"{output.name}.new")
    undo(output)
    if aside.exists():
        shutil.rmtree(aside)
    aside.mkdir(parents=True)
    try:
        yield aside
        _take_place(aside, output)
    except BaseException:
        undo(output)
        shutil.rmtree(aside, ignore_errors=True)
        raise
    shutil.rmtree(aside, ignore_errors=True)


def _take_place(aside: Path, output: Path) -> None:
    if output.exists():
        exchange(aside, output)
    else:
        aside.rename(output)


def _between(other: Path) -> Path:
    return other.with_name(f"{other.name}.old")


def _at_once(one: Path, other: Path) -> bool:
    """Exchange in one system call; False when the system has none."""
    call = _system_call()
    if call is None:
        return False
    if call(os.fsencode(one), os.fsencode(other)) == 0:
        return True
    number = ctypes.get_errno()
    if number in UNKNOWN:
        return False
    raise OSError(number, os.strerror(number), str(one), None, str(other))


@cache
def _system_call() -> Any:
    """The system's call for two names; None when it has none."""
    library = ctypes.CDLL(None, use_errno=True)
    if sys.platform == "darwin" and hasattr(library, "renamex_np"):
        return lambda one, other: library.renamex_np(one, other, RENAME_SWAP)
    if hasattr(library, "renameat2"):
        return lambda one, other: library.renameat2(AT_FDCWD, one, AT_FDCWD, other, RENAME_EXCHANGE)
    return None
