from __future__ import annotations

import pytest

from plugins.tagging import suggestion
from plugins.tagging.vocabulary import Vocabulary, build

VOCABULARY = build(
    [
        {"name": "大气污染防治", "slug": "air", "synonyms": ["蓝天"]},
        {"name": "水环境", "slug": "water", "not_when": ["水环境公司"]},
        {"name": "土壤", "slug": "soil"},
        {"name": "劣Ⅴ类", "slug": "worst"},
        *({"name": f"词{n}", "slug": f"w{n}"} for n in "一二三四五六七"),
    ]
)


def cut(text: str) -> list[str]:
    """A cutter for tests: words are divided by slashes."""
    return text.split("/")


def suggest(headline: str, text: str, vocabulary: Vocabulary = VOCABULARY) -> list[str]:
    return [tag.name for tag in suggestion.suggest(headline, text, vocabulary, cut)]


def test_a_word_of_the_headline_is_a_tag_with_its_reason() -> None:
    (tag,) = suggestion.suggest("土壤/普查", "土壤/的/土壤/普查", VOCABULARY, cut)
    assert (tag.name, tag.slug, tag.reason) == ("土壤", "soil", "标题中有，正文 2 次")


def test_a_synonym_counts_for_its_preferred_term() -> None:
    assert suggest("蓝天/保卫", "蓝天/很/蓝") == ["大气污染防治"]


def test_one_mention_in_a_text_is_no_tag() -> None:
    assert suggest("别的", "前文/" * 100 + "土壤/后文") == []


def test_many_mentions_are_a_tag() -> None:
    (tag,) = suggestion.suggest("别的", "前/" * 90 + "土壤/" * 12, VOCABULARY, cut)
    assert (tag.name, tag.reason) == ("土壤", "正文 12 次")


def test_weightiest_first_and_no_more_than_five() -> None:
    times = dict(zip("一二三四五六七", range(14, 7, -1), strict=True))
    text = "".join(f"词{name}/" * count for name, count in times.items())
    assert suggest("别的", text) == ["词一", "词二", "词三", "词四", "词五"]
    assert suggest("词七", text)[0] == "词七"


def test_not_when() -> None:
    assert suggestion.count("水环境公司/水环境/水环境", VOCABULARY, cut) == {"水环境": 1}
    assert suggestion.count("水环境公司/水环境", VOCABULARY, cut) == {}


def test_a_word_with_a_mark_is_found_though_nobody_cuts_it() -> None:
    assert suggestion.count("消灭劣Ⅴ类水体，劣Ⅴ类", VOCABULARY, cut) == {"劣Ⅴ类": 2}


def test_words_outside_the_vocabulary_are_no_tags() -> None:
    assert suggest("工作/会议", "工作/会议/" * 50) == []


def test_an_empty_vocabulary_suggests_nothing() -> None:
    assert suggest("土壤", "土壤", Vocabulary()) == []


@pytest.mark.parametrize(
    ("words", "tags"),
    [
        (("蓝天",), [("大气污染防治", "air")]),
        (("蓝天", "大气污染防治"), [("大气污染防治", "air")]),
        (("自拟标签",), [("自拟标签", "自拟标签")]),
        (("土壤", "自拟"), [("土壤", "soil"), ("自拟", "自拟")]),
        ((), []),
    ],
)
def test_own_tags(words: tuple[str, ...], tags: list[tuple[str, str]]) -> None:
    found = suggestion.own(words, VOCABULARY)
    assert [(tag.name, tag.slug) for tag in found] == tags
    assert all(tag.reason == "编辑所标" for tag in found)
