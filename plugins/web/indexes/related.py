"""Related articles: those that share the rarest tags, terms and documents, and a place besides.

Every trait (`plugins.web.indexes.traits`) has the list of its articles. Of a frequent trait only a part of the list is
looked at (the newest and the nearest in time), so that the work grows with the number of articles and not with its
square. A place alone makes nothing related, but of two articles the one about the same place is the closer.
What an article's related ones depend on is a short key (`Relations.signature`): as long as it is the same,
what an earlier build found is taken from the memory.
"""

from __future__ import annotations

import hashlib
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import groupby
from math import log
from operator import itemgetter
from typing import TYPE_CHECKING, Protocol

from plugins.article.record import Article
from plugins.issue.record import Issue
from plugins.web.indexes.facets import Facets
from plugins.web.indexes.traits import DOCUMENT, TAG, TERM, TOKEN, Key, Standing, standings
from plugins.web.views import Card

if TYPE_CHECKING:
    from plugins.web.catalogue import Catalogue

MOST = 4
#: Raised whenever the same signature may have other related articles.
VERSION = "2"
#: Of a trait at most so many articles are looked at: half of them the newest, half the nearest.
WINDOW = 64
#: An article has twice as many terms as tags, and they say less.
TERM_WINDOW = 24
WINDOWS = {TAG: WINDOW, DOCUMENT: WINDOW, TERM: TERM_WINDOW}
#: How much a kind of trait counts. Every tag is a term as well: a shared tag counts twice what a shared term does.
FACTORS = {TAG: 1, DOCUMENT: 2, TERM: 1}
PLACE = 1
#: Weights are whole numbers, so that sums do not depend on the order of adding.
SCALE = 1_000_000
#: As if the archive had so many articles: a weight must not change with every article that is added.
NOMINAL = 10_000
#: Nor with every article of a trait: of how many it has, so many binary digits count.
DIGITS = 4


class Memory(Protocol):
    """What was found, by key (plugins/web/facts.py)."""

    def get(self, key: str) -> str | list[str] | None:
        """What is known; None for nothing."""

    def put(self, key: str, fact: str | list[str]) -> None:
        """Remember it."""


