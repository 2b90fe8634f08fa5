"""Which imposition an issue asks for."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from pikepdf import Pdf

from plugins.issue.record import Issue, Printing, Publication
from plugins.press.imposition.order import formes
from plugins.press.imposition.scheme import cover_folds, scheme
from plugins.press.imposition.sheetplan import MARK_HEIGHT, Fold, Paper, sheet_plan
from plugins.press.imposition.spinestrip import draw_spine

ROOT = Path(__file__).resolve().parents[2]
PAPER = Paper(600, 800, 8, 6)


def publication(binding: Any = "saddle", **keys: Any) -> Publication:
    return Publication(name="样刊", binding=binding, printing=Printing(**keys))


def issue(binding: Any, **keys: Any) -> Issue:
    return Issue(
        key="2020-03",
        number=3,
        whole_number=294,
        published=date(2020, 3, 20),
        publication=publication(binding, **keys),
    )


def test_none_is_asked_for() -> None:
    assert scheme(publication(), 64) is None


@pytest.mark.parametrize(
    ("binding", "imposition", "name", "sheets", "gathered"),
    [
        ("saddle", "saddle", "骑马订拼版", 16, False),
        ("saddle", "signatures", "16页折手", 4, False),
        ("perfect", "signatures", "16页折手", 4, True),
    ],
)
def test_schemes(binding: str, imposition: str, name: str, sheets: int, gathered: bool) -> None:
    made = scheme(publication(binding, imposition=imposition), 64)
    assert made is not None
    assert (made.name, len(made.signatures), made.gathered) == (name, sheets, gathered)
    assert len(made.labels) == len(list(made.plans(600, 800, 8))) == 2 * sheets


def test_folds_of_a_cover() -> None:
    assert cover_folds(0, 600) == (Fold("vertical", 600),)
    assert [fold.at for fold in cover_folds(18, 600)] == [600, 618]


def test_gaps_of_a_signature() -> None:
    """Milled at the spine, cut at fore edge and head."""
    plan = sheet_plan(formes(range(1, 17))[0], PAPER, {})
    assert (plan.width, plan.height) == (4 * 600 + 2 * 12 + 16, 2 * 800 + 16)
    assert [fold.at for fold in plan.folds] == [606, 1220, 1834, 808]


def test_nothing_shows_over_a_fold() -> None:
    for forme in formes(range(1, 33)):
        plan = sheet_plan(forme, PAPER, {})
        lines = {
            axis: [f.at for f in plan.folds if f.axis == axis]
            for axis in ("vertical", "horizontal")
        }
        for each in plan.placements:
            x0, y0, x1, y1 = each.clip
            assert not [at for at in lines["vertical"] if x0 < at < x1]
            assert not [at for at in lines["horizontal"] if y0 < at < y1]


def test_pages_are_pushed_towards_their_spine() -> None:
    for forme in formes(range(1, 17)):
        for each in sheet_plan(forme, PAPER, dict.fromkeys(range(1, 17), 2.0)).placements:
            assert each.push == (2.0 if each.cell.spine_right else -2.0)
            across = [
                o for o in sheet_plan(forme, PAPER, {}).placements if o.trim[1] == each.trim[1]
            ]
            spine = each.trim[2] if each.push > 0 else each.trim[0]
            near = [o for o in across if min(abs(o.trim[0] - spine), abs(o.trim[2] - spine)) == 12]
            assert len(near) == 1


def test_marks_only_where_a_back_is_milled() -> None:
    front = formes(range(1, 17))[0]
    marks = [sheet_plan(front, PAPER, {}, number).mark for number in (0, 1, 2)]
    assert marks[0] is None
    assert marks[1] is not None
    assert marks[2] is not None
    assert marks[1][1] == pytest.approx(marks[2][3])
    assert marks[1][3] - marks[1][1] == pytest.approx(MARK_HEIGHT)
    assert marks[1][2] - marks[1][0] == 12
    assert sheet_plan(front, replace(PAPER, milling=0), {}, 1).mark is None
    assert sheet_plan(formes((1, 2))[0], PAPER, {}, 1).mark is None


def test_many_signatures_begin_the_stair_again() -> None:
    front = formes(range(1, 17))[0]
    for number in range(1, 60):
        mark = sheet_plan(front, PAPER, {}, number).mark
        assert mark is not None
        assert 0 < mark[1] < mark[3] < 800


@pytest.mark.press
def test_the_spine_is_drawn(tmp_path: Path) -> None:
    content = tmp_path / "content"
    (content / "2020-03").mkdir(parents=True)
    for width, told in ((6.5, True), (4.0, False)):
        file = tmp_path / f"{width}.pdf"
        draw_spine(issue("perfect", caliper_um=100), content, ROOT / "theme", file, width, 285.0)
        with Pdf.open(file) as pdf:
            (page,) = pdf.pages
            size = [float(each) * 25.4 / 72 for each in page.mediabox[2:]]
            assert size == pytest.approx([width, 291], abs=0.01)
            assert ("/Font" in page.resources and bool(page.resources.Font)) is told


def test_a_stitched_issue_has_no_spine_to_draw(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="no spine"):
        draw_spine(issue("saddle"), tmp_path, ROOT / "theme", tmp_path / "a.pdf", 0, 285)
