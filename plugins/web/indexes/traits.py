"""What of an article is compared with others to find related ones: tags, terms, documents, places, and its text."""

from __future__ import annotations

import hashlib
import sys
import unicodedata
from collections.abc import Iterator
from itertools import islice
from typing import NamedTuple

from plugins.article.gazetteer import Gazetteer
from plugins.article.kinds import Kind
from plugins.article.record import Article
from plugins.hanzi.documents import document_numbers
from plugins.issue.record import Issue
from plugins.web.indexes.citations import titles_of
from plugins.web.indexes.facets import Facets
from plugins.web.indexes.mentions import Mentions

#: What a trait begins with, by its kind.
TAG, TERM, DOCUMENT = "#", "~", "《"
#: Octets by which an article, what it shares, or its text is told.
TOKEN = 8
#: The widest level of places: nearly every article of a provincial bulletin names the province.
WIDEST = "省"
#: So many places of an article count, those it names first: a report on the whole province names every city.
FIRST_PLACES = 4
#: Texts are the same whose first letters are, so many, marks and white space left out: a reprint may end elsewhere.
OPENING = 200
#: Fewer letters are no text to compare: a caption, a line under a picture.
SHORTEST = 20
Key = tuple[str, str]


class Standing(NamedTuple):
    """An article as it is compared. ``key``: issue and stem.

    ``traits``: tags, terms and documents, each beginning with its kind; ``places``: what it names besides; ``text``:
    the same for the same text, b"" where there is too little; ``made_from``: tells of traits and places, ``token``:
    of all that counts when another article looks at this one, but for its traits.
    """

    key: Key
    headline: str
    section: str
    kind: str
    traits: tuple[str, ...]
    places: tuple[str, ...]
    text: bytes
    made_from: bytes
    token: bytes

    @property
    def sames(self) -> tuple[str | bytes, ...]:
        """By what another article counts as this one: headline and text."""
        return (self.headline, self.text) if self.text else (self.headline,)


def standings(issue: Issue, facets: Facets | None = None) -> Iterator[Standing]:
    """The articles of an issue in their order. ``facets``: tells what each names; None: nothing."""
    when = f"{issue.published}\0{issue.key}"
    place = 0
    for section in issue.sections:
        for article in section.articles:
            place += 1
            mentions = facets.mentions(article) if facets else Mentions()
            shared = tuple(dict.fromkeys(_traits(article, mentions)))
            places = _places(mentions, facets.gazetteer) if facets else ()
            text = opening(article.text)
            name, kind = section.title.name, article.kind.slug
            told = (when, str(place), article.stem, article.headline, name, kind, *places)
            key, token = (issue.key, article.stem), _token(*told, text.hex())
            yield Standing(key, article.headline, name, kind, shared, places, text, _token(*shared, "", *places), token)  # fmt: skip


def opening(text: str) -> bytes:
    """A digest of how a text begins; b"" for less than `SHORTEST` letters."""
    letters = "".join(islice(filter(str.isalnum, text), OPENING))
    folded = unicodedata.normalize("NFKC", letters).casefold()
    return _token(folded) if len(letters) >= SHORTEST else b""


def documents(article: Article, mentions: Mentions) -> Iterator[str]:
    """The documents an article cites, by title, those cited by number only by that; an official text is one itself."""
    yield from (title for title, _ in mentions.titles)
    beside = {number for _, number in mentions.titles}
    yield from (number for number in mentions.numbers if number not in beside)
    if article.kind is Kind.OFFICIAL:
        yield from document_numbers(article.document_number)
        yield from titles_of(article)


def _traits(article: Article, mentions: Mentions) -> Iterator[str]:
    """A tag is a term, too: where one article has it as a tag, another may only speak of it."""
    names = [tag.name for tag in article.tags]
    told = [TAG + name for name in names]
    told += [TERM + name for name in (*names, *article.terms)]
    told += [DOCUMENT + name for name in documents(article, mentions)]
    return map(sys.intern, told)


def _places(mentions: Mentions, gazetteer: Gazetteer) -> tuple[str, ...]:
    known = gazetteer.localities
    narrow = (name for name in mentions.places if known[name].level != WIDEST)
    return tuple(islice(narrow, FIRST_PLACES))


def _token(*told: str) -> bytes:
    return hashlib.blake2b("\0".join(told).encode(), digest_size=TOKEN).digest()
