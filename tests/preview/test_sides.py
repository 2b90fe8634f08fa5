"""Both sides with residents that do as they are told: what stands on the board after each burst."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import Any

from plugins.article.finding import Finding
from plugins.preview.board import Board
from plugins.preview.housing import Lost
from plugins.preview.pressside import PressSide
from plugins.preview.presswork import Leaf, Printed, SetPages
from plugins.preview.siteside import SiteSide
from plugins.preview.sitework import Build, Hand, Made
from plugins.preview.watching import Burst
from tests.preview.fakes import Resident

NOON = datetime(2020, 3, 20, 12, 0, 0)
SAVED = Burst(("content/2020-03/a.md",), True, False, False, frozenset({"2020-03"}), False)
SHARED = Burst(("content/publication.toml",), True, False, False, None, True)
OWN = Burst(("theme/preview/bar.js",), False, False, False, frozenset(), False)
WRONG = Finding("content/2020-03/a.md", 2, 1, "A102", "error", "不是稿件信息")
PRINTED = Printed(Path("1.pdf"), (Leaf(0, "封面", "recto", (), "v"),), (794, 1123))


def site(*replies: Any) -> tuple[Board, Resident, SiteSide, list[str]]:
    board, resident, lines = Board("r"), Resident(*replies), list[str]()
    return board, resident, SiteSide(board, resident, lambda: NOON, lines.append), lines


def test_a_good_burst() -> None:
    board, resident, side, lines = site(Made(True, written=frozenset({"2020-03/a.html"})))
    before = board.mark
    assert side.answer([SAVED])
    assert resident.asked == [Build(False)]
    assert (board.now.state, board.now.at) == ("fine", "12:00:00")
    assert board.has_changed("2020-03/a.html", before)
    assert lines == ["12:00:00  content/2020-03/a.md：网站已更新，写了 1 个文件（0.0 秒）"]


def test_a_shared_file_is_told_to_the_resident() -> None:
    _, resident, side, _ = site(Made(True))
    side.answer([SAVED, SHARED])
    assert resident.asked == [Build(True)]


def test_broken_input_keeps_the_last_good_page_and_is_mended() -> None:
    board, _, side, lines = site(Made(True), Made(False, (WRONG,)), Made(True))
    side.answer([SAVED])
    mark = board.mark
    assert not side.answer([SAVED])
    assert (board.now.state, board.now.findings, board.now.at) == ("faulty", (WRONG,), "12:00:00")
    assert not board.has_changed("2020-03/a.html", mark)
    assert "有 1 处错误，页面没有变" in lines[1]
    assert "A102" in lines[2]
    side.answer([SAVED])
    assert (board.now.state, board.now.findings) == ("fine", ())


def test_one_broken_issue_and_the_others_made() -> None:
    board, _, side, _ = site(Made(True, (WRONG,), frozenset({"2020-02/b.html"})))
    mark = board.mark
    assert side.answer([SAVED])
    assert board.now.state == "faulty"
    assert board.has_changed("2020-02/b.html", mark)


def test_a_bug_is_told_and_asked_once() -> None:
    board, resident, side, _ = site(Lost("KeyError: 'x'", is_bug=True))
    assert not side.answer([SAVED])
    assert (board.now.state, board.now.fault) == ("crashed", "KeyError: 'x'")
    assert len(resident.asked) == 1


def test_a_resident_that_died_is_asked_once_more() -> None:
    board, resident, side, _ = site(Lost("意外结束"), Made(True))
    assert side.answer([SAVED])
    assert board.now.state == "fine"
    assert len(resident.asked) == 2


def test_the_previews_own_files_need_no_build() -> None:
    board, resident, side, _ = site()
    mark = board.mark
    side.answer([OWN])
    assert resident.asked == []
    assert board.has_changed("anything.html", mark)


def paper(*replies: Any, hands: int = 9) -> tuple[Board, Resident, Resident, PressSide, list[str]]:
    board, lines = Board("r"), list[str]()
    site_resident, press = Resident(*[b"issue"] * hands), Resident(*replies)
    return (
        board,
        site_resident,
        press,
        PressSide(board, site_resident, press, lambda: NOON, lines.append),
        lines,
    )


def test_pages_are_set_when_somebody_looks_and_not_before_the_site_was_made() -> None:
    board, hands, press, side, lines = paper(PRINTED)
    with board.watched("2020-03"):
        assert side.due() == ""
        side.settle()
        assert side.due() == "2020-03"
        side.set("2020-03")
        assert side.due() == ""
    assert hands.asked == [Hand("2020-03")]
    assert press.asked == [SetPages("2020-03", b"issue")]
    state = board.now.press["2020-03"]
    assert (state.state, state.at, state.printed) == ("fine", "12:00:00", PRINTED)
    assert lines == ["12:00:00  2020-03 的版面已更新，1 页（0.0 秒）"]


def test_nobody_looks_nothing_is_set() -> None:
    _, _, _, side, _ = paper()
    side.settle()
    assert side.due() == ""


def test_only_a_save_in_the_issue_puts_its_pages_out_of_date() -> None:
    board, _, _, side, _ = paper(PRINTED)
    with board.watched("2020-02"):
        side.settle()
        side.set("2020-02")
        side.owe([SAVED, OWN])
        side.settle()
        assert side.due() == ""
        side.owe([SHARED])
        assert side.due() == ""
        side.settle()
        assert side.due() == "2020-02"


def test_a_save_that_could_not_be_built_is_owed() -> None:
    board, _, _, side, _ = paper(PRINTED)
    with board.watched("2020-03"):
        side.settle()
        side.set("2020-03")
        side.owe([SAVED])
        side.owe([OWN])
        side.settle()
        assert side.due() == "2020-03"


def during(press: Resident, act: Callable[[], None]) -> None:
    press.meanwhile = act


def test_a_newer_save_breaks_off_an_older_run_of_the_same_issue_only() -> None:
    board, _, press, side, lines = paper(None, PRINTED)

    def newer() -> None:
        side.owe([SAVED])
        side.settle()

    with board.watched("2020-03"):
        side.settle()
        during(press, newer)
        side.set("2020-03")
        assert press.is_broken_off
        assert side.due() == "2020-03"
        assert lines == []
    press.is_broken_off = False
    with board.watched("2020-02"):
        side.set("2020-02")
    assert not press.is_broken_off


def test_a_fault_of_the_press_keeps_the_last_good_pages_and_waits_for_a_save() -> None:
    board, _, _, side, lines = paper(
        PRINTED, Printed(None, findings=(WRONG,)), Lost("KeyError", is_bug=True)
    )
    with board.watched("2020-03"):
        side.settle()
        side.set("2020-03")
        for state in ("faulty", "crashed"):
            side.owe([SAVED])
            side.settle()
            side.set("2020-03")
            assert board.now.press["2020-03"].state == state
            assert board.now.press["2020-03"].printed == PRINTED
            assert side.due() == ""
    assert "有 1 处错误" in lines[1]


def test_an_issue_that_is_not_there() -> None:
    board, hands, press, side, _ = paper()
    hands.replies = [None]
    side.settle()
    side.set("2020-09")
    assert board.now.press["2020-09"].state == "faulty"
    assert press.asked == []
