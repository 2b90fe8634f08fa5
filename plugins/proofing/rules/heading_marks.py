"""A heading that ends with a mark (治理目标。)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from plugins.article.kinds import Kind
from plugins.proofing.record import Fault, Passage, Rule

FOUND = re.compile(r"[。，、；：]\Z")
KEYS = frozenset({"标题", "副题"})
#: Their headings may be sentences: （一）加强领导。 and the questions of an interview.
SENTENCES = frozenset({Kind.OFFICIAL, Kind.INTERVIEW})


def find(passage: Passage) -> Iterator[Fault]:
    """The last mark of a heading, a headline or a deck; of policy texts and interviews only ， 、 ；."""
    found = FOUND.search(passage.text)
    if not found or (passage.form == "field" and passage.key not in KEYS):
        return
    if passage.proof.kind in SENTENCES and passage.form == "heading" and found[0] in "。：":
        return
    message = f"标题“{passage.text[-8:]}”末尾用了“{found[0]}”"
    yield Fault(*found.span(), message, "标题末尾不用点号（问号、叹号除外）", "")


RULE = Rule(
    code="P307",
    name="标题末尾的标点",
    level="warning",
    source="GB/T 15834—2011 B.4",
    wrong=("## 治理目标。\n\n岸绿水清。", "## 一、治理目标；\n\n岸绿水清。"),
    right=("## 水从哪里来？\n\n从山里来。", "## 治理目标\n\n岸绿水清。"),
    find=find,
    forms=frozenset({"heading", "field"}),
)
