"""When Python looks for garbage that points at itself."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def collector_paused() -> Iterator[None]:
    """Work that makes many objects and keeps most: looking at them all again and again costs up to a fifth of it.

    What is to be thrown away meanwhile goes by `collect_young`, or when the block has ended.
    """
    running = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if running:
            gc.enable()


@contextmanager
def set_apart() -> Iterator[None]:
    """Nothing that is there already is looked at: in copies of this process that would write on all the memory they share."""
    gc.freeze()
    try:
        yield
    finally:
        gc.unfreeze()


def collect_young() -> None:
    """Free what was made since the last time and points at itself; what is older is not looked at."""
    gc.collect(0)
