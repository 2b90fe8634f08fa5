"""Front matter: ``键: 值`` lines between two ``---`` → `FrontMatter`, with findings.

Half-width and full-width colons, spaces around them, blank lines and indented continuation lines
are all accepted. YAML is not used: its bare keys, colons and dates would bite editors.
"""

from __future__ import annotations

import difflib
import re
from dataclasses import dataclass
from typing import Any

from plugins.article.finding import Finding
from plugins.article.record import FIELDS, FrontMatter

FENCE = re.compile(r"(-{3,}|—{2,})[ \t\u3000]*")
PAIR = re.compile(r"[ \t\u3000]*([^:：\n]+?)[ \t\u3000]*[:：](.*)")


@dataclass(frozen=True, slots=True)
class Written:
    """One value as typed, with the line it stands on."""

    value: str
    line: int


@dataclass(frozen=True, slots=True)
class Parsed:
    """A manuscript taken apart: front matter, body, the line the body begins on, findings."""

    front: FrontMatter
    body: str
    body_line: int
    findings: tuple[Finding, ...]


def parse(text: str, path: str) -> Parsed:
    """Take a manuscript apart; ``path`` is what findings call the file."""
    lines = text.split("\n")
    start = next((n for n, line in enumerate(lines) if line.strip()), None)
    if start is None:
        return _broken(path, 1, "A101", "稿件是空的，请写上首部（标题等）和正文")
    end = _closing_fence(lines, start)
    if end is None:
        return _broken(path, start + 1, "A105", _no_front_matter(lines[start]))
    findings: list[Finding] = []
    values = _pairs(lines, start + 1, end, path, findings)
    front = FrontMatter(**_read(values, path, findings))
    if not front.headline and not any(found.code == "A103" for found in findings):
        message = "没有“标题”，请在首部写一行“标题: ……”"
        findings.append(Finding(path, start + 1, 1, "A103", "error", message))
    if front.secrecy and front.public:
        findings.append(_secret_in_public(front, values["公开"].line, path))
    body = "\n".join(lines[end + 1 :])
    return Parsed(front, body, end + 2, tuple(findings))


def _broken(path: str, line: int, code: str, message: str) -> Parsed:
    return Parsed(FrontMatter(), "", 1, (Finding(path, line, 1, code, "error", message),))


def _no_front_matter(first: str) -> str:
    if FENCE.fullmatch(first.strip()):
        return "首部没有结束：请在最后一行信息之后另起一行写“---”"
    return "没有首部：请在文件第一行写“---”，接着写“标题: ……”等，再写一行“---”"


def _closing_fence(lines: list[str], start: int) -> int | None:
    if not FENCE.fullmatch(lines[start].strip()):
        return None
    for n in range(start + 1, len(lines)):
        if FENCE.fullmatch(lines[n].strip()):
            return n
    return None


def _pairs(
    lines: list[str], start: int, end: int, path: str, findings: list[Finding]
) -> dict[str, Written]:
    """Key → value with line; lines that are no pair and doubled keys become findings."""
    values: dict[str, Written] = {}
    last = ""
    for n in range(start, end):
        line = lines[n]
        if not line.strip() or line.lstrip().startswith("#"):
            continue
        match = PAIR.fullmatch(line)
        if line[0] in " \t\u3000" and last and not (match and match[1] in FIELDS):
            old = values[last]
            values[last] = Written(f"{old.value} {line.strip()}".strip(), old.line)
        elif not match:
            message = f"“{line.strip()}”里没有冒号，首部每行要写成“键: 值”"
            findings.append(Finding(path, n + 1, 1, "A106", "error", message))
        elif match[1] in values:
            message = f"“{match[1]}”写了两次（上一次在第 {values[match[1]].line} 行），请留一个"
            findings.append(Finding(path, n + 1, 1, "A107", "error", message))
        else:
            last = match[1]
            values[last] = Written(_unquoted(match[2].strip()), n + 1)
    return values


def _unquoted(value: str) -> str:
    if len(value) > 1 and value[0] == value[-1] and value[0] in "\"'":
        return value[1:-1]
    return value


def _read(values: dict[str, Written], path: str, findings: list[Finding]) -> dict[str, Any]:
    """Field name → value read; unknown keys and wrong values become findings."""
    read: dict[str, Any] = {}
    for key, written in values.items():
        field = FIELDS.get(key)
        if field is None:
            findings.append(_unknown(key, written, path))
            continue
        if not written.value:
            continue
        try:
            read[field.name] = field.metadata["read"](written.value)
        except ValueError as error:
            message = f"“{key}”：{error}"
            findings.append(Finding(path, written.line, 1, "A108", "error", message))
    return read


def _secret_in_public(front: FrontMatter, line: int, path: str) -> Finding:
    """A state secret on a public site cannot be called back: such a text never leaves the door."""
    message = (
        f"密级是“{front.secrecy}”的文件不得公开，请改为“公开: 否”；确已解密的，请删去“密级”这一行"
    )
    return Finding(path, line, 1, "A120", "error", message)


def _unknown(key: str, written: Written, path: str) -> Finding:
    near = difflib.get_close_matches(key, FIELDS, n=1, cutoff=0.4)
    guess = f"是不是“{near[0]}”？" if near else ""
    shown = f"{key}：{written.value}" if written.value else key
    message = f"“{shown}”不是稿件信息。{guess}可用的有：{'、'.join(FIELDS)}"
    return Finding(path, written.line, 1, "A102", "error", message)
