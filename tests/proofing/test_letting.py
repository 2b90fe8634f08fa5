"""What editors let through: by a comment in the manuscript, by the list."""

from __future__ import annotations

import pytest

from plugins.proofing.lists import Allow, Lists
from plugins.proofing.proofing import proof_manuscript

WRONG = "江水清,鱼也多。"


def lines(source: str, lists: Lists | None = None, path: str = "content/2020-03/a.md") -> list[int]:
    """The lines on which P101 speaks."""
    return [each.line for each in proof_manuscript(path, source, lists) if each.code == "P101"]


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        (f"{WRONG}\n\n{WRONG}", [1, 3]),
        (f"<!-- 校对:忽略 P101 -->\n{WRONG}\n\n{WRONG}", [4]),
        (f"<!-- 校对:忽略 P101 -->\n\n{WRONG}\n\n{WRONG}", [5]),
        (f"{WRONG}\n\n{WRONG} <!-- 校对：忽略 P101 -->\n\n{WRONG}", [1, 5]),
        (f"{WRONG}\n{WRONG} <!--校对:忽略P101-->", []),
        (f"<!-- 校对:忽略 P102 -->\n{WRONG}", [2]),
        (f"<!-- 校对:忽略 P102、P101 -->\n{WRONG}", []),
        (f"{WRONG}\n\n{WRONG}\n\n<!-- 校对:忽略 P101 全文 -->", []),
    ],
)
def test_comments(source: str, expected: list[int]) -> None:
    assert lines(source) == expected


@pytest.mark.parametrize(("said", "word"), [("P999", "P999"), ("", "没有写明")])
def test_a_comment_that_lets_nothing_through_is_told(said: str, word: str) -> None:
    found = proof_manuscript("a.md", f"江水清。\n\n<!-- 校对:忽略 {said} -->\n\n鱼也多。")
    assert [(each.code, each.line, word in each.message) for each in found] == [("P002", 3, True)]


@pytest.mark.parametrize(
    ("allow", "expected"),
    [
        (Allow(code="P101", words="水清,鱼"), []),
        (Allow(code="P101", words="水清,虾"), [1]),
        (Allow(code="P102", words="水清,鱼"), [1]),
        (Allow(code="P101", words=",", path="2020-03/a.md"), []),
        (Allow(code="P101", words=",", path="2020-02/a.md"), [1]),
    ],
)
def test_the_editors_list(allow: Allow, expected: list[int]) -> None:
    assert lines(WRONG, Lists(allowed=(allow,))) == expected
