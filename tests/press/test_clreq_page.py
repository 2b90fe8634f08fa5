"""clreq, chapters 2 and 4: faces, type area, headings, lists, notes, pictures, tables on the page."""

from __future__ import annotations

from collections import Counter
from itertools import pairwise

import pytest

from plugins.press.makeup import galley
from plugins.press.makeup.makeup import Item, make_up
from tests.press.conftest import TYPE_AREA, Book
from tests.press.specimen import (
    COLUMN,
    EM,
    PITCH,
    PX_PER_PT,
    STORY,
    boxes,
    edges,
    laid_out,
    lines,
    only,
    printed,
    words,
)

pytestmark = pytest.mark.press
MM = 72 / 25.4
TEXT = "江河湖海山川草木日月星辰春夏秋冬东西南北天地"
PICTURE = '<figure class="plain"><img alt="" src="photos/kiln.jpg"/><figcaption>图说</figcaption></figure>'
TABLE = '<table class="narrow"><caption>表题</caption><thead><tr><th>列头</th></tr></thead><tbody><tr><td>格</td></tr></tbody></table>'


@pytest.mark.parametrize(
    ("html", "face", "classes"),
    [
        ("<p>字</p>", "Noto-Serif-CJK-SC", STORY),
        ('<h1 class="headline">字</h1>', "Noto-Serif-CJK-SC-Bold", STORY),
        ("<blockquote><p>字</p></blockquote>", "LXGW-WenKai", STORY),
        ('<p class="deck">字</p>', "LXGW-WenKai", STORY),
        (PICTURE.replace("图说", "字"), "LXGW-WenKai", STORY),
        ("<h2>字</h2>", "Noto-Sans-CJK-SC-Bold", STORY),
        ("<p><strong>字</strong></p>", "Noto-Sans-CJK-SC-Bold", STORY),
        ("<table><tr><td>字</td></tr></table>", "Noto-Sans-CJK-SC", STORY),
    ],
)
def test_each_role_has_its_face(html: str, face: str, classes: str) -> None:
    assert {char.font for char in printed(html, classes) if char.text == "字"} == {face}


def test_policy_texts_are_set_in_fangsong_where_it_is_installed() -> None:
    (char,) = printed("<p>字</p>", "story kind-official")
    assert char.font in {"FandolFang", "LXGW-WenKai"}


def test_the_type_area_leaves_more_at_the_gutter_and_is_shaped_like_the_page(book: Book) -> None:
    """Inner margin 21.8 mm, outer 17.8 mm; the area is to the page as to height and width alike."""
    body = [c for c in book.body_chars() if c.size == pytest.approx(EM, abs=0.1)]
    full = {page for page, count in Counter(c.page for c in body).items() if count > 200}
    assert len(full) >= 2
    for page in full:
        left = min(c.x0 for c in body if c.page == page)
        inner = page % 2 == 0  # the first inside page is page 2 of the file, a recto
        assert left == pytest.approx((21.8 if inner else 17.8) * MM, abs=0.5)
    assert pytest.approx(210 / 285, abs=0.05) == (46 * EM) / (43 * PITCH)
    assert TYPE_AREA[0] < 23 * MM < TYPE_AREA[1]


def test_body_is_size_five_and_nothing_to_be_read_is_smaller_than_size_six() -> None:
    notes = '<div class="footnote"><ol><li><p>注。</p></li></ol></div>'
    sizes = {
        c.size for c in printed(f"<p>文。</p>{TABLE}{PICTURE}{notes}") if c.text in "文格图注表"
    }
    assert max(sizes) == pytest.approx(10.5, abs=0.01)
    assert min(sizes) >= 7.87


@pytest.mark.parametrize("heading", ["h2", "h3", "h4"])
def test_headings_take_whole_lines(heading: str) -> None:
    before, after = (
        row[0].baseline
        for row in lines(f"<p>文。</p><{heading}>题</{heading}><p>文。</p>", size=EM)
        if words(row) == "文。"
    )
    rows = (after - before) / PITCH
    assert rows == pytest.approx(round(rows), abs=0.01)
    assert round(rows) >= 2


@pytest.mark.parametrize("block", [PICTURE, TABLE])
def test_pictures_and_tables_take_whole_lines(block: str) -> None:
    before, after = (
        row[0].baseline for row in lines(f"<p>文。</p>{block}<p>文。</p>") if words(row) == "文。"
    )
    rows = (after - before) / PITCH
    assert rows == pytest.approx(round(rows), abs=0.01)


