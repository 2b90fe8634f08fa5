"""The tags of a PDF while WeasyPrint writes it: one structure element for one HTML element.

WeasyPrint's own tags have an element for every box; an article that the make-up divides over pages would
be many. `tagging` replaces the one function that writes them, for the time of one file.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from contextlib import contextmanager
from typing import Any
from urllib.parse import quote

import pydyf
import weasyprint.pdf as engine

from plugins.press import hooks
from plugins.press.screen.boxes import BoxReader
from plugins.press.screen.element import Annotation, Mark, in_order, joined_sections
from plugins.press.screen.roles import structure
from plugins.press.screen.spaces import restore
from plugins.press.screen.structure import Struct, Value

#: Bit 3 of an annotation's flags: it is printed (ISO 32000-1, table 165; ISO 19005-2, 6.3.2).
PRINTED = 4
#: What a link says of itself (ISO 14289-1, 7.18.5).
LEADS_TO = "转到：{}"
OPENS = "打开网址：{}"


@contextmanager
def tagging() -> Iterator[None]:
    """Write our tags into what is written with ``pdf_tags=True`` inside the block.

    Raises RuntimeError for a version of WeasyPrint that was not tested with this.
    """
    hooks.refuse_untested()
    before = engine.add_tags
    engine.add_tags = add_tags
    try:
        yield
    finally:
        engine.add_tags = before


def add_tags(pdf: Any, document: Any, pdf_version: Any, page_streams: Sequence[Any]) -> None:
    """Stands in for ``weasyprint.pdf.add_tags``."""
    reader = BoxReader()
    for number, (page, stream) in enumerate(zip(document.pages, page_streams, strict=True)):
        if hasattr(page, "tell"):  # standing type: its tags were read when it was cast
            page.tell(reader, number, document.pages)
        else:
            reader.read(page, number, stream._tags)
    in_order(reader.root)
    restore(reader.root)
    reader.root.kids = list(joined_sections(reader.root.elements))
    writer = _Writer(pdf, page_streams)
    writer.write(structure(reader.root), reader.artifacts)
    for annotation in reader.redundant:
        writer.drop(annotation)
    _declare(pdf)


def _declare(pdf: Any) -> None:
    """What the catalogue of a tagged file says (ISO 14289-1, 7.1 and 7.2)."""
    pdf.catalog["ViewerPreferences"] = pydyf.Dictionary({"DisplayDocTitle": "true"})
    pdf.catalog["MarkInfo"] = pydyf.Dictionary({"Marked": "true"})


class _Writer:
    """Writes a structure into a PDF and numbers what the pages show by it."""

    def __init__(self, pdf: Any, streams: Sequence[Any]) -> None:
        self.pdf, self.streams = pdf, streams
        self.pages = pdf.page_references
        self.numbers: dict[tuple[int, int], int] = {}
        self.parents: list[list[Any]] = [[] for _ in streams]
        self.of_annotations: list[Any] = []
        self.keys: dict[str, Any] = {}

    def write(self, document: Struct, artifacts: Collection[tuple[int, int]]) -> None:
        """Write the structure of the whole document and all that refers to it."""
        owners = {
            (kid.page, kid.number): (each, kid)
            for each in document.walk()
            for kid in each.kids
            if isinstance(kid, Mark)
        }
        for page, stream in enumerate(self.streams):
            self._number(page, stream.stream, owners, artifacts)
        root = pydyf.Dictionary({"Type": "/StructTreeRoot"})
        self.pdf.add_object(root)
        root["K"] = pydyf.Array([self._element(document, root.reference)])
        root["ParentTree"] = self._parent_tree()
        root["ParentTreeNextKey"] = len(self.streams) + len(self.of_annotations)
        if self.keys:
            root["IDTree"] = self._names()
        self.pdf.catalog["StructTreeRoot"] = root.reference

    def _number(
        self, page: int, stream: list[Any], owners: Mapping[tuple[int, int], tuple[Struct, Mark]],
        artifacts: Collection[tuple[int, int]],
    ) -> None:  # fmt: skip
        """Number the marks of a page from 0 as they are painted; what is no text becomes an artifact.

        Raises RuntimeError for a mark that is neither.
        """
        spaces: list[int] = []
        for place, item in enumerate(stream):
            if not (isinstance(item, pydyf.Dictionary) and "MCID" in item):
                continue
            mark = page, item["MCID"]
            if mark in owners:
                struct, known = owners[mark]
                item["MCID"] = self._next(page, known)
                stream[place - 1] = f"/{struct.role}"
                if known.space_after:
                    spaces.append(place)
            elif mark in artifacts:
                stream[place - 1 : place + 1] = "/Artifact", pydyf.Dictionary({"Type": "/Layout"})
            else:
                raise RuntimeError(f"marked content in no element: page {page}, {mark[1]}")
        for place in reversed(spaces):
            _add_space(stream, place)

    def _next(self, page: int, mark: Mark) -> int:
        """The number of a mark; a space behind it takes up the next one."""
        number = len(self.parents[page])
        self.numbers[page, mark.number] = number
        self.parents[page] += [None] * (1 + mark.space_after)
        return number

    def _element(self, struct: Struct, parent: bytes) -> bytes:
        """Write an element and all inside it; its reference."""
        element = pydyf.Dictionary({"Type": "/StructElem", "S": f"/{struct.role}", "P": parent})
        self.pdf.add_object(element)
        element.update(_facts(struct))
        if struct.key:
            self.keys[_identifier(struct.key)] = element.reference
        own = next((kid.page for kid in struct.kids if not isinstance(kid, Struct)), None)
        if own is not None:
            element["Pg"] = self.pages[own]
        kids = pydyf.Array()
        for kid in struct.kids:
            if isinstance(kid, Struct):
                kids.append(self._element(kid, element.reference))
            elif isinstance(kid, Mark):
                kids += self._mark(kid, element.reference, own)
            else:
                kids.append(self._annotation(kid, element.reference, struct.text))
        if kids:
            element["K"] = kids[0] if len(kids) == 1 else kids
        return bytes(element.reference)

    def _mark(self, mark: Mark, owner: bytes, own: int | None) -> list[Any]:
        """A mark as its element's kid; on another page than the element's, with that page."""
        first = self.numbers[mark.page, mark.number]
        numbers = range(first, first + 1 + mark.space_after)
        for number in numbers:
            self.parents[mark.page][number] = owner
        if mark.page == own:
            return list(numbers)
        page = self.pages[mark.page]
        return [pydyf.Dictionary({"Type": "/MCR", "Pg": page, "MCID": n}) for n in numbers]

    def _annotation(self, link: Annotation, owner: bytes, words: str) -> Any:
        """A link annotation as its element's kid, with what it says of itself."""
        annotation = link.dictionary
        target = annotation.get("A", {}).get("URI")
        says = OPENS.format(target.string) if target else LEADS_TO.format(words.strip())
        annotation["Contents"] = pydyf.String(says)
        annotation["F"] = PRINTED
        annotation["StructParent"] = len(self.streams) + len(self.of_annotations)
        self.of_annotations.append(owner)
        return pydyf.Dictionary(
            {"Type": "/OBJR", "Pg": self.pages[link.page], "Obj": annotation.reference}
        )

    def drop(self, link: Annotation) -> None:
        """Take an annotation off its page."""
        page = self.pdf.objects[int(self.pages[link.page].split()[0])]
        page["Annots"].remove(link.dictionary.reference)

    def _parent_tree(self) -> bytes:
        """From a page's marks, and from annotations, to their elements (14.7.4.4)."""
        numbers = pydyf.Array()
        for page, owners in enumerate(self.parents):
            numbers.extend((page, pydyf.Array(owners)))
        for key, owner in enumerate(self.of_annotations, start=len(self.parents)):
            numbers.extend((key, owner))
        tree = pydyf.Dictionary({"Nums": numbers})
        self.pdf.add_object(tree)
        return bytes(tree.reference)

    def _names(self) -> bytes:
        """From identifiers to their elements, sorted (7.9.6)."""
        names = pydyf.Array()
        for key in sorted(self.keys):
            names.extend((pydyf.String(key), self.keys[key]))
        tree = pydyf.Dictionary({"Names": names})
        self.pdf.add_object(tree)
        return bytes(tree.reference)


