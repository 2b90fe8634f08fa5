"""Pixels for press and screen."""

from __future__ import annotations

import zlib
from io import BytesIO

import numpy as np
import pytest
from PIL import Image

from plugins.press.prepress.profiles import PressProfile
from plugins.press.prepress.recipe import default_profile
from plugins.press.prepress.rendition import Manner, Rendition, is_drawing, is_neutral, render
from tests.prepress.sheetwork import photograph, stripes

RED = (166, 52, 27)


@pytest.fixture(scope="module")
def profile() -> PressProfile:
    return PressProfile(default_profile())


def manner(ppi: float = 300, **more: object) -> Manner:
    facts = {"aim": "press", "mode": "colour", "ppi": ppi, **more}
    return Manner(**facts)  # type: ignore[arg-type]


def screen(ppi: float) -> Manner:
    return Manner("screen", "colour", ppi)


def shown(made: Rendition) -> Image.Image:
    if made.jpeg:
        return Image.open(BytesIO(made.data))
    modes = {"/DeviceRGB": "RGB", "/DeviceGray": "L", "/DeviceCMYK": "CMYK"}
    return Image.frombytes(modes[made.space], made.size, zlib.decompress(made.data))


def test_a_photograph_is_a_cmyk_jpeg_without_subsampling(profile: PressProfile) -> None:
    made = render(photograph(), None, manner(), profile, {})
    assert (made.space, made.jpeg, made.size) == ("/DeviceCMYK", True, (120, 80))
    assert {layer[1:3] for layer in shown(made).layer} == {(1, 1)}  # type: ignore[attr-defined]


@pytest.mark.parametrize(
    ("ppi", "size"), [(100, (120, 80)), (450, (120, 80)), (451, (80, 53)), (600, (60, 40))]
)
def test_press_pictures_are_made_smaller_only_when_far_too_fine(
    profile: PressProfile, ppi: float, size: tuple[int, int]
) -> None:
    assert render(photograph(), None, manner(ppi), profile, {}).size == size


@pytest.mark.parametrize(("ppi", "size"), [(72, (120, 80)), (300, (60, 40))])
def test_screen_photographs_have_150_ppi(ppi: float, size: tuple[int, int]) -> None:
    made = render(photograph(), None, screen(ppi), None, {})
    assert (made.size, made.space, made.jpeg) == (size, "/DeviceRGB", True)


def test_screen_drawings_have_200_ppi_and_stay_lossless() -> None:
    made = render(stripes((120, 80), [RED, (0, 0, 0)]), None, screen(400), None, {})
    assert (made.size, made.jpeg) == ((60, 40), False)


def test_drawings_are_lossless_and_their_greys_black_only(profile: PressProfile) -> None:
    colours = [(0, 0, 0), (51, 51, 51), (255, 255, 255), (29, 33, 31)]
    made = render(stripes((40, 10), colours), None, manner(), profile, {})
    picture = shown(made)
    assert not made.jpeg
    assert [picture.getpixel((x, 5)) for x in (5, 15, 25, 35)] == [
        *((0, 0, 0, k) for k in (255, 204, 0, 224)),
    ]


def test_a_drawing_takes_the_colours_of_the_styles_from_the_table(profile: PressProfile) -> None:
    made = render(
        stripes((40, 10), [RED, (0, 90, 200)]),
        None,
        manner(),
        profile,
        {RED: (0, 0.85, 0.85, 0.35)},
    )
    assert shown(made).getpixel((5, 5)) == (0, 217, 217, 89)
    assert shown(made).getpixel((35, 5))[0] > 200


def test_light_tints_of_drawings_keep_their_cast(profile: PressProfile) -> None:
    """A ground of #f0f3ec is nearly grey, and must not become so."""
    made = render(stripes((40, 10), [(240, 243, 232), (0, 90, 200)]), None, manner(), profile, {})
    c, _, y, k = shown(made).getpixel((5, 5))
    assert (c > 0, y > 0, k) == (True, True, 0)


def test_neutral_pictures_become_grey(profile: PressProfile) -> None:
    grey = photograph().convert("L")
    for picture in (grey, grey.convert("RGB")):
        made = render(picture, None, manner(), profile, {})
        assert (made.space, made.jpeg) == ("/DeviceGray", True)


def test_a_spot_of_colour_is_not_overlooked() -> None:
    picture = Image.new("RGB", (500, 500), "grey")
    assert is_neutral(picture)
    picture.putpixel((251, 333), (255, 0, 0))
    assert not is_neutral(picture)


def test_pictures_of_a_grey_page_are_grey(profile: PressProfile) -> None:
    made = render(photograph(), None, manner(mode="grey"), profile, {})
    assert made.space == "/DeviceGray"


def test_greys_of_photographs_follow_the_press_and_those_of_masks_do_not(
    profile: PressProfile,
) -> None:
    picture = Image.linear_gradient("L")
    picture.format = "JPEG"
    pressed, mask = (
        np.asarray(shown(render(picture, None, manner(mode=mode), profile, {}))).astype(int)
        for mode in ("grey", "mask")
    )
    assert np.abs(mask - np.asarray(picture)).max() <= 4
    assert np.abs(pressed - profile.black_of_light[np.asarray(picture)]).max() <= 6


def test_transparency_is_laid_on_white(profile: PressProfile) -> None:
    alpha = Image.new("L", (40, 10), 0)
    alpha.paste(255, (0, 0, 20, 10))
    made = render(stripes((40, 10), [(0, 0, 0)]), alpha, manner(), profile, {})
    picture = shown(made)
    assert [picture.getpixel((x, 5)) for x in (5, 35)] == [0, 255]


def test_no_more_ink_than_the_limit(profile: PressProfile) -> None:
    dark = stripes((90, 20), [(20, 10, 5), (5, 20, 30), (0, 30, 0)])
    dark.format = "JPEG"
    made = render(dark, None, manner(ink_limit=220.0), profile, {})
    inks = np.asarray(shown(made)).astype(int)
    assert inks.sum(axis=2).max() / 2.55 <= 226
    free = np.asarray(shown(render(dark, None, manner(), profile, {}))).astype(int)
    assert free.sum(axis=2).max() / 2.55 > 250


def test_cmyk_pictures_keep_their_inks(profile: PressProfile) -> None:
    picture = Image.new("CMYK", (20, 20), (10, 200, 30, 40))
    made = render(picture, None, manner(600), profile, {})
    assert made.size == (10, 10)
    assert shown(made).getpixel((5, 5)) == (10, 200, 30, 40)


def test_what_is_a_drawing() -> None:
    assert is_drawing(stripes((60, 40), [RED, (0, 0, 0)]))
    assert not is_drawing(photograph())
    jpeg = stripes((60, 40), [RED, (0, 0, 0)])
    jpeg.format = "JPEG"
    assert not is_drawing(jpeg)
