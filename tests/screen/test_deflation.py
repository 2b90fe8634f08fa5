from __future__ import annotations

import zlib
from pathlib import Path

import pytest
from pikepdf import Name, Pdf, Stream

from plugins.press.screen import deflation
from plugins.press.screen.deflation import deflate

WORDS = b"q 1 0 0 1 0 0 cm Q " * 40


def raw() -> Pdf:
    """A page, a packed stream and metadata."""
    pdf = Pdf.new()
    pdf.add_blank_page().obj.Contents = Stream(pdf, WORDS)
    packed = pdf.make_stream(zlib.compress(b"packed", 1))
    packed.Filter = Name.FlateDecode
    pdf.Root.Packed = packed
    pdf.Root.Metadata = Stream(pdf, b"<x/>", Type=Name.Metadata)
    return pdf


def test_plain_streams_are_packed_and_say_the_same() -> None:
    pdf = raw()
    deflate(pdf)
    page = pdf.pages[0].Contents
    assert page.Filter == Name.FlateDecode
    assert len(page.read_raw_bytes()) < len(WORDS)
    assert page.read_bytes() == WORDS


def test_packed_streams_and_metadata_stay_as_they_are() -> None:
    pdf = raw()
    deflate(pdf)
    assert pdf.Root.Packed.read_raw_bytes() == zlib.compress(b"packed", 1)
    assert pdf.Root.Metadata.read_raw_bytes() == b"<x/>"
    assert "/Filter" not in pdf.Root.Metadata


def test_what_is_kept_changes_no_byte(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    alone, cold, warm = raw(), raw(), raw()
    deflate(alone)
    deflate(cold, tmp_path)

    def refuse(*_: object) -> bytes:
        raise AssertionError("packed again")

    monkeypatch.setattr(deflation.zlib, "compress", refuse)
    deflate(warm, tmp_path)
    streams = [each.pages[0].Contents.read_raw_bytes() for each in (alone, cold, warm)]
    assert streams[0] == streams[1] == streams[2]
