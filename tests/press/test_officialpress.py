"""From the manuscript to the sheet: what front matter says is printed, and only there."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pdfplumber
import pytest

from plugins.article.finding import ManuscriptError
from plugins.article.record import Article
from plugins.press.official.officialpress import press_official
from plugins.press.official.officialsheet import Extras, official_sheet
from tests.office import Office
from tests.press.conftest import THEME
from tests.press.test_officialsheet import ISSUE, PITCH, article

SAID = {
    "copy_number": "000012",
    "secrecy": "机密★1年",
    "urgency": "特急",
    "copied_to": "省委办公厅，省直有关单位",
    "printed_by": "某省生态环境厅办公室",
    "printed_on": date(2020, 3, 9),
}
#: No press face has it: a character for private use.
NOBODYS = "\ue5e5"


def pressed(it: Article, folder: Path) -> list[str]:
    """The text of every page, without white space."""
    target = press_official(it, ISSUE, folder, THEME, folder / "a.pdf")
    with pdfplumber.open(target) as pdf:
        return ["".join((page.extract_text() or "").split()) for page in pdf.pages]


def test_the_sheet_says_what_front_matter_says() -> None:
    assert official_sheet(article(**SAID)).extras == Extras(**SAID)


def test_the_sheet_says_nothing_that_front_matter_does_not() -> None:
    sheet = official_sheet(article())
    assert sheet.extras == Extras()
    assert not sheet.has_imprint


def test_what_is_given_by_hand_goes_before_front_matter() -> None:
    given = Extras(copied_to="某部")
    assert official_sheet(article(**SAID), given).extras == given


@pytest.mark.press
@pytest.mark.parametrize("number", ["某环发〔2020〕7号", "某环函〔2020〕7号", ""])
def test_head_and_imprint_are_printed_in_every_form(tmp_path: Path, number: str) -> None:
    """Without a number too: the mark of a secret must not get lost."""
    pages = pressed(article("<p>某地某事</p>", document_number=number, **SAID), tmp_path)
    first, last = pages[0], pages[-1]
    assert len(pages) == 2
    assert all(first.count(SAID[key]) == 1 for key in ("copy_number", "secrecy", "urgency"))
    assert "抄送：省委办公厅，省直有关单位。" in last
    assert ("某省生态环境厅办公室2020年3月9日印发" in last) == ("函" not in number)


@pytest.mark.press
def test_a_sheet_without_a_head_shows_its_notes_above_the_title(tmp_path: Path) -> None:
    bare = article("<p>某地某事</p>", document_number="")
    with_notes = pressed(replace(bare, secrecy="秘密", urgency="加急"), tmp_path)[0]
    assert with_notes.startswith("秘密加急某省生态环境厅关于")
    assert with_notes.removeprefix("秘密加急") == pressed(bare, tmp_path)[0]


@pytest.mark.press
def test_a_character_no_face_has_is_named_before_anything_is_written(tmp_path: Path) -> None:
    file = tmp_path / "content" / "2020-03" / "a.md"
    file.parent.mkdir(parents=True)
    file.write_text(f"---\n抄送: 某{NOBODYS}厅\n---\n", encoding="utf-8")
    it, target = article(copied_to=f"某{NOBODYS}厅"), tmp_path / "dist" / "a.pdf"
    with pytest.raises(ManuscriptError) as stopped:
        press_official(it, ISSUE, tmp_path / "content", THEME, target)
    (found,) = stopped.value.findings
    assert (found.code, found.path, found.line, found.column) == (
        "R301", "content/2020-03/a.md", 2, 6,
    )  # fmt: skip
    assert not target.parent.exists()


OFFICIAL = {
    "体裁": "公文",
    "发文机关": "某省生态环境厅",
    "发文字号": "某环发〔2020〕7号",
    "成文日期": "2020年3月6日",
}


@pytest.fixture
def office(tmp_path: Path) -> Office:
    """An office with two policy texts and a story."""
    made = Office(tmp_path / "office")
    for stem in ("甲", "乙"):
        made.desk.article(f"2020-03/{stem}", 标题=f"关于{stem}事的通知", **OFFICIAL)
    made.desk.article("2020-03/story")
    made.desk.issue("2020-03", {"政策文件": ["甲", "story", "乙"]})
    return made


@pytest.mark.press
@pytest.mark.parametrize(
    ("which", "stems"),
    [
        ("2020-03", ["乙", "甲"]),
        ("最新", ["乙", "甲"]),
        ("2020-03/甲", ["甲"]),
        ("content/2020-03/甲.md", ["甲"]),
        ("最新/乙", ["乙"]),
    ],
)
def test_the_command_presses_one_or_all(
    office: Office, capsys: pytest.CaptureFixture[str], which: str, stems: list[str]
) -> None:
    answer = office.call(capsys, "official", which=which)
    assert answer.status == 0
    assert answer.words.startswith(f"排 A4 公文 {len(stems)} 篇")
    assert sorted(office.files("dist")) == [f"dist/2020-03/公文/{stem}.pdf" for stem in stems]
    assert all(f"某环发〔2020〕7号：dist/2020-03/公文/{stem}.pdf" in answer.words for stem in stems)


@pytest.mark.press
def test_sealed_or_not(office: Office, capsys: pytest.CaptureFixture[str]) -> None:
    places = []
    for unsealed in (False, True):
        office.call(capsys, "official", which="2020-03/甲", unsealed=unsealed)
        with pdfplumber.open(office.root / "dist/2020-03/公文/甲.pdf") as pdf:
            (day,) = pdf.pages[0].search("2020年3月6日")
        places.append(day["x0"])
    assert places[1] - places[0] > 10


@pytest.mark.press
@pytest.mark.slow
def test_the_command_line_itself(office: Office) -> None:
    answer = office.invoke("公文", "2020-03/乙", "--unsealed")
    assert answer.status == 0, answer.words
    assert (office.root / "dist/2020-03/公文/乙.pdf").read_bytes().startswith(b"%PDF")


@pytest.mark.press
def test_a_letters_imprint_has_no_rules(tmp_path: Path) -> None:
    """10.1; the double rules of its first page are wider than the type area."""
    it = article("<p>某地某事</p>", document_number="某环函〔2020〕7号", copied_to="某部")
    with pdfplumber.open(press_official(it, ISSUE, tmp_path, THEME, tmp_path / "a.pdf")) as pdf:
        assert len(pdf.pages) == 2
        assert pdf.pages[1].extract_text().startswith("抄送：某部。")
        assert pdf.pages[1].rects == pdf.pages[1].lines == []


@pytest.mark.press
@pytest.mark.parametrize("count", [0, 1, 2, 3])
def test_a_letters_title_stands_two_lines_below_the_last_note(tmp_path: Path, count: int) -> None:
    """10.1: below the last element above it; the number is one too."""
    said = dict(list(SAID.items())[:count])
    it = article("<p>某地某事</p>", document_number="某环函〔2020〕7号", **said)
    with pdfplumber.open(press_official(it, ISSUE, tmp_path, THEME, tmp_path / "a.pdf")) as pdf:
        chars = pdf.pages[0].chars
    title = max(c["matrix"][5] for c in chars if round(c["size"]) == 22)
    above = min(c["matrix"][5] for c in chars if round(c["size"]) == 16 and c["matrix"][5] > title)
    assert above - title == pytest.approx(3 * PITCH, abs=3)
