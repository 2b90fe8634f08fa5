"""Frozen records in and out of a pickle, field by field.

What dataclasses do of themselves for frozen records with slots asks each record anew which fields it has: half of the
time that reading an archive from the cache takes.
"""

from __future__ import annotations

import copyreg
from dataclasses import fields
from operator import attrgetter
from typing import Any, TypeVar

Record = TypeVar("Record")


def quickly(kind: type[Record]) -> type[Record]:
    """A class decorator: records of this kind are pickled as the values of their fields (at least two)."""
    names = tuple(each.name for each in fields(kind))  # type: ignore[arg-type]
    values = attrgetter(*names)
    copyreg.pickle(kind, lambda record: (_restored, (kind, values(record))))
    _NAMES[kind] = names
    return kind


_NAMES: dict[type, tuple[str, ...]] = {}


def _restored(kind: type[Any], values: tuple[object, ...]) -> Any:
    """A record as it was; what it says was right when it was kept."""
    made = object.__new__(kind)
    for name, value in zip(_NAMES[kind], values, strict=True):
        object.__setattr__(made, name, value)
    return made
