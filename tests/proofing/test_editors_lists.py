"""The lists as they are committed: every entry counts, none hits the words it lets through, mends settle."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from plugins.hanzi.words import load
from plugins.proofing.lists import Confusion, Term, read_lists
from plugins.proofing.proofing import fully_mended, proof_manuscript

LISTS = read_lists(Path(__file__).parents[2] / "content/style")
DAY = date(2020, 3, 20)


def words_of(entry: Confusion | Term, text: str) -> list[str]:
    code = "P201" if isinstance(entry, Confusion) else "P202"
    return [
        each.words for each in proof_manuscript("a.md", text, LISTS, published=DAY, only=(code,))
    ]


def sentence(entry: Confusion) -> str:
    """The entry's word where it counts."""
    behind = entry.followed_by[0] if entry.followed_by else ""
    before = entry.preceded_by[0] if entry.preceded_by else ""
    return f"，{before}{entry.wrong}{behind}。"


def test_the_lists_are_read_without_a_finding() -> None:
    assert LISTS.findings == ()
    assert len(LISTS.confusions) >= 150
    assert min(len(LISTS.terms), len(LISTS.bodies), len(LISTS.posts)) >= 10


def test_every_confusion_counts() -> None:
    missed = [e.wrong for e in LISTS.confusions if not words_of(e, sentence(e))]
    assert missed == []


def test_no_confusion_counts_in_the_words_it_lets_through() -> None:
    hit = [
        (entry.wrong, word)
        for entry in LISTS.confusions
        for word in entry.not_when
        if entry.wrong in words_of(entry, f"，{word}，")
    ]
    assert hit == []


def test_every_exception_holds_its_word() -> None:
    entries = (*LISTS.confusions, *LISTS.terms)
    assert [(e.wrong, w) for e in entries for w in e.not_when if e.wrong not in w] == []


def test_nothing_is_listed_twice_or_as_itself() -> None:
    for entries in (LISTS.confusions, LISTS.terms):
        words = [each.wrong for each in entries]
        assert sorted(set(words)) == sorted(words)
        assert [each.wrong for each in entries if each.wrong == each.right] == []


def test_no_right_word_is_wrong_for_another_entry() -> None:
    rights = {entry.right for entry in LISTS.confusions if entry.right}
    found = {
        word: [
            each.words for each in proof_manuscript("a.md", f"，{word}，", LISTS, only=("P201",))
        ]
        for word in rights
    }
    assert {word: hits for word, hits in found.items() if hits} == {}


def test_safe_mends_settle_and_change_only_the_word() -> None:
    for entry in LISTS.confusions:
        if entry.safe:
            text = f"岚江，{entry.wrong}，两岸。"
            assert fully_mended("a.md", text, LISTS) == f"岚江，{entry.right}，两岸。", entry


@pytest.mark.slow
def test_common_words_are_no_errors() -> None:
    """No word of jieba's dictionary that is used much, but for those that are the error itself."""
    with (Path(load().__file__ or "").parent / "dict.txt").open(encoding="utf-8") as lines:
        rows = [line.split() for line in lines]
    text = "，".join(word for word, count, _ in rows if int(count) >= 300)
    remarks = proof_manuscript("a.md", text, LISTS, published=DAY, only=("P201",))
    assert [each.words for each in remarks if each.level == "error"] == []
    assert {each.words for each in remarks if each.level == "warning"} <= {"好象", "截止"}
