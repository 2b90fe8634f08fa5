"""Laid-out pages → elements: what each HTML element shows, over all pages and slices.

WeasyPrint has many boxes for an element: one a line, one a page, and the make-up cuts an article into
slices. They all name the element that they came from.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from weasyprint.formatting_structure import boxes
from weasyprint.layout.absolute import AbsolutePlaceholder

from plugins.press.screen.element import MARKER, Annotation, Element, Mark, Rectangle

#: px of CSS → pt (CSS Values 3, 5.2).
PT = 0.75
#: What a page shows that is no part of the text: the lines for notes on pages the binding asks for.
UNREAD = "notes"
#: The sides of a picture on its page: left, top, right, foot in px.
Sides = tuple[float, float, float, float]
#: Pages made of many pieces borrow this body of an empty page; any other body is a part of its own.
BORROWED = "inside"


def placed(sides: Sides, shift: float, width: float, height: float) -> Rectangle:
    """Where a picture stands, in pt, inside the trimmed page of ``width`` and ``height`` px.

    ``shift``: how far the page's body is moved to the right.
    """
    left, top, right, foot = sides
    left, right = max(0.0, left + shift), min(width, right + shift)
    top, foot = max(0.0, top), min(height, foot)
    a, b, c, d = (round(side * PT, 2) for side in (left, height - foot, right, height - top))
    return a, b, c, d


class BoxReader:
    """Collects the elements of a document, page by page, and the marks that belong to none."""

    def __init__(self, place: Callable[[Sides, float, float, float], Rectangle] = placed) -> None:
        self.place = place
        self.root = Element("document")
        #: Marks that are no part of the text: (page, number).
        self.artifacts: set[tuple[int, int]] = set()
        #: Link annotations that repeat one around them.
        self.redundant: list[Annotation] = []
        self._known: dict[tuple[Any, bool], Element] = {}
        self._header_rows: dict[Any, int] = {}

    def read(self, page: Any, number: int, tags: Mapping[Any, Any]) -> None:
        """Read one page. ``number``: from 0; ``tags``: WeasyPrint's own record box → marked content.

        Raises RuntimeError when something is marked on the page that no box of it accounts for.
        """
        reading = _PageReader(self, page, number, dict(tags))
        reading.box(page._page_box, self.root, False)
        if reading.left:
            raise RuntimeError(f"page {number}: marked content without a box: {list(reading.left)}")

    def element(self, box: Any, holder: Element) -> Element:
        """The element of a box; a new one is put into ``holder``."""
        tag = str(box.element_tag)
        key = box.element, tag.endswith(MARKER)
        if box.element is holder.source and not key[1]:
            return holder
        if key not in self._known:
            known = Element(tag if key[1] else tag.split("::")[0], box.element)
            known.span = (box.colspan, box.rowspan)
            self._known[key] = known
            holder.kids.append(known)
        return self._known[key]

    def is_repeated(self, row: Any) -> bool:
        """Whether a row of a table's head stands on an earlier page or column already."""
        return self._header_rows.setdefault(row.element, id(row)) != id(row)


class _PageReader:
    """One page being read."""

    def __init__(self, reader: BoxReader, page: Any, number: int, left: dict[Any, Any]) -> None:
        self.reader, self.number, self.left = reader, number, left
        self.height, self.width = page.height, page.width
        self.shift = getattr(page, "shift", 0.0)

    def box(self, box: Any, holder: Element, hidden: bool, in_head: bool = False) -> None:
        """Read a box into ``holder``. ``hidden``: it is no part of the text."""
        if isinstance(box, AbsolutePlaceholder):
            box = box._box
        hidden = hidden or self._is_hidden(box, in_head)
        if not hidden and not _is_passed_through(box):
            holder = self.reader.element(box, holder)
            self._link(box, holder)
        if box in self.left:
            self._mark(box, holder, hidden)
        in_head = in_head or (isinstance(box, boxes.TableRowGroupBox) and box.is_header)
        for child in getattr(box, "children", ()):
            self.box(child, holder, hidden, in_head)

    def _is_hidden(self, box: Any, in_head: bool) -> bool:
        if isinstance(box, boxes.MarginBox):
            return True
        if in_head and isinstance(box, boxes.TableRowBox):
            return self.reader.is_repeated(box)
        return box.element_tag == "section" and UNREAD in box.element.get("class", "").split()

    def _link(self, box: Any, holder: Element) -> None:
        if box.link_annotation:
            annotation = Annotation(self.number, box.link_annotation)
            (holder.kids if box.link else self.reader.redundant).append(annotation)

    def _mark(self, box: Any, holder: Element, hidden: bool) -> None:
        number = self.left.pop(box)["mcid"]
        is_text = isinstance(box, boxes.TextBox)
        shows = box.text.strip() if is_text else box.element.get("alt", "").strip()
        if hidden or not shows:
            self.reader.artifacts.add((self.number, number))
        elif is_text:
            holder.kids.append(Mark(self.number, number, box.text))
        else:
            holder.kids.append(Mark(self.number, number, "", self._place(box)))

    def _place(self, picture: Any) -> Rectangle:
        left, top = picture.content_box_x(), picture.content_box_y()
        sides = left, top, left + picture.width, top + picture.height
        return self.reader.place(sides, self.shift, self.width, self.height)


def _is_passed_through(box: Any) -> bool:
    """Whether a box stands for no element of its own: pages, roots, bodies of empty pages."""
    if isinstance(box, boxes.PageBox) or box.element_tag == "html":
        return True
    return box.element_tag == "body" and BORROWED in box.element.get("class", "").split()[-1:]
