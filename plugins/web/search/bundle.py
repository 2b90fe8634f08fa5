"""The files of a segment and how they are kept: in one file, as making them takes long and they are many."""

from __future__ import annotations

import json
from dataclasses import dataclass
from itertools import accumulate, pairwise

from plugins.keeping.store import key


@dataclass(frozen=True, slots=True)
class Bundle:
    """Files by their names inside the segment, in order; the number of shards."""

    shards: int
    files: dict[str, bytes]

    @property
    def version(self) -> str:
        """A digest of all files."""
        return key(*(part for name, data in self.files.items() for part in (name, data)))

    def packed(self) -> bytes:
        """All of it as the content of one file: a line of JSON, then the files one after another."""
        lengths = {name: len(data) for name, data in self.files.items()}
        head = json.dumps({"shards": self.shards, "lengths": lengths})
        return b"".join((head.encode(), b"\n", *self.files.values()))


def unpacked(data: bytes) -> Bundle:
    """What `Bundle.packed` made."""
    end = data.index(b"\n") + 1
    told = json.loads(data[:end])
    places = pairwise(accumulate(told["lengths"].values(), initial=end))
    cut = (data[start:stop] for start, stop in places)
    return Bundle(told["shards"], dict(zip(told["lengths"], cut, strict=True)))
