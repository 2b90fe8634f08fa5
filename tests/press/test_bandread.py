"""Bands: which headings part a page. Columns are 100 pt wide, the body is 10 pt on 16 pt."""

from __future__ import annotations

import pytest

from plugins.press.quality.bandread import band, boundaries
from plugins.press.quality.columnread import columns
from plugins.press.quality.lineread import Line
from tests.press.handset import EM, FULL, LAYOUT, page, row

BODY = (row(FULL, 0), row(FULL, 9, x=170))


def line(text: str, number: float, x: float = 50, size: float = EM) -> Line:
    chars = row(text, number, x, size)
    return Line(1, chars[0].baseline, chars)


def bounds(*headings: Line) -> list[float]:
    body = [Line(1, chars[0].baseline, chars) for chars in BODY]
    return [(each - 100) / 16 for each in boundaries(body, headings, EM, 100)]


def test_a_large_or_a_wide_line_parts_the_page() -> None:
    assert bounds(line("题", 3, size=15)) == [3]
    assert bounds(line("一二三四五六七八九十甲", 3)) == [3]


def test_a_subhead_in_one_column_does_not() -> None:
    assert bounds(line("小标题", 3, size=14.9)) == []
    assert bounds(line("一二三四五六七八九十", 3)) == []


def test_all_lines_of_a_heading_go_together() -> None:
    assert bounds(line("引题", 2), line("标题", 3, size=16), line("副题", 4)) == [2, 3, 4]
    assert bounds(line("注", 1.4), line("标题", 4, size=16), line("注", 5.6)) == [4]


@pytest.mark.parametrize(("number", "clear"), [(0.8, False), (1, True), (8.3, True), (8.6, False)])
def test_no_body_line_may_reach_into_its_height(number: float, clear: bool) -> None:
    assert bool(bounds(line("题", number, size=16))) is clear


def test_lines_are_counted_into_bands_from_the_top() -> None:
    assert [band((10.0, 20.0), place) for place in (5, 10, 15, 20, 25)] == [0, 1, 1, 2, 2]


def test_an_opening_mark_may_hang_out_of_its_column_and_nothing_else() -> None:
    assert len(columns([page(row("“江河", 0, x=45))], LAYOUT).lines) == 1
    assert len(columns([page(row("“江河", 0, x=43))], LAYOUT).lines) == 0
    assert len(columns([page(row("江河", 0, x=45))], LAYOUT).lines) == 0
    assert len(columns([page(row("江河", 0, x=49.6))], LAYOUT).lines) == 1


def test_lines_too_deep_in_the_column_are_loose() -> None:
    assert len(columns([page(row("江河", 0, x=92))], LAYOUT).lines) == 1
    assert len(columns([page(row("江河", 0, x=92.1))], LAYOUT).lines) == 0


def test_from_one_em_on_a_line_is_indented() -> None:
    for x, first in ((59, False), (60, True)):
        read = columns([page(row(FULL, 0), row("江河", 1, x=x))], LAYOUT)
        assert read.lines[1].is_first is first


def test_a_line_a_little_too_long_is_measured_against_its_own_edge() -> None:
    wide = type(LAYOUT)(EM, 16, {1: {50.0: (150.0, 250.0)}})
    for gap, right in ((0.05, 150), (0.06, 250)):
        read = columns([page(row(FULL, 0, gap=gap))], wide)
        assert read.lines[0].right == right
