"""Galleys: what the styles say of boxes becomes items."""

from __future__ import annotations

import pytest

from plugins.press.makeup.galley import too_high
from plugins.press.makeup.groups import Item
from tests.press.sheetwork import ROWS, Workbench, text, workbench

pytestmark = pytest.mark.press
FIGURE = '<figure><img src="photos/wide.png" alt="图"><figcaption>图说</figcaption></figure>'
TALL = '<figure><img src="photos/tall.png" alt="图"><figcaption>图说</figcaption></figure>'


@pytest.fixture(scope="module")
def bench(tmp_path_factory: pytest.TempPathFactory) -> Workbench:
    return workbench(tmp_path_factory.mktemp("galley"))


def items(bench: Workbench, body: str) -> list[Item]:
    return bench.galley(body).items


def columns(body: str) -> str:
    return f'<div class="columns">{body}</div>'


def table(rows: int, cell: str = "数") -> str:
    body = f"<tr><td>{cell}</td><td>量</td></tr>" * rows
    return f"<table><thead><tr><th>甲</th><th>乙</th></tr></thead><tbody>{body}</tbody></table>"


def test_lines_of_a_paragraph_keep_orphans_and_widows(bench: Workbench) -> None:
    found = items(bench, columns(text("河", 5)))
    assert [item.keep for item in found] == [True, False, False, True, False]
    assert {(item.rows, item.before, item.wide) for item in found} == {(1, 0, False)}


def test_a_paragraph_of_three_lines_stays_whole(bench: Workbench) -> None:
    assert [item.keep for item in items(bench, columns(text("河", 3)))] == [True, True, False]


def test_a_subhead_is_kept_with_its_text_under_a_blank_row(bench: Workbench) -> None:
    head = items(bench, columns(text("河", 1) + "<h2>小题</h2>" + text("江", 2)))[1]
    assert head == Item(rows=1, before=1, keep=True)


def test_a_header_across_the_page_is_one_wide_item(bench: Workbench) -> None:
    body = "<header><h1>大题</h1><p>作者</p></header>" + columns(text("河", 2))
    found = items(bench, body)
    assert found[0] == Item(rows=2, wide=True, keep=True)
    assert not found[1].wide


def test_a_figure_is_one_movable_item_with_a_blank_row_under_it(bench: Workbench) -> None:
    found = items(bench, columns(text("河", 1) + FIGURE + text("江", 1)))
    assert found[1] == Item(rows=6, movable=True, after=1)
    assert found[2].before == 0


def test_a_subhead_under_a_figure_keeps_its_own_blank_row(bench: Workbench) -> None:
    assert items(bench, columns(FIGURE + "<h2>小题</h2>" + text("江", 2)))[1].before == 1


def test_what_a_figure_may_lose_and_gain(bench: Workbench) -> None:
    body = FIGURE.replace("<figure", '<figure class="flex"')
    found = items(bench, columns(body))[0]
    assert (found.loses, found.gains) == (2, 3)


def test_custom_properties_are_not_inherited_by_the_parts_of_a_box(bench: Workbench) -> None:
    found = items(bench, columns("<aside>" + text("河", 40) + "</aside>"))
    assert len(found) > 20
    assert not any(item.movable for item in found)


def test_a_box_is_whole_unless_it_would_fill_a_page(bench: Workbench) -> None:
    assert len(items(bench, columns("<aside>" + text("河", 3) + "</aside>"))) == 1
    assert len(items(bench, columns("<aside>" + text("河", ROWS) + "</aside>"))) > ROWS


def test_a_table_is_whole_unless_it_would_fill_a_page(bench: Workbench) -> None:
    whole = items(bench, table(4))
    assert (len(whole), whole[0].movable, whole[0].wide) == (1, True, True)
    assert len(items(bench, table(30))) == 31


def test_the_rows_of_a_long_table_take_the_rows_they_fill(bench: Workbench) -> None:
    found = items(bench, table(30))
    assert sum(item.rows + item.before for item in found) == 39  # 31 × 20 px on 16 px
    assert {item.rows for item in found} == {1, 2}


def test_the_head_of_a_long_table_is_kept_and_comes_again(bench: Workbench) -> None:
    found = items(bench, table(30))
    assert [item.keep for item in found[:4]] == [True, True, False, False]
    assert [item.keep for item in found[-3:]] == [False, True, False]
    assert found[0].again == 0
    assert {item.again for item in found[1:]} == {3}


def test_a_caption_is_kept_with_its_long_table(bench: Workbench) -> None:
    body = table(30).replace("<thead>", "<caption>表</caption><thead>")
    assert items(bench, body)[0].keep


def test_a_picture_higher_than_a_page_is_made_smaller_and_kept_with_its_caption(
    bench: Workbench,
) -> None:
    galley = bench.galley(columns(TALL))
    assert [item.rows for item in galley.items] == [18, 1]
    assert galley.items[0].keep
    assert galley.slugs[0].shrinks


def test_many_pictures_side_by_side_are_taken_apart_by_rows(bench: Workbench) -> None:
    galley = bench.galley(f'<div class="pictures">{FIGURE * 8}</div>')
    assert [item.rows for item in galley.items] == [6, 6, 6, 6]


def test_high_pictures_side_by_side_are_made_smaller(bench: Workbench) -> None:
    galley = bench.galley(f'<div class="pictures">{TALL * 2}</div>')
    assert [item.rows for item in galley.items] == [18]
    assert not too_high(galley, ROWS)


def test_a_row_of_a_table_higher_than_a_page_is_told(bench: Workbench) -> None:
    galley = bench.galley(columns(table(2, "河" * 400)))
    assert [slug.box.element_tag for slug in too_high(galley, ROWS)] == ["tr", "tr"]


def test_a_photo_story_begins_a_page(bench: Workbench) -> None:
    body = columns(text("河", 2)) + '<header class="photo"><h1>图</h1></header>'
    assert [item.new_page for item in items(bench, body)] == [False, False, True]


def test_a_hairline_is_a_rule(bench: Workbench) -> None:
    body = columns(text("河", 1) + '<hr style="break-inside: avoid">' + text("江", 1))
    assert [item.rule for item in items(bench, body)] == [False, True, False]


def test_lines_in_a_list_and_a_quotation_stand_in_the_column(bench: Workbench) -> None:
    galley = bench.galley(columns("<ul><li>甲</li></ul><blockquote><p>乙</p></blockquote>"))
    assert [slug.column.width for slug in galley.slugs] == [160, 160]


def test_a_galley_without_text_has_no_items(bench: Workbench) -> None:
    assert items(bench, "") == []
