"""`inv 校对`、`inv 差异` and the gates of `inv 付印` and `inv 发布`, as an editor meets them."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.desk import PUBLICATION
from tests.office import Office

WRONG = "江水东流,岸线后退了。\n"
GATE = '\n[review]\nstages = ["初审", "终审"]\n'


@pytest.fixture
def office(tmp_path: Path) -> Office:
    made = Office(tmp_path / "office")
    made.desk.small(WRONG)
    return made


def test_an_error_is_told_with_its_place_and_the_status_is_one(
    office: Office, capsys: pytest.CaptureFixture[str]
) -> None:
    before = office.files("content")
    answer = office.call(capsys, "proofread", issue="2020-03")
    assert answer.status == 1
    assert "content/2020-03/a.md:6:5  P101" in answer.words
    assert "GB/T 15834—2011" in answer.words
    assert office.files("content") == before


def test_certain_mends_are_written_once_and_shown(
    office: Office, capsys: pytest.CaptureFixture[str]
) -> None:
    answer = office.call(capsys, "proofread", issue="2020-03", fix=True)
    assert answer.status == 0
    assert "-江水东流,岸线后退了。\n+江水东流，岸线后退了。" in answer.words
    after = office.files("content")
    again = office.call(capsys, "proofread", issue="最新", fix=True)
    assert (again.status, again.words) == (0, "校对完，没有发现问题。\n")
    assert office.files("content") == after


def test_held_copy_is_told_apart_and_one_file_can_be_asked_for(
    office: Office, capsys: pytest.CaptureFixture[str]
) -> None:
    office.desk.small("江水东流。\n")
    office.desk.article("2020-03/held", WRONG)
    whole = office.call(capsys, "proofread", issue="2020-03")
    assert whole.status == 0
    assert whole.words.startswith("校对完，没有发现问题。\n\n备稿 1 篇")
    one = office.call(capsys, "proofread", issue="2020-03/held")
    assert (one.status, "P101" in one.words) == (1, True)
    sheet = office.call(capsys, "proofread", issue="2020-03/held", proofs=True)
    assert "先排进 issue.toml" in sheet.words
    none = office.call(capsys, "proofread", issue="2020-03/hold.md")
    assert (none.status, "P005" in none.words, "是不是 held" in none.words) == (1, True, True)


def test_programs_get_json_and_annotations(
    office: Office, capsys: pytest.CaptureFixture[str]
) -> None:
    told = json.loads(office.call(capsys, "proofread", issue="2020-03", json=True).words)
    assert (told["issue"], told["counts"]["error"]) == ("2020-03", 1)
    words = office.call(capsys, "proofread", issue="2020-03", github=True).words
    assert words.startswith("::error file=content/2020-03/a.md,line=6,col=5,")


@pytest.mark.press
def test_the_sheet_is_a_page_and_a_pdf(office: Office, capsys: pytest.CaptureFixture[str]) -> None:
    office.call(capsys, "proofread", issue="2020-03", proofs=True)
    folder = office.root / "dist/2020-03"
    assert "<del>,</del><ins>，</ins>" in (folder / "校样.html").read_text("utf-8")
    assert (folder / "校样.pdf").read_bytes().startswith(b"%PDF")
    office.call(capsys, "proofread", issue="2020-03/a", proofs=True)
    assert (folder / "校样-a.pdf").exists()


@pytest.mark.parametrize(("command", "words"), [("press", {"issue": "2020-03"}), ("publish", {})])
def test_errors_stop_the_press_and_the_site_and_leave_what_was_there(
    office: Office, capsys: pytest.CaptureFixture[str], command: str, words: dict[str, str]
) -> None:
    before = office.last_good_output()
    answer = office.call(capsys, command, **words)
    assert answer.status == 1
    assert "P101" in answer.words
    assert "急着出，加 --照付" in answer.words
    assert office.files("output", "dist", "content") == before


@pytest.mark.parametrize(("command", "words"), [("press", {"issue": "2020-03"}), ("publish", {})])
def test_an_unsigned_article_stops_them_when_the_gate_is_on(
    office: Office, capsys: pytest.CaptureFixture[str], command: str, words: dict[str, str]
) -> None:
    office.desk.write("publication.toml", PUBLICATION + GATE)
    office.desk.small("江水东流。\n", 初审="王某 2020-03-02")
    before = office.last_good_output()
    answer = office.call(capsys, command, **words)
    assert (answer.status, "P411" in answer.words) == (1, True)
    assert office.files("output", "dist", "content") == before


def test_the_gate_opens_when_all_have_signed(
    office: Office, capsys: pytest.CaptureFixture[str]
) -> None:
    office.desk.write("publication.toml", PUBLICATION + GATE)
    office.desk.small("江水东流。\n", 初审="王某 2020-03-02", 终审="李某 2020-03-05")
    assert office.call(capsys, "proofread", issue="2020-03").status == 0


def test_what_changed_since_a_proof_is_a_page(
    office: Office, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    first = tmp_path / "一校"
    first.mkdir()
    for file in (office.desk.content / "2020-03").iterdir():
        (first / file.name).write_bytes(file.read_bytes())
    office.desk.small("江水东流，岸线后退十米了。\n")
    answer = office.call(capsys, "difference", issue="2020-03", since=str(first))
    assert (answer.status, answer.words) == (0, "1 个文件有改动：dist/2020-03/改动对照.html\n")
    page = (office.root / "dist/2020-03/改动对照.html").read_text("utf-8")
    assert "十米" in page
    lost = office.call(capsys, "difference", issue="2020-03", since="三校")
    assert (lost.status, "P003" in lost.words) == (1, True)
