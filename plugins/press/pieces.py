"""Issue → pieces: what is laid out as a document of its own, in printed order. Pure."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import groupby
from typing import Literal

from plugins.article.kinds import Kind
from plugins.article.record import Article
from plugins.issue.record import Issue, Plate, Section

Place = Literal["cover", "inside-front", "inside", "inside-back", "back"]
Rank = Literal["lead", "story", "short", "foreword", "profile", "official", "interview", "photo"]

FOREWORD = "卷首语"
#: A first story of a section this long leads it (characters).
LEAD_LENGTH = 1800
RANK_OF_KIND: dict[Kind, Rank] = {
    Kind.SHORT_NEWS: "short",
    Kind.PROFILE: "profile",
    Kind.OFFICIAL: "official",
    Kind.INTERVIEW: "interview",
    Kind.PHOTO: "photo",
}


@dataclass(frozen=True, slots=True)
class Ranked:
    """An article with the weight its headline gets, and whether it opens its section."""

    article: Article
    rank: Rank
    opens_section: bool = False


@dataclass(frozen=True, slots=True)
class Run:
    """Articles set alike: a run of short news in the columns, or one story."""

    short: bool
    items: tuple[Ranked, ...]


@dataclass(frozen=True, slots=True)
class Piece:
    """One document: a template, where its pages stand, and what the template shows."""

    name: str
    template: str
    place: Place = "inside"
    section: Section | None = None
    runs: tuple[Run, ...] = ()
    plate: Plate | None = None

    @property
    def articles(self) -> tuple[Article, ...]:
        """The articles of the piece in printed order."""
        return tuple(item.article for run in self.runs for item in run.items)

    @property
    def has_furniture(self) -> bool:
        """Whether running heads and folios are painted on its pages."""
        return self.place == "inside" and self.plate is None


def pieces(issue: Issue) -> tuple[Piece, ...]:
    """All pieces in printed order; the contents stand among them, still without numbers."""
    front = [
        Piece("cover", "cover.html", "cover"),
        _cover_page(issue, "inside-front"),
    ]
    body: list[Piece] = []
    for section in issue.sections:
        body += _section_pieces(section)
        body += [
            Piece(f"plate-{n}", "plate.html", plate=plate)
            for n, plate in enumerate(issue.plates)
            if plate.after == section.title.name
        ]
    at = _contents_place(issue, body)
    body.insert(at, Piece("contents", "contents.html"))
    end = [
        _cover_page(issue, "inside-back"),
        Piece("back", "back.html", "back", plate=_plate(issue, "back")),
    ]
    return (*front, *body, *end)


def rank(article: Article, section: Section) -> Rank:
    """The weight of an article's headline, by kind, place and length."""
    if section.title.name == FOREWORD:
        return "foreword"
    by_kind = RANK_OF_KIND.get(article.kind)
    if by_kind:
        return by_kind
    first = section.articles[0] is article
    if first and article.length >= LEAD_LENGTH:
        return "lead"
    return "story"


def _section_pieces(section: Section) -> list[Piece]:
    ranked = [
        Ranked(article, rank(article, section), article is section.articles[0])
        for article in section.articles
    ]
    groups = [ranked] if section.flow == "run-on" else [[item] for item in ranked]
    return [
        Piece(group[0].article.key, "articles.html", section=section, runs=_runs(group))
        for group in groups
    ]


def _runs(ranked: list[Ranked]) -> tuple[Run, ...]:
    """Neighbouring short news become one run; every other article is a run of its own."""
    runs: list[Run] = []
    for short, group in groupby(ranked, key=lambda item: item.rank == "short"):
        items = tuple(group)
        runs += [Run(True, items)] if short else [Run(False, (item,)) for item in items]
    return tuple(runs)


def _contents_place(issue: Issue, body: list[Piece]) -> int:
    if issue.publication.foreword_place != "before-contents":
        return 0
    return next(
        (
            n
            for n, piece in enumerate(body)
            if piece.section is None or piece.section.title.name != FOREWORD
        ),
        len(body),
    )


def _plate(issue: Issue, place: str) -> Plate | None:
    return next((plate for plate in issue.plates if plate.place == place), None)


def _cover_page(issue: Issue, place: Literal["inside-front", "inside-back"]) -> Piece:
    plate = _plate(issue, place)
    return Piece(place, "plate.html" if plate else "quiet.html", place, plate=plate)
