"""The small parts beside the text: settings, numbering, folios, footnotes, properties. Pure.

ECMA-376 Part 1: 17.15 settings, 17.9 numbering, 17.10 footers, 17.11 footnotes; Part 1, 15.2.12.2
custom properties. Elements stand in the order of the schema.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping
from datetime import date
from xml.sax.saxutils import escape, quoteattr

from plugins.intake.collation.record import Passage
from plugins.intake.sending.manner import Manner, twips
from plugins.intake.sending.styling import W, mark_id
from plugins.intake.sending.wording import Writer

R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
WP = "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"
SPACES = f'xmlns:w="{W}" xmlns:r="{R}" xmlns:wp="{WP}"'
CUSTOM = "http://schemas.openxmlformats.org/officeDocument/2006/custom-properties"
TYPES = "http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes"
CORE = "http://schemas.openxmlformats.org/package/2006/metadata/core-properties"
#: The set of properties that users define ([MS-OSHARED] 2.3.3.2).
FORMAT = "{D5CDD505-2E9C-101B-9397-08002B2CF9AE}"
SENT = "urn:bulletin:sent"
ITEM = "{6A1C0D3E-52B7-4F0B-9D57-2E8B7A1F9C01}"
BULLETS = "•–·"


def settings_xml() -> bytes:
    """Tracked changes on; folios of even and odd pages; footnotes' separators named."""
    notes = '<w:footnote w:id="-1"/><w:footnote w:id="0"/>'
    return (
        f'<w:settings {SPACES}><w:zoom w:percent="100"/><w:trackRevisions/>'
        '<w:defaultTabStop w:val="420"/><w:evenAndOddHeaders/>'
        '<w:characterSpacingControl w:val="compressPunctuation"/>'
        f"<w:footnotePr>{notes}</w:footnotePr><w:compat><w:useFELayout/>"
        '<w:compatSetting w:name="compatibilityMode" '
        'w:uri="http://schemas.microsoft.com/office/word" w:val="15"/></w:compat>'
        '<w:themeFontLang w:val="en-US" w:eastAsia="zh-CN"/></w:settings>'
    ).encode()


def numbering_xml(lists: int) -> bytes:
    """List 1 has bullets; lists 2 … ``lists`` + 1 have numbers, each from 1."""
    bullets = "".join(_level(n, "bullet", BULLETS[n]) for n in range(3))
    numbers = "".join(_level(n, "decimal", f"%{n + 1}.") for n in range(3))
    made = f'<w:abstractNum w:abstractNumId="0"><w:multiLevelType w:val="multilevel"/>{bullets}</w:abstractNum>'
    made += f'<w:abstractNum w:abstractNumId="1"><w:multiLevelType w:val="multilevel"/>{numbers}</w:abstractNum>'
    made += '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
    again = "".join(
        f'<w:lvlOverride w:ilvl="{n}"><w:startOverride w:val="1"/></w:lvlOverride>'
        for n in range(3)
    )
    for number in range(2, lists + 2):
        made += f'<w:num w:numId="{number}"><w:abstractNumId w:val="1"/>{again}</w:num>'
    return f"<w:numbering {SPACES}>{made}</w:numbering>".encode()


def _level(number: int, form: str, text: str) -> str:
    left = 420 * (number + 2)
    return (
        f'<w:lvl w:ilvl="{number}"><w:start w:val="1"/><w:numFmt w:val="{form}"/>'
        f'<w:lvlText w:val="{text}"/><w:lvlJc w:val="left"/>'
        f'<w:pPr><w:ind w:leftChars="0" w:left="{left}" w:hangingChars="0" w:hanging="420"/></w:pPr></w:lvl>'
    )


def footer_xml(manner: Manner, align: str) -> bytes:
    """«— 1 —» at the outer edge, a character from it (GB/T 9704-2012, 7.5)."""
    half = round(manner.folio_pt * 2)
    look = (
        f"<w:rPr><w:rFonts w:ascii={quoteattr(manner.folio)} w:hAnsi={quoteattr(manner.folio)}"
        f' w:eastAsia={quoteattr(manner.folio)}/><w:sz w:val="{half}"/></w:rPr>'
    )
    indent = (
        f'<w:ind w:leftChars="100" w:left="{half * 10}" w:rightChars="100" w:right="{half * 10}"/>'
    )
    return (
        f'<w:ftr {SPACES}><w:p><w:pPr>{indent}<w:jc w:val="{align}"/></w:pPr>'
        f'<w:r>{look}<w:t xml:space="preserve">— </w:t></w:r>'
        f'<w:fldSimple w:instr=" PAGE "><w:r>{look}<w:t>1</w:t></w:r></w:fldSimple>'
        f'<w:r>{look}<w:t xml:space="preserve"> —</w:t></w:r></w:p></w:ftr>'
    ).encode()


