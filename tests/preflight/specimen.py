"""Small press files, made by hand: a good PDF/X-4 page and a good PDF/X-1a page, to be spoilt."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pikepdf
from pikepdf import Array, Dictionary, Name, Pdf, Stream, String

MM = 72 / 25.4
#: The trimmed page begins here; the sheet is so much larger on every side.
MARGIN = 40.0
WIDTH, HEIGHT = 210 * MM, 285 * MM
TRIM = (MARGIN, MARGIN, MARGIN + WIDTH, MARGIN + HEIGHT)
BLEED = (TRIM[0] - 3 * MM, TRIM[1] - 3 * MM, TRIM[2] + 3 * MM, TRIM[3] + 3 * MM)
MEDIA = (0.0, 0.0, WIDTH + 2 * MARGIN, HEIGHT + 2 * MARGIN)
STAMP, XMP_STAMP = "D:20200301000000Z", "2020-03-01T00:00:00Z"
TO_UNICODE = (
    b"1 begincodespacerange <0000> <ffff> endcodespacerange "
    b"2 beginbfchar <0001> <6c5f> <0002> <6cb3> endbfchar"
)
#: A tint that bleeds, black text and a black line that overprint, a picture, a crop mark.
CONTENT = f"""
q 1 0 0 0 k {BLEED[0]} {BLEED[1]} 60 60 re f Q
q /Over gs 0 0 0 1 k BT /F1 9 Tf 1 0 0 1 200 400 Tm <00010002> Tj ET Q
q /Over gs 0 0 0 1 K 0.5 w 200 300 m 300 300 l S Q
q 48 0 0 48 200 500 cm /Im1 Do Q
q /All cs 1 scn 10 {TRIM[1]} 14 0.25 re f Q
"""
#: What only PDF/X-4 may have.
GLASS = "q /Glass gs 0 1 0 0 k 300 600 50 50 re f Q\n"
XMP = """<?xpacket begin="" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/"
 xmlns:xmp="http://ns.adobe.com/xap/1.0/" xmlns:xmpMM="http://ns.adobe.com/xap/1.0/mm/"
 xmlns:pdf="http://ns.adobe.com/pdf/1.3/" xmlns:pdfxid="http://www.npes.org/pdfx/ns/id/"
 xmp:CreateDate="{stamp}" xmp:ModifyDate="{stamp}" xmpMM:DocumentID="uuid:1"
 xmpMM:VersionID="1" xmpMM:RenditionClass="default" pdf:Trapped="False"
 pdfxid:GTS_PDFXVersion="PDF/X-4">
