"""Fonts as PDF 1.4 knows them: the bare CFF program instead of a whole OpenType file.

PDF/X-1a stands on PDF 1.4, where /FontFile3 may be /Type1C or /CIDFontType0C; /OpenType came with
PDF 1.6 (ISO 32000-1, table 126; ISO 15930-4, 6.3).
"""

from __future__ import annotations

import struct
from typing import Any

from pikepdf import Dictionary, Name, Pdf

#: sfnt: version, number of tables, three numbers for searching; then a record a table.
HEAD, RECORD = 12, struct.Struct(">4sIII")


def bare_fonts(pdf: Pdf) -> int:
    """Turn every /OpenType font file with a CFF table into its bare table, in place.

    Returns how many there were. Raises ValueError for one without: TrueType belongs in /FontFile2.
    """
    made: dict[tuple[int, int], Any] = {}
    for descriptor in _descriptors(pdf):
        old = descriptor.FontFile3
        if old.objgen not in made:
            made[old.objgen] = pdf.make_stream(
                cff_table(old.read_bytes()), Subtype=Name.CIDFontType0C
            )
        descriptor.FontFile3 = made[old.objgen]
    return len(made)


def _descriptors(pdf: Pdf) -> list[Any]:
    return [
        each
        for each in pdf.objects
        if isinstance(each, Dictionary)
        and each.get("/Type") == Name.FontDescriptor
        and "/FontFile3" in each
        and each.FontFile3.get("/Subtype") == Name.OpenType
    ]


def cff_table(font: bytes) -> bytes:
    """The CFF table of an OpenType file. Raises ValueError when there is none."""
    count = int.from_bytes(font[4:6], "big")
    records = font[HEAD : HEAD + count * RECORD.size]
    if len(records) == count * RECORD.size:
        for tag, _, start, length in RECORD.iter_unpack(records):
            if tag == b"CFF " and start + length <= len(font):
                return font[start : start + length]
    raise ValueError("an OpenType font file without CFF table")
