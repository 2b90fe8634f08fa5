"""Marks behind numbers that order (第一、 （一）、 1、)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from plugins.proofing.record import Fault, Passage, Rule

NUMERAL = "[一二三四五六七八九十]"
#: Where a part of a text may begin.
HEAD = r"(?:\A|(?<=[。；：！？]))"
WORDS = re.compile(
    rf"{HEAD}(第{NUMERAL}{{1,3}}|其{NUMERAL}|首先|其次|再次|最后)(、)(?![第其{NUMERAL[1:-1]}])"
)
BRACKETED = re.compile(rf"{HEAD}[（(](?:{NUMERAL}{{1,3}}|\d{{1,2}})[）)]([、，,．.])(?![（(\d])")
CIRCLED = re.compile(rf"{HEAD}[①-⑳]([、，．.])(?![①-⑳])")
HAN = re.compile(rf"\A{NUMERAL}{{1,3}}([．.])(?=[\u4e00-\u9fff ])")
ARABIC = re.compile(r"\A\d{1,2}(、)(?=[\u4e00-\u9fff“《])")


def find(passage: Passage) -> Iterator[Fault]:
    """Every such number with another mark than the standard gives it."""
    text = passage.text
    for found in WORDS.finditer(text):
        message = f"“{found[0]}”：“{found[1]}”后用逗号"
        yield Fault(*found.span(2), message, "改为逗号", "，", is_safe=True)
    for pattern in (BRACKETED, CIRCLED):
        for found in pattern.finditer(text):
            message = f"“{found[0]}”：带括号、带圈的序号后面不用点号"
            yield Fault(*found.span(1), message, "删去", "", is_safe=True)
    if (head := HAN.match(text)) and passage.form != "cell":
        message = f"“{head[0]}”：汉字序号后用顿号"
        yield Fault(*head.span(1), message, "改为顿号", "、", is_safe=True)
    if (number := ARABIC.match(text)) and passage.form != "cell":
        message = f"“{number[0]}”：阿拉伯数字序号后用下脚点"
        yield Fault(*number.span(1), message, "改为“.”", ".", level="warning")


RULE = Rule(
    code="P303",
    name="序号后的标点",
    level="error",
    source="GB/T 15834—2011 B.3.1—B.3.4",
    wrong=(
        "第一、查清底数；第二、逐口封堵。",
        "（一）、查清底数",
        "要做到：（1）、查清底数；（2）、逐口封堵。",
        "一.查清底数",
        "1、查清底数",
    ),
    right=(
        "第一，查清底数；第二，逐口封堵。第一、二季度完成，第一、第二产业并进。",
        "（一）查清底数",
        "依照（一）、（二）项办理。",
        "一、查清底数",
        "1.查清底数",
    ),
    find=find,
)
