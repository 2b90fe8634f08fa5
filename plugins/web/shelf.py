"""One issue in the catalogue."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from plugins.article.record import Article
from plugins.issue.record import Issue
from plugins.web.pictures.pictures import Picture
from plugins.web.renewal.part import Signature
from plugins.web.views import Card, IssueCard, Place


@dataclass(frozen=True, slots=True)
class Shelf:
    """``pictures``: what the cards were made with.

    ``facts``: what pages of the issue show of the issue itself; ``rows``: what lists show of each article, by its
    identity; both as fingerprints.
    """

    issue: Issue
    pictures: tuple[Picture, ...]
    card: IssueCard
    cards: Mapping[str, Card]
    tags: tuple[tuple[Place, Article], ...]
    units: tuple[tuple[Place, Article], ...]
    people: tuple[tuple[Place, Article], ...]
    facts: Signature
    rows: Mapping[int, Signature]
