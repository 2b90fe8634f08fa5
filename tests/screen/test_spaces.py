from __future__ import annotations

import pytest

from plugins.press.screen.element import MARKER, Element, Mark
from plugins.press.screen.spaces import restore
from tests.screen.typecase import elements


def spaced(xml: str, *lines: str) -> list[str]:
    """The text of an element, set in these lines, with the spaces that were restored."""
    root = elements(xml)
    (block,) = root.elements
    block.kids = [Mark(0, n, line) for n, line in enumerate(lines)]
    restore(root)
    return [kid.text + " " * kid.space_after for kid in block.kids if isinstance(kid, Mark)]


@pytest.mark.parametrize(
    ("xml", "lines", "wanted"),
    [
        ("<p>hello big world</p>", ("hello", "big world"), ["hello ", "big world"]),
        ("<p>江河湖海</p>", ("江河", "湖海"), ["江河", "湖海"]),
        ("<h1>前半　后半</h1>", ("前半", "后半"), ["前半 ", "后半"]),
        ("<h1>前\u200b半后半</h1>", ("前", "半后半"), ["前", "半后半"]),
        ("<p>a b</p>", ("a ", "b"), ["a ", "b"]),
        ("<p>a b</p>", ("a", " b"), ["a", " b"]),
        ("<p>other words</p>", ("hello", "world"), ["hello", "world"]),
        ("<p>a b\n</p>", ("a", "b"), ["a ", "b"]),
        ("<p>a b c</p>", ("a", "b", "x", "c"), ["a ", "b ", "x", "c"]),
        ("<div>a b</div>", ("a", "b"), ["a", "b"]),
    ],
)
def test_spaces_at_the_ends_of_lines(xml: str, lines: tuple[str, ...], wanted: list[str]) -> None:
    assert spaced(xml, *lines) == wanted


def test_spaces_between_the_elements_of_a_line() -> None:
    root = elements("<p><b>甲乙</b> <b>丙丁</b></p>")
    restore(root)
    first, second = (each.kids[0] for each in root.elements[0].elements)
    assert isinstance(first, Mark)
    assert isinstance(second, Mark)
    assert (first.space_after, second.space_after) == (True, False)


def test_the_number_of_an_item_is_no_part_of_its_words() -> None:
    root = elements("<li>a b</li>")
    (item,) = root.elements
    item.kids = [
        Element(f"li{MARKER}", item.source, [Mark(0, 0, "1. ")]), Mark(0, 1, "a"), Mark(0, 2, "b"),
    ]  # fmt: skip
    restore(root)
    assert [kid.space_after for kid in item.kids if isinstance(kid, Mark)] == [True, False]
