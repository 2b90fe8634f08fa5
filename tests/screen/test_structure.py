from __future__ import annotations

import pytest

from plugins.press.screen.element import Mark
from plugins.press.screen.structure import Struct, tidied, wrapped
from tests.screen.typecase import drawn


def words(text: str, number: int = 0) -> Mark:
    return Mark(0, number, text)


def test_words_between_blocks_become_a_paragraph() -> None:
    kids = [words("a"), Struct("Span", [words("b")]), Struct("P", [words("c")]), words("d")]
    assert [drawn(each) for each in wrapped(kids)] == ["P[a](Span[b])", "P[c]", "P[d]"]


@pytest.mark.parametrize(
    ("levels", "wanted"),
    [("123", "123"), ("23", "12"), ("141", "121"), ("1352", "1232"), ("11", "11")],
)
def test_headings_skip_no_level(levels: str, wanted: str) -> None:
    document = Struct("Document", [Struct(f"H{level}", [words("x")]) for level in levels])
    assert [each.role for each in tidied(document).structs] == [f"H{level}" for level in wanted]


def test_empty_elements_go_and_empty_cells_stay() -> None:
    row = Struct("TR", [Struct("TD"), Struct("TD", [words("a")])])
    document = Struct("Document", [Struct("P", [Struct("Span")]), Struct("Table", [row])])
    assert drawn(tidied(document)) == "Document(Table(TR(TD TD[a])))"


def test_a_section_is_named_by_its_highest_headline_in_the_main_language() -> None:
    heading = Struct("H1", [words("视点"), Struct("Span", [words("View")], lang="en")])
    section = Struct("Sect", [Struct("H2", [words("x")]), heading])
    document = tidied(Struct("Document", [Struct("H1", [words("刊")]), section]))
    assert document.structs[1].title == "视点"


def test_a_title_given_is_kept() -> None:
    section = Struct("Sect", [Struct("H1", [words("x")])], title="补白")
    assert tidied(Struct("Document", [section])).structs[0].title == "补白"


def test_text_tells_spaces_that_were_not_set() -> None:
    assert Struct("P", [Mark(0, 0, "a", None, True), Mark(0, 1, "b")]).text == "a b"
