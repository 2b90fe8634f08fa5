from __future__ import annotations

import json
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from plugins.article.record import Article
from plugins.issue.enclosures import INDEX, Enclosure, digest, read_index, write_index
from plugins.issue.record import Issue, Publication, Section, SectionName

ARTICLE = Article(
    issue_key="2020-02",
    stem="one",
    path="2020-02/one.md",
    body="<p>江上起了风。</p>",
    text="江上起了风。",
    headline="一江清水",
    deck="治理纪实",
    bylines=("李小满", "赵一鸣"),
)
ISSUE = Issue(
    key="2020-02",
    number=2,
    whole_number=12,
    published=date(2020, 2, 20),
    publication=Publication(name="清江环境", site_address="https://example.org"),
    sections=(Section(SectionName("特别关注", "guanzhu"), "page", (ARTICLE,)),),
)


def with_fields(**fields: Any) -> Article:
    return replace(ARTICLE, **fields)


def pressed(folder: Path) -> Path:
    (folder / "one.pdf").write_bytes(b"%PDF")
    write_index(folder, ISSUE, [Enclosure("one", folder / "one.pdf", (12, 13))])
    return folder


def test_what_was_written_is_read_again(tmp_path: Path) -> None:
    found = read_index(pressed(tmp_path), ISSUE)
    assert found == {"one": Enclosure("one", tmp_path / "one.pdf", (12, 13))}


@pytest.mark.parametrize(
    "fields",
    [{"body": "<p>江上没有风。</p>"}, {"headline": "清水"}, {"bylines": ()}, {"standfirst": "新"}],
)
def test_a_pdf_of_another_text_is_none(tmp_path: Path, fields: dict[str, Any]) -> None:
    section = replace(ISSUE.sections[0], articles=(with_fields(**fields),))
    assert read_index(pressed(tmp_path), replace(ISSUE, sections=(section,))) == {}


@pytest.mark.parametrize("fields", [{"public": True}, {"own_tags": ("水",)}, {"path": "x.md"}])
def test_what_the_pdf_does_not_show_may_change(fields: dict[str, Any]) -> None:
    assert digest(with_fields(**fields), ISSUE) == digest(ARTICLE, ISSUE)


def test_a_pdf_that_cites_another_issue_or_address_is_stale() -> None:
    other = replace(ISSUE, number=3)
    moved = replace(ISSUE, publication=Publication(name="清江环境", site_address=""))
    assert len({digest(ARTICLE, issue) for issue in (ISSUE, other, moved)}) == 3


def test_a_missing_file_folder_or_article_is_none(tmp_path: Path) -> None:
    folder = pressed(tmp_path)
    assert read_index(folder, replace(ISSUE, sections=())) == {}
    assert read_index(folder / "nowhere", ISSUE) == {}
    (folder / "one.pdf").unlink()
    assert read_index(folder, ISSUE) == {}


def test_an_index_of_another_form_is_none(tmp_path: Path) -> None:
    index = pressed(tmp_path) / INDEX
    data = json.loads(index.read_text("utf-8"))
    index.write_text(json.dumps({**data, "version": 0}), "utf-8")
    assert read_index(tmp_path, ISSUE) == {}


def test_the_same_issue_gives_the_same_index(tmp_path: Path) -> None:
    first = (pressed(tmp_path) / INDEX).read_bytes()
    assert (pressed(tmp_path) / INDEX).read_bytes() == first
    assert first.endswith(b"}\n")
