from __future__ import annotations

import dataclasses
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plugins.issue.plan import read_plan
from plugins.issue.publication import CHOICES, KEYS, read_publication, read_sections
from plugins.issue.record import BoardRow, Filler, Publication, SectionName
from plugins.issue.toml import TomlFile
from tests.desk import Desk


def publication(desk: Desk, text: str) -> tuple[Publication, TomlFile]:
    file = TomlFile(desk.write("publication.toml", text), "content/publication.toml")
    return read_publication(file), file


def register(desk: Desk, text: str) -> tuple[tuple[SectionName, ...], TomlFile]:
    file = TomlFile(desk.write("sections.toml", text), "content/sections.toml")
    return read_sections(file), file


def test_every_text_key(desk: Desk) -> None:
    plain = [each.name for each in dataclasses.fields(Publication) if isinstance(each.default, str)]
    free = [name for name in ("name", *plain) if name not in CHOICES]
    made, file = publication(desk, "".join(f'{name} = "甲{name}"\n' for name in free))
    assert file.findings == []
    assert all(getattr(made, name) == f"甲{name}" for name in free)
    assert len(free) > 15


def test_other_keys(desk: Desk) -> None:
    made, file = publication(
        desk,
        'name = "甲"\nprint_run = 4000\nprinted_on = 2020-03-18\nbinding = "perfect"\n'
        'foreword_place = "after-contents"\nback_cover_lines = ["一", "二"]\npostcode = 530000\n',
    )
    assert file.findings == []
    assert (made.print_run, made.printed_on) == (4000, date(2020, 3, 18))
    assert (made.binding, made.foreword_place) == ("perfect", "after-contents")
    assert (made.back_cover_lines, made.postcode) == (("一", "二"), "530000")


def test_keys_of_the_site(desk: Desk) -> None:
    bare = publication(desk, 'name = "甲"\n')[0]
    assert (bare.issue_pdf, bare.copyright, bare.government_mark) == (
        "public",
        "转载请注明来源",
        "",
    )
    made, file = publication(desk, 'name = "甲"\nissue_pdf = "none"\ncopyright = ""\n')
    assert file.findings == []
    assert (made.issue_pdf, made.copyright) == ("none", "")


@pytest.mark.parametrize(
    "text",
    [
        '[[board]]\nrole = "主任"\nnames = ["甲", "乙"]\n',
        '[[board]]\nrole = "主任"\nnames = "甲"\n[[board]]\nrole = "编委"\nnames = []\n',
        '[board]\n"主任" = ["甲", "乙"]\n',
    ],
)
def test_board(desk: Desk, text: str) -> None:
    made, file = publication(desk, f'name = "甲刊"\n{text}')
    assert file.findings == []
    assert made.board[0].role == "主任"
    assert made.board[0].names[0] == "甲"


def test_board_note(desk: Desk) -> None:
    text = 'name = "甲"\n[[board]]\nrole = "编委"\nnames = ["乙"]\nnote = "按姓氏笔画排序"\n'
    assert publication(desk, text)[0].board == (BoardRow("编委", ("乙",), "按姓氏笔画排序"),)


@pytest.mark.parametrize(
    ("key", "name"), [("circulation_licence", "licence"), ("english", "english_name")]
)
def test_other_names_of_keys(desk: Desk, key: str, name: str) -> None:
    made, file = publication(desk, f'name = "甲"\n{key} = "乙"\n')
    assert file.findings == []
    assert getattr(made, name) == "乙"


