"""Which characters the installed faces can set; a name that no font has must never go to press."""

from __future__ import annotations

import hashlib
import re
import subprocess
from collections.abc import Iterable
from dataclasses import astuple
from functools import cache
from html import unescape
from pathlib import Path

from plugins.article.decode import decode
from plugins.article.finding import Finding, locate
from plugins.article.record import FIELDS, Article
from plugins.hanzi.scripts import INVISIBLE
from plugins.issue.record import Issue

#: The families that the press styles name; any of them may lend a character to the others. The
#: FangSong of policy texts is not among them: it may be missing, and it has no Han that they lack.
FAMILIES = (
    "Noto Serif CJK SC",
    "Noto Sans CJK SC",
    "LXGW WenKai",
)


TAG = re.compile(r"<[^>]+>")


class MissingFaces(RuntimeError):
    """Fonts that the press needs are not installed; the message says which, in Chinese."""


@cache
def installed() -> str:
    """A digest of the installed fonts: their files with sizes and dates."""
    command = ["fc-list", "--format", "%{file}\\n"]
    out = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    made = hashlib.blake2b(digest_size=16)
    for file in map(Path, sorted(set(out.split("\n")) - {""})):
        stat = file.stat()
        made.update(f"{file} {stat.st_size} {stat.st_mtime_ns}\0".encode())
    return made.hexdigest()


def check(issue: Issue, content: Path) -> list[Finding]:
    """Every character of the issue that no installed face has, with file and line."""
    found = _check(_printed_facts(issue), _shared_files(issue, content), content)
    for article in issue.articles:
        found += check_article(article, content)
    return found


def check_article(article: Article, content: Path) -> list[Finding]:
    """Every character of one article that no installed face has, with file and line."""
    return _check(_printed_words(article), [content / article.path], content)


def _printed_words(article: Article) -> str:
    """All that is printed of an article: what its front matter and its body say."""
    front = (_flat(getattr(article, field.name)) for field in FIELDS.values())
    return "".join(front) + unescape(TAG.sub("", article.body))


def _printed_facts(issue: Issue) -> str:
    """What is printed of an issue beside its articles: masthead, sections, notes, cover."""
    sections = tuple((astuple(each.title), each.editors_note) for each in issue.sections)
    plates = tuple(plate.caption for plate in issue.plates)
    return _flat((astuple(issue.publication), sections, plates, issue.cover.lines))


def _shared_files(issue: Issue, content: Path) -> list[Path]:
    names = (f"{issue.key}/issue.toml", "publication.toml", "sections.toml")
    return [content / name for name in names]


def _check(text: str, files: list[Path], content: Path) -> list[Finding]:
    """Findings for the characters of ``text`` without a face, each in the first file that has it."""
    missing = sorted(_missing(text, coverage()))
    if not missing:
        return []
    sources = [(file, decode(file.read_bytes())) for file in files if file.exists()]
    found = []
    for char in missing:
        file, source = next((each for each in sources if char in each[1]), sources[0])
        found.append(_finding(char, source, f"{content.name}/{file.relative_to(content)}"))
    return found


def _flat(value: object) -> str:
    if isinstance(value, str):
        return value
    return "".join(_flat(each) for each in value) if isinstance(value, tuple) else ""


@cache
def coverage() -> frozenset[int]:
    """The code points that the installed press faces have between them.

    Raises `MissingFaces` when a family is not installed.
    """
    known: set[int] = set()
    absent = []
    for family in FAMILIES:
        points = _code_points(family)
        known |= points
        if not points:
            absent.append(family)
    if absent:
        raise MissingFaces(f"没有安装字体：{'、'.join(absent)}。请运行 make setup")
    return frozenset(known)


def _code_points(family: str) -> set[int]:
    """The code points of an installed family's regular face, as fontconfig knows them."""
    command = ["fc-match", "-f", "%{family}|%{charset}", f"{family}:weight=80"]
    out = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    names, charset = out.split("|")
    if family not in names.split(","):
        return set()
    points: set[int] = set()
    for span in charset.split():
        first, _, last = span.partition("-")
        points.update(range(int(first, 16), int(last or first, 16) + 1))
    return points


def _missing(text: Iterable[str], known: frozenset[int]) -> set[str]:
    return {
        char
        for char in text
        if ord(char) not in known and not char.isspace() and char not in INVISIBLE
    }


def _finding(char: str, source: str, shown: str) -> Finding:
    line, column = locate(source, char)
    message = f"“{char}”（U+{ord(char):04X}）已装字体里都没有，请核对是否打错，或换用通行字"
    return Finding(shown, line, column, "R301", "error", message)
