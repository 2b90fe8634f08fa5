"""Fingerprints of records: the same for equal values, in any process, whatever the hash seed.

Records that many pages show (cards, labels, pictures) are frozen, so that theirs is taken once for each object.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Mapping
from dataclasses import fields, is_dataclass
from datetime import date
from enum import Enum
from operator import attrgetter
from pathlib import PurePath
from types import NoneType
from typing import Any

SIZE = 16
#: Types whose ``repr`` says what they are and all that they say.
PLAIN = frozenset({str, int, bool, float, bytes, NoneType})
_KINDS: dict[type, Callable[[object], tuple[object, ...]]] = {}


def digest(*parts: bytes) -> bytes:
    """One digest of many parts of which each is a digest or has a length of its own before it."""
    return hashlib.blake2b(b"".join(parts), digest_size=SIZE).digest()


class Fingerprints:
    """Takes fingerprints; remembers those of records of these kinds as long as it lives."""

    def __init__(self, *kinds: type) -> None:
        self._kinds = frozenset(kinds)
        #: By identity; the record is kept too, so that its identity is not given to another.
        self._known: dict[int, tuple[object, bytes]] = {}

    def of(self, *values: object) -> bytes:
        """The fingerprint of these values together. Raises TypeError for what is no value."""
        return digest(repr(self._told(values)).encode("utf-8", "surrogatepass"))

    def record(self, value: object) -> bytes:
        """The fingerprint of one record of the kinds that are remembered."""
        known = self._known.get(id(value))
        if known is None:
            known = self._known[id(value)] = (value, self._of_fields(value))
        return known[1]

    def trim(self, most: int) -> None:
        """Forget all when more than ``most`` records are remembered: in a process that lives long most are gone."""
        if len(self._known) > most:
            self._known.clear()

    def _told(self, values: Iterable[Any]) -> tuple[object, ...]:
        """Values as something whose ``repr`` tells them apart from all others."""
        return tuple([each if type(each) in PLAIN else self._other(each) for each in values])

    def _other(self, value: Any) -> object:
        kind = type(value)
        if kind in self._kinds:
            return self.record(value)
        if isinstance(value, tuple | list):
            return self._told(value)
        if is_dataclass(value) and not isinstance(value, type):
            return kind.__name__, self._of_fields(value)
        if isinstance(value, Mapping):
            return "mapping", self._told(sorted(value.items()))
        if isinstance(value, set | frozenset):
            return "set", self._told(sorted(value))
        if isinstance(value, str):  # Markup
            return str(value)
        if isinstance(value, date | Enum | PurePath):
            return kind.__name__, str(value)
        raise TypeError(f"no value: {kind.__name__}")

    def _of_fields(self, value: Any) -> bytes:
        told = (type(value).__name__, self._told(_fields(type(value))(value)))
        return digest(repr(told).encode("utf-8", "surrogatepass"))


def _fields(kind: type) -> Callable[[object], tuple[object, ...]]:
    """What gives the values of all fields of a record of this kind."""
    if kind not in _KINDS:
        names = [each.name for each in fields(kind)]
        _KINDS[kind] = attrgetter(*names) if len(names) > 1 else _only(names)
    return _KINDS[kind]


def _only(names: list[str]) -> Callable[[object], tuple[object, ...]]:
    return lambda value: tuple(getattr(value, name) for name in names)
