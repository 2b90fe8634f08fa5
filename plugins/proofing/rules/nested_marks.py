"""Title marks within title marks, quotation marks within quotation marks: the inner ones are single."""

from __future__ import annotations

import re
from collections.abc import Iterator

from plugins.proofing.record import Fault, Passage, Rule

PATTERN = re.compile(
    r"《[^《》]*(?P<title>《(?P<named>[^《》]*)》)[^《》]*》|“[^“”]*(?P<quote>“(?P<said>[^“”]*)”)[^“”]*”"
)


def find(passage: Passage) -> Iterator[Fault]:
    """Every inner pair of the outer kind."""
    for found in PATTERN.finditer(passage.text):
        name = "title" if found["title"] else "quote"
        mend = f"〈{found['named']}〉" if name == "title" else f"‘{found['said']}’"
        kind = "书名号" if name == "title" else "引号"
        message = f"{kind}里又用了双{kind}“{found[name]}”"
        is_safe = not any(mark in mend[1:-1] for mark in "〈〉‘’")
        yield Fault(*found.span(name), message, f"里层用单{kind}，改为{mend}", mend, is_safe)


RULE = Rule(
    code="P127",
    name="引号书名号套用",
    level="error",
    source="GB/T 15834—2011 4.8.3.4、4.15.3.5",
    wrong=("印发《关于实施《岚江条例》的意见》。", "他说：“这叫“还岸于民”工程。”"),
    right=("印发《关于实施〈岚江条例〉的意见》。", "他说：“这叫‘还岸于民’工程。”"),
    find=find,
)
