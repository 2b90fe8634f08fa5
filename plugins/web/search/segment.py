"""The documents of one segment → its files (format 1)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import accumulate

import numpy as np

from plugins.web.search.bundle import Bundle
from plugins.web.search.document import Document
from plugins.web.search.grams import postings
from plugins.web.search.lists import encoded
from plugins.web.search.notation import compact
from plugins.web.search.register import FACETS, Register, facet_names
from plugins.web.search.shards import numbered, shard_files, shards_for

#: So many documents stand in one table: a row of results is seldom in the same as the one before.
TABLE = 8
#: So many lists of a filter stand in one file.
LISTS = 16
Filed = tuple[int, Sequence[Document]]
"""The number of an issue in about.json, and its documents."""


def made(filed: Sequence[Filed], register: Register) -> Bundle:
    """All files of a segment. ``register``: what has appeared up to the end of it."""
    documents = [each for _, found in filed for each in found]
    shards = shards_for(sum(len(each.article.text) for each in documents))
    files = {f"{number:04x}.bin": data for number, data in enumerate(_shards(filed, shards))}
    files |= _tables(filed, register)
    files |= _facets(documents, register)
    return Bundle(shards, files)


def _shards(filed: Sequence[Filed], shards: int) -> Iterator[bytes]:
    firsts = accumulate((len(documents) for _, documents in filed), initial=0)
    parts = (
        postings([each.fields for each in documents], first, shards)
        for (_, documents), first in zip(filed, firsts, strict=False)
    )
    return shard_files(parts, shards)


def _tables(filed: Sequence[Filed], register: Register) -> Iterator[tuple[str, bytes]]:
    """What a row of results says of a document, before its page is read."""
    rows = [_row(each, issue, register) for issue, documents in filed for each in documents]
    for number, first in enumerate(range(0, len(rows), TABLE)):
        yield f"t{number}.json", compact(rows[first : first + TABLE])


def _row(document: Document, issue: int, register: Register) -> tuple[str | int, ...]:
    section = register.numbers["section"][document.section]
    kind = register.numbers["kind"][document.kind]
    return document.path, document.article.headline, section, kind, document.day, issue


def _facets(documents: Sequence[Document], register: Register) -> Iterator[tuple[str, bytes]]:
    """The documents of each name of each facet, by the numbers of the names."""
    for facet in FACETS:
        numbers = register.numbers[facet]
        pairs = sorted(
            (numbers[name], place)
            for place, document in enumerate(documents)
            for name in facet_names(document, facet)
        )
        owners, places = np.array(pairs, np.int64).reshape(-1, 2).T
        lists = encoded(owners, places, len(numbers))
        for number, data in enumerate(numbered(lists, LISTS)):
            yield f"f-{facet}-{number}.bin", data
