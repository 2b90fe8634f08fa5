"""Mends stay inside their findings, come to rest, and leave nothing to mend."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from plugins.proofing.proofing import fully_mended, mended, proof_manuscript
from plugins.proofing.remark import Remark
from plugins.proofing.rules import rules

WRONG = [text for rule in rules() for text in (*rule.wrong, *rule.right) if text[:3] != "---"]
PIECES = st.one_of(
    st.sampled_from(WRONG),
    st.sampled_from(
        ["岚江", "水清", ",", "(", ")", '"', "“", "”", "《", "》", "、", "，", "。", "--", "—", "...", "…", "**", "_", "1", "~", "5",
         "III", "类", "\n", "\n\n", "　　", "\u200b", "\u00a0", "線", "[甲](a.md)", "`x`", "GB3838-2002", "PM_{2.5}", " ", "〔2020〕", "第03号", "|"]
    ),
)  # fmt: skip
TEXTS = st.lists(PIECES, max_size=12).map("".join)


def remark(start: int, end: int, mend: str | None, is_safe: bool = True) -> Remark:
    return Remark(
        "a.md",
        1,
        start + 1,
        "P101",
        "error",
        "",
        "",
        mend=mend,
        is_safe=is_safe,
        start=start,
        end=end,
    )


def test_only_safe_mends_are_made() -> None:
    found = [remark(0, 1, "甲"), remark(1, 2, "乙", is_safe=False), remark(2, 3, None)]
    assert mended("abc", found) == "甲bc"


def test_of_two_on_the_same_words_one_is_made() -> None:
    assert mended("abcd", [remark(0, 3, "甲"), remark(2, 4, "乙")]) == "甲d"
    assert mended("abcd", [remark(2, 4, "乙"), remark(0, 3, "甲")]) == "甲d"


def test_neighbours_are_both_made() -> None:
    assert mended("ab", [remark(0, 1, "甲"), remark(1, 2, "乙")]) == "甲乙"


def test_markup_inside_keeps_a_mend_away() -> None:
    (found,) = proof_manuscript("a.md", "治理(**含**清淤)完工。", only=("P102",))
    assert (found.mend, found.is_safe) == (None, False)


def test_mends_reach_behind_markup() -> None:
    assert fully_mended("a.md", "**江水**清,[鱼](a.md)多。") == "**江水**清，[鱼](a.md)多。"


def test_an_indent_that_begins_a_paragraph_leaves_a_blank_line() -> None:
    assert fully_mended("a.md", "甲。\n　　乙。\n\n　　丙。") == "甲。\n\n乙。\n\n丙。"


@given(TEXTS)
def test_a_mend_changes_its_own_words_only(source: str) -> None:
    for each in proof_manuscript("a.md", source):
        if each.is_safe:
            assert each.mend is not None
            assert source[each.start : each.end] != each.mend
            expected = source[: each.start] + each.mend + source[each.end :]
            assert mended(source, [each]) == expected


@given(TEXTS)
def test_all_mends_together_leave_the_rest_in_order(source: str) -> None:
    found = [each for each in proof_manuscript("a.md", source) if each.is_safe]
    touched = {place for each in found for place in range(each.start, each.end)}
    rest = iter(mended(source, found))
    assert all(char in rest for place, char in enumerate(source) if place not in touched)


@given(TEXTS)
def test_mending_comes_to_rest(source: str) -> None:
    better = fully_mended("a.md", source)
    assert not [each for each in proof_manuscript("a.md", better) if each.is_safe]
    assert mended(better, proof_manuscript("a.md", better)) == better


@given(TEXTS)
def test_places_lie_in_the_source(source: str) -> None:
    for each in proof_manuscript("a.md", source):
        assert 0 <= each.start <= each.end <= len(source)
        assert source[: each.start].count("\n") == each.line - 1
