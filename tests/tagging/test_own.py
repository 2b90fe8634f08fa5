from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plugins.tagging import own
from plugins.tagging.own import Own
from plugins.tagging.record import Tag
from plugins.tagging.vocabulary import Vocabulary, build

VOCABULARY = build(
    [
        {"name": "大气污染防治", "slug": "air", "synonyms": ["蓝天", "PM2.5"]},
        {"name": "土壤", "slug": "soil"},
    ]
)
SUGGESTED = (Tag("土壤", "soil", "标题中有"), Tag("噪声", "noise", "正文 3 次"))


def names(*words: str) -> list[str]:
    return [tag.name for tag in own.apply(own.read(words), SUGGESTED, VOCABULARY)]


@pytest.mark.parametrize(
    ("words", "read"),
    [
        ((), Own()),
        (("土壤",), Own(plain=("土壤",))),
        (("+蓝天", "-噪声"), Own(added=("蓝天",), removed=("噪声",))),
        (("＋ 蓝天", "－噪声", "−甲", "–乙"), Own(added=("蓝天",), removed=("噪声", "甲", "乙"))),
        (("+", "-"), Own()),
        (("煤-电", "C++"), Own(plain=("煤-电", "C++"))),
    ],
)
def test_signs(words: tuple[str, ...], read: Own) -> None:
    assert own.read(words) == read


@pytest.mark.parametrize(
    ("words", "tags"),
    [
        ((), ["土壤", "噪声"]),
        (("蓝天",), ["大气污染防治"]),
        (("蓝天", "大气污染防治"), ["大气污染防治"]),
        (("ｐｍ２．５",), ["大气污染防治"]),
        (("自拟",), ["自拟"]),
        (("+蓝天",), ["土壤", "噪声", "大气污染防治"]),
        (("+土壤",), ["土壤", "噪声"]),
        (("-噪声",), ["土壤"]),
        (("-噪声", "+蓝天"), ["土壤", "大气污染防治"]),
        (("-没有的",), ["土壤", "噪声"]),
        (("蓝天", "+土壤", "-噪声"), ["大气污染防治", "土壤"]),
        (("蓝天", "-大气污染防治"), []),
    ],
)
def test_what_becomes_of_the_suggestions(words: tuple[str, ...], tags: list[str]) -> None:
    assert names(*words) == tags


def test_each_tag_says_where_it_is_from() -> None:
    plain = own.apply(own.read(["蓝天", "自拟"]), (), VOCABULARY)
    assert plain == (Tag("大气污染防治", "air", "编辑所标"), Tag("自拟", "自拟", "编辑所标"))
    assert own.apply(own.read(["+蓝天"]), SUGGESTED, VOCABULARY)[-1].reason == "编辑所加"


def test_a_suggestion_keeps_its_reason_when_it_is_added_too() -> None:
    assert own.apply(own.read(["+土壤"]), SUGGESTED, VOCABULARY) == SUGGESTED


def test_a_doubt_names_the_nearest_term() -> None:
    (doubt,) = own.doubts(["大气污染治理", "蓝天"], VOCABULARY)
    assert doubt.word == "大气污染治理"
    assert "是不是“大气污染防治”？" in doubt.message


def test_a_doubt_about_a_word_like_no_other_names_none() -> None:
    (doubt,) = own.doubts(["-区块链"], VOCABULARY)
    assert (doubt.written, doubt.word) == ("-区块链", "区块链")
    assert "是不是" not in doubt.message


def test_a_word_is_doubted_once() -> None:
    assert len(own.doubts(["区块链", "区块链", "+", "+土壤"], VOCABULARY)) == 1


def test_no_doubts_without_a_vocabulary() -> None:
    assert own.doubts(["区块链"], Vocabulary()) == []


@given(st.lists(st.text(alphabet="+-土壤蓝天甲", max_size=4)))
def test_tags_never_stand_twice_and_none_is_empty(words: list[str]) -> None:
    found = names(*(word for word in words if word))
    assert len(found) == len(set(found))
    assert all(found)
