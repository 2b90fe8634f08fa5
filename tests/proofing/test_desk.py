"""The desk: issues read, certain mends written so that nothing else of the file changes."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plugins.article.decode import decode
from plugins.proofing import __main__ as command
from plugins.proofing.desk import as_before, mends
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


def test_the_command_and_a_file_that_is_no_text(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "a.md"
    file.write_bytes(b"\x00\x01\x02")
    assert command.main(["--github", str(file)]) == 1
    assert "P004" in capsys.readouterr().out
