from __future__ import annotations

from pathlib import Path
from random import Random

import pytest
from PIL import Image, ImageFile

from plugins.article.pictures import PictureFault, Size, measure


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    issue = tmp_path / "2020-03"
    (issue / "photos").mkdir(parents=True)
    image = Image.new("RGB", (60, 40), "teal")
    for name in ("a.jpg", "a.png", "a.webp", "a.tiff", "a.gif", "a.bmp", "a b.jpg", "图.jpg"):
        image.save(issue / "photos" / name)
    image.save(tmp_path / "outside.jpg")
    return issue


def fault(folder: Path, src: str) -> PictureFault:
    with pytest.raises(PictureFault) as caught:
        measure(folder, src)
    assert f"“{src}”" in str(caught.value)
    assert "请" in str(caught.value)
    return caught.value


@pytest.mark.parametrize(
    "name", ["a.jpg", "a.png", "a.webp", "a.tiff", "a.gif", "a b.jpg", "a%20b.jpg", "图.jpg"]
)
def test_size(folder: Path, name: str) -> None:
    assert measure(folder, f"photos/{name}") == Size(60, 40)


def test_missing(folder: Path) -> None:
    found = fault(folder, "photos/none.jpg")
    assert found.code == "A112"
    assert "photos" in str(found)


@pytest.mark.parametrize(
    "src",
    [
        "https://e.invalid/a.jpg",
        "//e.invalid/a.jpg",
        "/etc/a.jpg",
        "../outside.jpg",
        "data:image/png,x",
        "photos/../../outside.jpg",
        "%2e%2e/outside.jpg",
        "file:///a.jpg",
        "",
    ],
)
def test_outside_the_issue(folder: Path, src: str) -> None:
    assert fault(folder, src).code == "A114"


def test_a_link_out_of_the_issue(folder: Path) -> None:
    (folder / "photos" / "link.jpg").symlink_to(folder.parent / "outside.jpg")
    assert fault(folder, "photos/link.jpg").code == "A114"


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("empty.jpg", b""),
        ("text.jpg", "不是图片".encode()),
        ("page.png", b"<html></html>"),
        ("head.png", b"\x89PNG\r\n\x1a\n\x00\x00"),
    ],
)
def test_broken(folder: Path, name: str, data: bytes) -> None:
    (folder / "photos" / name).write_bytes(data)
    assert fault(folder, f"photos/{name}").code == "A113"


@pytest.mark.parametrize("name", ["a.jpg", "a.png", "a.webp", "a.tiff", "a.gif"])
@pytest.mark.parametrize("lenient", [False, True], ids=["alone", "beside WeasyPrint"])
def test_cut_short(folder: Path, name: str, lenient: bool, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ImageFile, "LOAD_TRUNCATED_IMAGES", lenient)
    busy = Image.frombytes("RGB", (300, 200), Random(0).randbytes(180_000))
    busy.save(folder / "photos" / name)
    whole = (folder / "photos" / name).read_bytes()
    (folder / "photos" / name).write_bytes(whole[: len(whole) * 2 // 3])
    assert fault(folder, f"photos/{name}").code == "A113"
    assert ImageFile.LOAD_TRUNCATED_IMAGES is lenient


def test_cut_short_under_a_wrong_name(folder: Path) -> None:
    whole = (folder / "photos" / "a.jpg").read_bytes()
    (folder / "photos" / "jpeg.png").write_bytes(whole[: len(whole) * 2 // 3])
    assert fault(folder, "photos/jpeg.png").code == "A113"


def test_a_format_no_output_can_use(folder: Path) -> None:
    found = fault(folder, "photos/a.bmp")
    assert found.code == "A113"
    assert "BMP" in str(found)


def test_a_picture_too_large_to_open_safely(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Image, "MAX_IMAGE_PIXELS", 100)
    assert fault(folder, "photos/a.jpg").code == "A113"
