"""The store: addresses, cache, several at once, what it says of a broken file."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

import pytest
from PIL import Image, ImageFile

from plugins.article.finding import ManuscriptError
from plugins.web.pictures import picture_cache, pictures
from plugins.web.pictures.picture_cache import PictureCache
from plugins.web.pictures.picture_copies import Encoded
from plugins.web.pictures.pictures import PictureStore, shown
from tests.web.conftest import Desk


def store(tmp_path: Path) -> tuple[Path, PictureStore]:
    photos = tmp_path / "content" / "2020-03" / "photos"
    photos.mkdir(parents=True, exist_ok=True)
    return photos, PictureStore(tmp_path / "content", tmp_path / "cache")


def test_three_widths_under_addresses_of_their_own(tmp_path: Path) -> None:
    photos, kept = store(tmp_path)
    Image.new("RGB", (2400, 1600), "teal").save(photos / "江 边.jpg")
    made = kept.picture("2020-03", "photos/江 边.jpg")
    assert [(copy.width, copy.height) for copy in made.copies] == [
        (480, 320), (960, 640), (1600, 1067),
    ]  # fmt: skip
    assert made.largest.path.startswith("media/2020-03/江-边-1600.")
    assert made.largest.path.endswith(".jpg")
    assert made.is_wide
    assert not made.is_chart
    assert [source.media_type for source in made.sources] == ["image/avif", "image/webp"]
    assert all(kept.files[copy.path].is_file() for copy in made.copies)
    assert all(kept.files[copy.path].is_file() for each in made.sources for copy in each.copies)


def test_the_original_is_not_published(tmp_path: Path) -> None:
    photos, kept = store(tmp_path)
    original = photos / "a.jpg"
    Image.new("RGB", (300, 200), "teal").save(original)
    kept.picture("2020-03", "photos/a.jpg")
    data = original.read_bytes()
    assert kept.files
    assert all(file.read_bytes() != data for file in kept.files.values())


def test_charts_are_png_and_known_for_charts(tmp_path: Path) -> None:
    photos, kept = store(tmp_path)
    Image.new("RGB", (800, 600), "white").save(photos / "图 表.png")
    made = kept.picture("2020-03", "photos/图 表.png")
    assert made.is_chart
    assert made.largest.path.startswith("media/2020-03/图-表-800.")


def test_a_changed_original_gets_a_new_address_and_others_come_from_the_cache(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    photos, kept = store(tmp_path)
    Image.new("RGB", (300, 200), "red").save(photos / "a.jpg")
    first = kept.picture("2020-03", "photos/a.jpg")
    with monkeypatch.context() as patched:
        patched.setattr(pictures, "encode", None)  # whoever encodes again fails
        assert store(tmp_path)[1].picture("2020-03", "photos/a.jpg") == first
    Image.new("RGB", (300, 200), "blue").save(photos / "a.jpg")
    changed = store(tmp_path)[1].picture("2020-03", "photos/a.jpg")
    assert changed.largest.path != first.largest.path


def test_another_way_of_encoding_is_another_address(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    photos, kept = store(tmp_path)
    Image.new("RGB", (30, 20), "red").save(photos / "a.jpg")
    first = kept.picture("2020-03", "photos/a.jpg").largest.path
    monkeypatch.setattr(pictures, "VERSION", "later")
    monkeypatch.setattr(picture_cache, "VERSION", "later")
    again = store(tmp_path)[1]
    assert again.picture("2020-03", "photos/a.jpg").largest.path != first


def test_many_are_made_at_once_and_the_same_original_once(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    photos, kept = store(tmp_path)
    for name, colour in (("a", "red"), ("b", "blue"), ("same-as-a", "red")):
        Image.new("RGB", (60, 40), colour).save(photos / f"{name}.jpg")
    encode, calls = pictures.encode, []

    def counted(original: bytes) -> list[Encoded]:
        calls.append(original)
        return encode(original)

    monkeypatch.setattr(pictures, "encode", counted)
    wanted = [("2020-03", f"photos/{name}.jpg") for name in ("a", "b", "same-as-a", "a")]
    kept.prepare(wanted)
    assert len(calls) == 2
    assert not kept.files, "what nobody has asked for is not published"
    assert kept.picture(*wanted[0]).largest.path != kept.picture(*wanted[2]).largest.path
    assert len(calls) == 2


def test_every_broken_picture_is_named(tmp_path: Path) -> None:
    photos, kept = store(tmp_path)
    (photos / "a.jpg").write_bytes(b"no picture")
    (photos / "b.png").write_bytes(b"no picture either")
    Image.new("RGB", (30, 20)).save(photos / "whole.jpg")
    names = ("photos/a.jpg", "photos/whole.jpg", "photos/b.png")
    with pytest.raises(ManuscriptError) as raised:
        kept.prepare(("2020-03", name) for name in names)
    assert [(found.path, found.code) for found in raised.value.findings] == [
        ("content/2020-03/photos/a.jpg", "W107"),
        ("content/2020-03/photos/b.png", "W107"),
    ]
    assert kept.picture("2020-03", "photos/whole.jpg").copies


def test_a_cut_off_picture_is_refused_even_when_pillow_was_told_to_take_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Importing WeasyPrint tells it so, and `make` presses before it builds the site."""
    monkeypatch.setattr(ImageFile, "LOAD_TRUNCATED_IMAGES", True)
    photos, kept = store(tmp_path)
    Image.effect_noise((90, 60), 50).save(photos / "a.png")
    whole = (photos / "a.png").read_bytes()
    (photos / "a.png").write_bytes(whole[: len(whole) // 2])
    with pytest.raises(ManuscriptError, match="W107"):
        kept.prepare([("2020-03", "photos/a.png")])
    assert ImageFile.LOAD_TRUNCATED_IMAGES is True


def test_a_picture_outside_the_issue_is_never_opened(tmp_path: Path) -> None:
    _, kept = store(tmp_path)
    Image.new("RGB", (30, 20)).save(tmp_path / "secret.jpg")
    with pytest.raises(ValueError, match="不在本期文件夹里"):
        kept.picture("2020-03", "../../secret.jpg")


def test_a_crash_leaves_nothing_that_counts(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    cache = PictureCache(tmp_path)
    copies = [Encoded("jpg", 480, 320, b"one"), Encoded("avif", 480, 320, b"two")]
    write, calls = Path.write_bytes, []

    def full_disk(self: Path, data: bytes) -> int:
        calls.append(self)
        if len(calls) == 2:
            raise OSError(28, "No space left on device")
        return write(self, data)

    with monkeypatch.context() as patched:
        patched.setattr(Path, "write_bytes", full_disk)
        with pytest.raises(OSError, match="No space"):
            cache.keep("abc", copies)
    assert not cache.has("abc")
    assert not list(tmp_path.rglob("new-*"))
    cache.keep("abc", copies)
    assert [copy.suffix for copy in cache.copies("abc")] == ["avif", "jpg"]


def test_two_builds_may_make_the_same_copies(tmp_path: Path) -> None:
    cache = PictureCache(tmp_path)
    copies = [Encoded("jpg", 480, 320, b"one")]
    cache.keep("abc", copies)
    cache.keep("abc", copies)
    (copy,) = cache.copies("abc")
    assert (copy.file.read_bytes(), copy.width, copy.height) == (b"one", 480, 320)
    assert [folder.name for folder in copy.file.parents[1].iterdir()] == ["abc"]


def test_beside_a_picture_that_was_looked_up_a_link_out_of_the_issue_is_refused(
    tmp_path: Path,
) -> None:
    photos, kept = store(tmp_path)
    Image.new("RGB", (30, 20)).save(photos / "a.jpg")
    Image.new("RGB", (30, 20)).save(tmp_path / "secret.jpg")
    (photos / "b.jpg").symlink_to(tmp_path / "secret.jpg")
    kept.picture("2020-03", "photos/a.jpg")
    for src in ("photos/b.jpg", "photos/../../../secret.jpg", "photos/%2e%2e/%2e%2e/../secret.jpg"):
        with pytest.raises(ValueError, match="不在本期文件夹里"):
            kept.picture("2020-03", src)


def test_warm_no_folder_is_listed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    photos, kept = store(tmp_path)
    Image.new("RGB", (30, 20)).save(photos / "a.jpg")
    first = kept.picture("2020-03", "photos/a.jpg")
    monkeypatch.setattr(Path, "iterdir", None)
    again = store(tmp_path)[1]
    assert again.picture("2020-03", "photos/a.jpg") == first
    assert dict(again.files) == dict(kept.files)


def test_in_one_process_an_unchanged_original_is_the_same_picture(tmp_path: Path) -> None:
    photos, kept = store(tmp_path)
    for name in ("a", "b"):
        Image.new("RGB", (30, 20), "red").save(photos / f"{name}.jpg")
    first = [kept.picture("2020-03", f"photos/{name}.jpg") for name in ("a", "b")]
    Image.new("RGB", (30, 21), "blue").save(photos / "b.jpg")
    again = PictureStore(tmp_path / "content", tmp_path / "cache", before=kept)
    second = [again.picture("2020-03", f"photos/{name}.jpg") for name in ("a", "b")]
    assert [one is other for one, other in zip(first, second, strict=True)] == [True, False]
    assert second[1].largest.height == 21
    assert {path: file.is_file() for path, file in again.files.items()} == {
        copy.path: True
        for each in second
        for copies in (each.copies, *(source.copies for source in each.sources))
        for copy in copies
    }


@pytest.mark.parametrize("text", ["", "[]", "{"])
def test_a_damaged_index_is_made_anew(tmp_path: Path, text: str) -> None:
    photos, kept = store(tmp_path)
    Image.new("RGB", (30, 20)).save(photos / "a.jpg")
    first = kept.picture("2020-03", "photos/a.jpg")
    (index,) = tmp_path.rglob(picture_cache.INDEX)
    index.write_text(text, "utf-8")
    assert store(tmp_path)[1].picture("2020-03", "photos/a.jpg") == first


def test_copies_that_were_taken_away_are_made_again(tmp_path: Path) -> None:
    photos, kept = store(tmp_path)
    Image.new("RGB", (30, 20)).save(photos / "a.jpg")
    first = kept.picture("2020-03", "photos/a.jpg")
    shutil.rmtree(kept.files[first.largest.path].parent)
    again = store(tmp_path)[1]
    assert again.picture("2020-03", "photos/a.jpg") == first
    assert again.files[first.largest.path].is_file()


def test_sweeping_takes_what_is_old_and_not_spared(tmp_path: Path) -> None:
    photos, kept = store(tmp_path)
    files = {}
    for name, colour in (("old", "red"), ("spared", "blue"), ("used", "teal")):
        Image.new("RGB", (30, 20), colour).save(photos / f"{name}.jpg")
        files[name] = kept.files[kept.picture("2020-03", f"photos/{name}.jpg").largest.path]
    for name in ("old", "spared"):
        os.utime(files[name].parent, (0, 0))
    now = files["used"].parent.stat().st_mtime
    folder = tmp_path / "cache" / "pictures"
    assert picture_cache.sweep(folder, 30, now, [files["spared"]]) == 1
    assert {name: file.exists() for name, file in files.items()} == {
        "old": False, "spared": True, "used": True,
    }  # fmt: skip
    store(tmp_path)[1].picture("2020-03", "photos/spared.jpg")
    assert picture_cache.sweep(folder, 30, now) == 0


def test_everything_a_site_shows_is_made_ready(shared_desk: Desk) -> None:
    found = set(shown(shared_desk.archive(), ()))
    assert {src for _, src in found} >= {"photos/cover.jpg", "photos/jiang.jpg", "photos/tu.png"}
    assert {key for key, _ in found} == {"2020-02"}
