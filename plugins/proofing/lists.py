"""The lists that editors own, in content/style: confusions, organisations, persons and posts, terms, let-throughs.

Every list is optional. What an editor wrote wrong becomes a finding by line: P001, and I201 when the file
cannot be read at all.
"""

# ruff: noqa: RUF009   `listed` declares a field
from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, fields
from datetime import date
from pathlib import Path
from typing import Any

from plugins.article.finding import Finding, Level
from plugins.issue.toml import TomlFile

CODE = "P001"


def listed(says: str, default: Any = "") -> Any:
    """A key of an entry: ``says`` tells an editor in Chinese what it is."""
    return field(default=default, metadata={"says": says})


@dataclass(frozen=True, slots=True, kw_only=True)
class Confusion:
    """易错词.toml, [[words]]: what is often typed for something else.

    It counts when none of ``not_when`` stands around it, and where ``when``, ``preceded_by`` or
    ``followed_by`` are given: inside one of ``when``; with one of the others within ``within``
    characters before or behind it.
    """

    wrong: str
    right: str = listed("正确写法；不写：只提醒，由编辑判断")
    safe: bool = listed("true：--改 可以直接改", default=False)
    level: Level = listed("error、warning 或 hint", default="error")
    not_when: tuple[str, ...] = listed("出现在这些词语里时不算", default=())
    when: tuple[str, ...] = listed("只有出现在这些词语里才算", default=())
    preceded_by: tuple[str, ...] = listed("前面要有其中一个词", default=())
    followed_by: tuple[str, ...] = listed("后面要有其中一个词", default=())
    within: int = listed("前后词最多隔几个字，0 为紧挨着", default=0)
    note: str = listed("说明")
    line: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Former:
    """机构名.toml, [[bodies.former]]: a name that the body had ``until`` a day (not including it)."""

    name: str
    until: date | None = listed("改用新名的那一天", default=None)
    not_when: tuple[str, ...] = listed("出现在这些词语里时不算", default=())
    note: str = listed("说明")


@dataclass(frozen=True, slots=True, kw_only=True)
class Body:
    """机构名.toml, [[bodies]]: an organisation. ``wrong`` are spellings that never were its name."""

    name: str
    short: tuple[str, ...] = listed("规范简称", default=())
    since: date | None = listed("从哪一天起叫这个名字", default=None)
    wrong: tuple[str, ...] = listed("常见的错误写法", default=())
    former: tuple[Former, ...] = listed("[[bodies.former]]：旧名", default=())
    note: str = listed("说明")
    line: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Post:
    """人名职务.toml, [[posts]]: a person holds a post ``since`` a day ``until`` a day (not including it)."""

    person: str
    post: str
    body: str = listed("单位全称")
    body_short: tuple[str, ...] = listed("单位简称", default=())
    since: date | None = listed("任职日期", default=None)
    until: date | None = listed("免职日期", default=None)
    wrong: tuple[str, ...] = listed("姓名常见的错误写法", default=())
    note: str = listed("说明")
    line: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Term:
    """提法.toml, [[terms]]: a wording not to be used (any more), and the one to use."""

    wrong: str
    right: str = listed("应当怎样说；不写：只提醒，由编辑判断")
    safe: bool = listed("true：--改 可以直接改", default=False)
    level: Level = listed("error、warning 或 hint", default="warning")
    not_when: tuple[str, ...] = listed("出现在这些词语里时不算", default=())
    since: date | None = listed("从哪一天起", default=None)
    until: date | None = listed("到哪一天止", default=None)
    source: str = listed("依据")
    note: str = listed("说明")
    line: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Allow:
    """校对放行.toml, [[allow]]: words that a rule lets through, everywhere or in files whose path ends so."""

    code: str
    words: str
    path: str = listed("只在这一篇，例如 2020-03/some-name.md")
    note: str = listed("说明")
    line: int = 0


