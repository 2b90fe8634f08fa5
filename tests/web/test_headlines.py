"""What is remembered of headlines: everything, by every process, until it is pruned."""

from __future__ import annotations

from pathlib import Path

import pytest

from plugins.web import headlines
from plugins.web.headlines import Headlines


@pytest.fixture(autouse=True)
def marked(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Marks nothing, and tells which headlines it was asked to mark."""
    asked: list[str] = []

    def mark(headline: str, cut: object) -> str:
        asked.append(headline)
        return headline

    monkeypatch.setattr(headlines, "mark_words", mark)
    return asked


def test_a_build_that_asks_for_one_does_not_forget_the_others(
    tmp_path: Path, marked: list[str]
) -> None:
    for each in ("山", "水", "人"):
        one = Headlines(tmp_path)
        one.marked(each)
        one.keep()
    last = Headlines(tmp_path)
    assert [last.marked(each) for each in ("山", "水", "人")] == ["山", "水", "人"]
    assert marked == ["山", "水", "人"]


def test_two_processes_keep_what_both_found(tmp_path: Path, marked: list[str]) -> None:
    one, other = Headlines(tmp_path), Headlines(tmp_path)
    one.marked("山")
    other.marked("水\n“\u2028”")
    one.keep()
    other.keep()
    last = Headlines(tmp_path)
    assert [last.marked("山"), last.marked("水\n“\u2028”")] == ["山", "水\n“\u2028”"]
    assert len(marked) == 2


@pytest.mark.parametrize("cut", range(1, 30))
def test_a_killed_process_leaves_at_most_half_a_line(
    tmp_path: Path, marked: list[str], cut: int
) -> None:
    one = Headlines(tmp_path)
    one.marked("一江清水")
    one.keep()
    (file,) = (tmp_path / "headlines").iterdir()
    file.write_bytes(file.read_bytes()[:-cut])
    other = Headlines(tmp_path)
    other.marked("两岸人家")
    other.keep()
    last = Headlines(tmp_path)
    assert [last.marked(each) for each in ("一江清水", "两岸人家")] == ["一江清水", "两岸人家"]
    assert marked.count("两岸人家") == 1


def test_nothing_new_nothing_written(tmp_path: Path) -> None:
    one = Headlines(tmp_path)
    one.keep()
    assert list(tmp_path.iterdir()) == []


def test_pruned_is_what_nobody_asks_for(tmp_path: Path, marked: list[str]) -> None:
    one = Headlines(tmp_path)
    for each in ("山", "水", "人"):
        one.marked(each)
    one.keep()
    assert Headlines(tmp_path).prune(["水", "火"]) == 2
    last = Headlines(tmp_path)
    assert [last.marked("水"), last.marked("山")] == ["水", "山"]
    assert marked == ["山", "水", "人", "山"]


def test_other_names_are_remembered_apart(tmp_path: Path, marked: list[str]) -> None:
    one = Headlines(tmp_path, ("清江环境",))
    one.marked("山")
    one.keep()
    Headlines(tmp_path, ("别的",)).marked("山")
    assert marked == ["山", "山"]
