"""Press one issue: the whole road from `Issue` to PDF, as a story."""

from __future__ import annotations

import gc
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from weasyprint.text.line_break import strut

from plugins.article.finding import ManuscriptError
from plugins.issue.record import Issue
from plugins.press import contents, faces, folios
from plugins.press.binding import BoundPage
from plugins.press.finish import finish
from plugins.press.lines.composing import left_to_weasyprint
from plugins.press.makeup import galley, oversize
from plugins.press.makeup.assembly import Assembler
from plugins.press.makeup.fillers import Fillers
from plugins.press.makeup.fitting import fit
from plugins.press.pieces import Piece, pieces
from plugins.press.proof.completeness import ensure_complete
from plugins.press.quality import reader
from plugins.press.quality.linecheck import Measures, check
from plugins.press.sheets import FOLDS, Sheet, blanks, sheets
from plugins.press.templates import Templates
from plugins.press.typesetter import Typesetter, complaints_are_errors

BODY_STYLES = [
    "shared/tokens.css",
    "press/styles/page.css",
    "press/styles/text.css",
    "press/styles/heads.css",
    "press/styles/covers.css",
]
FURNITURE_STYLES = ["shared/tokens.css", "press/styles/furniture.css"]
CONTENTS = "contents"
#: The contents' length moves every folio after it; it settles in two rounds, rarely three.
ROUNDS = 5

Progress = Callable[[str, int, int], None]


@dataclass(frozen=True, slots=True)
class Pressed:
    """What came out: the file, pages in all, inside pages, blanks the binding needed, folios, measures."""

    file: Path
    pages: int
    inside: int
    blanks: int
    folios: Mapping[str, int]
    measures: Measures
    #: Lines that the composer set, and lines with Chinese text that were left to WeasyPrint.
    lines: tuple[int, int]


def press(
    issue: Issue,
    content: Path,
    theme: Path,
    target: Path,
    progress: Progress,
    cache: Path | None = None,
) -> Pressed:
    """Lay out ``issue`` and write ``target``; the file there is replaced only by a whole one.

    ``cache``: a folder for what may be kept between runs (the dictionary of words).

    Raises `ManuscriptError` when a character has no face or a thing is higher than a page, and
    `IncompleteError` when the PDF is not the issue.
    """
    faults = faces.check(issue, content)
    if faults:
        raise ManuscriptError(faults)
    with _collector_paused():
        workshop = _Workshop(issue, content, theme, cache)
        return _press(workshop, content, target, progress)


@contextmanager
def _collector_paused() -> Iterator[None]:
    """Layout makes millions of objects that all stay: looking for garbage costs a seventh of it."""
    running = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if running:
            gc.enable()


def proof(issue: Issue, file: Path, found: Mapping[str, int]) -> Measures:
    """Read a finished PDF of ``issue``: how its lines are set. ``found``: folios by the articles' stems.

    Raises `IncompleteError` when it is not the whole issue, every character once and in order.
    """
    printed = reader.read(file)
    ensure_complete(issue, printed.pages, found)
    return check(printed.pages, printed.fonts)


def _press(workshop: _Workshop, content: Path, target: Path, progress: Progress) -> Pressed:
    issue = workshop.issue
    all_pieces = pieces(issue)
    documents = workshop.bodies(all_pieces, progress)
    bound, found = workshop.with_contents(all_pieces, documents)
    pages = workshop.bind(bound, documents)
    title = f"{issue.publication.name} {issue.name}（总第{issue.whole_number}期）"
    target.parent.mkdir(parents=True, exist_ok=True)
    raw, whole = target.with_suffix(".raw"), target.with_suffix(".new")
    try:
        with complaints_are_errors():
            documents["cover"].copy(pages).write_pdf(raw)
        finish(raw, whole, bound, title, issue.published)
        progress("核对", 0, 1)
        measures = proof(issue, whole, found)
        whole.replace(target)
    finally:
        raw.unlink(missing_ok=True)
        whole.unlink(missing_ok=True)
    folios.write(content / issue.key / "folios.toml", found)
    inside = sum(1 for sheet in bound if sheet.folio)
    lines = left_to_weasyprint(page for each in documents.values() for page in each.pages)
    return Pressed(target, len(bound), inside, blanks(bound), found, measures, lines)


