"""The bytes of a Word file that came back → `Returned`.

Changes that were tracked are accepted; text boxes, new pictures and unknown styles are told.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from lxml import etree

from plugins.intake.collation.record import Cell, Passage, Run
from plugins.intake.docx.names import attribute, below, child, local
from plugins.intake.docx.package import Package
from plugins.intake.filing import data_of
from plugins.intake.intakefault import IntakeFault
from plugins.intake.returning.looks import Looks, is_gone
from plugins.intake.returning.paragraph import Reading
from plugins.intake.returning.record import Came, Comment, Returned, Revision
from plugins.intake.sending.settings import SENT

AROUND = frozenset({"sdt", "sdtContent", "customXml", "ins", "moveTo"})
ALIGNS = {"start": "left", "end": "right"}
COVERS = ("cover", "cover-title")
ARTICLE, ISSUE, VERSION = "稿件", "刊期", "版本"


def read(data: bytes, shown: str) -> Returned:
    """Read a file; ``shown`` is what messages call it. Raises `IntakeFault` when it is no sound .docx."""
    package = Package(data, shown)
    file = _File(package)
    main = package.xml(package.main)
    body = child(main, "body")
    found = list(file.blocks(body, _Rows())) if body is not None else []
    found += file.notes(found)
    custom = _custom(package)
    sent = _sent(package)
    return Returned(
        tuple(found),
        tuple((attribute(each, "role"), each.text or "") for each in sent),
        custom.get(ARTICLE, ""),
        custom.get(ISSUE, ""),
        custom.get(VERSION, ""),
        file.pictures,
        {
            attribute(each, "picture"): attribute(each, "digest")
            for each in sent
            if each.get("digest")
        },
        tuple(file.taken),
        tuple(dict.fromkeys(file.remarks)),
    )


def article_of(file: Path) -> str:
    """The article that a file was made from to be checked («2020-03/a»); "" for every other file."""
    if file.suffix.lower() != ".docx":
        return ""
    try:
        return _custom(Package(data_of(file), file.name)).get(ARTICLE, "")
    except IntakeFault:  # told when it is taken in
        return ""


@dataclass(slots=True)
class _Rows:
    """Where the reading stands among tables: number of the next one, and the cell it is in."""

    table: int = 0
    cell: Cell | None = None
    note: str = ""


@dataclass(slots=True)
class _File:
    package: Package
    remarks: list[str] = field(default_factory=list)
    pictures: dict[str, bytes] = field(default_factory=dict)
    looks: Looks = field(init=False)
    comments: dict[str, Comment] = field(init=False)
    links: dict[str, str] = field(init=False)
    related: dict[str, tuple[str, str, bool]] = field(init=False)
    waiting: Reading | None = None
    taken: list[Revision] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.related = self.package.related(self.package.main)
        self.looks = Looks(self._part("styles"))
        self.comments = {
            attribute(each, "id"): _comment(each)
            for each in _below(self._part("comments"), "comment")
        }
        self.links = {
            name: target for name, (_, target, outside) in self.related.items() if outside
        }

    def _part(self, kind: str) -> etree._Element | None:
        """The part that the document points at as ``kind``."""
        return next(
            (
                self.package.xml(target)
                for type_, target, outside in self.related.values()
                if type_.endswith(f"/{kind}") and not outside
            ),
            None,
        )

    def blocks(self, root: etree._Element, rows: _Rows) -> Iterator[Came]:
        """The passages in an element, in order."""
        for each in root:
            name = local(each)
            if name == "p":
                yield from self._paragraph(each, rows)
            elif name == "tbl" and rows.cell is None:
                yield from self._table(each, rows)
            elif name in AROUND or (name == "tbl" and not is_gone(each)):
                yield from self.blocks(each, rows)

    def _paragraph(self, element: etree._Element, rows: _Rows) -> Iterator[Came]:
        """A paragraph; one whose end was taken away goes on with the next (17.13.5.15)."""
        reading = self.waiting or Reading(self.looks, self._links(rows))
        reading.read(element)
        properties = child(element, "pPr")
        if child(properties, "rPr", "del") is not None:
            self.waiting = reading if reading.runs else None
            self.taken += [] if reading.runs else reading.revisions
            return
        self.waiting = None
        yield from self._came(reading, properties, rows)
        for box in reading.boxes:
            for each in self.blocks(box, rows):
                self.remarks.append(f"文本框里的字没有写进稿件：{each.passage.text}")

    def _links(self, rows: _Rows) -> dict[str, str]:
        if not rows.note:
            return self.links
        target = next((t for k, t, _ in self.related.values() if k.endswith("/footnotes")), "")
        return {
            name: to for name, (_, to, outside) in self.package.related(target).items() if outside
        }

    def _came(
        self, reading: Reading, properties: etree._Element | None, rows: _Rows
    ) -> Iterator[Came]:
        runs, cut = reading.words()
        role = self.looks.role(properties)
        picture = self._picture(reading, runs)
        if picture:
            runs = ()
        elif not runs and rows.cell is None:
            self.taken += reading.revisions
            return
        name = role.name or ("footnote" if rows.note else "cell" if rows.cell else "paragraph")
        passage = Passage(
            "picture" if picture else name,
            runs,
            role.level,
            _aligned(rows.cell, properties) if name not in COVERS else None,
            rows.note,
            picture,
        )
        length = len(passage.text)
        revisions = [_moved(each, cut, length) for each in reading.revisions]
        yield Came(passage, tuple(revisions), tuple(self._comments(reading, passage.text, cut)))

    def _picture(self, reading: Reading, runs: Sequence[Run]) -> str:
        """The source of the picture that a paragraph holds alone; every picture's digest is kept."""
        for name, relation in reading.pictures:
            _, target, outside = self.related.get(relation, ("", "", True))
            data = None if outside else self.package.read(target)
            if data is not None:
                self.pictures[name or "?"] = hashlib.sha256(data).digest()
        if len(runs) == 1 and runs[0].picture:
            return runs[0].picture
        return ""

    def _comments(self, reading: Reading, text: str, cut: int) -> Iterator[Comment]:
        for name, places in reading.about.items():
            comment = self.comments.get(name)
            if comment is None:
                continue
            start = max(places[0] - cut, 0)
            about = text[start : max(places[min(1, len(places) - 1)] - cut, start)]
            yield Comment(comment.author, comment.day, comment.words, about)
            del self.comments[name]

    def _table(self, element: etree._Element, rows: _Rows) -> Iterator[Came]:
        """The cells of a table row by row; a table of the cover does not count."""
        found: list[Came] = []
        spans = _spans(element, rows.table)
        for cell, content in spans:
            found += self.blocks(content, _Rows(rows.table, cell))
        if not any(each.passage.role in COVERS for each in found):
            rows.table += 1
            yield from found
            return
        for came in found:
            yield replace(came, passage=replace(came.passage, role="cover", cell=None))

    def notes(self, found: Sequence[Came]) -> list[Came]:
        """The footnotes in the order of their marks."""
        root = self._part("footnotes")
        by_id = {attribute(each, "id"): each for each in _below(root, "footnote")}
        order = dict.fromkeys(run.note for came in found for run in came.passage.runs if run.note)
        made: list[Came] = []
        for name in order:
            if name in by_id:
                made += self.blocks(by_id[name], _Rows(note=name))
        return made