def section(manner: Manner, inside: str = "") -> str:
    """w:sectPr: page, margins, grid; ``inside``: footers and where the folios begin."""
    width, height = (twips(each) for each in manner.page_mm)
    top, right, bottom, left = (twips(each) for each in manner.margins_mm)
    foot = bottom - twips(manner.folio_mm) - round(manner.folio_pt * 20)
    measure = manner.measure
    grid = ""
    if manner.is_official:  # 22 lines (5.2.3); the 28 characters are in the styles
        grid = f'<w:docGrid w:type="lines" w:linePitch="{measure[1] // 22}"/>'
    footers, _, folios = inside.partition("|")
    return (
        f'<w:sectPr>{footers}<w:type w:val="nextPage"/><w:pgSz w:w="{width}" w:h="{height}"/>'
        f'<w:pgMar w:top="{top}" w:right="{right}" w:bottom="{bottom}" w:left="{left}"'
        f' w:header="851" w:footer="{foot}" w:gutter="0"/>{folios}{grid}</w:sectPr>'
    )


def footnotes_xml(notes: Iterable[Passage], writer: Writer) -> bytes:
    """word/footnotes.xml: the two separators, then the notes by number."""
    by_number: dict[str, list[Passage]] = {}
    for each in notes:
        by_number.setdefault(each.note, []).append(each)
    made = "".join(
        f'<w:footnote w:type="{kind}" w:id="{number}"><w:p><w:r><w:{element}/></w:r></w:p></w:footnote>'
        for number, kind, element in (
            (-1, "separator", "separator"),
            (0, "continuationSeparator", "continuationSeparator"),
        )
    )
    mark = (
        f'<w:r><w:rPr><w:rStyle w:val="{mark_id("note")}"/></w:rPr><w:footnoteRef/></w:r>'
        '<w:r><w:t xml:space="preserve"> </w:t></w:r>'
    )
    for number, passages in by_number.items():
        words = [
            writer.paragraph(each, before="" if place else mark)
            for place, each in enumerate(passages)
        ]
        made += f'<w:footnote w:id="{number}">{"".join(words)}</w:footnote>'
    return f"<w:footnotes {SPACES}>{made}</w:footnotes>".encode()


def custom_xml(properties: Mapping[str, str]) -> bytes:
    """docProps/custom.xml: what a programme that gets the file back must know."""
    rows = "".join(
        f'<property fmtid="{FORMAT}" pid="{number}" name={quoteattr(name)}>'
        f"<vt:lpwstr>{escape(value)}</vt:lpwstr></property>"
        for number, (name, value) in enumerate(properties.items(), start=2)
    )
    return f'<Properties xmlns="{CUSTOM}" xmlns:vt="{TYPES}">{rows}</Properties>'.encode()


def core_xml(title: str, subject: str, author: str, identifier: str, day: date) -> bytes:
    """docProps/core.xml; the day is the one of sending, not the clock's."""
    when = f"{day.isoformat()}T00:00:00Z"
    stamp = 'xsi:type="dcterms:W3CDTF"'
    return (
        f'<cp:coreProperties xmlns:cp="{CORE}" xmlns:dc="http://purl.org/dc/elements/1.1/"'
        ' xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">'
        f"<dc:title>{escape(title)}</dc:title><dc:subject>{escape(subject)}</dc:subject>"
        f"<dc:creator>{escape(author)}</dc:creator><dc:identifier>{escape(identifier)}</dc:identifier>"
        "<dc:language>zh-CN</dc:language>"
        f"<dcterms:created {stamp}>{when}</dcterms:created>"
        f"<dcterms:modified {stamp}>{when}</dcterms:modified></cp:coreProperties>"
    ).encode()


def sent_xml(passages: Iterable[Passage], pictures: Mapping[str, bytes]) -> bytes:
    """The words as they were sent, a passage each, and digests of the pictures, by their sources.

    What comes back is compared with these.
    """
    rows = ""
    for each in passages:
        attributes = f"role={quoteattr(each.role)}"
        if each.picture in pictures:
            digest = hashlib.sha256(pictures[each.picture]).hexdigest()
            attributes += f' picture={quoteattr(each.picture)} digest="{digest}"'
        rows += f"<p {attributes}>{escape(each.text)}</p>"
    return f'<sent xmlns="{SENT}">{rows}</sent>'.encode()


def item_properties_xml() -> bytes:
    """What keeps the words as sent in the file when Word saves it (Part 1, 22.5)."""
    space = "http://schemas.openxmlformats.org/officeDocument/2006/customXml"
    schema = f'<ds:schemaRefs><ds:schemaRef ds:uri="{SENT}"/></ds:schemaRefs>'
    return f'<ds:datastoreItem xmlns:ds="{space}" ds:itemID="{ITEM}">{schema}</ds:datastoreItem>'.encode()
