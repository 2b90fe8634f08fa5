"""Pages on sheets and the cover in one piece, looked at as pictures."""

from __future__ import annotations

from pathlib import Path

import pytest
from pikepdf import Pdf

from plugins.issue.record import Printing, Publication
from plugins.press.imposition.forms import number
from plugins.press.imposition.placing import Imposed, cover_wrap, impose, inside
from plugins.press.imposition.scheme import MILLING_MM, scheme
from plugins.press.imposition.sheetplan import MARK_FROM_HEAD, PT_PER_MM
from tests.imposition.pages import BLEED, CORNER, HEIGHT, LEFT, WIDTH, Drawn, booklet, colour, drawn

WHITE, BLACK = (255, 255, 255), (0, 0, 0)
MILLING = MILLING_MM * PT_PER_MM
STITCHED = Publication(name="刊", printing=Printing(imposition="saddle"))
GATHERED = Publication(
    name="刊", binding="perfect", printing=Printing(imposition="signatures", signature_pages=16)
)


def like(one: tuple[int, int, int], place: int) -> bool:
    """Whether this is the colour of the page at ``place``."""
    return all(abs(a - b) <= 1 for a, b in zip(one, colour(place), strict=True))


def saved(made: Imposed, folder: Path) -> list[Drawn]:
    file = folder / "imposed.pdf"
    made.pdf.save(file, deterministic_id=True)
    return drawn(file)


def imposed(publication: Publication, pages: int, folder: Path) -> tuple[Imposed, list[Drawn]]:
    source = booklet(pages + 4)
    ordered = scheme(publication, pages)
    assert ordered is not None
    made = impose(source, ordered)
    return made, saved(made, folder)


def test_inside_pages_stand_between_the_covers() -> None:
    source = booklet(8)
    assert [page.index for page in inside(source)] == [2, 3, 4, 5]


def test_a_stitched_cover(tmp_path: Path) -> None:
    source = booklet(8)
    made = cover_wrap(source, 0)
    outer, inner = saved(made, tmp_path)
    for page, left, right in ((outer, 7, 0), (inner, 1, 6)):
        assert like(page.at(WIDTH / 2, HEIGHT / 2), left)
        assert like(page.at(WIDTH * 1.5, HEIGHT / 2), right)
        assert like(page.at(1 - BLEED, HEIGHT / 2), left)
        assert like(page.at(2 * WIDTH + BLEED - 1, HEIGHT / 2), right)
        assert like(page.at(WIDTH - 1, HEIGHT + BLEED - 1), left)
        assert like(page.at(WIDTH + 1, 1 - BLEED), right)
        assert page.at(WIDTH + CORNER / 2, HEIGHT - CORNER / 2) == BLACK
    assert [[fold.at for fold in folds] for folds in made.folds] == [[WIDTH], [WIDTH]]
    assert made.labels == ("封面 外面", "封面 里面")


def test_a_glued_cover_has_its_spine_between(tmp_path: Path) -> None:
    source, strip = booklet(8), booklet(1)
    strip.pages[0].obj.Contents = strip.make_stream(b"0 1 0 rg 0 0 500 500 re f")
    made = cover_wrap(source, 5.0, strip)
    outer, inner = saved(made, tmp_path)
    spine = 5 * PT_PER_MM
    for x in (WIDTH + 1, WIDTH + spine - 1):
        for y in (1 - BLEED, HEIGHT / 2, HEIGHT + BLEED - 1):
            assert outer.at(x, y) == (0, 255, 0)
            assert inner.at(x, y) == WHITE
    assert like(outer.at(WIDTH - 1, HEIGHT / 2), 7)
    assert like(outer.at(WIDTH + spine + 1, HEIGHT / 2), 0)
    assert [fold.at for fold in made.folds[0]] == [WIDTH, WIDTH + spine]


def test_boxes_of_the_cover() -> None:
    source = booklet(8)
    made = cover_wrap(source, 5.0)
    page = made.pdf.pages[0]
    trim = [float(each) for each in page.trimbox]
    assert trim == pytest.approx([0, 0, 2 * WIDTH + 5 * PT_PER_MM, HEIGHT], abs=1e-3)
    bleed = [float(each) for each in page.obj.BleedBox]
    assert bleed == pytest.approx([-BLEED, -BLEED, trim[2] + BLEED, HEIGHT + BLEED], abs=1e-3)


