"""Settings that no printer can follow are told where they are written."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path
from types import SimpleNamespace
from typing import Any, cast

import pytest

from plugins.issue.record import Issue, Printing, Publication
from plugins.issue.setting import where_set
from plugins.press.printable import check, unknown_grey
from plugins.press.workshop import Bound


def issue(binding: Any, **keys: Any) -> Issue:
    publication = Publication(name="样刊", binding=binding, printing=Printing(**keys))
    return Issue(
        key="2020-03",
        number=3,
        whole_number=294,
        published=date(2020, 3, 20),
        publication=publication,
    )


@pytest.fixture
def content(tmp_path: Path) -> Path:
    folder = tmp_path / "content"
    (folder / "2020-03").mkdir(parents=True)
    (folder / "publication.toml").write_text(
        '# caliper_um 不写在这里\nname = "样刊"\nbinding = "perfect"\n\n[printing]\nimposition = "saddle"\n',
        encoding="utf-8",
    )
    (folder / "2020-03" / "issue.toml").write_text(
        'number = 3\n\n[cover]\nimage = "photos/a.jpg"\n\n[printing]\ngrey_pages = [99]\n',
        encoding="utf-8",
    )
    return folder


@pytest.mark.parametrize(
    ("binding", "keys", "expected"),
    [
        ("saddle", {}, []),
        ("saddle", {"imposition": "signatures"}, []),
        ("perfect", {"caliper_um": 90}, []),
        ("perfect", {"caliper_um": 90, "imposition": "signatures"}, []),
        ("perfect", {}, [("R320", 3)]),
        ("perfect", {"caliper_um": 90, "imposition": "saddle"}, [("R321", 6)]),
        ("perfect", {"imposition": "saddle"}, [("R320", 3), ("R321", 6)]),
    ],
)
def test_what_stands_in_the_way(
    content: Path, binding: str, keys: dict[str, Any], expected: list[tuple[str, int]]
) -> None:
    found = check(issue(binding, **keys), content)
    assert [(each.code, each.line) for each in found] == expected
    for each in found:
        assert (each.path, each.level) == ("content/publication.toml", "error")
        assert "[printing]" in each.message


def test_a_folio_that_the_issue_has_not(content: Path) -> None:
    sheets = (SimpleNamespace(folio=0), SimpleNamespace(folio=1), SimpleNamespace(folio=2))
    bound = cast(Bound, SimpleNamespace(sheets=sheets, issue=issue("saddle", grey_pages=(2, 99))))
    (found,) = unknown_grey(bound, content)
    assert (found.path, found.line, found.code) == ("content/2020-03/issue.toml", 7, "R322")
    assert "第99页" in found.message
    bound.issue = replace(bound.issue, publication=issue("saddle").publication)  # type: ignore[misc]
    assert unknown_grey(bound, content) == []


@pytest.mark.parametrize(
    ("words", "place"),
    [
        ('"photos/a.jpg"', ("content/2020-03/issue.toml", 4, 9)),
        ("binding", ("content/publication.toml", 3, 1)),
        ("caliper_um", ("content/publication.toml", 0, 0)),
        ("nowhere", ("content/publication.toml", 0, 0)),
    ],
)
def test_where_a_setting_stands(content: Path, words: str, place: tuple[str, int, int]) -> None:
    assert where_set(content, "2020-03", words) == place
