"""HTML → elements, structures and tagged files, small enough to be read in a test."""

from __future__ import annotations

from itertools import count
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

from pikepdf import Pdf
from weasyprint import HTML

from plugins.press.screen import tagtree
from plugins.press.screen.element import Annotation, Element, Mark
from plugins.press.screen.structure import Struct
from plugins.press.screen.tagging import tagging
from plugins.press.screen.tagtree import TagTree

VOID = "hr"


def elements(xml: str) -> Element:
    """The elements of a piece of well-formed HTML, as if each text were painted once on the first page.

    ``<x-link/>`` stands for a link annotation, ``img`` shows one mark.
    """
    numbers = count()
    root = Element("document")
    for each in ElementTree.fromstring(f"<root>{xml}</root>"):
        root.kids.append(_element(each, numbers))
    return root


def _element(source: Any, numbers: Any) -> Element:
    made = Element(source.tag, source)
    made.span = (int(source.get("colspan", 1)), int(source.get("rowspan", 1)))
    if source.tag == "img":
        made.kids.append(Mark(0, next(numbers), "", (1.0, 2.0, 3.0, 4.0)))
    _text(made, source.text, numbers)
    for each in source:
        kid = Annotation(0, None) if each.tag == "x-link" else _element(each, numbers)
        made.kids.append(kid)
        _text(made, each.tail, numbers)
    return made


def _text(element: Element, text: str | None, numbers: Any) -> None:
    if text and text.strip():
        element.kids.append(Mark(0, next(numbers), text))


def drawn(struct: Struct) -> str:
    """A structure as one line: ``Sect(H1[words] P[words])``."""
    inside = " ".join(drawn(kid) for kid in struct.structs)
    words = "".join(kid.text for kid in struct.kids if isinstance(kid, Mark))
    return struct.role + (f"[{words}]" if words else "") + (f"({inside})" if inside else "")


def found(struct: Struct, role: str) -> list[Struct]:
    """All elements of a role, in order."""
    return [each for each in struct.walk() if each.role == role]


PAGE = "@page { size: 60mm 80mm; margin: 10mm } html { font: 12px sans-serif } body { margin: 0 } img { width: 20px }"
#: A drawing of 1 × 1.
DOT = (
    "data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAIAAACQd1PeAAAADElEQVR4nGNgYPgPAAEDAQAIic"
    "LsAAAAAElFTkSuQmCC"
)


def write(file: Path, body: str, styles: str = "") -> Path:
    """A tagged PDF of an HTML body."""
    html = (
        f'<html lang="zh-CN"><style>{PAGE}{styles}</style><body class="inside">{body}</body></html>'
    )
    with tagging():
        HTML(string=html).write_pdf(file, pdf_tags=True, uncompressed_pdf=True)
    return file


def tree(file: Path) -> TagTree:
    """The structure of a file."""
    with Pdf.open(file) as pdf:
        return tagtree.read(pdf)
