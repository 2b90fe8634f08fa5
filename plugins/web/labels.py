"""The ``<meta>`` labels that government sites carry (国办发〔2017〕47号, 附件3)."""

from __future__ import annotations

from urllib.parse import urlsplit

from plugins.issue.record import Publication
from plugins.web.views import Card, Label

Labels = tuple[tuple[str, str], ...]


def site_labels(publication: Publication) -> Labels:
    """SiteName, SiteDomain, SiteIDCode: on every page; each absent when it is not known."""
    return _known(
        ("SiteName", publication.name),
        ("SiteDomain", urlsplit(publication.site_address).hostname or ""),
        ("SiteIDCode", publication.site_code),
    )


def column_labels(publication: Publication, label: Label, kind: str) -> Labels:
    """The labels of the page of a section."""
    return site_labels(publication) + _known(
        ("ColumnName", label.name),
        ("ColumnDescription", label.description or label.name),
        ("ColumnKeywords", label.name),
        ("ColumnType", kind),
    )


def article_labels(
    publication: Publication, card: Card, source: str, tags: tuple[str, ...], author: str
) -> Labels:
    """The labels of the page of an article."""
    return site_labels(publication) + _known(
        ("ColumnName", card.label.name),
        ("ColumnType", card.label.name),
        ("ArticleTitle", card.title),
        ("PubDate", f"{card.day.isoformat()} 00:00"),
        ("ContentSource", source),
        ("Keywords", ",".join(tags)),
        ("Author", author),
        ("Description", card.summary),
    )


def _known(*labels: tuple[str, str]) -> Labels:
    return tuple((name, content) for name, content in labels if content)