class _Workshop:
    """Templates and typesetters of one issue."""

    def __init__(self, issue: Issue, content: Path, theme: Path, cache: Path | None = None) -> None:
        self.issue, self.content = issue, content
        self.templates = Templates(theme.resolve(), issue, cache)
        self.body = Typesetter(content.resolve(), theme.resolve(), BODY_STYLES)
        self.blank = self.body.lay_out(self.templates.render("blank.html"), issue.key)
        model = self.blank.pages[0]._page_box
        self.pitch = strut(model.children[0].style)[0]
        self.rows = int(model.height / self.pitch + 0.01)
        self.fillers = Fillers(self._read_fillers())
        self.furniture = Typesetter(content.resolve(), theme.resolve(), FURNITURE_STYLES)

    def bodies(self, all_pieces: tuple[Piece, ...], progress: Progress) -> dict[str, Any]:
        """Every piece but the contents, laid out, by name."""
        documents: dict[str, Any] = {}
        for done, piece in enumerate(all_pieces, start=1):
            progress("排版", done, len(all_pieces))
            if piece.name != CONTENTS:
                documents[piece.name] = self._laid_out(piece)
        return documents

    def _laid_out(self, piece: Piece) -> Any:
        if piece.runs:
            return self._made_up(piece)
        return self.body.lay_out(self.templates.html(piece), self.issue.key)

    def _read_galley(self, html: str) -> tuple[Any, galley.Galley]:
        document = self.body.lay_out(html, self.issue.key)
        return document, galley.read(document.pages[0]._page_box, self.pitch, self.rows)

    def _read_fillers(self) -> galley.Galley | None:
        found = self.issue.publication.fillers
        if not found:
            return None
        return self._read_galley(self.templates.render("fillers.html", fillers=found))[1]

    def _made_up(self, piece: Piece) -> Any:
        """The articles of a piece as pages."""
        document, read = self._read_galley(self.templates.html(piece))
        faults = oversize.check(read, self.rows, piece.articles, self.content)
        if faults:
            raise ManuscriptError(faults)
        made_up = fit(read.items, self.rows)
        found = self.fillers.fill(made_up.feet, self.rows)
        empty = self.blank.pages[0]._page_box
        return document.copy(Assembler(empty, self.pitch).pages(read, made_up, found))

    def with_contents(
        self, all_pieces: tuple[Piece, ...], documents: dict[str, Any]
    ) -> tuple[tuple[Sheet, ...], dict[str, int]]:
        """Lay out the contents until their length and their page numbers agree."""
        piece = next(piece for piece in all_pieces if piece.name == CONTENTS)
        counts = {name: len(document.pages) for name, document in documents.items()}
        counts[CONTENTS] = 2
        for _ in range(ROUNDS):
            bound = sheets(all_pieces, counts, FOLDS[self.issue.publication.binding])
            found = self._folios(bound, documents)
            documents[CONTENTS] = self.body.lay_out(self._contents(piece, found), self.issue.key)
            if len(documents[CONTENTS].pages) == counts[CONTENTS]:
                return bound, found
            counts[CONTENTS] = len(documents[CONTENTS].pages)
        raise RuntimeError("the contents did not settle")

    def bind(self, bound: tuple[Sheet, ...], documents: dict[str, Any]) -> list[BoundPage]:
        """All pages with their furniture, bodies moved to where the furniture's type area is."""
        html = self.templates.render("furniture.html", sheets=bound)
        furniture = self.furniture.lay_out(html, self.issue.key)
        blank = self.blank
        left = blank.pages[0]._page_box.margin_left
        pages = []
        for place, (sheet, over) in enumerate(zip(bound, furniture.pages, strict=True)):
            page = blank.pages[0]
            if sheet.piece is not None:
                page = documents[sheet.piece.name].pages[sheet.page]
            dressed = sheet.piece is None or sheet.piece.has_furniture
            shift = over.anchors[f"type-area-{place}"][0] - left
            pages.append(BoundPage(page, over if dressed else None, shift if dressed else 0))
        return pages

    def _contents(self, piece: Piece, found: Mapping[str, int]) -> str:
        return self.templates.html(
            piece,
            groups=contents.groups(self.issue, found),
            plates=contents.listed_plates(self.issue),
        )

    def _folios(self, bound: tuple[Sheet, ...], documents: dict[str, Any]) -> dict[str, int]:
        """Stem → folio of the page on which the article begins, in printed order."""
        found: dict[str, int] = {}
        for sheet in bound:
            if sheet.piece is None or not sheet.piece.runs:
                continue
            anchors = documents[sheet.piece.name].pages[sheet.page].anchors
            for article in sheet.piece.articles:
                if article.key in anchors:
                    found.setdefault(article.key, sheet.folio)
        return found
