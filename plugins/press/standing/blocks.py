"""Blocks: pictures as they stand in a PDF, kept by their content."""

from __future__ import annotations

import pickle
from dataclasses import dataclass
from typing import Any

import pydyf

from plugins.keeping.store import Store, key


@dataclass(frozen=True, slots=True)
class Block:
    """A picture object: its dictionary, its data, its mask if it has one."""

    facts: dict[str, Any]
    data: bytes
    mask: Block | None

    def stream(self) -> Any:
        """The object for a PDF that is being written."""
        extra = pydyf.Dictionary(self.facts)
        if self.mask is not None:
            extra["SMask"] = self.mask.stream()
        return pydyf.Stream([self.data], extra)


class KeptPicture:
    """Answers for WeasyPrint's picture when a PDF is written."""

    def __init__(self, block: Block) -> None:
        self._block = block

    def get_x_object(self, interpolate: bool, dpi_ratio: float) -> Any:
        """The picture object, made when it was kept."""
        return self._block.stream()


class Blocks:
    """Pictures in the store. ``known``: WeasyPrint's name of a picture → digest of what it is made from."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def keep(self, picture: Any, smoothed: bool, source: str) -> str:
        """Keep a picture of WeasyPrint's; the key for `take`. ``source``: a digest of its file, "" if unknown."""
        name = key("picture", source, str(smoothed)) if source else ""
        if name and self._store.get(name) is not None:
            return name
        data = pickle.dumps(_block(picture.get_x_object(smoothed, 1)))
        name = name or key("picture", data)
        self._store.put(name, data)
        return name

    def has(self, name: str) -> bool:
        """Whether the picture of this key is there."""
        return self._store.file(name).exists()

    def take(self, name: str) -> KeptPicture:
        """The picture of a key. Raises LookupError when it is not there."""
        data = self._store.get(name)
        if data is None:
            raise LookupError(name)
        block: Block = pickle.loads(data)
        return KeptPicture(block)


def _block(stream: Any) -> Block:
    facts = dict(stream.extra)
    mask = facts.pop("SMask", None)
    data = b"\n".join(pydyf._to_bytes(each) for each in stream.stream)
    return Block(facts, data, None if mask is None else _block(mask))
