"""``[printing]`` of publication.toml and issue.toml: paper, inks, standard, imposition, delivery."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import fields
from datetime import date, datetime
from pathlib import PurePosixPath
from typing import Any

from plugins.issue.record import Printing
from plugins.issue.toml import TomlFile

KEYS = tuple(each.name for each in fields(Printing))
CHOICES: Mapping[str, tuple[str | int, ...]] = {
    "colours": ("colour", "grey"),
    "standard": ("X-4", "X-1a"),
    "imposition": ("none", "saddle", "signatures"),
    "signature_pages": (8, 16, 32),
}
#: Least and greatest, with the unit told. Papers of 40 g/m² have some 40 µm, boards of 400 g/m²
#: some 600; below 240 % no sheet-fed press works, and 400 % is all four inks at full.
RANGES = {
    "caliper_um": (0, 1000, "微米"),
    "cover_caliper_um": (0, 1000, "微米"),
    "ink_limit": (240, 400, "%"),
}
PROFILE_ENDINGS = (".icc", ".icm")
#: (the value as the record wants it, "") or (None, what is wrong with it).
Read = tuple[Any, str]


def read_printing(file: TomlFile, table: Any) -> dict[str, Any]:
    """The keys that stand in ``table``, each sound; what is wrong with the others is a finding.

    I202 a key that is not known (a warning), I204 a value of the wrong kind, I225 one out of range.
    """
    if not isinstance(table, Mapping):
        file.add_key("I204", "印制要求要写成一段 [printing]", "printing")
        return {}
    line = file.line_of(r"^[ \t]*\[?[ \t]*printing\b")
    file.unknown(table, KEYS, "I202", "warning", line)
    values: dict[str, Any] = {}
    for name in KEYS:
        if name not in table:
            continue
        value, wrong = _readers(name)(table[name])
        if not wrong:
            values[name] = value
            wrong = _out_of_range(name, value)
            if wrong:
                del values[name]
                file.add_key("I225", f"“{name}”{wrong}", name, from_line=line)
        else:
            file.add_key("I204", f"“{name}”{wrong}", name, from_line=line)
    return values


def _readers(name: str) -> Callable[[Any], Read]:
    if name in RANGES or name == "signature_pages":
        return _number
    return {"grey_pages": _folios, "deliver_by": _day}.get(name, _text)


def _text(value: Any) -> Read:
    if isinstance(value, str):
        return value.strip(), ""
    return None, "要写成放在英文引号里的文字"


def _number(value: Any) -> Read:
    if isinstance(value, int) and not isinstance(value, bool):
        return value, ""
    return None, "要写成数字，不加引号"


def _day(value: Any) -> Read:
    if isinstance(value, date) and not isinstance(value, datetime):
        return value, ""
    return None, "要写成日期，如 2020-03-20，不加引号"


def _folios(value: Any) -> Read:
    """Folios in rising order: numbers, or «9-16» for a run of them."""
    rows = value if isinstance(value, list) else [value]
    found: set[int] = set()
    for row in rows:
        run = _run(row)
        if not run:
            return None, '要写成方括号括起的页码，如 [3, 4] 或 ["9-16"]'
        found.update(run)
    return tuple(sorted(found)), ""


#: No issue has more pages; a slip of the hand must not make a run of millions.
LAST_FOLIO = 2000


def _run(row: Any) -> range:
    """The folios of one entry; empty when it cannot be read."""
    first, _, last = str(row).replace("—", "-").replace("–", "-").partition("-")
    ends = [each.strip() for each in (first, last or first)]
    if isinstance(row, bool | float) or not all(each.isdecimal() for each in ends):
        return range(0)
    low, high = (int(each) for each in ends)
    return range(low, high + 1) if 0 < low <= high <= LAST_FOLIO else range(0)


def _out_of_range(name: str, value: Any) -> str:
    """What is wrong with a value of the right kind, or ""."""
    if name in CHOICES and value not in CHOICES[name]:
        return f"只能是：{'、'.join(str(each) for each in CHOICES[name])}"
    if name in RANGES:
        least, most, unit = RANGES[name]
        if not least <= value <= most:
            return f"要在 {least} 和 {most} 之间（单位：{unit}）"
    if name == "profile" and value and not _inside(value):
        return "要写成 content 文件夹里的一个 .icc 文件，如 style/印厂.icc"
    return ""


def _inside(path: str) -> bool:
    """Whether a path stays inside the folder it is written for, and names a profile."""
    parts = PurePosixPath(path.replace("\\", "/"))
    absolute = parts.is_absolute() or ":" in path
    return not absolute and ".." not in parts.parts and parts.suffix.lower() in PROFILE_ENDINGS
