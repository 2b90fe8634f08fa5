"""Pages that list: sections, tags, years, all issues, and what a lost reader is offered."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from plugins.article.record import Article
from plugins.issue.record import Issue
from plugins.web import addresses
from plugins.web.catalogue import Catalogue
from plugins.web.labels import column_labels, site_labels
from plugins.web.views import (
    Group,
    IssuesView,
    Label,
    ListView,
    LostView,
    Place,
    SectionsView,
    TagsView,
    View,
    YearView,
)

SIZES = 4


def indexes(catalogue: Catalogue) -> Iterator[View]:
    """All pages that list."""
    yield _sections(catalogue)
    for label, articles in catalogue.sections.items():
        yield _section(label, articles, catalogue)
    yield _tags(catalogue)
    for tag, articles in catalogue.tags.items():
        yield _tag(tag, articles, catalogue)
    yield _issues(catalogue)
    yield from _years(catalogue)
    yield LostView(
        path=addresses.NOT_FOUND,
        title="没有找到这个页面",
        meta=site_labels(catalogue.archive.publication),
        issues=tuple(catalogue.issues.values())[:3],
    )


def _sections(catalogue: Catalogue) -> SectionsView:
    rows = (
        (label, len(articles), catalogue.card(articles[0]))
        for label, articles in catalogue.sections.items()
    )
    return SectionsView(
        path=addresses.SECTIONS,
        title="栏目",
        description=f"《{catalogue.archive.publication.name}》的全部栏目",
        trail=(Place("栏目", addresses.SECTIONS),),
        meta=site_labels(catalogue.archive.publication),
        sections=tuple(rows),
    )


def _section(label: Label, articles: list[Article], catalogue: Catalogue) -> ListView:
    publication = catalogue.archive.publication
    return ListView(
        path=label.path,
        title=label.name,
        description=label.description or f"《{publication.name}》“{label.name}”栏目的全部文章",
        day=catalogue.card(articles[0]).day,
        trail=(Place("栏目", addresses.SECTIONS), Place(label.name, label.path)),
        meta=column_labels(publication, label, label.name),
        heading=label.name,
        label=label,
        count=len(articles),
        groups=catalogue.groups(articles),
    )


def _tags(catalogue: Catalogue) -> TagsView:
    counted = sorted(
        ((tag, len(articles)) for tag, articles in catalogue.tags.items()),
        key=lambda row: (-row[1], row[0].label),
    )
    most = counted[0][1] if counted else 1
    return TagsView(
        path=addresses.TAGS,
        title="标签",
        description=f"《{catalogue.archive.publication.name}》文章的全部标签",
        trail=(Place("标签", addresses.TAGS),),
        meta=site_labels(catalogue.archive.publication),
        tags=tuple((tag, count, _size(count, most)) for tag, count in counted),
    )


def _size(count: int, most: int) -> int:
    """From 1 (rare) to `SIZES` (the most frequent)."""
    return 1 + (count * SIZES - 1) // max(most, 1) if count < most else SIZES


def _tag(tag: Place, articles: list[Article], catalogue: Catalogue) -> ListView:
    publication = catalogue.archive.publication
    return ListView(
        path=tag.path,
        title=f"标签：{tag.label}",
        description=f"《{publication.name}》中关于“{tag.label}”的 {len(articles)} 篇文章",
        day=catalogue.card(articles[0]).day,
        trail=(Place("标签", addresses.TAGS), Place(tag.label, tag.path)),
        meta=site_labels(publication),
        heading=tag.label,
        label=None,
        count=len(articles),
        groups=catalogue.groups(articles),
    )


def _by_year(catalogue: Catalogue) -> list[tuple[int, list[Issue]]]:
    """Years with their issues, newest first."""
    grouped = groupby(catalogue.archive.issues, key=lambda issue: issue.published.year)
    years: dict[int, list[Issue]] = {}
    for year, issues in grouped:
        years.setdefault(year, []).extend(issues)
    return sorted(years.items(), reverse=True)


def _issues(catalogue: Catalogue) -> IssuesView:
    years = (
        (
            Place(f"{year}年", addresses.year(year)),
            tuple(catalogue.issues[issue.key] for issue in issues),
        )
        for year, issues in _by_year(catalogue)
    )
    return IssuesView(
        path=addresses.ISSUES,
        title="往期",
        description=f"《{catalogue.archive.publication.name}》各期封面与目录",
        trail=(Place("往期", addresses.ISSUES),),
        meta=site_labels(catalogue.archive.publication),
        years=tuple(years),
    )


def _years(catalogue: Catalogue) -> Iterator[YearView]:
    years = _by_year(catalogue)
    places = [Place(f"{year}年", addresses.year(year)) for year, _ in years]
    for n, (year, issues) in enumerate(years):
        groups = (
            Group(catalogue.issues[issue.key], tuple(map(catalogue.card, issue.articles)))
            for issue in issues
        )
        yield YearView(
            path=places[n].path,
            title=f"{year}年总目录",
            description=f"《{catalogue.archive.publication.name}》{year}年各期目录",
            day=issues[0].published,
            trail=(Place("往期", addresses.ISSUES), places[n]),
            meta=site_labels(catalogue.archive.publication),
            year=year,
            groups=tuple(groups),
            earlier=places[n + 1] if n + 1 < len(places) else None,
            later=places[n - 1] if n else None,
        )
