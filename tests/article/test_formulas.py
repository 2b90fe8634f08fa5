from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plugins.article.formulas import INDEXED, split

BITS = st.sampled_from(
    ["PM2.5", "PM10", "SO2", "NOx", "O3", "CO2", "m3", "μg/m3", "35", "km2", "A"]
)


def marked(text: str) -> str:
    """Runs as one string: sub in _{}, sup in ^{}."""
    shapes = {"": "{}", "sub": "_{{{}}}", "sup": "^{{{}}}"}
    return "".join(shapes[role].format(part) for part, role in split(text))


@pytest.mark.parametrize(
    ("typed", "set_as"),
    [
        ("PM2.5", "PM_{2.5}"),
        ("PM10浓度", "PM_{10}浓度"),
        ("SO2、NO2和NOx", "SO_{2}、NO_{2}和NO_{x}"),
        ("O3超标", "O_{3}超标"),
        ("CO2排放", "CO_{2}排放"),
        ("H2S和H2O", "H_{2}S和H_{2}O"),
        ("N2O", "N_{2}O"),
        ("CODCr、CODMn、BOD5", "COD_{Cr}、COD_{Mn}、BOD_{5}"),
        ("35μg/m3", "35μg/m^{3}"),
        ("120km2", "120km^{2}"),
        ("3万m3", "3万m^{3}"),
        ("PM2.5为35μg/m3。", "PM_{2.5}为35μg/m^{3}。"),
        ("120 km2", "120 km^{2}"),
        ("面积（km2）", "面积（km^{2}）"),
        ("t/(km2·月)", "t/(km^{2}·月)"),
    ],
)
def test_set(typed: str, set_as: str) -> None:
    assert marked(typed) == set_as


@pytest.mark.parametrize(
    "text",
    [
        "",
        "治理",
        "PM",
        "PM2.53",
        "APM10",
        "SO21",
        "O3S",
        "m3",
        "M3",
        "am3",
        "CO",
        "2CO2x",
        "HPM2.5",
        "5m35",
    ],
)
def test_left_alone(text: str) -> None:
    assert marked(text) == text


@pytest.mark.parametrize("parts", INDEXED)
def test_every_formula_of_the_table(parts: tuple[str, ...]) -> None:
    letters, index, *rest = parts
    assert marked(f"含{''.join(parts)}的") == f"含{letters}_{{{index}}}{''.join(rest)}的"


@given(st.lists(st.one_of(BITS, st.text(max_size=4))).map("".join))
def test_every_character_stays_in_order(text: str) -> None:
    runs = split(text)
    assert "".join(part for part, _ in runs) == text
    assert all(part for part, _ in runs)


@given(st.lists(BITS).map("，".join))
def test_plain_runs_never_touch(text: str) -> None:
    roles = [role for _, role in split(text)]
    assert all(not (a == b == "") for a, b in pairwise(roles))
