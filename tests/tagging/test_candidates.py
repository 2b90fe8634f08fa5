from __future__ import annotations

import re

from plugins.tagging.candidates import Candidate, Copy, candidates
from plugins.tagging.matching import Matcher
from plugins.tagging.vocabulary import build

MATCHER = Matcher(build([{"name": "秸秆", "slug": "straw", "synonyms": ["打捆机"]}]))
#: How often words stand in general Chinese; those not told stand nowhere.
GENERAL = {"天气": 50_000, "总磷": 3}


WORDS = re.compile(
    "省监测中心|季怀远|打捆机|三千余|厅长|平沙|总磷|氨氮|天气|秸秆|落实|粪肥|还田|县|说|杂..|.",
    re.DOTALL,
)
#: Other words enough, so that it is no chance when two meet.
NOISE = "。".join(
    f"杂{a}{b}" for a in "甲乙丙丁戊己庚辛壬癸天地" for b in "子丑寅卯辰巳午未申酉戌亥"
)


def cut(text: str) -> list[str]:
    """A cutter for tests: it knows the words above."""
    return WORDS.findall(text)


def found(*texts: str) -> list[Candidate]:
    copies = [Copy(f"k{n}", "题", text) for n, text in enumerate(texts)]
    return candidates(copies, MATCHER, cut, GENERAL)


def told(*texts: str) -> list[str]:
    return [each.word for each in found(*texts)]


TWICE = "总磷。总磷。"


def test_a_word_of_the_trade_in_two_articles() -> None:
    (made,) = found(TWICE, "别。", TWICE)
    assert (made.word, made.articles, made.times) == ("总磷", ("k0", "k2"), 4)
    assert made.why == "通用汉语里少见，本期常见"


def test_one_article_or_few_times_is_nothing() -> None:
    assert told(TWICE + TWICE) == []
    assert told("总磷。", TWICE) == []


def test_words_of_everybody_and_of_the_vocabulary_are_left_out() -> None:
    assert told("天气。天气。", "天气。天气。") == []
    assert told("秸秆。打捆机。秸秆。", "打捆机。秸秆。") == []
    assert told("落实。落实。", "落实。落实。") == []


def test_neighbours_that_cohere() -> None:
    pair = "粪肥还田。粪肥还田。"
    (made,) = found(f"{NOISE}。{pair}", pair)
    assert (made.word, made.times) == ("粪肥还田", 4)
    assert made.why == "“粪肥”与“还田”总是连用"


def test_a_part_of_another_candidate_is_not_told_beside_it() -> None:
    pair = "粪肥还田。粪肥还田。"
    assert "还田" not in told(f"{NOISE}。{pair}", pair)


def test_places_persons_units_and_figures_are_left_out() -> None:
    for text in (
        "平沙县。平沙。",
        "季怀远说。季怀远。",
        "省监测中心。省监测中心。",
        "三千余。三千余。",
    ):
        assert told(text, text) == [], text
    assert told("厅长季怀远。季怀远。", "季怀远。季怀远。厅长季怀远。") == []


def test_no_articles() -> None:
    assert found() == []


def test_the_order_of_equals_is_that_of_the_words() -> None:
    both = "总磷。氨氮。总磷。氨氮。"
    turned = "氨氮。总磷。氨氮。总磷。"
    assert sorted(told(both, both)) == sorted(told(turned, turned))
    assert told(both, both) == told(turned, turned)
