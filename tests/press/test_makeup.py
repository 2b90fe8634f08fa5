"""Make-up: nothing lost, nothing over anything, reading order, no holes."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import combinations, pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from plugins.press.makeup.groups import LEAST_TEXT, Group, Item, groups
from plugins.press.makeup.makeup import MadeUp, Place, make_up
from tests.press.galleys import (
    CHART,
    HEAD,
    LINE,
    PICTURE,
    ROWS,
    RULE,
    SUBHEAD,
    foot,
    galleys,
    lines,
    order,
    running,
    texts,
)


def overlap(one: Place, other: Place) -> bool:
    if one.page != other.page:
        return False
    beside = {one.column, other.column} == {"left", "right"}
    return not beside and one.row < other.row + other.rows and other.row < one.row + one.rows


def below(items: Sequence[Item], made: MadeUp, n: int, after: int) -> bool:
    """Whether an item stands right under another in the same column."""
    one, other = made.places[n], made.places[after]
    same = (one.page, one.column) == (other.page, other.column)
    return same and other.row == one.row + one.rows + items[after].before


@given(galleys)
@settings(deadline=None)
def test_everything_but_rules_is_placed_once_inside_its_page(items: list[Item]) -> None:
    made = make_up(items, ROWS)
    assert {n for n, item in enumerate(items) if not item.rule} <= set(made.places)
    assert set(made.places) <= set(range(len(items)))
    for n, place in made.places.items():
        assert place.row >= 0
        assert place.row + place.rows <= ROWS
        assert place.page < made.pages
        assert place.rows == items[n].rows
        assert (place.column == "both") == items[n].wide


@given(galleys)
@settings(deadline=None)
def test_nothing_stands_over_anything(items: list[Item]) -> None:
    made = make_up(items, ROWS)
    for one, other in combinations(made.places.values(), 2):
        assert not overlap(one, other)


@given(galleys)
@settings(deadline=None)
def test_text_and_heads_stand_in_reading_order(items: list[Item]) -> None:
    made = make_up(items, ROWS)
    places = [order(made, made.places[n]) for n in running(items)]
    assert places == sorted(places)


@given(galleys)
@settings(deadline=None)
def test_what_is_kept_together_is_not_torn_apart(items: list[Item]) -> None:
    made = make_up(items, ROWS)
    for n, after in pairwise(running(items)):
        if not items[n].keep:
            continue
        if items[n].wide == items[after].wide:
            assert below(items, made, n, after) or after != n + 1
            assert made.places[n].page == made.places[after].page
        else:
            # A head stands above its text; a subhead at the end of its text above nothing.
            assert made.places[n].page == made.places[after].page or not items[n].wide


@given(galleys)
@settings(deadline=None)
def test_a_movable_item_never_stands_before_its_place_nor_after_the_story(
    items: list[Item],
) -> None:
    made = make_up(items, ROWS)
    last = None
    for n, item in enumerate(items):
        if not item.movable:
            last = n if not item.rule else last
            continue
        here = order(made, made.places[n])
        assert last is None or order(made, made.places[last]) < here
        head = next((k for k in running(items) if k > n and items[k].wide), None)
        assert head is None or here < order(made, made.places[head])


@given(galleys)
@settings(deadline=None)
def test_no_head_stands_right_above_a_movable_item_with_text_behind_it(items: list[Item]) -> None:
    made = make_up(items, ROWS)
    for n, after in pairwise(running(items)):
        if items[n].keep and not items[n].wide and not items[after].wide:
            assert below(items, made, n, after)


@given(galleys)
@settings(deadline=None)
def test_empty_and_feet_are_what_the_pages_show(items: list[Item]) -> None:
    made = make_up(items, ROWS)
    assert len(made.empty) == len(made.feet) == made.pages
    for page in range(made.pages):
        feet = [foot(made, page, column) for column in ("left", "right")]
        assert made.feet[page] == ROWS - max(feet)
        taken = sum(
            place.rows * (2 if place.column == "both" else 1)
            for place in made.places.values()
            if place.page == page
        )
        assert 2 * made.feet[page] <= made.empty[page] <= 2 * ROWS - taken


@given(galleys)
@settings(deadline=None)
def test_same_galley_same_pages(items: list[Item]) -> None:
    assert make_up(items, ROWS) == make_up(list(items), ROWS)


@given(galleys)
@settings(deadline=None)
def test_a_page_is_never_left_empty(items: list[Item]) -> None:
    made = make_up(items, ROWS)
    assert {place.page for place in made.places.values()} == set(range(made.pages))


def column_height(found: Sequence[Group]) -> int:
    return sum(group.rows + group.before for group in found) - (found[0].before if found else 0)


@given(texts)
@settings(deadline=None)
def test_the_columns_of_a_story_that_ends_are_as_short_as_they_can_be(items: list[Item]) -> None:
    found = groups(items, 200)
    made = make_up(items, 200)
    best = min(
        max(column_height(found[:n]), column_height(found[n:])) for n in range(len(found) + 1)
    )
    assert max(foot(made, 0, "left"), foot(made, 0, "right")) == best


@given(texts)
@settings(deadline=None)
def test_a_column_that_goes_on_has_no_room_for_what_comes_next(items: list[Item]) -> None:
    made = make_up(items, ROWS)
    starts = {group.items[0]: group for group in groups(items, ROWS)}
    for n, after in pairwise(range(len(items))):
        one, other = made.places[n], made.places[after]
        if one.page < made.pages - 1 and (one.page, one.column) != (other.page, other.column):
            group = starts[after]
            assert one.row + one.rows + group.before + group.rows > ROWS


@given(texts, st.integers(0, 6))
@settings(deadline=None)
def test_a_head_at_the_foot_of_a_page_has_text_under_it(items: list[Item], more: int) -> None:
    text = lines(2) * (ROWS - 9 + more)
    made = make_up([*text, HEAD, *items], ROWS)
    head = made.places[len(text)]
    first = made.places[len(text) + 1]
    assert first.page == head.page
    least = min(LEAST_TEXT, -(-len(items) // 2))
    assert head.row + head.rows + least <= ROWS


@pytest.mark.parametrize("number", [1, 2, 3, 7])
def test_lines_fill_two_columns_evenly(number: int) -> None:
    made = make_up([LINE] * number, ROWS)
    assert (made.pages, foot(made, 0, "left")) == (1, (number + 1) // 2)


def test_a_picture_that_does_not_fit_heads_the_next_column_and_text_flows_past_it() -> None:
    items = [*[LINE] * 20, PICTURE, *[LINE] * 30]
    made = make_up(items, ROWS)
    assert made.places[20] == Place(0, "right", 0, 8)
    assert made.places[21] == Place(0, "left", 20, 1)
    assert foot(made, 0, "left") == ROWS


def test_two_pictures_put_off_are_not_stacked() -> None:
    made = make_up([*[LINE] * 20, PICTURE, PICTURE, *[LINE] * 60], ROWS)
    assert [made.places[n] for n in (20, 21)] == [Place(0, "right", 0, 8), Place(1, "left", 0, 8)]


def test_a_picture_right_under_a_subhead_goes_behind_its_first_lines() -> None:
    made = make_up([LINE, SUBHEAD, PICTURE, *lines(4), *[LINE] * 20], ROWS)
    assert [made.places[n].row for n in (1, 3, 4, 2)] == [2, 3, 4, 5]


def test_text_goes_on_past_a_chart_that_does_not_fit() -> None:
    items = [HEAD, *[LINE] * 30, CHART, *[LINE] * 40]
    made = make_up(items, ROWS)
    assert made.places[31] == Place(1, "both", 0, 9)
    assert made.feet == (0, foot_of_last(made))
    assert made.places[32].page == 0


def foot_of_last(made: MadeUp) -> int:
    return ROWS - max(foot(made, made.pages - 1, "left"), foot(made, made.pages - 1, "right"))


def test_a_chart_that_fits_stands_where_the_manuscript_has_it() -> None:
    made = make_up([HEAD, *[LINE] * 8, CHART, *[LINE] * 8], ROWS)
    assert made.places[9] == Place(0, "both", 8, 9)
    assert made.places[10] == Place(0, "left", 18, 1)


def test_a_blank_row_stays_under_a_movable_item_wherever_it_stands() -> None:
    made = make_up([HEAD, *[LINE] * 30, CHART, *[LINE] * 40], ROWS)
    below_chart = [p for p in made.places.values() if p.page == 1 and p.column == "left"]
    assert min(place.row for place in below_chart) == 10


def test_a_new_page_begins_with_an_item_that_asks_for_it() -> None:
    photo = Item(rows=3, before=2, wide=True, keep=True, new_page=True)
    made = make_up([LINE, LINE, photo, LINE], ROWS)
    assert made.places[2] == Place(1, "both", 0, 3)


def test_a_rule_at_the_foot_or_head_of_a_column_is_not_set() -> None:
    made = make_up([*[LINE] * 5, RULE, *[LINE] * 5], ROWS)
    assert 5 not in made.places
    assert made.places[6] == Place(0, "right", 0, 1)


def test_a_rule_inside_a_column_is_set() -> None:
    made = make_up([LINE, RULE, *[LINE] * 10], ROWS)
    assert made.places[1] == Place(0, "left", 1, 1)


def test_a_table_that_goes_on_has_room_for_its_head() -> None:
    row = Item(rows=2, wide=True, again=3)
    made = make_up([row] * 15, ROWS)
    assert made.places[10] == Place(1, "both", 3, 2, 3)
    assert made.places[0] == Place(0, "both", 3, 2, 3)
    assert made.places[1].again == 0


def test_a_row_that_leaves_no_room_for_the_head_goes_without_it() -> None:
    made = make_up([Item(rows=ROWS - 1, wide=True, again=3)], ROWS)
    assert made.places[0] == Place(0, "both", 0, ROWS - 1)


def test_what_is_kept_together_beyond_a_page_is_parted() -> None:
    made = make_up([Item(rows=5, keep=True)] * 12, ROWS)
    assert len(made.places) == 12
    assert made.pages == 2


def test_a_picture_may_gain_rows() -> None:
    made = make_up([PICTURE, *[LINE] * 9], ROWS, {0: 3})
    assert made.places[0].rows == 11


def test_an_item_higher_than_a_page_is_refused() -> None:
    with pytest.raises(ValueError, match="higher than a page"):
        make_up([Item(rows=ROWS + 1)], ROWS)


def test_nothing_makes_one_empty_page() -> None:
    assert make_up([], ROWS) == MadeUp({}, 1, (2 * ROWS,), (ROWS,))


def test_a_rule_behind_a_full_page_begins_no_other() -> None:
    assert make_up([Item(rows=ROWS, wide=True), RULE], ROWS).pages == 1