def test_a_picture_is_as_wide_as_its_column() -> None:
    (picture,) = (box for box in boxes(PICTURE, "img") if box.width)
    assert picture.width == pytest.approx(COLUMN * PX_PER_PT, abs=0.1)
    assert picture.position_x == pytest.approx(edges()[0] * PX_PER_PT, abs=0.1)


def test_captions_stand_above_tables_and_below_pictures_heads_on_top() -> None:
    place = {char.text: char.baseline for char in printed(TABLE)}
    assert place["题"] < place["头"] < place["格"]
    (picture,) = (box for box in boxes(PICTURE, "img") if box.width)
    caption = next(char for char in printed(PICTURE) if char.text == "图")
    assert caption.baseline > (picture.position_y + picture.height) / PX_PER_PT


def test_columns_fill_from_the_left_and_are_balanced_where_a_story_ends() -> None:
    made = make_up([Item(1)] * 7, 10)
    columns = [
        [n for n, place in made.places.items() if place.column == side]
        for side in ("left", "right")
    ]
    assert columns == [[0, 1, 2, 3], [4, 5, 6]]
    assert made.pages == 1


def test_a_heading_never_stands_at_a_column_foot() -> None:
    made = make_up([*[Item(1)] * 9, Item(1, keep=True), *[Item(1)] * 20], 10)
    assert made.places[9].column == "right"
    assert made.places[9].row == 0
    html = f"<h2>题</h2><p>{TEXT * 3}</p>"
    read = galley.read(laid_out(html).pages[0]._page_box, PITCH * PX_PER_PT, 43)
    assert read.items[0].keep


def test_no_paragraph_leaves_one_line_alone_in_a_column() -> None:
    html = f"<p>{TEXT * 5}</p>"
    read = galley.read(laid_out(html).pages[0]._page_box, PITCH * PX_PER_PT, 43)
    kept = [item.keep for item in read.items]
    assert len(kept) >= 5
    assert kept[0]
    assert kept[-2]
    assert not any(kept[1:-2])


def test_headings_grow_with_their_rank() -> None:
    headline = only('<h1 class="headline">题</h1>', size=19)[0]
    lead = only('<h1 class="headline">题</h1>', "story rank-lead", size=27)[0]
    second = only("<h2>题</h2>", size=11.5)[0]
    third = only("<h3>题</h3>")[0]
    assert lead.size > headline.size > second.size > third.size >= EM
    assert {each.font.rpartition("-")[2] for each in (headline, lead, second, third)} == {"Bold"}


def test_a_run_in_heading_differs_by_its_face_alone() -> None:
    html = '<p><b class="level-2">（一）治理。</b>正文接着排。</p>'
    row = only(html, "story kind-official", size=10.3)
    head = [char for char in row if char.font == "LXGW-WenKai"]
    assert words(tuple(head)) == "（一）治理。"
    assert len({round(char.baseline, 1) for char in row}) == 1


def test_list_numbers_stand_in_the_indent_and_turned_lines_at_the_edge() -> None:
    first, second, last = lines(f"<ol><li>{TEXT}{TEXT[:9]}</li><li>治理。</li></ol>")
    left = edges()[0]
    assert words(first).startswith("1.")
    assert words(last).startswith("2.")
    assert [round((row[0].x0 - left) / EM, 1) for row in (first, second, last)] == [2, 0, 2]


def test_notes_stand_apart_below_the_text_small_with_their_numbers() -> None:
    html = (
        '<p>治理<sup><a class="footnote-ref" href="#n">1</a></sup>。</p>'
        '<div class="footnote"><hr/><ol><li id="n"><p>注文。</p></li></ol></div>'
    )
    call = next(char for char in printed(html) if char.text == "1")
    body = lines(html)[0]
    note = only(html, size=8.5)
    assert words(note).replace(" ", "") == "1.注文。"
    assert call.size < 0.7 * EM
    assert call.baseline < body[0].baseline - 2
    assert note[0].baseline > body[0].baseline + PITCH


def test_facing_lines_share_one_grid() -> None:
    html = f"<p>{TEXT * 3}</p><h2>题</h2><p>{TEXT}</p>{PICTURE}<blockquote><p>{TEXT}</p></blockquote><p>{TEXT}</p>"
    found = [row[0].baseline for row in lines(html)]
    assert all(
        (b - a) % PITCH == pytest.approx(0, abs=0.01) or (b - a) % PITCH > PITCH - 0.01
        for a, b in pairwise(found)
    )
