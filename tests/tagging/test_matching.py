from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plugins.tagging.matching import Matcher
from plugins.tagging.vocabulary import Vocabulary, build, fold

VOCABULARY = build(
    [
        {"name": "湿地", "slug": "wetland", "not_when": ["人工湿地"]},
        {"name": "臭氧污染", "slug": "ozone", "synonyms": ["O3", "臭氧"]},
        {"name": "细颗粒物", "slug": "pm25", "synonyms": ["PM2.5", "PM2.5浓度"]},
        {"name": "挥发性有机物", "slug": "voc", "synonyms": ["VOCs", "VOC"]},
        {"name": "重金属", "slug": "metal", "synonyms": ["铅"], "not_when": ["铅笔"]},
        {"name": "环境监测", "slug": "jiance", "synonyms": ["监测数据"]},
        {"name": "数据造假", "slug": "zaojia", "synonyms": ["监测数据造假"]},
        {"name": "地表水水质", "slug": "shui", "synonyms": ["劣Ⅴ类"]},
    ]
)
MATCHER = Matcher(VOCABULARY)


@pytest.mark.parametrize(
    ("text", "counts"),
    [
        ("湿地、湿地公园", {"湿地": 2}),
        ("人工湿地", {}),
        ("人工湿地旁的湿地", {"湿地": 1}),
        ("监测数据造假", {"数据造假": 1}),
        ("监测数据，监测数据造假", {"环境监测": 1, "数据造假": 1}),
        ("O3浓度升，NO3不变", {"臭氧污染": 1}),
        ("O31", {}),
        ("VOCs和VOC，不是VOCx", {"挥发性有机物": 2}),
        ("PM2.5", {"细颗粒物": 1}),
        ("ＰＭ２．５、pm2.5浓度", {"细颗粒物": 2}),
        ("PM2.55", {}),
        ("含铅，用铅笔记", {"重金属": 1}),
        ("消灭劣Ⅴ类，劣V类", {"地表水水质": 2}),
        ("", {}),
        ("工作会议", {}),
    ],
)
def test_what_counts(text: str, counts: dict[str, int]) -> None:
    assert MATCHER.count(text) == counts


def test_matches_stand_in_the_order_of_the_text() -> None:
    found = MATCHER.find("臭氧与湿地与PM2.5")
    assert [(each.word, each.name, each.start) for each in found] == [
        ("臭氧", "臭氧污染", 0),
        ("湿地", "湿地", 3),
        ("pm2.5", "细颗粒物", 6),
    ]


def test_a_context_is_found_but_names_no_term() -> None:
    assert [(each.word, each.name) for each in MATCHER.find("人工湿地")] == [("人工湿地", "")]


def test_a_longer_word_wins_though_it_begins_later() -> None:
    matcher = Matcher(
        build([{"name": "环境应急", "slug": "a"}, {"name": "应急监测车", "slug": "b"}])
    )
    assert matcher.count("环境应急监测车") == {"应急监测车": 1}


def test_an_empty_vocabulary_finds_nothing() -> None:
    assert Matcher(Vocabulary()).find("湿地") == []


WORDS = st.sampled_from([*VOCABULARY.preferred, "人工湿地", "铅笔", "，", "x", "1", "浓度"])


@given(st.lists(WORDS).map("".join))
def test_matches_are_in_the_text_and_never_overlap(text: str) -> None:
    found, folded = MATCHER.find(text), fold(text)
    assert all(folded[each.start : each.end] == each.word for each in found)
    assert all(one.end <= other.start for one, other in pairwise(found))


@given(st.text(max_size=30), st.text(max_size=30))
def test_a_word_among_any_letters_that_are_none_of_ours_is_found(before: str, after: str) -> None:
    text = f"{before}。湿地。{after}"
    assert MATCHER.count(text)["湿地"] >= 1
