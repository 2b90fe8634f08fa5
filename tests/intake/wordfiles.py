"""Word files made for the tests: by python-docx, and what it cannot make by raw XML."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Callable, Iterable
from typing import Any

from docx import Document
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from docx.shared import Cm, Pt
from PIL import Image

ALIGNS = {"center": WD_ALIGN_PARAGRAPH.CENTER, "right": WD_ALIGN_PARAGRAPH.RIGHT}
NOTES_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.footnotes+xml"
NOTES_RELATION = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/footnotes"


def picture(
    width: int = 60,
    height: int = 40,
    colour: tuple[int, int, int] = (30, 120, 90),
    kind: str = "PNG",
) -> bytes:
    made = io.BytesIO()
    Image.new("RGB", (width, height), colour).save(made, kind)
    return made.getvalue()


def saved(document: Any) -> bytes:
    made = io.BytesIO()
    document.save(made)
    return made.getvalue()


def bare() -> Any:
    """A document without Word's own styles in use: what WPS writes."""
    return Document()


def line(
    document: Any,
    text: str,
    *,
    align: str = "",
    size: float = 0,
    bold: bool = False,
    indent: str = "",
) -> Any:
    """A paragraph in the normal style, its look said directly."""
    paragraph = document.add_paragraph()
    run = paragraph.add_run(indent + text)
    run.bold = bold or None
    if size:
        run.font.size = Pt(size)
    if align:
        paragraph.alignment = ALIGNS[align]
    return paragraph


def wps(lines: Iterable[str], *, title_size: float = 22) -> bytes:
    """A text as WPS users type it: first line centred and large, U+3000 indents, typed numbers, no styles."""
    document = bare()
    first, *rest = lines
    line(document, first, align="center", size=title_size)
    for each in rest:
        line(document, each, indent="　　", size=16)
    return saved(document)


def xml(content: str) -> Any:
    return parse_xml(
        content.replace("<w:p>", f"<w:p {nsdecls('w')}>", 1).replace(
            "<w:r>", f"<w:r {nsdecls('w')}>", 1
        )
        if "xmlns:w=" not in content
        else content
    )


def append_xml(document: Any, content: str) -> None:
    """Put raw XML before the last section properties; its first element gets the name spaces."""
    spaces = (
        'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
        'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
        'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" '
        'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" '
        'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
        'xmlns:v="urn:schemas-microsoft-com:vml" '
        'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math" '
        'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
    )
    name = re.match(r"<([\w:]+)", content)
    assert name
    element = parse_xml(content.replace(f"<{name[1]}", f"<{name[1]} {spaces}", 1))
    body = document.element.body
    body.insert(len(body) - 1, element)


def with_parts(data: bytes, change: Callable[[dict[str, bytes]], None]) -> bytes:
    """The archive with its parts changed."""
    with zipfile.ZipFile(io.BytesIO(data)) as opened:
        parts = {name: opened.read(name) for name in opened.namelist()}
    change(parts)
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as packed:
        for name, content in parts.items():
            packed.writestr(name, content)
    return made.getvalue()


def with_footnotes(data: bytes, notes: Iterable[str]) -> bytes:
    """The document with a part of footnotes; ids count from 1."""
    space = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
    told = "".join(
        f'<w:footnote w:id="{n}"><w:p><w:r><w:footnoteRef/></w:r><w:r><w:t xml:space="preserve"> {note}</w:t></w:r></w:p></w:footnote>'
        for n, note in enumerate(notes, start=1)
    )
    separator = (
        '<w:footnote w:type="separator" w:id="-1"><w:p><w:r><w:separator/></w:r></w:p></w:footnote>'
    )

    def change(parts: dict[str, bytes]) -> None:
        parts["word/footnotes.xml"] = (
            f"<w:footnotes {space}>{separator}{told}</w:footnotes>".encode()
        )
        types = parts["[Content_Types].xml"].decode()
        parts["[Content_Types].xml"] = types.replace(
            "</Types>",
            f'<Override PartName="/word/footnotes.xml" ContentType="{NOTES_TYPE}"/></Types>',
        ).encode()
        rels = parts["word/_rels/document.xml.rels"].decode()
        parts["word/_rels/document.xml.rels"] = rels.replace(
            "</Relationships>",
            f'<Relationship Id="rIdNotes" Type="{NOTES_RELATION}" Target="footnotes.xml"/></Relationships>',
        ).encode()

    return with_parts(data, change)


def refer(paragraph: Any, note: int) -> None:
    """A footnote reference at the end of a paragraph."""
    space = nsdecls("w")
    paragraph._p.append(parse_xml(f'<w:r {space}><w:footnoteReference w:id="{note}"/></w:r>'))


def add_picture(document: Any, data: bytes, description: str = "") -> None:
    document.add_picture(io.BytesIO(data), width=Cm(8))
    if description:
        shape = document.inline_shapes[-1]
        shape._inline.docPr.set("descr", description)
