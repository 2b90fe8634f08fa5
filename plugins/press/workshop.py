"""The workshop: one issue → its pieces as standing type, kept or set anew, numbered and bound."""

from __future__ import annotations

import shutil
import tempfile
import weakref
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from functools import cached_property
from pathlib import Path
from typing import NamedTuple

from plugins.issue.record import Filler, Issue
from plugins.keeping.programme import state
from plugins.keeping.store import key
from plugins.press import contents
from plugins.press.bound import PX_PER_INCH, Bound, Progress
from plugins.press.composingroom import BODY_STYLES, ComposingRoom
from plugins.press.compositor import Allotted, Compositor, Job
from plugins.press.crew import cores, crew
from plugins.press.live import LiveDocuments, LiveFurniture
from plugins.press.makeup.fillers import Fillers
from plugins.press.pieces import Piece, pieces
from plugins.press.sheets import FOLDS, Sheet, sheets
from plugins.press.standing.casting import Caster
from plugins.press.standing.forme import Forme, Standing
from plugins.press.standing.founts import Founts
from plugins.press.standing.joining import JoinedPage, Kept
from plugins.press.standing.typestore import TypeStore
from plugins.press.templates import Templates

__all__ = ["BODY_STYLES", "CONTENTS", "PX_PER_INCH", "Bound", "Progress", "Workshop"]

CONTENTS, BLANK = "contents", "blank"
#: The folder of standing type in the cache.
FOLDER = "standing"
#: The contents' length moves every folio after it; it settles in two rounds, rarely three.
ROUNDS = 5


