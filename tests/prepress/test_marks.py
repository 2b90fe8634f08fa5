"""Marks stand outside the bleed, on all plates; the art is clipped to the bleed."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

import pikepdf
import pytest
from pikepdf import Dictionary, Pdf

from plugins.press.prepress.inking import OVERPRINTS
from plugins.press.prepress.marks import PT_PER_MM, SLUG_MM, Box, dress
from plugins.press.prepress.slugline import strips
from tests.prepress.sheetwork import BLEED, THEME, operators, plain, sheets

pytestmark = pytest.mark.press
ART = b"0 0 0 1 k 10 10 50 50 re f"
TRIM = Box(0, 0, 200, 300)


@dataclass(frozen=True)
class Fold:
    axis: str
    at: float


Dressed = Callable[..., Pdf]


@pytest.fixture
def dressed() -> Dressed:
    """Makes PDFs with marks, and keeps them open for the length of the test."""
    kept: list[Pdf] = []

    def make(*contents: bytes, folds: Any = ()) -> Pdf:
        kept.append(sheets(*contents))
        dress(kept[-1], [f"样刊 第{place}页" for place in range(len(contents))], THEME, folds)
        return kept[-1]

    return make


def points(page: Any) -> list[tuple[float, float]]:
    """Ends of lines of marks: the paths stroked after the art."""
    return [
        (each[1], each[2]) for each in operators(page) if each[0] in ("m", "l") and len(each) == 3
    ]


def lines(page: Any) -> set[tuple[float, float, float, float]]:
    """Straight lines: an m, and the l right after it."""
    made = operators(page)
    return {
        (*first[1:], *then[1:])
        for first, then in pairwise(made)
        if (first[0], then[0]) == ("m", "l")
    }


def test_the_sheet_has_room_for_the_marks(dressed: Dressed) -> None:
    page = dressed(ART).pages[0]
    out = BLEED + SLUG_MM * PT_PER_MM
    assert [float(each) for each in page.mediabox] == pytest.approx(
        [-out, -out, 200 + out, 300 + out], abs=0.001
    )
    assert [float(each) for each in page.trimbox] == [0, 0, 200, 300]


def test_no_mark_reaches_into_the_bleed(dressed: Dressed) -> None:
    bleed = TRIM.grown(BLEED)
    for x, y in points(dressed(ART).pages[0]):
        assert not (bleed.left < x < bleed.right and bleed.bottom < y < bleed.top)


def test_crop_marks_point_at_every_corner_of_the_trim(dressed: Dressed) -> None:
    found = lines(dressed(ART).pages[0])
    for x in (0, 200):
        assert sum(1 for line in found if line[0] == line[2] == x) == 2
    for y in (0, 300):
        assert sum(1 for line in found if line[1] == line[3] == y) == 2


def test_marks_are_on_all_plates(dressed: Dressed) -> None:
    page = dressed(ART).pages[0]
    made = operators(page)
    assert ("CS", "/all") in made
    space = page.obj.Resources.ColorSpace["/all"]
    assert [str(each) for each in list(space)[:3]] == ["/Separation", "/All", "/DeviceCMYK"]
    assert [plain(each) for each in space[3].C1] == [1, 1, 1, 1]


def test_the_art_is_clipped_and_its_state_given_back(dressed: Dressed) -> None:
    made = operators(dressed(b"q q " + ART + b" Q Q").pages[0])
    clip = [plain(each) for each in (-BLEED, -BLEED, 200 + 2 * BLEED, 300 + 2 * BLEED)]
    assert made[0] == ("q",)
    assert made[1] == ("re", *clip)
    assert made[2:4] == [("W",), ("n",)]
    depth = 0
    for each in made:
        depth += {"q": 1, "Q": -1}.get(each[0], 0)
        assert depth >= 0
    assert depth == 0


def test_the_colour_bar_ends_before_the_target(dressed: Dressed) -> None:
    made = operators(dressed(ART).pages[0])
    patches = [each for each in made if each[0] == "re" and each[2] > 300]
    assert patches
    assert all(each[1] + each[3] < 100 - 8 for each in patches)


def test_folds_are_marked_at_both_ends(dressed: Dressed) -> None:
    page = dressed(ART, folds=[[Fold("vertical", 60.0), Fold("horizontal", 120.0)]]).pages[0]
    found = lines(page)
    assert sum(1 for line in found if line[0] == line[2] == 60) == 2
    assert sum(1 for line in found if line[1] == line[3] == 120) == 2
    assert any(each[0] == "d" and each[1] != "[]" for each in operators(page))


def test_a_target_makes_way_for_a_fold(dressed: Dressed) -> None:
    """A fold in the middle of the sheet is where the target would stand."""
    free, folded = (
        {line[0] for line in lines(dressed(ART, folds=folds).pages[0]) if line[0] == line[2]}
        for folds in ((), [[Fold("vertical", 100.0)]])
    )
    (moved,) = folded - free
    assert 100.0 in free & folded
    assert 110 < moved < 140


def test_pages_keep_their_own_resources_and_share_those_of_the_marks() -> None:
    pdf = sheets(b"/a gs", b"")
    pdf.pages[0].obj.Resources.ExtGState = Dictionary({"/a": Dictionary(ca=1)})
    dress(pdf, ["甲", "乙"], THEME)
    first, second = (page.obj.Resources for page in pdf.pages)
    assert {"/a", OVERPRINTS[0, 0]} == set(first.ExtGState.keys())
    assert first.ColorSpace["/all"].objgen == second.ColorSpace["/all"].objgen
    assert first.XObject["/slug"].objgen != second.XObject["/slug"].objgen


def test_slugs_are_black_type_with_embedded_fonts() -> None:
    pdf = sheets(ART)
    short, long = strips(pdf, ["甲", "样刊 2020年第3期 第1页"], THEME)
    assert 0 < short.width < long.width
    assert b"0 0 0 1 k" in long.form.read_bytes()
    assert b"rg" not in long.form.read_bytes()
    for font in long.form.Resources.Font.values():
        descriptor = font.DescendantFonts[0].FontDescriptor
        assert {"/FontFile2", "/FontFile3"} & set(descriptor.keys())


def test_slugs_outlive_the_file_they_were_set_in(dressed: Dressed) -> None:
    pdf = dressed(ART, ART)
    for page in pdf.pages:
        assert len(page.obj.Resources.XObject["/slug"].read_bytes()) > 20
        assert pikepdf.parse_content_stream(page.obj.Resources.XObject["/slug"])


def test_no_slugs_no_strips() -> None:
    assert strips(sheets(ART), [], THEME) == []


def test_counts_must_agree() -> None:
    for slugs, folds in ((["甲"], ()), (["甲", "乙"], [[]])):
        with pytest.raises(ValueError, match="every page"):
            dress(sheets(ART, ART), slugs, THEME, folds)


def test_a_page_without_boxes_is_refused() -> None:
    pdf = sheets(ART)
    del pdf.pages[0].obj.TrimBox
    with pytest.raises(KeyError):
        dress(pdf, ["甲"], THEME)
