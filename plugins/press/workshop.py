"""The workshop: one issue → its pieces as standing type, kept or set anew, numbered and bound."""

from __future__ import annotations

import shutil
import tempfile
import weakref
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from functools import cached_property, partial
from pathlib import Path
from typing import Any

from plugins.issue.record import Filler, Issue
from plugins.keeping.programme import state
from plugins.keeping.store import key
from plugins.press import contents
from plugins.press.bound import PX_PER_INCH, Bound, Progress
from plugins.press.composingroom import BODY_STYLES, ComposingRoom
from plugins.press.compositor import Allotted, Compositor, Job, Measure
from plugins.press.counter import Counter
from plugins.press.crew import Crew, cores, crew
from plugins.press.live import LiveDocuments, LiveFurniture
from plugins.press.makeup.fillers import Fillers
from plugins.press.pieces import Piece, pieces
from plugins.press.sheets import FOLDS, Sheet, sheets
from plugins.press.standing.casting import Caster
from plugins.press.standing.forme import Forme, Standing
from plugins.press.standing.founts import Founts
from plugins.press.standing.joining import JoinedPage, Kept
from plugins.press.standing.typestore import TypeStore
from plugins.press.tasks import Casting, Setting, Survey, Task
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
        #: The empty rows at the foot of the pages of each galley.
        self._feet: dict[str, Sequence[int]] = {}

    def bound(self, progress: Progress) -> Bound:
        """The whole issue, laid out and bound.

        Raises `ManuscriptError` when a thing is higher than a page.
        """
        with self._headlines(), crew(self.compositor, self.store, self.workers) as hands:
            self._set_bodies(hands, progress)
            bound, found = self._with_contents(hands)
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

    def _set_bodies(self, hands: Crew, progress: Progress) -> None:
        """Every piece but the contents as standing type: what is kept is taken, the rest is set and cast."""
        counter = Counter(progress, len(self.pieces) - 1)
        self._set(hands, counter)
        self.allotted = self._allot()
        orders = []
        for piece in self.pieces:
            job = self.job(piece.name) if piece.name != CONTENTS else None
            if job and not self._took(job, self._key(job)):
                allotted = self.allotted.get(job.name, ())
                orders.append(Casting(job, allotted, self._key(job)))
        counter.skip(len(self.pieces) - 1 - len(orders))
        hands.do(orders, counter.step)
        for order in orders:
            self._took(order.job, order.key)

    def _set(self, hands: Crew, counter: Counter) -> None:
        """Set what is not known: the measures, the pieces."""

        def finished(task: Task, made: Any) -> None:
            if isinstance(task, Setting) and task.job.is_galley:
                self._feet[task.name] = made
                self.store.write_note(key("feet", task.job.key), made)
            counter.step(task, made)

        hands.do(self._unset(counter), finished)

    def _unset(self, counter: Counter) -> Iterator[Task]:
        """What must be set, made while what came before is under way: first what needs no dictionary."""
        if self.store.note(self._survey_key) is None:
            counter.expect(1)
            yield Survey(self._survey_key)
        for piece in sorted(self.pieces, key=_waits):
            if piece.name == CONTENTS:
                continue
            job = self.job(piece.name)
            feet = self.store.note(key("feet", job.key)) if job.is_galley else None
            if feet is not None:
                self._feet[job.name] = feet
            if feet is not None or (not job.is_galley and self._took(job, job.key)):
                counter.skip(1)
            else:
                yield Setting(job)

    def _key(self, job: Job) -> str:
        allotted = self.allotted.get(job.name, ())
        if not allotted:
            return job.key
        found = self.issue.publication.fillers
        told = (repr((found[n], place)) for n, place in allotted)
        return key("filled", job.key, *told)

    def _allot(self) -> dict[str, Allotted]:
        """Which fillers stand where, piece by piece in printed order."""
        if not self.issue.publication.fillers:
            return {}
        left, rows = Fillers(self._measure.fillers), self._measure.rows
        filled = {
            piece.name: left.fill(self._feet[piece.name], rows)
            for piece in self.pieces
            if piece.name in self._feet
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
            self.compositor.cast(job, (), job.key, self.store)
            self._took(job, job.key)
        return self._standing[name]

    def _with_contents(self, hands: Crew) -> tuple[tuple[Sheet, ...], dict[str, int]]:
        """Lay out the contents until their length and their page numbers agree."""
        piece = next(piece for piece in self.pieces if piece.name == CONTENTS)
        counts = {name: len(each.formes) for name, each in self._standing.items()}
        counts[CONTENTS] = 2
        for _ in range(ROUNDS):
            bound = sheets(self.pieces, counts, FOLDS[self.issue.publication.binding])
            found = self._folios(bound)
            self.html[CONTENTS] = self._contents(piece, found)
            self._standing.pop(CONTENTS, None)
            job = self.job(CONTENTS)
            if not self._took(job, job.key):
                # The furniture is as good as sure by now; should the contents grow, some of it is made for nothing.
                heads = partial(self._furniture, bound)
                hands.do([Casting(job, (), job.key)], _untold, heads)
                self._took(job, job.key)
            pages = len(self._standing[CONTENTS].formes)
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
        left = self._measure.left
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

    @cached_property
    def _survey_key(self) -> str:
        fillers = map(self._filler, self.issue.publication.fillers)
        return self.store.key("survey", self._html(BLANK), self.issue.key, fillers)

    @cached_property
    def _measure(self) -> Measure:
        """The type area of a body, and the fillers. To be asked for when the bodies are set."""
        return Measure(*self.store.note(self._survey_key))

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


def _waits(piece: Piece) -> tuple[bool, int]:
    """When a piece is to be set: first those without headlines, then the longest."""
    return bool(piece.runs), -sum(len(article.body) for article in piece.articles)


def _untold(_task: Task, _made: Any) -> None:
    """Nobody is told."""
