"""A paragraph cut in two by a page or column break: to be joined by a person, never silently."""

from __future__ import annotations

import re
from collections.abc import Iterator

from plugins.hanzi.scripts import is_chinese
from plugins.proofing.passages import slice_of
from plugins.proofing.record import Fault, Passage, Proof, Rule
from plugins.proofing.signs import is_cut, next_passage

ADVICE = "核对原稿，接成一段；本来就是两段的，补上句末标点"
BLANK = re.compile(r"[ \t]*\n[ \t\n]*")


def find_all(proof: Proof) -> Iterator[tuple[Passage, Fault]]:
    """Every gap inside a sentence."""
    for passage in proof.passages:
        following = next_passage(passage)
        if following is None or not is_cut(passage):
            continue
        start, end = passage.places[-1], following.places[0]
        if not BLANK.fullmatch(proof.source, start, end):
            continue
        words = f"{passage.text[-8:]}⏎{following.text[:8]}"
        last, first = passage.text[-1], following.text[0]
        mend = "" if is_chinese(last) or is_chinese(first) or last.isdigit() else " "
        yield (
            slice_of(proof, start, end),
            Fault(0, end - start, f"一段话像是断成了两段：“{words}”", ADVICE, mend),
        )


RULE = Rule(
    code="P124",
    name="段落断开",
    level="warning",
    source="编辑惯例：一段话不因分页、分栏断成两段",
    wrong=(
        "全省生态环境系统要把思想统一到抓落实、守底线、促发展的各项工作上来，切实增强打赢攻坚\n\n战的信心，把各项措施落到实处。",
    ),
    right=(
        "全省生态环境系统要把思想统一到抓落实、守底线、促发展的各项工作上来，切实增强信心。\n\n各市要把措施落到实处。",
        "岚江水清，\n\n岸柳青青。",
        "监测员在望津断面采水样，冬天的江风里一站就是几小时 方一禾 摄\n\n您知道水样是怎么采的吗？",
    ),
    find_all=find_all,
)
