from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plugins.hanzi.names import split_names, spread_name

NAMES = st.lists(st.text(alphabet="王莹李满赵一鸣", min_size=1, max_size=4))


@pytest.mark.parametrize(
    ("typed", "names"),
    [
        ("张三 李四", ("张三", "李四")),
        ("张三、李四，王五,赵六；钱七;孙八", ("张三", "李四", "王五", "赵六", "钱七", "孙八")),
        ("王　莹", ("王莹",)),
        ("王　莹 李　红", ("王莹", "李红")),
        ("王　莹　李小满", ("王莹", "李小满")),
        ("张三　李四", ("张三", "李四")),
        ("  张三  ", ("张三",)),
        ("", ()),
        ("、", ()),
    ],
)
def test_split(typed: str, names: tuple[str, ...]) -> None:
    assert split_names(typed) == names


@pytest.mark.parametrize(
    ("name", "spread"),
    [
        ("王莹", "王　莹"),
        ("李小满", "李小满"),
        ("欧阳修文", "欧阳修文"),
        ("Li", "Li"),
        ("王", "王"),
    ],
)
def test_spread(name: str, spread: str) -> None:
    assert spread_name(name) == spread


@given(NAMES)
def test_listed_names_come_back(names: list[str]) -> None:
    assert split_names("、".join(names)) == tuple(names)


@given(NAMES)
def test_spread_names_come_back(names: list[str]) -> None:
    assert split_names(" ".join(spread_name(name) for name in names)) == tuple(names)
