"""， and 、 mixed between parallel phrases of one length and one ending."""

from __future__ import annotations

import re
from collections.abc import Iterator

from plugins.proofing.record import Fault, Passage, Rule

PARTS = re.compile(r"[^，、。；：！？“”（）《》\n]+(?:[，、][^，、。；：！？“”（）《》\n]+){2,}")
SHORTEST, LONGEST, SHARED = 4, 12, 2


def find(passage: Passage) -> Iterator[Fault]:
    """The second mark of three parallel phrases whose marks differ."""
    text = passage.text
    if "、" not in text or "，" not in text:
        return
    for found in PARTS.finditer(text):
        pieces = re.split("([，、])", found[0])
        at = found.start()
        for n in range(0, len(pieces) - 4, 2):
            first, mark, second, other, third = pieces[n : n + 5]
            if mark != other and _are_parallel(first, second, third):
                start = at + len(first) + 1 + len(second)
                message = f"“{first}{mark}{second}{other}{third}”并列，却混用了逗号和顿号"
                yield Fault(start, start + 1, message, "统一用逗号，或统一用顿号")
            at += len(first) + 1


def _are_parallel(*phrases: str) -> bool:
    lengths = {len(phrase) for phrase in phrases}
    if (
        len(lengths) > 1
        or not SHORTEST <= min(lengths) <= LONGEST
        or len(set(phrases)) < len(phrases)
    ):
        return False
    return len({phrase[-SHARED:] for phrase in phrases}) == 1


RULE = Rule(
    code="P112",
    name="并列语混用逗号顿号",
    level="warning",
    source="GB/T 15834—2011 4.4.3、4.5.3、B.1.1",
    wrong=("按照“巡查力度不减，执法力度不减、服务力度不减”的要求推进。",),
    right=(
        "按照“巡查力度不减、执法力度不减、服务力度不减”的要求推进。",
        "会上，各市、各县交流了做法，省厅作了部署。",
    ),
    find=find,
)
