"""A new issue's folder, made from the one before it."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date
from pathlib import Path

from plugins.article.finding import Finding, ManuscriptError
from plugins.issue.publication import read_sections
from plugins.issue.record import Archive, Issue, SectionName
from plugins.issue.toml import TomlFile

KEY = re.compile(r"(\d{4})-(0[1-9]|1[0-2])")

HEAD = """\
# {year}年第{number}期。各键的意思见《编辑手册》。
number = {number}
whole_number = {whole_number}
published = {published}

[cover]
# image = "photos/cover.jpg"     # 不写则用纯文字封面
lines = []                       # 封面要目，须与标题（或其一部分）一致
"""
SECTION = """
[[sections]]
name = "{name}"
flow = "{flow}"                  # page 另页起 | run-on 接排
articles = []                    # 稿件文件名（不带 .md），按印刷先后
"""


def create(archive: Archive, content: Path, key: str) -> Path:
    """Make ``content/<key>`` with issue.toml and photos; out: the path of issue.toml.

    Raises `ManuscriptError` when the key is no YYYY-MM or the folder is there already.
    """
    match = KEY.fullmatch(key)
    folder = content / key
    shown = f"{content.name}/{key}"
    if match is None:
        raise _refused(shown, "I218", f"期次“{key}”要写成 2020-04 这样的年-月")
    if folder.exists():
        raise _refused(shown, "I219", "这一期的文件夹已经有了，没有改动；要重来请先把它移开")
    register = read_sections(TomlFile(content / "sections.toml", "sections.toml"))
    text = issue_text(archive, register, int(match[1]), int(match[2]))
    (folder / "photos").mkdir(parents=True)
    file = folder / "issue.toml"
    file.write_text(text, encoding="utf-8")
    return file


def issue_text(archive: Archive, register: Iterable[SectionName], year: int, month: int) -> str:
    """The text of a new issue.toml: numbers run on from the issue before it, registered sections."""
    earlier = [each for each in archive.issues if each.published < date(year, month, 1)]
    before = max(earlier, key=lambda issue: issue.published, default=None)
    same_year = before is not None and before.published.year == year
    number = before.number + 1 if before and same_year else month if before is None else 1
    whole = before.whole_number + 1 if before else 1
    day = before.published.day if before else 20
    head = HEAD.format(
        year=year, number=number, whole_number=whole, published=_day(year, month, day)
    )
    return head + "".join(
        SECTION.format(name=name, flow=flow) for name, flow in _sections(register, before)
    )


def _sections(register: Iterable[SectionName], before: Issue | None) -> Iterable[tuple[str, str]]:
    flows = {section.title.name: section.flow for section in before.sections} if before else {}
    return [(section.name, flows.get(section.name, "page")) for section in register]


def _day(year: int, month: int, day: int) -> date:
    for last in range(day, 0, -1):
        try:
            return date(year, month, last)
        except ValueError:
            continue
    raise ValueError(f"no such month: {year}-{month}")


def _refused(path: str, code: str, message: str) -> ManuscriptError:
    return ManuscriptError([Finding(path, 0, 0, code, "error", message)])
