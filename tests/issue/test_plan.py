"""issue.toml by itself: what an editor wrote about one issue."""

from __future__ import annotations

from datetime import date

import pytest

from plugins.issue.plan import Plan, merged, read_plan
from plugins.issue.record import Cover, Filler, Plate, Publication, SectionName
from plugins.issue.toml import TomlFile
from tests.desk import Desk

HEAD = "number = 3\nwhole_number = 294\npublished = 2020-03-20\n"
REGISTER = (SectionName("甲", "a", "A", "甲甲", tone=3), SectionName("乙", "b"))
SECTION = '\n[[sections]]\nname = "甲"\narticles = ["x"]\n'


def read(desk: Desk, text: str) -> tuple[Plan | None, TomlFile]:
    file = TomlFile(desk.write("2020-03/issue.toml", text), "content/2020-03/issue.toml")
    return read_plan(file, "2020-03", REGISTER), file


def plan(desk: Desk, text: str) -> Plan:
    made, file = read(desk, HEAD + text)
    assert file.findings == []
    assert made is not None
    return made


def test_numbers_and_day(desk: Desk) -> None:
    made = plan(desk, "")
    assert (made.key, made.number, made.whole_number) == ("2020-03", 3, 294)
    assert made.published == date(2020, 3, 20)


def test_any_key_of_the_publication_may_differ(desk: Desk) -> None:
    made = plan(desk, 'print_run = 5000\nprinter = "新印厂"\ncirculation_licence = "乙字"\n')
    publication = merged(Publication(name="刊", print_run=4000, motto="语"), made.overrides)
    assert (publication.print_run, publication.printer) == (5000, "新印厂")
    assert (publication.licence, publication.name, publication.motto) == ("乙字", "刊", "语")


def test_the_fillers_of_an_issue_replace_those_of_the_publication(desk: Desk) -> None:
    publication = Publication(name="刊", fillers=(Filler("甲", "一。"),))
    row = '[[fillers]]\ntitle = "乙"\ntext = "二。"\n'
    assert merged(publication, plan(desk, row).overrides).fillers == (Filler("乙", "二。"),)
    assert merged(publication, plan(desk, "fillers = []\n").overrides).fillers == ()
    assert merged(publication, plan(desk, "").overrides).fillers == publication.fillers


def test_cover(desk: Desk) -> None:
    text = '[cover]\nimage = "photos/c.jpg"\nlines = ["一", "二"]\n'
    assert plan(desk, text).cover == Cover("photos/c.jpg", ("一", "二"))
    assert plan(desk, "").cover == Cover()
    assert plan(desk, '[cover]\nlines = "一"\n').cover.lines == ("一",)


def test_sections_in_printed_order(desk: Desk) -> None:
    text = (
        '[[sections]]\nname = "乙"\nflow = "run-on"\neditors_note = "按。"\narticles = ["y", "x.md"]\n'
        '\n[[sections]]\nname = "甲"\narticles = ["z"]\n'
    )
    made = plan(desk, text)
    assert made.stems == ("y", "x", "z")
    assert [(each.title.name, each.flow, each.editors_note) for each in made.sections] == [
        ("乙", "run-on", "按。"),
        ("甲", "page", ""),
    ]
    assert [each.line for each in made.sections] == [4, 10]


def test_a_registered_section_is_as_registered_unless_the_issue_says_otherwise(desk: Desk) -> None:
    text = '[[sections]]\nname = "甲"\nenglish = "AA"\n'
    assert plan(desk, text).sections[0].title == SectionName("甲", "a", "AA", "甲甲", tone=3)


def test_a_section_declares_itself(desk: Desk) -> None:
    text = '[[sections]]\nname = "新栏"\nslug = "xin"\nenglish = "New"\nrunning_head = "新"\n'
    title = plan(desk, text).sections[0].title
    assert (title.name, title.slug, title.english, title.running_head) == (
        "新栏",
        "xin",
        "New",
        "新",
    )


@pytest.mark.parametrize("place", ["inside-front", "inside-back", "back", "after:甲", "after: 甲"])
def test_plates(desk: Desk, place: str) -> None:
    row = f'\n[[pages]]\nplace = "{place}"\nimage = "p.jpg"\ncaption = "图"\nlisted = true\n'
    assert plan(desk, row + SECTION).plates == (Plate(place, "p.jpg", "图", True),)


