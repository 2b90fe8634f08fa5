"""The editors' lists: read whole, every slip told by its line."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from plugins.proofing.lists import Body, Confusion, Former, Lists, read_lists


def written(tmp_path: Path, name: str, text: str) -> Lists:
    (tmp_path / name).write_text(text, encoding="utf-8")
    return read_lists(tmp_path)


def test_no_file_is_an_empty_list(tmp_path: Path) -> None:
    assert read_lists(tmp_path) == Lists()


def test_an_entry_with_everything(tmp_path: Path) -> None:
    text = '[[words]]\nwrong = "狙击战"\nright = "阻击战"\nsafe = true\nlevel = "warning"\nnot_when = ["狙击战术"]\nwithin = 3\n'
    lists = written(tmp_path, "易错词.toml", text)
    assert lists.findings == ()
    assert lists.confusions == (
        Confusion(
            wrong="狙击战", right="阻击战", safe=True, level="warning", not_when=("狙击战术",), within=3, line=1
        ),
    )  # fmt: skip


def test_a_body_with_its_former_names(tmp_path: Path) -> None:
    text = '[[bodies]]\nname = "省生态环境厅"\n[[bodies.former]]\nname = "省环境保护厅"\nuntil = 2018-11-08\n'
    former = Former(name="省环境保护厅", until=date(2018, 11, 8))
    assert written(tmp_path, "机构名.toml", text).bodies == (
        Body(name="省生态环境厅", former=(former,), line=1),
    )


@pytest.mark.parametrize(
    ("text", "line", "words"),
    [
        ('[[words]]\nright = "阻击战"\n', 1, "没有“wrong”"),
        ('[[words]]\nwrong = "甲"\nsafe = "是"\n', 3, "true 或 false"),
        ('[[words]]\nwrong = "甲"\nnot_when = "乙"\n', 3, "方括号"),
        ('[[words]]\nwrong = "甲"\nlevel = "严重"\n', 3, "warning"),
        ('[[words]]\nwrong = "甲"\nwithin = -1\n', 3, "数字"),
        ('[[words]]\nwrong = ""\n', 2, "不能空着"),
        ('[[words]]\nwrong = "甲"\nrigth = "乙"\n', 3, "是不是“right”"),
        ('[[word]]\nwrong = "甲"\n', 1, "是不是“words”"),
        ('words = "甲"\n', 1, "[[words]]"),
        ("[[words]]\nwrong = 甲\n", 2, "引号"),
    ],
)
def test_slips_are_told_by_line(tmp_path: Path, text: str, line: int, words: str) -> None:
    lists = written(tmp_path, "易错词.toml", text)
    assert lists.confusions == ()
    assert [(each.line, words in each.message) for each in lists.findings] == [(line, True)]
    assert lists.findings[0].path == "content/style/易错词.toml"


def test_the_projects_own_lists_are_in_order() -> None:
    assert read_lists(Path(__file__).parents[2] / "content/style").findings == ()
