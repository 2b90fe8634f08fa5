"""Every rule proves itself by its own examples; what is right for one rule is no error for any."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path

import pytest

from plugins.proofing.lists import read_lists
from plugins.proofing.proofing import proof_manuscript
from plugins.proofing.record import ALL, Rule
from plugins.proofing.remark import Remark
from plugins.proofing.rules import issue_rules, rules

LISTS = read_lists(Path(__file__).parents[2] / "content/style")
EXAMPLES = [(rule, text) for rule in rules() for text in rule.wrong]
RIGHT = [(rule, text) for rule in rules() for text in rule.right]


def read(text: str, *only: str) -> list[Remark]:
    """What is said of a text in an issue of March 2020."""
    published = date(2020, 3, 20)
    return proof_manuscript(
        "a.md", text, LISTS, issue_key="2020-03", published=published, only=only
    )


@pytest.mark.parametrize(("rule", "text"), EXAMPLES, ids=lambda value: getattr(value, "code", None))
def test_a_wrong_example_is_found(rule: Rule, text: str) -> None:
    assert rule.code in [each.code for each in read(text, rule.code)]


@pytest.mark.parametrize(("rule", "text"), RIGHT, ids=lambda value: getattr(value, "code", None))
def test_a_right_example_is_left_alone(rule: Rule, text: str) -> None:
    found = read(text)
    assert [each for each in found if each.code == rule.code or each.level == "error"] == []


@pytest.mark.parametrize("rule", rules(), ids=lambda rule: rule.code)
def test_a_rule_is_whole(rule: Rule) -> None:
    assert re.fullmatch(r"P[1-3]\d\d", rule.code)
    assert rule.name
    assert rule.source
    assert rule.wrong
    assert rule.right
    assert (rule.find is None) != (rule.find_all is None)
    assert rule.forms
    assert rule.forms <= ALL


def test_codes_are_in_order_and_apart() -> None:
    codes = [rule.code for rule in (*rules(), *issue_rules())]
    assert codes == sorted(set(codes))
