from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from plugins.issue.toml import TomlFile

SHOWN = "content/2020-03/issue.toml"
Write = Callable[[str | bytes], TomlFile]


@pytest.fixture
def write(tmp_path: Path) -> Write:
    def made(text: str | bytes) -> TomlFile:
        file = tmp_path / "issue.toml"
        file.write_bytes(text if isinstance(text, bytes) else text.encode())
        return TomlFile(file, SHOWN)

    return made


@pytest.mark.parametrize(
    ("text", "line", "words", "advice"),
    [
        ("number = 3\nname = “甲”\n", 2, "name = “甲”", "英文引号"),
        ("number = 3\nname = 甲\n", 2, "name = 甲", "英文引号"),
        ("number = 3\n期号 = 3\n", 2, "期号 = 3", "英文字母"),
        ("number 3\n", 1, "number 3", "等号"),
        ("number：3\n", 1, "number：3", "等号"),
        ("lines = [\n  “甲”,\n]\n", 2, "“甲”,", "英文引号"),
        ("lines = [1，2]\n", 1, "lines = [1，2]", "方括号"),
        ("a = 1\nlines = [1,\n", 3, "写到末尾", "方括号"),
        ('a = 1\nname = "甲\nb = 2\n', 2, 'name = "甲', "引号没有配对"),
        ("published = 2020-02-30\n", 1, "published = 2020-02-30", "这一天"),
        ("published = 2020-3-20\n", 1, "published = 2020-3-20", "2020-03-20"),
        ("published = 2020年3月20日\n", 1, "published = 2020年3月20日", "2020-03-20"),
        ("a = 1\na = 2\n", 2, "a = 2", "写了两次"),
        ("[cover]\n[cover]\n", 2, "[cover]", "写了两次"),
        ("[封面]\n", 1, "[封面]", "英文"),
        ("[cover\n", 1, "[cover", "方括号"),
        ('image = "photos\\cover.jpg"\n', 1, 'image = "photos\\cover.jpg"', "“/”"),
        ("cover = {\n", 1, "cover = {", ""),
        ("a = 3 4\n", 1, "a = 3 4", "一行"),
    ],
)
def test_syntax(write: Write, text: str, line: int, words: str, advice: str) -> None:
    file = write(text)
    (finding,) = file.findings
    assert file.data == {}
    assert (finding.path, finding.line, finding.code) == (SHOWN, line, "I201")
    assert words in finding.message
    assert advice in finding.message


def test_no_file_is_an_empty_one(tmp_path: Path) -> None:
    file = TomlFile(tmp_path / "none.toml", SHOWN)
    assert (file.data, file.text, file.findings) == ({}, "", [])


def test_no_text(write: Write) -> None:
    (finding,) = write(b"PK\x03\x04\x00").findings
    assert finding.code == "I201"
    assert "UTF-8" in finding.message


@pytest.mark.parametrize("encoding", ["utf-8-sig", "gb18030", "utf-16"])
def test_whatever_it_was_saved_in(write: Write, encoding: str) -> None:
    assert write('name = "生态环境"\r\n'.encode(encoding)).data == {"name": "生态环境"}


@pytest.mark.parametrize(
    ("text", "options", "place"),
    [
        ("a = 1\nb = 2\n", {"words": "2"}, (2, 5)),
        ("a = 1\nb = 2\n", {}, (1, 1)),
        ("a = 1\nb = 2\n", {"from_line": 2}, (2, 1)),
        ("a = 1\nb = 1\n", {"words": "1", "from_line": 2}, (2, 5)),
        ("a = [1, 1]\n", {"words": "1", "nth": 2}, (1, 9)),
        ("a = 1\nb = 2\n", {"words": "无", "from_line": 2}, (2, 1)),
    ],
)
def test_place(write: Write, text: str, options: dict[str, Any], place: tuple[int, int]) -> None:
    file = write(text)
    file.add("I204", "甲", **options)
    assert (file.findings[0].line, file.findings[0].column) == place


@pytest.mark.parametrize(
    ("text", "key", "line"),
    [
        ("whole_number = 1\nnumber = 2\n", "number", 2),
        ("# number\n\nnumber = 2\n", "number", 3),
        ("[cover]\n\n  image = 1\n", "image", 3),
        ("a = 1\n[[pages]]\n", "pages", 2),
        ('"name" = 1\n', "name", 1),
    ],
)
def test_line_of_a_key(write: Write, text: str, key: str, line: int) -> None:
    file = write(text)
    file.add_key("I204", "甲", key)
    assert file.findings[0].line == line


def test_unknown_keys_are_named_with_a_guess_and_the_known_ones(write: Write) -> None:
    file = write("a = 1\n\nnumbr = 3\n")
    file.unknown(file.data, ("a", "number"), "I202")
    (finding,) = file.findings
    assert (finding.line, finding.code, finding.level) == (3, "I202", "error")
    assert finding.message == "“numbr”不是这里可用的键。是不是“number”？可用的有：a、number"


def test_rows_know_their_lines(write: Write) -> None:
    file = write("a = 1\n\n[[rows]]\n[[ rows ]]\n")
    assert [file.row_line("rows", place) for place in (0, 1, 2)] == [3, 4, 1]


@pytest.mark.parametrize("text", ["rows = 3\n", "[rows]\n", "rows = [1]\n"])
def test_rows_that_are_no_tables(write: Write, text: str) -> None:
    file = write(text)
    assert list(file.tables("rows", "I206")) == []
    assert "[[rows]]" in file.findings[0].message
