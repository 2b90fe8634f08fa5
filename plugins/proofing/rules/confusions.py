"""易错词: words that are typed for others, by the editors' list (content/style/易错词.toml)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from plugins.proofing.lists import Confusion
from plugins.proofing.phrases import is_beside, is_inside, kept_for_last, pattern
from plugins.proofing.record import Fault, Passage, Rule


def find(passage: Passage) -> Iterator[Fault]:
    """Every entry of the list that counts where it stands."""
    text = passage.text
    words, entries = _table(passage.proof.lists.confusions)
    for found in words.finditer(text):
        start, end = found.span()
        entry = next((e for e in entries[found[0]] if _counts(e, text, start, end)), None)
        if entry:
            yield _fault(entry, start, end)


@kept_for_last
def _table(
    confusions: Sequence[Confusion],
) -> tuple[re.Pattern[str], dict[str, list[Confusion]]]:
    """A pattern of all the words, and the entries of each."""
    entries: dict[str, list[Confusion]] = {}
    for each in confusions:
        entries.setdefault(each.wrong, []).append(each)
    return pattern(entries), entries


def _counts(entry: Confusion, text: str, start: int, end: int) -> bool:
    if entry.when and not is_inside(text, start, end, entry.when):
        return False
    if (entry.preceded_by or entry.followed_by) and not is_beside(
        text, start, end, entry.preceded_by, entry.followed_by, entry.within
    ):
        return False
    return not is_inside(text, start, end, entry.not_when)


def _fault(entry: Confusion, start: int, end: int) -> Fault:
    message = f"“{entry.wrong}”应为“{entry.right}”" if entry.right else f"“{entry.wrong}”疑有误"
    if entry.level == "hint" and entry.right:
        message = f"“{entry.wrong}”宜为“{entry.right}”"
    is_safe = entry.safe and bool(entry.right)
    return Fault(start, end, message, entry.note, entry.right or None, is_safe, entry.level)


RULE = Rule(
    code="P201",
    name="易错词",
    level="error",
    source="《现代汉语词典》（第7版）、GF 1001—2001《第一批异形词整理表》",
    wrong=(
        "全县打响了秋粮抢收和秸秆禁烧狙击战。",
        "截止目前，全市已更换炉灶3200台。",
        "截止3月15日，12家企业复工。",
        "镜月湖蓝藻爆发，水厂启用备用水源。",
        "渗虑液收集池已经清淤。",
        "他再接再励，连跑了三个乡镇。",
    ),
    right=(
        "全县打赢了秋粮抢收和秸秆禁烧阻击战。",
        "截至目前，全市已更换炉灶3200台；报名5月1日截止，截止时间不变。",
        "省报发布署名文章，介绍林木碳汇的做法，各地聚焦碳达峰目标。",
        "答辩认真，内涵概括得当，交通迅速恢复，土壤痕迹像一张网。",
        "设计画面简洁，生活必需品供应充足。",
    ),
    find=find,
)
