from __future__ import annotations

import pytest

from plugins.issue.editions import archive_for, issue_for, matches
from plugins.issue.record import Archive
from tests.desk import Desk


@pytest.fixture
def archive(desk: Desk) -> Archive:
    """Two issues; of the older nothing is public."""
    desk.article("2020-03/open", 标题="公开的一篇")
    desk.article("2020-03/closed", 标题="内部的一篇", 公开="否")
    desk.article("2020-03/silent", 标题="没写的一篇", 公开="")
    desk.issue(
        "2020-03",
        {"特别关注": ["open", "closed"], "政策文件": ["silent"]},
        extra='[cover]\nlines = ["公开的一篇", "内部的"]\n',
    )
    desk.write("2020-03/folios.toml", "[pages]\nopen = 2\nclosed = 5\n")
    desk.article("2020-02/only", 公开="否")
    desk.issue("2020-02", {"特别关注": ["only"]})
    desk.article("2020-02/held")
    return desk.archive()


def stems(archive: Archive) -> list[str]:
    return [article.stem for issue in archive.issues for article in issue.articles]


def test_the_internal_edition_is_the_whole(archive: Archive) -> None:
    assert stems(archive_for(archive, "internal")) == ["open", "closed", "silent", "only"]


def test_the_public_edition_has_only_what_says_so(archive: Archive) -> None:
    public = archive_for(archive, "public")
    assert stems(public) == ["open"]
    assert [issue.key for issue in public.issues] == ["2020-03"]
    assert [section.title.name for section in public.issues[0].sections] == ["特别关注"]
    assert public.held == ()


def test_cover_lines_and_folios_of_what_is_not_public_go(archive: Archive) -> None:
    issue = issue_for(archive.issues[0], "public")
    assert issue.cover.lines == ("公开的一篇",)
    assert dict(issue.folios) == {"open": 2}
    with pytest.raises(TypeError):
        issue.folios["open"] = 1  # type: ignore[index]


def test_nothing_of_a_closed_article_is_in_the_public_edition(archive: Archive) -> None:
    shown = repr(archive_for(archive, "public"))
    assert "公开的一篇" in shown
    assert not [
        word for word in ("内部的", "没写的", "closed", "silent", "held.md") if word in shown
    ]


def test_the_edition_leaves_the_archive_as_it_was(archive: Archive) -> None:
    before = repr(archive)
    archive_for(archive, "public")
    assert repr(archive) == before


@pytest.mark.parametrize(
    ("line", "headline", "same"),
    [
        ("统筹抓好", "统筹抓好　攻坚战", True),
        ("统筹抓好攻坚战", "统筹抓好　攻坚战", True),
        ("抓好 攻坚", "统筹抓好　攻坚战", True),
        ("攻坚战统筹", "统筹抓好　攻坚战", False),
        ("治水", "治气", False),
    ],
)
def test_a_cover_line_is_a_headline_or_a_part_of_one(line: str, headline: str, same: bool) -> None:
    assert matches(line, headline) is same
