"""Lists of documents: each read back as it was, in the shorter of two forms."""

from __future__ import annotations

import itertools

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from plugins.web.search.lists import BITS, DIFFERENCES, encoded, varints
from tests.web.search import reader

documents = st.sets(st.integers(0, 300) | st.integers(0, 200_000), max_size=60).map(sorted)


def one(found: list[int]) -> bytes:
    """One list."""
    made = np.array(found, np.int64)
    return encoded(np.zeros_like(made), made, 1).data.tobytes()


def differences(found: list[int]) -> int:
    """How long a list is when told by differences."""
    steps = [after - before for before, after in zip([0, *found], found, strict=False)]
    return sum(max(1, -(-step.bit_length() // 7)) for step in steps)


@given(st.lists(documents, max_size=8))
def test_lists_are_read_back(lists: list[list[int]]) -> None:
    owners = [number for number, each in enumerate(lists) for _ in each]
    members = [member for each in lists for member in each]
    made = encoded(np.array(owners, np.int64), np.array(members, np.int64), len(lists))
    bounds = [0, *np.cumsum(made.lengths).tolist()]
    data = made.data.tobytes()
    parts = [data[start:end] for start, end in itertools.pairwise(bounds)]
    assert [reader.listed(part) for part in parts] == lists
    assert len(data) == bounds[-1]


@given(documents.filter(bool))
def test_a_list_takes_the_shorter_form(found: list[int]) -> None:
    in_bits = found[-1] // 8 + 1
    assert len(one(found)) == 1 + min(differences(found), in_bits)


@pytest.mark.parametrize(
    ("found", "expected"),
    [
        ([], b""),
        ([0], bytes([DIFFERENCES, 0])),
        ([3, 200], bytes([DIFFERENCES, 3, 0xC5, 1])),
        ([0, 1, 2, 9], bytes([BITS, 0b111, 0b10])),
    ],
)
def test_both_forms(found: list[int], expected: bytes) -> None:
    assert one(found) == expected


@given(st.lists(st.integers(0, 2**32 - 1), max_size=20))
def test_numbers_are_read_back(numbers: list[int]) -> None:
    made = varints(np.array(numbers, np.int64))
    assert list(reader.varints(made.data.tobytes())) == numbers
    assert made.lengths.sum() == len(made.data)
