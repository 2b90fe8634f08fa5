"""Findings about what a government site must say of itself."""

from __future__ import annotations

from pathlib import Path

import pytest

from plugins.article.finding import Finding
from plugins.issue.archive import load
from plugins.toc.outline import outline
from plugins.web.labels.identity import check
from tests.desk import Desk, no_tags

WHOLE = """name = "甲刊"
sponsor = "清江省生态环境厅"
address = "清源路16号"
phone = "0000-0000018"
site_address = "https://huanjing.example"
site_description = "月刊。"
site_code = "bm07000001"
icp = "清ICP备05070218号-1"
police_record = "清公网安备 33000000000018号"
government_mark = "mark.png"
government_mark_link = "https://bszs.example/sitename?method=show&id=08E6"
"""
REGISTER = '[[sections]]\nname = "特别关注"\nslug = "a"\ndescription = "大事。"\n'
ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture
def office(tmp_path: Path) -> Desk:
    """A bulletin with which nothing is wrong."""
    desk = Desk(tmp_path / "content")
    desk.write("publication.toml", WHOLE)
    desk.write("sections.toml", REGISTER)
    desk.picture("mark.png")
    desk.small(供稿="甲市生态环境局")
    return desk


def found(desk: Desk) -> list[Finding]:
    return check(desk.archive(), desk.content)


def only(desk: Desk) -> Finding:
    (finding,) = found(desk)
    return finding


def without(*keys: str) -> str:
    lines = WHOLE.splitlines(keepends=True)
    return "".join(line for line in lines if line.partition(" ")[0] not in keys)


def line_of(text: str, key: str) -> int:
    return [line.partition(" ")[0] for line in text.splitlines()].index(key) + 1


def test_nothing_is_wrong_with_a_whole_identity(office: Desk) -> None:
    assert found(office) == []


@pytest.mark.parametrize(
    ("key", "named"),
    [
        ("sponsor", "主办单位"),
        ("address", "地址"),
        ("phone", "电话或邮箱"),
        ("site_code", "网站标识码"),
        ("icp", "ICP备案号"),
        ("police_record", "公安备案号"),
    ],
)
def test_what_is_missing_is_named(office: Desk, key: str, named: str) -> None:
    text = without(key)
    office.write("publication.toml", text)
    finding = only(office)
    assert (finding.code, finding.level) == ("W110", "warning")
    assert named in finding.message
    first = "icp" if key == "site_code" else "site_code"
    assert (finding.path, finding.line) == ("content/publication.toml", line_of(text, first))


def test_an_address_of_mail_is_enough(office: Desk) -> None:
    office.write("publication.toml", without("phone") + 'email = "a@b.example"\n')
    assert found(office) == []


def test_a_bulletin_that_registered_nothing_is_left_alone(office: Desk) -> None:
    text = without("site_code", "icp", "police_record", "government_mark", "government_mark_link")
    office.write("publication.toml", text.replace('phone = "0000-0000018"\n', ""))
    assert found(office) == []


@pytest.mark.parametrize(
    ("key", "value"),
    [
        ("site_code", "330000"),
        ("site_code", "bm0700000x"),
        ("icp", "05070218"),
        ("icp", "清ICP备05070218"),
        ("police_record", "清公网备33000000000018号"),
        ("police_record", "清公网安备号"),
    ],
)
def test_a_registration_of_the_wrong_shape(office: Desk, key: str, value: str) -> None:
    text = f'{without(key)}{key} = "{value}"\n'
    office.write("publication.toml", text)
    finding = only(office)
    assert (finding.code, finding.level, finding.line) == ("W111", "warning", line_of(text, key))
    assert value in finding.message


@pytest.mark.parametrize(
    ("key", "value"),
    [
        ("site_code", "3300000018"),
        ("icp", "清ICP备2020000018号"),
        ("police_record", "清公网安备33000000000018号"),
        ("site_address", "https://huanjing.example/kan/"),
        ("site_address", "https://huanjing.example:8443/kan"),
    ],
)
def test_other_right_shapes(office: Desk, key: str, value: str) -> None:
    office.write("publication.toml", f'{without(key)}{key} = "{value}"\n')
    assert found(office) == []


