"""Findings as an editor reads them on the terminal. The one place that words them together."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from plugins.article.finding import Finding

LEVELS = {"error": "错误", "warning": "提醒", "hint": "提示"}
#: Hints that many files share are told in one line each.
TOGETHER = {
    "I213": "备稿（没有排进任何栏目，不进网站和印刷）",
    "I215": "只进内部版（没有写“公开: 是”，不进公开网站）",
}


def lines(findings: Iterable[Finding]) -> Iterator[str]:
    """Errors first, then warnings, then hints; ends with a count when anything was found."""
    found = sorted(set(findings), key=_order)
    for finding in found:
        if finding.code not in TOGETHER:
            yield f"{LEVELS[finding.level]}  {finding}"
    for code, words in TOGETHER.items():
        paths = [finding.path.removeprefix("content/") for finding in found if finding.code == code]
        if paths:
            yield f"提示  {code}  {words}，共 {len(paths)} 篇：{'、'.join(paths)}"
    if found:
        counts = ((word, sum(f.level == level for f in found)) for level, word in LEVELS.items())
        yield "　".join(f"{word} {count} 处" for word, count in counts if count)


def concerning(findings: Iterable[Finding], key: str) -> list[Finding]:
    """The findings of one issue, and of the files that all issues share."""
    return [each for each in findings if _folder(each.path) in (key, "")]


def _folder(path: str) -> str:
    parts = path.split("/")
    return parts[1] if len(parts) > 2 and parts[1][:4].isdigit() else ""


def _order(finding: Finding) -> tuple[int, str, int, int, str]:
    level = list(LEVELS).index(finding.level)
    return level, finding.path, finding.line, finding.column, finding.code
