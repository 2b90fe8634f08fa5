"""The page plan: what stands where, how full pages are, whether they can be bound."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image, ImageDraw

from plugins.issue.record import Publication
from plugins.press.plan.filling import (
    EMPTY,
    TypeArea,
    body_chars,
    empty_boxes,
    empty_share,
    headings,
    inked_rows,
    share_words,
    type_areas,
)
from plugins.press.plan.pageplan import PagePlan, PlannedPage, plan, shortened
from plugins.press.plan.plansheet import draw
from plugins.press.proof.completeness import standing
from plugins.press.proof.pagewords import PageWords, page_words
from plugins.press.quality.reader import Char, Page
from tests.press.conftest import THEME, Book
from tests.press.test_pieces import article, issue, section
from tests.press.test_proof import FOLIOS, ISSUE, TEXTS, printed

AREA = TypeArea(50, 60, 250, 460)


def words(*kinds: str) -> list[PageWords]:
    """Cover and inside front cover, inside pages of these kinds, the two other covers."""
    made = [PageWords("封面", 0, "cover", ""), PageWords("封二", 0, "cover", "")]
    for folio, kind in enumerate(kinds, start=1):
        made.append(PageWords(str(folio), folio, kind, ""))  # type: ignore[arg-type]
    return [*made, PageWords("封三", 0, "cover", ""), PageWords("封底", 0, "cover", "")]


def planned(
    *kinds: str, empty: dict[str, float] | None = None, binding: str = "saddle"
) -> PagePlan:
    made = issue(
        section("视点", article("a"), article("b")),
        section("资讯", article("c")),
        publication=Publication(name="样刊", binding=binding),  # type: ignore[arg-type]
    )
    return plan(made, words(*kinds), {"2": ("a",), "3": ("a", "b"), "4": ("b", "c")}, empty or {})


FOUR = ("contents", "articles", "articles", "articles")


def test_each_page_has_its_name_section_and_articles() -> None:
    made = planned(*FOUR)
    assert [page.name for page in made.pages] == ["", "", "目录", "视点", "视点", "资讯", "", ""]
    assert [[each.stem for each in page.articles] for page in made.pages[3:6]] == [
        ["a"],
        ["a", "b"],
        ["b", "c"],
    ]
    assert [each.goes_on for page in made.pages for each in page.articles] == [0, 1, 0, 1, 0]
    lengths = [(each.section.name, each.first, each.pages) for each in made.sections]
    assert lengths == [("视点", "2", 2), ("资讯", "4", 1)]


def test_spreads_lie_as_the_open_issue_does() -> None:
    labels = [
        tuple(page.label if page else "" for page in spread) for spread in planned(*FOUR).spreads
    ]
    assert labels == [("", "封面"), ("封二", "1"), ("2", "3"), ("4", "封三"), ("封底", "")]


@pytest.mark.parametrize(
    ("kinds", "binding", "verdict"),
    [
        (FOUR, "saddle", "骑马订要求内页是 4 的倍数：4 页，正好"),
        (
            (*FOUR, "articles", "blank", "blank", "blank"),
            "saddle",
            "骑马订要求内页是 4 的倍数：实有 5 页，缺 3 页（现补笔记页 3 页）；或者压掉 1 页",
        ),
        (
            (*FOUR, "articles"),
            "perfect",
            "胶装要求内页是 2 的倍数：实有 5 页，缺 1 页；或者压掉 1 页",
        ),
        ((*FOUR, "articles", "articles"), "perfect", "胶装要求内页是 2 的倍数：6 页，正好"),
    ],
)
def test_the_verdict_on_binding(kinds: tuple[str, ...], binding: str, verdict: str) -> None:
    assert planned(*kinds, binding=binding).verdict == verdict


def test_thin_pages_are_named_the_emptiest_first_without_blanks() -> None:
    made = planned(*FOUR, "blank", empty={"2": 0.3, "3": 0.05, "4": 0.6})
    assert [page.label for page in made.thin] == ["4", "2"]
    assert made.empty == pytest.approx(0.9)
    assert [page.empty_words for page in made.pages[3:7]] == ["空 1/3 页", "", "空 2/3 页", ""]


def test_where_articles_stand_is_read_from_the_pages() -> None:
    pages, _ = page_words(ISSUE, printed(TEXTS), FOLIOS)
    assert standing(ISSUE, pages) == {
        "2": ("one",),
        "3": ("one",),
        "4": ("two",),
        "5": ("three",),
    }


@given(st.text("汉字ab1，", max_size=30), st.integers(4, 40))
def test_shortened_fits(text: str, cells: int) -> None:
    cut = shortened(text, cells)
    assert sum(1 if char.isascii() else 2 for char in cut) <= cells
    assert cut == text or text.startswith(cut[:-1].rstrip())


@pytest.mark.parametrize(
    ("share", "told"),
    [(0.0, ""), (0.09, ""), (0.12, "空 1/8 页"), (0.35, "空 1/3 页"), (0.99, "空整页")],
)
def test_shares_as_editors_say_them(share: float, told: str) -> None:
    assert share_words(share) == told


def page_with(*inked: tuple[int, int, int, int]) -> Image.Image:
    picture = Image.new("RGB", (300, 520), "white")
    for box in inked:
        ImageDraw.Draw(picture).rectangle(box, fill="black")
    return picture


LEFT, RIGHT = (50, 60, 149, 460), (150, 60, 250, 460)


@pytest.mark.parametrize(
    ("inked", "share"),
    [
        ((LEFT, RIGHT), 0.0),
        ((), 1.0),
        ((LEFT,), 0.5),
        ((LEFT, (150, 60, 250, 259)), 0.25),
        ((LEFT, (150, 60, 250, 200), (150, 200 + int(EMPTY) - 1, 250, 460)), 0.0),
        ((LEFT, (150, 60, 250, 200), (150, 301, 250, 460)), 0.125),
    ],
)
def test_what_is_empty_is_measured(
    inked: tuple[tuple[int, int, int, int], ...], share: float
) -> None:
    boxes = empty_boxes(page_with(*inked), AREA, 1.0)
    assert empty_share(boxes, AREA, 1.0) == pytest.approx(share, abs=0.01)


def test_beside_a_headline_nothing_is_empty() -> None:
    headline = Char("标", 50, 72, 100, 22, "Song")
    heads = headings([headline, Char("字", 50, 60, 300, 10.5, "Song")])
    assert heads == [(pytest.approx(100 - 0.88 * 22 - 24), 156)]
    picture = page_with(LEFT, (150, 160, 250, 460))
    assert empty_boxes(picture, AREA, 1.0)
    assert not empty_boxes(picture, AREA, 1.0, heads)


def test_a_hairline_is_ink_and_paper_is_not() -> None:
    picture = Image.new("RGB", (100, 3), "white")
    picture.putpixel((50, 1), (0, 0, 0))
    assert inked_rows(picture) == [False, True, False]
    assert inked_rows(Image.new("RGB", (10, 1), (250, 250, 250))) == [False]


def test_type_areas_of_both_sides() -> None:
    rectos = [Char("字", 60, 70, 100, 10, "Song"), Char("字", 300, 310, 500, 10, "Song")]
    versos = [Char("字", 40, 50, 200, 10, "Song"), Char("字", 280, 290, 300, 10, "Song")]
    first, second = type_areas([rectos, versos, ()], 65, 753)
    assert (first.left, first.right, second.left, second.right) == (60, 310, 40, 290)
    assert (first.top, first.bottom) == (second.top, second.bottom) == (65, 753)
    assert type_areas([], 65, 753)[0] == TypeArea(0, 65, 0, 753)


def test_furniture_stands_behind_the_body() -> None:
    chars = tuple(Char(char, 0, 1, 2, 10, "Song") for char in "正 文书眉")
    found = body_chars(Page(1, 595, 808, chars), "正文")
    assert "".join(char.text for char in found) == "正文"


def test_a_page_that_is_not_measured_is_not_empty() -> None:
    page = PlannedPage(1, "封面", "", None, (), 0.0, False)
    assert page.empty_words == ""


@pytest.mark.press
def test_the_plan_is_drawn_for_screen_and_wall(book: Book, tmp_path: Path) -> None:
    made = draw(replace(book.issue, folios=book.pressed.folios), book.pressed.file, THEME, tmp_path)
    assert len(made.pages) == book.pressed.pages
    assert {each.stem for page in made.pages for each in page.articles} == {"one", "two", "short"}
    assert any(0.05 < page.empty < 0.5 for page in made.pages)
    screen = (tmp_path / "版面计划.html").read_text(encoding="utf-8")
    assert screen.count("data:image/jpeg") == len(made.pages)
    assert "http://" not in screen
    assert sorted(file.name for file in tmp_path.iterdir()) == ["版面计划.html", "版面计划.pdf"]
    first = (tmp_path / "版面计划.pdf").read_bytes()
    draw(replace(book.issue, folios=book.pressed.folios), book.pressed.file, THEME, tmp_path)
    assert (tmp_path / "版面计划.pdf").read_bytes() == first
