"""A character that no installed face has is named where an editor typed it."""

from __future__ import annotations

from pathlib import Path

import pytest

from plugins.press import faces
from tests.press.conftest import load, small_content

pytestmark = pytest.mark.press
#: Assigned in Unicode (Bamum), but in none of the press faces.
RARE = "\U00016a00"


def findings(content: Path) -> list[tuple[str, int, str]]:
    issue = load(content).issues[0]
    return [(found.path, found.line, found.code) for found in faces.check(issue, content)]


def test_the_small_issue_has_all_its_characters(content: Path) -> None:
    assert findings(content) == []


@pytest.mark.parametrize(
    ("name", "line", "place"),
    [
        ("publication.toml", f'board = ["主编：张{RARE}"]\n', 1),
        ("sections.toml", f'[[sections]]\nname = "新栏目"\nslug = "xin"\nenglish = "{RARE}"\n', 0),
        ("2020-03/issue.toml", f'notice = "{RARE}"\n', 1),
    ],
)
def test_names_of_the_masthead_and_facts_of_the_issue(
    tmp_path: Path, name: str, line: str, place: int
) -> None:
    content = small_content(tmp_path)
    file = content / name
    file.write_text(line + file.read_text(encoding="utf-8"), encoding="utf-8")
    expected = [(f"content/{name}", 1, "R301")] if place else []
    assert findings(content) == expected  # an unused section is not printed


def test_front_matter_counts_too(content: Path) -> None:
    file = content / "2020-03" / "one.md"
    file.write_text(
        file.read_text(encoding="utf-8").replace("公开: 是", f"公开: 是\n责编: 李{RARE}"),
        encoding="utf-8",
    )
    assert findings(content) == [("content/2020-03/one.md", 6, "R301")]


def test_invisible_characters_need_no_face() -> None:
    assert faces._missing("甲\u200b\u3000\n", faces.coverage()) == set()
