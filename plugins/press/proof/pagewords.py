"""Pages as they were read → the words of their bodies, furniture taken off and checked.

Furniture is painted over a finished page (binding.py), so it stands behind the body in the content
stream: it is known by its words, not by its place on the paper.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import permutations
from typing import Literal

from plugins.article.record import Article
from plugins.issue.record import Issue, Section
from plugins.press.contents import PLATE_NAMES
from plugins.press.pieces import pieces
from plugins.press.proof.copytext import squeezed
from plugins.press.proof.gap import Gap
from plugins.press.quality.reader import Page

PageKind = Literal["cover", "plate", "blank", "contents", "articles"]
CONTENTS_HEAD = "目录"
BLANK = "笔记"


@dataclass(frozen=True, slots=True)
class PageWords:
    """One page: its label («封二», «12»), what it is, the words of its body, squeezed."""

    label: str
    folio: int
    kind: PageKind
    words: str


@dataclass(frozen=True, slots=True)
class Origin:
    """Where the pages of an excerpt come from: the issue as printed, its folios, those of the pages kept.

    ``numbers``: the folio of every page of the excerpt, 0 for the covers.
    """

    issue: Issue
    folios: Mapping[str, int]
    numbers: Sequence[int]


def page_words(
    issue: Issue,
    pages: Sequence[Page],
    folios: Mapping[str, int],
    origin: Origin | None = None,
) -> tuple[list[PageWords], list[Gap]]:
    """All pages in order; a `Gap` for every inside page without its running head and folio.

    ``origin``: when the pages are an excerpt, what they were taken from; None: they are the whole issue.
    """
    texts = [squeezed("".join(char.text for char in page.chars)) for page in pages]
    places = [piece.place for piece in pieces(issue)]
    front, back = places.index("inside"), places[::-1].index("inside")
    inside = _Inside(issue, folios, origin)
    made, gaps = [], []
    for number, text in enumerate(texts):
        folio = origin.numbers[number] if origin else number - front + 1
        if number < front or number >= len(texts) - back:
            place = places[number if number < front else number - len(texts)]
            made.append(PageWords(PLATE_NAMES.get(place, "封面"), 0, "cover", text))
            continue
        page, gap = inside.page(folio, text)
        made.append(page)
        gaps += [gap] if gap else []
    return made, gaps


def contents_rows(issue: Issue, folios: Mapping[str, int]) -> list[tuple[Article, re.Pattern[str]]]:
    """Every line of the contents as it is printed: title and folio; no digit may follow but a title's."""
    titles = [re.escape(squeezed(article.title)) for article in issue.articles]
    rows = zip(issue.articles, titles, [*titles[1:], "$"], strict=True)
    return [
        (article, re.compile(rf"{title}{folios.get(article.key, 0)}(?:(?!\d)|(?={following}))"))
        for article, title, following in rows
    ]


class _Inside:
    """Knows what kind of page stands on which folio, and what is painted over it."""

    def __init__(self, issue: Issue, folios: Mapping[str, int], origin: Origin | None) -> None:
        self._issue = issue
        printed, begins = (origin.issue, origin.folios) if origin else (issue, folios)
        self._starts = [
            (min(begins[article.key] for article in section.articles), section)
            for section in printed.sections
            if section.articles and all(article.key in begins for article in section.articles)
        ]
        self._captions = {squeezed(plate.caption) for plate in issue.plates if plate.after}
        self._begun = frozenset(begins.values())
        self._rows = [row for _, row in contents_rows(issue, folios)]
        self._in_contents = False

    def page(self, folio: int, text: str) -> tuple[PageWords, Gap | None]:
        """The page without its furniture, and what is wrong with that."""
        if text in self._captions:
            return PageWords(str(folio), folio, "plate", text), None
        kind: PageKind = "articles"
        if text.startswith(BLANK) and _without(text, self._furniture(folio, "blank")) == BLANK:
            kind = "blank"
        elif self._is_contents(folio, text):
            kind = "contents"
        furniture = self._furniture(folio, kind)
        words = _without(text, furniture)
        if words is not None:
            return PageWords(str(folio), folio, kind, words), None
        path = f"{self._issue.key}/issue.toml"
        gap = Gap(path, str(folio), "furniture", " ".join(furniture), text[-12:])
        return PageWords(str(folio), folio, kind, text), gap

    def _is_contents(self, folio: int, text: str) -> bool:
        """Whether lines of the contents stand on the page: two, or one on a page that follows."""
        rows = sum(1 for row in self._rows if row.search(text))
        enough = 1 if self._in_contents else min(2, len(self._rows))
        self._in_contents = folio not in self._begun and rows >= enough
        return self._in_contents

    def _furniture(self, folio: int, kind: PageKind) -> tuple[str, ...]:
        """The words painted over a page (theme/press/templates/furniture.html)."""
        issue = self._issue
        if folio % 2 == 0:
            whole = f"总第{issue.whole_number}期"
            return (*map(squeezed, (issue.publication.name, issue.name, whole)), str(folio))
        section = self._section(folio) if kind == "articles" else None
        head, english = issue.publication.name, ""
        if kind == "contents":
            head = CONTENTS_HEAD
        elif section is not None:
            head, english = section.title.running_head or section.title.name, section.title.english
        return (*(squeezed(each) for each in (english, head) if each), str(folio))

    def _section(self, folio: int) -> Section | None:
        begun = [section for start, section in self._starts if start <= folio]
        return begun[-1] if begun else None


def _without(text: str, furniture: tuple[str, ...]) -> str | None:
    """``text`` without the furniture at its end, in whatever order; None when it is not there."""
    length = sum(map(len, furniture))
    if text[-length:] in map("".join, permutations(furniture)):
        return text[:-length]
    return None
