"""Assembled pages: boxes on the grid, divided boxes, anchors, text in order."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest

from plugins.press.quality import reader
from tests.press.sheetwork import COLUMN, FULL, MARGIN, PITCH, ROWS, Workbench, text, workbench
from tests.press.sheetwork import boxes as found_boxes
from tests.press.sheetwork import lines as lines_of
from tests.press.test_galley import FIGURE, TALL, columns, table

pytestmark = pytest.mark.press
RIGHT = MARGIN + FULL - COLUMN
HEADER = '<header><h1 id="here">大题</h1></header>'


@pytest.fixture(scope="module")
def bench(tmp_path_factory: pytest.TempPathFactory) -> Workbench:
    return workbench(tmp_path_factory.mktemp("assembly"))


def pages(bench: Workbench, body: str, changes: dict[int, int] | None = None) -> list[Any]:
    return list(bench.pages(body, changes)[0].pages)


def rows_of(page: Any, x: float) -> list[float]:
    return [row for _, left, row in lines_of(page) if left == pytest.approx(x)]


def test_lines_stand_on_the_grid_in_two_columns(bench: Workbench) -> None:
    page = pages(bench, columns(text("河", 9)))[0]
    assert rows_of(page, MARGIN) == pytest.approx([0, 1, 2, 3, 4])
    assert rows_of(page, RIGHT) == pytest.approx([0, 1, 2, 3])


def test_text_goes_on_on_the_next_page(bench: Workbench) -> None:
    made = pages(bench, columns(text("河", 2 * ROWS + 6)))
    assert [len(list(lines_of(page))) for page in made] == [2 * ROWS, 6]


def test_the_text_of_the_pdf_is_in_reading_order(bench: Workbench, tmp_path: Path) -> None:
    body = HEADER + columns("".join(text(sign, 6) for sign in "甲乙丙丁戊己庚辛"))
    bench.pages(body)[0].write_pdf(tmp_path / "a.pdf")
    words = "".join(reader.text(page.chars) for page in reader.read(tmp_path / "a.pdf").pages)
    assert words == "大题" + "".join(sign * 60 for sign in "甲乙丙丁戊己庚辛")


def test_a_line_of_a_quotation_stands_inside_the_right_column(bench: Workbench) -> None:
    body = columns(text("河", 4) + "<blockquote>" + text("江", 4) + "</blockquote>")
    page = pages(bench, body)[0]
    assert rows_of(page, RIGHT + 16)
    quote = found_boxes(page, "blockquote")[-1]
    assert quote.border_box_x() + quote.border_width() == pytest.approx(MARGIN + FULL)


def test_a_box_divided_between_columns_is_painted_in_both(bench: Workbench) -> None:
    page = pages(bench, columns("<aside>" + text("河", 22) + "</aside>"))[0]
    asides = found_boxes(page, "aside")
    assert [round(box.position_x) for box in asides] == [round(MARGIN), round(RIGHT)]
    for box in asides:
        inside = [row for each in box.children for row in [each.position_y]]
        assert box.content_box_y() == pytest.approx(min(inside))
        assert box.background is not None


def test_the_first_page_keeps_its_anchor_and_the_second_its_own(bench: Workbench) -> None:
    body = HEADER + columns(text("河", 2 * ROWS - 2)) + HEADER.replace("here", "there")
    made = pages(bench, body + columns(text("江", 8)))
    assert [sorted(page.anchors) for page in made] == [["here"], ["there"]]
    assert made[1].anchors["there"][1] == pytest.approx(MARGIN)


def test_a_link_lies_over_its_words(bench: Workbench) -> None:
    body = columns(text("河", 5) + '<p><a href="https://example.org/">江江江</a></p>')
    page = pages(bench, body)[0]
    kind, target, rectangle, _ = page.links[0]
    assert (kind, target) == ("external", "https://example.org/")
    assert rectangle[0] == pytest.approx(RIGHT)
    assert MARGIN + PITCH * 2 <= rectangle[1] <= MARGIN + PITCH * 3


def test_a_bookmark_points_to_where_its_head_stands(bench: Workbench) -> None:
    body = columns(text("河", 2 * ROWS) + "<h2>小题</h2>" + text("江", 3))
    made = pages(bench, body)
    assert [len(page.bookmarks) for page in made] == [0, 1]
    level, label, (left, top), _ = made[1].bookmarks[0]
    assert (level, label, round(left)) == (2, "小题", round(MARGIN))
    assert top == pytest.approx(MARGIN, abs=1)


def picture(page: Any) -> Any:
    return found_boxes(page, "img")[0]


def caption_row(page: Any) -> float:
    return next(row for words, _, row in lines_of(page) if words == "图说")


@pytest.mark.parametrize("more", [-2, 0, 3])
def test_a_picture_is_as_high_as_its_place_and_its_caption_follows(
    bench: Workbench, more: int
) -> None:
    body = columns(FIGURE.replace("<figure", '<figure class="flex"') + text("河", 8))
    page = pages(bench, body, {0: more})[0]
    assert picture(page).height == pytest.approx((5 + more) * PITCH)
    assert caption_row(page) == pytest.approx(5 + more)
    figure = found_boxes(page, "figure")[0]
    assert figure.border_height() == pytest.approx((6 + more) * PITCH)


def test_a_resized_picture_is_cut_not_distorted(bench: Workbench) -> None:
    body = columns(FIGURE.replace("<figure", '<figure class="flex"') + text("河", 8))
    assert picture(pages(bench, body, {0: 3})[0]).style["object_fit"] == "cover"


def test_a_picture_takes_up_the_white_under_its_caption(bench: Workbench) -> None:
    body = FIGURE.replace("<figure", '<figure class="flex" style="padding-bottom: .1px"')
    page = pages(bench, columns(body.replace("<img", '<img style="height: 70px"')))[0]
    assert picture(page).height == pytest.approx(80, abs=0.2)
    assert caption_row(page) == pytest.approx(5, abs=0.02)


def test_a_picture_too_high_is_shown_whole(bench: Workbench) -> None:
    page = pages(bench, columns(TALL))[0]
    assert picture(page).height == pytest.approx(18 * PITCH)
    assert picture(page).style["object_fit"] == "contain"
    assert caption_row(page) == pytest.approx(18)


def test_pictures_side_by_side_change_together(bench: Workbench) -> None:
    page = pages(bench, f'<div class="pictures">{TALL * 2}</div>')[0]
    heights = [box.height for box in found_boxes(page, "img")]
    assert heights[0] == heights[1] < ROWS * PITCH
    assert caption_row(page) < ROWS


def test_a_long_table_has_its_head_on_every_page(bench: Workbench) -> None:
    made = pages(bench, table(30))
    heads = [[row for words, _, row in lines_of(page) if words == "甲"] for page in made]
    assert [len(rows) for rows in heads] == [1, 1, 1]
    for page in made:
        head, first = found_boxes(page, "tr", "TableRowBox")[:2]
        assert head.position_y == pytest.approx(MARGIN, abs=4)
        assert first.position_y == pytest.approx(head.position_y + head.height)
        words = [line for line in lines_of(page) if line[0] in ("甲", "数")][:2]
        assert words[1][2] - words[0][2] == pytest.approx(head.height / PITCH)


def test_a_repeated_head_stands_in_its_own_column(bench: Workbench) -> None:
    page = pages(bench, columns(table(30)))[0]
    lefts = [left for words, left, _ in lines_of(page) if words == "甲"]
    assert lefts == pytest.approx([MARGIN + 2, RIGHT + 2])


def test_the_rows_of_a_long_table_stand_close_and_end_on_the_page(bench: Workbench) -> None:
    for page in pages(bench, table(30)):
        rows = found_boxes(page, "tr", "TableRowBox")
        tops = [row.position_y for row in rows]
        assert [b - a for a, b in pairwise(tops)] == pytest.approx(
            [rows[0].height] * (len(rows) - 1)
        )
        assert rows[-1].position_y + rows[-1].height <= MARGIN + ROWS * PITCH + 0.5
        grid = found_boxes(page, "table", "TableBox")[0]
        assert grid.height == pytest.approx(sum(row.height for row in rows))


def test_a_list_keeps_its_marks(bench: Workbench, tmp_path: Path) -> None:
    bench.pages(columns("<ul><li>甲</li><li>乙</li></ul>"))[0].write_pdf(tmp_path / "a.pdf")
    words = reader.text(reader.read(tmp_path / "a.pdf").pages[0].chars)
    assert words.replace(" ", "") == "•甲•乙"


def test_text_under_a_movable_item_that_was_put_off_leaves_a_blank_row(bench: Workbench) -> None:
    body = columns(text("河", ROWS - 3) + FIGURE + text("江", 20))
    page = pages(bench, body)[0]
    in_right = rows_of(page, RIGHT)
    assert caption_row(page) == pytest.approx(5)
    assert min(row for row in in_right if row > 5) == pytest.approx(7)


def test_a_galley_without_text_is_one_empty_page(bench: Workbench) -> None:
    assert [list(lines_of(page)) for page in pages(bench, "<p></p>")] == [[]]
