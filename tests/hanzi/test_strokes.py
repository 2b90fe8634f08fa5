"""The strokes of characters, and names in the order of the strokes of their surnames."""

from __future__ import annotations

from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plugins.hanzi.strokes import divided, place, stroke_order

SORTED = (
    *("丁一禾", "卫敬川", "王莹", "王小满", "方一", "石敬之", "江暮云", "李满", "李一鸣", "沈砚秋"),
    *(
        "陆知远",
        "陈静",
        "欧阳清",
        "易水生",
        "季怀远",
        "闻启明",
        "祁景澄",
        "桑致和",
        "黄河清",
        "魏长风",
    ),
)


def strokes(name: str) -> int:
    return len(stroke_order(name[0]))


@pytest.mark.parametrize(
    ("char", "order"),
    [("王", "1121"), ("陈", "5215234"), ("邬", "355152"), ("范", "12244155"), ("永", "45534")],
)
def test_strokes_are_in_the_order_of_writing(char: str, order: str) -> None:
    assert stroke_order(char) == order


def test_what_is_not_known_has_no_place() -> None:
    assert stroke_order("A") == ""
    assert place("㐂一") is None
    assert place("王") is None


def test_a_surname_of_two_characters_is_one() -> None:
    assert divided("欧阳修") == ("欧阳", "修")
    assert divided("欧阳") == ("欧", "阳")
    assert divided("王莹") == ("王", "莹")


def test_fewer_strokes_come_first_then_heng_shu_pie_dian_zhe() -> None:
    names = sorted(
        ["石一", "田一", "白一", "冯一", "司一", "丁一"], key=lambda name: str(place(name))
    )
    assert names  # every one has a place
    ordered = sorted(names, key=lambda name: place(name) or ())
    assert ordered == ["丁一", "石一", "田一", "白一", "冯一", "司一"]


def test_of_one_surname_the_shorter_name_comes_first() -> None:
    assert sorted(["王一鸣", "王曦"], key=lambda name: place(name) or ()) == ["王曦", "王一鸣"]


@given(st.integers())
def test_the_order_does_not_depend_on_where_one_starts(seed: int) -> None:
    names = list(SORTED)
    Random(seed).shuffle(names)
    ordered = sorted(names, key=lambda name: place(name) or ())
    counts = [strokes(name) for name in ordered]
    assert counts == sorted(counts)
    assert ordered == sorted(SORTED, key=lambda name: place(name) or ())
