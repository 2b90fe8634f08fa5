"""The front door: the whole content folder."""

from __future__ import annotations

import dataclasses

import pytest

from tests.desk import Desk


def test_one_small_issue(desk: Desk) -> None:
    desk.small()
    archive = desk.archive()
    (issue,) = archive.issues
    assert (issue.key, issue.name, issue.number) == ("2020-03", "2020年第3期", 3)
    assert [article.stem for article in issue.articles] == ["a"]
    assert archive.publication.name == "测试环境"
    assert archive.issue("2020-03") is issue
    assert archive.issue("2020-04") is None


def test_newest_issue_first(desk: Desk) -> None:
    for key in ("2020-02", "2019-12", "2020-03"):
        desk.article(f"{key}/a")
        desk.issue(key, {"特别关注": ["a"]})
    assert [issue.key for issue in desk.archive().issues] == ["2020-03", "2020-02", "2019-12"]


def test_order_is_the_issues_and_an_empty_section_is_gone(desk: Desk) -> None:
    for stem in "abc":
        desk.article(f"2020-03/{stem}")
    desk.issue("2020-03", {"环境资讯": ["c"], "政策文件": [], "特别关注": ["b", "a"]})
    issue = desk.archive().issues[0]
    assert [section.title.name for section in issue.sections] == ["环境资讯", "特别关注"]
    assert [article.stem for article in issue.articles] == ["c", "b", "a"]


def test_held_copy_is_reported_and_in_no_issue(desk: Desk) -> None:
    desk.small()
    desk.article("2020-03/held")
    archive, findings = desk.load()
    assert archive.held == ("content/2020-03/held.md",)
    assert [article.stem for article in archive.issues[0].articles] == ["a"]
    (found,) = [each for each in findings if each.code == "I213"]
    assert (found.path, found.level) == ("content/2020-03/held.md", "hint")


def test_held_copy_may_be_unfinished(desk: Desk) -> None:
    desk.small()
    desk.write("2020-03/held.md", "没有首部")
    assert [each.code for each in desk.load()[1]] == ["I213"]


def test_an_issue_overrides_the_publication_and_no_other_issue(desk: Desk) -> None:
    for key in ("2020-02", "2020-03"):
        desk.article(f"{key}/a")
        desk.issue(key, {"特别关注": ["a"]}, extra="print_run = 5000\n" if "3" in key else "")
    archive = desk.archive()
    assert [issue.publication.print_run for issue in archive.issues] == [5000, 0]
    assert [issue.publication.name for issue in archive.issues] == ["测试环境"] * 2
    assert archive.publication.print_run == 0


def test_a_self_declared_section_joins_the_sections(desk: Desk) -> None:
    desk.article("2020-03/a")
    desk.issue("2020-03", {"新栏": ["a"]})
    text = (desk.content / "2020-03/issue.toml").read_text(encoding="utf-8")
    desk.write("2020-03/issue.toml", text.replace('"新栏"', '"新栏"\nslug = "xin"'))
    archive = desk.archive()
    assert [section.slug for section in archive.sections][-1] == "xin"
    assert len(archive.sections) == 4


def test_folios(desk: Desk) -> None:
    desk.small()
    desk.write("2020-03/folios.toml", "[pages]\na = 52\n")
    folios = desk.archive().issues[0].folios
    assert dict(folios) == {"a": 52}
    with pytest.raises(TypeError):
        folios["a"] = 1  # type: ignore[index]


def test_plates_know_their_size(desk: Desk) -> None:
    desk.picture("2020-03/photos/p.jpg")
    desk.small(extra='[[pages]]\nplace = "back"\nimage = "photos/p.jpg"\n')
    (plate,) = desk.archive().issues[0].plates
    assert (plate.width, plate.height) == (60, 40)


@pytest.mark.parametrize("name", ["drafts", "2020", "2020-3", "2020-03-2", ".2020-03", "pages"])
def test_other_folders_are_no_issues(desk: Desk, name: str) -> None:
    desk.small()
    desk.write(f"{name}/issue.toml", "坏")
    assert [issue.key for issue in desk.archive().issues] == ["2020-03"]


def test_an_empty_content_folder(desk: Desk) -> None:
    archive = desk.archive()
    assert archive.issues == archive.held == ()


def test_frozen(desk: Desk) -> None:
    desk.small()
    archive = desk.archive()
    issue = archive.issues[0]
    for record in (archive, issue, issue.cover, issue.sections[0], issue.publication):
        name = dataclasses.fields(record)[0].name
        with pytest.raises(dataclasses.FrozenInstanceError):
            setattr(record, name, None)
        with pytest.raises((AttributeError, TypeError)):
            record.extra = 1


def test_same_input_same_archive(desk: Desk) -> None:
    desk.small("甲[^1]\n\n[^1]: 注。\n")
    assert desk.load() == desk.load()


@pytest.mark.parametrize(
    ("first", "second", "sound"),
    [
        (("2020-02", 2, 293), ("2020-03", 3, 294), True),
        (("2020-02", 2, 293), ("2020-04", 4, 295), True),
        (("2019-12", 12, 291), ("2020-01", 1, 292), True),
        (("2019-12", 12, 291), ("2020-01", 1, 300), True),
        (("2020-02", 2, 293), ("2020-03", 3, 293), False),
        (("2020-02", 2, 293), ("2020-03", 3, 292), False),
        (("2020-02", 2, 293), ("2020-03", 3, 295), False),
        (("2020-02", 2, 293), ("2020-03", 2, 294), False),
        (("2019-12", 12, 291), ("2020-01", 1, 291), False),
    ],
)
def test_series_of_whole_numbers(
    desk: Desk, first: tuple[str, int, int], second: tuple[str, int, int], sound: bool
) -> None:
    for key, number, whole in (first, second):
        desk.article(f"{key}/a")
        desk.issue(key, {"特别关注": ["a"]}, number, whole)
    assert (desk.load()[1] == []) is sound


def test_links_between_issues(desk: Desk) -> None:
    for key, other in (("2020-02", "../2020-03/a.md"), ("2020-03", "../2020-02/a.html")):
        desk.article(f"{key}/a", f"见[那篇]({other})。\n")
        desk.issue(key, {"特别关注": ["a"]})
    assert [issue.articles[0].links[0].stem for issue in desk.archive().issues] == ["a", "a"]


def test_cover_lines_must_be_headlines(desk: Desk) -> None:
    desk.small(extra='[cover]\nlines = ["统筹 抓好", "没有这题"]\n', 标题="统筹抓好　攻坚战")
    found = desk.only("I209")
    assert (found.line, found.level) == (5, "warning")
    assert "“没有这题”" in found.message
