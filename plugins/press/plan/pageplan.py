"""The page plan (版面计划): what stands on every page, how full it is, whether the pages can be bound.

Pure: in are the pages as they were read and measured, out is a plan for plansheet.py to draw.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from plugins.article.record import Article
from plugins.issue.record import Issue, Section, SectionName
from plugins.press.plan.filling import LEAST_SHARE, share_words
from plugins.press.proof.pagewords import PageWords
from plugins.press.sheets import FOLDS

BINDINGS = {"saddle": "骑马订", "perfect": "胶装"}
NAMES = {"contents": "目录", "blank": "笔记页", "plate": "整版图片"}
#: Empty from this share on, a page is named at the head of the plan.
THIN = 0.2
#: Cells of the widest line under a thumbnail (a Han character takes two).
LINE = 25
#: Of which the mark «续» takes some.
GOES_ON = 3


@dataclass(frozen=True, slots=True)
class Standing:
    """An article on a page: its stem, its headline shortened, whether it began before."""

    stem: str
    headline: str
    goes_on: bool


@dataclass(frozen=True, slots=True)
class PlannedPage:
    """One page of the plan. ``empty`` is the share of its columns without ink, 0 when not measured."""

    number: int
    label: str
    name: str
    section: SectionName | None
    articles: tuple[Standing, ...]
    empty: float
    blank: bool

    @property
    def empty_words(self) -> str:
        """«空 1/3 页», or "" when the page is full."""
        return "" if self.blank else share_words(self.empty)


@dataclass(frozen=True, slots=True)
class SectionLength:
    """A section, its first folio and how many pages it has a share in."""

    section: SectionName
    first: str
    pages: int


@dataclass(frozen=True, slots=True)
class PagePlan:
    """The plan of one issue; pages in printed order, covers too."""

    pages: tuple[PlannedPage, ...]
    binding: str
    fold: int

    @property
    def spreads(self) -> tuple[tuple[PlannedPage | None, PlannedPage | None], ...]:
        """(left, right) pages as they lie open; the cover stands on the right, alone."""
        lined: list[PlannedPage | None] = [None, *self.pages]
        lined += [None] * (len(lined) % 2)
        return tuple(zip(lined[0::2], lined[1::2], strict=True))

    @property
    def inside(self) -> int:
        """Inside pages, blanks too."""
        return sum(1 for page in self.pages if page.label.isdecimal())

    @property
    def blanks(self) -> int:
        """Blank pages that the binding asked for."""
        return sum(1 for page in self.pages if page.blank)

    @property
    def thin(self) -> tuple[PlannedPage, ...]:
        """Pages that are noticeably empty, the emptiest first."""
        found = [page for page in self.pages if page.empty >= THIN and not page.blank]
        return tuple(sorted(found, key=lambda page: -page.empty))

    @property
    def empty(self) -> float:
        """What is empty on all pages together, in pages."""
        return sum(
            page.empty for page in self.pages if page.empty >= LEAST_SHARE and not page.blank
        )

    @property
    def sections(self) -> tuple[SectionLength, ...]:
        """Every section with its first page and its length."""
        found: dict[str, list[PlannedPage]] = {}
        for page in self.pages:
            if page.section is not None:
                found.setdefault(page.section.name, []).append(page)
        return tuple(
            SectionLength(section, pages[0].label, len(pages))
            for pages in found.values()
            if (section := pages[0].section) is not None
        )

    @property
    def verdict(self) -> str:
        """Whether the pages can be bound: «缺 3 页» or «正好», in a sentence."""
        need = f"{self.binding}要求内页是 {self.fold} 的倍数"
        written = self.inside - self.blanks
        if not self.blanks and self.inside % self.fold == 0:
            return f"{need}：{self.inside} 页，正好"
        short, over = -written % self.fold, written % self.fold
        filled = f"（现补笔记页 {self.blanks} 页）" if self.blanks else ""
        return f"{need}：实有 {written} 页，缺 {short} 页{filled}；或者压掉 {over} 页"


def plan(
    issue: Issue,
    pages: Sequence[PageWords],
    standing: Mapping[str, Sequence[str]],
    empty: Mapping[str, float],
) -> PagePlan:
    """The plan of ``issue``. ``standing``: keys of the articles on a page; ``empty``: its empty
    share; both by the page's label."""
    homes = {article.key: section for section in issue.sections for article in section.articles}
    articles = {article.key: article for article in issue.articles}
    made = []
    seen: set[str] = set()
    for number, page in enumerate(pages, start=1):
        keys = standing.get(page.label, ())
        here = tuple(_standing(articles[key], key in seen) for key in keys)
        seen.update(keys)
        section = _section(keys, homes)
        name = NAMES.get(page.kind, section.name if section else "")
        share = 1.0 if page.kind == "blank" else empty.get(page.label, 0.0)
        made.append(
            PlannedPage(number, page.label, name, section, here, share, page.kind == "blank")
        )
    publication = issue.publication
    return PagePlan(tuple(made), BINDINGS[publication.binding], FOLDS[publication.binding])


def _section(keys: Sequence[str], homes: Mapping[str, Section]) -> SectionName | None:
    return homes[keys[-1]].title if keys else None


def _standing(article: Article, goes_on: bool) -> Standing:
    return Standing(article.stem, shortened(article.headline, LINE - GOES_ON * goes_on), goes_on)


def shortened(text: str, cells: int) -> str:
    """``text`` cut to a width; a Han character or full-width mark takes two cells.

    >>> shortened("PM2.5浓度下降", 10)
    'PM2.5浓…'
    """
    if _width(text) <= cells:
        return text
    cut = text
    while _width(cut) > cells - 2:
        cut = cut[:-1]
    return cut.rstrip() + "…"


def _width(text: str) -> int:
    return sum(1 if char.isascii() else 2 for char in text)
