"""``[printing]``: what the printer must know, from publication.toml and over it issue.toml."""

from __future__ import annotations

from dataclasses import fields
from datetime import date

import pytest

from plugins.issue.plan import merged, read_plan
from plugins.issue.printing import KEYS, LAST_FOLIO
from plugins.issue.publication import read_publication
from plugins.issue.record import Printing
from plugins.issue.toml import TomlFile
from tests.desk import Desk

HEAD = 'name = "甲刊"\n\n[printing]\n'
WORDS = ("paper", "cover_paper", "finish", "spine_text", "deliver_to", "packing", "notes")


def read(desk: Desk, text: str) -> tuple[Printing, TomlFile]:
    file = TomlFile(desk.write("publication.toml", text), "content/publication.toml")
    return read_publication(file).printing, file


def printing(desk: Desk, text: str) -> Printing:
    made, file = read(desk, HEAD + text)
    assert file.findings == []
    return made


def test_nothing_written_is_the_default(desk: Desk) -> None:
    assert read(desk, 'name = "甲刊"\n')[0] == Printing() == printing(desk, "")


def test_words(desk: Desk) -> None:
    made = printing(desk, "".join(f'{name} = " 甲{name} "\n' for name in WORDS))
    assert [getattr(made, name) for name in WORDS] == [f"甲{name}" for name in WORDS]


def test_other_keys(desk: Desk) -> None:
    made = printing(
        desk,
        'caliper_um = 95\ncover_caliper_um = 210\ncolours = "grey"\nstandard = "X-1a"\n'
        'profile = "style/印厂.icc"\nink_limit = 280\nimposition = "signatures"\n'
        "signature_pages = 32\ndeliver_by = 2020-03-25\n",
    )
    assert (made.caliper_um, made.cover_caliper_um, made.ink_limit) == (95, 210, 280)
    assert (made.colours, made.standard, made.profile) == ("grey", "X-1a", "style/印厂.icc")
    assert (made.imposition, made.signature_pages) == ("signatures", 32)
    assert made.deliver_by == date(2020, 3, 25)


def test_every_key_of_the_record_can_be_read() -> None:
    assert {each.name for each in fields(Printing)} == set(KEYS)


@pytest.mark.parametrize(
    ("written", "folios"),
    [
        ("[7, 3, 3]", (3, 7)),
        ('["9-12", 4]', (4, 9, 10, 11, 12)),
        ('"9—11"', (9, 10, 11)),
        ("5", (5,)),
        ("[]", ()),
    ],
)
def test_grey_pages(desk: Desk, written: str, folios: tuple[int, ...]) -> None:
    assert printing(desk, f"grey_pages = {written}\n").grey_pages == folios


@pytest.mark.parametrize(
    ("text", "code", "level", "words"),
    [
        ('papper = "铜版"\n', "I202", "warning", "是不是“paper”"),
        ('caliper_um = "95"\n', "I204", "error", "数字"),
        ("caliper_um = true\n", "I204", "error", "数字"),
        ("caliper_um = 95.5\n", "I204", "error", "数字"),
        ("caliper_um = -1\n", "I225", "error", "0 和 1000"),
        ("cover_caliper_um = 1001\n", "I225", "error", "微米"),
        ("ink_limit = 239\n", "I225", "error", "240 和 400"),
        ("ink_limit = 401\n", "I225", "error", "240 和 400"),
        ("paper = 80\n", "I204", "error", "英文引号"),
        ('colours = "彩色"\n', "I225", "error", "colour、grey"),
        ('standard = "X-3"\n', "I225", "error", "X-4、X-1a"),
        ('imposition = "16页"\n', "I225", "error", "none、saddle、signatures"),
        ("signature_pages = 12\n", "I225", "error", "8、16、32"),
        ('signature_pages = "16"\n', "I204", "error", "数字"),
        ('deliver_by = "3月底"\n', "I204", "error", "2020-03-20"),
        ("deliver_by = 2020-03-25T08:00:00\n", "I204", "error", "日期"),
        ("grey_pages = [0]\n", "I204", "error", "页码"),
        ('grey_pages = ["12-9"]\n', "I204", "error", "页码"),
        ('grey_pages = ["第3页"]\n', "I204", "error", "页码"),
        ("grey_pages = [true]\n", "I204", "error", "页码"),
        ("grey_pages = [1.5]\n", "I204", "error", "页码"),
        (f'grey_pages = ["1-{LAST_FOLIO + 1}"]\n', "I204", "error", "页码"),
        ('profile = "/etc/a.icc"\n', "I225", "error", "content"),
        ('profile = "../a.icc"\n', "I225", "error", "content"),
        (r"profile = 'C:\a.icc'" "\n", "I225", "error", "content"),
        ('profile = "style/a.png"\n', "I225", "error", ".icc"),
    ],
)
def test_wrong(desk: Desk, text: str, code: str, level: str, words: str) -> None:
    made, file = read(desk, HEAD + text)
    (found,) = file.findings
    assert (found.code, found.level, found.line) == (code, level, 4)
    assert words in found.message
    assert made == Printing()


def test_no_table(desk: Desk) -> None:
    (found,) = read(desk, 'name = "甲刊"\nprinting = "胶印"\n')[1].findings
    assert (found.code, found.line) == ("I204", 2)
    assert "[printing]" in found.message


def test_an_issue_overrides_single_keys(desk: Desk) -> None:
    bulletin = TomlFile(
        desk.write("publication.toml", HEAD + 'paper = "甲纸"\ncaliper_um = 80\nink_limit = 280\n'),
        "content/publication.toml",
    )
    plan = read_plan(
        TomlFile(
            desk.write(
                "2020-03/issue.toml",
                "number = 3\nwhole_number = 294\npublished = 2020-03-20\n"
                '[printing]\npaper = "乙纸"\ncaliper_um = 100\n',
            ),
            "content/2020-03/issue.toml",
        ),
        "2020-03",
        (),
    )
    assert plan is not None
    made = merged(read_publication(bulletin), plan.overrides).printing
    assert made == Printing(paper="乙纸", caliper_um=100, ink_limit=280)


def test_findings_of_an_issue_stand_in_its_file(desk: Desk) -> None:
    desk.small(extra="[printing]\nink_limit = 500\n")
    found = desk.only("I225")
    assert (found.path, found.line) == ("content/2020-03/issue.toml", 5)
