"""PDFs to be had from a page: where, which pages, how large."""

from __future__ import annotations

from plugins.article.record import Article
from plugins.issue.citation import spans
from plugins.issue.enclosures import PUBLIC, Enclosure
from plugins.issue.record import Issue
from plugins.web import addresses
from plugins.web.views import Download

KILOBYTE, MEGABYTE = 1024, 1024 * 1024


def article_pdf(article: Article, enclosure: Enclosure) -> Download:
    """The PDF of an article: 第12—14页，320 KB."""
    path = addresses.enclosure(article.issue_key, article.stem)
    pages = f"第{spans(enclosure.folios, dash='—', comma='、')}页"
    return Download(path, pages, size(enclosure.file.stat().st_size))


def issue_pdf(issue: Issue, enclosure: Enclosure) -> Download:
    """The PDF of an issue: 公开版，60页，6.2 MB; of the whole issue without the first word."""
    path = addresses.enclosure(issue.key, issue.key)
    edition = "公开版，" if enclosure.stem.endswith(PUBLIC) else ""
    pages = f"{edition}{len(enclosure.folios)}页"
    return Download(path, pages, size(enclosure.file.stat().st_size))


def size(octets: int) -> str:
    """A size as readers know it: 320 KB, 1.2 MB."""
    if octets < MEGABYTE:
        return f"{max(1, round(octets / KILOBYTE))} KB"
    return f"{octets / MEGABYTE:.1f} MB"
