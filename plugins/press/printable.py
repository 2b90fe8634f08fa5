"""Settings of printing that no printer can follow (R320–R322), told where they are written."""

from __future__ import annotations

from pathlib import Path

from plugins.article.finding import Finding
from plugins.issue.record import Issue
from plugins.issue.setting import where_set
from plugins.press.workshop import Bound


def check(issue: Issue, content: Path) -> list[Finding]:
    """R320: a glued issue without the caliper of its paper; R321: an imposition that does not suit the binding."""
    printing = issue.publication.printing
    if issue.publication.binding != "perfect":
        return []
    found = []
    if not printing.caliper_um:
        words = (
            "胶订要算书脊宽度，请在 [printing] 里写内文纸一张的厚度（微米），如 caliper_um = 100"
        )
        found.append(_finding(issue, content, "R320", ("caliper_um", "binding"), words))
    if printing.imposition == "saddle":
        words = (
            'imposition = "saddle" 只配骑马订；胶订请写 "signatures" 或 "none"'
            "（[printing]，也可能写在本期的 issue.toml 里）"
        )
        found.append(_finding(issue, content, "R321", ("imposition",), words))
    return found


def unknown_grey(bound: Bound, content: Path) -> list[Finding]:
    """R322: folios in ``grey_pages`` that the issue has not."""
    folios = {sheet.folio for sheet in bound.sheets if sheet.folio}
    asked = bound.issue.publication.printing.grey_pages
    unknown = [str(folio) for folio in asked if folio not in folios]
    if not unknown:
        return []
    words = f"grey_pages 里的第{'、'.join(unknown)}页，本期没有；内页到第{max(folios)}页为止"
    return [_finding(bound.issue, content, "R322", ("grey_pages",), words)]


def _finding(issue: Issue, content: Path, code: str, keys: tuple[str, ...], words: str) -> Finding:
    """A fault where the first of ``keys`` that is written stands."""
    places = [where_set(content, issue.key, key) for key in keys]
    path, line, column = next((place for place in places if place[1]), places[0])
    return Finding(path, line, column, code, "error", words)
