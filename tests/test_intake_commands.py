"""`inv 收稿`、`inv 送审`、`inv 回稿` as an editor types them."""

from __future__ import annotations

from pathlib import Path

import pytest
from docx import Document

from tests.office import Office

DRAFT = """\
镜湖清淤提前收尾

　　3月12日，镜湖清淤工程最后一艘绞吸船靠岸，比计划提前九天。
　　工程指挥部说，四个月里清出底泥六十一万立方米，全部运往堆场脱水。

（澄州市生态环境局供稿）
"""


@pytest.fixture
def office(tmp_path: Path) -> Office:
    made = Office(tmp_path / "office")
    made.desk.small("江水向东流去，岸线退后了十米。\n")
    return made


def draft(folder: Path, name: str = "来稿.txt") -> Path:
    file = folder / name
    file.write_bytes(DRAFT.encode("gb18030"))
    return file


def test_a_draft_becomes_held_copy_and_is_never_written_over(
    office: Office, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    before = office.files("content")
    answer = office.call(capsys, "receive", files=str(draft(tmp_path)), into="2020-03")
    assert answer.status == 0
    assert "标题：镜湖清淤提前收尾" in answer.words
    (name,) = office.files("content").keys() - before.keys()
    made = office.root / name
    text = made.read_text("utf-8")
    assert "标题: 镜湖清淤提前收尾\n" in text
    assert "公开: 否\n" in text
    assert "供稿: 澄州市生态环境局\n" in text
    made.write_text(text.replace("四个月", "五个月"), "utf-8")
    kept = made.read_bytes()
    office.call(capsys, "receive", files=str(draft(tmp_path)), into="2020-03")
    assert made.read_bytes() == kept


def test_pictures_beside_a_draft_are_told(
    office: Office, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    folder = tmp_path / "来稿"
    folder.mkdir()
    draft(folder)
    for name in ("图1.jpg", ".DS_Store", "~$来稿.docx"):
        (folder / name).write_bytes(b"x")
    answer = office.call(capsys, "receive", files=str(folder), into="2020-03")
    assert answer.status == 0
    assert "没有收：图1.jpg。" in answer.words
    assert "标题：镜湖清淤提前收尾" in answer.words


def test_a_trial_writes_no_manuscript(
    office: Office, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    before = office.files("content")
    answer = office.call(capsys, "receive", files=str(draft(tmp_path)), into="2020-03", trial=True)
    assert (answer.status, "试收" in answer.words) == (0, True)
    assert office.files("content") == before


def test_a_file_that_cannot_be_taken_in_is_told_and_the_others_are_taken(
    office: Office, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    (tmp_path / "坏.docx").write_bytes(b"PK\x03\x04 no zip")
    files = f"{draft(tmp_path)},{tmp_path / '坏.docx'}"
    answer = office.call(capsys, "receive", files=files, into="2020-03")
    assert answer.status == 1
    assert "坏.docx" in answer.words
    assert "镜湖清淤提前收尾" in answer.words


def test_an_issue_that_is_not_there_is_told(
    office: Office, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    answer = office.call(capsys, "receive", files=str(draft(tmp_path)), into="2020-09")
    assert (answer.status, "inv 建期 2020-09" in answer.words) == (1, True)


@pytest.mark.parametrize("command", ["take_back", "receive"])
def test_what_was_sent_comes_back_as_a_difference(
    office: Office, capsys: pytest.CaptureFixture[str], tmp_path: Path, command: str
) -> None:
    assert office.call(capsys, "send", article="2020-03/a", deadline="2020-03-06").status == 0
    document = Document(str(office.root / "dist/2020-03/送审/a.docx"))
    for run in (run for paragraph in document.paragraphs for run in paragraph.runs):
        run.text = run.text.replace("十米", "十二米")
    document.save(str(tmp_path / "核过.docx"))
    before = office.files("content")
    words = {"file": str(tmp_path / "核过.docx")}
    if command == "receive":
        words = {"files": words["file"], "into": "2020-03"}
    answer = office.call(capsys, command, **words)
    assert (answer.status, "十{+二+}米" in answer.words) == (0, True)
    assert office.files("content") == before
    changes = (office.root / "dist/2020-03/回稿/a.patch").read_text("utf-8")
    assert "+江水向东流去，岸线退后了十二米。" in changes


def test_what_came_back_is_written_when_asked(
    office: Office, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    office.call(capsys, "send", article="2020-03/a")
    file = str(office.root / "dist/2020-03/送审/a.docx")
    before = office.files("content")
    assert "没有改动" in office.call(capsys, "take_back", file=file, fix=True).words
    assert office.files("content") == before


def test_held_copy_is_not_sent(office: Office, capsys: pytest.CaptureFixture[str]) -> None:
    office.desk.article("2020-03/held")
    answer = office.call(capsys, "send", article="2020-03/held.md")
    assert (answer.status, "“held”是备稿" in answer.words) == (1, True)


def test_a_word_that_is_missing_is_asked_for_in_chinese(office: Office) -> None:
    answer = office.invoke("收稿")
    assert answer.status == 1
    assert answer.words.startswith("inv 收稿 还要写明：来稿")


def test_a_file_that_knows_its_article_may_be_written_anew(
    office: Office, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    office.call(capsys, "send", article="2020-03/a")
    document = Document(str(office.root / "dist/2020-03/送审/a.docx"))
    for run in (run for paragraph in document.paragraphs for run in paragraph.runs):
        run.text = run.text.replace("江水向东流去，岸线退后了十米。", "渡口修好了，船又通了。")
    document.save(str(tmp_path / "改写.docx"))
    answer = office.call(capsys, "take_back", file=str(tmp_path / "改写.docx"))
    assert (answer.status, "渡口修好了" in answer.words) == (0, True)


def test_another_article_that_comes_back_is_not_compared(
    office: Office, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    document = Document()
    for words in ("镜湖清淤", "镜湖清淤工程最后一艘绞吸船靠岸，比计划提前九天。"):
        document.add_paragraph(words)
    document.save(str(tmp_path / "别的.docx"))
    answer = office.call(
        capsys, "take_back", file=str(tmp_path / "别的.docx"), article="2020-03/a", fix=True
    )
    assert (answer.status, "像是另一篇" in answer.words) == (1, True)


def test_a_deadline_that_is_no_day_is_told(
    office: Office, capsys: pytest.CaptureFixture[str]
) -> None:
    answer = office.call(capsys, "send", article="2020-03/a", deadline="明天")
    assert (answer.status, "“明天”不是日期" in answer.words) == (1, True)
