"""A rule (---) between two halves of one sentence: what is left of a page break."""

from __future__ import annotations

from collections.abc import Iterator

from plugins.proofing.blocks import RULE as LINE
from plugins.proofing.passages import slice_of
from plugins.proofing.record import Fault, Passage, Proof, Rule
from plugins.proofing.signs import is_cut, next_passage


def find_all(proof: Proof) -> Iterator[tuple[Passage, Fault]]:
    """Every such rule, with the blank lines around it."""
    if "---" not in proof.source and "***" not in proof.source and "___" not in proof.source:
        return
    for passage in proof.passages:
        following = next_passage(passage)
        if following is None or not is_cut(passage):
            continue
        start, end = passage.places[-1], following.places[0]
        gap = proof.source[start:end]
        if any(LINE.match(line) for line in gap.split("\n")):
            words = f"{passage.text[-8:]}⏎{following.text[:8]}"
            fault = Fault(
                0,
                end - start,
                f"分页线把一句话断成两截：“{words}”",
                "删去分页线，接成一段",
                "",
                is_safe=True,
            )
            yield slice_of(proof, start, end), fault


RULE = Rule(
    code="P118",
    name="句中的分页线",
    level="error",
    source="编辑手册",
    wrong=(
        "全省生态环境系统要把思想统一到抓落实、守底线、促发展的各项工作上来，切实增强打赢攻坚\n\n---\n\n战的信心，把各项措施落到实处。",
    ),
    right=(
        "岸线退出来了，水也清了，望津人重新走到了自己的江边，看见了自己的江。\n\n---\n\n大湾的故事还在继续。",
    ),
    find_all=find_all,
)
