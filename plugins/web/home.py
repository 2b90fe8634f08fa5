"""The front page: the newest issue, section by section, each set in the way that suits it."""

from __future__ import annotations

from plugins.article.kinds import Kind
from plugins.article.record import Article
from plugins.issue.record import Issue, Section
from plugins.web import addresses
from plugins.web.catalogue import Catalogue
from plugins.web.views import Band, Card, HomeView

BRIEFS = 8
BACK_ISSUES = 6
#: Kinds that live by their pictures.
SHOWN = {Kind.PROFILE, Kind.PHOTO}


def home(catalogue: Catalogue) -> HomeView:
    """The front page; of an empty archive an empty one."""
    publication = catalogue.archive.publication
    issues = catalogue.archive.issues
    newest = issues[0] if issues else None
    lead = _lead(newest, catalogue) if newest else None
    return HomeView(
        path=addresses.HOME,
        title="",
        description=publication.site_description,
        day=newest.published if newest else None,
        issue=catalogue.issues[newest.key] if newest else None,
        lead=lead,
        bands=_bands(newest, lead, catalogue) if newest else (),
        back_issues=tuple(catalogue.issues[each.key] for each in issues[1 : BACK_ISSUES + 1]),
    )


def _lead(issue: Issue, catalogue: Catalogue) -> Card | None:
    """The story of the first cover line, else the first one with a landscape, else the first."""
    cards = [catalogue.card(article) for article in issue.articles]
    lines = catalogue.issues[issue.key].lines
    first_line = lines[0].path if lines else ""
    chosen = (
        *(card for card in cards if card.path == first_line),
        *(card for card in cards if card.picture and card.picture.is_wide),
        *cards,
    )
    return chosen[0] if chosen else None


def _bands(issue: Issue, lead: Card | None, catalogue: Catalogue) -> tuple[Band, ...]:
    made = (_band(section, lead, catalogue) for section in issue.sections)
    return tuple(band for band in made if band.cards)


def _band(section: Section, lead: Card | None, catalogue: Catalogue) -> Band:
    cards = tuple(card for article in section.articles if (card := catalogue.card(article)) != lead)
    layout = _layout(section.articles, cards)
    shown = cards[:BRIEFS] if layout == "briefs" else cards
    label = catalogue.labels[section.title.name]
    return Band(label, layout, section.editors_note, shown, len(cards) - len(shown))


def _layout(articles: tuple[Article, ...], cards: tuple[Card, ...]) -> str:
    """The name of the setting: what the section holds decides, not what it is called."""
    kinds = [article.kind for article in articles]
    if all(kind is Kind.SHORT_NEWS for kind in kinds):
        return "briefs"
    if len(kinds) == 1 and kinds[0] is Kind.EDITORIAL:
        return "foreword"
    if kinds.count(Kind.OFFICIAL) * 2 >= len(kinds):
        return "documents"
    if set(kinds) <= SHOWN and all(card.picture for card in cards):
        return "gallery"
    return "stories"