def test_printers_spreads(tmp_path: Path) -> None:
    made, sides = imposed(STITCHED, 8, tmp_path)
    assert made.labels == ("第1帖 正面", "第1帖 反面", "第2帖 正面", "第2帖 反面")
    for side, (left, right) in zip(sides, ((8, 1), (2, 7), (6, 3), (4, 5)), strict=True):
        assert like(side.at(WIDTH - 1, HEIGHT / 2), left + 1)
        assert like(side.at(WIDTH + 1, HEIGHT / 2), right + 1)
        assert like(side.at(1 - BLEED, 1 - BLEED), left + 1)
        assert side.at(CORNER / 2, HEIGHT - CORNER / 2) == BLACK


def test_inner_sheets_move_towards_the_spine(tmp_path: Path) -> None:
    """Ten sheets of 0.5 mm: the innermost moves 9 × 0.5 × π/2 = 7.07 mm, the outermost not at all."""
    thick = Publication(name="刊", printing=Printing(imposition="saddle", caliper_um=500))
    _, sides = imposed(thick, 40, tmp_path)
    push = 9 * 0.5 * 1.5708 * PT_PER_MM
    inmost, outermost = sides[-1], sides[0]
    assert outermost.at(1, HEIGHT - 1) == BLACK
    assert like(inmost.at(push - 1, HEIGHT - 1), 21)
    assert inmost.at(push + 1, HEIGHT - 1) == BLACK
    assert like(inmost.at(WIDTH - 1, HEIGHT / 2), 21)
    assert like(inmost.at(WIDTH + 1, HEIGHT / 2), 22)
    assert inmost.at(push - BLEED - 1, HEIGHT / 2) == WHITE


def test_a_signature(tmp_path: Path) -> None:
    """16 pages: 5^ 12^ 9^ 8^ over 4 13 16 1; the bleed shows up to every fold and not over it."""
    made, (front, _) = imposed(GATHERED, 16, tmp_path)
    columns = (0, WIDTH + 2 * MILLING, 2 * WIDTH + 2 * MILLING + 2 * BLEED)
    rows = (0.0, HEIGHT + 2 * BLEED)
    for row, pages in ((1, (5, 12, 9)), (0, (4, 13, 16))):
        for x, page in zip(columns, pages, strict=True):
            assert like(front.at(x + WIDTH / 2, rows[row] + HEIGHT / 2), page + 1)
    fold = HEIGHT + BLEED
    assert like(front.at(WIDTH / 2, fold - 1), 5)
    assert like(front.at(WIDTH / 2, fold + 1), 6)
    assert front.at(CORNER / 2, HEIGHT - CORNER / 2) == BLACK
    assert front.at(WIDTH - CORNER / 2, rows[1] + CORNER / 2) == BLACK
    between = columns[1] + WIDTH + BLEED
    assert like(front.at(between - 1, HEIGHT / 2), 14)
    assert like(front.at(between + 1, HEIGHT / 2), 17)
    assert [fold.axis for fold in made.folds[0]] == ["vertical"] * 3 + ["horizontal"]


def test_the_collation_mark_stands_in_the_spine_fold_of_the_front(tmp_path: Path) -> None:
    _, sides = imposed(GATHERED, 32, tmp_path)
    spine = 3 * WIDTH + 3 * MILLING + 2 * BLEED
    below = HEIGHT - MARK_FROM_HEAD - 1
    assert [max(side.at(spine, below)) < 40 for side in sides] == [True, False, True, False]
    assert max(sides[0].at(spine, HEIGHT - MARK_FROM_HEAD + 1)) > 40


def test_fonts_are_stored_once(tmp_path: Path) -> None:
    imposed(GATHERED, 16, tmp_path)
    with Pdf.open(tmp_path / "imposed.pdf") as pdf:
        fonts = {
            form.Resources.Font.F.objgen
            for page in pdf.pages
            for form in page.resources.XObject.values()
        }
        placed = {form.objgen for page in pdf.pages for form in page.resources.XObject.values()}
    assert len(fonts) == 1
    assert len(placed) == 16


def test_the_same_bytes_again(tmp_path: Path) -> None:
    files = []
    for name in ("a", "b"):
        folder = tmp_path / name
        folder.mkdir()
        imposed(GATHERED, 16, folder)
        files.append((folder / "imposed.pdf").read_bytes())
    assert files[0] == files[1]


def test_pages_of_another_origin_come_to_their_place(tmp_path: Path) -> None:
    assert LEFT != 0
    _, (front, _) = imposed(STITCHED, 4, tmp_path)
    assert like(front.at(0.5, 0.5), 5)


@pytest.mark.parametrize(
    ("value", "written"),
    [(0.0, "0"), (-0.00001, "0"), (1.5, "1.5"), (-3.0, "-3"), (8.503937, "8.5039"), (100.0, "100")],
)
def test_numbers_as_pdf_writes_them(value: float, written: str) -> None:
    assert number(value) == written
