"""The reader of leaks finds what is there: a check that cannot fail would guard nothing."""

from __future__ import annotations

import gzip
import json
from pathlib import Path
from urllib.parse import quote

import brotli
import pytest
from PIL import Image, PngImagePlugin

from tests.web.leaks import leaked, runs

SECRET = "暗访组的名单今天夜里送到码头仓库"


def page(text: str) -> bytes:
    return f"<p>{text}</p>".encode()


PLACES = {
    "plain.html": page(f"前{SECRET}后"),
    "tagged.html": page("<wbr>".join(SECRET)),
    "broken.html": page("\n  ".join((SECRET[:7], SECRET[7:]))),
    "escaped.html": page("".join(f"&#{ord(char)};" for char in SECRET)),
    "address.html": page(f'<a href="/tag/{quote(SECRET)}/">'),
    "data.json": json.dumps({"a": SECRET}).encode(),
    "page.html.gz": gzip.compress(page(SECRET)),
    "page.html.br": brotli.compress(page(SECRET)),
    "raw.jpg": b"\xff\xd8\xff" + SECRET.encode() + b"\x00",
    "wide.avif": b"\x00" + b"\x00" + SECRET.encode("utf-16-be"),
}


@pytest.mark.parametrize("name", PLACES)
def test_a_secret_is_found_wherever_it_hides(tmp_path: Path, name: str) -> None:
    (tmp_path / name).write_bytes(PLACES[name])
    found = leaked(tmp_path, runs(SECRET), ())
    assert found
    assert all(each.startswith(f"{name}: ") for each in found)


def test_a_comment_in_a_picture_is_found(tmp_path: Path) -> None:
    told = PngImagePlugin.PngInfo()
    told.add_itxt("Comment", SECRET)
    Image.new("RGB", (4, 4)).save(tmp_path / "a.png", pnginfo=told)
    assert leaked(tmp_path, runs(SECRET), ())


def test_names_of_files_and_of_articles_are_found(tmp_path: Path) -> None:
    (tmp_path / "mi-gao.html").write_text("x", "utf-8")
    (tmp_path / "b.html").write_text('<a href="mi-gao.html">', "utf-8")
    assert leaked(tmp_path, set(), ["mi-gao"]) == ["b.html: mi-gao", "mi-gao.html: mi-gao"]


def test_what_is_public_is_no_leak(tmp_path: Path) -> None:
    (tmp_path / "a.html").write_text("暗访组的名单", "utf-8")
    assert leaked(tmp_path, runs(SECRET), ["mi-gao"]) == []
