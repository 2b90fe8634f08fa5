"""issue.toml: what an editor wrote about one issue → `Plan`, with findings by line."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from plugins.issue.publication import (
    ALIASES,
    KEYS,
    SECTION_KEYS,
    is_day,
    read_keys,
    section_name,
)
from plugins.issue.record import Cover, Flow, Plate, Publication, SectionName
from plugins.issue.toml import TomlFile

ISSUE_KEYS = ("number", "whole_number", "published", "cover", "pages", "sections")
PLAN_SECTION_KEYS = (*SECTION_KEYS, "flow", "editors_note", "articles")
PLATE_KEYS = ("place", "image", "caption", "listed")
COVER_KEYS = ("image", "lines")
PLACES = ("inside-front", "inside-back", "back")
FLOWS: tuple[Flow, ...] = ("page", "run-on")


@dataclass(frozen=True, slots=True)
class PlannedSection:
    """A section as planned: its name, how it flows, its note, the stems in printed order.

    ``line`` is where it begins in issue.toml.
    """

    title: SectionName
    flow: Flow
    editors_note: str
    stems: tuple[str, ...]
    line: int = 1


@dataclass(frozen=True, slots=True)
class Plan:
    """What issue.toml says, checked by itself but not yet against the articles."""

    key: str
    number: int
    whole_number: int
    published: date
    overrides: Mapping[str, Any]
    cover: Cover
    plates: tuple[Plate, ...]
    sections: tuple[PlannedSection, ...]

    @property
    def stems(self) -> tuple[str, ...]:
        """All stems in printed order."""
        return tuple(stem for section in self.sections for stem in section.stems)


def read_plan(file: TomlFile, key: str, register: tuple[SectionName, ...]) -> Plan | None:
    """The plan of issue ``key``; None when the file lacks what an issue cannot be without."""
    if not file.data:
        if not file.findings:
            file.add("I203", "issue.toml 是空的，请至少写 number、whole_number、published")
        return None
    file.unknown(
        {key: file.data[key] for key in file.data if key not in ALIASES},
        {*ISSUE_KEYS, *KEYS},
        "I202",
    )
    numbers = {name: _number(file, name) for name in ("number", "whole_number")}
    published = _published(file)
    sections = _sections(file, register)
    cover = _cover(file)
    plates = _plates(file, {section.title.name for section in sections})
    overrides = read_keys(file, {ALIASES.get(key, key): file.data[key] for key in file.data})
    if published is None or 0 in numbers.values():
        return None
    return Plan(
        key,
        numbers["number"],
        numbers["whole_number"],
        published,
        overrides,
        cover,
        plates,
        sections,
    )


def merged(publication: Publication, overrides: Mapping[str, Any]) -> Publication:
    """The publication as this issue has it."""
    values = {name: getattr(publication, name) for name in KEYS}
    printing = replace(publication.printing, **overrides.get("printing", {}))
    return Publication(**{**values, **overrides, "printing": printing})


def _number(file: TomlFile, name: str) -> int:
    """A positive number, or 0 with a finding."""
    value = file.data.get(name)
    if isinstance(value, int) and not isinstance(value, bool) and value > 0:
        return value
    word = {"number": "期号", "whole_number": "总期号"}[name]
    if value is None:
        file.add("I203", f"缺少{word}，请写一行：{name} = 数字")
    else:
        file.add_key("I204", f"{word}“{value}”要写成大于 0 的数字，不加引号", name)
    return 0


def _published(file: TomlFile) -> date | None:
    value = file.data.get("published")
    if isinstance(value, date) and is_day(value):
        return value
    if value is None:
        file.add("I203", "缺少出版日期，请写一行：published = 2020-03-20")
    else:
        file.add_key("I204", f"出版日期“{value}”要写成 2020-03-20，不加引号", "published")
    return None


def _cover(file: TomlFile) -> Cover:
    table = file.data.get("cover", {})
    if not isinstance(table, Mapping):
        file.add_key("I204", "封面要写成一段 [cover]", "cover")
        return Cover()
    line = file.line_of(r"^[ \t]*\[?[ \t]*cover\b")
    file.unknown(table, COVER_KEYS, "I202", from_line=line)
    lines = table.get("lines", [])
    lines = lines if isinstance(lines, list) else [lines]
    return Cover(str(table.get("image", "")), tuple(str(line) for line in lines))


def _plates(file: TomlFile, section_names: set[str]) -> tuple[Plate, ...]:
    plates: list[Plate] = []
    for nth, row in enumerate(file.tables("pages", "I204")):
        line = file.row_line("pages", nth)
        file.unknown(row, PLATE_KEYS, "I202", from_line=line)
        place, image = str(row.get("place", "")), str(row.get("image", ""))
        after = place.removeprefix("after:").strip() if place.startswith("after:") else ""
        if place not in PLACES and after not in section_names:
            message = f"整版图片的位置“{place}”不对，可用：{'、'.join(PLACES)}、after:本期的栏目名"
            file.add("I211", message, place, from_line=line)
            continue
        if place in PLACES and any(other.place == place for other in plates):
            file.add("I211", f"“{place}”只能放一张整版图片，已经有一张了", place, from_line=line)
            continue
        if not image:
            file.add("I203", '整版图片缺少 image，请写一行：image = "photos/……"', from_line=line)
            continue
        plates.append(
            Plate(place, image, str(row.get("caption", "")), bool(row.get("listed", False)))
        )
    return tuple(plates)


def _sections(file: TomlFile, register: tuple[SectionName, ...]) -> tuple[PlannedSection, ...]:
    planned: list[PlannedSection] = []
    for place, row in enumerate(file.tables("sections", "I206")):
        line = file.row_line("sections", place)
        file.unknown(row, PLAN_SECTION_KEYS, "I202", from_line=line)
        title = _title(file, row, place, register)
        flow = row.get("flow", "page")
        if flow not in FLOWS:
            message = f"flow“{flow}”只能是 page（另页起）或 run-on（接排）"
            file.add_key("I212", message, "flow", from_line=line)
            flow = "page"
        if any(other.title.name == title.name for other in planned):
            message = f"栏目“{title.name}”在本期列了两次，请合并"
            file.add("I206", message, title.name, from_line=line)
        stems = row.get("articles", [])
        if not isinstance(stems, list):
            message = "articles 要写成方括号括起的文件名"
            file.add_key("I204", message, "articles", from_line=line)
            stems = []
        names = tuple(str(stem).removesuffix(".md") for stem in stems)
        note = str(row.get("editors_note", ""))
        planned.append(PlannedSection(title, flow, note, names, line))
    return tuple(planned)


def _title(
    file: TomlFile, row: Mapping[str, Any], place: int, register: tuple[SectionName, ...]
) -> SectionName:
    """The section's name: from the register, or as the issue declares it."""
    name = str(row.get("name", "")).strip()
    registered = next((each for each in register if each.name == name), None)
    if registered is None:
        declared = section_name(row, len(register) + place)
        if not declared.slug or not name:
            message = f'栏目“{name}”没有登记，请写进 sections.toml，或在这里加一行 slug = "拼音"'
            file.add("I207", message, name, from_line=file.row_line("sections", place))
        return declared
    own = {key: str(row[key]) for key in SECTION_KEYS if row.get(key)}
    kept = {key: getattr(registered, key) for key in SECTION_KEYS}
    return SectionName(**{**kept, **own}, tone=registered.tone)
