"""Documents → postings: which key stands in which document, and where in it.

A posting is one number of 64 bits, so that sorting postings puts them in the order of the files:
shard (14 bits), key (32), document (16), place (2).
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

import numpy as np
import numpy.typing as npt

from plugins.web.search.stream import BORDER, Mask, Units, units

Postings = npt.NDArray[np.uint64]
Keys = npt.NDArray[np.uint32]
Places = npt.NDArray[np.uint8]

DOCUMENT_BITS, PLACE_BITS, SHARD_BITS = 16, 2, 14
KEY_SHIFT = DOCUMENT_BITS + PLACE_BITS
SHARD_SHIFT = 32 + KEY_SHIFT
MOST_DOCUMENTS, MOST_SHARDS = 1 << DOCUMENT_BITS, (1 << SHARD_BITS) - 1
#: Where a key stands. The headline is part of the lead; what is in both has the greater of the two.
BODY, LEAD, HEADLINE = 0, 1, 2
#: So much of a body's stream counts as its lead.
LEAD_UNITS = 120
#: Knuth's multiplier, 2³² by the golden ratio. As 2³² is a multiple of 2, 4, 8 … only an odd number of shards makes
#: use of both characters of a key: else all pairs that end alike stand in one shard.
MULTIPLIER = 0x9E3779B1
#: Han whose code unit is a key by itself.
HAN = ((0x3007, 0x3007), (0x3400, 0x9FFF), (0xF900, 0xFAFF))
#: The fields of a document, by the borders behind them.
HEADLINE_END, NUMBER_END, BODY_END = 0, 4, 5


def postings(documents: Sequence[Sequence[str]], first: int, shards: int) -> Postings:
    """The postings of some documents, each key of a document once, in no order.

    ``documents``: the fields of each as `Document.fields` has them; ``first``: the number of the first document in its
    segment; ``shards``: how many, odd. Raises ValueError when a posting cannot number so many documents or shards.
    """
    if first + len(documents) > MOST_DOCUMENTS or shards > MOST_SHARDS or not shards % 2:
        raise ValueError(f"{first + len(documents)} documents in {shards} shards")
    found = [_once(units(BORDER.join((*fields, "")))) for fields in documents]
    if not found:
        return np.empty(0, np.uint64)
    keys = np.concatenate([keys for keys, _ in found]).astype(np.uint64)
    places = np.concatenate([places for _, places in found])
    numbers = np.arange(first, first + len(found), dtype=np.uint64)
    made = shard_of(keys, shards) << np.uint64(SHARD_SHIFT)
    made |= keys << np.uint64(KEY_SHIFT)
    made |= np.repeat(numbers << np.uint64(PLACE_BITS), [len(keys) for keys, _ in found])
    made |= places
    return made


def shard_of(keys: Postings, shards: int) -> Postings:
    """The shard of each key."""
    return ((keys * np.uint64(MULTIPLIER)) & np.uint64(0xFFFFFFFF)) % np.uint64(shards)


def _once(stream: Units) -> tuple[Keys, Places]:
    """The keys of a document, ascending, each once; and the most prominent place of each."""
    keys = np.sort(_keys(stream))
    is_new = np.ones(len(keys), np.bool_)
    is_new[1:] = keys[1:] != keys[:-1]
    keys = keys[is_new]
    places = np.zeros(len(keys), np.uint8)
    borders = np.flatnonzero(stream == ord(BORDER))
    lead = min(borders[NUMBER_END] + 1 + LEAD_UNITS, borders[BODY_END])
    places[np.searchsorted(keys, _keys(stream[:lead]))] = LEAD
    places[np.searchsorted(keys, _keys(stream[: borders[HEADLINE_END]]))] = HEADLINE
    return keys, places


def _keys(stream: Units) -> Keys:
    """All keys of a stream, as often as they come: pairs within a field, and single Han."""
    is_inside = stream != ord(BORDER)
    wide = stream.astype(np.uint32)
    pairs = (wide[:-1] << np.uint32(16)) | wide[1:]
    return np.concatenate((pairs[is_inside[:-1] & is_inside[1:]], wide[_han()[stream]]))


@cache
def _han() -> Mask:
    """By code unit: whether it is a key by itself."""
    is_han = np.zeros(0x10000, np.bool_)
    for low, high in HAN:
        is_han[low : high + 1] = True
    return is_han
