from __future__ import annotations

from pathlib import Path

from PIL import Image

from plugins.web.pictures import PictureStore


def store(tmp_path: Path) -> tuple[Path, PictureStore]:
    photos = tmp_path / "content" / "2020-03" / "photos"
    photos.mkdir(parents=True)
    return photos, PictureStore(tmp_path / "content", tmp_path / "cache")


def test_two_widths_progressive_without_metadata(tmp_path: Path) -> None:
    photos, pictures = store(tmp_path)
    exif = Image.Exif()
    exif[0x010E] = "内部说明"
    Image.new("RGB", (2400, 1600), "teal").save(photos / "a.jpg", exif=exif, dpi=(300, 300))
    made = pictures.picture("2020-03", "photos/a.jpg")
    assert [(copy.width, copy.height) for copy in made.copies] == [(640, 427), (1600, 1067)]
    with Image.open(pictures.files[made.largest.path]) as copy:
        assert copy.info.get("progressive")
        assert not copy.getexif()


def test_a_small_picture_is_not_enlarged(tmp_path: Path) -> None:
    photos, pictures = store(tmp_path)
    Image.new("RGB", (300, 200)).save(photos / "a.jpg")
    made = pictures.picture("2020-03", "photos/a.jpg")
    assert [copy.width for copy in made.copies] == [300]


def test_a_turned_photo_stands_upright(tmp_path: Path) -> None:
    photos, pictures = store(tmp_path)
    exif = Image.Exif()
    exif[0x0112] = 6
    Image.new("RGB", (900, 600)).save(photos / "a.jpg", exif=exif)
    largest = pictures.picture("2020-03", "photos/a.jpg").largest
    assert (largest.width, largest.height) == (600, 900)


def test_charts_stay_png(tmp_path: Path) -> None:
    photos, pictures = store(tmp_path)
    Image.new("RGB", (800, 600), "white").save(photos / "图 表.png")
    made = pictures.picture("2020-03", "photos/图 表.png")
    assert made.largest.path.startswith("media/2020-03/图-表-800.")
    assert made.largest.path.endswith(".png")


def test_a_changed_original_gets_a_new_address_and_others_come_from_the_cache(
    tmp_path: Path,
) -> None:
    photos, pictures = store(tmp_path)
    Image.new("RGB", (300, 200), "red").save(photos / "a.jpg")
    first = pictures.picture("2020-03", "photos/a.jpg").largest.path
    kept = pictures.files[first]
    stamp = kept.stat().st_mtime_ns
    again = PictureStore(tmp_path / "content", tmp_path / "cache")
    assert again.picture("2020-03", "photos/a.jpg").largest.path == first
    assert kept.stat().st_mtime_ns == stamp
    Image.new("RGB", (300, 200), "blue").save(photos / "a.jpg")
    changed = PictureStore(tmp_path / "content", tmp_path / "cache")
    assert changed.picture("2020-03", "photos/a.jpg").largest.path != first