class Workshop:
    """One issue at work."""

    def __init__(
        self,
        issue: Issue,
        content: Path,
        theme: Path,
        cache: Path | None = None,
        workers: int | None = 1,
        room: ComposingRoom | None = None,
    ) -> None:
        """``cache``: where standing type is kept between runs; None: nowhere. ``room``: an earlier issue's.

        ``workers``: processes that set pieces; None: one for each core.
        """
        self.issue, self.content, self.theme = issue, content, theme.resolve()
        self.workers = cores() if workers is None else workers
        self.room = room or ComposingRoom(content, theme)
        self.store = TypeStore(cache / FOLDER if cache else self._scratch(), content, self.theme)
        self.templates = Templates(self.theme, issue, cache)
        self.pieces = pieces(issue)
        self.html: dict[str, str] = {}
        self.allotted: dict[str, Allotted] = {}
        self._standing: dict[str, Standing] = {}

    def bound(self, progress: Progress) -> Bound:
        """The whole issue, laid out and bound.

        Raises `ManuscriptError` when a thing is higher than a page.
        """
        with self._headlines():
            self._set_bodies(progress)
            bound, found = self._with_contents()
            pages = self._pages(bound)
        self.store.save()
        documents, furniture = LiveDocuments(self), LiveFurniture(self, bound)
        return Bound(self.issue, bound, documents, furniture, pages, found)

    def _scratch(self) -> Path:
        """A folder that is gone with the workshop."""
        folder = tempfile.mkdtemp(prefix="standing-")
        weakref.finalize(self, shutil.rmtree, folder, ignore_errors=True)
        return Path(folder)

    @cached_property
    def compositor(self) -> Compositor:
        """Sets what is not kept, in this process."""
        fillers = tuple(map(self._filler, self.issue.publication.fillers))
        return Compositor(self.room, self.issue.key, self._html(BLANK), fillers, self.content)

    def _filler(self, filler: Filler) -> str:
        return self.templates.render("fillers.html", fillers=[filler])

    def job(self, name: str) -> Job:
        """A piece as work for a compositor."""
        piece = next((each for each in self.pieces if each.name == name), None)
        html = self._html(name)
        is_galley, articles = (bool(piece.runs), piece.articles) if piece else (False, ())
        return Job(name, html, is_galley, articles, self.store.key("piece", html, self.issue.key))

    def _html(self, name: str) -> str:
        if name not in self.html:
            piece = next((each for each in self.pieces if each.name == name), None)
            self.html[name] = (
                self.templates.html(piece) if piece else self.templates.render("blank.html")
            )
        return self.html[name]

    @contextmanager
    def _headlines(self) -> Iterator[None]:
        """Headlines that were marked in an earlier run need no dictionary."""
        made_by = state(("hanzi",), ("jieba",))
        name = key("headlines", made_by, *self.templates.terms)
        known = self.templates.marked = self.store.note(name) or {}
        before = len(known)
        yield
        if len(known) > before:
            self.store.write_note(name, known)

    def _set_bodies(self, progress: Progress) -> None:
        """Every piece but the contents as standing type: what is kept is taken, the rest is set and cast."""
        jobs = [self.job(piece.name) for piece in self.pieces if piece.name != CONTENTS]
        feet = {job.name: self.store.note(key("feet", job.key)) for job in jobs if job.is_galley}
        plain = [job for job in jobs if not job.is_galley and not self._took(job, job.key)]
        unset = [job for job in jobs if job.is_galley and feet[job.name] is None]
        counter = _Counter(progress, len(jobs), 2 * len(jobs) - len(plain) - len(unset))
        workers = min(self.workers, len(plain) + len(unset))
        if workers > 1:
            self.compositor.blank  # noqa: B018  # so that it is there in every process
        with crew(self.compositor, self.store, workers) as hands:
            for name, found in hands.set([*plain, *unset], counter.step).items():
                feet[name] = found
            self.allotted = self._allot(feet)
            orders = [
                (job, self.allotted.get(job.name, ()), self._key(job))
                for job in jobs
                if not self._took(job, self._key(job))
            ]
            hands.cast(orders, counter.step)
        for job in unset:
            self.store.write_note(key("feet", job.key), feet[job.name])
        for job, _, name in orders:
            self._took(job, name)

    def _key(self, job: Job) -> str:
        allotted = self.allotted.get(job.name, ())
        if not allotted:
            return job.key
        found = self.issue.publication.fillers
        told = (repr((found[n], place)) for n, place in allotted)
        return key("filled", job.key, *told)

    def _allot(self, feet: Mapping[str, Sequence[int]]) -> dict[str, Allotted]:
        """Which fillers stand where, piece by piece in printed order."""
        if not self.issue.publication.fillers:
            return {}
        left, rows = Fillers(self._heights()), self._measure().rows
        filled = {
            piece.name: left.fill(feet[piece.name], rows)
            for piece in self.pieces
            if piece.name in feet
        }
        return {each: places for each, places in filled.items() if places}

    def _took(self, job: Job, name: str) -> bool:
        """Whether the type of a piece stands; it is then taken."""
        if job.name in self._standing:
            return True
        found = self.store.take(name)
        if found is not None:
            self._standing[job.name] = found
        return found is not None

    def _cast(self, name: str) -> Standing:
        """A piece without fillers, taken or set here."""
        job = self.job(name)
        if not self._took(job, job.key):
            self.compositor.documents.pop(name, None)
            self.compositor.cast(job, (), job.key, self.store)
            self._took(job, job.key)
        return self._standing[name]

    def _with_contents(self) -> tuple[tuple[Sheet, ...], dict[str, int]]:
        """Lay out the contents until their length and their page numbers agree."""
        piece = next(piece for piece in self.pieces if piece.name == CONTENTS)
        counts = {name: len(each.formes) for name, each in self._standing.items()}
        counts[CONTENTS] = 2
        for _ in range(ROUNDS):
            bound = sheets(self.pieces, counts, FOLDS[self.issue.publication.binding])
            found = self._folios(bound)
            self.html[CONTENTS] = self._contents(piece, found)
            self._standing.pop(CONTENTS, None)
            pages = len(self._cast(CONTENTS).formes)
            if pages == counts[CONTENTS]:
                return bound, found
            counts[CONTENTS] = pages
        raise RuntimeError("the contents did not settle")

    def _contents(self, piece: Piece, found: Mapping[str, int]) -> str:
        return self.templates.html(
            piece,
            groups=contents.groups(self.issue, found),
            plates=contents.listed_plates(self.issue),
        )

    def _folios(self, bound: tuple[Sheet, ...]) -> dict[str, int]:
        """Stem → folio of the page on which the article begins, in printed order."""
        found: dict[str, int] = {}
        for sheet in bound:
            if sheet.piece is None or not sheet.piece.runs:
                continue
            anchors = self._standing[sheet.piece.name].formes[sheet.page].anchors
            for article in sheet.piece.articles:
                if article.key in anchors:
                    found.setdefault(article.key, sheet.folio)
        return found

    def _pages(self, bound: tuple[Sheet, ...]) -> tuple[JoinedPage, ...]:
        """All pages with their furniture, bodies moved to where the furniture's type area is."""
        left = self._measure().left
        founts = Founts(self.store.store, self.store.base, self.room.case, self.room.read_face)
        kept = Kept(founts, self.store.blocks)
        pages = []
        for sheet, over in zip(bound, self._furniture(bound), strict=True):
            standing = self._standing[sheet.piece.name] if sheet.piece else self._cast(BLANK)
            dressed = sheet.piece is None or sheet.piece.has_furniture
            (area,) = over.anchors.values()
            shift = area[0] - left if dressed else 0
            pages.append(JoinedPage(standing, sheet.page, over if dressed else None, shift, kept))
        return tuple(pages)

    def _heights(self) -> list[int]:
        """Rows of every filler; 0 for one that would fill a page."""
        made = []
        for number, filler in enumerate(self.issue.publication.fillers):
            name = self.store.key("filler", self._filler(filler), self.issue.key)
            rows = self.store.note(name)
            if rows is None:
                rows = self.compositor.filler(number)[0]
                self.store.write_note(name, rows)
            made.append(rows)
        return made

    def _measure(self) -> Measure:
        """The type area of a body."""
        name = self.store.key("measure", self._html(BLANK), self.issue.key)
        kept = self.store.note(name)
        if kept is None:
            kept = [self.compositor.rows, self.compositor.left]
            self.store.write_note(name, kept)
        return Measure(*kept)

    def _furniture(self, bound: Sequence[Sheet]) -> list[Forme]:
        """The furniture of all sheets: what is kept is taken, the rest is set in one document."""
        keys = []
        for sheet in bound:
            html = self.templates.render("furniture.html", sheets=[sheet])
            keys.append(self.store.key("furniture", html, self.issue.key))
        found = {name: self.store.take_forme(name) for name in dict.fromkeys(keys)}
        missing = {name: sheet for name, sheet in zip(keys, bound, strict=True) if not found[name]}
        if missing:
            html = self.templates.render("furniture.html", sheets=list(missing.values()))
            document = self.room.furniture.lay_out(html, self.issue.key)
            caster = Caster(self.room.case, self.store.blocks, {})
            for name, page in zip(missing, document.pages, strict=True):
                found[name] = made = caster.furniture(page)
                self.store.keep(name, made)
        return [each for name in keys if (each := found[name])]


class Measure(NamedTuple):
    """Lines of a page, and where its type area begins (px)."""

    rows: int
    left: float


class _Counter:
    """Tells how many steps of the layout are done."""

    def __init__(self, progress: Progress, pieces: int, done: int) -> None:
        self._progress, self._done, self._all = progress, done, 2 * pieces
        progress("排版", done, self._all)

    def step(self) -> None:
        """One more."""
        self._done = min(self._done + 1, self._all)
        self._progress("排版", self._done, self._all)
