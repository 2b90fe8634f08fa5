"""One paragraph of a Word file that came back: runs, tracked changes accepted, marks of comments."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from lxml import etree

from plugins.intake.collation.record import OBJECT, Run, joined
from plugins.intake.docx.names import attribute, below, child, local, switched
from plugins.intake.returning.looks import Looks, is_gone
from plugins.intake.returning.record import Revision

NOTE_FIELD = re.compile(r"\s*NOTEREF\s+_BulletinNote(\d+)")
LETTERS = {"br": "\n", "cr": "\n", "tab": "\t", "noBreakHyphen": "\u2011", "softHyphen": ""}
#: What only leads to what is inside it.
AROUND = frozenset({"smartTag", "customXml", "sdt", "sdtContent", "ins", "moveTo", "bdo", "dir"})


@dataclass(slots=True)
class Reading:
    """What is read of a paragraph. ``about``: comments and the places where their words begin and end."""

    looks: Looks
    links: Mapping[str, str]
    runs: list[Run] = field(default_factory=list)
    revisions: list[Revision] = field(default_factory=list)
    about: dict[str, list[int]] = field(default_factory=dict)
    boxes: list[etree._Element] = field(default_factory=list)
    pictures: list[tuple[str, str]] = field(default_factory=list)
    _fields: list[str] = field(default_factory=list)

    @property
    def length(self) -> int:
        """Letters read so far."""
        return sum(len(run.text) for run in self.runs)

    def read(self, element: etree._Element, href: str = "") -> None:
        """Read what stands in an element of a paragraph."""
        for each in element:
            name = local(each)
            if is_gone(each):
                self._gone(each)
            elif name == "r":
                self._run(each, href)
            elif name == "hyperlink":
                self.read(each, self.links.get(attribute(each, "id"), ""))
            elif name == "fldSimple":
                self._simple(each, href)
            elif name in ("ins", "moveTo"):
                self._put_in(each, href)
            elif name in AROUND:
                self.read(each, href)
            elif name in ("commentRangeStart", "commentRangeEnd"):
                self.about.setdefault(attribute(each, "id"), []).append(self.length)

    def _gone(self, element: etree._Element) -> None:
        """What was taken out."""
        taken = ""
        for each in below(element, "delText", "t", "footnoteReference"):
            taken += OBJECT if local(each) == "footnoteReference" else each.text or ""
        if taken:
            self.revisions.append(_revision(element, self.length, self.length, taken))

    def _put_in(self, element: etree._Element, href: str) -> None:
        start = self.length
        self.read(element, href)
        if self.length > start:
            self.revisions.append(_revision(element, start, self.length))

    def _simple(self, element: etree._Element, href: str) -> None:
        """A field: one that repeats the mark of a footnote is that mark."""
        if not self._note(attribute(element, "instr")):
            self.read(element, href)

    def _run(self, element: etree._Element, href: str) -> None:
        properties = child(element, "rPr")
        if properties is not None and switched(properties, "vanish"):
            return
        marks = self.looks.marks(properties)
        for each in element:
            name = local(each)
            if name in ("fldChar", "instrText"):
                self._field(name, each)
            elif self._fields and NOTE_FIELD.match(self._fields[-1]):
                continue  # the number that a field shows
            elif name == "t":
                self.runs.append(Run(each.text or "", marks, href))
            elif name in LETTERS:
                self._mark(name, each, Run(LETTERS[name], marks, href))
            else:
                self._thing(name, each, href)

    def _thing(self, name: str, element: etree._Element, href: str) -> None:
        """What is no letter."""
        if name == "footnoteReference":
            self.runs.append(Run(OBJECT, note=attribute(element, "id")))
        elif name == "commentReference":
            self.about.setdefault(attribute(element, "id"), []).append(self.length)
        elif name == "ruby":
            self._ruby(element, href)
        elif name in ("drawing", "pict", "object", "AlternateContent"):
            self._drawing(element)

    def _mark(self, name: str, element: etree._Element, run: Run) -> None:
        """A break of line or a tab; a page's or a column's break is no letter."""
        if name != "br" or attribute(element, "type", "textWrapping") == "textWrapping":
            self.runs.append(run)

    def _field(self, name: str, element: etree._Element) -> None:
        """The parts of a field that is written out in runs (17.16.18)."""
        kind = attribute(element, "fldCharType")
        if name == "instrText" and self._fields:
            self._fields[-1] += element.text or ""
        elif kind == "begin":
            self._fields.append("")
        elif kind == "end" and self._fields:
            self._note(self._fields.pop())

    def _note(self, instruction: str) -> bool:
        """Whether a field repeats the mark of a footnote: then it is that mark."""
        match = NOTE_FIELD.match(instruction)
        if match:
            self.runs.append(Run(OBJECT, note=match[1]))
        return match is not None

    def _ruby(self, element: etree._Element, href: str) -> None:
        above = child(element, "rt")
        ruby = "".join(each.text or "" for each in below(above, "t")) if above is not None else ""
        base = Reading(self.looks, self.links)
        inner = child(element, "rubyBase")
        if inner is not None:
            base.read(inner, href)
        self.runs += [replace(run, ruby=ruby) for run in base.runs]

    def _drawing(self, element: etree._Element) -> None:
        """A picture, known by the name it was sent with; or a box of text."""
        boxes = list(below(element, "txbxContent"))
        self.boxes += boxes[:1]  # the second is the same for old programmes
        if boxes:
            return
        blip = next(below(element, "blip", "imagedata"), None)
        if blip is None:
            return
        name = attribute(next(below(element, "docPr"), None), "name")
        self.pictures.append((name, attribute(blip, "embed") or attribute(blip, "id")))
        self.runs.append(Run(OBJECT, picture=name or "?"))

    def words(self) -> tuple[tuple[Run, ...], int]:
        """The runs joined, and how many letters of white space went at the head."""
        text = "".join(run.text for run in self.runs)
        made = joined(self.runs)
        first = "".join(run.text for run in made)
        return made, text.find(first) if first else 0


def _revision(element: etree._Element, start: int, end: int, taken: str = "") -> Revision:
    day = attribute(element, "date")[:10]
    return Revision(attribute(element, "author"), day, start, end, taken)
