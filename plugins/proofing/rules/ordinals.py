"""一是 二是, 一要 二要, 第一， 第二，: a member that is missing, or comes without its word (二有效履行)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from plugins.proofing.record import PROSE, Fault, Passage, Proof, Rule

NUMERAL = "[一二三四五六七八九十]"
VALUES = "零一二三四五六七八九"
FOUND = re.compile(
    rf"(?:\A|(?<=[，。；：、！？”）]))(?:(?P<han>十{NUMERAL}?|{NUMERAL})(?P<word>是(?!否)|要(?![素件点义害闻职领])|则|靠|抓)|"
    rf"第(?P<nth>十{NUMERAL}?|{NUMERAL})，|其(?P<its>{NUMERAL})，)"
)
#: The numeral stands there without its word: 一要…；二有效履行…；三要….
BARE = re.compile(rf"(?<=[。；，])({NUMERAL})(?=[\u4e00-\u9fff]{{3}})")


class Member(NamedTuple):
    """One number in the text: which passage, where, its family (是, 要, 第, 其) and value."""

    passage: Passage
    start: int
    end: int
    family: str
    value: int


def find(proof: Proof) -> Iterator[tuple[Passage, Fault]]:
    """Members of a sequence that do not follow the one before."""
    last: dict[str, Member] = {}
    for member in members(proof):
        before = last.get(member.family)
        last[member.family] = member
        if member.value == 1 or (before and member.value == before.value + 1):
            continue
        if before is None:
            if _runs_on(last, member):
                continue
            message = f"“{_words(member)}”前面没有“{_named(member, member.value - 1)}”"
        else:
            message = f"“{_words(before)}”以后是“{_words(member)}”，次序不连"
            if lost := _lost(before, member):
                yield lost
                continue
        yield member.passage, Fault(member.start, member.end, message, "核对次序，补上缺的一项")


def members(proof: Proof) -> Iterator[Member]:
    """Every member of every sequence, in the order of the text."""
    for passage in proof.passages:
        if passage.form not in PROSE:
            continue
        for found in FOUND.finditer(passage.text):
            family = found["word"] or ("第" if found["nth"] else "其")
            value = _value(found["han"] or found["nth"] or found["its"])
            start, end = found.span()
            yield Member(passage, start, end, family, value)


def _runs_on(last: dict[str, Member], member: Member) -> bool:
    """一要…；二要…；三是…: the sequence goes on with another word."""
    return any(each.value == member.value - 1 for each in last.values())


def _lost(before: Member, member: Member) -> tuple[Passage, Fault] | None:
    """The member that lost its word, when there is one between two."""
    if before.passage is not member.passage or member.value != before.value + 2:
        return None
    wanted = VALUES[before.value + 1] if before.value < len(VALUES) - 1 else ""
    for found in BARE.finditer(member.passage.text, before.end, member.start):
        if found[1] == wanted:
            message = f"“{found[1]}”后面缺“{member.family}”"
            advice = f"前后是“{_words(before)}”“{_words(member)}”"
            mend = f"{found[1]}{member.family}"
            return member.passage, Fault(*found.span(), message, advice, mend)
    return None


def _words(member: Member) -> str:
    return member.passage.text[member.start : member.end].rstrip("，")


def _named(member: Member, value: int) -> str:
    han = VALUES[value] if value < len(VALUES) else "十"
    return f"{member.family}{han}" if member.family in "第其" else f"{han}{member.family}"


def _value(han: str) -> int:
    if han.startswith("十"):
        return 10 + (VALUES.index(han[1]) if han[1:] else 0)
    return VALUES.index(han)


RULE = Rule(
    code="P304",
    name="列举次序",
    level="warning",
    source="GB/T 15834—2011 B.3.1、B.3.7",
    wrong=(
        "一要查清底数；二有效履行职责；三要逐口封堵。",
        "一是查清底数；三是逐口封堵。",
        "第一，查清底数。第二，逐口封堵。第四，建档销号。",
    ),
    right=(
        "一要查清底数；二要有效履行职责；三要逐口封堵。",
        "一是查清底数；二是逐口封堵；三是建档销号。\n\n四是定期回访。",
        "这是发展的第一要务，统一要求，一是一，二是二。",
    ),
    find_all=find,
)
