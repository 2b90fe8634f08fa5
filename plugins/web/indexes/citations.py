"""Which articles cite which document: by its number, by its title, or by the title of what it issues."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from plugins.article.kinds import Kind
from plugins.article.record import Article
from plugins.hanzi.documents import document_numbers, normal_title
from plugins.web import addresses
from plugins.web.indexes.mentions import Mentions
from plugins.web.views import Place

#: So many articles must cite a document that the archive does not have.
FEWEST = 2
#: 关于印发《…》的通知 issues the document between its marks.
ISSUED = re.compile("(?:印发|发布|公布|转发)[《〈](.+)[》〉]的?(?:通知|公告|函|令)?\\Z")


@dataclass(slots=True)
class Document:
    """A cited document. ``number``: "" when none is known; ``title``: as cited first, without 《》; ``source``: in the archive."""

    number: str
    title: str
    source: Article | None = None
    articles: list[Article] = field(default_factory=list)

    @property
    def name(self) -> str:
        """What it is listed by."""
        return self.number or f"《{self.title}》"

    @property
    def has_page(self) -> bool:
        """Whether enough articles cite it: one, when the archive has the document; else two."""
        return len(self.articles) >= (1 if self.source else FEWEST)


class Citations:
    """All citations of an edition. ``named``: its articles with what each names, newest issue first.

    Documents are known by where their pages would stand, so that none shares a page with another.
    """

    def __init__(self, named: Iterable[tuple[Article, Mentions]]) -> None:
        rows = list(named)
        self._known: dict[str, Document] = {}
        for article, _ in rows:
            if article.kind is Kind.OFFICIAL:
                self._enter(article)
        self._beside = _beside(mentions for _, mentions in rows)
        for article, mentions in rows:
            for document in _once(self._document(*each) for each in _pairs(mentions)):
                if document.source is not article:
                    document.articles.append(article)
        ready = [each for each in _once(self._known.values()) if each.has_page]
        self.documents = {Place(each.name, addresses.document(each.name)): each for each in ready}

    def links(self, article: Article, mentions: Mentions) -> dict[str, str]:
        """The numbers and titles that an article cites → the pages of these documents, those that have one."""
        found: dict[str, str] = {}
        for title, number in _pairs(mentions):
            document = self._document(title, number)
            if document.has_page and document.source is not article:
                path = addresses.document(document.name)
                found.update((name, path) for name in (title, number) if name)
        return found

    def _enter(self, article: Article) -> None:
        """A document of the archive answers to its number, its title, and the title of what it issues."""
        number = next(iter(document_numbers(article.document_number)), "")
        made = Document(number, normal_title(article.title), article)
        for name in filter(None, (number, *titles_of(article))):
            self._known.setdefault(_key(name), made)

    def _document(self, title: str, number: str) -> Document:
        """The document that is cited so; a new one when it is not known yet."""
        number = number or self._beside.get(title, "")
        known = self._known.setdefault(_key(number or title), Document(number, title))
        known.title = known.title or title
        return known


def _key(name: str) -> str:
    """Capitals and small letters are one address."""
    return addresses.document(name).casefold()


def _once(documents: Iterable[Document]) -> Iterator[Document]:
    """Each document once."""
    yield from {id(each): each for each in documents}.values()


def _pairs(mentions: Mentions) -> Iterator[tuple[str, str]]:
    """(title, number) of every citation of an article; one of them may be ""."""
    yield from mentions.titles
    yield from (("", number) for number in mentions.numbers)


def titles_of(article: Article) -> Iterator[str]:
    """How a document of the archive may be cited: by its title, without its body, by what it issues."""
    title = normal_title(article.title)
    yield title
    yield title.removeprefix(article.issuing_body)
    issued = ISSUED.search(title)
    if issued:
        yield issued[1]


def _beside(mentions: Iterable[Mentions]) -> dict[str, str]:
    """Titles that stand beside one number only, wherever they do, with it."""
    found: dict[str, set[str]] = {}
    for each in mentions:
        for title, number in each.titles:
            if number:
                found.setdefault(title, set()).add(number)
    return {title: min(numbers) for title, numbers in found.items() if len(numbers) == 1}
