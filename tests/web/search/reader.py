"""A reader of the index's files, written from its format alone: what a browser may find in them."""

from __future__ import annotations

import json
import unicodedata
from collections.abc import Callable, Iterable, Iterator
from functools import cache, cached_property
from itertools import accumulate, pairwise


def varints(data: bytes) -> Iterator[int]:
    value = shift = 0
    for byte in data:
        value |= (byte & 127) << shift
        shift += 7
        if byte < 128:
            yield value
            value = shift = 0


def listed(data: bytes) -> list[int]:
    """The documents of a list."""
    if data[:1] == b"\x01":
        return [
            8 * at + bit for at, byte in enumerate(data[1:]) for bit in range(8) if byte >> bit & 1
        ]
    return list(accumulate(varints(data[1:])))


def entries(data: bytes) -> dict[int, list[bytes]]:
    """A shard: each key with its three lists."""
    numbers = varints(data)
    rows = [[next(numbers) for _ in range(4)] for _ in range(next(numbers))]
    lengths = [length for row in rows for length in row[1:]]
    lists = [data[a:b] for a, b in pairwise(accumulate(lengths, initial=len(data) - sum(lengths)))]
    keys = accumulate(row[0] for row in rows)
    return {key: lists[3 * at : 3 * at + 3] for at, key in enumerate(keys)}


def is_han(unit: int) -> bool:
    return unit == 0x3007 or 0x3400 <= unit <= 0x9FFF or 0xF900 <= unit <= 0xFAFF


def stays(before: str, here: str, after: str) -> bool:
    if here == ".":
        return unicodedata.category(before) == unicodedata.category(after) == "Nd"
    return (
        unicodedata.category(here)[0] == "L" or unicodedata.category(here) == "Nd" or here == "〇"
    )


class Reader:
    """Asks for files by their paths below search/index/; ``asked`` has them with their sizes."""

    def __init__(self, fetch: Callable[[str], bytes]) -> None:
        self._fetch, self.asked = fetch, dict[str, int]()
        self._entries = cache(lambda path: entries(self.file(path)))

    def file(self, path: str) -> bytes:
        data = self._fetch(path)
        self.asked[path] = len(data)
        return data

    @cached_property
    def about(self) -> dict[str, list[dict[str, object]]]:
        return dict(json.loads(self.file("about.json")))

    @cached_property
    def _fold(self) -> dict[int, str]:
        return str.maketrans(*json.loads(self.file("fold.json")))

    def stream(self, text: str) -> str:
        plain = unicodedata.normalize("NFKC", text)
        folded = "".join(each.lower() for each in plain).translate(self._fold)
        around = zip(f" {folded}", folded, f"{folded[1:]} ", strict=False)
        return "".join(here for before, here, after in around if stays(before, here, after))

    def units(self, text: str) -> list[int]:
        data = self.stream(text).encode("utf-16-le", "surrogatepass")
        return [low + 256 * high for low, high in zip(data[::2], data[1::2], strict=True)]

    def keys(self, text: str) -> set[int]:
        """The keys a text must have; of a single character its own."""
        units = self.units(text)
        return {first << 16 | second for first, second in pairwise(units)} or set(units)

    def documents(self, key: int, place: int = 0) -> set[int]:
        """Documents that have a key anywhere (0), in the lead (1), in the headline (2)."""
        found: set[int] = set()
        for segment in self.about["segments"]:
            shard = (key * 0x9E3779B1 & 0xFFFFFFFF) % int(str(segment["shards"]))
            lists = self._entries(f"{segment['name']}/{shard:04x}.bin").get(key, [b"", b"", b""])
            found |= {int(str(segment["first"])) + local for local in listed(lists[place])}
        return found

    def find(self, text: str, place: int = 0) -> set[int]:
        """Documents that have all keys of a text."""
        return set.intersection(*(self.documents(key, place) for key in self.keys(text)))

    def ranked(self, words: Iterable[str]) -> list[int]:
        """Documents that have all words: those in the headline, in the lead, the others; each newest first."""
        by_place = [
            set.intersection(*(self.find(word, place) for word in words)) for place in (2, 1, 0)
        ]
        order = {
            each: rank for rank, found in reversed(list(enumerate(by_place))) for each in found
        }
        return sorted(order, key=lambda each: (order[each], -each))

    def row(self, document: int) -> list[object]:
        """What the tables say of a document."""
        segment = max(
            (each for each in self.about["segments"] if int(str(each["first"])) <= document),
            key=lambda each: int(str(each["first"])),
        )
        table, at = divmod(document - int(str(segment["first"])), int(str(self.about["table"])))
        return list(json.loads(self.file(f"{segment['name']}/t{table}.json"))[at])
