"""提法: wordings that are not used, or not any more, by the editors' list (content/style/提法.toml)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date

from plugins.proofing.lists import Term
from plugins.proofing.phrases import is_inside, kept_for_last, pattern
from plugins.proofing.record import Fault, Passage, Rule


def find(passage: Passage) -> Iterator[Fault]:
    """Every entry of the list that counts on the day the issue comes out."""
    text = passage.text
    words, entries = _table(passage.proof.lists.terms)
    for found in words.finditer(text):
        start, end = found.span()
        for entry in entries[found[0]]:
            if not _is_valid(entry, passage.proof.published):
                continue
            if not is_inside(text, start, end, entry.not_when):
                yield _fault(entry, start, end)
                break


@kept_for_last
def _table(terms: Sequence[Term]) -> tuple[re.Pattern[str], dict[str, list[Term]]]:
    """A pattern of all the words, and the entries of each."""
    entries: dict[str, list[Term]] = {}
    for each in terms:
        entries.setdefault(each.wrong, []).append(each)
    return pattern(entries), entries


def _is_valid(entry: Term, day: date | None) -> bool:
    """Whether an entry counts on a day; when the day is not known, those that still hold."""
    if day is None:
        return entry.until is None
    return (entry.since is None or entry.since <= day) and (
        entry.until is None or day < entry.until
    )


def _fault(entry: Term, start: int, end: int) -> Fault:
    message = (
        f"“{entry.wrong}”应为“{entry.right}”" if entry.right else f"“{entry.wrong}”的提法请核对"
    )
    advice = "；".join(each for each in (entry.note, entry.source) if each)
    is_safe = entry.safe and bool(entry.right)
    return Fault(start, end, message, advice, entry.right or None, is_safe, entry.level)


RULE = Rule(
    code="P202",
    name="提法",
    level="warning",
    source="本刊提法表（content/style/提法.toml）及其中所列依据",
    wrong=(
        "转移危险废弃物应当填写联单。",
        "饮用水源地周边不得堆放垃圾。",
        "会议要求坚定“四个意识”。",
        "学习贯彻党的十九大四中全会精神。",
    ),
    right=(
        "转移危险废物应当填写联单，饮用水水源地周边不得堆放垃圾。",
        "会议要求增强“四个意识”、坚定“四个自信”、做到“两个维护”。",
        "学习贯彻党的十九届四中全会精神。",
    ),
    find=find,
)
