from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plugins.tagging import suggestion
from plugins.tagging.matching import Matcher
from plugins.tagging.record import copy, heading
from plugins.tagging.suggestion import LONG_TEXT, SHORT, SHORT_NEWS, Weighed
from plugins.tagging.vocabulary import Vocabulary, build

ORDER = "一二三四五六七八九"
VOCABULARY = build(
    [
        {"name": "大气污染防治", "slug": "air", "synonyms": ["蓝天"]},
        {"name": "湿地", "slug": "wetland", "not_when": ["人工湿地"]},
        {"name": "土壤", "slug": "soil"},
        {"name": "疫情防控", "slug": "covid", "common": True},
        *({"name": f"词{n}", "slug": f"w{n}"} for n in ORDER),
    ]
)
MATCHER = Matcher(VOCABULARY)
#: Long enough to be no short news, and without a word of the vocabulary.
FILLING = "前" * SHORT


def suggest(headline: str, text: str, matcher: Matcher = MATCHER) -> list[str]:
    return [tag.name for tag in suggestion.suggest(headline, text, matcher)]


def weighed(headline: str, text: str) -> Weighed:
    (found,) = suggestion.weigh(headline, text, MATCHER)
    return found


def test_a_word_of_the_headline_is_a_tag_with_its_reason() -> None:
    (tag,) = suggestion.suggest("土壤普查", "土壤的土壤普查", MATCHER)
    assert (tag.name, tag.slug, tag.reason) == ("土壤", "soil", "标题中有，正文 2 次")


def test_a_synonym_counts_for_its_preferred_term() -> None:
    assert suggest("蓝天保卫", "天很蓝") == ["大气污染防治"]


def test_a_figure_of_speech_over_a_long_text_is_no_tag() -> None:
    assert suggest("一片蓝天", FILLING) == []
    assert suggest("一片蓝天", f"{FILLING}蓝天") == ["大气污染防治"]


@pytest.mark.parametrize(
    ("text", "tags"),
    [
        ("土壤" + "后" * 300, []),
        ("土壤，土壤" + "后" * 300, []),
        ("土壤，" + "后" * 300 + "\n土壤", ["土壤"]),
        ("前" * 150 + "土壤，" + "后" * 150 + "\n土壤", []),
        ("土壤，土壤，土壤" + "后" * 300, ["土壤"]),
        ("前" * 300 + "土壤，土壤", []),
        ("前" * 300 + "土壤，土壤，土壤", ["土壤"]),
        (f"{FILLING}土壤，土壤", []),
        (f"{FILLING}土壤，土壤，土壤", ["土壤"]),
        (f"{FILLING * 5}土壤，土壤，土壤", []),
        (f"{FILLING * 5}土壤，土壤，土壤，土壤", ["土壤"]),
    ],
)
def test_what_is_enough(text: str, tags: list[str]) -> None:
    assert suggest("别的", text) == tags


def test_the_form_is_a_matter_of_length() -> None:
    assert suggestion.form(SHORT - 1) is SHORT_NEWS
    assert suggestion.form(SHORT) is LONG_TEXT


@pytest.mark.parametrize(
    ("line", "tags"),
    [
        ("二、管控土壤风险", ["土壤"]),
        ("（二）管控土壤风险", []),
        ("二、管控土壤风险" + "后" * 40, []),
        ("见二、管控土壤风险", []),
    ],
)
def test_a_numbered_subhead_lends_weight(line: str, tags: list[str]) -> None:
    assert suggest("别的", f"{FILLING}\n{line}\n{FILLING}\n土壤") == tags


def test_the_reason_names_the_subhead() -> None:
    (tag,) = suggestion.suggest("别的", f"{FILLING}\n二、管控土壤风险\n土壤", MATCHER)
    assert tag.reason == "小标题中有，正文 2 次"


def test_a_common_term_is_a_tag_only_from_the_heading() -> None:
    text = "疫情防控" * 20
    assert suggest("别的", text) == []
    assert suggest("疫情防控", text) == ["疫情防控"]


def test_not_when() -> None:
    assert suggest("人工湿地", "人工湿地" * 9) == []


@pytest.mark.parametrize(("others", "tags"), [(30, ["词一", "土壤"]), (31, ["词一"])])
def test_where_much_is_named_a_term_must_have_its_share(others: int, tags: list[str]) -> None:
    assert suggest("别的", f"{FILLING}土壤，土壤，土壤，{'词一，' * others}") == tags


def test_what_names_no_term_takes_no_share() -> None:
    assert suggest("别的", f"{FILLING}土壤，土壤，土壤，{'人工湿地，' * 99}") == ["土壤"]


def test_weightiest_first_and_no_more_than_five() -> None:
    times = dict(zip(ORDER[:7], range(18, 11, -1), strict=True))
    text = FILLING + "".join(f"词{name}，" * count for name, count in times.items())
    assert suggest("别的", text) == [f"词{name}" for name in ORDER[:5]]
    assert suggest("词七", text)[0] == "词七"


def test_equal_weights_stand_in_the_order_of_their_names() -> None:
    assert suggest("词二词一", "词二词一") == suggest("词一词二", "词一词二") == ["词一", "词二"]


def test_what_is_told_of_a_term() -> None:
    found = weighed("", "蓝天，大气污染防治，蓝天")
    assert found.words == (("蓝天", 2), ("大气污染防治", 1))
    assert (found.times, found.paragraphs) == (3, 1)
    assert (found.in_heading, found.in_subhead, found.in_lead) == (False, False, True)


def test_paragraphs_that_name_a_term_are_counted_once_each() -> None:
    assert weighed("", "湿地，湿地\n\n前\n湿地").paragraphs == 2
    assert weighed("湿地", "").paragraphs == 0


def test_the_lead_is_the_beginning() -> None:
    assert weighed("", "土壤").in_lead
    assert not weighed("", "前" * suggestion.LEAD + "土壤").in_lead


def test_an_empty_vocabulary_suggests_nothing() -> None:
    assert suggest("土壤", "土壤", Matcher(Vocabulary())) == []


def test_heading_and_copy_join_what_there_is() -> None:
    assert heading("题") == "题"
    assert heading("题", "引", "副") == "引\n题\n副"
    assert copy("文") == "文"
    assert copy("文", "提要") == "提要\n文"


def test_a_deck_says_what_the_headline_paints() -> None:
    assert suggest(heading("一库清水", deck="土壤见闻"), "土壤") == ["土壤"]


TEXTS = st.lists(
    st.sampled_from([*VOCABULARY.preferred, "人工湿地", "\n", "一、", "，", "前" * 99])
)


@given(TEXTS.map("".join), TEXTS.map("".join))
def test_suggestions_are_terms_in_the_order_of_their_weight(headline: str, text: str) -> None:
    found = suggestion.weigh(headline, text, MATCHER)
    assert [each.weight for each in found] == sorted((e.weight for e in found), reverse=True)
    tags = suggest(headline, text)
    assert len(tags) <= suggestion.MOST
    assert len(set(tags)) == len(tags)
    assert set(tags) <= set(VOCABULARY.terms)