@dataclass(frozen=True, slots=True)
class Lists:
    """The editors' lists, as they wrote them, and what was wrong with them."""

    confusions: tuple[Confusion, ...] = ()
    bodies: tuple[Body, ...] = ()
    posts: tuple[Post, ...] = ()
    terms: tuple[Term, ...] = ()
    allowed: tuple[Allow, ...] = ()
    findings: tuple[Finding, ...] = field(default=(), compare=False)


#: Field of `Lists` → file, table, record.
FILES: dict[str, tuple[str, str, type[Any]]] = {
    "confusions": ("易错词.toml", "words", Confusion),
    "bodies": ("机构名.toml", "bodies", Body),
    "posts": ("人名职务.toml", "posts", Post),
    "terms": ("提法.toml", "terms", Term),
    "allowed": ("校对放行.toml", "allow", Allow),
}
LEVELS = ("error", "warning", "hint")


def read_lists(style: Path, shown: str = "content/style") -> Lists:
    """The lists in the folder ``style``, which findings call ``shown``. A missing file is an empty list."""
    made: dict[str, Any] = {}
    findings: list[Finding] = []
    for name, (file, table, record) in FILES.items():
        toml = TomlFile(style / file, f"{shown}/{file}")
        toml.unknown(toml.data, (table,), CODE)
        made[name] = tuple(_entries(toml, table, record))
        findings += toml.findings
    return Lists(**made, findings=tuple(findings))


def _entries(toml: TomlFile, table: str, record: type[Any]) -> list[Any]:
    made = []
    lines = toml.row_lines(table)
    for place, row in enumerate(toml.tables(table, CODE)):
        line = lines[place] if place < len(lines) else 1
        read = _read(toml, row, record, line)
        if read is not None:
            made.append(record(**read, line=line))
    return made


def _read(
    toml: TomlFile, row: Mapping[str, Any], record: type[Any], line: int
) -> dict[str, Any] | None:
    """The values of one entry; None when something it must have is missing or wrong."""
    known = {each.name: each for each in fields(record) if each.name != "line"}
    read: dict[str, Any] = {}
    faults = len(toml.findings)
    toml.unknown(row, known, CODE, from_line=line)
    for name, each in known.items():
        if name not in row:
            if not each.metadata:
                toml.add(CODE, f'这一条没有“{name}”，请写上 {name} = "……"', from_line=line)
            continue
        value = row[name]
        if name == "former":
            read[name] = tuple(_formers(toml, value, line))
        elif (fits := _CHECKS[str(each.type)])[0](value) and value != "":
            read[name] = tuple(value) if isinstance(value, list) else value
        else:
            says = each.metadata.get("says", "必须有")
            toml.add_key(CODE, f"“{name}”（{says}）要写成{fits[1]}", name, from_line=line)
    return read if len(toml.findings) == faults else None


def _formers(toml: TomlFile, rows: Any, line: int) -> list[Former]:
    if not isinstance(rows, list) or not all(isinstance(row, Mapping) for row in rows):
        toml.add_key(CODE, "“former”要写成一段或多段 [[bodies.former]]", "former", from_line=line)
        return []
    made = [_read(toml, row, Former, line) for row in rows]
    return [Former(**each) for each in made if each is not None]


def _is_words(value: Any) -> bool:
    return isinstance(value, list) and all(isinstance(each, str) and each for each in value)


#: Annotation → (whether a value fits, what to tell an editor).
_CHECKS: dict[str, tuple[Callable[[Any], bool], str]] = {
    "str": (lambda value: isinstance(value, str), "引号里的文字，不能空着"),
    "bool": (lambda value: isinstance(value, bool), " true 或 false"),
    "int": (lambda value: type(value) is int and value >= 0, "数字，例如 6"),
    "Level": (lambda value: value in LEVELS, "、".join(f'"{each}"' for each in LEVELS)),
    "date | None": (lambda value: type(value) is date, "日期，例如 2018-03-17"),
    "tuple[str, ...]": (_is_words, '方括号里的几个词，例如 ["甲", "乙"]'),
}
