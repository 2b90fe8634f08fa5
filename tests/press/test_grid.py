"""Boxes on the baseline grid: whole lines high, what follows them on the pitch."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from weasyprint import HTML
from weasyprint.formatting_structure import boxes
from weasyprint.layout import block

from plugins.press.lines.grid import HAIR, missing, snapping

PX = 0.75
STYLE = """
@page { size: 200pt 160pt; margin: 16pt }
html { font: 10pt/16pt sans-serif } body, p, div { margin: 0; orphans: 1; widows: 1 }
"""


@pytest.mark.parametrize(
    ("height", "lacks"),
    [(0, 0), (16, 0), (17, 15), (31.96, 0.04), (32.04, 0), (32.06, 15.94), (160.01, 0)],
)
def test_missing(height: float, lacks: float) -> None:
    assert missing(height, 16) == pytest.approx(lacks)


@given(st.floats(0, 1000), st.floats(5, 40))
def test_what_is_missing_makes_whole_lines(height: float, pitch: float) -> None:
    lacks = missing(height, pitch)
    assert 0 <= lacks <= pitch
    over = (height + lacks) % pitch
    assert min(over, pitch - over) <= HAIR


def laid_out(body: str) -> dict[str, Any]:
    """Boxes by the id of their elements; a box on several pages is known by its last part."""
    with snapping():
        document = HTML(string=f"<style>{STYLE}</style>{body}").render()
    return {
        box.element.get("id"): box
        for page in document.pages
        for box in page._page_box.descendants()
        if isinstance(box, boxes.BlockLevelBox)
        and box.element is not None
        and box.element.get("id")
    }


@pytest.mark.press
@pytest.mark.parametrize(("height", "snapped"), [("20pt", 32), ("32pt", 32), ("1pt", 16), ("0", 0)])
def test_a_box_is_made_whole_lines_high(height: str, snapped: float) -> None:
    found = laid_out(f'<div id="a" style="--snap:16pt;height:{height}"></div><p id="b">b')
    assert found["a"].border_height() * PX == pytest.approx(snapped)
    assert (found["b"].position_y - found["a"].position_y) * PX == pytest.approx(snapped)


@pytest.mark.press
def test_padding_and_border_count_and_margins_do_not() -> None:
    found = laid_out(
        '<div id="a" style="--snap:16pt;padding:3pt;border:1pt solid;margin:0 0 16pt">a</div><p id="b">b'
    )
    assert found["a"].border_height() * PX == pytest.approx(32)
    assert (found["b"].position_y - found["a"].position_y) * PX == pytest.approx(48)


@pytest.mark.press
def test_middle_puts_half_of_what_was_added_above() -> None:
    top, middle = (
        laid_out(f'<div id="a" style="--snap:16pt {how};padding-top:8pt"><p id="b">b</p></div>')
        for how in ("", "middle")
    )
    assert (middle["b"].position_y - top["b"].position_y) * PX == pytest.approx(4)
    assert middle["a"].border_height() == top["a"].border_height()


@pytest.mark.press
def test_what_only_inherits_the_wish_is_left() -> None:
    found = laid_out(
        '<div id="a" style="--snap:16pt;padding:3pt"><div id="b" style="height:20pt"></div></div><p id="c" style="height:5pt">'
    )
    assert found["b"].border_height() * PX == pytest.approx(20)
    assert found["a"].border_height() * PX == pytest.approx(32)
    assert found["c"].border_height() * PX == pytest.approx(5)


@pytest.mark.press
def test_a_box_inside_may_wish_for_itself() -> None:
    found = laid_out(
        '<div id="a" style="--snap:16pt"><div id="b" style="--snap:16pt;height:20pt"></div></div>'
    )
    assert found["b"].border_height() * PX == pytest.approx(32)
    assert found["a"].border_height() * PX == pytest.approx(32)


@pytest.mark.press
def test_only_the_last_part_of_a_divided_box_is_snapped() -> None:
    lines = "<p>a" * 9
    found = laid_out(f'<div id="a" style="--snap:16pt;padding-bottom:5pt">{lines}</div><p id="b">b')
    assert found["a"].border_height() * PX == pytest.approx(32)
    assert (found["b"].position_y - found["a"].position_y) * PX == pytest.approx(32)


@pytest.mark.press
def test_weasyprints_function_is_back_in_place() -> None:
    before = block.block_level_layout
    with snapping():
        assert block.block_level_layout is not before
    assert block.block_level_layout is before
    with pytest.raises(ZeroDivisionError), snapping():
        raise ZeroDivisionError
    assert block.block_level_layout is before
