"""The editors' list of places: what a text names, and what only looks like it."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plugins.article.gazetteer import Gazetteer, GazetteerError, build, places, units
from plugins.web.indexes.mentions import read_gazetteer

CONTENT = Path(__file__).resolve().parents[2] / "content"
ROWS = [
    {"name": "清江省", "level": "省"},
    {"name": "磐塘市", "level": "市", "parent": "清江省", "other_names": ["磐塘"]},
    {"name": "上湾县", "level": "县", "parent": "磐塘市"},
    {"name": "清江", "level": "水体", "parent": "清江省", "not_when": ["清江环境"]},
    {"name": "清江湾", "level": "水体", "parent": "磐塘市"},
]
GAZETTEER = build(ROWS)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("磐塘市召开会议", ("磐塘市",)),
        ("磐塘召开会议，上湾县参加", ("磐塘市", "上湾县")),
        ("磐塘市、磐塘", ("磐塘市",)),
        ("清江湾水质", ("清江湾",)),
        ("清江省的清江", ("清江省", "清江")),
        ("磐塘市人民政府印发", ("磐塘市",)),
        ("磐塘市委书记", ("磐塘市",)),
        ("磐塘市生态环境局长期驻守磐塘市", ("磐塘市",)),
        ("磐塘市中心城区", ("磐塘市",)),
        ("磐塘市委托第三方", ("磐塘市",)),
    ],
)
def test_places(text: str, found: tuple[str, ...]) -> None:
    assert places(text, GAZETTEER) == found


@pytest.mark.parametrize(
    "text",
    [
        "",
        "《清江环境》",
        "磐塘市生态环境局通报",
        "磐塘市公安局",
        "省生态环境厅",
        "下湾县",
        "上湾县分局",
    ],
)
def test_no_places(text: str) -> None:
    assert places(text, GAZETTEER) == ()


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("磐塘市生态环境局局长", ("磐塘市生态环境局",)),
        ("由省生态环境厅副厅长", ("省生态环境厅",)),
        ("清江省生态环境厅会同省公安厅", ("省生态环境厅", "省公安厅")),
        ("省生态环境保护综合行政执法局", ("省生态环境保护综合行政执法局",)),
        ("省固体废物与化学品管理中心主任", ("省固体废物与化学品管理中心",)),
        ("磐塘市生态环境局上湾分局", ("磐塘市生态环境局上湾分局",)),
        ("上湾县分局", ("磐塘市生态环境局上湾分局",)),
        ("磐塘市生态环境局和上湾县", ("磐塘市生态环境局",)),
        ("磐塘市人民政府", ("磐塘市人民政府",)),
        ("上湾县人民医院", ("上湾县人民医院",)),
        ("省生态环境厅水生态环境处", ("省生态环境厅水生态环境处",)),
    ],
)
def test_units(text: str, found: tuple[str, ...]) -> None:
    assert units(text, GAZETTEER) == found


@pytest.mark.parametrize(
    "text", ["全省生态环境局", "磐塘市委托第三方", "市生态环境局", "磐塘市中心城区"]
)
def test_no_units(text: str) -> None:
    assert units(text, GAZETTEER) == ()


@pytest.mark.parametrize(
    ("rows", "words"),
    [
        ("x", "[[places]]"),
        ([1], "[[places]]"),
        ([{}], "没有 name"),
        ([{"name": "甲"}, {"name": "甲"}], "“甲”写了两次"),
        ([{"name": "甲", "other_names": "丙"}, {"name": "乙", "other_names": ["丙"]}], "同指"),
        ([{"name": "甲", "parent": "乙"}], "不在表里"),
    ],
)
def test_a_list_that_is_none(rows: object, words: str) -> None:
    with pytest.raises(GazetteerError, match="^.*" + words.replace("[", r"\[")):
        build(rows)


def test_an_empty_list_names_nothing() -> None:
    assert Gazetteer().named("磐塘市省生态环境厅") == build([]).named("")


def test_the_digest_tells_lists_apart() -> None:
    assert build(ROWS).digest == GAZETTEER.digest
    assert len({build(ROWS[: n + 1]).digest for n in range(len(ROWS))}) == len(ROWS)


def test_no_list_is_an_empty_one(tmp_path: Path) -> None:
    assert read_gazetteer(tmp_path).localities == {}


def test_a_file_that_is_no_toml_is_told(tmp_path: Path) -> None:
    (tmp_path / "style").mkdir()
    (tmp_path / "style" / "地名.toml").write_text("[[places]\n", "utf-8")
    with pytest.raises(GazetteerError, match="地名表写法不对"):
        read_gazetteer(tmp_path)


def test_the_sample_has_a_list_that_can_be_read() -> None:
    found = read_gazetteer(CONTENT)
    assert len([each for each in found.localities.values() if each.level == "市"]) == 11
    assert units("沧浦市生态环境局石化新区分局、石化新区分局、港北区分局", found) == (
        "沧浦市生态环境局石化新区分局",
        "沧浦市生态环境局港北分局",
    )
    assert places("本报临汐讯：临汐湾的鸟，比《岚江环境》说的多", found) == ("临汐市", "临汐湾")


@given(
    st.lists(
        st.sampled_from(["磐塘", "市", "清江", "湾", "省", "分局", "委", "生态环境", "厅"]),
        max_size=12,
    )
)
def test_only_places_of_the_list_are_named(pieces: list[str]) -> None:
    named = GAZETTEER.named("".join(pieces))
    assert set(named.places) <= set(GAZETTEER.localities)
    assert len(set(named.units)) == len(named.units)
