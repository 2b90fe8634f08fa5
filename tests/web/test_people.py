from __future__ import annotations

import pytest

from plugins.web.indexes.people import contributors, is_person, signatures
from tests.web.archives import article


@pytest.mark.parametrize(
    "name",
    ["王莹", "李小满", "欧阳清和", "司马相如", "张国会", "李院", "王社", "阿依古丽·买买提",
     "Li Ming", "Rachel O’Hara", "J. Smith"],
)  # fmt: skip
def test_persons(name: str) -> None:
    assert is_person(name)


@pytest.mark.parametrize(
    "name",
    ["《岚江环境》评论员", "本刊编辑部", "编辑部", "评论员", "暗访组", "水生态处", "澄州市生态环境局",
     "省环境宣传教育中心", "特约记者", "宣教中心", "某公司", "青垣市政协", "第3组", "王", "", "2020"],
)  # fmt: skip
def test_bodies(name: str) -> None:
    assert not is_person(name)


def test_who_wrote_and_photographed_is_named_once() -> None:
    one = article(0, "a", bylines=("王莹", "李小满"), photographers=("李小满", "赵一鸣"))
    assert signatures(one) == ("王莹", "李小满", "赵一鸣")


def test_units_are_named_once() -> None:
    assert contributors(article(0, "a", contributors=("甲局", "甲局", "乙局"))) == ("甲局", "乙局")
    assert contributors(article(0, "a")) == ()
