"""Packed copies: what is packed, what is not, and the same bytes each time."""

from __future__ import annotations

import gzip
import random
from pathlib import Path

import brotli
import pytest
from hypothesis import given
from hypothesis import strategies as st

from plugins.web.server.packed import SMALLEST_BYTES, pack, packed

PAGE = "江水东流去，两岸有人家。".encode() * 100


def test_both_ways_and_back() -> None:
    made = packed(PAGE)
    assert sorted(made) == [".br", ".gz"]
    assert brotli.decompress(made[".br"]) == gzip.decompress(made[".gz"]) == PAGE
    assert len(made[".br"]) < len(made[".gz"]) < len(PAGE)


def test_no_time_stands_in_a_copy() -> None:
    copy = packed(PAGE)[".gz"]
    assert copy[4:8] == bytes(4)  # RFC 1952, 2.3: MTIME
    assert packed(PAGE) == packed(bytes(PAGE))


@pytest.mark.parametrize("suffix", [".jpg", ".woff2", ".pdf", ".br", ""])
def test_what_is_packed_already(suffix: str) -> None:
    assert packed(PAGE, suffix) == {}


def test_small_files_stay_as_they_are() -> None:
    assert packed(PAGE[: SMALLEST_BYTES - 1]) == {}
    assert packed(PAGE[:SMALLEST_BYTES])


@given(st.binary(min_size=SMALLEST_BYTES, max_size=2 * SMALLEST_BYTES))
def test_a_copy_is_smaller_or_is_not(data: bytes) -> None:
    for copy in packed(data, ".txt").values():
        assert len(copy) < len(data)


def test_noise_is_not_packed() -> None:
    noise = random.Random(1).randbytes(4 * SMALLEST_BYTES)
    assert packed(noise, ".svg") == {}


def test_beside_their_files(tmp_path: Path) -> None:
    files = [tmp_path / name for name in ("关于.html", "a.css", "b.jpg")]
    for file in files:
        file.write_bytes(PAGE)
    pack(files)
    assert sorted(file.name for file in tmp_path.iterdir()) == sorted(
        ["a.css", "a.css.br", "a.css.gz", "b.jpg", "关于.html", "关于.html.br", "关于.html.gz"]
    )
    assert brotli.decompress((tmp_path / "关于.html.br").read_bytes()) == PAGE
