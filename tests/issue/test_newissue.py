from __future__ import annotations

from datetime import date

import pytest

from plugins.article.finding import ManuscriptError
from plugins.issue import newissue
from plugins.issue.record import Archive, Publication
from tests.desk import REGISTER, Desk


def create(desk: Desk, key: str) -> Archive:
    """The archive after a new issue was made; nothing may be wrong in it."""
    file = newissue.create(desk.archive(), desk.content, key)
    assert file == desk.content / key / "issue.toml"
    assert (desk.content / key / "photos").is_dir()
    return desk.archive()


def facts(archive: Archive, key: str) -> tuple[int, int, date]:
    issue = archive.issue(key)
    assert issue is not None
    return issue.number, issue.whole_number, issue.published


def test_numbers_run_on(desk: Desk) -> None:
    desk.article("2020-03/a")
    desk.issue("2020-03", {"特别关注": ["a"]}, 3, 294)
    assert facts(create(desk, "2020-04"), "2020-04") == (4, 295, date(2020, 4, 20))


def test_a_new_year_begins_with_one(desk: Desk) -> None:
    desk.issue("2020-12", {}, 12, 303)
    assert facts(create(desk, "2021-01"), "2021-01") == (1, 304, date(2021, 1, 20))


def test_the_first_issue(desk: Desk) -> None:
    assert facts(create(desk, "2020-03"), "2020-03") == (3, 1, date(2020, 3, 20))


def test_a_day_that_the_month_has_not(desk: Desk) -> None:
    desk.issue("2020-01", {}, 1, 292)
    text = (desk.content / "2020-01/issue.toml").read_text(encoding="utf-8")
    desk.write("2020-01/issue.toml", text.replace("2020-01-20", "2020-01-31"))
    assert facts(create(desk, "2020-02"), "2020-02")[2] == date(2020, 2, 29)


def test_sections_and_their_flow_as_before(desk: Desk) -> None:
    desk.article("2020-03/a")
    file = desk.issue("2020-03", {"环境资讯": ["a"]})
    text = file.read_text(encoding="utf-8")
    desk.write("2020-03/issue.toml", text.replace('"环境资讯"', '"环境资讯"\nflow = "run-on"'))
    create(desk, "2020-04")
    made = (desk.content / "2020-04/issue.toml").read_text(encoding="utf-8")
    assert [made.index(name) for name in ("特别关注", "政策文件", "环境资讯")] == sorted(
        made.index(name) for name in ("特别关注", "政策文件", "环境资讯")
    )
    assert made.count('flow = "page"') == 2
    assert made.count('flow = "run-on"') == 1


def test_a_section_that_declared_itself_last_month_is_not_asked_for(desk: Desk) -> None:
    desk.article("2020-03/a")
    file = desk.issue("2020-03", {"新栏": ["a"]})
    text = file.read_text(encoding="utf-8")
    desk.write("2020-03/issue.toml", text.replace('"新栏"', '"新栏"\nslug = "xin"'))
    create(desk, "2020-04")
    assert "新栏" not in (desk.content / "2020-04/issue.toml").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    "key", ["2020-4", "2020-13", "2020-00", "202004", "四月", "../x", "2020-04x", ""]
)
def test_a_key_that_is_none(desk: Desk, key: str) -> None:
    with pytest.raises(ManuscriptError) as caught:
        newissue.create(Archive(Publication(name="甲")), desk.content, key)
    (finding,) = caught.value.findings
    assert finding.code == "I218"
    assert f"“{key}”" in finding.message
    assert sorted(path.name for path in desk.content.iterdir()) == [
        "publication.toml",
        "sections.toml",
    ]


def test_a_folder_that_is_there_is_left_alone(desk: Desk) -> None:
    desk.small()
    before = (desk.content / "2020-03/issue.toml").read_bytes()
    with pytest.raises(ManuscriptError) as caught:
        newissue.create(desk.archive(), desk.content, "2020-03")
    assert caught.value.findings[0].code == "I219"
    assert (desk.content / "2020-03/issue.toml").read_bytes() == before


def test_without_a_register_there_are_no_sections(desk: Desk) -> None:
    assert REGISTER
    desk.write("sections.toml", "")
    create(desk, "2020-03")
    assert "[[sections]]" not in (desk.content / "2020-03/issue.toml").read_text(encoding="utf-8")
