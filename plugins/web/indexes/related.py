"""Related articles: those that share the rarest tags.

Every tag has the list of its articles. Of a frequent tag only a part of the list is looked at (the
newest and the nearest in time), so that the work grows with the number of articles and not with its
square.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import groupby
from math import log
from operator import itemgetter
from typing import TYPE_CHECKING

from plugins.article.record import Article
from plugins.web.views import Card

if TYPE_CHECKING:
    from plugins.web.catalogue import Catalogue

MOST = 4
#: Of a tag at most so many articles are looked at: half of them the newest, half the nearest.
WINDOW = 64
#: Weights are whole numbers, so that sums do not depend on the order of adding.
SCALE = 1_000_000


class Relations:
    """Which articles share tags. ``articles``: newest issue first, in printed order."""

    def __init__(self, articles: Iterable[Article]) -> None:
        self.articles = tuple(articles)
        self._places = {
            (each.issue_key, each.stem): place for place, each in enumerate(self.articles)
        }
        self._postings: dict[str, list[int]] = {}
        #: For each article, in the order of its tags: the tag and its own place in that tag's list.
        self._entries: list[list[tuple[str, int]]] = []
        for place, article in enumerate(self.articles):
            self._entries.append([(tag, self._post(tag, place)) for tag in _tags(article)])

    def _post(self, tag: str, place: int) -> int:
        posting = self._postings.setdefault(tag, [])
        posting.append(place)
        return len(posting) - 1

    def place(self, article: Article) -> int:
        """Where an article stands in ``articles``."""
        return self._places[article.issue_key, article.stem]

    def scores(self, article: Article) -> dict[int, int]:
        """Place of each article that shares a tag → sum of the weights of the shared tags.

        The weight of a tag is ln(1 + articles / articles with it): the rarer, the heavier.
        """
        own = self.place(article)
        found: dict[int, int] = {}
        for tag, entry in self._entries[own]:
            posting = self._postings[tag]
            weight = round(SCALE * log(1 + len(self.articles) / len(posting)))
            for place in _window(posting, entry):
                found[place] = found.get(place, 0) + weight
        found.pop(own, None)
        return found


def related(article: Article, catalogue: Catalogue) -> tuple[Card, ...]:
    """At most `MOST` cards, the most closely related first.

    Of those that share as much: same section first, then same kind, then newer. Never the article
    itself or its neighbours in the issue (the page links them anyhow), never a headline twice.
    """
    relations = catalogue.relations
    card = catalogue.card(article)
    taken = {card.headline, *_headlines_beside(article, relations)}
    chosen: list[Card] = []
    for other in _by_closeness(card, relations.scores(article), catalogue):
        if other.headline not in taken:
            taken.add(other.headline)
            chosen.append(other)
        if len(chosen) == MOST:
            break
    return tuple(chosen)


def _by_closeness(card: Card, scores: dict[int, int], catalogue: Catalogue) -> Iterator[Card]:
    """The scored articles, best first; only those that share as much are compared further."""
    articles = catalogue.relations.articles
    best_first = sorted((-score, place) for place, score in scores.items())
    for _, equals in groupby(best_first, key=itemgetter(0)):
        cards = [catalogue.card(articles[place]) for _, place in equals]
        yield from sorted(cards, key=lambda c: (c.label != card.label, c.kind != card.kind))


def _headlines_beside(article: Article, relations: Relations) -> list[str]:
    """The headlines of the articles before and behind this one in its issue."""
    articles = relations.articles
    own = relations.place(article)
    beside = articles[max(own - 1, 0) : own] + articles[own + 1 : own + 2]
    return [each.headline for each in beside if each.issue_key == articles[own].issue_key]


def _window(posting: list[int], entry: int) -> Iterable[int]:
    """The places of a tag that are looked at from the one at ``entry``; each once."""
    if len(posting) <= WINDOW:
        return posting
    half = WINDOW // 2
    start = max(entry - half // 2, half)
    return posting[:half] + posting[start : start + half]


def _tags(article: Article) -> Iterable[str]:
    return dict.fromkeys(tag.name for tag in article.tags)
