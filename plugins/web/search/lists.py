"""Lists of documents as bytes: differences or bits, whichever is shorter (format 1)."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

Numbers = npt.NDArray[np.int64]
Bytes = npt.NDArray[np.uint8]
#: What the first byte of a list says it is.
DIFFERENCES, BITS = 0, 1


@dataclass(frozen=True, slots=True)
class Lists:
    """Many runs of bytes one after the other, and how many bytes each has."""

    data: Bytes
    lengths: Numbers


def varints(values: Numbers) -> Lists:
    """Each number as little-endian base 128, high bit: more follows."""
    widths = _widths(values)
    data = np.zeros(int(widths.sum()), np.uint8)
    _put(data, starts(widths), values, widths)
    return Lists(data, widths)


def encoded(owners: Numbers, documents: Numbers, count: int) -> Lists:
    """``count`` lists: document ``documents[i]`` stands in list ``owners[i]``; both ascend. An empty list has no byte."""
    sizes = np.bincount(owners, minlength=count)
    firsts = starts(sizes)
    steps = _steps(documents, firsts[sizes > 0])
    widths = _widths(steps)
    before = np.concatenate(([0], np.cumsum(widths)))
    as_steps = before[firsts + sizes] - before[firsts]
    as_bits = _bytes_of_bits(documents, firsts, sizes)
    is_bits = as_bits < as_steps
    lengths = np.minimum(as_steps, as_bits) + (sizes > 0)
    begins = starts(lengths)
    data = np.zeros(int(lengths.sum()), np.uint8)
    data[begins[is_bits]] = BITS
    in_bits = is_bits[owners]
    in_steps = ~in_bits
    shift = begins + 1 - before[firsts]
    _put(data, (shift[owners] + before[:-1])[in_steps], steps[in_steps], widths[in_steps])
    _set(data, begins[owners[in_bits]] + 1, documents[in_bits])
    return Lists(data, lengths)


def starts(lengths: Numbers) -> Numbers:
    """Where each of these begins when they follow one another."""
    made: Numbers = np.cumsum(lengths) - lengths
    return made


def _steps(documents: Numbers, begun: Numbers) -> Numbers:
    """From each document to the next in its list; the first of a list is told whole."""
    steps = np.diff(documents, prepend=0)
    steps[begun] = documents[begun]
    return steps


def _bytes_of_bits(documents: Numbers, firsts: Numbers, sizes: Numbers) -> Numbers:
    """How many bytes each list takes as a bitset."""
    is_any = sizes > 0
    made = np.zeros(len(sizes), np.int64)
    made[is_any] = (documents[(firsts + sizes - 1)[is_any]] >> 3) + 1
    return made


def _widths(values: Numbers) -> Numbers:
    """How many bytes each number takes, below 2³⁵."""
    widths = np.ones(len(values), np.int64)
    for bits in (7, 14, 21, 28):
        if values.max(initial=0) >> bits:
            widths += values >= 1 << bits
    return widths


def _put(data: Bytes, at: Numbers, values: Numbers, widths: Numbers) -> None:
    """Write each number at its place."""
    data[at] = (values & 127) | (widths > 1) << 7
    for byte in range(1, int(widths.max(initial=0))):
        has = np.flatnonzero(widths > byte)
        rest = values[has] >> (7 * byte)
        data[at[has] + byte] = (rest & 127) | (widths[has] > byte + 1) << 7


def _set(data: Bytes, begins: Numbers, documents: Numbers) -> None:
    """Set the bit of each document in the bitset that begins at its place; both ascend."""
    at = begins + (documents >> 3)
    firsts = np.flatnonzero(np.diff(at, prepend=-1))
    if firsts.size:
        bits = (1 << (documents & 7)).astype(np.uint8)
        data[at[firsts]] = np.bitwise_or.reduceat(bits, firsts)
