"""Fillers: each stands once, at the foot of a page that has room for it."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from plugins.press.makeup.fillers import BETWEEN, LEAST_FOOT, Fillers

ROWS = 43


@given(st.lists(st.integers(3, 30), max_size=8), st.lists(st.integers(0, ROWS), max_size=8))
def test_fillers_stand_once_in_the_feet_and_do_not_touch(
    heights: list[int], feet: list[int]
) -> None:
    found = Fillers(heights).fill(feet, ROWS)
    assert len({number for number, _ in found}) == len(found)
    for page, foot in enumerate(feet):
        places = sorted((p for _, p in found if p.page == page), key=lambda p: p.row)
        end = ROWS - foot
        for place in places:
            assert place.row >= end + BETWEEN
            end = place.row + place.rows
        assert not places or end == ROWS
        assert not places or foot >= LEAST_FOOT


def test_the_highest_that_fits_is_taken() -> None:
    found = Fillers([5, 9, 20]).fill([12], ROWS)
    assert [place.rows for _, place in found] == [9]


def test_a_high_foot_takes_several() -> None:
    found = Fillers([9, 9]).fill([30], ROWS)
    assert [(place.row, place.rows) for _, place in found] == [(34, 9), (24, 9)]


def test_what_was_taken_is_gone() -> None:
    fillers = Fillers([9])
    assert len(fillers.fill([12], ROWS)) == 1
    assert fillers.fill([12], ROWS) == []


def test_no_fillers() -> None:
    assert Fillers([]).fill([20], ROWS) == []


def test_a_filler_that_would_fill_a_page_is_none() -> None:
    assert [n for n, _ in Fillers([0, 9]).fill([20], ROWS)] == [1]
