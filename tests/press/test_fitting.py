"""Copyfitting: pictures stay within their limits, and pages get no worse."""

from __future__ import annotations

from hypothesis import given, settings

from plugins.press.makeup.fitting import fault, fit
from plugins.press.makeup.groups import Item
from plugins.press.makeup.makeup import MadeUp, make_up
from tests.press.galleys import HEAD, LINE, ROWS, galleys

LEAD = Item(rows=8, before=1, wide=True, keep=True, loses=3, gains=4)


def changes(items: list[Item], made: MadeUp) -> dict[int, int]:
    return {
        n: place.rows - items[n].rows
        for n, place in made.places.items()
        if place.rows != items[n].rows
    }


@given(galleys)
@settings(deadline=None, max_examples=40)
def test_pictures_lose_and_gain_no_more_than_they_may(items: list[Item]) -> None:
    for n, more in changes(items, fit(items, ROWS)).items():
        assert -items[n].loses <= more <= items[n].gains


@given(galleys)
@settings(deadline=None, max_examples=40)
def test_fitted_pages_are_no_worse_than_unfitted_ones(items: list[Item]) -> None:
    made = fit(items, ROWS)
    assert fault(items, ROWS, changes(items, made)) <= fault(items, ROWS, {})


@given(galleys)
@settings(deadline=None, max_examples=40)
def test_what_is_fitted_is_a_make_up_with_these_changes(items: list[Item]) -> None:
    made = fit(items, ROWS)
    assert made == make_up(items, ROWS, changes(items, made))
    assert made == fit(items, ROWS)


def test_a_picture_is_cut_to_save_a_page() -> None:
    items = [HEAD, LEAD, *[LINE] * (2 * (ROWS - 12) + 4)]
    assert make_up(items, ROWS).pages == 2
    made = fit(items, ROWS)
    assert (made.pages, made.places[1].rows) == (1, 6)


def test_a_picture_is_enlarged_to_fill_the_page() -> None:
    items = [HEAD, LEAD, *[LINE] * (2 * (ROWS - 12) - 8)]
    made = fit(items, ROWS)
    assert made.places[1].rows > 8
    assert made.feet[0] < make_up(items, ROWS).feet[0]


def test_without_pictures_nothing_changes() -> None:
    items = [HEAD, *[LINE] * 70]
    assert fit(items, ROWS) == make_up(items, ROWS)


def test_a_picture_cut_is_worse_than_one_enlarged() -> None:
    items = [HEAD, Item(rows=8, wide=True, loses=3, gains=3), *[LINE] * 10]
    assert fault(items, 200, {1: -3}) > fault(items, 200, {1: 3})