@pytest.mark.parametrize(
    ("text", "code", "level", "line", "words"),
    [
        ('motto = "甲"\n', "I203", "error", 1, "name = "),
        ('name = "甲"\nprint_run = "四千"\n', "I204", "error", 2, "数字"),
        ('name = "甲"\nprint_run = -1\n', "I204", "error", 2, "数字"),
        ('name = "甲"\nprinted_on = "三月"\n', "I204", "error", 2, "2020-03-20"),
        ('name = "甲"\nmotto = 2020-03-20\n', "I204", "error", 2, "引号"),
        ('name = "甲"\n\nbinding = "线装"\n', "I204", "error", 3, "saddle、perfect"),
        ('name = "甲"\nissue_pdf = true\n', "I204", "error", 2, "none、public"),
        ('name = "甲"\nboard = [1]\n', "I204", "error", 2, "[[board]]"),
        ('name = "甲"\nsponser = "乙"\n', "I202", "warning", 2, "是不是“sponsor”"),
        ('name = "甲"\npublication = 3\n', "I204", "error", 2, "[publication]"),
    ],
)
def test_wrong(desk: Desk, text: str, code: str, level: str, line: int, words: str) -> None:
    found = publication(desk, text)[1].findings
    first = found[0]
    assert (first.code, first.level, first.line) == (code, level, line)
    assert words in first.message


def test_fillers_in_their_order(desk: Desk) -> None:
    rows = '[[fillers]]\ntitle = "甲"\ntext = "一。"\n[[fillers]]\ntitle = "乙"\ntext = "二。"\n'
    made, file = publication(desk, f'name = "刊"\n{rows}')
    assert file.findings == []
    assert made.fillers == (Filler("甲", "一。"), Filler("乙", "二。"))


def test_no_fillers(desk: Desk) -> None:
    assert publication(desk, 'name = "刊"\n')[0].fillers == ()
    made, file = publication(desk, 'name = "刊"\nfillers = []\n')
    assert (made.fillers, file.findings) == ((), [])


@pytest.mark.parametrize(
    ("written", "text"),
    [
        ('"一。"', "一。"),
        ('"""一。\n二。"""', "一。\n二。"),
        ('"""\n一。\n二。\n"""', "一。\n二。"),
        ('"""　　一。\n\n    二。　\n"""', "一。\n二。"),
        ('"一　二。"', "一　二。"),
    ],
)
def test_a_line_of_a_filler_is_a_paragraph(desk: Desk, written: str, text: str) -> None:
    made, file = publication(desk, f'name = "刊"\n[[fillers]]\ntitle = "甲"\ntext = {written}\n')
    assert file.findings == []
    assert made.fillers == (Filler("甲", text),)


@pytest.mark.parametrize(
    ("text", "line", "words"),
    [
        ("fillers = 3\n", 2, "[[fillers]]"),
        ('fillers = "一。"\n', 2, "[[fillers]]"),
        ('fillers = ["一。"]\n', 2, "title 和 text"),
        ('[fillers]\ntitle = "甲"\ntext = "一。"\n', 2, "[[fillers]]"),
        ('[[fillers]]\ntitle = "甲"\n', 2, "“text”"),
        ('[[fillers]]\ntext = "一。"\n', 2, "“title”"),
        ('[[fillers]]\ntitle = 3\ntext = "一。"\n', 3, "“title”"),
        ('[[fillers]]\ntitle = "甲"\ntext = ["一。"]\n', 4, "“text”"),
        ('[[fillers]]\ntitle = "　"\ntext = "一。"\n', 3, "“title”"),
        ('[[fillers]]\ntitle = "甲"\ntext = """\n\n"""\n', 4, "“text”"),
    ],
)
def test_wrong_fillers(desk: Desk, text: str, line: int, words: str) -> None:
    made, file = publication(desk, f'name = "刊"\n{text}')
    (finding,) = file.findings
    assert made.fillers == ()
    assert (finding.code, finding.level, finding.line) == ("I204", "error", line)
    assert words in finding.message


def test_a_faulty_filler_does_not_take_its_neighbours_along(desk: Desk) -> None:
    good = '[[fillers]]\ntitle = "甲"\ntext = "一。"\n'
    made, file = publication(desk, f'name = "刊"\n{good}[[fillers]]\ntext = "二。"\n{good}')
    assert [finding.line for finding in file.findings] == [5]
    assert made.fillers == (Filler("甲", "一。"), Filler("甲", "一。"))


def test_an_empty_filler_lacks_both(desk: Desk) -> None:
    _, file = publication(desk, 'name = "刊"\n\n[[fillers]]\n')
    assert [(finding.code, finding.line) for finding in file.findings] == [("I204", 3)] * 2


