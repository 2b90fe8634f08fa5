"""The profile of the press: found, refused, and what it does to colours."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from PIL import Image, ImageCms

from plugins.press.prepress.profiles import PressProfile, own_profile
from plugins.press.prepress.recipe import ProfileError, default_profile


@pytest.fixture(scope="module")
def profile() -> PressProfile:
    return PressProfile(default_profile())


def rgb_profile() -> bytes:
    return ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()


def test_the_first_profile_that_is_there(tmp_path: Path) -> None:
    there = tmp_path / "b.icc"
    there.write_bytes(b"")
    assert default_profile((tmp_path / "a.icc", there)) == there


def test_without_a_profile_the_editor_is_told_what_to_do(tmp_path: Path) -> None:
    with pytest.raises(ProfileError, match=r"scribus-data.*\[printing\] profile"):
        default_profile((tmp_path / "a.icc",))


@pytest.mark.parametrize(
    ("data", "words"),
    [(None, "不存在"), (b"no profile", "不是 ICC 文件"), (rgb_profile(), "不是四色印刷")],
)
def test_a_wrong_profile_is_refused(tmp_path: Path, data: bytes | None, words: str) -> None:
    file = tmp_path / "p.icc"
    if data is not None:
        file.write_bytes(data)
    with pytest.raises(ProfileError, match=words):
        PressProfile(file)


def test_the_default_profile_means_fogra39(profile: PressProfile) -> None:
    identifier, registry, _ = profile.condition
    assert (identifier, registry) == ("FOGRA39", "http://www.color.org")


def test_a_profile_without_known_condition_goes_by_its_description(
    profile: PressProfile, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(profile, "description", "某印厂 2020 胶版纸")
    assert profile.condition == ("某印厂 2020 胶版纸", "", "某印厂 2020 胶版纸")


def test_white_is_paper_and_black_is_not_more_than_the_press_bears(profile: PressProfile) -> None:
    assert profile.ink((1, 1, 1)) == (0, 0, 0, 0)
    assert sum(profile.ink((0, 0, 0))) <= 3.0


def test_most_ink_is_the_limit_of_its_name(profile: PressProfile) -> None:
    assert 280 < profile.most_ink <= 301


def test_greys_of_photographs_are_lightened_for_the_spread_of_dots(profile: PressProfile) -> None:
    greys = profile.black_of_light.astype(int)
    assert (greys[0], greys[255]) == (0, 255)
    assert (np.diff(greys) >= 0).all()


def test_a_separated_picture_is_cmyk(profile: PressProfile) -> None:
    made = profile.separated(Image.new("RGB", (3, 2), "white"))
    assert (made.mode, made.size, set(made.tobytes())) == ("CMYK", (3, 2), {0})


def test_a_picture_without_readable_profile_is_srgb() -> None:
    for icc in (b"", b"broken"):
        assert "sRGB" in own_profile(icc).profile.profile_description
