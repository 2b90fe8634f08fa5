"""TOML files that editors write: parsed, and every fault named by line in Chinese."""

from __future__ import annotations

import difflib
import re
import tomllib
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

from plugins.article.decode import NotText, decode
from plugins.article.finding import Finding, Level, locate

PLACE = re.compile(r"\(at line (\d+), column (\d+)\)")
#: What tomllib says → what an editor should do.
ADVICE = (
    ("Invalid value", "等号后面的写法不对：文字要放在英文引号里，日期写成 2020-03-20"),
    ("Expected '='", "这里要有等号，写成“键 = 值”；键只能用英文字母"),
    ("Invalid statement", "这一行看不懂，写成“键 = 值”；键只能用英文字母"),
    ("Unclosed array", "方括号没有配对"),
    ("Unterminated string", "引号没有配对"),
    ("Illegal character", "引号没有配对，或混进了看不见的字符"),
    ("Cannot overwrite", "同一个键写了两次"),
    ("Expected newline", "一行里多写了内容，请检查引号是否配对"),
    ("Cannot declare", "同一个表写了两次"),
)


class TomlFile:
    """A parsed TOML file that knows where its words stand.

    ``data`` is empty when the file cannot be parsed; ``findings`` then says why.
    """

    def __init__(self, file: Path, shown: str) -> None:
        self.shown = shown
        self.text = ""
        self.data: dict[str, Any] = {}
        self.findings: list[Finding] = []
        if not file.exists():
            return
        try:
            self.text = decode(file.read_bytes())
            self.data = tomllib.loads(self.text)
        except NotText:
            self.add("I201", "这不是文本文件，请另存为 UTF-8 文本")
        except tomllib.TOMLDecodeError as error:
            self._syntax(str(error))

    def add(
        self, code: str, message: str, words: str = "", level: Level = "error", after: str = ""
    ) -> None:
        """Note a finding at the first place of ``words`` (behind ``after``, if that is given)."""
        self.findings.append(self.finding(code, message, words, level, after))

    def finding(
        self, code: str, message: str, words: str = "", level: Level = "error", after: str = ""
    ) -> Finding:
        """A finding at the first place of ``words`` behind ``after``."""
        if not words:
            return Finding(self.shown, 1 if self.text else 0, 1, code, level, message)
        start = max(self.text.find(after), 0) if after else 0
        line, column = locate(self.text[start:], words)
        if line == 1 and start:
            column += start - (self.text.rfind("\n", 0, start) + 1)
        return Finding(
            self.shown, line + self.text.count("\n", 0, start), column, code, level, message
        )

    def line_of(self, pattern: str, nth: int = 1) -> int:
        """Line of the nth match of a pattern (from 1); 1 if there is none."""
        for count, match in enumerate(re.finditer(pattern, self.text, re.MULTILINE), start=1):
            if count == nth:
                return self.text.count("\n", 0, match.start()) + 1
        return 1

    def unknown(
        self, table: Mapping[str, Any], known: Iterable[str], code: str, level: Level = "error"
    ) -> None:
        """Note every key of ``table`` that is not ``known``."""
        known = sorted(known)
        for key in table:
            if key in known:
                continue
            near = difflib.get_close_matches(key, known, n=1, cutoff=0.5)
            guess = f"是不是“{near[0]}”？" if near else ""
            message = f"“{key}”不是这里可用的键。{guess}可用的有：{'、'.join(known)}"
            line = self.line_of(rf"^\s*(\[+\s*)?[\"']?{re.escape(key)}\b")
            self.findings.append(Finding(self.shown, line, 1, code, level, message))

    def tables(self, key: str, code: str) -> Iterator[Mapping[str, Any]]:
        """The tables of ``[[key]]``; anything else there is a finding."""
        rows = self.data.get(key, [])
        if not isinstance(rows, list) or any(not isinstance(row, Mapping) for row in rows):
            self.add(code, f"“{key}”要写成一段或多段 [[{key}]]", key)
            return
        yield from rows

    def _syntax(self, error: str) -> None:
        place = PLACE.search(error)
        line, column = (int(place[1]), int(place[2])) if place else (self.text.count("\n") + 1, 1)
        advice = next((text for start, text in ADVICE if error.startswith(start)), "写法有误")
        lines = self.text.split("\n")
        words = lines[line - 1].strip() if line <= len(lines) else ""
        message = f"“{words}”：{advice}" if words else f"写到末尾还没有结束：{advice}"
        self.findings.append(Finding(self.shown, line, column, "I201", "error", message))