class Relations:
    """Which articles have something in common. ``issues``: newest first.

    ``memory``: of builds in earlier processes; ``before``: the relations of the last build in this process;
    ``facets``: tells what articles name, None: nothing.
    """

    def __init__(
        self,
        issues: Iterable[Issue],
        memory: Memory | None = None,
        before: Relations | None = None,
        facets: Facets | None = None,
    ) -> None:
        self._memory = memory
        #: The signatures of all that was asked for: the only keys worth keeping in the memory.
        self.asked: set[str] = set()
        self._reader = facets.reader if facets else None
        kept = before._shelves if before and before._reader is self._reader else []
        known = {id(issue): shelf for issue, shelf in kept}
        self._shelves: list[tuple[Issue, tuple[Standing, ...]]] = [
            (issue, known.get(id(issue)) or tuple(standings(issue, facets))) for issue in issues
        ]
        self._all = [standing for _, shelf in self._shelves for standing in shelf]
        self._places = {each.key: place for place, each in enumerate(self._all)}
        self._post()
        self._localities = Localities(self._all)
        #: What was found: what is near the article, the signature, the related ones.
        self._found: dict[Key, tuple[bytes, str, tuple[Key, ...]]] = {}
        self._compare(before)

    def _post(self) -> None:
        """For each trait its articles by their places, in order; their tokens, one behind the other; its weight."""
        postings: dict[str, list[int]] = {}
        for place, each in enumerate(self._all):
            for trait in each.traits:
                postings.setdefault(trait, []).append(place)
        tokens = [each.token for each in self._all]
        self._postings = postings
        self._tapes = {
            trait: b"".join(map(tokens.__getitem__, posting)) for trait, posting in postings.items()
        }
        self._weights = {
            trait: FACTORS[trait[0]] * _weight(len(posting)) for trait, posting in postings.items()
        }

    def _compare(self, before: Relations | None) -> None:
        """What was found before, and which traits and localities weigh or mean something else now."""
        self._before = before._found if before else {}
        tapes = before._tapes if before else {}
        steps = before._localities.steps if before else {}
        self._changed = {trait for trait, tape in self._tapes.items() if tapes.get(trait) != tape}
        self._changed_steps = {
            name for name, step in self._localities.steps.items() if steps.get(name) != step
        }

    def signature(self, key: Key) -> str:
        """What the related articles of one depend on; while it is the same, so are they.

        ``key``: issue and stem. It tells of every article that is looked at: which it is, where it stands, its headline,
        section, kind, places and text.
        """
        place = self._places[key]
        own = self._all[place]
        told = [self._near(place)]
        told += (b"%d;" % self._localities.steps[name] for name in own.places)
        for trait in own.traits:
            tape = self._tapes[trait]
            told.append(b"%d:" % _stepped(len(tape) // TOKEN))
            told += (tape[TOKEN * a : TOKEN * b] for a, b in self._windows(trait, place))
        return hashlib.blake2b(b"|".join(told), digest_size=16).hexdigest()

    def scores(self, place: int) -> dict[int, int]:
        """For the article at a place: place of each that shares a trait → sum of the weights of what they share."""
        found: dict[int, int] = {}
        for trait in self._all[place].traits:
            posting = self._postings[trait]
            weight = self._weights[trait]
            for a, b in self._windows(trait, place):
                for other in posting[a:b]:
                    found[other] = found.get(other, 0) + weight
        found.pop(place, None)
        self._localities.add(place, found)
        return found

    def _windows(self, trait: str, place: int) -> tuple[tuple[int, int], ...]:
        posting, most = self._postings[trait], WINDOWS[trait[0]]
        if len(posting) <= most:
            return ((0, len(posting)),)
        return _window(len(posting), bisect_left(posting, place), most)

    def related(self, key: Key) -> tuple[Key, ...]:
        """At most `MOST` articles by issue and stem, the most closely related first.

        Of those that share as much: same section first, then same kind, then newer. Never the article
        itself or its neighbours in the issue (the page links them anyhow), never a headline or a text twice.
        """
        place = self._places[key]
        if not self._all[place].traits:
            return ()
        near, before = self._near(place), self._before.get(key)
        if before and before[0] == near and not self._is_changed(self._all[place]):
            found = before
        else:
            signature = self.signature(key)
            is_same = before is not None and before[1] == signature
            chosen = before[2] if before and is_same else self._recalled(place, signature)
            found = (near, signature, chosen)
        self._found[key] = found
        self.asked.add(found[1])
        return found[2]

    def _is_changed(self, own: Standing) -> bool:
        """Whether what an article depends on beside its own surroundings may have changed."""
        traits, places = self._changed.isdisjoint(own.traits), self._changed_steps.isdisjoint(own.places)  # fmt: skip
        return not (traits and places)

    def _recalled(self, place: int, signature: str) -> tuple[Key, ...]:
        """The related articles, from the memory if it has them."""
        known = self._memory.get(signature) if self._memory else None
        if isinstance(known, list):
            return tuple(zip(known[::2], known[1::2], strict=True))
        chosen = tuple(self._chosen(place))
        if self._memory:
            self._memory.put(signature, [part for each in chosen for part in each])
        return chosen

    def _chosen(self, place: int) -> Iterator[Key]:
        own = self._all[place]
        taken = {same for each in (own, *self._beside(place)) for same in each.sames}
        left = MOST
        for other in self._by_closeness(own, self.scores(place)):
            if taken.isdisjoint(other.sames):
                taken.update(other.sames)
                yield other.key
                left -= 1
            if not left:
                return

    def _by_closeness(self, own: Standing, scores: dict[int, int]) -> Iterator[Standing]:
        """The scored articles, best first; only those that share as much are compared further."""
        score = itemgetter(1)
        for _, equals in groupby(sorted(scores.items(), key=score, reverse=True), score):
            ranks: tuple[list[int], ...] = ([], [], [], [])
            for place in sorted(place for place, _ in equals):
                each = self._all[place]
                ranks[2 * (each.section != own.section) + (each.kind != own.kind)].append(place)
            yield from (self._all[place] for rank in ranks for place in rank)

    def _beside(self, place: int) -> list[Standing]:
        """The articles before and behind one in its issue."""
        beside = self._all[max(place - 1, 0) : place] + self._all[place + 1 : place + 2]
        issue = self._all[place].key[0]
        return [each for each in beside if each.key[0] == issue]

    def _near(self, place: int) -> bytes:
        """What an article shares, its token and those of the articles beside it."""
        own = self._all[place]
        return b"".join([own.made_from, own.token, *[each.token for each in self._beside(place)]])


class Localities:
    """The places that articles name, as bits of a number for each article: a look at two articles is one step.

    ``steps``: how many articles name each, stepped (`_stepped`).
    """

    def __init__(self, articles: Iterable[Standing]) -> None:
        named = [each.places for each in articles]
        counts = Counter(name for names in named for name in names)
        self.steps = {name: _stepped(count) for name, count in counts.items()}
        self._bits = {name: 1 << bit for bit, name in enumerate(counts)}
        self._named = [sum(map(self._bits.__getitem__, names)) for names in named]
        self._weights = [PLACE * _weight(count) for count in counts.values()]
        #: What places in common weigh, by their bits.
        self._known: dict[int, int] = {}

    def add(self, place: int, scores: dict[int, int]) -> None:
        """Add to the scores of those that name a place in common with the article at ``place``: of several the rarest."""
        named, known = self._named, self._known
        own = named[place]
        for other in scores if own else ():
            shared = own & named[other]
            if shared:
                if shared not in known:
                    known[shared] = self._rarest(shared)
                scores[other] += known[shared]

    def _rarest(self, shared: int) -> int:
        weights = (self._weights[bit] for bit in range(shared.bit_length()) if shared >> bit & 1)
        return max(weights)


def related(article: Article, catalogue: Catalogue) -> tuple[Card, ...]:
    """The cards of the articles that are related to one (`Relations.related`)."""
    found = catalogue.relations.related((article.issue_key, article.stem))
    return tuple(catalogue.cards[each] for each in found)


def _weight(articles: int) -> int:
    """The weight of what so many articles share: the rarer, the heavier."""
    return round(SCALE * log(1 + NOMINAL / _stepped(articles)))


def _stepped(number: int) -> int:
    """A number with its first binary digits only.

    >>> _stepped(15), _stepped(2700)
    (15, 2560)
    """
    rest = max(number.bit_length() - DIGITS, 0)
    return number >> rest << rest


def _window(length: int, entry: int, most: int) -> tuple[tuple[int, int], ...]:
    """Which parts of a long list are looked at from the article at ``entry``, ``most`` in all; no article twice."""
    half = most // 2
    start = max(entry - half // 2, half)
    return ((0, half), (start, start + half))
