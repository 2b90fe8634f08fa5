"""The catalogue: every issue, section, tag and article of an edition as a card, made once."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from datetime import date
from functools import cached_property
from html import escape

from plugins.article.record import Article
from plugins.issue.editions import matches
from plugins.issue.record import Archive, Issue, Publication, SectionName
from plugins.web import addresses
from plugins.web.addresses import Addresses
from plugins.web.indexes.facets import Facets, Reader
from plugins.web.indexes.index_views import Group
from plugins.web.indexes.related import Memory, Relations
from plugins.web.pictures.originals import Originals
from plugins.web.pictures.pictures import Picture, PictureStore
from plugins.web.renewal.fingerprint import Fingerprints, digest
from plugins.web.renewal.part import Signature
from plugins.web.shelf import Shelf, neighbours
from plugins.web.summary import summary
from plugins.web.views import Card, CoverLine, IssueCard, Label, Place

#: A tag has a page when so many articles have it: fewer lead nowhere.
TAG_PAGE = 3
#: So many fingerprints of records are remembered for each article.
REMEMBERED = 6
#: Records that many pages show.
RECORDS = (Card, IssueCard, Label, Picture, Publication)


class Catalogue:
    """What the pages are made from. ``pages`` are the texts of content/pages."""

    def __init__(
        self,
        archive: Archive,
        pages: tuple[Article, ...],
        store: PictureStore | Originals,
        where: Addresses,
        broken: Callable[[str], str] = escape,
        before: Catalogue | None = None,
        memory: Memory | None = None,
        reader: Reader | None = None,
    ) -> None:
        """``broken``: a subhead as HTML that is broken between words (`Headlines.broken`).

        ``before``: the catalogue of the last build in this process, whose cards of unchanged issues are kept;
        ``memory``: the related articles that builds of earlier processes found; ``reader``: finds what articles
        name, None: nothing.
        """
        self.broken = broken
        self._memory = memory
        self._reader = reader or Reader()
        self._relations_before: Relations | None = vars(before).get("relations") if before else None
        self.archive = archive
        self.pages = pages
        self.store = store
        self.addresses = where
        self.labels = _labels(archive, before)
        self.prints: Fingerprints = before.prints if before else Fingerprints(*RECORDS)
        self.shelves = {issue.key: self._shelf(issue, before) for issue in archive.issues}
        self.articles = {
            (article.issue_key, article.stem): article
            for issue in archive.issues
            for article in issue.articles
        }
        self.issues = {key: shelf.card for key, shelf in self.shelves.items()}
        self.cards = {
            (key, stem): card
            for key, shelf in self.shelves.items()
            for stem, card in shelf.cards.items()
        }
        self.prints.trim(REMEMBERED * (len(self.cards) + 1000))

    @property
    def newest(self) -> IssueCard | None:
        """The newest issue: on social networks it stands for pages that show none."""
        return next(iter(self.issues.values()), None)

    def rows(self, articles: Iterable[Article]) -> Signature:
        """What a list of these articles shows, as one fingerprint. They must be this archive's own."""
        return digest(*map(self._rows.__getitem__, map(id, articles)))

    @cached_property
    def _rows(self) -> dict[int, bytes]:
        """By the identity of each article: what a list shows of it and of its issue."""
        return {key: row for shelf in self.shelves.values() for key, row in shelf.rows.items()}

    def card(self, article: Article) -> Card:
        """The card of an article."""
        return self.cards[article.issue_key, article.stem]

    def text_path(self, folder: str, stem: str) -> str:
        """The address of an article or page; "" when this edition does not have it."""
        if folder == addresses.PAGES:
            known = any(page.stem == stem for page in self.pages)
        else:
            known = (folder, stem) in self.articles
        return addresses.text(folder, stem) if known else ""

    @cached_property
    def tags(self) -> dict[Place, list[Article]]:
        """Every tag that has a page with its articles, newest issue first, in printed order."""
        # By path: a record is asked for its hash at every step, a path keeps it.
        found: dict[str, tuple[Place, list[Article]]] = {}
        for shelf in self.shelves.values():
            for place, article in shelf.tags:
                known = found.get(place.path)
                if known is None:
                    known = found[place.path] = (place, [])
                known[1].append(article)
        return {place: some for place, some in found.values() if len(some) >= TAG_PAGE}

    @cached_property
    def _tag_pages(self) -> frozenset[str]:
        return frozenset(place.path for place in self.tags)

    def tags_of(self, article: Article) -> tuple[Place, ...]:
        """The tags of an article; the path is "" where too few articles have the tag for a page."""
        return tuple(
            place if place.path in self._tag_pages else Place(place.label, "")
            for place in tags_of(article)
        )

    @cached_property
    def facets(self) -> Facets:
        """Places, units, persons and documents with the articles that have to do with each."""
        return Facets(self.archive.issues, self._reader)

    @cached_property
    def years(self) -> dict[int, list[Issue]]:
        """Every year with its issues, both newest first."""
        found: dict[int, list[Issue]] = {}
        for issue in self.archive.issues:
            found.setdefault(issue.published.year, []).append(issue)
        return dict(sorted(found.items(), reverse=True))

    @cached_property
    def relations(self) -> Relations:
        """What articles have in common; for plugins/web/indexes/related.py."""
        made = Relations(self.archive.issues, self._memory, self._relations_before, self.facets)
        self._relations_before = None  # else every build of a resident process would stay
        return made

    @cached_property
    def sections(self) -> dict[Label, list[Article]]:
        """Every section that has articles, in the order of the register, with them."""
        found: dict[Label, list[Article]] = {label: [] for label in self.labels.values()}
        for issue in self.archive.issues:
            for section in issue.sections:
                found[self.labels[section.title.name]].extend(section.articles)
        return {label: articles for label, articles in found.items() if articles}

    def groups(self, articles: Iterable[Article]) -> tuple[Group, ...]:
        """Articles grouped by issue, in the order they come."""
        grouped: dict[str, list[Card]] = {}
        for article in articles:
            grouped.setdefault(article.issue_key, []).append(self.card(article))
        return tuple(Group(self.issues[key], tuple(cards)) for key, cards in grouped.items())

    def place_of(self, issue: Issue) -> Place:
        """An issue as a step of the trail."""
        return Place(issue.name, addresses.issue(issue.key))

    def _shelf(self, issue: Issue, before: Catalogue | None) -> Shelf:
        """An issue's shelf; the one of the last build when nothing on it changed."""
        pictures = tuple(self._pictures(issue))
        known = before.shelves.get(issue.key) if before else None
        same_labels = before is not None and before.labels is self.labels
        if known and same_labels and known.issue is issue and known.pictures == pictures:
            return known
        cards = {
            article.stem: self._card(article, issue, section.title)
            for section in issue.sections
            for article in section.articles
        }
        card = self._issue_card(issue)
        record = self.prints.record
        return Shelf(
            issue=issue,
            pictures=pictures,
            card=card,
            cards=cards,
            beside=neighbours(cards),
            tags=tuple(_placed(issue, tags_of)),
            facts=self._facts(issue, card),
            rows={
                id(each): digest(record(cards[each.stem]), record(card)) for each in issue.articles
            },
        )

    def _facts(self, issue: Issue, card: IssueCard) -> Signature:
        numbers = (issue.key, issue.number, issue.whole_number, issue.published)
        return self.prints.of(*numbers, issue.publication, card)

    def _pictures(self, issue: Issue) -> Iterator[Picture]:
        if issue.cover.image:
            yield self.store.picture(issue.key, issue.cover.image)
        for article in issue.articles:
            for each in article.pictures:
                yield self.store.picture(issue.key, each.src)

    def _issue_card(self, issue: Issue) -> IssueCard:
        cover = issue.cover
        return IssueCard(
            path=addresses.issue(issue.key),
            name=issue.name,
            nameplate=issue.publication.name,
            english_name=issue.publication.english_name,
            year=issue.published.year,
            number=issue.number,
            whole_number=issue.whole_number,
            published=issue.published,
            lines=tuple(CoverLine(line, _path_of_line(line, issue)) for line in cover.lines),
            picture=self.store.picture(issue.key, cover.image) if cover.image else None,
        )

    def _card(self, article: Article, issue: Issue, section: SectionName) -> Card:
        return Card(
            path=addresses.text(issue.key, article.stem),
            headline=article.headline,
            title=article.title,
            kicker=article.kicker,
            deck=article.deck,
            summary=summary(article),
            kind=article.kind.slug,
            label=self.labels[section.name],
            day=day_of(article, issue),
            issue_name=issue.name,
            issue_path=addresses.issue(issue.key),
            credit=" ".join(article.bylines or article.contributors),
            document_number=article.document_number,
            folio=issue.folios.get(article.stem, 0),
            picture=self._first_picture(article),
        )

    def _first_picture(self, article: Article) -> Picture | None:
        """The picture for lists: the first landscape, else the first."""
        each = [self.store.picture(article.issue_key, found.src) for found in article.pictures]
        return next((picture for picture in each if picture.is_wide), each[0] if each else None)


def day_of(article: Article, issue: Issue) -> date:
    """The day an article bears on the web."""
    return article.web_date or issue.published


def tags_of(article: Article) -> Iterator[Place]:
    """The pages of an article's tags."""
    return (Place(tag.name, addresses.tag(tag.slug)) for tag in article.tags)


def _placed(
    issue: Issue, places: Callable[[Article], Iterable[Place]]
) -> Iterator[tuple[Place, Article]]:
    """Each article of an issue with each of its places, once."""
    for article in issue.articles:
        for place in dict.fromkeys(places(article)):
            yield place, article


def _labels(archive: Archive, before: Catalogue | None) -> dict[str, Label]:
    """The sections as labels; the same objects as before when nothing changed."""
    made = {each.name: _label(each) for each in archive.sections}
    return before.labels if before and before.labels == made else made


def _label(section: SectionName) -> Label:
    return Label(
        section.name,
        addresses.section(section.slug),
        section.tone,
        section.english,
        section.description,
        addresses.segment(section.slug),
    )


def _path_of_line(line: str, issue: Issue) -> str:
    found = next((each for each in issue.articles if matches(line, each.headline)), None)
    return addresses.text(issue.key, found.stem) if found else ""
