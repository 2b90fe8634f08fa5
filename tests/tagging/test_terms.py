"""Terms: what a text speaks of, also where it is not enough for a tag."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from plugins.tagging.matching import Matcher
from plugins.tagging.suggestion import suggest, weigh
from plugins.tagging.terms import MOST, look, terms
from plugins.tagging.vocabulary import build

NAMES = tuple("土水气声光林草沙湖海山川田渔")
VOCABULARY = build([{"name": name, "synonyms": [f"净{name}"]} for name in NAMES[:-1]] + [{"name": "渔", "common": True}])  # fmt: skip
MATCHER = Matcher(VOCABULARY)
#: Words that are no terms, to make a text long.
FILLING = "某年某月某日，" * 120


def spoken_of(heading: str, text: str) -> tuple[str, ...]:
    return look(heading, text, MATCHER).terms


def test_two_mentions_are_enough_by_whichever_words() -> None:
    assert spoken_of("甲", f"土。{FILLING}净土。") == ("土",)
    assert spoken_of("甲", f"{FILLING}净土。") == ()


def test_one_is_in_the_heading_or_a_subhead() -> None:
    assert spoken_of("水", FILLING) == ("水",)
    assert spoken_of("甲", f"{FILLING}\n一、管好水\n{FILLING}") == ("水",)


def test_what_stands_everywhere_counts_in_the_heading_only() -> None:
    assert spoken_of("甲", "渔。" * 9) == ()
    assert spoken_of("渔", "渔。") == ("渔",)


def test_tags_are_among_them_and_the_weightiest_come_first() -> None:
    found = look("土", f"土水土水气水土气{FILLING}", MATCHER)
    assert found.terms == ("土", "水", "气")
    assert {"土"} <= {tag.name for tag in found.tags} < set(found.terms)


def test_at_most_so_many() -> None:
    assert len(spoken_of("甲", "".join(NAMES) * 2)) == MOST < len(NAMES)


@given(st.text("土水渔一、\n净某", max_size=60), st.text("土渔某", max_size=4))
def test_one_look_finds_what_two_would(text: str, heading: str) -> None:
    found = look(heading, text, MATCHER)
    assert found.tags == suggest(heading, text, MATCHER)
    assert found.terms == terms(weigh(heading, text, MATCHER), VOCABULARY)
    assert len(set(found.terms)) == len(found.terms)
