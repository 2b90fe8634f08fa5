"""How an article is cited: the same words on its page of the site and under its printed text."""

from __future__ import annotations

from collections.abc import Iterable

from plugins.article.record import Article
from plugins.issue.record import Issue


def citation(article: Article, issue: Issue, pages: str = "") -> str:
    """A reference after GB/T 7714—2015, 4.4: 作者. 题名[J]. 刊名, 年(期): 页码.

    ``pages``: 12 or 12-14; "" before the issue was pressed.
    """
    authors = article.bylines or article.contributors
    if article.issuing_body:
        authors = (article.issuing_body,)
    parts = [f"{', '.join(_up_to_three(authors))}. "] if authors else []
    parts.append(f"{article.title}[J]. {issue.publication.name}, ")
    parts.append(f"{issue.published.year}({issue.number})")
    parts.append(f": {pages}." if pages else ".")
    return "".join(parts)


def spans(folios: Iterable[int], dash: str = "-", comma: str = ",") -> str:
    """Page numbers as few words as may be.

    >>> spans([12, 13, 14, 17])
    '12-14,17'
    """
    runs: list[list[int]] = []
    for folio in sorted(set(folios)):
        if runs and folio == runs[-1][-1] + 1:
            runs[-1].append(folio)
        else:
            runs.append([folio])
    return comma.join(f"{run[0]}{dash}{run[-1]}" if len(run) > 1 else str(run[0]) for run in runs)


def _up_to_three(names: tuple[str, ...]) -> tuple[str, ...]:
    """Three authors are named, more are 等 (GB/T 7714—2015, 8.1.2)."""
    return (*names[:3], "等") if len(names) > 3 else names
