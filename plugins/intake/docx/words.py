"""A paragraph of Word → words and what hangs between them (17.3): runs, breaks, pictures, text boxes."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace

from lxml import etree

from plugins.intake.docx import images
from plugins.intake.docx.names import attribute, below, child, local, switched
from plugins.intake.docx.notice import Notice
from plugins.intake.docx.styles import Look, Styles, of_properties, over, style_of
from plugins.intake.draft import Picture, Run

#: Elements that only hold others.
HOLDERS = frozenset({
    "smartTag", "sdt", "sdtContent", "customXml", "fldSimple", "dir", "bdo", "p", "rubyBase",
})  # fmt: skip
ADDED, GONE = frozenset({"ins", "moveTo"}), frozenset({"del", "moveFrom"})
#: What a private-use character of the fonts Wingdings and Symbol mostly stands for in a manuscript.
SYMBOLS = {
    "F0B7": "·",
    "F06C": "●",
    "F06E": "■",
    "F0D8": "➢",
    "F0FC": "√",
    "F0A7": "▪",
    "F0E8": "➔",
}
SIGNS = {"tab": "\t", "noBreakHyphen": "-", "cr": "\n"}


@dataclass(frozen=True, slots=True)
class PageBreak:
    """A page ends here."""


@dataclass(frozen=True, slots=True)
class TextBox:
    """The element that holds the paragraphs of a text box (w:txbxContent)."""

    element: etree._Element


Piece = Run | Picture | PageBreak | TextBox
Related = dict[str, tuple[str, str, bool]]


class Words:
    """Reads the paragraphs of one part, whose relationships are ``related``."""

    def __init__(
        self,
        styles: Styles,
        related: Related,
        read: Callable[[str], bytes | None],
        notice: Notice,
    ) -> None:
        self._styles, self._related, self._read = styles, related, read
        self._notice = notice

    def pieces(self, paragraph: etree._Element, look: Look) -> Iterator[tuple[Piece, float]]:
        """The pieces of a w:p, each with the size of its letters (pt)."""
        for element in paragraph:
            yield from self._piece(element, look, Run(""))

    def _piece(
        self, element: etree._Element, look: Look, like: Run
    ) -> Iterator[tuple[Piece, float]]:
        name = local(element)
        if name == "r":
            yield from self._run(element, look, like)
        elif name == "hyperlink":
            target = self._related.get(attribute(element, "id"), ("", "", False))
            like = replace(like, target=target[1]) if target[2] else like
            yield from self._inside(element, look, like)
        elif name in ADDED:
            self._notice.change(element, is_deletion=False)
            yield from self._inside(element, look, like)
        elif name in GONE:
            self._notice.change(element, is_deletion=True)
        elif name in HOLDERS:
            yield from self._inside(element, look, like)
        elif name in ("oMath", "oMathPara"):
            self._notice.tell("formula")
            words = "".join(each.text or "" for each in below(element, "t"))
            yield replace(like, text=words), look.size

    def _inside(
        self, element: etree._Element, look: Look, like: Run
    ) -> Iterator[tuple[Piece, float]]:
        for each in element:
            yield from self._piece(each, look, like)

    def _run(self, element: etree._Element, look: Look, like: Run) -> Iterator[tuple[Piece, float]]:
        properties = child(element, "rPr")
        if switched(properties, "vanish"):
            if any(each.text for each in below(element, "t")):
                self._notice.tell("hidden")
            return
        own = over(look, self._styles.look(style_of(properties)))
        own = over(own, of_properties(None, properties))
        dressed = _dressed(like, own, properties)
        for each in element:
            for piece in self._content(each, dressed, look):
                yield piece, own.size

    def _content(self, element: etree._Element, like: Run, look: Look) -> Iterator[Piece]:
        name = local(element)
        if name == "t":
            yield replace(like, text=element.text or "")
        elif name in SIGNS:
            yield replace(like, text=SIGNS[name])
        elif name == "br":
            paged = attribute(element, "type") == "page"
            yield PageBreak() if paged else replace(like, text="\n")
        elif name == "sym":
            yield replace(like, text=self._symbol(attribute(element, "char")))
        elif name in ("footnoteReference", "endnoteReference"):
            yield Run("", note=name[0] + attribute(element, "id"))
        elif name == "ruby":
            reading = "".join(each.text or "" for each in below(_or_self(element, "rt"), "t"))
            base = "".join(each.text or "" for each in below(_or_self(element, "rubyBase"), "t"))
            yield replace(like, text=base, ruby=reading)
        elif name in ("drawing", "pict", "object", "AlternateContent"):
            yield from self._drawn(element)

    def _symbol(self, code: str) -> str:
        if code.upper() not in SYMBOLS:
            self._notice.tell("symbol")
        return SYMBOLS.get(code.upper(), "□")

    def _drawn(self, element: etree._Element) -> Iterator[Piece]:
        """Pictures and text boxes; of the ways an mc:AlternateContent offers only the first with any."""
        if local(element) == "AlternateContent":
            for way in element:
                found = [piece for each in way for piece in self._drawn(each)]
                if found:
                    yield from found
                    return
            return
        boxes = list(_outermost(element, "txbxContent"))
        for box in boxes:
            self._notice.tell("textbox")
            yield TextBox(box)
        yield from images.pictures(element, self._related, self._read, self._notice)


def _or_self(element: etree._Element, name: str) -> etree._Element:
    found = child(element, name)
    return element if found is None else found


def _outermost(element: etree._Element, name: str) -> Iterator[etree._Element]:
    """Elements of this name that do not lie in one another; of alternatives the first with any."""
    for each in element:
        if local(each) == name:
            yield each
        elif local(each) == "AlternateContent":
            ways = ([*_outermost(way, name)] for way in each)
            yield from next((found for found in ways if found), [])
        else:
            yield from _outermost(each, name)


def _dressed(like: Run, look: Look, properties: etree._Element | None) -> Run:
    raised = attribute(child(properties, "vertAlign"), "val")
    return replace(
        like,
        bold=bool(look.bold),
        italic=bool(look.italic),
        underlined=attribute(child(properties, "u"), "val", "none") != "none",
        struck=bool(switched(properties, "strike") or switched(properties, "dstrike")),
        dots=attribute(child(properties, "em"), "val", "none") != "none",
        raised="sub" if raised == "subscript" else "sup" if raised == "superscript" else "",
    )
