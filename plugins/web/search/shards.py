"""Postings → the files of the shards (format 1)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import pairwise

import numpy as np

from plugins.web.search.grams import (
    DOCUMENT_BITS,
    HEADLINE,
    KEY_SHIFT,
    LEAD,
    PLACE_BITS,
    SHARD_SHIFT,
    Postings,
)
from plugins.web.search.lists import Bytes, Lists, Numbers, encoded, starts, varints

#: So many shards are made at a time: then what is sorted stays in the processor's own memory.
AT_ONCE = 64
#: A shard for so many characters, which make 1 KB; of more than 6.5 million characters a shard has more. At 13,500
#: articles a reader's word of several keys costs 8 KB in the median; with 4,095 shards it was 21 KB, with 32,767 it is
#: 7.6 KB. Beyond it files, not bytes, are what a server has more of.
CHARACTERS = 400
MOST = 16383


def shards_for(characters: int) -> int:
    """How many shards texts of so many characters have; odd, for `MULTIPLIER`'s sake."""
    return min(MOST, characters // CHARACTERS | 1)


def shard_files(parts: Iterable[Postings], shards: int) -> Iterator[bytes]:
    """The bytes of every shard, in order. ``parts``: postings of some documents each, in no order; asked for once."""
    groups = -(-shards // AT_ONCE)
    divided = [_divided(part, groups) for part in parts]
    for number, found in enumerate(zip(*divided, strict=True)):
        group = np.concatenate(found)
        group.sort()
        first = number * AT_ONCE
        yield from _files(group, first, min(first + AT_ONCE, shards))


def numbered(lists: Lists, at_once: int) -> Iterator[bytes]:
    """Lists as files of the same form, so many to a file: the key of each is its number. Empty ones have no entry."""
    ends = np.concatenate(([0], np.cumsum(lists.lengths)))
    for first in range(0, len(lists.lengths), at_once):
        lengths = lists.lengths[first : first + at_once]
        keys = first + np.flatnonzero(lengths)
        found = lengths[lengths > 0]
        none = np.zeros_like(found)
        rows = np.stack((np.diff(keys, prepend=0), found, none, none), axis=1)
        head = varints(np.concatenate(([len(keys)], rows.ravel())))
        tail = lists.data[ends[first] : ends[first + len(lengths)]]
        yield head.data.tobytes() + tail.tobytes()


def _divided(part: Postings, groups: int) -> list[Postings]:
    """Postings by groups of `AT_ONCE` shards."""
    group = (part // np.uint64(AT_ONCE << SHARD_SHIFT)).astype(np.uint8)
    order = np.argsort(group, kind="stable")  # of bytes: counted, not compared
    bounds = np.searchsorted(group[order], np.arange(1, groups))
    return np.split(part[order], bounds)


def _files(postings: Postings, first: int, end: int) -> Iterator[bytes]:
    """The shards from ``first`` to before ``end``. ``postings``: theirs, sorted."""
    owned = postings >> np.uint64(KEY_SHIFT)
    is_new = np.ones(len(owned), np.bool_)
    is_new[1:] = owned[1:] != owned[:-1]
    found = owned[is_new].astype(np.int64)
    shards, keys = found >> 32, found & 0xFFFFFFFF
    three = _three(postings, np.cumsum(is_new) - 1, len(found))
    bounds = np.searchsorted(shards, np.arange(first, end + 1))
    counts = varints(np.diff(bounds))
    heads = varints(_heads(keys, bounds, three).ravel())
    tails = _woven(three)
    of_counts = _cut(counts.data, counts.lengths, np.arange(end - first + 1))
    of_heads = _cut(heads.data, heads.lengths.reshape(-1, 4).sum(axis=1), bounds)
    of_tails = _cut(tails, np.sum([each.lengths for each in three], axis=0), bounds)
    for count, head, tail in zip(of_counts, of_heads, of_tails, strict=True):
        yield count + head + tail


def _three(postings: Postings, owners: Numbers, count: int) -> tuple[Lists, ...]:
    """The lists a, l and t of every key."""
    mask = np.uint64((1 << DOCUMENT_BITS) - 1)
    documents = ((postings >> np.uint64(PLACE_BITS)) & mask).astype(np.int64)
    places = (postings & np.uint64((1 << PLACE_BITS) - 1)).astype(np.uint8)
    made = [encoded(owners, documents, count)]
    for least in (LEAD, HEADLINE):
        there = np.flatnonzero(places >= least)
        made.append(encoded(owners[there], documents[there], count))
    return tuple(made)


def _heads(keys: Numbers, bounds: Numbers, three: tuple[Lists, ...]) -> Numbers:
    """Rows of: step from the key before in its shard, lengths of its lists."""
    steps = np.diff(keys, prepend=0)
    begun = bounds[:-1][np.diff(bounds) > 0]
    steps[begun] = keys[begun]
    return np.stack((steps, *(each.lengths for each in three)), axis=1)


def _woven(three: tuple[Lists, ...]) -> Bytes:
    """The three kinds of lists in turn: a, l, t of the first key, then of the next."""
    lengths = np.stack([each.lengths for each in three], axis=1)
    places = starts(lengths.ravel()).reshape(lengths.shape)
    data = np.zeros(int(lengths.sum()), np.uint8)
    for column, each in enumerate(three):
        shift = places[:, column] - starts(each.lengths)
        data[np.repeat(shift, each.lengths) + np.arange(len(each.data))] = each.data
    return data


def _cut(data: Bytes, lengths: Numbers, bounds: Numbers) -> Iterator[bytes]:
    """Bytes of rows cut between the rows that ``bounds`` names."""
    ends = np.concatenate(([0], np.cumsum(lengths)))[bounds].tolist()
    return (data[start:end].tobytes() for start, end in pairwise(ends))
