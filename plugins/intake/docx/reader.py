"""A .docx → `Draft`: the whole road through the parts of the file."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from lxml import etree

from plugins.intake.docx import tables
from plugins.intake.docx.names import attribute, below, child, local, switched
from plugins.intake.docx.notice import Notice
from plugins.intake.docx.numbering import BULLET, Numbering
from plugins.intake.docx.package import Package
from plugins.intake.docx.styles import Look, Styles, of_properties, over, style_of
from plugins.intake.docx.words import PageBreak, TextBox, Words
from plugins.intake.draft import (
    Block,
    Draft,
    Paragraph,
    Picture,
    Rule,
    Run,
    Table,
    is_indent,
    lead_of,
)

HOLDERS = frozenset({"sdt", "sdtContent", "customXml", "ins", "moveTo"})
GONE = frozenset({"del", "moveFrom"})


def read(data: bytes, shown: str) -> Draft:
    """Read a .docx; ``shown`` is what faults call the file. Raises `IntakeFault` when it must be refused."""
    package = Package(data, shown)
    reader = _Reader(package)
    blocks = tuple(reader.document())
    notes = reader.notes()
    comments = package.xml(reader.beside("comments"))
    return Draft(blocks, notes, remarks=tuple(reader.notice.remarks(comments)), unit="段")


class _Reader:
    def __init__(self, package: Package) -> None:
        self.package, self.notice = package, Notice()
        self.related = package.related(package.main)
        self.styles = Styles(package.xml(self.beside("styles")))
        self.numbering = Numbering(package.xml(self.beside("numbering")))
        self.words = Words(self.styles, self.related, package.read, self.notice)
        self.place = 0

    def beside(self, kind: str) -> str:
        """The part of this kind that the main part points at; a name nothing has when none."""
        return next(
            (target for type_, target, _ in self.related.values() if type_.endswith(f"/{kind}")),
            f"word/{kind}.xml",
        )

    def document(self) -> Iterator[Block]:
        """The blocks of the main part."""
        root = self.package.xml(self.package.main)
        body = child(root, "body")
        yield from self.blocks(body if body is not None else ())

    def notes(self) -> dict[str, tuple[Paragraph, ...]]:
        """Footnotes and endnotes by the names that `Run.note` has."""
        found: dict[str, tuple[Paragraph, ...]] = {}
        for kind in ("footnotes", "endnotes"):
            part = self.beside(kind)
            root = self.package.xml(part)
            words = Words(self.styles, self.package.related(part), self.package.read, self.notice)
            for note in below(root, kind[:-1]) if root is not None else ():
                if attribute(note, "type") not in ("", "normal"):
                    continue
                paragraphs = [p for each in note for p in self._note_paragraphs(each, words)]
                found[kind[0] + attribute(note, "id")] = tuple(paragraphs)
        return found

    def _note_paragraphs(self, element: etree._Element, words: Words) -> Iterator[Paragraph]:
        if local(element) == "p":
            for block in self._paragraph(element, words, 0):
                if isinstance(block, Paragraph) and block.text:
                    yield block

    def blocks(self, elements: Iterable[etree._Element]) -> Iterator[Block]:
        """The blocks that body-level elements make; a paragraph whose mark was deleted runs on (17.13.5.15)."""
        waiting: Paragraph | None = None
        for block, runs_on in self._marked(elements):
            if waiting is not None and isinstance(block, Paragraph):
                block = replace(waiting, runs=waiting.runs + block.runs)
                waiting = None
            if runs_on and isinstance(block, Paragraph):
                waiting = block
            else:
                yield block
        if waiting is not None:
            yield waiting

    def _marked(self, elements: Iterable[etree._Element]) -> Iterator[tuple[Block, bool]]:
        for element in elements:
            name = local(element)
            if name == "p":
                self.place += 1
                gone = child(element, "pPr", "rPr", "del") is not None
                made = list(self._paragraph(element, self.words, self.place))
                yield from ((block, gone and block is made[-1]) for block in made)
            elif name == "tbl":
                self.place += 1
                yield from ((block, False) for block in self._table(element))
            elif name in GONE:
                self.notice.change(element, is_deletion=True)
            elif name in HOLDERS:
                yield from self._marked(element)

    def _table(self, element: etree._Element) -> Iterator[Block]:
        place = self.place
        table = tables.read(element, self._cell, place)
        if len(table.rows) == 1 and len(table.rows[0]) == 1:
            self.notice.tell("frame")
            inside = next(below(element, "tc"))
            yield from self.blocks(inside)
        elif table.rows:
            yield table

    def _cell(self, cell: etree._Element) -> tables.Content:
        found: list[Paragraph] = []
        pictures: list[Picture] = []
        for block in self.blocks(cell):
            if isinstance(block, Paragraph) and block.text:
                found.append(block)
            elif isinstance(block, Picture):
                pictures.append(block)
            elif isinstance(block, Table):
                self.notice.tell("nested")
                inside = [each for row in block.rows for each in row]
                found += [paragraph for each in inside for paragraph in each.paragraphs]
                pictures += [picture for each in inside for picture in each.pictures]
        return tuple(found), tuple(pictures)

    def _paragraph(self, element: etree._Element, words: Words, place: int) -> Iterator[Block]:
        """A w:p: its lines as paragraphs, then the pictures and text boxes that hang in it."""
        properties = child(element, "pPr")
        look = over(self.styles.paragraph(style_of(properties)), of_properties(properties, None))
        if look.is_contents:
            self.notice.tell("contents")
            return
        if switched(properties, "pageBreakBefore"):
            yield Rule(place, is_page=True)
        mark = self.numbering.mark(look.numbering)
        made = _Lines(look, mark, place)
        for piece, size in words.pieces(element, look):
            if isinstance(piece, Run):
                made.add(piece, size)
            elif isinstance(piece, PageBreak):
                yield from made.taken()
                yield Rule(place, is_page=True)
            elif isinstance(piece, Picture):
                made.after.append(replace(piece, place=place))
            else:
                made.after += self.blocks(piece.element) if isinstance(piece, TextBox) else ()
        yield from made.taken()
        yield from made.after
        if child(properties, "sectPr") is not None:
            yield Rule(place, is_page=True)


class _Lines:
    """Runs of one w:p while they are gathered; a typed line break begins another paragraph."""

    def __init__(self, look: Look, mark: str, place: int) -> None:
        self.look, self.mark, self.place = look, mark, place
        self.runs: list[Run] = []
        self.sizes: dict[float, int] = {}
        self.after: list[Block] = []

    def add(self, run: Run, size: float) -> None:
        """One more run, which may hold line breaks."""
        self.runs.append(run)
        self.sizes[size] = self.sizes.get(size, 0) + len(run.text)

    def taken(self) -> Iterator[Paragraph]:
        """The paragraphs gathered so far."""
        lines: list[list[Run]] = [[]]
        for run in self.runs:
            first, *more = run.text.split("\n")
            lines[-1].append(replace(run, text=first))
            lines += [[replace(run, text=each)] for each in more]
        self.runs = []
        for line in lines:
            if any(run.text.strip() or run.note for run in line):
                yield self._made(line)
                self.mark = ""

    def _made(self, line: list[Run]) -> Paragraph:
        look, mark = self.look, self.mark
        text = "".join(run.text for run in line)
        lead = lead_of(text)
        is_item = mark == BULLET or (
            mark[:-1].isdecimal() and mark.endswith(".") and not look.heading
        )
        if mark and not is_item:
            line = [Run(mark if mark[-1] in "、）)．" else f"{mark} ", bold=bool(look.bold)), *line]
        return Paragraph(
            tuple(line),
            self.place,
            lead,
            is_indented=bool(look.is_indented) or is_indent(lead),
            heading=look.heading,
            is_title=look.is_title,
            is_caption=look.is_caption,
            align=look.align or "",
            size=max(self.sizes, key=self.sizes.__getitem__, default=0.0),
            item=mark if is_item else "",
        )