def _below(root: etree._Element | None, name: str) -> Iterator[etree._Element]:
    return below(root, name) if root is not None else iter(())


def _comment(element: etree._Element) -> Comment:
    lines = [
        "".join(each.text or "" for each in below(paragraph, "t"))
        for paragraph in below(element, "p")
    ]
    words = "\n".join(line for line in lines if line)
    return Comment(attribute(element, "author"), attribute(element, "date")[:10], words)


def _moved(each: Revision, cut: int, length: int) -> Revision:
    start, end = (min(max(place - cut, 0), length) for place in (each.start, each.end))
    return Revision(each.author, each.day, start, end, each.taken)


def _aligned(cell: Cell | None, properties: etree._Element | None) -> Cell | None:
    if cell is None:
        return None
    align = attribute(child(properties, "jc"), "val")
    return Cell(
        cell.table, cell.row, cell.column, cell.rows, cell.columns, ALIGNS.get(align, align)
    )


def _spans(table: etree._Element, number: int) -> list[tuple[Cell, etree._Element]]:
    """The cells of a table with their places; one that goes on from above counts to that one."""
    made: dict[tuple[int, int], tuple[Cell, etree._Element]] = {}
    above: dict[int, tuple[int, int]] = {}
    for row, line in enumerate(_rows(table)):
        column = 0
        for each in _children(line, "tc"):
            properties = child(each, "tcPr")
            columns = int(attribute(child(properties, "gridSpan"), "val", "1"))
            merge = child(properties, "vMerge")
            goes_on = merge is not None and attribute(merge, "val", "continue") == "continue"
            if goes_on and column in above:
                start = above[column]
                content = made[start][1]
                made[start] = (Cell(number, *start, row - start[0] + 1, columns), content)
            else:
                made[row, column] = (Cell(number, row, column, 1, columns), each)
                above.pop(column, None)
                if merge is not None:
                    above[column] = (row, column)
            column += columns
    return [made[place] for place in sorted(made)]


def _rows(table: etree._Element) -> list[etree._Element]:
    """The rows that are not taken away by a tracked change."""
    return [each for each in _children(table, "tr") if child(each, "trPr", "del") is None]


def _children(root: etree._Element, name: str) -> list[etree._Element]:
    found = []
    for each in root:
        if local(each) == name:
            found.append(each)
        elif local(each) in AROUND:
            found += _children(each, name)
    return found


def _custom(package: Package) -> dict[str, str]:
    """The custom properties of a file."""
    root = package.xml("docProps/custom.xml")
    return {
        attribute(each, "name"): "".join(str(text) for text in each.itertext())
        for each in _below(root, "property")
    }


def _sent(package: Package) -> list[etree._Element]:
    """The words as they were sent: the part has another name once Word has saved the file."""
    for kind, target, outside in package.related(package.main).values():
        root = package.xml(target) if kind.endswith("/customXml") and not outside else None
        if root is not None and root.tag == f"{{{SENT}}}sent":
            return list(root)
    return []
