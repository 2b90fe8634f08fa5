"""Views of the pages that list: what indexes over the whole archive are told."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import ClassVar

from plugins.web.views import Card, IssueCard, Label, Place, View


@dataclass(frozen=True, slots=True)
class Tally:
    """A place and how many articles stand there."""

    place: Place
    count: int


@dataclass(frozen=True, slots=True)
class Group:
    """Articles under one heading: those of one issue, in printed order."""

    issue: IssueCard
    cards: tuple[Card, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ListView(View):
    """The articles of a section, a tag, a unit or a person, issue by issue.

    ``groups`` are set as stories, ``rows`` with one line an article. A very long list has a page for
    each year (listing.py): ``years`` leads to them, ``year`` is 0 on the first page. ``kicker`` says
    what kind of list it is.
    """

    template: ClassVar[str] = "list"
    heading: str
    kicker: str = ""
    note: str = ""
    label: Label | None = None
    #: Articles of the whole list, and on this page.
    total: int = 0
    count: int = 0
    groups: tuple[Group, ...] = ()
    rows: tuple[Group, ...] = ()
    year: int = 0
    years: tuple[Tally, ...] = ()
    earlier: Place | None = None
    later: Place | None = None
    #: Paths of the articles that this person did not write but photographed.
    photographed: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True, kw_only=True)
class PlaceView(ListView):
    """The articles that name a place; ``beside``: the places around it that have pages, by what they are to it."""

    template: ClassVar[str] = "place"
    beside: tuple[tuple[str, tuple[Tally, ...]], ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class CitingView(ListView):
    """The articles that cite a document; ``source``: the document itself, when the archive has it."""

    template: ClassVar[str] = "citing"
    source: Card | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class SectionsView(View):
    """All sections, each with its number of articles."""

    template: ClassVar[str] = "sections"
    sections: tuple[tuple[Label, int, Card], ...]


@dataclass(frozen=True, slots=True)
class Letter:
    """The names under one letter. ``path``: their own page; "": they stand on this one."""

    initial: str
    rows: tuple[Tally, ...]
    path: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class NamesView(View):
    """Names in alphabetical order: units, persons; an index too long for one page has one a letter.

    ``frequent`` are the names that occur most (under ``often``), ``bodies`` those that are no persons, ``named`` units that
    articles only name. ``letter`` is the letter of this page, "" on the first one.
    """

    template: ClassVar[str] = "names"
    heading: str
    count: int
    unit: str
    letters: tuple[Letter, ...] = ()
    frequent: tuple[Tally, ...] = ()
    often: str = "发稿较多"
    bodies: tuple[Tally, ...] = ()
    named: tuple[Tally, ...] = ()
    letter: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class TagsView(View):
    """Tags with their number of articles and a size from 1 to 4; ``letters`` has the rarer ones."""

    template: ClassVar[str] = "tags"
    count: int
    tags: tuple[tuple[Place, int, int], ...]
    letters: tuple[Letter, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class YearView(View):
    """The issues of one year with their contents; ``by_section`` leads to the same by section."""

    template: ClassVar[str] = "year"
    year: int
    count: int
    by_section: Place
    groups: tuple[Group, ...]
    earlier: Place | None
    later: Place | None


@dataclass(frozen=True, slots=True)
class YearSection:
    """One section in the contents of a year: (number of the issue, article) in order of issues."""

    label: Label
    rows: tuple[tuple[int, Card], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class YearSectionsView(View):
    """分类总目次: the contents of a year section by section, as its last issue prints them."""

    template: ClassVar[str] = "year_sections"
    year: int
    count: int
    by_issue: Place
    sections: tuple[YearSection, ...]
    earlier: Place | None
    later: Place | None


@dataclass(frozen=True, slots=True)
class YearCard:
    """A year as lists show it: its pages, its issues (oldest first), its number of articles."""

    year: int
    by_issue: Place
    by_section: Place
    issues: tuple[IssueCard, ...]
    articles: int


@dataclass(frozen=True, slots=True, kw_only=True)
class ContentsView(View):
    """全刊总目次: all years, newest first."""

    template: ClassVar[str] = "contents"
    years: tuple[YearCard, ...]
    issues: int
    articles: int


@dataclass(frozen=True, slots=True, kw_only=True)
class IssuesView(View):
    """All issues: the newest years by their covers, newest issue first, the others as rows."""

    template: ClassVar[str] = "issues"
    count: int
    years: tuple[tuple[Place, tuple[IssueCard, ...]], ...]
    older: tuple[YearCard, ...]


@dataclass(frozen=True, slots=True)
class DocumentRow:
    """A policy text with its number; ``day`` is that of its signing, else of its publication."""

    number: str
    card: Card
    day: date
    issuing_body: str


@dataclass(frozen=True, slots=True, kw_only=True)
class DocumentsView(View):
    """Policy texts by year and number; of a long list each year has a page (``year``; 0: the first)."""

    template: ClassVar[str] = "documents"
    total: int
    groups: tuple[tuple[int, tuple[DocumentRow, ...]], ...]
    year: int = 0
    years: tuple[Tally, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class SearchView(View):
    """The place of the search, and the indexes that need none."""

    template: ClassVar[str] = "search"
    years: tuple[Place, ...]
    sections: tuple[Label, ...]
    tags: tuple[Tally, ...]
    units: tuple[Tally, ...]
    people: tuple[Tally, ...]
    indexes: tuple[Tally, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class SiteMapView(View):
    """网站地图: headings with the pages below them, and the issues year by year."""

    template: ClassVar[str] = "sitemap"
    groups: tuple[tuple[str, tuple[Place, ...]], ...]
    years: tuple[YearCard, ...]
