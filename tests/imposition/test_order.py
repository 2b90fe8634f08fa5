"""The folded sheet reads 1, 2, 3 …: proved by folding it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plugins.press.imposition.order import Forme, formes, gathered, nested
from plugins.press.imposition.sheetplan import Paper, sheet_plan
from tests.imposition.folding import TIMES, folded


def figures(forme: Forme) -> list[str]:
    """A forme as a printer notes it; «^» stands on its head."""
    return [" ".join(f"{c.page}{'^' * c.inverted}" for c in row) for row in forme]


@pytest.mark.parametrize(
    ("pages", "front", "back"),
    [
        (2, ["1"], ["2"]),
        (4, ["4 1"], ["2 3"]),
        (8, ["5^ 4^", "8 1"], ["3^ 6^", "2 7"]),
        (16, ["5^ 12^ 9^ 8^", "4 13 16 1"], ["7^ 10^ 11^ 6^", "2 15 14 3"]),
    ],
)
def test_formes_as_printers_know_them(pages: int, front: list[str], back: list[str]) -> None:
    made = formes(range(1, pages + 1))
    assert (figures(made[0]), figures(made[1])) == (front, back)


@given(
    st.sampled_from(sorted(TIMES)),
    st.floats(100, 900),
    st.floats(100, 1200),
    st.floats(0, 20),
    st.floats(0, 20),
    st.integers(0, 30),
)
def test_a_folded_sheet_reads_on(
    size: int, width: float, height: float, bleed: float, milling: float, before: int
) -> None:
    """Also: all leaves lie on one another, all heads point up, whatever gaps are between them."""
    pages = range(2 * before + 1, 2 * before + size + 1)
    paper = Paper(width, height, bleed, milling)
    plans = [sheet_plan(forme, paper, {}) for forme in formes(pages)]
    pile = folded(plans[0], plans[1])
    read = [face for leaf in pile for face in (leaf.above, leaf.below)]
    assert [face.page for face in read] == list(pages)
    assert {face.head for face in read} == {1}
    assert len(pile) == size // 2


@pytest.mark.parametrize("pages", [0, 1, 3, 6, 12, 24, 64])
def test_not_every_number_of_pages_folds(pages: int) -> None:
    with pytest.raises(ValueError, match="folds to"):
        formes(range(1, pages + 1))


@given(st.integers(1, 200), st.sampled_from((8, 16, 32)))
def test_gathered_signatures_read_on(leaves: int, size: int) -> None:
    made = gathered(2 * leaves, size)
    assert [page for each in made for page in each.pages] == list(range(1, 2 * leaves + 1))
    sizes = [len(each.pages) for each in made]
    assert sizes == sorted(sizes, reverse=True)
    assert all(count == size for count in sizes[: 2 * leaves // size])
    assert [each.number for each in made] == list(range(1, len(made) + 1))


@given(st.integers(1, 100), st.sampled_from((4, 8, 16, 32)))
def test_nested_signatures_read_on(sheets: int, size: int) -> None:
    made = nested(4 * sheets, size)
    first = [page for each in made for page in each.pages[: len(each.pages) // 2]]
    second = [page for each in reversed(made) for page in each.pages[len(each.pages) // 2 :]]
    assert first + second == list(range(1, 4 * sheets + 1))


def test_smaller_signatures_close_the_block() -> None:
    assert [len(each.pages) for each in gathered(62, 16)] == [16, 16, 16, 8, 4, 2]
    assert [len(each.pages) for each in nested(60, 16)] == [16, 16, 16, 8, 4]


@given(st.integers(1, 100))
def test_printers_spreads(sheets: int) -> None:
    """Both pages of a stitched spread add up to one more than all pages, the odd one on its right."""
    pages = 4 * sheets
    for number, each in enumerate(nested(pages, 4)):
        spreads = [[cell.page for cell in forme[0]] for forme in (each.front, each.back)]
        assert spreads == [
            [pages - 2 * number, 2 * number + 1],
            [2 * number + 2, pages - 2 * number - 1],
        ]


@given(st.integers(1, 60), st.sampled_from((4, 8, 16, 32)))
def test_each_leaf_knows_how_deep_it_lies(sheets: int, size: int) -> None:
    pages = 4 * sheets
    for each in nested(pages, size):
        for page in each.pages:
            assert each.nested(page) == (min(page, pages + 1 - page) - 1) // 2


def test_gathered_leaves_lie_in_their_own_signature_only() -> None:
    second = gathered(32, 16)[1]
    assert [second.nested(page) for page in second.pages[:9]] == [0, 0, 1, 1, 2, 2, 3, 3, 3]
    assert second.nested(32) == 0


@pytest.mark.parametrize(("pages", "size"), [(0, 16), (-4, 16), (7, 16)])
def test_pages_that_cannot_be_gathered(pages: int, size: int) -> None:
    with pytest.raises(ValueError, match="multiple of 2"):
        gathered(pages, size)


@pytest.mark.parametrize("pages", [0, 2, 66])
def test_pages_that_cannot_be_stitched(pages: int) -> None:
    with pytest.raises(ValueError, match="multiple of 4"):
        nested(pages, 4)