@pytest.mark.parametrize(
    ("text", "code", "line", "words"),
    [
        ("", "I203", 0, "number、whole_number、published"),
        ("# 只有备注\n", "I203", 1, "number、whole_number、published"),
        ("whole_number = 294\npublished = 2020-03-20\n", "I203", 1, "number = 数字"),
        ("number = 3\nwhole_number = 294\n", "I203", 1, "published = 2020-03-20"),
        (HEAD.replace("number = 3", "").replace("294", '"二"'), "I203", 1, "期号"),
        (HEAD.replace("294", '"294"'), "I204", 2, "总期号“294”"),
        (HEAD.replace("294", "-1"), "I204", 2, "大于 0"),
        (HEAD.replace("294", "true"), "I204", 2, "大于 0"),
        ("whole_number = 294\nnumber = 0\npublished = 2020-03-20\n", "I204", 2, "期号“0”"),
        (HEAD.replace("2020-03-20", '"2020-03-20"'), "I204", 3, "不加引号"),
        (HEAD.replace("2020-03-20", "2020-03-20T08:00:00"), "I204", 3, "2020-03-20"),
        (HEAD + "\nprintrun = 3\n", "I202", 5, "是不是“print_run”"),
        (HEAD + 'print_run = "多"\n', "I204", 4, "“print_run”要写成数字"),
        (HEAD + '[[fillers]]\ntitle = "甲"\n', "I204", 4, "“text”"),
        (HEAD + 'cover = "c.jpg"\n', "I204", 4, "[cover]"),
        (HEAD + '[cover]\n\npicture = "c.jpg"\n', "I202", 6, "“picture”"),
        (HEAD + '[[pages]]\nplace = "封底"\nimage = "p.jpg"\n', "I211", 5, "“封底”"),
        (HEAD + '[[pages]]\nplace = "after:丁"\nimage = "p.jpg"\n', "I211", 5, "after:丁"),
        (HEAD + '[[pages]]\nplace = "back"\n', "I203", 4, "image"),
        (HEAD + '[[pages]]\nplace = "back"\nimage = "p"\nnote = 1\n', "I202", 7, "“note”"),
        (HEAD + "sections = 3\n", "I206", 4, "[[sections]]"),
        (HEAD + SECTION + 'flow = "run"\n', "I212", 8, "page（另页起）或 run-on（接排）"),
        (HEAD + SECTION + SECTION, "I206", 10, "请合并"),
        (HEAD + SECTION + '\n[[sections]]\nname = "丁"\n', "I207", 10, "sections.toml"),
        (HEAD + SECTION + '\n[[sections]]\nslug = "d"\n', "I207", 9, "没有登记"),
        (HEAD + SECTION.replace('["x"]', '"x"'), "I204", 7, "方括号"),
        (HEAD + SECTION + "caption = 1\n", "I202", 8, "“caption”"),
        (
            HEAD
            + '[[pages]]\nplace = "back"\nimage = "p"\ncaption = "甲"\n'
            + SECTION
            + "caption = 1\n",
            "I202",
            12,
            "“caption”",
        ),
    ],
)
def test_wrong(desk: Desk, text: str, code: str, line: int, words: str) -> None:
    _, file = read(desk, text)
    finding = file.findings[0]
    assert (finding.code, finding.line, finding.level) == (code, line, "error")
    assert words in finding.message
    assert finding.path == "content/2020-03/issue.toml"


@pytest.mark.parametrize("text", ["", "number = 3\n", HEAD.replace("294", "0")])
def test_no_issue_without_numbers_and_day(desk: Desk, text: str) -> None:
    assert read(desk, text)[0] is None


def test_every_fault_is_told_at_once(desk: Desk) -> None:
    text = 'number = 3\nwhole_number = "x"\nprintrun = 3\n[[sections]]\nname = "丁"\nflow = "z"\n'
    codes = [found.code for found in read(desk, text)[1].findings]
    assert codes == ["I202", "I204", "I203", "I207", "I212"]
