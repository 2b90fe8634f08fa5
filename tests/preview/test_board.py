"""The board: who has seen what, what changed since, at what somebody looks."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plugins.preview import board as room
from plugins.preview.board import Board

FILES = st.frozensets(st.sampled_from(["a.html", "b.html", "c.html"]))


def test_a_page_is_stale_when_it_changed_after_it_was_seen() -> None:
    board = Board("r")
    before = board.mark
    board.site_made(frozenset({"a.html"}), {}, state="fine", at="14:03:07")
    assert board.has_changed("a.html", before)
    assert not board.has_changed("b.html", before)
    assert not board.has_changed("a.html", board.mark)


def test_what_changed_too_much_to_be_listed_is_everything() -> None:
    board = Board("r")
    before = board.mark
    board.site_made(None, {})
    assert board.has_changed("anything.html", before)


@pytest.mark.parametrize("mark", ["", "other.3", "r.", "r.x", "3"])
def test_what_was_seen_in_another_run_says_nothing(mark: str) -> None:
    assert Board("r").has_changed("a.html", mark)


def test_who_was_away_for_too_long_looks_at_everything_anew(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(room, "REMEMBERED", 3)
    board = Board("r")
    marks = [board.mark]
    for _ in range(4):
        board.site_made(frozenset({"b.html"}), {})
        marks.append(board.mark)
    assert [board.has_changed("a.html", mark) for mark in marks] == [
        True,
        False,
        False,
        False,
        False,
    ]


@given(st.lists(st.tuples(FILES, st.booleans()), max_size=12))
def test_every_change_since_a_mark_is_known(rounds: list[tuple[frozenset[str], bool]]) -> None:
    board = Board("r")
    marks = [board.mark]
    for files, is_between in rounds:
        board.site_made(files, {})
        if is_between:
            board.press("2020-03", words="排版")
        marks.append(board.mark)
    for place, mark in enumerate(marks):
        since = frozenset().union(*(files for files, _ in rounds[place:]))
        assert {
            file for file in ("a.html", "b.html", "c.html") if board.has_changed(file, mark)
        } == since


def test_moves_follow_one_another_and_back() -> None:
    board = Board("r")
    board.site_made(frozenset(), {"a": "b"})
    board.site_made(frozenset(), {"b": "c"})
    assert board.now.moved == {"a": "c", "b": "c"}
    board.site_made(frozenset(), {"c": "a"})
    assert board.now.moved == {"b": "a", "c": "a"}


def test_nothing_new_is_none() -> None:
    board = Board("r")
    assert board.after(board.now.serial, 0.0) is None
    board.site("working")
    assert board.after(0, 0.0) == board.now


def test_looked_at_as_long_as_somebody_looks() -> None:
    board = Board("r")
    with board.watched("2020-03"), board.watched("2020-03"), board.watched(""):
        assert board.looked_at == {"2020-03"}
    assert board.looked_at == frozenset()


def test_news_of_the_press_leave_the_last_good_pages() -> None:
    board = Board("r")
    board.press("2020-03", state="fine", at="14:03:07")
    board.press("2020-03", state="faulty", words="太高")
    state = board.now.press["2020-03"]
    assert (state.state, state.at, state.words) == ("faulty", "14:03:07", "太高")
