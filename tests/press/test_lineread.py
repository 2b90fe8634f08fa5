"""Characters → lines → columns and paragraphs, and how the body is set."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plugins.press.quality.columnread import columns
from plugins.press.quality.layoutread import Edges, Layout, clusters, infer
from plugins.press.quality.linecheck import Share, check
from plugins.press.quality.lineread import (
    Line,
    Lines,
    is_han,
    larger_lines,
    lines_of,
    lowest_lines,
)
from plugins.press.quality.reader import Char, Page
from tests.press.handset import EM, FULL, HEI, LAYOUT, LEFT, PITCH, SONG, Row, page, row


def test_a_row_is_cut_at_a_wide_gap_only() -> None:
    two = page(row("左栏", 0), row("右栏", 0, x=84))
    assert [line.text for line in lines_of(two, EM)] == ["左栏", "右栏"]
    one = page(row("左栏", 0), row("右栏", 0, x=82))
    assert [line.text for line in lines_of(one, EM)] == ["左栏右栏"]


def test_the_blank_half_of_a_mark_counts_as_gap() -> None:
    assert len(lines_of(page(row("左。", 0), row("右", 0, x=79)), EM)) == 2


def test_a_typed_space_holds_a_line_together_and_is_remembered() -> None:
    (line,) = lines_of(page(row("左　右", 0)), EM)
    assert (line.text, line.spaced) == ("左右", {1})


def test_small_raised_and_lowered_signs_belong_to_their_line() -> None:
    sub = tuple(Char("2", 70, 73.5, 102, 7, SONG) for _ in range(1))
    (line,) = lines_of(page(row("氧化", 0), sub, row("氮", 0, x=73.5)), EM)
    assert line.text == "氧化2氮"


def test_small_type_elsewhere_does_not_belong() -> None:
    far = row("注", 0, x=150, size=7)
    low = tuple(Char("注", 70, 77, 107, 7, SONG) for _ in range(1))
    assert [line.text for line in lines_of(page(row("氧化", 0), far, low), EM)] == ["氧化"]


def test_turned_text_is_no_line() -> None:
    turned = Char("竖", 50, 60, 100, EM, SONG, upright=False)
    assert lines_of(Page(1, 400, 600, (turned,)), EM) == []


def test_a_mark_at_the_end_hangs_out_for_the_eye() -> None:
    (line,) = lines_of(page(row("江。", 0)), EM)
    assert (line.end, line.optical_end) == (70, 65)
    half = Line(1, 100, (Char("。", 50, 55, 100, EM, SONG),))
    assert half.optical_end == 55


@pytest.mark.parametrize(("sign", "han"), [("江", True), ("〇", True), ("𠮷", True), ("，", False), ("A", False), ("１", False), ("の", False)])  # fmt: skip
def test_han(sign: str, han: bool) -> None:
    assert is_han(sign) is han


def flags(*lines: Row, others: Sequence[Row] = ()) -> list[str]:
    read = columns([page(*lines, *others)], LAYOUT)
    return [("F" if each.is_first else "") + ("L" if each.is_last else "") for each in read.lines]


def test_an_indent_begins_a_paragraph_and_ends_the_one_before() -> None:
    assert flags(row(FULL[:8], 0, x=70), row("江", 1), row("河", 2, x=70)) == ["F", "L", "FL"]


def test_a_heading_a_step_and_a_centred_line_part_paragraphs() -> None:
    assert flags(row(FULL, 0), row(FULL, 1), row(FULL, 3)) == ["F", "L", "FL"]
    heading = row("标题", 1, size=12, font=HEI)
    assert flags(row(FULL, 0), row(FULL, 2), others=[heading]) == ["FL", "FL"]
    centred = row("居中", 1, x=93)
    assert flags(row(FULL, 0), centred, row(FULL, 2)) == ["FL", "FL"]


def test_other_faces_are_no_body_unless_they_run_into_it() -> None:
    layout = Layout(EM, PITCH, LAYOUT.sides, frozenset({"Song"}))
    run_in = row("一是", 0, font=HEI) + row("江河", 0, x=70)
    read = columns(
        [page(run_in, row("黑体", 1, font=HEI), row("宋体", 2, font="Song-Bold"))], layout
    )
    assert [each.line.text for each in read.lines] == ["一是江河", "宋体"]
    assert [line.text for line in read.loose[1]] == ["黑体"]


def test_a_paragraph_runs_on_in_the_next_column_and_page() -> None:
    sides = {parity: {50.0: (150.0,), 170.0: (270.0,)} for parity in (0, 1)}
    layout = Layout(EM, PITCH, sides)
    first = page(row(FULL, 1), row(FULL, 0), row(FULL, 0, x=170))
    read = columns([first, page(row("江河", 0), number=2)], layout)
    assert [(each.is_first, each.is_last) for each in read.lines] == [
        (True, False),
        (False, False),
        (False, False),
        (False, True),
    ]
    assert [each.place for each in read.lines] == [(1, 0, 50), (1, 0, 50), (1, 0, 170), (2, 0, 50)]
    assert [each.is_head for each in read.lines] == [True, False, True, True]
    assert [each.is_foot for each in read.lines] == [False, True, True, True]


def test_a_headline_over_the_next_column_ends_the_paragraph() -> None:
    sides = {1: {50.0: (150.0,), 170.0: (270.0,)}}
    heading = row("另一篇", 0, x=170, size=16)
    read = columns([page(row(FULL, 0), row(FULL, 2, x=170), heading)], Layout(EM, PITCH, sides))
    assert [each.is_last for each in read.lines] == [True, True]


TWO: Edges = {50.0: (150.0,), 170.0: (270.0,)}
SIDES = Layout(EM, PITCH, {0: TWO, 1: TWO}, frozenset({"Song"}))


def reading(*lines: Row) -> list[str]:
    """The body lines in reading order; / stands behind the last line of a paragraph."""
    read = columns([page(*lines)], SIDES)
    return [each.line.text + "/" * each.is_last for each in read.lines]


UPPER = (row("甲" * 10, 0), row("乙" * 10, 0, x=170))
LOWER = (row("丙" * 10, 4), row("丁" * 10, 4, x=170))


@pytest.mark.parametrize(
    "heading",
    [
        (row("标题", 2, size=16, font=HEI),),
        (row("横贯两栏的一个副题", 2, size=12, font=HEI),),
        (row("引题", 1.4, size=11), row("标题", 2.5, size=16), row("副题", 3, size=11, x=170)),
    ],
)
def test_a_headline_across_free_columns_parts_the_page(heading: tuple[Row, ...]) -> None:
    assert reading(*UPPER, *LOWER, *heading) == [
        "甲" * 10,
        "乙" * 10 + "/",
        "丙" * 10,
        "丁" * 10 + "/",
    ]


@pytest.mark.parametrize(
    "heading",
    [row("小标题", 2, size=12, font=HEI), row("标题", 0, size=16, x=280), row("旁注", 2, font=HEI)],
)
def test_other_headings_part_no_page(heading: Row) -> None:
    assert [words[0] for words in reading(*UPPER, *LOWER, heading)] == list("甲丙乙丁")


def test_a_headline_beside_running_text_parts_no_page() -> None:
    beside = row("戊" * 10, 2, x=170)
    heading = row("标题", 2, size=16, font=HEI)
    assert [words[0] for words in reading(*UPPER, *LOWER, beside, heading)] == list("甲丙乙戊丁")


def test_a_headline_at_the_head_or_foot_of_a_page_ends_the_paragraph_before() -> None:
    first, second = page(row(FULL, 0), number=1), page(row(FULL, 4), number=2)
    heading = row("标题", 2, size=16, font=HEI)
    for pages in (
        [page(row(FULL, 0), heading, number=1), second],
        [first, page(row(FULL, 4), heading, number=2)],
    ):
        assert [each.is_last for each in columns(pages, LAYOUT).lines] == [True, True]
    assert [each.is_last for each in columns([first, second], LAYOUT).lines] == [False, True]


def test_size_faces_pitch_and_columns_are_inferred() -> None:
    sides = [
        page(
            *(row(FULL, line, x=x + 20 * (line % 7 == 0))[: 10 - 2 * (line % 7 == 0)] for line in range(20) for x in (50, 170)),
            row("大标题", -2, size=20, font=HEI),
            number=number,
        )
        for number in (1, 2)
    ]  # fmt: skip
    layout = infer(sides)
    assert (layout.size, layout.pitch, layout.families) == (EM, PITCH, {"Song"})
    assert layout.edges(1) == layout.edges(2) == {50: (150,), 170: (270,)}
    assert check(sides, []).flush.share == 1


def test_a_page_with_columns_of_its_own() -> None:
    usual = [page(*(row(FULL, line) for line in range(20)), number=number) for number in (1, 3, 5)]
    other = page(*(row(FULL[:9], line, x=55) for line in range(20)), number=7)
    layout = infer([*usual, other])
    assert layout.edges(1) == {50: (150,)}
    assert layout.edges(7) == {55: (145,)}


def test_a_block_across_the_columns_on_one_page() -> None:
    usual = [page(*(row(FULL, line) for line in range(20)), number=number) for number in (1, 3, 5)]
    across = page(row(FULL * 2, 0), row(FULL * 2, 1), row(FULL, 2), number=7)
    assert infer([*usual, across]).edges(7) == {50: (150, 250)}
    alone = page(row(FULL, 0), row(FULL * 2, 1), number=7)
    assert infer([*usual, alone]).edges(7) == {50: (150,)}


def test_ragged_lines_make_no_edge_of_their_own() -> None:
    """Lines that end one em short are many, but not a column of nine ems."""
    lines = [row(FULL[: 10 - (number % 3 > 0)], number) for number in range(30)]
    found = check([page(*lines)], [])
    assert found.ems == (10,)
    assert found.flush == Share(10, 29)


def test_an_empty_document_has_nothing_to_measure() -> None:
    found = check([Page(1, 400, 600, ())], [])
    assert (found.lines, found.flush.share, found.faults) == (0, None, ())


def test_clusters() -> None:
    places = clusters([1.0, 1.1, 1.0, 5.0])
    assert [(round(place, 2), count) for place, count in places] == [(1.03, 3), (5.0, 1)]


ROWS = st.lists(
    st.builds(
        row,
        st.text("江。a　", min_size=1, max_size=4),
        st.integers(0, 40),
        st.sampled_from([LEFT, 90.0, 170.0]),
        st.sampled_from([EM, 6.0, 14.0]),
    ),
    max_size=8,
)


@given(rows=ROWS, most=st.integers(1, 3))
def test_the_lowest_lines_are_the_last_of_all_lines(rows: list[Row], most: int) -> None:
    sheet = page(*rows)
    inside = [each for each in larger_lines(sheet, 0.0) if each.baseline < sheet.height]
    assert lowest_lines(sheet, most) == inside[-most:]


@given(rows=ROWS)
def test_a_page_that_was_read_before_has_the_same_lines(rows: list[Row]) -> None:
    sheet, known = page(*rows), Lines()
    assert known.of(sheet, EM) == lines_of(sheet, EM)
    assert known.of(sheet, EM) is known.of(sheet, EM)
    assert known.of(sheet, 14.0) == lines_of(sheet, 14.0)
