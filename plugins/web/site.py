"""The whole site: which pages there are, what each is told, what stands around them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from markupsafe import Markup

from plugins.article.finding import Finding
from plugins.article.record import Article
from plugins.issue import enclosures
from plugins.issue.editions import archive_for
from plugins.issue.enclosures import Enclosure
from plugins.issue.record import Archive, Edition
from plugins.web import addresses, assets
from plugins.web.addresses import Addresses
from plugins.web.article_pages import article_page, page
from plugins.web.assets import Asset
from plugins.web.catalogue import Catalogue, collisions
from plugins.web.feed import feed
from plugins.web.home import home
from plugins.web.indexes import indexes
from plugins.web.issue_pages import issue_page
from plugins.web.pictures import PictureStore
from plugins.web.sitemap import robots, sitemap
from plugins.web.views import ArticleView, Frame, PageView, Place, View

PAGES_ORDER = ("关于本刊", "投稿须知")


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
        self.addresses = Addresses(self.archive.publication.site_address, plan.relative)
        self.store = PictureStore(plan.content, plan.cache)
        self.pages = tuple(sorted(plan.pages, key=_order))
        self.catalogue = Catalogue(self.archive, self.pages, self.store, self.addresses)
        self.enclosures = dict(self._enclosures(plan.enclosures)) if plan.enclosures else {}
        self.stylesheet = assets.stylesheet(plan.theme)
        self.script = assets.script(plan.theme)
        self.early_script = assets.early_script(plan.theme)
        self.icon = assets.icon(plan.theme)

    @cached_property
    def frame(self) -> Frame:
        """What stands around every page."""
        catalogue = self.catalogue
        pages = tuple(
            Place(each.stem, addresses.text(addresses.PAGES, each.stem)) for each in self.pages
        )
        return Frame(
            publication=self.archive.publication,
            menu=(*self._menu(), *pages[:2]),
            sections=tuple(catalogue.sections),
            pages=pages,
            newest=next(iter(catalogue.issues.values()), None),
            stylesheet=self.stylesheet.path,
            script=self.script.path,
            early_script=Markup(self.early_script),
            icon=self.icon.path,
            is_internal=self.is_internal,
        )

    def _menu(self) -> Iterator[Place]:
        yield Place("首页", addresses.HOME)
        if self.archive.issues:
            yield Place("本期", addresses.issue(self.archive.issues[0].key))
        yield Place("往期", addresses.ISSUES)
        yield Place("栏目", addresses.SECTIONS)
        yield Place("标签", addresses.TAGS)

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
        issues = (issue_page(issue, self.catalogue) for issue in self.archive.issues)
        return (home(self.catalogue), *issues, *indexes(self.catalogue))

    def _enclosures(self, pressed: Path) -> Iterator[tuple[str, Enclosure]]:
        """The PDFs of this edition's articles, by the manuscripts' paths."""
        for issue in self.archive.issues:
            found = enclosures.read_index(pressed / issue.key / enclosures.FOLDER, issue)
            yield from (
                (each.path, found[each.stem]) for each in issue.articles if each.stem in found
            )

    @property
    def files(self) -> dict[str, Path]:
        """All files that are copied as they are, by their addresses: pictures and PDFs."""
        pdfs = {
            view.download.path: self.enclosures[path].file
            for path, view in self.texts.items()
            if isinstance(view, ArticleView) and view.download
        }
        return {**self.store.files, **pdfs}

    @property
    def views(self) -> tuple[View, ...]:
        """All pages."""
        return (*self.others, *self.texts.values())

    def assets(self) -> tuple[Asset, ...]:
        """All files that are no pages, but for those that are copied (``files``)."""
        robots_text = robots(self.addresses, self.is_internal)
        return (
            self.stylesheet,
            self.script,
            self.icon,
            Asset(addresses.FEED, feed(self.catalogue).encode()),
            Asset(addresses.SITEMAP, sitemap(self.views, self.addresses).encode()),
            Asset(addresses.ROBOTS, robots_text.encode()),
        )


def check(plan: Plan) -> list[Finding]:
    """What only the web minds: addresses that would be shared, an address that is missing."""
    archive = archive_for(plan.archive, plan.edition)
    findings = [
        Finding(
            f"{plan.content.name}/{'style/标签词表' if what == '标签' else 'sections'}.toml",
            0,
            0,
            "W101",
            "error",
            f"{what}“{one}”和“{other}”在网站上是同一个网址，请给其中一个登记另外的 slug",
        )
        for what, one, other in collisions(archive)
    ]
    if not plan.relative and not archive.publication.site_address:
        message = '发布网站要有网址，请写一行：site_address = "https://……"'
        path = f"{plan.content.name}/publication.toml"
        findings.append(Finding(path, 1, 1, "W102", "error", message))
    return findings


def _order(text: Article) -> tuple[int, str]:
    known = text.stem in PAGES_ORDER
    return (PAGES_ORDER.index(text.stem) if known else len(PAGES_ORDER), text.stem)
