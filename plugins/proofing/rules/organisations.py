"""机构名: names organisations no longer bear, or never bore (content/style/机构名.toml)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date
from typing import NamedTuple

from plugins.proofing.lists import Body
from plugins.proofing.phrases import is_inside, kept_for_last, pattern
from plugins.proofing.record import Fault, Passage, Rule

YEAR = re.compile(r"(?<!\d)(19[4-9]\d|20\d\d)(?=年|[〕\]])")
#: Said of what was: 原省环保厅, 时任市环保局局长.
ONCE = re.compile(r"(?:原|时任|前身|曾任|当年|那时|过去|老)[^，。；、！？]{0,8}\Z")
#: The passage tells of the past.
STORY = re.compile(r"年前|当年|当时|那时|早年|从前|后来|起初|刚参加工作")
#: The sentence tells how the name came and went.
CHANGED = re.compile(
    r"更名|改名|改为|改称|组建|合并|前身|挂牌|揭牌|撤销|不再保留|机构改革|划入|转隶|退休"
)
SENTENCE_END = re.compile(r"[。！？；\n]")
#: 部, 局 are the beginning of another word: 农业部门, 环保局面.
DEPARTMENT = re.compile(r"部(?=[门分署属队])|局(?=[面部限势促])")
OPENING, CLOSING = "“‘《〈", "”’》〉"


class Name(NamedTuple):
    """A name that is not to be written, and the body it stands for; ``until``: it was right before that day."""

    body: Body
    until: date | None = None
    not_when: tuple[str, ...] = ()
    is_former: bool = False


def find(passage: Passage) -> Iterator[Fault]:
    """Names that are wrong on the day the issue comes out."""
    text = passage.text
    words, names = _table(passage.proof.lists.bodies)
    for found in words.finditer(text):
        start, end = found.span()
        name = names[found[0]]
        if DEPARTMENT.match(text, end - 1):
            continue
        if is_inside(text, start, end, (name.body.name, *name.body.short, *name.not_when)):
            continue
        if not name.is_former:
            message = f"“{found[0]}”应为“{name.body.name}”"
            yield Fault(start, end, message, name.body.note, name.body.name, level="error")
        elif _is_over(name, passage.proof.published) and not _tells_of_then(text, start, end, name):
            message = f"“{found[0]}”是旧名，现为“{name.body.name}”"
            advice = (
                f"{name.until}起改称；写往事请加“原”字或写明年份"
                if name.until
                else "写往事请加“原”字"
            )
            mend = name.body.name if name.body.name[-1] == found[0][-1] else None
            yield Fault(start, end, message, advice, mend)


@kept_for_last
def _table(bodies: Sequence[Body]) -> tuple[re.Pattern[str], dict[str, Name]]:
    """A pattern of all names that are not to be written, and what is known of each."""
    names: dict[str, Name] = {}
    for body in bodies:
        names.update((wrong, Name(body)) for wrong in body.wrong)
        for former in body.former:
            names[former.name] = Name(body, former.until, former.not_when, is_former=True)
    return pattern(names), names


def _is_over(name: Name, day: date | None) -> bool:
    return day is None or name.until is None or day >= name.until


def _tells_of_then(text: str, start: int, end: int, name: Name) -> bool:
    """Whether the sentence speaks of the time when the name was right, or quotes it."""
    if _is_quoted(text, start) or ONCE.search(text, 0, start) or STORY.search(text):
        return True
    ends = [each.end() for each in SENTENCE_END.finditer(text, 0, start)]
    close = SENTENCE_END.search(text, end)
    sentence = text[ends[-1] if ends else 0 : close.start() if close else len(text)]
    if CHANGED.search(sentence):
        return True
    return bool(name.until) and any(
        int(year) <= name.until.year for year in YEAR.findall(sentence) if name.until
    )


def _is_quoted(text: str, place: int) -> bool:
    """Whether a place lies inside quotation or title marks."""
    before = text[:place]
    return any(before.count(a) > before.count(b) for a, b in zip(OPENING, CLOSING, strict=True))


RULE = Rule(
    code="P203",
    name="机构名",
    level="warning",
    source="本刊机构名表（content/style/机构名.toml）",
    wrong=(
        "检查组会同市环保局赶到现场。",
        "省环境保护厅近日通报了6起案件。",
        "方案由住房与城乡建设部牵头。",
        "县卫计委派出医疗组。",
    ),
    right=(
        "检查组会同市生态环境局赶到现场，生态环保部门随后跟进。",
        "2016年，市环保局在这里建起第一个监测站，原省环境保护厅拨了款。",
        "按照《环境保护部关于推进绿色发展的意见》，方案由住房和城乡建设部牵头。",
        "农业部门送来种子，文化部门送来图书，省里的环保部门派了人。",
    ),
    find=find,
)
