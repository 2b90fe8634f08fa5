"""The XMP packet of a press file (ISO 16684-1; its PDF/X part: ISO 15930-7, 6.7)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from uuid import UUID
from xml.sax.saxutils import escape

from plugins.press.prepress.recipe import Standard

PRODUCER = "bulletin-press"
#: GTS_PDFXVersion of each standard.
VERSIONS: dict[Standard, str] = {"X-4": "PDF/X-4", "X-1a": "PDF/X-1a:2003"}

#: Where XMP says so: X-4 in its own space; X-1a's is a copy of the document information.
VERSION_SPACES: dict[Standard, str] = {"X-4": "pdfxid", "X-1a": "pdfx"}


@dataclass(frozen=True, slots=True)
class Facts:
    """What a press file says of itself: its title, the issue's date (never the clock's), who made it."""

    title: str
    published: date
    author: str = ""

    @property
    def pdf_date(self) -> str:
        """The date as document information has it (ISO 32000-1, 7.9.4)."""
        return f"D:{self.published:%Y%m%d}000000Z"

    @property
    def xmp_date(self) -> str:
        """The date as XMP has it."""
        return f"{self.published:%Y-%m-%d}T00:00:00Z"


def packet(facts: Facts, standard: Standard, digest: bytes) -> bytes:
    """The packet, in UTF-8. ``digest``: 32 bytes that change with the content; ids come of them."""
    when, space = facts.xmp_date, VERSION_SPACES[standard]
    creator = f"<dc:creator><rdf:Seq><rdf:li>{escape(facts.author)}</rdf:li></rdf:Seq></dc:creator>"
    return f"""<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/">
<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about=""
 xmlns:dc="http://purl.org/dc/elements/1.1/"
 xmlns:pdf="http://ns.adobe.com/pdf/1.3/"
 xmlns:pdfx="http://ns.adobe.com/pdfx/1.3/"
 xmlns:pdfxid="http://www.npes.org/pdfx/ns/id/"
 xmlns:xmp="http://ns.adobe.com/xap/1.0/"
 xmlns:xmpMM="http://ns.adobe.com/xap/1.0/mm/">
<dc:format>application/pdf</dc:format>
<dc:title><rdf:Alt><rdf:li xml:lang="x-default">{escape(facts.title)}</rdf:li></rdf:Alt></dc:title>
{creator if facts.author else ""}<pdf:Producer>{PRODUCER}</pdf:Producer>
<pdf:Trapped>False</pdf:Trapped>
<{space}:GTS_PDFXVersion>{VERSIONS[standard]}</{space}:GTS_PDFXVersion>
<xmp:CreateDate>{when}</xmp:CreateDate>
<xmp:ModifyDate>{when}</xmp:ModifyDate>
<xmp:MetadataDate>{when}</xmp:MetadataDate>
<xmp:CreatorTool>{PRODUCER}</xmp:CreatorTool>
<xmpMM:DocumentID>uuid:{UUID(bytes=digest[:16], version=4)}</xmpMM:DocumentID>
<xmpMM:InstanceID>uuid:{UUID(bytes=digest[16:], version=4)}</xmpMM:InstanceID>
<xmpMM:RenditionClass>default</xmpMM:RenditionClass>
<xmpMM:VersionID>1</xmpMM:VersionID>
</rdf:Description>
</rdf:RDF>
</x:xmpmeta>
<?xpacket end="w"?>""".encode()
