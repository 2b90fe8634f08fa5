from __future__ import annotations

import json
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from plugins.article.record import Article
from plugins.issue.editions import issue_for
from plugins.issue.enclosures import (
    INDEX,
    Enclosure,
    digest,
    drop_issue,
    issue_digest,
    public_pdf,
    read_index,
    read_issue,
    write_index,
    write_issue,
)
from plugins.issue.record import Cover, Issue, Plate, Publication, Section, SectionName

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


TWO = replace(ARTICLE, stem="two", path="2020-02/two.md", headline="内部通报")
OPEN = with_fields(public=True)


def mixed(*articles: Article, **facts: Any) -> Issue:
    section = replace(ISSUE.sections[0], articles=articles or (OPEN, TWO))
    return replace(ISSUE, sections=(section,), **facts)


def both_pressed(folder: Path) -> Issue:
    """The folder of an issue with an article that is not public."""
    issue = mixed()
    whole, public = folder / "2020-02.pdf", public_pdf(folder, "2020-02")
    for file in (whole, public):
        file.write_bytes(b"%PDF")
    write_issue(folder, issue, Enclosure("2020-02", whole, (0, 0, 1, 2, 0, 0)))
    made = Enclosure(public.stem, public, (0, 0, 1, 0, 0))
    write_issue(folder, issue_for(issue, "public"), made)
    return issue


def test_each_edition_finds_its_own_pdf(tmp_path: Path) -> None:
    issue = both_pressed(tmp_path)
    whole = read_issue(tmp_path, issue)
    assert whole == Enclosure("2020-02", tmp_path / "2020-02.pdf", (0, 0, 1, 2, 0, 0))
    public = read_issue(tmp_path, issue_for(issue, "public"))
    assert public is not None
    assert (public.stem, public.folios) == ("2020-02-公开版", (0, 0, 1, 0, 0))


def test_what_is_not_public_is_never_found_for_the_public(tmp_path: Path) -> None:
    """Nor when everything was public on the day it was printed."""
    issue = mixed(OPEN, replace(TWO, public=True))
    (tmp_path / "2020-02.pdf").write_bytes(b"%PDF")
    write_issue(tmp_path, issue, Enclosure("2020-02", tmp_path / "2020-02.pdf", (1,)))
    assert read_issue(tmp_path, issue_for(issue, "public")) is not None
    assert read_issue(tmp_path, issue_for(mixed(OPEN, TWO), "public")) is None


PLATE = Plate("inside-back", "photos/b.jpg", "另一张图")


@pytest.mark.parametrize(
    "changed",
    [
        mixed(with_fields(public=True, body="<p>江上没有风。</p>"), TWO),
        mixed(TWO, OPEN),
        mixed(number=3),
        mixed(published=date(2020, 2, 21)),
        mixed(cover=Cover(lines=("一江清水",))),
        mixed(plates=(PLATE,)),
        replace(mixed(), sections=(replace(mixed().sections[0], editors_note="新按"),)),
    ],
)
def test_a_pdf_of_another_issue_is_none(tmp_path: Path, changed: Issue) -> None:
    both_pressed(tmp_path)
    assert read_issue(tmp_path, changed) is None


def test_an_old_issue_keeps_its_masthead() -> None:
    publication = replace(ISSUE.publication, phone="1", site_address="https://new.example")
    assert issue_digest(mixed(publication=publication)) == issue_digest(mixed())


def test_one_file_is_dropped_and_the_other_stays(tmp_path: Path) -> None:
    issue = both_pressed(tmp_path)
    drop_issue(tmp_path, public_pdf(tmp_path, "2020-02"))
    assert read_issue(tmp_path, issue_for(issue, "public")) is None
    assert read_issue(tmp_path, issue) is not None
    drop_issue(tmp_path, public_pdf(tmp_path, "2020-02"))
    assert sorted(file.name for file in tmp_path.iterdir()) == ["2020-02.pdf", INDEX]


def test_an_issue_that_was_not_pressed_has_none(tmp_path: Path) -> None:
    assert read_issue(tmp_path, ISSUE) is None
    issue = both_pressed(tmp_path)
    (tmp_path / "2020-02.pdf").unlink()
    assert read_issue(tmp_path, issue) is None


def test_the_order_of_writing_does_not_matter(tmp_path: Path) -> None:
    issue = both_pressed(tmp_path)
    first = (tmp_path / INDEX).read_bytes()
    write_issue(tmp_path, issue, Enclosure("2020-02", tmp_path / "2020-02.pdf", (0, 0, 1, 2, 0, 0)))
    assert (tmp_path / INDEX).read_bytes() == first
