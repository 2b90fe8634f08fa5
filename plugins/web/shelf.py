"""One issue in the catalogue."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from plugins.article.record import Article
from plugins.issue.record import Issue
from plugins.web.pictures.pictures import Picture
from plugins.web.renewal.part import Signature
from plugins.web.views import Card, IssueCard, Place

#: The cards of the articles printed before and after one.
Neighbours = tuple[Card | None, Card | None]


@dataclass(frozen=True, slots=True)
class Shelf:
    """``pictures``: what the cards were made with; ``cards`` and ``beside`` are by stem, in printed order.

    ``facts``: what pages of the issue show of the issue itself; ``rows``: what lists show of each article, by its
    identity; both as fingerprints.
    """

    issue: Issue
    pictures: tuple[Picture, ...]
    card: IssueCard
    cards: Mapping[str, Card]
    beside: Mapping[str, Neighbours]
    tags: tuple[tuple[Place, Article], ...]
    facts: Signature
    rows: Mapping[int, Signature]


def neighbours(cards: Mapping[str, Card]) -> dict[str, Neighbours]:
    """The cards before and after each, by stem; None at both ends."""
    row = (None, *cards.values(), None)
    return {stem: (row[at], row[at + 2]) for at, stem in enumerate(cards)}
