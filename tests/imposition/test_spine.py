"""Thickness, creep, and what stands on the spine."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from math import pi

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plugins.issue.record import Issue, Printing, Publication
from plugins.press.imposition.spine import GLUE_MM, push_mm, spine_mm, thickness_mm
from plugins.press.imposition.spinetext import END_MM, spine_cells, spine_text

ISSUE = Issue(
    key="2020-03",
    number=3,
    whole_number=294,
    published=date(2020, 3, 20),
    publication=Publication(name="岚江环境"),
)


def with_text(text: str) -> Issue:
    printing = Printing(spine_text=text)
    return replace(ISSUE, publication=replace(ISSUE.publication, printing=printing))


def test_a_glued_spine() -> None:
    assert spine_mm("perfect", 64, 100, 190) == pytest.approx(3.2 + 0.38 + GLUE_MM, abs=0.05)
    assert spine_mm("perfect", 128, 100, 0) == 6.7


def test_a_stitched_issue_has_no_spine() -> None:
    assert spine_mm("saddle", 64, 0, 0) == 0


def test_no_spine_without_a_caliper() -> None:
    with pytest.raises(ValueError, match="caliper"):
        spine_mm("perfect", 64, 0, 190)


def test_thickness() -> None:
    assert thickness_mm(64, 100, 190) == pytest.approx(3.58)


def path_to_the_fore_edge(sheet: int, caliper: float, leaf: float) -> float:
    """How far from the middle of a round back a leaf reaches; sheets are counted from within."""
    return leaf - pi / 2 * caliper * (sheet + 0.5)


@given(st.integers(2, 30), st.integers(40, 400))
def test_pushed_pages_end_in_one_line(sheets: int, caliper: int) -> None:
    """After the push, all pages stand as far from the cut as those of the outermost sheet."""
    reach = []
    for depth in range(sheets):
        edge = path_to_the_fore_edge(sheets - 1 - depth, caliper / 1000, 210)
        reach.append(edge - push_mm(depth, caliper))
    assert max(reach) - min(reach) < 1e-9


@pytest.mark.parametrize("width", [0.0, 3.9, 4.9])
def test_a_narrow_spine_bears_no_text(width: float) -> None:
    assert spine_text(ISSUE, width, 285) is None


def test_name_year_and_number() -> None:
    made = spine_text(ISSUE, 6.5, 285)
    assert made is not None
    told = ["".join(cell.text for cell in part) for part in made.parts]
    assert told == ["岚江环境", "2020年第3期", "总第294期"]


def test_own_words() -> None:
    made = spine_text(with_text("岚江环境　增刊"), 6.5, 285)
    assert made is not None
    assert ["".join(cell.text for cell in part) for part in made.parts] == ["岚江环境", "增刊"]


@pytest.mark.parametrize(
    ("text", "manners"),
    [
        ("环", ["upright"]),
        ("3", ["upright"]),
        ("12", ["abreast"]),
        ("2020", ["turned"]),
        ("PM2.5", ["turned"]),
        ("第12期", ["upright", "abreast", "upright"]),
    ],
)
def test_manners_of_cells(text: str, manners: list[str]) -> None:
    assert [cell.manner for cell in spine_cells(text)] == manners


def test_marks_take_their_upright_forms() -> None:
    assert "".join(cell.text for cell in spine_cells("《年鉴》（下）")) == "︽年鉴︾︵下︶"


@given(st.text("岚江环境年鉴第期0123456789AB（）", min_size=1, max_size=120), st.floats(5, 40))
def test_the_text_fits_the_spine(text: str, width: float) -> None:
    made = spine_text(with_text(text), width, 285)
    assert made is not None
    ems = sum(cell.length for part in made.parts for cell in part)
    assert made.size_mm < width
    assert ems * made.size_mm <= 285 - 2 * END_MM + 0.01 * ems
