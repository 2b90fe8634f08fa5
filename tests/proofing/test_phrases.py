"""Words of a list in a text."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from plugins.proofing.phrases import is_beside, is_inside, kept_for_last, pattern

WORDS = st.lists(st.text("甲乙丙丁", min_size=1, max_size=3), max_size=6)


@given(WORDS, st.text("甲乙丙丁", max_size=12))
def test_pattern_finds_any_word_and_nothing_else(words: list[str], text: str) -> None:
    found = pattern(words).search(text)
    places = [text.find(word) for word in words if word in text]
    assert (found.start() if found else None) == (min(places) if places else None)
    if found:
        longest = max((w for w in words if text.startswith(w, found.start())), key=len)
        assert found[0] == longest


def test_an_empty_list_finds_nothing() -> None:
    assert pattern([]).search("甲乙") is None


def test_inside_a_longer_word_only_where_it_stands() -> None:
    text = "布署完毕，发布署名文章"
    assert not is_inside(text, 0, 2, ["布署名", "发布署"])
    assert is_inside(text, 6, 8, ["布署名"])
    assert is_inside(text, 6, 8, ["发布署"])
    assert not is_inside(text, 6, 8, ["文章"])


def test_beside_at_most_so_far() -> None:
    text = "暴雨后疫情又爆发了"
    assert is_beside(text, 6, 8, ["疫情"], [], within=1)
    assert not is_beside(text, 6, 8, ["疫情"], [], within=0)
    assert is_beside(text, 3, 5, [], ["爆发"], within=1)
    assert not is_beside(text, 3, 5, [], ["爆发"], within=0)


def test_made_once_for_one_list() -> None:
    calls: list[tuple[str, ...]] = []
    make = kept_for_last(lambda words: calls.append(words) or len(words))
    one, other = ("甲",), ("乙", "丙")
    assert [make(one), make(one), make(other), make(other)] == [1, 1, 2, 2]
    assert calls == [one, other]
