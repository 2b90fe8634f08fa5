"""A count that is announced (提出3点要求) and another that is given (第一 … 第四)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from plugins.proofing.record import Fault, Passage, Proof, Rule
from plugins.proofing.rules.ordinals import Member, members

HAN = "零一二三四五六七八九十"
ANNOUNCED = re.compile(
    r"(?<![第\d.])(\d{1,2}|[一二两三四五六七八九十]{1,2})(?:点|个方面|项|条|方面|个)(?:具体|重点|明确)?"
    r"(?:要求|意见|建议|举措|措施|任务|工作|问题|内容|原则)?(?:如下)?[：:。，]"
)


def find(proof: Proof) -> Iterator[tuple[Passage, Fault]]:
    """Counts right before a sequence that has more or fewer members."""
    listed = list(members(proof))
    for passage in proof.passages:
        for found in ANNOUNCED.finditer(passage.text):
            given = _given(listed, passage, found.end())
            wanted = _value(found[1])
            if given and wanted > 1 and given != wanted:
                message = f"“{found[0][:-1]}”，下面列了{given}项"
                yield passage, Fault(found.start(), found.end() - 1, message, "核对项数")


def _given(listed: list[Member], passage: Passage, place: int) -> int:
    """How many members the sequence has that begins at a place; 0: none begins there."""
    at = next(
        (n for n, each in enumerate(listed) if each.passage is passage and each.start == place),
        None,
    )
    if at is None or listed[at].value != 1:
        return 0
    first = listed[at]
    count = 1
    for each in listed[at + 1 :]:
        if each.family != first.family:
            continue
        if each.value != count + 1:
            break
        count += 1
    return count


def _value(number: str) -> int:
    if number.isdigit():
        return int(number)
    number = number.replace("两", "二")
    if number.startswith("十") and len(number) == 2:
        return 10 + HAN.index(number[1])
    return HAN.index(number) if len(number) == 1 else 0


RULE = Rule(
    code="P305",
    name="列举项数不符",
    level="warning",
    source="CY/T 266—2023《图书编校质量差错判定和计算方法》",
    wrong=("会议提出三点要求：一是查清底数；二是逐口封堵；三是建档销号；四是定期回访。",),
    right=(
        "会议提出三点要求：一是查清底数；二是逐口封堵；三是建档销号。",
        "会议提出两点要求。第一，查清底数。第二，逐口封堵。随后，代表提出三点建议：第一，建档。第二，销号。第三，回访。",
    ),
    find_all=find,
)
