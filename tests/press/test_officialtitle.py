"""Titles of policy texts in lines (GB/T 9704-2012, 7.3.1)."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plugins.press.official.officialtitle import Piece, em_width, pieces, title_lines

MEASURE = 20


def lines(marked: str, body: str = "") -> tuple[str, ...]:
    return title_lines(pieces(marked.replace("|", "\u200b").replace("/", "\u3000"), body), MEASURE)


@pytest.mark.parametrize(
    ("text", "width"), [("", 0), ("通知", 2), ("2020年", 3), ("A4纸（样式）", 6)]
)
def test_half_width_characters_count_a_half(text: str, width: float) -> None:
    assert em_width(text) == width


def test_pieces_know_the_editors_breaks_and_the_good_one_after_the_issuing_body() -> None:
    found = pieces("某市\u200b环境局\u200b关于\u3000开展工作", "某市环境局")
    assert found == (
        Piece("某市"),
        Piece("环境局", asked=False, good=True),
        Piece("关于", asked=True, good=True),
        Piece("开展工作", asked=True, good=True),
    )


def test_a_title_that_fits_stays_one_line() -> None:
    assert lines("关于|报送/材料|的通知") == ("关于报送材料的通知",)


def test_words_stay_whole_and_lines_are_alike() -> None:
    found = lines("某某省|生态环境厅|关于|做好|春季|森林|防火|和|秸秆|禁烧|工作|的通知")
    assert found == ("某某省生态环境厅关于做好", "春季森林防火和秸秆禁烧工作的通知")


def test_the_editors_break_wins_over_balance() -> None:
    marked = "某省|生态环境厅|关于|加强|生态|保护/修复|项目|环境|监管|工作|的通知"
    assert lines(marked) == ("某省生态环境厅关于加强生态保护", "修复项目环境监管工作的通知")


def test_the_issuing_body_is_a_good_first_line_of_three() -> None:
    marked = "岚江省|生态环境厅|关于|做好|固定|污染源|排污|许可/清理|整顿|和|发证|登记|工作|的通知"
    assert lines(marked, "岚江省生态环境厅") == (
        "岚江省生态环境厅",
        "关于做好固定污染源排污许可",
        "清理整顿和发证登记工作的通知",
    )


def test_no_hourglass() -> None:
    widths = [len(line) for line in lines("|".join(["某某某某某"] * 9))]
    assert len(widths) == 3
    assert widths[1] >= min(widths[0], widths[2])


def test_a_word_longer_than_the_measure_is_left_whole() -> None:
    word = "某" * 25
    assert word in lines(f"关于|{word}|的通知")


@given(st.lists(st.text("天地人和2A", min_size=1, max_size=7), min_size=1, max_size=14))
def test_nothing_is_lost_and_no_line_is_wider_than_the_measure(words: list[str]) -> None:
    found = title_lines(pieces("\u200b".join(words)), MEASURE)
    assert "".join(found) == "".join(words)
    assert all(em_width(line) <= MEASURE for line in found)
