"""The workshop: one issue → its pieces laid out, made up into pages, numbered and bound."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from weasyprint.text.line_break import strut

from plugins.article.finding import ManuscriptError
from plugins.issue.record import Issue
from plugins.press import contents
from plugins.press.binding import BoundPage
from plugins.press.lines.composing import left_to_weasyprint
from plugins.press.makeup import galley, oversize
from plugins.press.makeup.assembly import Assembler
from plugins.press.makeup.fillers import Fillers
from plugins.press.makeup.fitting import fit
from plugins.press.pieces import Piece, pieces
from plugins.press.screen.tagging import tagging
from plugins.press.sheets import FOLDS, Sheet, sheets
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
#: CSS: so many px are an inch.
PX_PER_INCH = 96
MM_PER_INCH = 25.4
#: The contents' length moves every folio after it; it settles in two rounds, rarely three.
ROUNDS = 5

Progress = Callable[[str, int, int], None]


@dataclass(frozen=True, slots=True)
class Bound:
    """An issue laid out: its sheets, the pieces' documents by name, pages ready to paint, folios by stem.

    ``furniture``: the pages painted over the bodies, one a sheet.
    """

    issue: Issue
    sheets: tuple[Sheet, ...]
    documents: Mapping[str, Any]
    furniture: tuple[Any, ...]
    pages: tuple[BoundPage, ...]
    folios: Mapping[str, int]

    @property
    def title(self) -> str:
        """The issue as the title of a document."""
        return f"{self.issue.publication.name} {self.issue.name}（总第{self.issue.whole_number}期）"

    @property
    def trim_mm(self) -> tuple[float, float]:
        """Width and height of the trimmed page, as theme/press/styles/page.css has them."""
        page = self.pages[0]
        return _mm(page.width), _mm(page.height)

    @property
    def bleed_mm(self) -> float:
        """How far art goes on beyond the trimmed edge."""
        return _mm(self.pages[0].bleed["top"])

    @property
    def lines(self) -> tuple[int, int]:
        """Lines that the composer set, and lines with Chinese text that were left to WeasyPrint."""
        return left_to_weasyprint(page for each in self.documents.values() for page in each.pages)

    def write(self, raw: Path) -> None:
        """Paint all pages into one PDF: RGB, tagged, with bleed, streams uncompressed."""
        document = self.documents["cover"].copy(self.pages)
        with complaints_are_errors(), tagging():
            document.write_pdf(raw, uncompressed_pdf=True, pdf_tags=True)


def _mm(px: float) -> float:
    return round(px / PX_PER_INCH * MM_PER_INCH, 2)


class Workshop:
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

    def bound(self, progress: Progress) -> Bound:
        """The whole issue, laid out and bound.

        Raises `ManuscriptError` when a thing is higher than a page.
        """
        all_pieces = pieces(self.issue)
        documents = self.bodies(all_pieces, progress)
        bound, found = self.with_contents(all_pieces, documents)
        furniture, pages = self._pages(bound, documents)
        return Bound(self.issue, bound, documents, furniture, pages, found)

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

    def _pages(
        self, bound: tuple[Sheet, ...], documents: dict[str, Any]
    ) -> tuple[tuple[Any, ...], tuple[BoundPage, ...]]:
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
        return tuple(furniture.pages), tuple(pages)

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
