"""Indents typed as full-width spaces at the head of a paragraph: the page sets them itself."""

from __future__ import annotations

import re
from collections.abc import Iterator

from plugins.proofing.passages import slice_of
from plugins.proofing.record import Fault, Passage, Proof, Rule

PATTERN = re.compile(r"^\u3000[\u3000 ]*(?=\S)", re.MULTILINE)


def find_all(proof: Proof) -> Iterator[tuple[Passage, Fault]]:
    """Every such indent. Where only the indent begins the paragraph, a blank line takes its place."""
    source = proof.source
    for found in PATTERN.finditer(source, proof.body_start):
        start, end = found.span()
        above = source[source.rfind("\n", 0, max(0, start - 1)) + 1 : max(0, start - 1)]
        is_first = start <= proof.body_start or not above.strip() or source[end] == "|"
        fault = Fault(
            0,
            end - start,
            "段首打了全角空格",
            "不用打，排版时自动缩进；删去",
            "" if is_first else "\n",
            is_safe=True,
        )
        yield slice_of(proof, start, end), fault


RULE = Rule(
    code="P120",
    name="段首的全角空格",
    level="hint",
    source="编辑手册",
    wrong=("　　岚江水清了。", "第一段。\n　　第二段。"),
    right=("岚江水清了。\n\n方一禾　罗松年",),
    find_all=find_all,
)
