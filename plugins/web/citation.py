"""How an article is cited, and where it stood in print."""

from __future__ import annotations

from plugins.article.record import Article
from plugins.issue.record import Issue


def printed_in(article: Article, issue: Issue) -> str:
    """Issue and page: 《岚江环境》2020年第3期第52页; without the page before the first press."""
    folio = issue.folios.get(article.stem)
    place = f"《{issue.publication.name}》{issue.name}"
    return f"{place}第{folio}页" if folio else place


def citation(article: Article, issue: Issue) -> str:
    """A reference after GB/T 7714—2015: 作者. 题名[J]. 刊名, 年(期): 页."""
    folio = issue.folios.get(article.stem)
    authors = article.bylines or article.contributors
    if article.issuing_body:
        authors = (article.issuing_body,)
    parts = [f"{', '.join(_up_to_three(authors))}. "] if authors else []
    parts.append(f"{article.title}[J]. {issue.publication.name}, ")
    parts.append(f"{issue.published.year}({issue.number})")
    parts.append(f": {folio}." if folio else ".")
    return "".join(parts)


def _up_to_three(names: tuple[str, ...]) -> tuple[str, ...]:
    return (*names[:3], "等") if len(names) > 3 else names
