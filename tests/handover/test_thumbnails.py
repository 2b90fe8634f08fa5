"""Pages as small pictures: in spreads, trimmed, all on one sheet."""

from __future__ import annotations

from pathlib import Path

import pytest
from PIL import Image

from plugins.press.handover.thumbnails import OVERVIEW, PPI, draw_thumbnails
from tests.imposition.pages import HEIGHT, WIDTH, booklet, colour

LABELS = ["封面", "封二", "1", "2", "3", "4", "封三", "封底"]


@pytest.fixture
def pdf(tmp_path: Path) -> Path:
    file = tmp_path / "a.pdf"
    booklet(8).save(file)
    return file


def near(picture: Image.Image, x: float, place: int) -> bool:
    """Whether the middle of a picture's part (0 left, 1 right edge) has the colour of a page."""
    found = picture.getpixel((int(picture.width * x), picture.height // 2))
    return all(abs(a - b) <= 1 for a, b in zip(found, colour(place), strict=True))  # type: ignore[arg-type]


def test_spreads_as_the_reader_sees_them(pdf: Path, tmp_path: Path) -> None:
    files = draw_thumbnails(pdf, LABELS, tmp_path / "缩略图")
    assert [file.name for file in files] == [
        "01-封面.png",
        "02-封二-1.png",
        "03-2-3.png",
        "04-4-封三.png",
        "05-封底.png",
        OVERVIEW,
    ]
    assert all(file.is_file() for file in files)
    with Image.open(files[2]) as spread, Image.open(files[0]) as cover:
        assert near(spread, 0.25, 3)
        assert near(spread, 0.75, 4)
        assert near(cover, 0.5, 0)
        assert cover.size == (
            pytest.approx(WIDTH * PPI / 72, abs=1.5),
            pytest.approx(HEIGHT * PPI / 72, abs=1.5),
        )
        assert spread.width == 2 * cover.width


def test_the_overview_has_every_page(pdf: Path, tmp_path: Path) -> None:
    *_, sheet = draw_thumbnails(pdf, LABELS, tmp_path / "缩略图")
    with Image.open(sheet) as picture:
        found = {each for _, each in picture.getcolors(1 << 20)}  # type: ignore[union-attr]
    for place in range(8):
        wanted = colour(place)
        assert any(all(abs(a - b) <= 1 for a, b in zip(c, wanted, strict=True)) for c in found)  # type: ignore[arg-type]


def test_labels_must_match(pdf: Path, tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="8 pages and 7 labels"):
        draw_thumbnails(pdf, LABELS[1:], tmp_path / "缩略图")


def test_the_same_bytes_again(pdf: Path, tmp_path: Path) -> None:
    first, second = (draw_thumbnails(pdf, LABELS, tmp_path / name) for name in ("a", "b"))
    assert [file.read_bytes() for file in first] == [file.read_bytes() for file in second]


def test_a_picture_that_cannot_be_saved_is_told(pdf: Path, tmp_path: Path) -> None:
    (tmp_path / "缩略图" / "03-2-3.png").mkdir(parents=True)
    with pytest.raises(IsADirectoryError):
        draw_thumbnails(pdf, LABELS, tmp_path / "缩略图")
