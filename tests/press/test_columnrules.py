"""Paragraphs and columns: every rule kept and broken."""

from __future__ import annotations

import pytest

from plugins.press.quality.columnrules import grid_offset, weight
from plugins.press.quality.layoutread import Layout
from plugins.press.quality.linecheck import Share, check
from plugins.press.quality.linefault import Rule
from tests.press.handset import (
    EM,
    FULL,
    HEI,
    KAI,
    LAYOUT,
    LEFT,
    PITCH,
    Row,
    after,
    faults,
    judge,
    page,
    row,
)


@pytest.mark.parametrize("text", ["江", "江。", "5。", "3", "1天。", "——江"])
def test_lone_characters(text: str) -> None:
    assert len(faults(Rule.LONE, row(FULL, 0), after(text))) == 1


@pytest.mark.parametrize("text", ["江河", "江河。", "5天半", "14.9%。", "2020"])
def test_longer_last_lines_are_left_alone(text: str) -> None:
    assert not faults(Rule.LONE, row(FULL, 0), after(text))


def test_a_paragraph_of_one_line_is_never_lone() -> None:
    assert not faults(Rule.LONE, row("江", 0), row("河", 1, x=70))


def test_weight() -> None:
    assert weight("“江，A2%”") == 2.5


TWO = Layout(EM, PITCH, {1: {50.0: (150.0,), 170.0: (270.0,)}})


def torn(rule: Rule, *lines: Row) -> list[str]:
    return [each.text for each in check([page(*lines)], [], TWO).faults if each.rule == rule]


def test_a_last_line_alone_at_a_column_head() -> None:
    left = row(FULL[:8], 0, x=70), row(FULL, 1)
    assert torn(Rule.WIDOW, *left, row("江河湖", 0, x=170)) == ["江河湖"]
    assert torn(Rule.WIDOW, *left, row(FULL, 0, x=170), row("江河湖", 1, x=170)) == []
    assert torn(Rule.WIDOW, *left, row("江河湖", 0, x=190)) == []
    sender = row("（望津分局）", 1, x=170, size=9.0, font=KAI)
    assert torn(Rule.WIDOW, *left, row("江河湖", 0, x=170), sender) == []
    far = row("（望津分局）", 4, x=170, size=9.0, font=KAI)
    assert torn(Rule.WIDOW, *left, row("江河湖", 0, x=170), far) == ["江河湖"]


def test_a_first_line_alone_at_a_column_foot() -> None:
    right = row(FULL, 0, x=170)
    assert torn(Rule.ORPHAN, row(FULL, 0), row(FULL[:8], 1, x=70), right) == [FULL[:8]]
    assert torn(Rule.ORPHAN, row(FULL[:8], 0, x=70), row(FULL, 1), right) == []
    assert torn(Rule.ORPHAN, row(FULL, 0), row("江河", 1, x=70), row("湖", 0, x=190)) == []


FAMILY = Layout(EM, PITCH, LAYOUT.sides, frozenset({"Song"}))


def stranded(*lines: Row) -> list[str]:
    return [
        each.text for each in check([page(*lines)], [], FAMILY).faults if each.rule == Rule.HEADING
    ]


def test_a_heading_at_a_column_foot() -> None:
    assert stranded(row(FULL, 0), row("小标题", 2, font=HEI)) == ["小标题"]
    assert stranded(row(FULL, 0), row("大标题", 2, size=14)) == ["大标题"]


def test_headings_with_text_below_and_other_lines_are_left_alone() -> None:
    assert stranded(row(FULL, 0), row("小标题", 2, font=HEI), row(FULL, 3)) == []
    assert stranded(row(FULL, 0), row("小标题", 2, font=HEI), row("表中文字", 3, size=8)) == []
    assert stranded(row(FULL, 0), row("注明完毕。", 2, font=KAI)) == []
    assert stranded(row(FULL, 0), row("12", 2, font=HEI)) == []
    assert stranded(row(FULL, 0), row("小标题", 2, x=200, font=HEI)) == []


def test_a_folio_below_a_heading_does_not_save_it() -> None:
    assert stranded(row(FULL, 0), row("小标题", 2, font=HEI), row("12", 9, font=HEI)) == ["小标题"]


def test_baselines_stand_on_the_grid() -> None:
    found = judge(row(FULL, 0), row(FULL, 1.02), row(FULL, 2.04), row(FULL, 4), row(FULL, 5))
    assert (found.grid, found.count(Rule.GRID)) == (Share(4, 5), 1)


def test_facing_columns_share_the_grid() -> None:
    lines = [row(FULL, number) for number in range(3)] + [row(FULL, 0.5, x=170)]
    assert torn(Rule.GRID, *lines) == [FULL]


def test_the_measure_is_a_whole_number_of_ems() -> None:
    odd = Layout.single(EM, PITCH, LEFT, 104)
    found = [
        each for each in check([page(row(FULL, 0))], [], odd).faults if each.rule == Rule.MEASURE
    ]
    assert [each.value for each in found] == [10.4]
    assert not faults(Rule.MEASURE, row(FULL, 0))


def test_first_lines_are_indented_by_two_em() -> None:
    assert judge(row(FULL[:8], 0, x=70), after("江河")).indents == Share(1, 1)
    assert [each.value for each in faults(Rule.INDENT, row(FULL[:7], 0, x=75), after("江河"))] == [
        2.5
    ]
    assert len(faults(Rule.INDENT, row(FULL[:8], 0, x=70.6), after("江河"))) == 1
    assert len(faults(Rule.INDENT, row(FULL[:8], 0, x=65), after("江河"))) == 1


def test_an_opening_mark_at_the_indent_may_have_lost_its_blank() -> None:
    assert not faults(Rule.INDENT, row("“江河湖海山川草", 0, x=65), after("江河"))
    assert not faults(Rule.INDENT, row("“江河湖海山川草", 0, x=70), after("江河"))
    assert faults(Rule.INDENT, row("“江河湖海山川草", 0, x=67), after("江河"))


def test_without_a_pitch_there_is_no_grid() -> None:
    assert grid_offset(107, 3, 0) == 0
    assert grid_offset(107, 3, 16) == pytest.approx(-8)
    assert grid_offset(103, 3, 16) == pytest.approx(4)


def test_a_single_line_is_judged_when_its_indent_is_nearly_right() -> None:
    assert judge(row("江河", 0, x=70)).indents == Share(1, 1)
    assert judge(row("江河", 0, x=74)).indents == Share(0, 1)
    assert judge(row("江河", 0, x=66)).indents == Share(0, 1)
    assert judge(row("江河", 0, x=80)).indents == Share(0, 0)
    assert judge(row("江河", 0)).indents == Share(0, 0)


def test_a_heading_is_clearly_larger_than_the_body() -> None:
    assert stranded(row(FULL, 0), row("大标题", 2, size=10.6)) == ["大标题"]
    assert stranded(row(FULL, 0), row("大标题", 2, size=10.45)) == []


def test_a_heading_has_two_characters() -> None:
    assert stranded(row(FULL, 0), row("题", 2, size=14)) == []
    assert stranded(row(FULL, 0), row("标题", 2, size=14)) == ["标题"]


def test_every_measure_is_named_once() -> None:
    odd = Layout.single(EM, PITCH, LEFT, 100.4)
    found = check([page(row(FULL, 0), row(FULL, 1))], [], odd)
    assert found.count(Rule.MEASURE) == 1
    assert (
        check([page(row(FULL, 0))], [], Layout.single(EM, PITCH, LEFT, 100.2)).count(Rule.MEASURE)
        == 0
    )
