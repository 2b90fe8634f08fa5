"""Separated pages → the cover in one piece, or the formes of the inside pages, as an open PDF."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from pikepdf import Page, Pdf

from plugins.press.imposition.forms import add_page, box_of, forms, number, shown
from plugins.press.imposition.scheme import Scheme, cover_folds
from plugins.press.imposition.sheetplan import PT_PER_MM, Box, Fold, Placement, SheetPlan

#: 封面 and 封二 stand before the inside pages, 封三 and 封底 behind them.
COVERS = 2
#: The mark is pure black; it lies in the fold, where nothing else is printed.
MARK_INK = "0 0 0 1 k"


@dataclass(frozen=True, slots=True)
class Imposed:
    """An open PDF, and for each of its pages what it is called and where it is folded.

    Coordinates of folds count from the left foot of the page's TrimBox.
    """

    pdf: Pdf
    labels: tuple[str, ...]
    folds: tuple[tuple[Fold, ...], ...]


def inside(separated: Pdf) -> list[Page]:
    """The pages between the covers."""
    return list(separated.pages)[COVERS:-COVERS]


def cover_wrap(separated: Pdf, spine_mm: float, strip: Pdf | None = None) -> Imposed:
    """The cover as it is printed: outside 封底 | 书脊 | 封面, inside 封二 | white | 封三.

    ``spine_mm``: 0 for a stitched issue. ``strip``: one page as wide as the spine and as high as the
    bleed, separated like the pages (spinestrip.py); None leaves the spine white. Art bleeds over the
    outer edges and ends at the folds. Both PDFs must stay open until the wrap is saved.
    """
    made = Pdf.new()
    front, second, third, back = (separated.pages[place] for place in (0, 1, -2, -1))
    spine = spine_mm * PT_PER_MM
    x0, y0, x1, y1 = box_of(front, "/TrimBox")
    width, height = x1 - x0, y1 - y0
    bleed = x0 - box_of(front, "/BleedBox")[0]
    wrap = (0.0, 0.0, 2 * width + spine, height)
    for left, right, on_spine in ((back, front, strip), (second, third, None)):
        xobjects = dict(zip(("/L", "/R"), forms(made, (left, right), separated), strict=True))
        drawing = _half("/L", left, 0.0, (-bleed, -bleed, width, height + bleed))
        far = width + spine
        drawing += _half("/R", right, far, (far, -bleed, wrap[2] + bleed, height + bleed))
        if spine and on_spine is not None:
            (xobjects["/S"],) = forms(made, on_spine.pages[:1], on_spine)
            drawing += _strip(on_spine.pages[0], (width, -bleed, far, height + bleed))
        add_page(made, wrap, bleed, drawing, xobjects)
    folds = cover_folds(spine, width)
    return Imposed(made, ("封面 外面", "封面 里面"), (folds, folds))


def _half(name: str, page: Page, left: float, clip: Box) -> str:
    """One page of the cover, its trim box beginning at ``left``."""
    x0, y0, *_ = box_of(page, "/TrimBox")
    return shown(name, clip, (1, 0, 0, 1, left - x0, -y0))


def _strip(page: Page, clip: Box) -> str:
    x0, y0, *_ = box_of(page, "/BleedBox")
    return shown("/S", clip, (1, 0, 0, 1, clip[0] - x0, clip[1] - y0))


def impose(separated: Pdf, scheme: Scheme) -> Imposed:
    """The inside pages on the formes of ``scheme``, front and back of each sheet in turn.

    The bleed shows at outer edges and in the gaps that are cut away, never over a fold. TrimBox is the
    grid of pages before it is cut. ``separated`` must stay open until the result is saved.
    """
    pages = inside(separated)
    made = Pdf.new()
    placed = forms(made, pages, separated)
    x0, y0, x1, y1 = box_of(pages[0], "/TrimBox")
    bleed = x0 - box_of(pages[0], "/BleedBox")[0]
    folds = []
    for plan in scheme.plans(x1 - x0, y1 - y0, bleed):
        drawing = "".join(_drawing(plan, pages))
        xobjects: dict[str, Any] = {
            f"/P{each.cell.page}": placed[each.cell.page - 1] for each in plan.placements
        }
        add_page(made, (0.0, 0.0, plan.width, plan.height), bleed, drawing, xobjects)
        folds.append(plan.folds)
    return Imposed(made, scheme.labels, tuple(folds))


def _drawing(plan: SheetPlan, pages: list[Page]) -> Iterator[str]:
    for each in plan.placements:
        yield _placed(each, pages[each.cell.page - 1])
    if plan.mark:
        x0, y0, x1, y1 = plan.mark
        box = " ".join(number(each) for each in (x0, y0, x1 - x0, y1 - y0))
        yield f"q {MARK_INK} {box} re f Q\n"


def _placed(placement: Placement, page: Page) -> str:
    left, bottom, *_ = box_of(page, "/TrimBox")
    return shown(f"/P{placement.cell.page}", placement.clip, placement.matrix(left, bottom))
