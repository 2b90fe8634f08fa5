"""Names of font subsets: two subsets of one face in one file must not bear one name.

Pages, slug lines and spines are set apart, each with its own subset under the same tag; a raster
processor that keeps fonts by name would print one with the glyphs of the other
(ISO 32000-1, 9.6.4: different subsets in the same file have different tags).
"""

from __future__ import annotations

import re
from hashlib import sha256
from typing import Any

from pikepdf import Dictionary, Name, Pdf

TAGGED = re.compile(r"/[A-Z]{6}\+")
FILES = ("/FontFile", "/FontFile2", "/FontFile3")
LETTERS = 26


def retag(pdf: Pdf) -> None:
    """Give every font subset of ``pdf`` a tag made of its font file, in place."""
    for font in pdf.objects:
        if isinstance(font, Dictionary) and font.get("/Type") == Name.Font:
            tag = _tag(_descriptor(font))
            if tag and TAGGED.match(str(font.get("/BaseFont", ""))):
                _rename(font, "/BaseFont", tag)
                if "/FontDescriptor" in font:
                    _rename(font.FontDescriptor, "/FontName", tag)


def _descriptor(font: Any) -> Any:
    """A font's descriptor, or that of its one descendant (ISO 32000-1, 9.7.6)."""
    below = font.get("/DescendantFonts")
    return (below[0] if below else font).get("/FontDescriptor", Dictionary())


def _tag(descriptor: Any) -> str:
    """Six letters for the font file; nothing when none is embedded."""
    file = next((descriptor[key] for key in FILES if key in descriptor), None)
    if file is None:
        return ""
    number = int.from_bytes(sha256(file.read_raw_bytes()).digest()[:8], "big")
    return "".join(chr(ord("A") + number // LETTERS**place % LETTERS) for place in range(6))


def _rename(holder: Any, key: str, tag: str) -> None:
    holder[key] = Name("/" + tag + "+" + str(holder[key]).split("+", 1)[1])
