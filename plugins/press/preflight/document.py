"""A PDF file → `Document`: everything that the rules look at. Nothing of pikepdf goes beyond here
but the streams of pictures."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from hashlib import sha256
from pathlib import Path
from typing import Any

from pikepdf import Array, DataDecodingError, PasswordError, Pdf, PdfError

from plugins.press.preflight import features, intent, xmp
from plugins.press.preflight.features import Feature
from plugins.press.preflight.intent import Intent
from plugins.press.preflight.pagefacts import PageFacts
from plugins.press.preflight.pagewalk import pages
from plugins.press.preflight.plain import Unreadable, child, data, name, pairs, raw, words
from plugins.press.preflight.plates import Plates
from plugins.press.preflight.record import Expected
from plugins.press.preflight.walk import Shelf

#: Beyond this a preflight of pages would take minutes; no printer takes such a file.
MOST_PAGES = 5000
HEADER = b"%PDF-"
VERSION = re.compile(r"\d\.\d")


@dataclass(slots=True)
class Document:
    """One file. ``info`` without slashes, Trapped as its name; ``xmp`` None: missing or broken.

    ``broken``: why it could not be opened; ``locked``: it needs a password. ``standard`` is what
    it is judged by, ``claims`` what it says of itself.
    """

    file: str
    size: int
    sha256: str
    broken: str = ""
    locked: bool = False
    encrypted: bool = False
    damage: tuple[str, ...] = ()
    version: str = ""
    standard: str = "X-4"
    claims: str = ""
    info: dict[str, str] = field(default_factory=dict)
    has_xmp: bool = False
    xmp: dict[str, str] | None = None
    has_id: bool = False
    intents: tuple[Intent, ...] = ()
    features: tuple[Feature, ...] = ()
    pages: list[PageFacts] = field(default_factory=list)
    plates: Plates = field(default_factory=Plates)

    @property
    def press_intent(self) -> Intent | None:
        """The output intent that counts."""
        return next((each for each in self.intents if each.for_press), None)

    def having(self, *kinds: str) -> Iterator[Feature]:
        """The features of some kinds."""
        return (each for each in self.features if each.kind in kinds)


def read(file: Path, order: Expected, measured: dict[str, float]) -> Document:
    """Read a file as far as it can be read. ``measured``: ink of pictures known from other files,
    by the SHA-256 of their data; what is measured now is added.

    Raises ``OSError`` when there is no such file.
    """
    content = file.read_bytes()
    document = Document(file.name, len(content), sha256(content).hexdigest())
    document.standard = order.standard or "X-4"
    if HEADER not in content[:1024]:
        document.broken = "开头不是 %PDF"
        return document
    try:
        with Pdf.open(file, suppress_warnings=True) as pdf:
            _read(pdf, document, order, measured)
            document.damage = (*document.damage, *_complaints(pdf, file))
    except PasswordError:
        document.locked = document.encrypted = True
    except (PdfError, DataDecodingError, RuntimeError) as fault:
        document.broken = _plain(fault, file)
    return document


def _complaints(pdf: Pdf, file: Path) -> tuple[str, ...]:
    """What the PDF library had to mend."""
    return tuple(_plain(each, file) for each in pdf.get_warnings()[:20])


def _plain(fault: object, file: Path) -> str:
    """The first line of a message, without the folders of this machine."""
    said = f"{fault}".replace(str(file), file.name).splitlines()
    return said[0][:160] if said else "结构坏了"


def _read(pdf: Pdf, document: Document, order: Expected, measured: dict[str, float]) -> None:
    root = pdf.Root
    document.encrypted = pdf.is_encrypted
    document.version = max(filter(VERSION.fullmatch, _versions(pdf)), default="")
    document.info = dict(_info(child(pdf.trailer, "/Info")))
    document.has_id = _identified(child(pdf.trailer, "/ID"))
    metadata = child(root, "/Metadata")
    document.has_xmp = metadata is not None
    document.xmp = _xmp(metadata)
    document.claims = _claims(document)
    if not order.standard and document.claims.startswith("PDF/X-1"):
        document.standard = "X-1a"
    document.intents = intent.read(root)
    if len(pdf.pages) > MOST_PAGES:
        document.broken = f"有 {len(pdf.pages)} 页，太多了"
        return
    document.features = features.read(pdf)
    plates = document.plates = Plates(measured)
    try:
        for page in pages(pdf, Shelf()):
            document.pages.append(page)
            plates.look(page)
    finally:
        plates.close()


def _versions(pdf: Pdf) -> tuple[str, str]:
    """What head and catalogue say; the later one holds (ISO 32000-1, 7.2.2)."""
    return pdf.pdf_version, name(child(pdf.Root, "/Version"))


def _info(info: Any) -> Iterator[tuple[str, str]]:
    for key, value in pairs(info):
        yield key[1:], words(value) or name(value) or ("?" if value is not None else "")


def _identified(thing: Any) -> bool:
    """Two strings that are not empty (ISO 32000-1, 14.4)."""
    return isinstance(thing, Array) and len(thing) == 2 and all(raw(each) for each in thing)


def _xmp(metadata: Any) -> dict[str, str] | None:
    try:
        return xmp.read(data(metadata, 20_000_000))
    except Unreadable:
        return None


def _claims(document: Document) -> str:
    """What standard the file says it keeps; XMP before Info, as PDF/X-4 wants."""
    said = document.xmp or {}
    modern = said.get("pdfxid:GTS_PDFXVersion", "")
    old = document.info.get("GTS_PDFXVersion", "")
    conformance = document.info.get("GTS_PDFXConformance", "")
    return modern or (conformance if old == "PDF/X-1:2001" else "") or old
