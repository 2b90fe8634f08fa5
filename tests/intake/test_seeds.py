"""Extras: real manuscripts, where this machine has them beside the project; nothing of them is in it."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.intake.desk import body, fields, guess, take

SEEDS = Path(__file__).resolve().parents[3] / "shared" / "seeds"


def seed(number: str) -> bytes:
    found = sorted(SEEDS.glob(f"{number}_*.txt"))
    if not found:
        pytest.skip("the seeds are not on this machine")
    return found[0].read_bytes()


def test_a_hard_wrapped_notice(tmp_path: Path) -> None:
    (taken,) = take(tmp_path, "000.txt", seed("000"))
    told = fields(taken)
    assert told["体裁"] == "公文"
    assert told["标题"].endswith("充分发挥作用的通知")
    assert told["主送"].startswith("各省")
    assert told["主送"].endswith("直属单位")
    assert told["发文机关"].endswith("党组")
    assert told["成文日期"] == "2020年2月1日"
    assert len(body(taken)) == 10
    assert [each[:4] for each in body(taken) if each.startswith("#")] == [
        "## 一",
        "## 二",
        "## 三",
        "## 四",
    ]


def test_a_traditional_page(tmp_path: Path) -> None:
    (taken,) = take(tmp_path, "001.txt", seed("001"))
    told = fields(taken)
    assert (told["日期"], told["来源"]) == ("2020-03-23", "生態環境部")
    assert told["标题"].startswith("生態環境部召開")
    assert len(body(taken)) == 10
    assert not any(word in taken.text for word in ("首頁", "ICP", "列印", "電腦版", "手機版"))


def test_three_drafts(tmp_path: Path) -> None:
    taken = take(tmp_path, "003.txt", seed("003"))
    assert [len(body(each)) for each in taken] == [4, 6, 18]
    assert not any("　" in each.text for each in taken)
    assert sum(each.startswith("## ") for each in body(taken[2])) == 7


def test_a_torn_notice(tmp_path: Path) -> None:
    (taken,) = take(tmp_path, "004.txt", seed("004"))
    told = fields(taken)
    assert told["发文字号"].endswith("〔2020〕260号")
    assert told["公开属性"] == "主动公开"
    assert told["主送"] == "各市生态环境局"
    assert told["成文日期"] == "2020年2月25日"
    assert told["发文机关"].endswith("生态环境厅")
    assert len(guess(taken, "连接断句")) == 6
    headings = [each for each in body(taken) if each.startswith("#")]
    assert len(headings) == 9
    assert all(each.startswith("## ") and "*" not in each for each in headings)
    assert not any(each.startswith("---") for each in body(taken))
