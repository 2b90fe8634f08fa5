"""Pages over the issues: 往期, 全刊总目次, each year by issue and by section."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from plugins.issue.record import Issue
from plugins.web import addresses
from plugins.web.catalogue import Catalogue
from plugins.web.extras import EVERYTHING, Extras
from plugins.web.indexes.index_views import (
    ContentsView,
    Group,
    IssuesView,
    YearCard,
    YearSection,
    YearSectionsView,
    YearView,
)
from plugins.web.renewal.part import Part
from plugins.web.views import Card, Label, Place, View

#: Years whose issues are shown by their covers: at least one, then while there are no more covers.
COVERS = 36


def year_parts(catalogue: Catalogue, extras: Extras = EVERYTHING) -> Iterator[Part]:
    """All of them: 往期, all years, each year, and with guides each year by section."""
    cards = year_cards(catalogue)
    with_guides = "guides" in extras
    told = catalogue.prints.of(cards, _newest(catalogue))
    yield Part(addresses.ISSUES, told, lambda: [_issues(catalogue, cards)])
    yield Part(addresses.CONTENTS, told, lambda: [_contents(catalogue, cards)])
    for n, card in enumerate(cards):
        earlier = cards[n + 1] if n + 1 < len(cards) else None
        later = cards[n - 1] if n else None
        yield _year_part(card, earlier, later, catalogue, with_guides)


def _year_part(
    card: YearCard,
    earlier: YearCard | None,
    later: YearCard | None,
    catalogue: Catalogue,
    with_guides: bool,
) -> Part:
    """The pages of one year."""
    issues = catalogue.years[card.year]
    articles = (article for issue in issues for article in issue.articles)
    beside = [each.by_issue for each in (earlier, later) if each]
    signature = catalogue.prints.of(card, catalogue.rows(articles), beside, earlier is None)

    def views() -> Iterator[View]:
        yield _year(card, earlier, later, catalogue)
        if with_guides:
            yield _year_sections(card, earlier, later, catalogue)

    return Part(card.by_issue.path, signature, views)


def year_cards(catalogue: Catalogue) -> tuple[YearCard, ...]:
    """Every year, newest first, its issues oldest first."""
    return tuple(
        YearCard(
            year,
            Place(f"{year}年", addresses.year(year)),
            Place(f"{year}年", addresses.year_sections(year)),
            tuple(catalogue.issues[issue.key] for issue in reversed(issues)),
            sum(len(issue.articles) for issue in issues),
        )
        for year, issues in catalogue.years.items()
    )


def _issues(catalogue: Catalogue, cards: tuple[YearCard, ...]) -> IssuesView:
    publication = catalogue.archive.publication
    shown = _shown(cards)
    return IssuesView(
        path=addresses.ISSUES,
        title="往期",
        description=f"《{publication.name}》各期封面与目录",
        day=_newest(catalogue),
        trail=(Place("往期", addresses.ISSUES),),
        count=len(catalogue.issues),
        years=tuple((card.by_issue, card.issues[::-1]) for card in cards[:shown]),
        older=cards[shown:],
    )


def _shown(cards: tuple[YearCard, ...]) -> int:
    """How many years show their covers."""
    covers = 0
    for n, card in enumerate(cards):
        covers += len(card.issues)
        if covers > COVERS:
            return max(n, 1)
    return len(cards)


def _contents(catalogue: Catalogue, cards: tuple[YearCard, ...]) -> ContentsView:
    publication = catalogue.archive.publication
    return ContentsView(
        path=addresses.CONTENTS,
        title="全刊总目次",
        description=f"《{publication.name}》历年各期目次和分类总目次",
        day=_newest(catalogue),
        trail=(Place("全刊总目次", addresses.CONTENTS),),
        years=cards,
        issues=len(catalogue.issues),
        articles=len(catalogue.articles),
    )


def _newest(catalogue: Catalogue) -> date | None:
    issues = catalogue.archive.issues
    return issues[0].published if issues else None


def _year(
    card: YearCard, earlier: YearCard | None, later: YearCard | None, catalogue: Catalogue
) -> YearView:
    publication = catalogue.archive.publication
    issues = catalogue.years[card.year]
    return YearView(
        path=card.by_issue.path,
        title=f"{card.year}年总目次",
        description=f"《{publication.name}》{card.year}年各期目次",
        day=issues[0].published,
        trail=(Place("全刊总目次", addresses.CONTENTS), card.by_issue),
        year=card.year,
        count=card.articles,
        by_section=card.by_section,
        groups=tuple(
            Group(catalogue.issues[issue.key], tuple(map(catalogue.card, issue.articles)))
            for issue in issues
        ),
        earlier=earlier.by_issue if earlier else None,
        later=later.by_issue if later else None,
    )


def _year_sections(
    card: YearCard, earlier: YearCard | None, later: YearCard | None, catalogue: Catalogue
) -> YearSectionsView:
    publication = catalogue.archive.publication
    issues = catalogue.years[card.year]
    return YearSectionsView(
        path=card.by_section.path,
        title=f"{card.year}年分类总目次",
        description=f"《{publication.name}》{card.year}年{card.articles}篇文章，按栏目排列",
        day=issues[0].published,
        trail=(
            Place("全刊总目次", addresses.CONTENTS),
            card.by_issue,
            Place("分类总目次", card.by_section.path),
        ),
        year=card.year,
        count=card.articles,
        by_issue=card.by_issue,
        sections=_by_section(issues[::-1], catalogue),
        earlier=earlier.by_section if earlier else None,
        later=later.by_section if later else None,
    )


def _by_section(issues: list[Issue], catalogue: Catalogue) -> tuple[YearSection, ...]:
    """The sections in the order of the register, in each the articles from the first issue on."""
    rows: dict[Label, list[tuple[int, Card]]] = {each: [] for each in catalogue.labels.values()}
    for issue in issues:
        for section in issue.sections:
            cards = map(catalogue.card, section.articles)
            rows[catalogue.labels[section.title.name]].extend((issue.number, c) for c in cards)
    return tuple(YearSection(label, tuple(each)) for label, each in rows.items() if each)
