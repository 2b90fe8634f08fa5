from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plugins.hanzi.lines import drop_indent, join_soft_breaks
from plugins.hanzi.scripts import is_chinese
from tests.desk import squeezed


@pytest.mark.parametrize(
    ("typed", "joined"),
    [
        ("治理\n污染", "治理污染"),
        ("治理，\n污染", "治理，污染"),
        ("治理  \n\t污染", "治理污染"),
        ("治理\n　　污染", "治理污染"),
        ("clean\nair", "clean air"),
        ("治理\nair", "治理air"),
        ("air\n治理", "air治理"),
        ("35\n微克", "35微克"),
        ("one\n“两", "one“两"),
        ("不断行", "不断行"),
        ("两 词", "两 词"),
        ("\n治理\n", "治理"),
        ("", ""),
    ],
)
def test_joint(typed: str, joined: str) -> None:
    assert join_soft_breaks(typed) == joined


@pytest.mark.parametrize(
    ("before", "text", "after", "joined"),
    [
        ("a", "\nb", "", " b"),
        ("治", "\nb", "", "b"),
        ("", "a\n", "b", "a "),
        ("", "a\n", "污", "a"),
        ("", "\nb", "", "b"),
        ("a", "\n", "b", " "),
        ("治", "\n", "污", ""),
    ],
)
def test_joint_with_what_stands_beside(before: str, text: str, after: str, joined: str) -> None:
    assert join_soft_breaks(text, before, after) == joined


@given(st.text(alphabet="治污，。ab1 \t\n　“PM"))
def test_nothing_but_breaks_and_spaces_goes(text: str) -> None:
    joined = join_soft_breaks(text)
    assert squeezed(joined) == squeezed(text)
    assert "\n" not in joined


@given(st.lists(st.text(alphabet="治污，。ab1", min_size=1), min_size=1))
def test_a_space_comes_only_between_latin_words(lines: list[str]) -> None:
    joined = join_soft_breaks("\n".join(lines))
    for at, char in enumerate(joined):
        if char == " ":
            assert not is_chinese(joined[at - 1])
            assert not is_chinese(joined[at + 1])


@pytest.mark.parametrize("indent", ["", "　　", "　", "\u00a0\u00a0", "    ", "\t", "　 \u00a0"])
def test_indent_is_dropped(indent: str) -> None:
    assert drop_indent(f"{indent}治理　污染") == "治理　污染"
