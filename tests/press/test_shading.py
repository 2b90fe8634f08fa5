"""A shade makes a picture darker where type stands, and nowhere else."""

from __future__ import annotations

import io
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image

from plugins.press.fetch import BASE, ContentFetcher
from plugins.press.shading import Shade, apply, shaded, shades

THEME = Path(__file__).resolve().parents[2] / "theme"
SHADE = Shade((0, 0, 0), ((0.0, 0.5), (0.5, 0.0), (1.0, 1.0)), 216 / 291)


def picture(width: int, height: int, mode: str = "RGB") -> bytes:
    target = io.BytesIO()
    Image.new(mode, (width, height), "white").save(target, "PNG")
    return target.getvalue()


def grey(data: bytes, height: float) -> int:
    with Image.open(io.BytesIO(data)) as opened:
        made = opened.convert("L")
    value = made.getpixel((made.width // 2, round(height * (made.height - 1))))
    assert isinstance(value, int)
    return value


@pytest.mark.parametrize(
    ("height", "strength"), [(0, 0.5), (0.25, 0.25), (0.5, 0), (0.75, 0.5), (1, 1)]
)
def test_strength_between_stops(height: float, strength: float) -> None:
    assert SHADE.strength(height) == pytest.approx(strength)


@given(st.floats(0, 1))
def test_a_shade_is_never_stronger_than_its_strongest_stop(height: float) -> None:
    assert 0 <= SHADE.strength(height) <= 1


def test_the_picture_is_dark_where_the_shade_lies() -> None:
    made = apply(picture(216, 291), SHADE)
    assert grey(made, 0.5) >= 253
    assert grey(made, 0.0) == pytest.approx(128, abs=3)
    assert grey(made, 1.0) <= 3


@pytest.mark.parametrize("size", [(800, 300), (300, 800), (216, 291)])
def test_the_picture_is_cut_to_the_page_with_its_bleed(size: tuple[int, int]) -> None:
    with Image.open(io.BytesIO(apply(picture(*size), SHADE))) as made:
        assert made.width / made.height == pytest.approx(SHADE.shape, abs=0.01)
        assert (made.width, made.height)[size[0] > size[1]] == min(size)


@pytest.mark.parametrize("mode", ["L", "RGBA", "P"])
def test_any_kind_of_picture_can_be_shaded(mode: str) -> None:
    assert grey(apply(picture(216, 291, mode), SHADE), 1.0) <= 3


def test_same_picture_same_bytes() -> None:
    assert apply(picture(216, 291), SHADE) == apply(picture(216, 291), SHADE)


def test_the_theme_has_the_shades_that_its_templates_ask_for() -> None:
    asked = {"cover", "back"}
    found = shades(THEME / "press" / "shades.toml")
    assert asked <= set(found)
    assert all(shade.stops[0][0] == 0 and shade.stops[-1][0] == 1 for shade in found.values())


def test_a_theme_without_shades(tmp_path: Path) -> None:
    assert shades(tmp_path / "none.toml") == {}


def test_the_fetcher_serves_the_shaded_picture(tmp_path: Path) -> None:
    (tmp_path / "a.png").write_bytes(picture(216, 291))
    fetcher = ContentFetcher(tmp_path, {"cover": SHADE})
    for address, darkest in ((shaded("a.png", "cover"), (0, 3)), ("a.png", (255, 255))):
        response = fetcher.fetch(BASE + address)
        found = grey(response.read(), 1.0)
        response.close()
        assert darkest[0] <= found <= darkest[1]


def test_what_is_transparent_shows_the_paper() -> None:
    target = io.BytesIO()
    Image.new("RGBA", (216, 291), (0, 0, 0, 0)).save(target, "PNG")
    assert grey(apply(target.getvalue(), SHADE), 0.5) >= 253
