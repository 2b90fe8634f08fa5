"""docs/prepress.md lists the rules as they are."""

from __future__ import annotations

import re
from pathlib import Path

from plugins.press.preflight.preflight import RULES

PAGE = Path(__file__).resolve().parents[2] / "docs" / "prepress.md"
LEVELS = {"error": "错误", "warning": "警告", "hint": "提示"}


def test_every_rule_stands_in_the_page_and_no_other() -> None:
    rows = re.findall(
        r"^\| (Y\d{3}) \| (.+?) \| (.+?) \| (.*?) \| (.+?) \|$", PAGE.read_text("utf-8"), re.M
    )
    made = [
        (rule.code, LEVELS[rule.level], rule.title, "、".join(rule.standards), rule.source)
        for rule in RULES
    ]
    assert [(a, b, c, d.strip(), e) for a, b, c, d, e in rows] == made


def test_the_page_counts_them() -> None:
    assert f"## 规则（{len(RULES)} 条）" in PAGE.read_text("utf-8")