def test_an_unknown_key_of_a_filler_is_named(desk: Desk) -> None:
    row = '[[fillers]]\ntitle = "甲"\ntext = "一。"\nauthor = "乙"\n'
    made, file = publication(desk, f'name = "刊"\n{row}')
    (finding,) = file.findings
    assert (finding.code, finding.level, finding.line) == ("I202", "warning", 5)
    assert made.fillers == (Filler("甲", "一。"),)


def test_frozen() -> None:
    with pytest.raises(dataclasses.FrozenInstanceError):
        Publication(name="甲").name = "乙"  # type: ignore[misc]


def test_register(desk: Desk) -> None:
    text = (
        '[[sections]]\nname = "甲"\nslug = "a"\nenglish = "A"\nrunning_head = "甲甲"\n'
        'description = "一句。"\n\n[[sections]]\nname = "乙"\nslug = "b"\n'
    )
    sections, file = register(desk, text)
    assert file.findings == []
    assert sections == (
        SectionName("甲", "a", "A", "甲甲", "一句。", 1),
        SectionName("乙", "b", tone=2),
    )


def test_colours_go_round(desk: Desk) -> None:
    text = "".join(f'[[sections]]\nname = "栏{n}"\nslug = "s{n}"\n' for n in range(9))
    assert [section.tone for section in register(desk, text)[0]] == [1, 2, 3, 4, 5, 6, 7, 8, 1]


@pytest.mark.parametrize(
    ("second", "line", "words"),
    [
        ('name = "乙"\n', 5, "slug"),
        ('slug = "b"\n', 5, "name"),
        ('name = "甲"\nslug = "b"\n', 6, "重名"),
        ('name = "乙"\nslug = "a"\n', 6, "重名"),
    ],
)
def test_wrong_sections(desk: Desk, second: str, line: int, words: str) -> None:
    head = '[[sections]]\nname = "甲"\nslug = "a"\n\n'
    sections, file = register(desk, f"{head}[[sections]]\n{second}")
    (finding,) = file.findings
    assert len(sections) == 1
    assert (finding.code, finding.line) == ("I206", 6 if "name" in second else line)
    assert words in finding.message


VALUES = st.recursive(
    st.one_of(st.integers(-2, 9), st.text(max_size=2), st.booleans(), st.dates(), st.floats()),
    lambda inner: st.one_of(
        st.lists(inner, max_size=2),
        st.dictionaries(
            st.sampled_from(["name", "slug", "articles", "flow", "lines", "title", "text"]), inner
        ),
    ),
    max_leaves=5,
)
TABLES = st.dictionaries(
    st.sampled_from([*KEYS, "publication", "sections", "cover", "pages", "number", "published"]),
    VALUES,
    max_size=5,
)


@given(TABLES)
def test_whatever_is_written_is_a_value_or_a_finding(data: dict[str, Any]) -> None:
    file = TomlFile(Path("/nonexistent"), "x.toml")
    file.data, file.text = data, "x"
    read_publication(file)
    read_sections(file)
    read_plan(file, "2020-03", ())
    assert all(found.line >= 1 for found in file.findings)


@pytest.mark.parametrize(
    "text",
    [
        '[[columns]]\nname = "甲"\nslug = "a"\n',
        '[a]\nname = "甲"\n',
    ],
)
def test_a_register_prepared_elsewhere(desk: Desk, text: str) -> None:
    sections, file = register(desk, text)
    assert file.findings == []
    assert sections == (SectionName("甲", "a"),)


@pytest.mark.parametrize(
    ("line", "row"),
    [
        ("主任：张三、李四", BoardRow("主任", ("张三", "李四"))),
        ("主任: 王　莹", BoardRow("主任", ("王莹",))),
        ("张三 李四", BoardRow("", ("张三", "李四"))),
    ],
)
def test_board_as_lines(desk: Desk, line: str, row: BoardRow) -> None:
    made, file = publication(desk, f'name = "甲"\nboard = ["{line}"]\n')
    assert file.findings == []
    assert made.board == (row,)
