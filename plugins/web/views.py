"""Views: what each kind of page is told. A page is a pure function of its template and its view."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import ClassVar

from markupsafe import Markup

from plugins.article.record import Article
from plugins.issue.record import BoardRow, Publication
from plugins.toc.record import Entry
from plugins.web.pictures import Picture


@dataclass(frozen=True, slots=True)
class Place:
    """A named place to go to: a link of the menu, the trail, the neighbours."""

    label: str
    path: str


@dataclass(frozen=True, slots=True)
class Label:
    """A section as a coloured label."""

    name: str
    path: str
    tone: int
    english: str = ""
    description: str = ""
    anchor: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Card:
    """An article as lists show it."""

    path: str
    headline: str
    title: str
    kicker: str
    deck: str
    summary: str
    kind: str
    label: Label
    day: date
    issue_name: str
    issue_path: str
    credit: str
    document_number: str = ""
    folio: int = 0
    picture: Picture | None = None


@dataclass(frozen=True, slots=True)
class CoverLine:
    """A line of the cover; ``path`` leads to its article, if that is in the edition."""

    text: str
    path: str


@dataclass(frozen=True, slots=True, kw_only=True)
class IssueCard:
    """An issue as lists show it: its cover and its name."""

    path: str
    name: str
    nameplate: str
    english_name: str
    year: int
    number: int
    whole_number: int
    published: date
    lines: tuple[CoverLine, ...]
    picture: Picture | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class View:
    """What every page has. ``meta`` are (name, content) of the labels government sites carry."""

    template: ClassVar[str] = ""
    path: str
    title: str
    description: str = ""
    day: date | None = None
    trail: tuple[Place, ...] = ()
    meta: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Band:
    """A section on the front page; ``layout`` names the way its stories are set."""

    label: Label
    layout: str
    editors_note: str
    cards: tuple[Card, ...]
    more: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class HomeView(View):
    """The newest issue as a magazine front."""

    template: ClassVar[str] = "home"
    issue: IssueCard | None = None
    lead: Card | None = None
    bands: tuple[Band, ...] = ()
    back_issues: tuple[IssueCard, ...] = ()


@dataclass(frozen=True, slots=True)
class ContentsSection:
    """A section in the contents of an issue."""

    label: Label
    editors_note: str
    cards: tuple[Card, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class IssueView(View):
    """The page of an issue: cover, contents, masthead, colophon."""

    template: ClassVar[str] = "issue"
    issue: IssueCard
    sections: tuple[ContentsSection, ...]
    plates: tuple[tuple[str, str], ...]
    publication: Publication
    board: tuple[BoardRow, ...]
    facts: tuple[tuple[str, str], ...]
    earlier: IssueCard | None
    later: IssueCard | None


@dataclass(frozen=True, slots=True)
class Download:
    """A file to be had: its path, which printed pages it has, how large it is; the last two in words."""

    path: str
    pages: str
    size: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ArticleView(View):
    """The page of an article."""

    template: ClassVar[str] = "article"
    article: Article
    card: Card
    issue: IssueCard
    body: Markup
    outline: tuple[Entry, ...]
    tags: tuple[Place, ...]
    facts: tuple[tuple[str, str], ...]
    printed_in: str
    citation: str
    download: Download | None
    earlier: Card | None
    later: Card | None


@dataclass(frozen=True, slots=True, kw_only=True)
class PageView(View):
    """A page of content/pages."""

    template: ClassVar[str] = "page"
    article: Article
    body: Markup
    outline: tuple[Entry, ...]


@dataclass(frozen=True, slots=True)
class Group:
    """Articles under one heading: those of one issue, in printed order."""

    issue: IssueCard
    cards: tuple[Card, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ListView(View):
    """The page of a section or of a tag: its articles, issue by issue."""

    template: ClassVar[str] = "list"
    heading: str
    label: Label | None
    count: int
    groups: tuple[Group, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class SectionsView(View):
    """All sections, each with its number of articles."""

    template: ClassVar[str] = "sections"
    sections: tuple[tuple[Label, int, Card], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class TagsView(View):
    """All tags, each with its number of articles and a size from 1 to 4."""

    template: ClassVar[str] = "tags"
    tags: tuple[tuple[Place, int, int], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class YearView(View):
    """The issues of one year with their contents."""

    template: ClassVar[str] = "year"
    year: int
    groups: tuple[Group, ...]
    earlier: Place | None
    later: Place | None


@dataclass(frozen=True, slots=True, kw_only=True)
class IssuesView(View):
    """All issues, year by year."""

    template: ClassVar[str] = "issues"
    years: tuple[tuple[Place, tuple[IssueCard, ...]], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class LostView(View):
    """404."""

    template: ClassVar[str] = "lost"
    issues: tuple[IssueCard, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Frame:
    """What stands around every page of the site."""

    publication: Publication
    menu: tuple[Place, ...]
    sections: tuple[Label, ...]
    pages: tuple[Place, ...]
    newest: IssueCard | None
    stylesheet: str
    script: str
    #: Stands in the head of every page; a policy names it by its hash.
    early_script: Markup
    icon: str
    is_internal: bool
