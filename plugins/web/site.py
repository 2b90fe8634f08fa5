"""The whole site: which pages there are, what each is told, which files stand beside them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from plugins.article.finding import Finding
from plugins.article.record import Article
from plugins.issue import enclosures
from plugins.issue.editions import archive_for
from plugins.issue.enclosures import Enclosure
from plugins.issue.record import Archive, Edition
from plugins.web import addresses
from plugins.web.addresses import Addresses
from plugins.web.article_pages import article_page, page
from plugins.web.assets import Asset
from plugins.web.cards.cards import CardStore, Drawn
from plugins.web.catalogue import Catalogue
from plugins.web.faces import rare
from plugins.web.faces.faces import Face, FaceStore
from plugins.web.faces.faces_text import display_text
from plugins.web.feeds.atom import atom
from plugins.web.feeds.feeds import atom_path, feeds, json_path
from plugins.web.feeds.jsonfeed import json_feed
from plugins.web.feeds.sitemap import robots, sitemaps
from plugins.web.frame import Furniture, frame, order
from plugins.web.headlines import Headlines
from plugins.web.home import home
from plugins.web.indexes.collisions import collisions
from plugins.web.indexes.indexes import indexes
from plugins.web.issue_pages import issue_page
from plugins.web.labels import identity
from plugins.web.labels.head import Heads
from plugins.web.pictures.pictures import PictureStore, shown
from plugins.web.server import ledger, policy, redirects
from plugins.web.server.signposts import signposts
from plugins.web.views import ArticleView, Frame, IssueView, PageView, View


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """What a site is built from. ``archive`` is whole; the edition is cut from it here."""

    archive: Archive
    pages: tuple[Article, ...]
    content: Path
    theme: Path
    cache: Path
    edition: Edition = "public"
    relative: bool = True
    #: What the press has made, a folder for each issue; None: no article has a PDF.
    enclosures: Path | None = None


class Site:
    """The pages of one edition."""

    def __init__(self, plan: Plan) -> None:
        self.archive = archive_for(plan.archive, plan.edition)
        self.is_internal = plan.edition == "internal"
        publication = self.archive.publication
        self.addresses = Addresses(publication.site_address, plan.relative)
        self.headlines = Headlines(plan.cache, (publication.name, publication.sponsor))
        self.store = PictureStore(plan.content, plan.cache)
        self.pages = tuple(sorted(plan.pages, key=order))
        self.faces = FaceStore(plan.cache)
        self.rare = rare.rare_faces(rare.texts(self.archive, self.pages), plan.cache)
        self.cards = CardStore(plan.content, plan.theme, plan.cache, self.headlines.marked)
        self.store.prepare(shown(self.archive, self.pages))
        self.catalogue = Catalogue(
            self.archive, self.pages, self.store, self.addresses, self.headlines.broken
        )
        self.enclosures = dict(self._enclosures(plan.enclosures)) if plan.enclosures else {}
        self.issue_pdfs = dict(self._issue_pdfs(plan.enclosures)) if plan.enclosures else {}
        mark = publication.government_mark
        self.furniture = Furniture(plan.theme, plan.content / mark if mark else None, self.rare.css)
        self.policy = "" if plan.relative else policy.content_policy(self.furniture.early_script)
        told, _ = redirects.told(plan.archive, plan.content)
        self.redirects = told.within(redirects.permanent(self.archive, plan.content))
        self.heads = Heads(self.catalogue, self._card, self._folios, self._cover)

    @cached_property
    def frame(self) -> Frame:
        """What stands around every page."""
        return frame(self.catalogue, self.furniture, self.policy, self.is_internal)

    @cached_property
    def texts(self) -> dict[str, ArticleView | PageView]:
        """The pages that manuscripts make, by the manuscript's path in the content folder."""
        made: dict[str, ArticleView | PageView] = {
            article.path: article_page(
                article, issue, self.catalogue, self.enclosures.get(article.path)
            )
            for issue in self.archive.issues
            for article in issue.articles
        }
        return made | {text.path: page(text, self.catalogue) for text in self.pages}

    @cached_property
    def others(self) -> tuple[View, ...]:
        """All other pages."""
        issues = (
            issue_page(issue, self.catalogue, self.issue_pdfs.get(issue.key))
            for issue in self.archive.issues
        )
        return (home(self.catalogue), *issues, *indexes(self.catalogue))

    @property
    def views(self) -> tuple[View, ...]:
        """All pages."""
        return (*self.others, *self.texts.values())

    @cached_property
    def faces_of(self) -> dict[str, Face]:
        """The face of headlines of each page, by its path; empty when it is not installed."""
        made = {
            view.path: self.faces.display(display_text(view, self.frame)) for view in self.views
        }
        return {path: face for path, face in made.items() if face}

    @cached_property
    def cards_of(self) -> dict[str, str]:
        """The social card of each issue and article, by the path of its page."""
        made: dict[str, Drawn | None] = {}
        for issue in self.archive.issues:
            made[addresses.issue(issue.key)] = self.cards.issue(issue)
            for section in issue.sections:
                label = self.catalogue.labels[section.title.name]
                for article in section.articles:
                    path = self.catalogue.card(article).path
                    made[path] = self.cards.article(article, issue, label.name, label.tone)
        return {path: drawn.path for path, drawn in made.items() if drawn}

    @cached_property
    def covers_of(self) -> dict[str, str]:
        """The drawn cover of each issue, by the path of its page."""
        made = {addresses.issue(each.key): self.cards.cover(each) for each in self.archive.issues}
        return {path: drawn.path for path, drawn in made.items() if drawn}

    @property
    def files(self) -> dict[str, Path]:
        """All files that are copied as they are, by their addresses: pictures, faces, cards, PDFs.

        To be asked for once every page is planned: planning them makes most of these.
        """
        pdfs = {
            view.download.path: self.enclosures[path].file
            for path, view in self.texts.items()
            if isinstance(view, ArticleView) and view.download
        }
        return {
            **self.store.files,
            **self.faces.files,
            **self.rare.files,
            **self.cards.files,
            **{addresses.enclosure(key, key): made.file for key, made in self.issue_pdfs.items()},
            **pdfs,
        }

    def findings(self, content: Path) -> list[Finding]:
        """What shows only when the site is planned: faces and characters that are not installed."""
        sources = rare.sources(self.archive, self.pages, content)
        missing = rare.findings(self.rare.missing, sources, content)
        return [*self.faces.findings(content.name), *missing]

    def assets(self) -> Iterator[Asset]:
        """All files that are no pages, but for those that are copied (``files``)."""
        yield from self.furniture.assets()
        for feed in feeds(self.catalogue):
            yield Asset(atom_path(feed.stem), atom(feed).encode())
            yield Asset(json_path(feed.stem), json_feed(feed).encode())
        newest = max((card.day for card in self.catalogue.cards.values()), default=None)
        for path, text in sitemaps(self.views, self.addresses, newest).items():
            yield Asset(path, text.encode())
        yield from signposts(
            self.redirects,
            self.addresses,
            name=self.archive.publication.name,
            sheet=self.furniture.stylesheet.path,
            policy=self.policy,
        )
        yield Asset(addresses.ROBOTS, robots(self.addresses, self.is_internal).encode())

    def _enclosures(self, pressed: Path) -> Iterator[tuple[str, Enclosure]]:
        """The PDFs of this edition's articles, by the manuscripts' paths."""
        for issue in self.archive.issues:
            found = enclosures.read_index(pressed / issue.key / enclosures.FOLDER, issue)
            yield from (
                (each.path, found[each.stem]) for each in issue.articles if each.stem in found
            )

    def _issue_pdfs(self, pressed: Path) -> Iterator[tuple[str, Enclosure]]:
        """The PDFs of whole issues as this edition may have them, by the issues' keys."""
        for issue in self.archive.issues:
            wanted = self.is_internal or issue.publication.issue_pdf == "public"
            found = enclosures.read_issue(pressed / issue.key, issue) if wanted else None
            if found:
                yield issue.key, found

    def _card(self, view: View) -> str:
        """The path of a page's social card: its own, else the newest issue's; "" for none."""
        newest = addresses.issue(self.archive.issues[0].key) if self.archive.issues else ""
        return self.cards_of.get(view.path) or self.cards_of.get(newest, "")

    def _cover(self, view: View) -> str:
        """The path of an issue's cover as a picture."""
        return self.covers_of.get(view.path, "") if isinstance(view, IssueView) else ""

    def _folios(self, view: View) -> tuple[int, ...]:
        """The printed pages of an article, as far as they are known."""
        found = self.enclosures.get(view.article.path) if isinstance(view, ArticleView) else None
        return found.folios if found else ()


def check(plan: Plan) -> list[Finding]:
    """What only the web minds: addresses that would be shared, an address that is missing, half an identity."""
    archive = archive_for(plan.archive, plan.edition)
    told, wrong = redirects.told(plan.archive, plan.content)
    public = redirects.permanent(archive_for(plan.archive, "public"), plan.content)
    findings = [
        *collisions(archive, plan.content.name),
        *identity.check(archive, plan.content),
        *wrong,
        *ledger.lost(plan.content, public, told),
    ]
    if not plan.relative and not archive.publication.site_address:
        message = '发布网站要有网址，请写一行：site_address = "https://……"'
        path = f"{plan.content.name}/publication.toml"
        findings.append(Finding(path, 1, 1, "W102", "error", message))
    return findings
