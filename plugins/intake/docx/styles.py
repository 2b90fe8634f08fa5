"""word/styles.xml: what a paragraph looks like by its style, along the chain of w:basedOn (17.7.4)."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import cast

from lxml import etree

from plugins.intake.docx.names import attribute, below, child, local, number, switched
from plugins.intake.draft import Align

#: A chain of styles that points back at itself is cut here.
LONGEST_CHAIN = 20
HEADING = re.compile(r"(?:heading|标题)\s*([1-9])", re.IGNORECASE)
TITLES = frozenset({"title", "标题", "大标题", "文章标题", "公文标题", "主标题"})
CAPTIONS = frozenset({"caption", "题注", "图注", "图说"})
CONTENTS = re.compile(r"toc(?: |\d|heading)|目录", re.IGNORECASE)
ALIGNS = {
    "center": "center", "right": "right", "end": "right", "left": "left", "start": "left",
    "both": "", "distribute": "",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Look:
    """How letters and paragraphs of a style look; None and 0: not said."""

    name: str = ""
    heading: int = 0
    bold: bool | None = None
    italic: bool | None = None
    size: float = 0.0
    align: Align | None = None
    is_indented: bool | None = None
    numbering: tuple[str, int] | None = None

    @property
    def is_title(self) -> bool:
        """Whether the style is for headlines of whole texts."""
        return self.name.lower() in TITLES

    @property
    def is_caption(self) -> bool:
        """Whether the style is for captions."""
        return self.name.lower() in CAPTIONS

    @property
    def is_contents(self) -> bool:
        """Whether the style is for a generated table of contents."""
        return bool(CONTENTS.match(self.name))


def of_properties(paragraph: etree._Element | None, run: etree._Element | None) -> Look:
    """The look that w:pPr and w:rPr say directly."""
    level = attribute(child(paragraph, "outlineLvl"), "val")
    align = attribute(child(paragraph, "jc"), "val")
    size = number(attribute(child(run, "sz"), "val")) / 2
    return Look(
        heading=int(number(level)) + 1 if level and number(level) < 9 else 0,
        bold=switched(run, "b"),
        italic=switched(run, "i"),
        size=size,
        align=cast(Align, ALIGNS.get(align, "")) if align else None,
        is_indented=_indent(child(paragraph, "ind")),
        numbering=_numbering(child(paragraph, "numPr")),
    )


def over(below_: Look, above: Look) -> Look:
    """``above`` where it says something, else ``below_``."""
    return replace(
        above,
        name=above.name or below_.name,
        heading=above.heading or below_.heading,
        bold=below_.bold if above.bold is None else above.bold,
        italic=below_.italic if above.italic is None else above.italic,
        size=above.size or below_.size,
        align=below_.align if above.align is None else above.align,
        is_indented=below_.is_indented if above.is_indented is None else above.is_indented,
        numbering=above.numbering or below_.numbering,
    )


def _indent(element: etree._Element | None) -> bool | None:
    if element is None:
        return None
    first = number(attribute(element, "firstLine")) or number(attribute(element, "firstLineChars"))
    return first > 0


def _numbering(element: etree._Element | None) -> tuple[str, int] | None:
    name = attribute(child(element, "numId"), "val")
    level = attribute(child(element, "ilvl"), "val", "0")
    return (name, int(number(level))) if name else None


class Styles:
    """The styles of a file, each with all it is based on."""

    def __init__(self, root: etree._Element | None) -> None:
        self._elements = {
            attribute(each, "styleId"): each
            for each in (() if root is None else below(root, "style"))
        }
        defaults = None if root is None else child(root, "docDefaults")
        self._default = of_properties(
            child(defaults, "pPrDefault", "pPr"), child(defaults, "rPrDefault", "rPr")
        )
        self._known: dict[str, Look] = {}
        self._normal = next(
            (
                name
                for name, each in self._elements.items()
                if attribute(each, "type") == "paragraph" and attribute(each, "default") == "1"
            ),
            "",
        )

    def paragraph(self, style: str) -> Look:
        """The look of a paragraph of this style ("": the file's normal one)."""
        return over(self._default, self.look(style or self._normal))

    def look(self, style: str) -> Look:
        """What a style says, with all it is based on, and nothing of the file's defaults."""
        if style not in self._known:
            self._known[style] = self._chain(style)
        return self._known[style]

    def _chain(self, style: str) -> Look:
        made, seen = Look(), 0
        names: list[str] = []
        while style in self._elements and seen < LONGEST_CHAIN:
            element = self._elements[style]
            names.append(attribute(child(element, "name"), "val"))
            made = over(of_properties(child(element, "pPr"), child(element, "rPr")), made)
            style, seen = attribute(child(element, "basedOn"), "val"), seen + 1
        by_name = next((int(m[1]) for m in map(HEADING.fullmatch, names) if m), 0)
        return replace(made, name=names[0] if names else "", heading=by_name or made.heading)


def style_of(properties: etree._Element | None) -> str:
    """The name of the style that w:pPr or w:rPr asks for."""
    for each in properties if properties is not None else ():
        if local(each) in ("pStyle", "rStyle"):
            return attribute(each, "val")
    return ""
