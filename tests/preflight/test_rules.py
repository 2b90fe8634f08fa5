"""Every rule of pre-flight: a good file keeps it, and a file spoilt for it breaks it alone."""

from __future__ import annotations

from pathlib import Path

import pytest

from plugins.press.preflight.preflight import GROUPS, RULES, inspect
from plugins.press.preflight.record import Expected, Report
from plugins.press.preflight.rulebook import Rule
from tests.preflight.specimen import Specimen
from tests.preflight.spoilers import CASES

CODES = sorted(CASES)


def judged(path: Path, code: str, spoilt: bool) -> Report:
    case = CASES[code]
    file = Specimen(case.standard)
    if spoilt:
        case.spoil(file)
    order = case.order if spoilt else Expected()
    return inspect(file.save(path / "a.pdf"), Expected(case.standard, **_rest(order)))


def _rest(order: Expected) -> dict[str, object]:
    return {"trim_mm": order.trim_mm, "fold": order.fold}


@pytest.mark.parametrize("standard", ["X-4", "X-1a"])
def test_a_good_file_has_no_faults(tmp_path: Path, standard: str) -> None:
    report = inspect(Specimen(standard).save(tmp_path / "good.pdf"))
    assert report.faults == ()
    assert report.passed
    assert report.standard == f"PDF/{standard}"
    assert len(report.rules) > 80
    assert all(rule.passed for rule in report.rules)


def test_every_rule_has_a_file_that_breaks_it() -> None:
    assert {rule.code for rule in RULES} == set(CASES)
    assert len(RULES) == len({rule.code for rule in RULES}) >= 45


@pytest.mark.parametrize("code", CODES)
def test_a_file_breaks_one_rule_only(tmp_path: Path, code: str) -> None:
    report = judged(tmp_path, code, spoilt=True)
    assert {fault.code for fault in report.faults} == {code}
    assert [rule.code for rule in report.rules if not rule.passed] == [code]


@pytest.mark.parametrize("code", CODES)
def test_a_good_file_is_asked_and_passes(tmp_path: Path, code: str) -> None:
    report = judged(tmp_path, code, spoilt=False)
    assert [rule.passed for rule in report.rules if rule.code == code] == [True]


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.code)
def test_a_rule_says_its_title_its_source_and_the_way_out(rule: Rule) -> None:
    assert all((rule.title, rule.source, rule.hint))


def test_codes_go_by_groups() -> None:
    for number, group in enumerate(GROUPS.values(), 1):
        assert {rule.code[:2] for rule in group} == {f"Y{number}"}
