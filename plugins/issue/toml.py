"""TOML files that editors write: parsed, and every fault named by line in Chinese."""

from __future__ import annotations

import difflib
import re
import tomllib
from collections.abc import Iterable, Iterator, Mapping
from itertools import islice
from pathlib import Path
from typing import Any

from plugins.article.decode import NotText, decode
from plugins.article.finding import Finding, Level

PLACE = re.compile(r"\(at line (\d+), column (\d+)\)")
#: What tomllib says → what an editor should do.
ADVICE = (
    ("Invalid value", "等号后面的写法不对：文字要放在英文引号里，日期写成 2020-03-20"),
    ("Expected '='", "这里要有等号，写成“键 = 值”；键只能用英文字母"),
    ("Invalid statement", "这一行看不懂，写成“键 = 值”；键只能用英文字母"),
    ("Invalid initial character", "这里只能用英文字母，中文要放在英文引号里"),
    ("Invalid date", "这一天或这个时刻不存在，请核对，日期写成 2020-03-20"),
    ("Unclosed array", "方括号没有配对，或两项之间漏了英文逗号"),
    ("Unclosed inline table", "花括号要在同一行里配对"),
    ("Expected ']", "方括号没有配对"),
    ('Expected "\'"', "引号没有配对"),
    ("Unterminated string", "引号没有配对"),
    ("Illegal character", "引号没有配对，或混进了看不见的字符"),
    ("Cannot overwrite", "同一个键写了两次"),
    ("Expected newline", "一行里多写了内容：文字要放在英文引号里，日期写成 2020-03-20"),
    ("Unescaped", "引号里不能有反斜杠，文件路径请用“/”"),
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
        self,
        code: str,
        message: str,
        words: str = "",
        level: Level = "error",
        from_line: int = 1,
        nth: int = 1,
    ) -> None:
        """Note a finding where ``words`` stand for the nth time from ``from_line`` on.

        Without ``words``, or when they stand nowhere (written another way), at that line itself.
        """
        at = start = self._offset(from_line)
        for count in range(nth if words else 0):
            at = self.text.find(words, at + 1 if count else at)
            if at < 0:
                at = start
                break
        line, column = self._place(at) if self.text else (0, 1)
        self.findings.append(Finding(self.shown, line, column, code, level, message))

    def add_key(
        self, code: str, message: str, key: str, level: Level = "error", from_line: int = 1
    ) -> None:
        """Note a finding on the line where ``key`` is given its value, from ``from_line`` on."""
        line = self.line_of(rf"^[ \t]*(\[+[ \t]*)?[\"']?{re.escape(key)}\b", from_line=from_line)
        self.findings.append(Finding(self.shown, line, 1, code, level, message))

    def line_of(self, pattern: str, nth: int = 1, from_line: int = 1) -> int:
        """Line of the nth match of a pattern from ``from_line`` on; that line if there is none."""
        found = re.compile(pattern, re.MULTILINE).finditer(self.text, self._offset(from_line))
        match = next(islice(found, nth - 1, None), None)
        return self._place(match.start())[0] if match else from_line

    def row_line(self, key: str, place: int) -> int:
        """Line of the table ``[[key]]`` that stands at ``place`` (from 0) among its like."""
        lines = self.row_lines(key)
        return lines[place] if place < len(lines) else 1

    def row_lines(self, key: str) -> list[int]:
        """Lines of all tables ``[[key]]``, in their order."""
        head = re.compile(rf"[ \t]*\[\[[ \t]*{re.escape(key)}[ \t]*\]\]")
        return [n for n, line in enumerate(self.text.split("\n"), 1) if head.match(line)]

    def unknown(
        self,
        table: Mapping[str, Any],
        known: Iterable[str],
        code: str,
        level: Level = "error",
        from_line: int = 1,
    ) -> None:
        """Note every key of ``table`` (which begins on ``from_line``) that is not ``known``."""
        known = sorted(known)
        for key in table:
            if key in known:
                continue
            near = difflib.get_close_matches(key, known, n=1, cutoff=0.5)
            guess = f"是不是“{near[0]}”？" if near else ""
            message = f"“{key}”不是这里可用的键。{guess}可用的有：{'、'.join(known)}"
            self.add_key(code, message, key, level, from_line)

    def tables(self, key: str, code: str) -> Iterator[Mapping[str, Any]]:
        """The tables of ``[[key]]``; anything else there is a finding."""
        rows = self.data.get(key, [])
        if not isinstance(rows, list) or any(not isinstance(row, Mapping) for row in rows):
            self.add_key(code, f"“{key}”要写成一段或多段 [[{key}]]", key)
            return
        yield from rows

    def _offset(self, line: int) -> int:
        """Where a line (from 1) begins in the text."""
        return sum(len(each) + 1 for each in self.text.split("\n")[: line - 1])

    def _place(self, at: int) -> tuple[int, int]:
        """Line and column (from 1) of a place in the text."""
        return self.text.count("\n", 0, at) + 1, at - self.text.rfind("\n", 0, at)

    def _syntax(self, error: str) -> None:
        place = PLACE.search(error)
        line, column = (int(place[1]), int(place[2])) if place else (self.text.count("\n") + 1, 1)
        advice = next((text for start, text in ADVICE if error.startswith(start)), "写法有误")
        lines = self.text.split("\n")
        words = lines[line - 1].strip() if line <= len(lines) else ""
        message = f"“{words}”：{advice}" if words else "写到末尾还没有结束：方括号或引号没有配对"
        self.findings.append(Finding(self.shown, line, column, "I201", "error", message))