<dc:title><rdf:Alt><rdf:li xml:lang="x-default">环保简报</rdf:li></rdf:Alt></dc:title>
</rdf:Description></rdf:RDF></x:xmpmeta><?xpacket end="w"?>"""


def profile(device_class: bytes = b"prtr", space: bytes = b"CMYK", last: bytes = b"\0") -> bytes:
    """The head of an ICC profile, and nothing behind it."""
    head = bytearray(128)
    head[8:12] = b"\2\x40\0\0"
    head[12:16], head[16:20], head[36:40] = device_class, space, b"acsp"
    return bytes(head) + last


class Specimen:
    """A good file of one page in the making. Spoil ``pdf``, ``page`` and ``content``, then `save`."""

    def __init__(self, standard: str = "X-4") -> None:
        self.standard = standard
        self.pdf = Pdf.new()
        self.content = CONTENT + (GLASS if standard == "X-4" else "")
        self.version = "1.6" if standard == "X-4" else "1.4"
        self.page = self.add_page()
        self._declare()
        self.options: dict[str, Any] = {}
        self.spoil: Callable[[bytes], bytes] = lambda content: content

    def add_page(self, trim: tuple[float, ...] = TRIM) -> Dictionary:
        """One more page with all resources, empty but for what the first one gets."""
        page = self.pdf.make_indirect(
            Dictionary(
                Type=Name.Page,
                MediaBox=Array(MEDIA),
                TrimBox=Array(trim),
                BleedBox=Array(BLEED),
                Resources=self._resources(),
            )
        )
        if self.standard == "X-4":
            page.Group = Dictionary(S=Name.Transparency, CS=Name.DeviceCMYK)
        self.pdf.pages.append(pikepdf.Page(page))
        return self.pdf.pages[-1].obj

    def _resources(self) -> Dictionary:
        states = Dictionary(Over=Dictionary(OP=True, op=True, OPM=1))
        if self.standard == "X-4":
            states.Glass = Dictionary(ca=0.5, CA=0.5)
        return Dictionary(
            Font=Dictionary(F1=self.font()),
            XObject=Dictionary(Im1=self.picture()),
            ExtGState=states,
            ColorSpace=Dictionary(All=self.separation("All")),
        )

    def _declare(self) -> None:
        info = self.pdf.docinfo
        info.Title, info.Trapped = String("环保简报"), Name("/False")
        info.CreationDate = info.ModDate = String(STAMP)
        if self.standard == "X-1a":
            info.GTS_PDFXVersion = String("PDF/X-1a:2003")
        else:
            self.metadata(XMP.format(stamp=XMP_STAMP))
        self.pdf.Root.OutputIntents = Array([self.intent()])

    def metadata(self, packet: str) -> None:
        """Replace the XMP packet."""
        stream = Stream(self.pdf, packet.encode())
        stream.Type, stream.Subtype = Name.Metadata, Name.XML
        self.pdf.Root.Metadata = stream

    def intent(self) -> Dictionary:
        """An output intent for FOGRA39."""
        stream = Stream(self.pdf, profile())
        stream.N = 4
        return Dictionary(
            Type=Name.OutputIntent,
            S=Name.GTS_PDFX,
            OutputConditionIdentifier=String("FOGRA39"),
            RegistryName=String("http://www.color.org"),
            DestOutputProfile=stream,
        )

    def font(
        self, key: str = "/FontFile3", kind: str = "/CIDFontType0C", head: bytes = b"\1\0\4\1"
    ) -> Dictionary:
        """A composite font with two glyphs, 江 and 河."""
        program = Stream(self.pdf, head + b"rest of a font")
        if kind:
            program.Subtype = Name(kind)
        descendant = Dictionary(
            Type=Name.Font,
            Subtype=Name.CIDFontType0,
            BaseFont=Name("/ABCDEF+Song"),
            DW=1000,
            FontDescriptor=self.pdf.make_indirect(
                Dictionary({"/Type": Name.FontDescriptor, key: program})
            ),
        )
        return self.pdf.make_indirect(
            Dictionary(
                Type=Name.Font,
                Subtype=Name.Type0,
                BaseFont=Name("/ABCDEF+Song"),
                Encoding=Name("/Identity-H"),
                DescendantFonts=Array([self.pdf.make_indirect(descendant)]),
                ToUnicode=Stream(self.pdf, TO_UNICODE),
            )
        )

    def picture(
        self,
        size: int = 200,
        space: Any = Name.DeviceCMYK,
        parts: int = 4,
        bits: int = 8,
        byte: bytes = b"\x20",
    ) -> Stream:
        """A square picture of one colour."""
        stream = Stream(self.pdf, byte * ((size * parts * bits + 7) // 8 * size))
        stream.Type, stream.Subtype = Name.XObject, Name.Image
        stream.Width = stream.Height = size
        stream.BitsPerComponent, stream.ColorSpace = bits, space
        return stream

    def form(self, content: str, **keys: Any) -> Stream:
        """A form XObject over 100 by 100 pt."""
        stream = Stream(self.pdf, content.encode())
        stream.Type, stream.Subtype = Name.XObject, Name.Form
        stream.BBox = Array([0, 0, 100, 100])
        for key, value in keys.items():
            stream["/" + key] = value
        return stream

    def separation(self, name: str, alternate: Any = Name.DeviceCMYK) -> Array:
        """A Separation space."""
        parts = 3 if alternate == Name.DeviceRGB else 4
        function = Dictionary(
            FunctionType=2, Domain=Array([0, 1]), N=1, C0=Array([0] * parts), C1=Array([1] * parts)
        )
        return Array([Name.Separation, Name("/" + name), alternate, function])

    def icc(self, parts: int, last: bytes = b"other") -> Array:
        """An ICCBased space."""
        stream = Stream(self.pdf, profile(last=last))
        stream.N = parts
        return Array([Name.ICCBased, stream])

    def put(self, kind: str, name: str, thing: Any) -> None:
        """A resource of the page."""
        resources = self.page.Resources
        if kind not in resources:
            resources[kind] = Dictionary()
        resources[kind]["/" + name] = thing

    def add(self, content: str) -> None:
        """More content, in a state of its own."""
        self.content += f"q {content} Q\n"

    def save(self, path: Path) -> Path:
        """Write the file, spoilt as told."""
        if len(self.pdf.pages):
            self.page.Contents = Stream(self.pdf, self.content.encode())
        settings: dict[str, Any] = {
            "force_version": self.version,
            "deterministic_id": not self.options.get("encryption"),
            "object_stream_mode": pikepdf.ObjectStreamMode.disable,
            "stream_decode_level": pikepdf.StreamDecodeLevel.none,
            "compress_streams": False,
            "fix_metadata_version": False,
        }
        if "encryption" in self.options:
            del settings["stream_decode_level"]
        self.pdf.save(path, **{**settings, **self.options})
        path.write_bytes(self.spoil(path.read_bytes()))
        return path
