"""publication.toml and sections.toml: the bulletin itself and the register of its sections."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import MISSING, fields
from datetime import date, datetime
from typing import Any

from plugins.hanzi.names import split_names
from plugins.issue.printing import read_printing
from plugins.issue.record import (
    BoardRow,
    Filler,
    Printing,
    Publication,
    ReviewGate,
    SectionName,
)
from plugins.issue.toml import TomlFile

KEYS = tuple(each.name for each in fields(Publication))
#: Other names that the contract's word list allows for a key.
ALIASES = {"circulation_licence": "licence", "english": "english_name", "title": "name"}
SECTION_KEYS = ("name", "slug", "english", "running_head", "description")
#: 三审 (图书质量保障体系, art. 8), as [review] and the front matter call them.
STAGES = ("初审", "复审", "终审")
FILLER_KEYS = tuple(each.name for each in fields(Filler))
TONES = 8
CHOICES = {
    "foreword_place": ("before-contents", "after-contents"),
    "binding": ("saddle", "perfect"),
    "issue_pdf": ("none", "public"),
}


def read_publication(file: TomlFile) -> Publication:
    """The bulletin; a missing name is a finding and leaves the name empty."""
    table = file.data.get("publication", file.data)
    if not isinstance(table, Mapping):
        file.add_key("I204", "刊物信息要写成一段 [publication]", "publication")
        table = {}
    values = read_keys(file, {ALIASES.get(key, key): value for key, value in table.items()})
    file.unknown({key: table[key] for key in table if key not in ALIASES}, KEYS, "I202", "warning")
    if not values.get("name") and not file.findings:
        file.add("I203", '没有刊名，请写一行：name = "……"')
    values.setdefault("name", "")
    values["printing"] = Printing(**values.get("printing", {}))
    return Publication(**values)


def read_keys(file: TomlFile, table: Mapping[str, Any]) -> dict[str, Any]:
    """The keys of the publication that stand in ``table``, each checked for its type.

    ``printing`` is given as the keys that stand there, so that an issue may override single ones.
    """
    values: dict[str, Any] = {}
    for each in fields(Publication):
        if each.name not in table:
            continue
        if each.name == "fillers":
            values[each.name] = tuple(_fillers(file, table[each.name]))
            continue
        if each.name == "printing":
            values[each.name] = read_printing(file, table[each.name])
            continue
        if each.name == "review":
            values[each.name] = _review(file, table[each.name])
            continue
        value, wrong = _typed(each.name, table[each.name], each.default)
        if wrong:
            file.add_key("I204", f"“{each.name}”{wrong}", each.name)
        else:
            values[each.name] = value
    return values


def _review(file: TomlFile, table: Any) -> ReviewGate:
    """The gate of reviews; what is wrong with it is a finding, and then there is none."""
    line = file.line_of(r"^[ \t]*\[?[ \t]*review\b")
    if not isinstance(table, Mapping):
        file.add_key("I204", "“review”要写成一段 [review]", "review")
        return ReviewGate()
    file.unknown(table, ("stages", "since"), "I202", "warning", line)
    stages, since = table.get("stages", list(STAGES)), table.get("since")
    if not isinstance(stages, list) or any(each not in STAGES for each in stages):
        file.add_key("I204", f"“stages”只能是：{'、'.join(STAGES)}", "stages", from_line=line)
        return ReviewGate()
    if since is not None and not is_day(since):
        file.add_key("I204", "“since”要写成日期，如 2020-04-01，不加引号", "since", from_line=line)
        since = None
    return ReviewGate(stages=tuple(each for each in STAGES if each in stages), since=since)


def _typed(name: str, value: Any, default: Any) -> tuple[Any, str]:
    """(the value as the record wants it, "") or (None, what is wrong with it)."""
    if name == "board":
        board = _board(value)
        return board, "" if board is not None else "要写成一段或多段 [[board]]，各有 role 和 names"
    if name in CHOICES and value not in CHOICES[name]:
        return None, f"只能是：{'、'.join(CHOICES[name])}"
    if name == "printed_on":
        return (value, "") if is_day(value) else (None, "要写成日期，如 2020-03-20，不加引号")
    if isinstance(default, tuple):
        rows = value if isinstance(value, list) else [value]
        return tuple(str(row) for row in rows), ""
    if isinstance(default, int):
        if isinstance(value, int) and not isinstance(value, bool) and value >= 0:
            return value, ""
        return None, "要写成数字，不加引号"
    if isinstance(value, str | int) or default is MISSING:
        return str(value), ""
    return None, "要写成放在英文引号里的文字"


def is_day(value: Any) -> bool:
    """Whether a TOML value is a plain date."""
    return isinstance(value, date) and not isinstance(value, datetime)


def _board(value: Any) -> tuple[BoardRow, ...] | None:
    """Rows of the masthead: ``[[board]]`` tables, one table role → names, or lines «主任：张三».

    None when it is none of these.
    """
    if isinstance(value, Mapping):
        value = [{"role": role, "names": names} for role, names in value.items()]
    if not isinstance(value, list) or not all(isinstance(row, Mapping | str) for row in value):
        return None
    return tuple(_board_line(row) if isinstance(row, str) else _board_row(row) for row in value)


def _board_row(row: Mapping[str, Any]) -> BoardRow:
    names = row.get("names", [])
    names = [str(name) for name in names] if isinstance(names, list) else split_names(str(names))
    return BoardRow(str(row.get("role", "")), tuple(names), str(row.get("note", "")))


def _board_line(line: str) -> BoardRow:
    role, colon, names = line.replace(":", "：").partition("：")
    return BoardRow(role.strip() if colon else "", split_names(names if colon else role))


def _fillers(file: TomlFile, rows: Any) -> Iterator[Filler]:
    """The rows of ``[[fillers]]``; one that lacks its title or text is a finding and left out."""
    if not isinstance(rows, list) or not all(isinstance(row, Mapping) for row in rows):
        message = "“fillers”要写成一段或多段 [[fillers]]，各有 title 和 text"
        file.add_key("I204", message, "fillers")
        return
    for place, row in enumerate(rows):
        line = file.row_line("fillers", place)
        file.unknown(row, FILLER_KEYS, "I202", "warning", line)
        title, text = (_filler_words(file, row, key, line) for key in FILLER_KEYS)
        if title and text:
            yield Filler(title, text)


def _filler_words(file: TomlFile, row: Mapping[str, Any], key: str, line: int) -> str:
    """A filler's title or text, its lines bare of indents and empty lines; "" with a finding.

    ``line`` is where the row begins.
    """
    value = row.get(key)
    words = value.splitlines() if isinstance(value, str) else []
    text = "\n".join(filter(None, (each.strip() for each in words)))
    message = f"补白的“{key}”不能缺，要写成放在英文引号里的文字"
    if not text and key in row:
        file.add_key("I204", message, key, from_line=line)
    elif not text:
        file.add("I204", message, from_line=line)
    return text


def read_sections(file: TomlFile) -> tuple[SectionName, ...]:
    """The register of sections, in its order: ``[[sections]]`` rows, or a table a section."""
    names: list[SectionName] = []
    for place, (line, row) in enumerate(_register(file)):
        file.unknown(row, SECTION_KEYS, "I202", "warning", line)
        made = section_name(row, place)
        if not made.name or not made.slug:
            file.add(
                "I206",
                "栏目要有 name（栏名）和 slug（英文或拼音网址名）",
                made.name,
                from_line=line,
            )
            continue
        if any(other.slug == made.slug or other.name == made.name for other in names):
            message = f"栏目“{made.name}”（{made.slug}）与另一个栏目重名，请改一个或合并"
            file.add("I206", message, made.name, from_line=line)
            continue
        names.append(made)
    return tuple(names)


def _register(file: TomlFile) -> Iterator[tuple[int, Mapping[str, Any]]]:
    """The rows of the register, each with the line it begins on.

    The array may have any name; a table's key may be its slug.
    """
    for key, value in file.data.items():
        for place, row in enumerate(value if isinstance(value, list) else []):
            if isinstance(row, Mapping):
                yield file.row_line(key, place), row
        if isinstance(value, Mapping):
            line = file.line_of(rf"^[ \t]*\[[ \t]*[\"']?{re.escape(key)}\b")
            yield line, {"slug": key, **value}


def section_name(row: Mapping[str, Any], place: int) -> SectionName:
    """A section's name from a TOML table; ``place`` in the register picks its colour."""
    text = {key: str(row.get(key, "")).strip() for key in SECTION_KEYS}
    return SectionName(**text, tone=place % TONES + 1)
