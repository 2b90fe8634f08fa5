"""Traditional characters in Simplified text."""

from __future__ import annotations

import re
from collections.abc import Iterator

from plugins.hanzi.traditional import SIMPLIFIED, TRADITIONAL
from plugins.proofing.record import Fault, Passage, Proof, Rule

#: 通用规范汉字表 has these, for names and for meanings of their own, though OpenCC makes others of them;
#: 噁 is chemistry's (二噁英).
STANDARD = "噁於昇陞甦邨氾迺犇喆祇鍾嶽燿脩叡堃扞釐谿絜濬"


def _is_simplified(char: str) -> bool:
    """Whether the character is in GB/T 2312—1980, or standard for names."""
    try:
        char.encode("gb2312")
    except UnicodeEncodeError:
        return char in STANDARD
    return True


TABLE = {
    old: new for old, new in zip(TRADITIONAL, SIMPLIFIED, strict=True) if not _is_simplified(old)
}
SIMPLIFY = str.maketrans(TABLE)
PATTERN = re.compile(f"[{''.join(TABLE)}]+")
#: Variants that people bear in their names: theirs to change, not ours.
NAMES = frozenset("峯珮甯勳崑彥羣燻賸倖喫崙峩")
#: A text with more than this share is Traditional as a whole.
WHOLE, FEWEST = 0.08, 12


def find_all(proof: Proof) -> Iterator[tuple[Passage, Fault]]:
    """Every run of Traditional characters; one fault for all of a Traditional text."""
    hits = [
        (passage, found) for passage in proof.passages for found in PATTERN.finditer(passage.text)
    ]
    count = sum(len(found[0]) for _, found in hits)
    length = sum(len(passage.text) for passage in proof.passages) or 1
    if count >= FEWEST and count / length > WHOLE:
        passage, found = hits[0]
        message = f"全文是繁体字（共{count}个）"
        yield (
            passage,
            Fault(*found.span(), message, "先用“inv 收稿 --简体”转换，再逐字核对人名、地名、术语"),
        )
        return
    for passage, found in hits:
        words = found[0]
        mend = words.translate(SIMPLIFY)
        is_safe = NAMES.isdisjoint(words)
        yield (
            passage,
            Fault(*found.span(), f"夹有繁体字、异体字“{words}”", f"改为“{mend}”", mend, is_safe),
        )


RULE = Rule(
    code="P122",
    name="繁体字异体字",
    level="error",
    source="《国家通用语言文字法》；通用规范汉字表（2013）",
    wrong=("省生態環境厅印发通知。", "岸線退出8.1公里。"),
    right=("省生态环境厅印发通知。", "乾隆年间的水利碑由於昇保管，瞭望塔重修，二噁英达标。"),
    find_all=find_all,
)
