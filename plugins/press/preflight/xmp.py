"""The XMP packet of a PDF (ISO 16684-1) and the dates of XMP and Info (ISO 32000-1, 7.9.4)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta, timezone

from lxml import etree

RDF = "{http://www.w3.org/1999/02/22-rdf-syntax-ns#}"
#: Usual prefixes of the namespaces that PDF/X names.
PREFIXES = {
    "http://purl.org/dc/elements/1.1/": "dc",
    "http://ns.adobe.com/xap/1.0/": "xmp",
    "http://ns.adobe.com/xap/1.0/mm/": "xmpMM",
    "http://ns.adobe.com/pdf/1.3/": "pdf",
    "http://ns.adobe.com/pdfx/1.3/": "pdfx",
    "http://www.npes.org/pdfx/ns/id/": "pdfxid",
}
PDF_DATE = re.compile(
    r"D:(\d{4})(\d\d)?(\d\d)?(\d\d)?(\d\d)?(\d\d)?(?:(Z)(?:00'?(?:00'?)?)?|([+-])(\d\d)'?(?:(\d\d)'?)?)?"
)
XMP_DATE = re.compile(
    r"(\d{4})-(\d\d)-(\d\d)T(\d\d):(\d\d)(?::(\d\d))?(?:\.\d+)?(?:(Z)|([+-])(\d\d):(\d\d))?"
)


def read(packet: bytes) -> dict[str, str] | None:
    """Simple properties as «prefix:name» → text (of lists and language choices the first).

    None when it is no XML with an RDF description. Entities are not followed.
    """
    parser = etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=False)
    try:
        root = etree.fromstring(packet.strip(b" \t\r\n\0\xef\xbb\xbf"), parser)
    except (etree.XMLSyntaxError, ValueError):
        return None
    found = list(root.iter(RDF + "Description"))
    return dict(pair for each in found for pair in _properties(each)) if found else None


def _properties(description: etree._Element) -> Iterator[tuple[str, str]]:
    for key, value in description.attrib.items():
        yield _short(str(key)), str(value)
    for each in description:
        if not isinstance(each.tag, str):
            continue
        first = next(each.iter(RDF + "li"), each)
        yield _short(each.tag), (first.text or "").strip()


def _short(tag: str) -> str:
    space, _, local = tag.removeprefix("{").rpartition("}")
    return f"{PREFIXES.get(space, space)}:{local}"


def pdf_date(text: str) -> datetime | None:
    """A date as Info has it; None when it is none."""
    return _date(PDF_DATE.fullmatch(text))


def xmp_date(text: str) -> datetime | None:
    """A date as XMP has it, to the minute at least; None when it is none."""
    return _date(XMP_DATE.fullmatch(text))


def _date(match: re.Match[str] | None) -> datetime | None:
    if match is None:
        return None
    year, month, day, hour, minute, second, zulu, sign, hours, minutes = match.groups()
    offset = timedelta(hours=int(hours or 0), minutes=int(minutes or 0))
    try:
        zone = UTC if zulu or not sign else timezone(-offset if sign == "-" else offset)
        return datetime(
            *(int(year), int(month or 1), int(day or 1)),
            *(int(hour or 0), int(minute or 0), int(second or 0)),
            tzinfo=zone,
        )
    except ValueError:
        return None
