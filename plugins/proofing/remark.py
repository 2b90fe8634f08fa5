"""What proofing hands out: one remark for one place in a manuscript."""

from __future__ import annotations

from dataclasses import dataclass

from plugins.article.finding import Finding, Level


@dataclass(frozen=True, slots=True, order=True)
class Remark:
    """One remark. ``line`` and ``column`` count from 1; ``start`` and ``end`` are places in the source.

    ``words`` are the words in question, ``source`` is the standard and clause; ``mend`` is what should stand
    instead of source[start:end], None when only a person knows, and is put there unasked when ``is_safe``.
    """

    path: str
    line: int
    column: int
    code: str
    level: Level
    words: str
    message: str
    advice: str = ""
    source: str = ""
    mend: str | None = None
    is_safe: bool = False
    start: int = 0
    end: int = 0

    @property
    def finding(self) -> Finding:
        """The remark as every other part of the house tells its findings."""
        said = f"{self.message}。{self.advice}" if self.advice else self.message
        return Finding(self.path, self.line, self.column, self.code, self.level, said)
