"""Headlines on cards: large, even, parted where an editor would part them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plugins.web.cards.cards_text import ELLIPSIS, LEADING, Box, ems, fitted

BOX = Box(600, (80, 60, 40))
BREAK, SPACE = "\u200b", "\u3000"


@pytest.mark.parametrize(
    ("marked", "lines", "size"),
    [
        ("倒掉的\u200b那瓶水", ("倒掉的那瓶水",), 80),
        ("一江清水\u3000两岸人家", ("一江清水", "两岸人家"), 80),
        ("孩子\u200b问的\u200b三个\u200b问题\u3000我\u200b答了\u200b一年", ("孩子问的", "三个问题", "我答了一年"), 80),
        ("一库\u200b清水\u3000两岸\u200b人家\u3000三代人\u200b守护", ("一库清水", "两岸人家", "三代人守护"), 80),
        ("春", ("春",), 80),
        ("", ("",), 80),
    ],
)  # fmt: skip
def test_headlines(marked: str, lines: tuple[str, ...], size: int) -> None:
    found = fitted(marked, BOX)
    assert (found.lines, found.size) == (lines, size)


def test_too_much_is_cut_with_an_ellipsis() -> None:
    found = fitted(BREAK.join(["两头不着地"] * 20), BOX)
    assert len(found.lines) == 3
    assert found.size == 40
    assert found.lines[-1].endswith(ELLIPSIS)


def test_a_word_wider_than_a_line_is_parted() -> None:
    found = fitted("长" * 20, BOX)
    assert (found.lines, found.size) == (("长" * 15, "长" * 5), 40)


def test_height_bounds_the_size() -> None:
    marked = "甲乙丙丁\u3000甲乙丙丁\u3000甲乙丙丁"
    assert fitted(marked, BOX).size == 80
    assert fitted(marked, Box(600, (80, 60, 40), 3, 2 * 80 * LEADING)).size < 80


def test_a_text_that_no_box_holds_is_an_ellipsis() -> None:
    assert fitted("甲乙丙丁", Box(100, (80,), 1, 10)).lines == (ELLIPSIS,)


@given(st.lists(st.text(alphabet="山水人家PM2", min_size=1, max_size=6), min_size=1, max_size=9))
def test_every_line_fits_and_nothing_is_lost(words: list[str]) -> None:
    found = fitted(BREAK.join(words), BOX)
    assert all(ems(line) * found.size <= BOX.width for line in found.lines)
    assert len(found.lines) <= BOX.most_lines
    text = "".join(found.lines)
    assert text == "".join(words) or text.endswith(ELLIPSIS)
