"""Related articles: those that share the rarest tags.

Every tag has the list of its articles. Of a frequent tag only a part of the list is looked at (the
newest and the nearest in time), so that the work grows with the number of articles and not with its
square. What an article's related ones depend on is a short key (`Relations.signature`): as long as it is the same,
what an earlier build found is taken from the memory.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator
from math import log
from typing import TYPE_CHECKING, NamedTuple, Protocol

from plugins.article.record import Article
from plugins.issue.record import Issue
from plugins.web.views import Card

if TYPE_CHECKING:
    from plugins.web.catalogue import Catalogue

MOST = 4
#: Of a tag at most so many articles are looked at: half of them the newest, half the nearest.
WINDOW = 64
#: Weights are whole numbers, so that sums do not depend on the order of adding.
SCALE = 1_000_000
#: As if the archive had so many articles: a weight must not change with every article that is added.
NOMINAL = 10_000
#: Nor with every article of a tag: of how many it has, so many binary digits count.
DIGITS = 4
#: Octets by which an article is told in a signature.
TOKEN = 8
Key = tuple[str, str]


class Memory(Protocol):
    """What was found, by key (plugins/web/facts.py)."""

    def get(self, key: str) -> str | list[str] | None:
        """What is known; None for nothing."""

    def put(self, key: str, fact: str | list[str]) -> None:
        """Remember it."""


class Standing(NamedTuple):
    """What counts of an article beside its tags."""

    key: Key
    headline: str
    section: str
    kind: str
    tags: tuple[str, ...]
    token: bytes


class Relations:
    """Which articles share tags. ``issues``: newest first.

    ``memory``: of builds in earlier processes; ``before``: the relations of the last build in this process.
    """

    def __init__(
        self,
        issues: Iterable[Issue],
        memory: Memory | None = None,
        before: Relations | None = None,
    ) -> None:
        self._memory = memory
        #: The signatures of all that was asked for: the only keys worth keeping in the memory.
        self.asked: set[str] = set()
        known = {id(issue): shelf for issue, shelf in before._shelves} if before else {}
        self._shelves: list[tuple[Issue, tuple[Standing, ...]]] = [
            (issue, known.get(id(issue)) or tuple(_standings(issue))) for issue in issues
        ]
        self._all = [standing for _, shelf in self._shelves for standing in shelf]
        self._places = {each.key: place for place, each in enumerate(self._all)}
        self._postings: dict[str, list[int]] = {}
        #: For each article, in the order of its tags: the tag and its own place in that tag's list.
        self._entries = [self._posted(place, each) for place, each in enumerate(self._all)]
        #: The tokens of each tag's articles, one behind the other.
        self._tapes = {
            tag: b"".join([self._all[place].token for place in posting])
            for tag, posting in self._postings.items()
        }
        #: What was found: what is near the article, the signature, the related ones.
        self._found: dict[Key, tuple[bytes, str, tuple[Key, ...]]] = {}
        self._before = before._found if before else {}
        same = before._tapes if before else {}
        self._changed = {tag for tag, tape in self._tapes.items() if same.get(tag) != tape}

    def _posted(self, place: int, standing: Standing) -> list[tuple[str, int]]:
        made = []
        for tag in standing.tags:
            posting = self._postings.setdefault(tag, [])
            made.append((tag, len(posting)))
            posting.append(place)
        return made

    def signature(self, key: Key) -> str:
        """What the related articles of one depend on; while it is the same, so are they.

        ``key``: issue and stem. It tells of every article that is looked at: which it is, where it stands, its headline, section and kind.
        """
        place = self._places[key]
        told = [self._near(place)]
        for tag, entry in self._entries[place]:
            tape = self._tapes[tag]
            told.append(b"%d:" % _stepped(len(tape) // TOKEN))
            told += (tape[TOKEN * a : TOKEN * b] for a, b in _window(len(tape) // TOKEN, entry))
        return hashlib.blake2b(b"|".join(told), digest_size=16).hexdigest()

    def scores(self, place: int) -> dict[int, int]:
        """For the article at a place: place of each that shares a tag → sum of the weights of the shared tags."""
        found: dict[int, int] = {}
        for tag, entry in self._entries[place]:
            posting = self._postings[tag]
            weight = _weight(len(posting))
            for a, b in _window(len(posting), entry):
                for other in posting[a:b]:
                    found[other] = found.get(other, 0) + weight
        found.pop(place, None)
        return found

    def related(self, key: Key) -> tuple[Key, ...]:
        """At most `MOST` articles by issue and stem, the most closely related first.

        Of those that share as much: same section first, then same kind, then newer. Never the article
        itself or its neighbours in the issue (the page links them anyhow), never a headline twice.
        """
        place = self._places[key]
        if not self._entries[place]:
            return ()
        near, before = self._near(place), self._before.get(key)
        if before and before[0] == near and self._changed.isdisjoint(self._all[place].tags):
            found = before
        else:
            signature = self.signature(key)
            found = (near, signature, self._recalled(place, signature))
        self._found[key] = found
        self.asked.add(found[1])
        return found[2]

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
        taken = {own.headline, *(each.headline for each in self._beside(place))}
        left = MOST
        for other in self._by_closeness(own, self.scores(place)):
            if other.headline not in taken:
                taken.add(other.headline)
                yield other.key
                left -= 1
            if not left:
                return

    def _by_closeness(self, own: Standing, scores: dict[int, int]) -> Iterator[Standing]:
        """The scored articles, best first; only those that share as much are compared further."""
        equals: dict[int, list[int]] = {}
        for place, score in scores.items():
            equals.setdefault(score, []).append(place)
        for score in sorted(equals, reverse=True):
            ranks: tuple[list[int], ...] = ([], [], [], [])
            for place in sorted(equals[score]):
                each = self._all[place]
                ranks[2 * (each.section != own.section) + (each.kind != own.kind)].append(place)
            yield from (self._all[place] for rank in ranks for place in rank)

    def _beside(self, place: int) -> list[Standing]:
        """The articles before and behind one in its issue."""
        beside = self._all[max(place - 1, 0) : place] + self._all[place + 1 : place + 2]
        issue = self._all[place].key[0]
        return [each for each in beside if each.key[0] == issue]

    def _near(self, place: int) -> bytes:
        """The tags of an article, its token and those of the articles beside it."""
        own = self._all[place]
        tags = "\0".join(own.tags).encode()
        return b"\0".join([tags, own.token, *[each.token for each in self._beside(place)]])


def related(article: Article, catalogue: Catalogue) -> tuple[Card, ...]:
    """The cards of the articles that are related to one (`Relations.related`)."""
    found = catalogue.relations.related((article.issue_key, article.stem))
    return tuple(catalogue.cards[each] for each in found)


def _standings(issue: Issue) -> Iterator[Standing]:
    when = f"{issue.published}\0{issue.key}"
    place = 0
    for section in issue.sections:
        for article in section.articles:
            place += 1
            told = (when, str(place), article.stem, article.headline, section.title.name, article.kind.slug)  # fmt: skip
            token = hashlib.blake2b("\0".join(told).encode(), digest_size=TOKEN).digest()
            tags = tuple(dict.fromkeys(tag.name for tag in article.tags))
            key = (issue.key, article.stem)
            yield Standing(key, article.headline, section.title.name, article.kind.slug, tags, token)  # fmt: skip


def _weight(articles: int) -> int:
    """The weight of a tag with so many articles: the rarer, the heavier."""
    return round(SCALE * log(1 + NOMINAL / _stepped(articles)))


def _stepped(number: int) -> int:
    """A number with its first binary digits only.

    >>> _stepped(15), _stepped(2700)
    (15, 2560)
    """
    rest = max(number.bit_length() - DIGITS, 0)
    return number >> rest << rest


def _window(length: int, entry: int) -> tuple[tuple[int, int], ...]:
    """Which parts of a tag's list are looked at from the article at ``entry``; no article twice."""
    if length <= WINDOW:
        return ((0, length),)
    half = WINDOW // 2
    start = max(entry - half // 2, half)
    return ((0, half), (start, start + half))
