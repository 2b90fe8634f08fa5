"""The rules: every module here has one constant, ``RULE``, for one manuscript or across an issue."""

from __future__ import annotations

import importlib
import pkgutil
from functools import cache

from plugins.proofing.record import IssueRule, Rule


@cache
def rules() -> tuple[Rule, ...]:
    """All rules of one manuscript, by code. Raises ValueError when two rules share a code."""
    return tuple(each for each in _all() if isinstance(each, Rule))


@cache
def issue_rules() -> tuple[IssueRule, ...]:
    """All rules across an issue, by code."""
    return tuple(each for each in _all() if isinstance(each, IssueRule))


@cache
def _all() -> tuple[Rule | IssueRule, ...]:
    found = [
        importlib.import_module(f"{__name__}.{each.name}").RULE
        for each in pkgutil.iter_modules(__path__)
    ]
    codes = [rule.code for rule in found]
    if doubled := {code for code in codes if codes.count(code) > 1}:
        raise ValueError(f"two rules share a code: {', '.join(sorted(doubled))}")
    return tuple(sorted(found, key=lambda rule: rule.code))