@pytest.mark.parametrize(
    ("value", "level"),
    [
        ("huanjing.example", "error"),
        ("https://", "error"),
        ("ftp://huanjing.example", "error"),
        ("https://huanjing.example/index.html", "error"),
        ("https://huanjing.example/?id=1", "error"),
        ("https://huanjing.example/ kan", "error"),
        ("http://huanjing.example", "warning"),
    ],
)
def test_an_address_that_is_none(office: Desk, value: str, level: str) -> None:
    text = f'{without("site_address")}site_address = "{value}"\n'
    office.write("publication.toml", text)
    finding = only(office)
    assert (finding.code, finding.level) == ("W112", level)
    assert finding.line == line_of(text, "site_address")


@pytest.mark.parametrize(
    ("left_out", "level", "key"),
    [
        ("government_mark", "warning", "government_mark_link"),
        ("government_mark_link", "warning", "government_mark"),
    ],
)
def test_half_a_mark(office: Desk, left_out: str, level: str, key: str) -> None:
    text = without(left_out)
    office.write("publication.toml", text)
    finding = only(office)
    assert (finding.code, finding.level, finding.line) == ("W113", level, line_of(text, key))


@pytest.mark.parametrize("mark", ["none.png", "publication.toml", "../secret.png"])
def test_a_mark_that_is_no_picture(office: Desk, mark: str) -> None:
    office.write("publication.toml", f'{without("government_mark")}government_mark = "{mark}"\n')
    finding = only(office)
    assert (finding.code, finding.level) == ("W113", "error")
    assert Path(mark).name in finding.message


def test_a_link_that_is_none(office: Desk) -> None:
    text = f'{without("government_mark_link")}government_mark_link = "javascript:alert(1)"\n'
    office.write("publication.toml", text)
    assert [(each.code, each.level) for each in found(office)] == [("W113", "error")]


def test_no_description_of_the_site(office: Desk) -> None:
    office.write("publication.toml", without("site_description"))
    finding = only(office)
    assert (finding.code, finding.level, finding.line) == ("W116", "warning", 1)


def test_an_article_that_nobody_is_named_in(office: Desk) -> None:
    office.article("2020-03/a", "正文。\n", 标题="甲")
    finding = only(office)
    assert (finding.code, finding.level) == ("W114", "hint")
    assert (finding.path, finding.line) == ("content/2020-03/a.md", 2)


def test_what_is_not_public_needs_no_labels(office: Desk) -> None:
    office.article("2020-03/a", "正文。\n", 标题="甲", 公开="否")
    assert found(office) == []


@pytest.mark.parametrize("field", ["来源", "作者", "供稿"])
def test_any_of_these_is_a_source(office: Desk, field: str) -> None:
    office.article("2020-03/a", "正文。\n", **{"标题": "甲", field: "新华社"})
    assert found(office) == []


def test_a_policy_text_without_its_structure(office: Desk) -> None:
    office.article("2020-03/a", "正文。\n", 标题="甲", 发文机关="清江省生态环境厅", 体裁="公文")
    finding = only(office)
    assert (finding.code, finding.level) == ("W117", "hint")
    assert "发文字号、成文日期" in finding.message
    text = (office.content / "2020-03/a.md").read_text("utf-8").splitlines()
    assert text[finding.line - 1].startswith("体裁")


def test_a_section_without_description(office: Desk) -> None:
    office.write("sections.toml", REGISTER + '\n[[sections]]\nname = "视点"\nslug = "b"\n')
    finding = only(office)
    assert (finding.code, finding.level) == ("W115", "hint")
    assert (finding.path, finding.line) == ("content/sections.toml", 7)


def test_the_sample_is_whole() -> None:
    archive, _ = load(ROOT / "content", outline, no_tags)
    assert [each for each in check(archive, ROOT / "content") if each.level != "hint"] == []
