"""Which characters the installed faces can set; a name that no font has must never go to press."""

from __future__ import annotations

import subprocess
from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path

from fontTools.ttLib import TTCollection, TTFont

from plugins.article.decode import decode
from plugins.article.finding import Finding, locate
from plugins.hanzi.scripts import INVISIBLE
from plugins.issue.record import Issue

#: The families that the press styles name; any of them may lend a character to the others.
FAMILIES = (
    "Noto Serif CJK SC",
    "Noto Sans CJK SC",
    "LXGW WenKai",
)


class MissingFaces(RuntimeError):
    """Fonts that the press needs are not installed; the message says which, in Chinese."""


def check(issue: Issue, content: Path) -> list[Finding]:
    """Every character of the issue that no installed face has, with file and line."""
    known = coverage()
    findings: list[Finding] = []
    for article in issue.articles:
        texts = (article.text, *_written(article))
        missing = sorted(_missing("".join(texts), known))
        if missing:
            source = decode((content / article.path).read_bytes())
            findings += [
                _finding(char, source, f"{content.name}/{article.path}") for char in missing
            ]
    return findings


@cache
def coverage() -> frozenset[int]:
    """The code points that the installed press faces have between them.

    Raises `MissingFaces` when a family is not installed.
    """
    known: set[int] = set()
    absent = []
    for family in FAMILIES:
        file, index = _file(family)
        if file is None:
            absent.append(family)
            continue
        known |= _code_points(file, index)
    if absent:
        raise MissingFaces(f"没有安装字体：{'、'.join(absent)}。请运行 make setup")
    return frozenset(known)


def _file(family: str) -> tuple[Path | None, int]:
    pattern = ["fc-match", "-f", "%{family}|%{file}|%{index}", f"{family}:weight=80"]
    out = subprocess.run(pattern, capture_output=True, text=True, check=True).stdout
    families, file, index = out.split("|")
    if family not in families.split(","):
        return None, 0
    return Path(file), int(index) & 0xFFFF


def _code_points(file: Path, index: int) -> set[int]:
    if file.suffix.lower() in (".ttc", ".otc"):
        with TTCollection(file, lazy=True) as collection:
            return set(collection.fonts[index].getBestCmap())
    with TTFont(file, lazy=True) as font:
        return set(font.getBestCmap())


def _written(article: object) -> Iterator[str]:
    for name in ("headline", "kicker", "deck", "standfirst", "issuing_body", "addressee"):
        yield str(getattr(article, name))
    for name in ("bylines", "photographers", "contributors"):
        yield "".join(getattr(article, name))


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
