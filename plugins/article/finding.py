"""What can be wrong with what people wrote.

Three kinds of fault, three manners: a `Finding` is data and travels in lists; a `ManuscriptError`
ends the work because of what someone wrote; anything else is a programmer's mistake and is not
caught here.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

Level = Literal["error", "warning", "hint"]


@dataclass(frozen=True, slots=True, order=True)
class Finding:
    """One fault in one place.

    ``path`` is relative to the project, ``line`` and ``column`` count from 1 (0: the whole file),
    ``code`` names the rule by room (A article, I issue, P proofing, R press, W web), ``message``
    says in Chinese what is wrong and what to do.
    """

    path: str
    line: int
    column: int
    code: str
    level: Level
    message: str

    def __str__(self) -> str:
        place = self.path
        if self.line:
            place += f":{self.line}:{self.column}"
        return f"{place}  {self.code}  {self.message}"


class ManuscriptError(Exception):
    """The work cannot go on because of what someone wrote; carries the findings that say why."""

    def __init__(self, findings: Iterable[Finding]) -> None:
        self.findings = tuple(findings)
        super().__init__("\n".join(str(finding) for finding in self.findings))


def errors(findings: Iterable[Finding]) -> list[Finding]:
    """Only the findings that stop a build."""
    return [finding for finding in findings if finding.level == "error"]


def locate(text: str, words: str, start_line: int = 1) -> tuple[int, int]:
    """Line and column (from 1) where ``words`` first stand in ``text``; its first line if nowhere.

    >>> locate("甲\\n乙丙", "丙")
    (2, 2)
    """
    at = text.find(words)
    if at < 0:
        return start_line, 1
    line_start = text.rfind("\n", 0, at) + 1
    return start_line + text.count("\n", 0, at), at - line_start + 1
