"""Views: what each kind of page is told. A page is a pure function of its template and its view.

Pages that list over the whole archive have theirs in index_views.py.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import ClassVar

from markupsafe import Markup

from plugins.article.record import Article
from plugins.issue.record import BoardRow, Publication
from plugins.toc.record import Entry
from plugins.web.pictures.pictures import Picture

NOTHING = Markup("")


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
    """What every page has."""

    template: ClassVar[str] = ""
    path: str
    title: str
    description: str = ""
    day: date | None = None
    trail: tuple[Place, ...] = ()


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


@dataclass(frozen=True, slots=True)
class Download:
    """A file to be had: its path, which printed pages it has, how large it is; the last two in words."""

    path: str
    pages: str
    size: str


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
    download: Download | None = None


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
    related: tuple[Card, ...] = ()
    #: The permanent address, absolute, and its QR code as SVG; "" when the site has none.
    address: str = ""
    qr: Markup = NOTHING


@dataclass(frozen=True, slots=True, kw_only=True)
class PageView(View):
    """A page of content/pages."""

    template: ClassVar[str] = "page"
    article: Article
    body: Markup
    outline: tuple[Entry, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class LostView(View):
    """404."""

    template: ClassVar[str] = "lost"
    issues: tuple[IssueCard, ...]
    #: Where to look instead.
    ways: tuple[Place, ...] = ()


@dataclass(frozen=True, slots=True)
class Mark:
    """A small picture of the frame: its path, its size in px."""

    path: str
    width: int
    height: int


@dataclass(frozen=True, slots=True)
class SearchFiles:
    """What 查找 loads, and an article that was opened from it: addresses of a style sheet and two scripts."""

    sheet: str
    script: str
    marks: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Frame:
    """What stands around every page of the site."""

    publication: Publication
    menu: tuple[Place, ...]
    sections: tuple[Label, ...]
    pages: tuple[Place, ...]
    #: The ways to find an article: indexes over the whole archive.
    finding: tuple[Place, ...]
    #: The mark of a government site (党政机关网站标识) at the foot, if there is one.
    government_mark: Mark | None
    #: Where the police registration (公安备案号) can be looked up.
    police_link: str
    stylesheet: str
    script: str
    #: None: the full text is not searched.
    search: SearchFiles | None
    #: Stands in the head of every page; a policy names it by its hash.
    early_script: Markup
    icon: str
    touch_icon: str
    #: The Content-Security-Policy that every page carries; "": none, for a site that is opened from a folder.
    policy: str
    is_internal: bool
