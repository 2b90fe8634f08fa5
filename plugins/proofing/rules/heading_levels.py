"""Headings numbered one way at two Markdown levels, or a lower level numbered like a higher one."""

from __future__ import annotations

from collections.abc import Iterator

from plugins.hanzi.numerals import read_number
from plugins.proofing.record import Fault, Passage, Proof, Rule

NAMES = {1: "一、", 2: "（一）", 3: "1.", 4: "（1）"}


def find(proof: Proof) -> Iterator[tuple[Passage, Fault]]:
    """Every numbered heading whose Markdown level does not fit its number.

    The level at which most headings of one style stand is taken for right (of two, the higher).
    """
    headings = [(each, _style(each)) for each in proof.passages if each.form == "heading"]
    numbered = [(each, style) for each, style in headings if style]
    levels = {style: _usual([p.level for p, s in numbered if s == style]) for _, style in numbered}
    for passage, style in numbered:
        if passage.level != levels[style]:
            words, wanted = passage.text[:12], "#" * levels[style]
            message = f"“{words}”用了{'#' * passage.level}，同一种编号的标题别处用{wanted}"
            yield passage, Fault(0, len(passage.text), message, f"改为{wanted}")
    yield from _upside_down(numbered, levels)


def _upside_down(
    numbered: list[tuple[Passage, int]], levels: dict[int, int]
) -> Iterator[tuple[Passage, Fault]]:
    """The first heading of a style that stands above a style it should stand below."""
    for style in sorted(levels):
        above = [other for other in levels if other < style and levels[other] >= levels[style]]
        if not above:
            continue
        passage = next(p for p, s in numbered if s == style and p.level == levels[style])
        message = (
            f"编号“{NAMES[style]}”的层次低于“{NAMES[above[0]]}”，标题却用了{'#' * levels[style]}"
        )
        yield passage, Fault(0, len(passage.text), message, "按一、（一）1.（1）的次序分层")


def _style(passage: Passage) -> int:
    read = read_number(passage.text)
    return read.level if read else 0


def _usual(levels: list[int]) -> int:
    return min(levels, key=lambda level: (-levels.count(level), level))


RULE = Rule(
    code="P301",
    name="标题层次",
    level="warning",
    source="GB/T 9704—2012 7.3.3；GB/T 15834—2011 B.3.8",
    wrong=(
        "## 一、治理目标\n\n岸绿水清。\n\n### 二、治理任务\n\n逐段推进。\n\n## 三、保障措施\n\n压实责任。",
        "## 一、目标\n\n见附表。\n\n## （一）近期\n\n见附表。",
    ),
    right=(
        "## 一、治理目标\n\n岸绿水清。\n\n### （一）近期\n\n封堵排口。\n\n## 二、治理任务\n\n逐段推进。",
        "## 1. 查\n\n逐口查。\n\n## 2. 封\n\n逐口封。",
    ),
    find_all=find,
)
