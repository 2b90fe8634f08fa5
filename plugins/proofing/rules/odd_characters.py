"""Characters that nobody sees or that only look like the right ones: zero width, NBSP, radicals, private use."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

from plugins.proofing.passages import slice_of
from plugins.proofing.record import Fault, Passage, Proof, Rule
from plugins.proofing.signs import HAN

INVISIBLE = (
    "\u00ad\u061c\u180e\u200b-\u200f\u2028-\u202e\u2060-\u2064\u2066-\u2069\ufeff\ufff9-\ufffb"
)
SPACES = "\u00a0\u2000-\u200a\u202f\u205f"
RADICALS = "\u2f00-\u2fd5\uf900-\ufad9"
LOST = "\ufffd\ue000-\uf8ff"
PATTERN = re.compile(f"[{INVISIBLE}]+|[{SPACES}]+|[{RADICALS}]|[{LOST}]+|[\u2e80-\u2eff]")
CHINESE = re.compile(f"[{HAN}，。、；：？！“”‘’（）《》\n]")


def find_all(proof: Proof) -> Iterator[tuple[Passage, Fault]]:
    """Every such character, in the source as typed."""
    source = proof.source
    for found in PATTERN.finditer(source):
        start, end = found.span()
        mend = _mend(found[0], source[start - 1 : start], source[end : end + 1])
        names = "、".join(dict.fromkeys(f"U+{ord(char):04X}" for char in found[0]))
        message = f"“{source[max(0, start - 4) : start]}”后面有{_kind(found[0][0])}（{names}）"
        advice = (
            "对照原稿补正"
            if mend is None
            else f"改为“{mend}”"
            if mend.strip()
            else "删去"
            if not mend
            else "改为普通空格"
        )
        yield (
            slice_of(proof, start, end),
            Fault(0, end - start, message, advice, mend, mend is not None),
        )


def _mend(chars: str, before: str, after: str) -> str | None:
    if re.match(f"[{INVISIBLE}]", chars):
        return ""
    if re.match(f"[{SPACES}]", chars):
        is_needless = not before or not after or CHINESE.match(before) or CHINESE.match(after)
        return "" if is_needless else " "
    plain = unicodedata.normalize("NFKC", chars)
    return plain if plain != chars else None


def _kind(char: str) -> str:
    if re.match(f"[{INVISIBLE}]", char):
        return "看不见的字符"
    if re.match(f"[{SPACES}]", char):
        return "特殊空格"
    return "乱码或造字" if re.match(f"[{LOST}]", char) else "部首或兼容字形，不是正字"


RULE = Rule(
    code="P119",
    name="看不见的字符和异形字",
    level="warning",
    source="GB 18030—2022；编辑手册",
    wrong=("岚江\u200b水清。", "岸线\u00a0退出8.1公里。", "⽔清岸绿。", "乡镇\ue123站。"),
    right=("岚江水清。", "PM2.5 and O3。"),
    find_all=find_all,
)
