"""The pictures of a PDF, for press and screen, with and without a cache."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from pikepdf import Array, Dictionary, Name, Pdf
from PIL import Image, ImageCms

from plugins.press.prepress import pictures as module
from plugins.press.prepress.inks import Mode
from plugins.press.prepress.pictures import Pictures, screen_pictures
from plugins.press.prepress.picturestore import PictureStore, key
from plugins.press.prepress.profiles import PressProfile
from plugins.press.prepress.recipe import Recipe, default_profile
from plugins.press.prepress.rendition import Rendition
from tests.prepress.sheetwork import image, photograph, pixels, recipe, sheets, stripes

ONE_INCH = b"q 72 0 0 72 0 0 cm /Im Do Q"


@pytest.fixture(scope="module")
def profile() -> PressProfile:
    return PressProfile(default_profile())


def book(picture: Image.Image, *contents: bytes, jpeg: bool = True, **facts: Any) -> Pdf:
    pdf = sheets(*(contents or (ONE_INCH,)))
    pdf.pages[0].obj.Resources.XObject = Dictionary({"/Im": image(pdf, picture, jpeg, **facts)})
    return pdf


def pressed(
    pdf: Pdf, profile: PressProfile, cache: Path | None = None, mode: Mode = "colour", **more: Any
) -> Any:
    made: Recipe = recipe(**more)
    picture = pdf.pages[0].obj.Resources.XObject["/Im"]
    return Pictures.of(pdf, made, profile, cache).find(picture, mode)


def on_screen(pdf: Pdf, cache: Path | None = None) -> Any:
    screen_pictures(pdf, cache)
    return pdf.pages[0].obj.Resources.XObject["/Im"]


def test_the_press_gets_cmyk_that_reads_inverted(profile: PressProfile) -> None:
    """Adobe's JPEG of four inks: the Decode array turns it (ISO 32000-1, 7.4.8)."""
    pdf = book(photograph())
    made = pressed(pdf, profile)
    assert made.ColorSpace == Name.DeviceCMYK
    assert list(made.Decode) == [1, 0] * 4
    assert made.read_raw_bytes()[:2] == b"\xff\xd8"


def test_the_largest_placement_decides(profile: PressProfile) -> None:
    small, large = b"q 36 0 0 36 0 0 cm /Im Do Q", b"q 144 0 0 144 0 0 cm /Im Do Q"
    picture = photograph((600, 600))
    once, twice = book(picture, small), book(picture, small, large)
    assert int(pressed(once, profile).Width) == 150
    assert int(pressed(twice, profile).Width) == 600


def test_grey_and_coloured_pages_have_their_own(profile: PressProfile) -> None:
    pdf = book(photograph(), ONE_INCH, ONE_INCH)
    picture = pdf.pages[0].obj.Resources.XObject["/Im"]
    made = Pictures.of(pdf, recipe(grey=frozenset({1})), profile, None)
    assert made.find(picture, "colour").ColorSpace == Name.DeviceCMYK
    assert made.find(picture, "grey").ColorSpace == Name.DeviceGray


def test_pictures_in_the_inks_of_a_press_stay_as_they_are(profile: PressProfile) -> None:
    pdf = book(Image.new("CMYK", (300, 300), (0, 90, 90, 0)))
    assert pressed(pdf, profile).objgen == pdf.pages[0].obj.Resources.XObject["/Im"].objgen


def test_stencils_are_not_touched(profile: PressProfile) -> None:
    pdf = book(Image.new("L", (8, 8)), jpeg=False, ImageMask=True)
    assert pressed(pdf, profile).objgen == pdf.pages[0].obj.Resources.XObject["/Im"].objgen


def test_soft_masks_go_to_press_flat_and_stay_on_the_screen(profile: PressProfile) -> None:
    pdf = book(stripes((90, 90), [(0, 0, 0)]), jpeg=False)
    picture = pdf.pages[0].obj.Resources.XObject["/Im"]
    picture.SMask = image(pdf, Image.new("L", (90, 90), 0), jpeg=False)
    made = pressed(pdf, profile)
    assert "/SMask" not in made
    assert set(pixels(made).tobytes()) == {255}
    assert "/SMask" in on_screen(pdf)


def test_indexed_pictures(profile: PressProfile) -> None:
    pdf = book(Image.new("L", (8, 8), 1), jpeg=False)
    picture = pdf.pages[0].obj.Resources.XObject["/Im"]
    picture.ColorSpace = Array([Name.Indexed, Name.DeviceRGB, 1, b"\x00\x00\x00\xa6\x34\x1b"])
    assert pixels(pressed(pdf, profile)).getpixel((3, 3)) == (0, 217, 217, 89)


def test_a_coarse_jpeg_stays_as_it_is_on_the_screen() -> None:
    pdf = book(photograph())
    before = pdf.pages[0].obj.Resources.XObject["/Im"].read_raw_bytes()
    assert on_screen(pdf).read_raw_bytes() == before


def test_a_fine_jpeg_is_made_smaller_for_the_screen() -> None:
    pdf = book(photograph((600, 600)))
    made = on_screen(pdf)
    assert (int(made.Width), int(made.Height)) == (150, 150)
    assert made.ColorSpace == Name.DeviceRGB


def test_a_picture_with_a_profile_becomes_srgb_on_the_screen() -> None:
    picture = photograph()
    srgb = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    picture.info["icc_profile"] = srgb
    pdf = book(picture)
    with Image.open(BytesIO(on_screen(pdf).read_raw_bytes())) as made:
        assert "icc_profile" not in made.info


def test_inks_become_rgb_on_the_screen() -> None:
    pdf = book(Image.new("CMYK", (100, 100), (0, 0, 0, 0)), jpeg=False)
    made = on_screen(pdf)
    assert made.ColorSpace == Name.DeviceRGB
    assert "/Decode" not in made


def test_the_second_time_nothing_is_rendered(
    tmp_path: Path, profile: PressProfile, monkeypatch: pytest.MonkeyPatch
) -> None:
    first, second = book(photograph()), book(photograph())
    data = pressed(first, profile, tmp_path).read_raw_bytes()
    monkeypatch.setattr(module, "render", None)
    assert pressed(second, profile, tmp_path).read_raw_bytes() == data


def test_another_profile_manner_or_picture_has_another_name() -> None:
    names = {key(b"a", 1, "x"), key(b"b", 1, "x"), key(b"a", 2, "x"), key(b"a", 1, "y")}
    assert len(names) == 4


RENDITION = Rendition((3, 2), "/DeviceGray", True, b"a\nb\x00c")


def test_what_is_kept_is_found(tmp_path: Path) -> None:
    store = PictureStore(tmp_path / "new" / "pictures")
    assert store.find("x") is None
    store.keep("x", RENDITION)
    assert store.find("x") == RENDITION
    assert [each.name for each in (tmp_path / "new" / "pictures").iterdir()] == ["x.plates"]


@pytest.mark.parametrize("length", [0, 3, 20, 40])
def test_what_was_cut_off_is_not_found(tmp_path: Path, length: int) -> None:
    store = PictureStore(tmp_path)
    store.keep("x", RENDITION)
    file = tmp_path / "x.plates"
    file.write_bytes(file.read_bytes()[: min(length, len(file.read_bytes()) - 1)])
    assert store.find("x") is None


def test_without_a_folder_nothing_is_kept(tmp_path: Path) -> None:
    store = PictureStore(None)
    store.keep("x", RENDITION)
    assert store.find("x") is None
    assert list(tmp_path.iterdir()) == []
