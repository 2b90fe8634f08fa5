"""Where lines may not begin, end or be broken: every rule kept and broken."""

from __future__ import annotations

import pytest

from plugins.press.quality.breakrules import broken_between
from plugins.press.quality.linefault import Rule
from tests.press.handset import FULL, after, faults, judge, row


@pytest.mark.parametrize("sign", "，。、；：？！”’）》〉】〕」』·～%‰℃％")
def test_no_closing_sign_begins_a_line(sign: str) -> None:
    assert len(faults(Rule.LINE_START, row(FULL, 0), after(f"{sign}江河"))) == 1


@pytest.mark.parametrize("sign", "“‘（《〈【〔「『")
def test_no_opening_mark_ends_a_line(sign: str) -> None:
    assert len(faults(Rule.LINE_END, row(FULL[:9] + sign, 0), after("江河"))) == 1


def test_marks_in_their_places_are_left_alone() -> None:
    found = judge(row("“江河湖海山川草木”", 0), after("《江河》。")).faults
    assert not [each for each in found if each.rule in (Rule.LINE_START, Rule.LINE_END)]


@pytest.mark.parametrize(
    ("before", "after"),
    [("江河—", "—湖海"), ("江河…", "…湖海"), ("江河⸺", "⸺湖海")],
)
def test_double_marks_are_not_parted(before: str, after: str) -> None:
    assert broken_between(before, after) is Rule.DOUBLE_MARK


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("共20", "20吨"),
        ("共1,2", "00吨"),
        ("共2", ".5吨"),
        ("共2.", "5吨"),
        ("上午10:", "30开"),
        ("共60", "%，"),
        ("气温25", "℃，"),
        ("全长3.5", "km，"),
        ("浓度25μg/", "m³，"),
        ("浓度25μ", "g/m3，"),
        ("浓度25", "μg/m³，"),
        ("￥", "30元"),
        ("±", "3分"),
        ("气温－", "5度"),
        ("气温-", "5度"),
        ("PM", "2.5浓度"),
        ("PM2", ".5浓度"),
        ("COVID-", "19"),
        ("环函〔20", "20〕260号"),
        ("环函〔2020〕", "260号"),
        ("环函〔2020〕260", "号"),
        ("环函〔", "2020〕260号"),
    ],
)
def test_numbers_and_their_units_are_not_parted(before: str, after: str) -> None:
    assert broken_between(before, after) is Rule.NUMBER


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("共20", "吨"),
        ("自2020", "年起"),
        ("环函", "〔2020〕260号"),
        ("3", "万"),
        ("2018—", "2020年"),
        ("如http://example.org/2020", "03/a.html"),
        ("发至office@example2", "0.org"),
        ("江河——", "湖海"),
        ("江河……", "湖海"),
        ("共20吨", "30车"),
        ("用Windows", "10系统"),
        ("在A座", "3楼"),
    ],
)
def test_other_breaks_are_left_alone(before: str, after: str) -> None:
    assert broken_between(before, after) is None


def test_a_break_between_paragraphs_parts_nothing() -> None:
    assert not faults(Rule.NUMBER, row("共20", 0), row("20吨", 1, x=70))
    (found,) = faults(Rule.NUMBER, row("江河湖海山川草木20", 0), after("20吨"))
    assert found.text == "江河湖海山川草木20|20吨"
