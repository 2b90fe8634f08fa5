"""A compositor: sets one piece after the other, and casts it when it is told which fillers it gets."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any, NamedTuple

from weasyprint.text.line_break import strut

from plugins.article.finding import ManuscriptError
from plugins.article.record import Article
from plugins.press.composingroom import ComposingRoom
from plugins.press.makeup import galley, oversize
from plugins.press.makeup.assembly import Assembler
from plugins.press.makeup.fitting import fit
from plugins.press.makeup.galley import Galley, Slug
from plugins.press.makeup.makeup import MadeUp, Place
from plugins.press.standing.casting import Caster
from plugins.press.standing.typestore import TypeStore

#: A filler by its number, and where it stands.
Allotted = Sequence[tuple[int, Place]]


@dataclass(frozen=True, slots=True)
class Job:
    """A piece to be set. ``is_galley``: it is made up into pages; ``key``: of what it is made from."""

    name: str
    html: str
    is_galley: bool
    articles: tuple[Article, ...]
    key: str


@dataclass(frozen=True, slots=True)
class Held:
    """A piece that is set and made up, and waits for its fillers."""

    document: Any
    galley: Galley
    made_up: MadeUp


class Measure(NamedTuple):
    """Lines of a page, where its type area begins (px); rows of every filler, 0 for one that would fill a page."""

    rows: int
    left: float
    fillers: list[int]


class Compositor:
    """Sets the pieces of one issue. ``blank``: the HTML of an empty page; ``fillers``: of each filler."""

    def __init__(
        self,
        room: ComposingRoom,
        folder: str,
        blank: str,
        fillers: Sequence[str],
        content: Path,
    ) -> None:
        self.room, self.folder, self.content = room, folder, content
        self._blank, self._fillers = blank, fillers
        #: By names and keys of their jobs (two covers may be alike): what waits for its fillers, and what is whole.
        self._held: dict[tuple[str, str], Held] = {}
        self._documents: dict[tuple[str, str], Any] = {}

    @cached_property
    def blank(self) -> Any:
        """An empty page, after whose model all others are made."""
        return self.room.body.lay_out(self._blank, self.folder)

    @cached_property
    def pitch(self) -> float:
        """px of a line of text."""
        return float(strut(self._empty.children[0].style)[0])

    @cached_property
    def rows(self) -> int:
        """Lines of a page."""
        return int(self._empty.height / self.pitch + 0.01)

    @property
    def left(self) -> float:
        """Where the type area of a body begins, px."""
        return float(self._empty.margin_left)

    @property
    def _empty(self) -> Any:
        return self.blank.pages[0]._page_box

    def filler(self, number: int) -> tuple[int, Slug | None]:
        """A filler: its rows, and what is set, to be assembled once; (0, None) when it would fill a page.

        Such a one is taken apart when its galley is read.
        """
        read = self._read(self._fillers[number])[1]
        pairs = zip(read.items, read.slugs, strict=True)
        whole = ((item.rows, slug) for item, slug in pairs if slug.box.element_tag == "aside")
        return next(whole, (0, None))

    def measure(self) -> Measure:
        """What numbering and binding need to know before anything is set."""
        fillers = [self.filler(number)[0] for number in range(len(self._fillers))]
        return Measure(self.rows, self.left, fillers)

    def set(self, job: Job) -> tuple[int, ...]:
        """Set a piece and hold it: the empty rows at the foot of each of its pages.

        Raises `ManuscriptError` when a thing is higher than a page.
        """
        if not job.is_galley:
            self._documents[job.name, job.key] = self.room.body.lay_out(job.html, self.folder)
            return ()
        document, read = self._read(job.html)
        faults = oversize.check(read, self.rows, job.articles, self.content)
        if faults:
            raise ManuscriptError(faults)
        held = self._held[job.name, job.key] = Held(document, read, fit(read.items, self.rows))
        return tuple(held.made_up.feet)

    def finish(self, job: Job, allotted: Allotted = ()) -> Any:
        """The laid-out document of a piece with these fillers; set now if it is not held."""
        if (job.name, job.key) in self._documents:
            return self._documents[job.name, job.key]
        if (job.name, job.key) not in self._held:
            self.set(job)
        if job.is_galley:
            held = self._held.pop((job.name, job.key))
            found = [(slug, place) for n, place in allotted if (slug := self.filler(n)[1])]
            pages = Assembler(self._empty, self.pitch).pages(held.galley, held.made_up, found)
            self._documents[job.name, job.key] = held.document.copy(pages)
        return self._documents[job.name, job.key]

    def cast(self, job: Job, allotted: Allotted, key: str, store: TypeStore) -> None:
        """Set and finish a piece, and keep its type under ``key``."""
        document = self.finish(job, allotted)
        sources = store.sources(job.html, self.folder)
        store.keep(key, Caster(self.room.case, store.blocks, sources).piece(document))

    def _read(self, html: str) -> tuple[Any, Galley]:
        document = self.room.body.lay_out(html, self.folder)
        return document, galley.read(document.pages[0]._page_box, self.pitch, self.rows)
