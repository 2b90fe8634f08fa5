"""Build aside, then swap: where people look stands a whole folder, the old one or the new one.

Between the two renames of a swap there is none for an instant; `restore` mends a crash right there.
"""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path


@contextmanager
def built_aside(output: Path) -> Iterator[Path]:
    """A new empty folder that takes the place of ``output`` when the block ends well.

    When the block raises, ``output`` stays as it was. What an earlier crash left is put in order
    first.
    """
    aside = output.with_name(f"{output.name}.new")
    before = output.with_name(f"{output.name}.old")
    restore(output)
    aside.mkdir(parents=True)
    try:
        yield aside
    except BaseException:
        shutil.rmtree(aside)
        raise
    _swap(aside, output, before)
    shutil.rmtree(before, ignore_errors=True)


def _swap(aside: Path, output: Path, before: Path) -> None:
    """Put ``aside`` in the place of ``output``; when that fails, the last one comes back."""
    had = output.exists()
    if had:
        output.rename(before)
    try:
        aside.rename(output)
    except OSError:
        if had:
            before.rename(output)
        shutil.rmtree(aside)
        raise


def restore(output: Path) -> None:
    """Put in order what a crash left: an interrupted swap is undone, half a build thrown away."""
    aside = output.with_name(f"{output.name}.new")
    before = output.with_name(f"{output.name}.old")
    if before.exists() and not output.exists():
        before.rename(output)
    for leftover in (aside, before):
        if leftover.exists():
            shutil.rmtree(leftover)
