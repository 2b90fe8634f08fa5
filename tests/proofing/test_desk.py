"""The desk: issues read, certain mends written so that nothing else of the file changes."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plugins.article.decode import decode
from plugins.article.finding import ManuscriptError
from plugins.proofing import __main__ as command
from plugins.proofing.desk import as_before, mends, proofread, proofread_one
from tests.desk import Desk
from tests.proofing.office import read

WRONG = "江水东流,岸线后退了。\n"


def test_a_safe_mend_and_its_patch(desk: Desk) -> None:
    desk.small(WRONG)
    ((file, data, patch),) = mends(read(desk), desk.content)
    assert file == desk.content / "2020-03/a.md"
    assert data == file.read_bytes().replace(b",", "，".encode())
    assert "-江水东流,岸线后退了。\n+江水东流，岸线后退了。\n" in patch


def test_nothing_to_mend_is_nothing_written(desk: Desk) -> None:
    desk.small("江水东流，岸线后退了。\n")
    assert list(mends(read(desk), desk.content)) == []


def test_errors_are_what_must_not_be_printed(desk: Desk) -> None:
    desk.small(WRONG)
    assert [each.code for each in read(desk).errors] == ["P101"]


def test_a_list_that_is_written_wrong_is_told(desk: Desk) -> None:
    desk.write("style/易错词.toml", "[[words]]\nwrong = 1\n")
    desk.small()
    assert "P001" in [each.code for each in read(desk).remarks]


def test_held_copy_is_read_beside_the_issue_and_stops_nothing(desk: Desk) -> None:
    desk.small("江水东流。\n")
    desk.article("2020-03/held", WRONG)
    issue = desk.archive().issues[0]
    made = proofread(issue, desk.content, with_held=True)
    assert made.errors == ()
    assert [each.path for each in made.held_remarks] == ["content/2020-03/held.md"]
    assert [each.path for each in made.held] == ["content/2020-03/held.md"]
    assert [file.name for file, _, _ in mends(made, desk.content)] == ["held.md"]
    assert "content/2020-03/held.md" in made.sources
    assert proofread(issue, desk.content).held_remarks == ()


@pytest.mark.parametrize("stem", ["a", "held"])
def test_one_manuscript_is_read_alone(desk: Desk, stem: str) -> None:
    desk.small(WRONG)
    desk.article("2020-03/held", WRONG)
    made = proofread_one(desk.archive().issues[0], desk.content, stem)
    assert [(each.path, each.code) for each in made.remarks] == [
        (f"content/2020-03/{stem}.md", "P101")
    ]
    assert [each.stem for each in made.bundle.articles] == (["a"] if stem == "a" else [])


def test_a_manuscript_that_is_not_there_is_told_with_a_guess(desk: Desk) -> None:
    desk.small()
    desk.article("2020-03/held", WRONG)
    with pytest.raises(ManuscriptError) as told:
        proofread_one(desk.archive().issues[0], desk.content, "helt")
    (finding,) = told.value.findings
    assert finding.code == "P005"
    assert "是不是 held" in finding.message


ENCODINGS = st.sampled_from(["utf-8", "utf-8-sig", "gb18030", "utf-16"])


@given(
    st.text(alphabet="江水东流，,a ", min_size=4, max_size=30),
    ENCODINGS,
    st.sampled_from(["\n", "\r\n", "\r"]),
)
def test_encoding_mark_and_line_ends_stay(text: str, encoding: str, end: str) -> None:
    whole = f"江水{text}\n东流{text}\n"
    data = whole.replace("\n", end).encode(encoding)
    assert as_before(data, decode(data)) == data
    assert decode(as_before(data, decode(data).replace(",", "，"))) == whole.replace(",", "，")


def test_the_command_for_hooks(desk: Desk, capsys: pytest.CaptureFixture[str]) -> None:
    desk.small(WRONG)
    file = desk.content / "2020-03/a.md"
    assert command.main([str(file)]) == 1
    assert "P101" in capsys.readouterr().out
    assert command.main(["--改", str(file)]) == 1
    assert "+江水东流，岸线后退了。" in capsys.readouterr().err
    assert command.main([str(file)]) == 0
    assert capsys.readouterr().out == ""


def test_the_command_knows_when_the_issue_came_out(
    desk: Desk, capsys: pytest.CaptureFixture[str]
) -> None:
    desk.write("style/提法.toml", '[[terms]]\nwrong = "甲"\nright = "乙"\nsince = 2021-01-01\n')
    desk.small("甲水东流。\n")
    file = desk.content / "2020-03/a.md"
    command.main([str(file)])
    assert "甲" not in capsys.readouterr().out
    (file.parent / "issue.toml").unlink()
    command.main([str(file)])
    assert "甲" in capsys.readouterr().out


def test_the_command_and_a_file_that_is_no_text(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "a.md"
    file.write_bytes(b"\x00\x01\x02")
    assert command.main(["--github", str(file)]) == 1
    assert "P004" in capsys.readouterr().out
