"""Remarks in words: lines for the terminal, JSON for programs, annotations for a forge's checks.

No clock, no paths of a machine: the same remarks give the same bytes.
"""

from __future__ import annotations

import json
import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import asdict

from plugins.article.finding import Level
from plugins.proofing.remark import Remark

LEVELS: dict[Level, str] = {"error": "错误", "warning": "提醒", "hint": "提示"}
#: What many files share is told in one line.
TOGETHER = {"P411": "审读没有签齐，不能付印；审读后在首部写上“初审: 姓名 2020-03-02”等"}
#: How a forge (GitHub, Gitea, Forgejo) calls the levels of its annotations.
ANNOTATIONS: dict[Level, str] = {"error": "error", "warning": "warning", "hint": "notice"}
#: Characters of the line that are shown before and behind the words.
AROUND = 18
#: Of long words in question only so much is underlined.
LONGEST = 24


def lines(remarks: Iterable[Remark], sources: Mapping[str, str] | None = None) -> Iterator[str]:
    """Remarks as an editor reads them: place, code, the words with a caret, what is wrong, what to do, why.

    ``sources``: path → text of the manuscript, for the words; a path that is not there is told without.
    Errors first, then warnings, then hints; ends with a count when there was any.
    """
    found = ordered(remarks)
    for code, words in TOGETHER.items():
        alike = [each for each in found if each.code == code]
        if alike:
            names = "、".join(each.path.rsplit("/", 1)[-1] for each in alike)
            yield f"{LEVELS[alike[0].level]}  {code}  {words}，共 {len(alike)} 篇：{names}"
    for each, others in _gathered(found):
        yield f"{LEVELS[each.level]}  {place(each)}  {each.code}  {each.message}"
        source = (sources or {}).get(each.path)
        if source and each.line and each.words:
            yield from (f"    {line}".rstrip() for line in excerpt(source, each))
        if others:
            places = "、".join(f"{other.line}:{other.column}" for other in others)
            yield f"    同样的还有 {len(others)} 处：{places}"
        if each.advice or each.mend is not None:
            yield f"    办法：{advice(each)}"
        if each.source:
            yield f"    依据：{each.source}"
    if found:
        yield summary(found)


def _gathered(found: Iterable[Remark]) -> Iterator[tuple[Remark, list[Remark]]]:
    """Remarks one by one; a hint with those that say the same of the same file: an editor reads it once."""
    groups: dict[tuple[object, ...], list[Remark]] = {}
    for number, each in enumerate(found):
        if each.code in TOGETHER:
            continue
        alike = (each.path, each.code, each.message, advice(each))
        groups.setdefault(alike if each.level == "hint" else (number,), []).append(each)
    for first, *others in groups.values():
        yield first, others


def ordered(remarks: Iterable[Remark]) -> list[Remark]:
    """The graver first, then by place; each once."""
    levels = list(LEVELS)
    return sorted(
        set(remarks),
        key=lambda each: (
            *(levels.index(each.level), each.path, each.line, each.column),
            *(each.code, each.message, each.words, each.start, each.end),
        ),
    )


def place(remark: Remark) -> str:
    """Where a remark is, the way editors' programs open it: file:line:column."""
    return f"{remark.path}:{remark.line}:{remark.column}" if remark.line else remark.path


def summary(remarks: Sequence[Remark]) -> str:
    """How many of each level, and how many can be mended unasked."""
    levels = Counter(each.level for each in remarks)
    told = [f"{word} {levels[level]} 处" for level, word in LEVELS.items() if levels[level]]
    safe = sum(each.is_safe for each in remarks)
    return "　".join([*told, *([f"其中可以自动改（--改）{safe} 处"] if safe else [])])


def for_ticket(remarks: Sequence[Remark]) -> str:
    """What the job ticket says of the proofreading, in one sentence."""
    levels = Counter(each.level for each in remarks)
    if not levels["error"]:
        return f"没有错误，提醒 {levels['warning']} 处"
    codes = "、".join(sorted({each.code for each in remarks if each.level == "error"}))
    return f"错误 {levels['error']} 处（{codes}）；有错误，编辑部要求照付"


def advice(remark: Remark) -> str:
    """What to do, with the words that should stand instead."""
    if remark.mend is None:
        return remark.advice
    instead = f"“{remark.words}”→“{remark.mend}”" if remark.mend else f"删去“{remark.words}”"
    how = (
        f"{remark.advice}，{instead}"
        if remark.advice and remark.mend not in remark.advice
        else (remark.advice or instead)
    )
    return f"{how}（可以自动改）" if remark.is_safe else how


def excerpt(source: str, remark: Remark) -> tuple[str, str]:
    """The line around the words, and a line that underlines them.

    A character that is two columns wide on a terminal gets two columns below.
    """
    line = source.split("\n")[remark.line - 1]
    start = remark.column - 1
    length = remark.end - remark.start if remark.end > remark.start else len(remark.words)
    end = min(start + max(1, length), start + LONGEST, len(line))
    first, last = max(0, start - AROUND), min(len(line), end + AROUND)
    head, tail = "…" * (first > 0), "…" * (last < len(line))
    before = head + line[first:start]
    shown = "".join((head, line[first:last], tail)).replace("\t", " ")
    return shown, " " * width(before) + "^" * max(1, width(line[start:end]))


def width(text: str) -> int:
    """Columns of a text on a terminal.

    >>> width("第3期")
    5
    """
    return sum(
        0 if unicodedata.combining(char) else 2 if unicodedata.east_asian_width(char) in "WF" else 1
        for char in text
    )


def to_json(remarks: Iterable[Remark], issue: str = "") -> str:
    """All remarks as JSON, keys always in the same order. ``issue`` is the key of the issue."""
    found = ordered(remarks)
    levels = Counter(each.level for each in found)
    whole = {
        "issue": issue,
        "counts": {level: levels[level] for level in LEVELS},
        "remarks": [asdict(each) for each in found],
    }
    return json.dumps(whole, ensure_ascii=False, indent=1) + "\n"


def workflow_commands(remarks: Iterable[Remark]) -> Iterator[str]:
    """Workflow commands that show the remarks beside the lines of a pull request."""
    for each in ordered(remarks):
        where = [f"file={_property(each.path)}"]
        if each.line:
            where += [f"line={each.line}", f"col={each.column}"]
        where.append(f"title={_property(f'{each.code} {LEVELS[each.level]}')}")
        said = "\n".join(
            filter(None, (each.message, advice(each), each.source and f"依据：{each.source}"))
        )
        yield f"::{ANNOTATIONS[each.level]} {','.join(where)}::{_escaped(said)}"


def _escaped(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _escaped(text).replace(":", "%3A").replace(",", "%2C")
