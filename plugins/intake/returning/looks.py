"""How words look in a Word file that came back: its styles by name, the properties of its runs."""

from __future__ import annotations

import re
from dataclasses import dataclass

from lxml import etree

from plugins.intake.collation.record import NO_MARKS
from plugins.intake.docx.names import attribute, below, child, local, switched
from plugins.intake.sending.styling import CHARACTERS, STYLES

#: Names of styles that Word and WPS write in another way when they save a file.
OTHERS = {
    **{f"标题 {n}": f"heading-{n}" for n in range(1, 6)},
    **{"标题": "headline", "副标题": "deck", "正文文本": "paragraph", "题注": "caption"},
    **{"脚注文本": "footnote", "引用": "quote"},
}
ROLES = {style.name.lower(): role for role, style in STYLES.items()} | OTHERS
LEVELLED = re.compile(r"(heading|item|numbered|more)-(\d)")
RAISED = {"subscript": "sub", "superscript": "sup"}
MARKS = {name.lower(): mark for mark, (name, _) in CHARACTERS.items()} | {
    "strong": "strong",
    "emphasis": "em",
}
#: Looks that links and marks of notes have by their style alone.
SILENT = frozenset({"href", "note"})


@dataclass(frozen=True, slots=True)
class Role:
    """Role and level of a paragraph; "" for a style that is none of ours."""

    name: str
    level: int = 0


class Looks:
    """The styles of a file by the ids that its paragraphs and runs use."""

    def __init__(self, styles: etree._Element | None) -> None:
        self._names: dict[str, str] = {}
        for each in below(styles, "style") if styles is not None else ():
            name = attribute(child(each, "name"), "val")
            self._names[attribute(each, "styleId")] = name.lower()

    def role(self, properties: etree._Element | None) -> Role:
        """The role of a paragraph by its w:pPr."""
        name = self._names.get(attribute(child(properties, "pStyle"), "val"), "")
        role = ROLES.get(name, "")
        match = LEVELLED.fullmatch(role)
        return Role(match[1], int(match[2])) if match else Role(role)

    def marks(self, properties: etree._Element | None) -> frozenset[str]:
        """The marks of a run by its w:rPr; what a style of paragraphs says is none."""
        if properties is None:
            return NO_MARKS
        style = self._names.get(attribute(child(properties, "rStyle"), "val"), "")
        found = {MARKS[style]} - SILENT if style in MARKS else set()
        for name, mark in (("b", "strong"), ("i", "em"), ("strike", "del")):
            if switched(properties, name):
                found.add(mark)
        line = attribute(child(properties, "u"), "val", "none")
        if line != "none" and style != "hyperlink":
            found.add("ins" if line == "double" else "u")
        raised = RAISED.get(attribute(child(properties, "vertAlign"), "val"))
        found |= {raised} if raised else set()
        if attribute(child(properties, "em"), "val", "none") != "none":
            found.add("dots")
        return frozenset(found)


def is_gone(element: etree._Element) -> bool:
    """Whether an element holds what a tracked change took away (17.13.5)."""
    return local(element) in ("del", "moveFrom")
