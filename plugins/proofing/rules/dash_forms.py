"""Dashes made of hyphens or of look-alikes, or too long."""

from __future__ import annotations

import re
from collections.abc import Iterator

from plugins.proofing.record import Fault, Passage, Rule
from plugins.proofing.signs import HAN

BESIDE = f"{HAN}，。；：？！“”‘’（）《》0-9％%"
PATTERN = re.compile(
    rf"(?<=[{BESIDE}])[ ]?-{{2,}}[ ]?(?=[{BESIDE}]|$)|^-{{2,}}[ ]?(?=[{BESIDE}])"
    rf"|—{{3,}}|[―─━⸺]+|－{{2,}}|(?<=[{HAN}])ー{{1,2}}(?=[{HAN}])|—[ ]—"
)


def find(passage: Passage) -> Iterator[Fault]:
    """Every such dash."""
    for found in PATTERN.finditer(passage.text):
        message = f"破折号写成了“{found[0].strip()}”"
        yield Fault(*found.span(), message, "改为“——”", "——", is_safe=True)


RULE = Rule(
    code="P114",
    name="破折号形式",
    level="error",
    source="GB/T 15834—2011 4.10.2",
    wrong=("大湾--望津人的江湾。", "磨光车间――沉淀池接进了雨水井。", "还有一句————守得住才算还。"),
    right=(
        "大湾——望津人的江湾。",
        "物理-化学法处理，型号ZQ--3按原样照录为ZQ-3。",
        "渡口—砚山航线复航。",
    ),
    find=find,
)
