"""Traditional to Simplified: the editors' list first, then the machine; terms never change."""

from __future__ import annotations

from pathlib import Path

import pytest

from plugins.hanzi.conversion import converter, names_table
from plugins.intake import nameslist
from plugins.intake.intakefault import IntakeFault
from tests.intake.desk import body, fields, one
from tests.intake.test_texts import PAGE

CONTENT = Path(__file__).resolve().parents[2] / "content"


def written(folder: Path, text: str) -> Path:
    (folder / "style").mkdir()
    (folder / nameslist.NAME).write_text(text, encoding="utf-8")
    return folder


def test_the_list_that_comes_with_the_project_is_read() -> None:
    kept, pairs = nameslist.read(CONTENT)
    assert "乾元" in kept
    assert ("随着", "隨著") in pairs


def test_no_list_is_an_empty_list(tmp_path: Path) -> None:
    assert nameslist.read(tmp_path) == ([], [])


@pytest.mark.parametrize(
    "text", ["keep = 1", "keep = [1]", "[[names]]\nsimplified='甲'", "names = [1]", "keep = ["]
)
def test_a_wrong_list_is_told(text: str, tmp_path: Path) -> None:
    with pytest.raises(IntakeFault, match="繁简名称"):
        nameslist.read(written(tmp_path, text))


def test_a_page_comes_out_simplified(tmp_path: Path) -> None:
    convert = converter("t2s", names_table(*nameslist.read(CONTENT)))
    page = PAGE.replace("會議強調", "隨著天氣轉冷,會議強調資訊與程式")
    taken = one(tmp_path, "頁.txt", page, convert)
    assert fields(taken)["标题"] == "岚江省召开冬季保供水会议暨防冻工作领导小组会议"
    assert fields(taken)["来源"] == "岚江省生态环境厅"
    assert body(taken)[1].startswith("随着天气转冷,会议强调资讯与程式")
    assert "李干杰" in taken.text
    assert not any("--简体" in each for each in taken.remarks)
