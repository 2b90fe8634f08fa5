"""Pictures the site draws itself: cards for articles and issues (Open Graph), covers.

All are kept in the cache by what they are drawn from, so each is drawn once. Without the faces they are
set in (make setup installs them) there are none, and the pages go without.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field, replace
from functools import cached_property
from importlib.metadata import version
from io import BytesIO
from pathlib import Path

from PIL import Image

from plugins.article import pictures
from plugins.article.record import Article
from plugins.issue.record import Issue
from plugins.keeping.digests import Digests
from plugins.keeping.store import Store, key
from plugins.web import addresses
from plugins.web.cards import cards_article, cards_draw, cards_issue
from plugins.web.cards.cards_article import ArticleFacts
from plugins.web.cards.cards_issue import CoverFacts

FOLDER = f"{addresses.MEDIA}cards/"
#: Raised whenever the same facts may be drawn otherwise.
VERSION = "2"
#: 84 with tables made for each picture is 3 % smaller and takes twice as long; a PNG packed other than by runs is
#: 9 % smaller and takes three times as long. Only networks fetch cards.
JPEG = {"quality": 84}
PNG = {"compress_type": 3}
#: A photograph narrower than this (px) would look coarse on a card.
LEAST_WIDTH = 640
MEDIA_TYPES = {"jpg": "image/jpeg", "png": "image/png"}


@dataclass(frozen=True, slots=True)
class Drawn:
    """A drawn picture: its path on the site, its size in px, its type."""

    path: str
    width: int
    height: int
    media_type: str
    #: Where the cache has it.
    kept: Path = field(default=Path(), compare=False, repr=False)


def sweep(cache: Path, unused_days: float, now: float, kept: Iterable[Path] = ()) -> int:
    """Throw away drawings that nobody asked for in so many days. ``cache``: the folder of all caches.

    ``now``: seconds since 1970; ``kept``: files that stay however old they are. Out: how many files went.
    """
    spared = tuple(file.stem for file in kept)
    stores = (Store(cache / "cards", f".{suffix}") for suffix in MEDIA_TYPES)
    return sum(each.sweep(unused_days, now, spared) for each in stores)


@dataclass(frozen=True, slots=True)
class _Order:
    """A drawing to be made: its name on the site, its size, what it is drawn from."""

    name: str
    size: tuple[int, int]
    suffix: str
    told: str
    picture: Path | None


class CardStore:
    """Draws, and remembers what was asked for.

    ``content`` holds the pictures, ``theme`` (theme/web) lies beside the shared colours, ``cache`` is the
    folder of all caches. ``marked`` says where a headline may be broken (hanzi/headlines.py); ``digests`` are
    those of the pictures (`PictureStore.digests`), None: the cache is asked for them.
    """

    def __init__(
        self,
        content: Path,
        theme: Path,
        cache: Path,
        marked: Callable[[str], str],
        digests: Digests | None = None,
    ) -> None:
        self._content = content
        self._cache = cache / "cards"
        self._marked = marked
        tokens = theme.parent / "shared" / "tokens.css"
        self._palette = cards_draw.Palette(tokens.read_text(encoding="utf-8"))
        faces = cards_draw.faces()
        self._can_draw = faces is not None
        drawn_by = [face.digest for face in faces.values()] if faces else []
        self._drawn_with = "|".join((VERSION, version("pillow"), str(self._palette), *drawn_by))
        self._known_digests = digests
        self._originals = cache / "pictures" / "originals.json"
        self._last: tuple[Issue, Image.Image] | None = None
        self.files: dict[str, Path] = {}

    @cached_property
    def _digests(self) -> Digests:
        return self._known_digests or Digests(self._originals)

    @property
    def state(self) -> str:
        """What every card is drawn with: colours, faces, the way."""
        return self._drawn_with

    def article(self, article: Article, issue: Issue, section: str, tone: int) -> Drawn | None:
        """The card of an article, with its first photograph if it has one; None: no faces."""
        facts = ArticleFacts(
            nameplate=issue.publication.name,
            section=section,
            tone=tone,
            headline=article.headline,
            issue=issue.name,
            kicker=article.kicker,
            document_number=article.document_number,
        )
        photograph = self._photograph(article)
        suffix = "jpg" if photograph else "png"
        name = f"{article.issue_key}/{addresses.segment(article.stem)}"
        order = _Order(name, cards_article.SIZE, suffix, repr(facts), photograph)

        def draw() -> Image.Image:
            marked = replace(facts, headline=self._marked(facts.headline))
            if photograph:
                return cards_article.draw(marked, self._palette, photograph)
            return cards_article.draw_type(marked, self._palette)

        return self._drawn(order, draw)

    def issue(self, issue: Issue) -> Drawn | None:
        """The card of an issue: its cover as an object, beside it what is in it; None: no faces."""
        order = self._issue_order(issue, "card", cards_issue.CARD)

        def draw() -> Image.Image:
            cover = self._cover(issue, order.picture)
            return cards_issue.draw_card(self._facts(issue), self._palette, cover)

        return self._drawn(order, draw)

    def cover(self, issue: Issue) -> Drawn | None:
        """The cover of an issue, 900 × 1221 px; None: no faces."""
        order = self._issue_order(issue, "cover", cards_issue.COVER)

        def draw() -> Image.Image:
            return self._cover(issue, order.picture)

        return self._drawn(order, draw)

    def _cover(self, issue: Issue, picture: Path | None) -> Image.Image:
        """The cover as a drawing; that of the issue last asked for is at hand, for its card shows it, too."""
        if self._last is None or self._last[0] is not issue:
            drawn = cards_issue.draw_cover(self._facts(issue), self._palette, picture)
            self._last = (issue, drawn)
        return self._last[1]

    def _issue_order(self, issue: Issue, what: str, size: tuple[int, int]) -> _Order:
        image = issue.cover.image
        picture = pictures.locate(self._content / issue.key, image) if image else None
        told = repr((what, _facts(issue, issue.cover.lines)))
        return _Order(f"{issue.key}/issue-{what}", size, "jpg", told, picture)

    def _facts(self, issue: Issue) -> CoverFacts:
        return _facts(issue, tuple(map(self._marked, issue.cover.lines)))

    def _photograph(self, article: Article) -> Path | None:
        """The first landscape, else the first photograph; drawings with words (PNG) are not cropped."""
        shown = [
            each
            for each in article.pictures
            if not each.src.lower().endswith(".png") and each.width >= LEAST_WIDTH
        ]
        wide = [each for each in shown if each.width > each.height]
        chosen = next(iter([*wide, *shown]), None)
        return pictures.locate(self._content / article.issue_key, chosen.src) if chosen else None

    def _drawn(self, order: _Order, draw: Callable[[], Image.Image]) -> Drawn | None:
        if not self._can_draw:
            return None
        pictured = self._digests.of(order.picture) if order.picture else ""
        name = key(self._drawn_with, order.told, pictured)
        drawings = Store(self._cache, f".{order.suffix}")
        kept = drawings.file(name)
        try:
            os.utime(kept)
        except FileNotFoundError:
            drawings.put(name, _encoded(draw()))
        path = f"{FOLDER}{order.name}.{name[:8]}.{order.suffix}"
        self.files[path] = kept
        return Drawn(path, *order.size, MEDIA_TYPES[order.suffix], kept)


def _facts(issue: Issue, lines: tuple[str, ...]) -> CoverFacts:
    publication = issue.publication
    return CoverFacts(
        nameplate=publication.name,
        english=publication.english_name,
        year=issue.published.year,
        number=issue.number,
        whole_number=issue.whole_number,
        lines=lines,
    )


def _encoded(image: Image.Image) -> bytes:
    """The bytes of a file: a drawing with a palette as PNG, anything else as JPEG."""
    out = BytesIO()
    if image.mode == "P":
        image.save(out, "PNG", **PNG)
    else:
        image.save(out, "JPEG", **JPEG)
    return out.getvalue()
