"""The table of inks, greys, grey pages, and the styles that must all be in the table."""

from __future__ import annotations

import re
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from plugins.press.prepress.inks import BLACK, Inks, for_text, lightness, read_table
from plugins.press.prepress.profiles import PressProfile
from plugins.press.prepress.recipe import default_profile
from tests.prepress.sheetwork import INKS, THEME

#: Styles of things that never see a press.
OFFICE = ("pageplan.css", "officialsheet.css", "preflight.css", "ticket.css")
COLOUR = re.compile(r"#([0-9a-f]{6}|[0-9a-f]{3})\b", re.IGNORECASE)
PLAIN = np.arange(256, dtype=np.uint8)
channel = st.integers(0, 255)


def press_colours() -> set[str]:
    """Every colour of the styles of pages, as #rrggbb; comments left out."""
    styles = [THEME / "shared" / "tokens.css", *(THEME / "press" / "styles").glob("*.css")]
    text = "".join(each.read_text(encoding="utf-8") for each in styles if each.name not in OFFICE)
    found = COLOUR.findall(re.sub(r"/\*.*?\*/", "", text, flags=re.DOTALL))
    return {
        "#" + (each if len(each) == 6 else "".join(2 * c for c in each)).lower() for each in found
    }


def is_grey(name: str) -> bool:
    return name[1:3] == name[3:5] == name[5:7]


def inks(**table: tuple[float, float, float, float]) -> Inks:
    return Inks(
        {f"#{name}": ink for name, ink in table.items()}, lambda _: (0.1, 0.2, 0.3, 0.4), PLAIN
    )


def rgb(name: str) -> tuple[float, float, float]:
    red, green, blue = (value / 255 for value in bytes.fromhex(name))
    return red, green, blue


def test_every_colour_of_our_styles_is_in_the_table() -> None:
    table = read_table(INKS)
    missing = sorted(each for each in press_colours() if not is_grey(each) and each not in table)
    assert not missing, f"theme/press/inks.toml lacks {missing}"


def test_the_table_has_no_colour_that_nobody_uses() -> None:
    assert read_table(INKS).keys() - press_colours() <= {"#000001"}


def test_the_table_is_clean() -> None:
    """Two chromatic inks at most, no ground with a trace of black, never more than 280 %."""
    for name, (c, m, y, k) in read_table(INKS).items():
        assert c + m + y + k <= 2.8, name
        assert name == "#000001" or 0 in (c, m, y), name
        assert k == 0 or k >= 0.2, name


def test_the_table_looks_like_the_screen() -> None:
    """Printed (through the profile) no colour with chromatic inks strays far from its RGB."""
    profile = PressProfile(default_profile())
    for name, (c, m, y, k) in read_table(INKS).items():
        if (c, m, y) != (0, 0, 0) and name != "#000001":
            shown = np.array(profile.shown((c, m, y, k)))
            assert np.abs(shown - np.array(rgb(name[1:]))).max() < 0.075, name


@pytest.mark.parametrize(
    ("line", "words"), [('"red" = [0,0,0,0]', "red"), ('"#ff0000" = [0,0,0,200]', "200")]
)
def test_a_table_with_a_fault_is_refused(tmp_path: Path, line: str, words: str) -> None:
    file = tmp_path / "inks.toml"
    file.write_text(f"[inks]\n{line}\n", encoding="utf-8")
    with pytest.raises(ValueError, match=words):
        read_table(file)


@pytest.mark.parametrize(
    ("value", "black"), [(0, 1), (0x33, 0.8), (0x99, 0.4), (0xCC, 0.2), (255, 0)]
)
def test_greys_are_black_only(value: int, black: float) -> None:
    assert inks().of_rgb((value / 255,) * 3, "colour") == (0, 0, 0, black)
    assert inks().of_grey(value / 255, "colour") == (0, 0, 0, black)


def test_the_table_comes_before_the_profile() -> None:
    made = inks(a6341b=(0, 0.85, 0.85, 0.35))
    assert made.of_rgb(rgb("a6341b"), "colour") == (0, 0.85, 0.85, 0.35)
    assert made.unlisted == set()


def test_other_colours_go_through_the_profile_and_are_told() -> None:
    made = inks()
    assert made.of_rgb(rgb("123456"), "colour") == (0.1, 0.2, 0.3, 0.4)
    assert made.unlisted == {"#123456"}


@given(channel, channel, channel)
def test_a_grey_page_has_black_only(red: int, green: int, blue: int) -> None:
    c, m, y, k = inks().of_rgb((red / 255, green / 255, blue / 255), "grey")
    assert (c, m, y) == (0, 0, 0)
    assert 0 <= k <= 1


@given(st.tuples(*[st.floats(0, 1)] * 4))
def test_cmyk_on_a_grey_page_has_black_only(ink: tuple[float, float, float, float]) -> None:
    assert inks().of_cmyk(ink, "grey")[:3] == (0, 0, 0)
    assert inks().of_cmyk(ink, "colour") == ink


@given(channel)
def test_a_grey_is_as_light_as_itself(value: int) -> None:
    assert lightness((value / 255,) * 3) == pytest.approx(value / 255, abs=1e-6)


def test_green_is_lighter_than_blue() -> None:
    assert lightness((0, 1, 0)) > lightness((1, 0, 0)) > lightness((0, 0, 1))


def test_letters_are_never_rich_black() -> None:
    assert for_text((0.6, 0.4, 0.4, 1.0)) == BLACK
    assert for_text((0.6, 0.4, 0.4, 0.9)) == (0.6, 0.4, 0.4, 0.9)
