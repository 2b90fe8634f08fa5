"""The whole site: which parts it has, what each page is told, which files stand beside them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property, partial
from pathlib import Path

from plugins.article.finding import Finding
from plugins.article.gazetteer import Gazetteer
from plugins.article.record import Article
from plugins.issue import enclosures
from plugins.issue.editions import archive_for
from plugins.issue.enclosures import Enclosure
from plugins.issue.record import Archive, Edition, Issue
from plugins.web import addresses
from plugins.web.addresses import Addresses
from plugins.web.assets import Asset, named
from plugins.web.byissue import ByIssue
from plugins.web.cards.cards import CardStore
from plugins.web.catalogue import Catalogue
from plugins.web.extras import EVERYTHING, Extras
from plugins.web.faces import rare
from plugins.web.faces.faces import Face, FaceStore
from plugins.web.faces.faces_text import display_text
from plugins.web.facts import Facts
from plugins.web.feeds.atom import atom
from plugins.web.feeds.feeds import atom_path, feeds, json_path
from plugins.web.feeds.jsonfeed import json_feed
from plugins.web.feeds.sitemap import Listed, robots, sitemaps
from plugins.web.frame import Furniture, frame, order
from plugins.web.headlines import Headlines, Unbroken
from plugins.web.indexes.facets import Reader
from plugins.web.indexes.mentions import Finder
from plugins.web.indexes.related import VERSION
from plugins.web.labels.head import Heads
from plugins.web.pictures.originals import Originals
from plugins.web.pictures.pictures import PictureStore, Progress, shown, silent
from plugins.web.renewal.part import Signature
from plugins.web.search.index import SearchIndex
from plugins.web.server import policy, redirects
from plugins.web.server.redirects import Redirects
from plugins.web.server.signposts import newest_post, signposts
from plugins.web.shelf import Shelf
from plugins.web.social import Social
from plugins.web.views import ArticleView, Frame, View


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """What a site is built from. ``archive`` is whole; ``cut``: as the edition has it, None: to be cut here."""

    archive: Archive
    cut: Archive | None = None
    pages: tuple[Article, ...]
    content: Path
    theme: Path
    cache: Path
    edition: Edition = "public"
    relative: bool = True
    #: What the press has made, a folder for each issue; None: no article has a PDF.
    enclosures: Path | None = None
    extras: Extras = EVERYTHING
    #: The editors' list of places.
    gazetteer: Gazetteer = field(default_factory=Gazetteer)
    #: Whether somebody is typing: then the search index of the past years waits.
    is_preview: bool = False


class Site:
    """One edition. ``before``: the site of the last build in this process, of which what still holds is kept."""

    def __init__(
        self,
        plan: Plan,
        told: Redirects | None = None,
        before: Site | None = None,
        progress: Progress = silent,
    ) -> None:
        """``told``: the redirects of the content folder, as `check` has read them; ``progress``: of the pictures."""
        self.plan, self.extras = plan, plan.extras
        self._signatures: dict[str, tuple[Shelf, tuple[Signature, ...]]] = {}
        self._signatures_before = before._signatures if before else {}
        self.archive = plan.cut or archive_for(plan.archive, plan.edition)
        self.is_internal = plan.edition == "internal"
        self.pages = tuple(sorted(plan.pages, key=order))
        self.addresses = Addresses(self.archive.publication.site_address, plan.relative)
        self.headlines = self._headlines()
        self._set_up_faces(before)
        self.reader = _reader(plan, before)
        self.store: PictureStore | Originals = _store(plan, before)
        self.store.prepare(shown(self.archive, self.pages), progress)
        self.catalogue: Catalogue = Catalogue(
            self.archive,
            self.pages,
            self.store,
            self.addresses,
            self.headlines.broken,
            before.catalogue if before else None,
            self.akin,
            self.reader,
        )
        marked = self.headlines.marked
        self.cards = CardStore(plan.content, plan.theme, plan.cache, marked, self.store.digests)
        self.social = Social(self.cards, self.catalogue, "cards" in self.extras)
        self.enclosures = dict(self._enclosures(plan.enclosures)) if plan.enclosures else {}
        self.issue_pdfs = dict(self._issue_pdfs(plan.enclosures)) if plan.enclosures else {}
        self._set_up_furniture(told or redirects.told(plan.archive, plan.content)[0])
        self.search: SearchIndex = SearchIndex(
            self.archive, plan.cache, before.search if before else None, is_frozen=plan.is_preview
        )
        self.heads = Heads(self.catalogue, self.social.card, self._folios, self.social.cover)

    def _headlines(self) -> Headlines | Unbroken:
        publication = self.archive.publication
        names = (publication.name, publication.sponsor)
        return Headlines(self.plan.cache, names) if "faces" in self.extras else Unbroken()

    def _set_up_faces(self, before: Site | None) -> None:
        """The face of headlines, and those of rare characters, wherever one stands in the edition."""
        cache = self.plan.cache
        self.akin, self.rare_facts = _facts(self.plan, before)
        self.faces = FaceStore(cache)
        found = ByIssue(partial(rare.rare_of, facts=self.rare_facts))
        self.rare_words: ByIssue[str] = before.rare_words if before else found
        words = self.rare_words.of(self.archive.issues)
        rest = rare.rest_texts(self.archive, self.pages, self.rare_facts)
        self.rare = rare.rare_faces((*words, *rest), cache)
        self.rare_sheet = named("rare", ".css", self.rare.css.encode()) if self.rare.css else None

    def _set_up_furniture(self, told: Redirects) -> None:
        """Style, scripts, the policy that allows them; addresses that moved."""
        plan, mark = self.plan, self.archive.publication.government_mark
        self.furniture = Furniture(
            plan.theme,
            plan.content / mark if mark else None,
            with_search="search" in self.extras,
        )
        self.policy = "" if plan.relative else policy.content_policy(self.furniture.early_script)
        self.redirects = told.within(redirects.permanent(self.archive, plan.content))

    @cached_property
    def frame(self) -> Frame:
        """What stands around every page."""
        return frame(self.catalogue, self.furniture, self.policy, self.is_internal)

    def keep(self) -> None:
        """Write down what was found, for the next build. Once all parts were asked for."""
        self.headlines.keep()
        if "related" in self.extras:
            self.akin.save(self.catalogue.relations.asked)
        self.rare_facts.save()
        if self.reader.finder:
            self.reader.finder.save()

    def face(self, view: View) -> Face | None:
        """The face of headlines of a page; None when it is not installed."""
        if "faces" not in self.extras:
            return None
        face = self.faces.display(display_text(view, self.frame))
        if face:
            self.addresses.linked.update((face.file, face.stylesheet))
        return face

    def kept_signatures(
        self, issue: Issue, made: Callable[[Issue, Site], tuple[Signature, ...]]
    ) -> tuple[Signature, ...]:
        """What ``made`` gives for an issue; what it gave in the last build when the issue's shelf is the same."""
        shelf = self.catalogue.shelves[issue.key]
        known = self._signatures_before.get(issue.key)
        kept = known if known and known[0] is shelf else (shelf, made(issue, self))
        self._signatures[issue.key] = kept
        return kept[1]

    @property
    def everywhere(self) -> bytes:
        """The fingerprint of what every page stands on: the frame, the labels of sections, settings, faces."""
        return self.catalogue.prints.of(
            self.frame,
            tuple(self.catalogue.labels.values()),
            self.heads.types,
            (self.plan.edition, self.plan.relative, self.extras),
            self.faces.version,
            self.cards.state,
        )

    def file(self, path: str) -> Path | None:
        """The file that is copied to a path of the site as it is; None for another path."""
        for files in (self.store.files, self.faces.files, self.rare.files, self.cards.files):
            if path in files:
                return files[path]
        return self._pdfs.get(path)

    @cached_property
    def _pdfs(self) -> dict[str, Path]:
        """The PDFs of articles and issues, by their paths on the site."""
        articles = (
            (addresses.enclosure(key, made.stem), made.file)
            for (key, _), made in self.enclosures.items()
        )
        issues = (
            (addresses.enclosure(key, key), made.file) for key, made in self.issue_pdfs.items()
        )
        return {**dict(articles), **dict(issues)}

    def findings(self, content: Path) -> list[Finding]:
        """What shows only when the site is planned: faces and characters that are not installed."""
        sources = rare.sources(self.archive, self.pages, content)
        missing = rare.findings(self.rare.missing, sources, content)
        wanted = self.faces.findings(content.name) if "faces" in self.extras else []
        return [*wanted, *missing]

    def assets(self, pages: Iterable[Listed]) -> Iterator[Asset]:
        """All files that are made and are no pages. ``pages``: path and day of every page, in order."""
        yield from self.furniture.assets()
        if self.rare_sheet:
            yield self.rare_sheet
        if "search" in self.extras:
            yield from self.search.assets()
        if "feeds" in self.extras:
            yield from self._feeds(pages)
        sheet = self.furniture.stylesheet.path
        name = self.archive.publication.name
        yield from signposts(
            self.redirects, self.addresses, name=name, sheet=sheet, policy=self.policy
        )
        if self.archive.issues:
            yield newest_post(
                self.archive.issues[0], self.addresses, sheet=sheet, policy=self.policy
            )
        yield Asset(addresses.ROBOTS, robots(self.addresses, self.is_internal).encode())

    def _feeds(self, pages: Iterable[Listed]) -> Iterator[Asset]:
        for feed in feeds(self.catalogue):
            yield Asset(atom_path(feed.stem), atom(feed).encode())
            yield Asset(json_path(feed.stem), json_feed(feed).encode())
        for path, text in sitemaps(pages, self.addresses).items():
            yield Asset(path, text.encode())

    @property
    def newest_day(self) -> date | None:
        """The day of the newest article."""
        return max((card.day for card in self.catalogue.cards.values()), default=None)

    def _enclosures(self, pressed: Path) -> Iterator[tuple[tuple[str, str], Enclosure]]:
        """The PDFs of this edition's articles, by the articles' issues and stems."""
        for issue in self.archive.issues:
            found = enclosures.read_index(pressed / issue.key / enclosures.FOLDER, issue)
            yield from (((issue.key, stem), made) for stem, made in found.items())

    def _issue_pdfs(self, pressed: Path) -> Iterator[tuple[str, Enclosure]]:
        """The PDFs of whole issues as this edition may have them, by the issues' keys."""
        for issue in self.archive.issues:
            wanted = self.is_internal or issue.publication.issue_pdf == "public"
            found = enclosures.read_issue(pressed / issue.key, issue) if wanted else None
            if found:
                yield issue.key, found

    def _folios(self, view: View) -> tuple[int, ...]:
        """The printed pages of an article, as far as they are known."""
        if not isinstance(view, ArticleView):
            return ()
        found = self.enclosures.get((view.article.issue_key, view.article.stem))
        return found.folios if found else ()


def _store(plan: Plan, before: Site | None) -> PictureStore | Originals:
    """Where pictures come from."""
    if "pictures" not in plan.extras:
        return Originals(plan.content, plan.cache)
    known = before.store if before and isinstance(before.store, PictureStore) else None
    return PictureStore(plan.content, plan.cache, before=known)


def _reader(plan: Plan, before: Site | None) -> Reader:
    """What finds places, units and documents in articles; the same as long as the list of places is."""
    if "facets" not in plan.extras:
        return before.reader if before else Reader()
    known = before.reader if before else None
    if known and known.finder and known.finder.gazetteer.digest == plan.gazetteer.digest:
        return known
    return Reader(Finder(plan.gazetteer, plan.cache))


def _facts(plan: Plan, before: Site | None) -> tuple[Facts, Facts]:
    """What builds before this one found: related articles of this edition, rare characters."""
    if before:
        return before.akin, before.rare_facts
    return (
        Facts(plan.cache / f"related-{plan.edition}.json", VERSION),
        Facts(plan.cache / "rare.json", rare.VERSION),
    )