def _add_space(stream: list[Any], place: int) -> None:
    """Put a space that is read and not painted behind the mark whose properties stand at ``place``."""
    properties = pydyf.Dictionary(
        {"MCID": stream[place]["MCID"] + 1, "ActualText": pydyf.String(" ")}
    )
    end = stream.index(b"EMC", place) + 1
    stream[end:end] = "/Span", properties, b"BDC", b"EMC"


def _identifier(key: str) -> str:
    """An identifier in ASCII: name trees are sorted by bytes."""
    return quote(key)


def _facts(struct: Struct) -> dict[str, Any]:
    """What an element says of itself."""
    said = {"T": struct.title, "Alt": struct.alt, "Lang": struct.lang, "ActualText": struct.actual}
    facts: dict[str, Any] = {name: pydyf.String(word) for name, word in said.items() if word}
    if struct.key:
        facts["ID"] = pydyf.String(_identifier(struct.key))
    owned = [
        pydyf.Dictionary({"O": f"/{owner}"} | {name: _value(value) for name, value in own.items()})
        for owner, own in struct.attributes.items()
        if own
    ]
    if owned:
        facts["A"] = owned[0] if len(owned) == 1 else pydyf.Array(owned)
    return facts


def _value(value: Value) -> Any:
    """A value as PDF has it: lists of words are identifiers, other words are names."""
    if isinstance(value, tuple):
        each = (pydyf.String(_identifier(one)) if isinstance(one, str) else one for one in value)
        return pydyf.Array(list(each))
    return value
