"""The vocabulary the editors keep, content/style/标签词表.toml: what must hold of every row."""

from __future__ import annotations

import re
from collections import Counter
from pathlib import Path

import pytest

from plugins.tagging.matching import Matcher
from plugins.tagging.plugin import VOCABULARY, read_vocabulary
from plugins.tagging.vocabulary import Term, fold

ROOT = Path(__file__).resolve().parents[2]
TERMS = read_vocabulary(ROOT / "content" / VOCABULARY)
MATCHER = Matcher(TERMS)


def test_enough_terms_in_groups() -> None:
    groups = Counter(term.group for term in TERMS.terms.values())
    assert len(TERMS.terms) >= 150
    assert min(groups.values()) >= 2
    assert "" not in groups


@pytest.mark.parametrize("term", TERMS.terms.values(), ids=lambda term: term.slug)
def test_each_row(term: Term) -> None:
    assert re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", term.slug)
    assert len(set(term.synonyms)) == len(term.synonyms)
    assert term.name not in term.synonyms
    words = [fold(word) for word in (term.name, *term.synonyms)]
    idle = [each for each in term.not_when if not any(word in fold(each) for word in words)]
    assert idle == [], "a context that holds no word of its term keeps nothing away"


def test_no_context_is_a_word_of_a_term() -> None:
    contexts = {fold(word) for term in TERMS.terms.values() for word in term.not_when}
    assert contexts.isdisjoint(TERMS.folded)


@pytest.mark.parametrize(
    "text",
    [
        "用铅笔记录",
        "坚持实事求是",
        "污染物种类和数量",
        "建立案件线索筛查制度",
        "其中水质达标",
        "恢复工期，恢复产能",
        "聚焦化解风险",
        "沿岸电缆",
        "种植树木",
        "主要表现为",
        "合作风险自负",
        "成立法规处",
        "调节水位",
        "支流河长度不等",
        "辐射带动周边",
        "疫情期间",
        "生产许可证",
        "路边的水泥墩",
        "烟囱排口",
        "拨打举报电话",
    ],
)
def test_words_that_only_look_like_ours(text: str) -> None:
    assert MATCHER.count(text) == {}


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("VOCs治理", "挥发性有机物"),
        ("ＰＭ２．５", "细颗粒物"),
        ("O3超标", "臭氧污染"),
        ("三市联手查处", "联合执法"),
        ("监测数据共享机制", "数据共享"),
        ("少填报表", "基层减负"),
        ("危险废物经营许可证", "危险废物"),
    ],
)
def test_words_that_are_ours(text: str, name: str) -> None:
    assert list(MATCHER.count(text)) == [name]
