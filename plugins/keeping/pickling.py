"""Frozen records in and out of a pickle, field by field.

What dataclasses do of themselves for frozen records with slots asks each record anew which fields it has: half of the
time that reading an archive from the cache takes.
"""

from __future__ import annotations

import copyreg
import sys
from collections.abc import Callable
from dataclasses import fields
from functools import lru_cache
from operator import attrgetter
from typing import Any, NamedTuple, TypeVar

Record = TypeVar("Record")
#: So many shared records are known at once.
MOST_SHARED = 10_000


class _Shape(NamedTuple):
    """Names of the fields; places of those that hold words which many records have."""

    names: tuple[str, ...]
    common: tuple[int, ...]


_SHAPES: dict[type, _Shape] = {}


def quickly(
    *, is_shared: bool = False, common: tuple[str, ...] = ()
) -> Callable[[type[Record]], type[Record]]:
    """A class decorator: records of this kind are pickled as the values of their fields (at least two).

    ``is_shared``: equal records come back as one object (their values must be hashable); ``common``: fields that are
    tuples of words which many records have, and which are kept once in memory.
    """

    def decorated(kind: type[Record]) -> type[Record]:
        names = tuple(each.name for each in fields(kind))  # type: ignore[arg-type]
        values = attrgetter(*names)
        restored = _shared if is_shared else _restored
        copyreg.pickle(kind, lambda record: (restored, (kind, values(record))))
        _SHAPES[kind] = _Shape(names, tuple(map(names.index, common)))
        return kind

    return decorated


def _restored(kind: type[Any], values: tuple[object, ...]) -> Any:
    """A record as it was; what it says was right when it was kept."""
    made = object.__new__(kind)
    names, common = _SHAPES[kind]
    for name, value in zip(names, values, strict=True):
        object.__setattr__(made, name, value)
    for place in common:
        words: Any = values[place]
        if words:
            object.__setattr__(made, names[place], tuple(map(sys.intern, words)))
    return made


@lru_cache(MOST_SHARED)
def _shared(kind: type[Any], values: tuple[object, ...]) -> Any:
    return _restored(kind, values)
