"""Galleys made by hand and by hypothesis, for the tests of the make-up."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from hypothesis import strategies as st

from plugins.press.makeup.groups import Item
from plugins.press.makeup.makeup import MadeUp, Place

ROWS = 24
LINE = Item(rows=1)
HEAD = Item(rows=3, before=2, wide=True, keep=True)
SUBHEAD = Item(rows=1, before=1, keep=True)
PICTURE = Item(rows=8, movable=True, loses=2, gains=3, after=1)
CHART = Item(rows=9, before=1, wide=True, movable=True, after=1)
RULE = Item(rows=1, rule=True)


def lines(number: int) -> list[Item]:
    """A paragraph: its first two lines are kept together, and its last two."""
    return [
        Item(rows=1, keep=n < number and (n == 1 or n == number - 1)) for n in range(1, number + 1)
    ]


paragraphs = st.integers(1, 9).map(lines)
texts = st.lists(
    st.one_of(paragraphs, paragraphs.map(lambda text: [SUBHEAD, *text])), min_size=1, max_size=14
).map(lambda parts: [item for part in parts for item in part])
pictures = st.builds(
    lambda rows, loses, gains: [
        Item(rows=rows, movable=True, after=1, loses=min(loses, rows - 1), gains=gains)
    ],
    st.integers(3, 12),
    st.integers(0, 3),
    st.integers(0, 3),
)
charts = st.integers(3, 14).map(
    lambda rows: [Item(rows=rows, before=1, wide=True, movable=True, after=1)]
)
leads = st.integers(4, 10).map(
    lambda rows: [HEAD, Item(rows=rows, before=1, wide=True, keep=True, loses=2, gains=2)]
)
heads = st.one_of(
    st.just([HEAD]),
    leads,
    st.just([Item(rows=3, before=2, wide=True, keep=True, new_page=True)]),
)
parts = st.one_of(texts, texts, pictures, charts, st.just([RULE]))
stories = st.builds(
    lambda head, text, rest: [*head, *text, *(item for part in rest for item in part)],
    heads,
    texts,
    st.lists(parts, max_size=5),
)
galleys = st.lists(stories, min_size=1, max_size=4).map(
    lambda several: [item for story in several for item in story]
)


def running(items: Sequence[Item]) -> list[int]:
    """What may not be moved, in the order of the manuscript."""
    return [n for n, item in enumerate(items) if not item.movable and not item.rule]


def order(made: MadeUp, place: Place) -> tuple[int, int, int, int]:
    """Where a place comes in reading: page, band, column, row."""
    band = 2 * sum(
        1
        for other in made.places.values()
        if other.page == place.page and other.column == "both" and other.row < place.row
    )
    column = 1 if place.column == "right" else 0
    return place.page, band + (place.column == "both"), column, place.row


def foot(made: MadeUp, page: int, column: str) -> int:
    """The row after the last in one column of a page, 0 when it is empty."""
    return max((place.row + place.rows for place in on(made, page, column)), default=0)


def on(made: MadeUp, page: int, column: str) -> Iterator[Place]:
    """What stands in one column of a page."""
    for place in made.places.values():
        if place.page == page and place.column in (column, "both"):
            yield place
