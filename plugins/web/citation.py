"""Where an article stood in print."""

from __future__ import annotations

from plugins.article.record import Article
from plugins.issue.record import Issue


def printed_in(article: Article, issue: Issue) -> str:
    """Issue and page: 《岚江环境》2020年第3期第52页; without the page before the first press."""
    folio = issue.folios.get(article.stem)
    place = f"《{issue.publication.name}》{issue.name}"
    return f"{place}第{folio}页" if folio else place
