"""The file itself: PDF/X-4 (ISO 15930-7:2010) or PDF/X-1a (ISO 15930-4:2003), saved the same every time."""

from __future__ import annotations

from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path
from typing import Any

from pikepdf import Array, Dictionary, Name, ObjectStreamMode, Pdf, Stream, String

from plugins.press.prepress.barefonts import bare_fonts
from plugins.press.prepress.metadata import PRODUCER, VERSIONS, Facts, packet
from plugins.press.prepress.profiles import PressProfile
from plugins.press.prepress.recipe import Recipe, Standard
from plugins.press.prepress.subsetnames import retag
from plugins.press.prepress.transparency import transparent, ungroup
from plugins.press.pressfault import PressFault

#: PDF/X-4 stands on PDF 1.6, PDF/X-1a:2003 on PDF 1.4.
PDF_VERSIONS: dict[Standard, str] = {"X-4": "1.6", "X-1a": "1.4"}


class ConformityError(PressFault):
    """The pages cannot be what the standard asks. The message is Chinese and says where and why."""


def conform(pdf: Pdf, target: Path, recipe: Recipe, facts: Facts) -> None:
    """Save separated pages as a file of the recipe's standard. ``pdf`` is changed, too.

    Adds output intent with the embedded profile, document information and equal XMP, Trapped
    False, ids made of the content. The same pages and facts make the same bytes.

    Raises `ConformityError` when a page lacks its boxes, or is transparent in a PDF/X-1a file;
    `ProfileError` without a usable profile.
    """
    profile = PressProfile(recipe.profile)
    for number, page in enumerate(pdf.pages, 1):
        _check(page.obj, number, recipe.standard)
    if recipe.standard == "X-1a":
        bare_fonts(pdf)
    retag(pdf)
    digest = _digest(pdf, facts)
    pdf.Root.OutputIntents = Array([pdf.make_indirect(_intent(pdf, profile))])
    _describe(pdf, recipe.standard, facts, digest)
    streams = ObjectStreamMode.generate if recipe.standard == "X-4" else ObjectStreamMode.disable
    pdf.save(
        target,
        force_version=PDF_VERSIONS[recipe.standard],
        deterministic_id=True,
        object_stream_mode=streams,
        fix_metadata_version=False,
    )


def _check(page: Any, number: int, standard: Standard) -> None:
    for box in ("/MediaBox", "/TrimBox", "/BleedBox"):
        if box not in page:
            raise ConformityError(f"第 {number} 页没有 {box[1:]}，不能做成印刷文件。")
    if standard != "X-1a":
        return
    ungroup(page)
    reason = transparent(page.get("/Resources", Dictionary()))
    if reason:
        raise ConformityError(
            f"第 {number} 页有透明效果（{reason}），PDF/X-1a 不许有透明。"
            "请改用 PDF/X-4，或者去掉该页样式或图片里的透明。"
        )


def _intent(pdf: Pdf, profile: PressProfile) -> Dictionary:
    """ISO 15930-7, 6.3: what the inks of the file mean."""
    identifier, registry, words = profile.condition
    stream = pdf.make_stream(profile.data, N=4, Alternate=Name.DeviceCMYK)
    intent = Dictionary(
        Type=Name.OutputIntent,
        S=Name.GTS_PDFX,
        OutputConditionIdentifier=String(identifier),
        OutputCondition=String(words),
        Info=String(profile.description),
        DestOutputProfile=stream,
    )
    if registry:
        intent.RegistryName = String(registry)
    return intent


def _describe(pdf: Pdf, standard: Standard, facts: Facts, digest: bytes) -> None:
    xmp = pdf.make_stream(packet(facts, standard, digest))
    xmp.Type, xmp.Subtype = Name.Metadata, Name.XML
    pdf.Root.Metadata = xmp
    for key in list(pdf.docinfo.keys()):
        del pdf.docinfo[key]
    said = {
        "/Title": facts.title,
        "/Author": facts.author,
        "/Creator": PRODUCER,
        "/Producer": PRODUCER,
        "/CreationDate": facts.pdf_date,
        "/ModDate": facts.pdf_date,
        "/GTS_PDFXVersion": VERSIONS[standard] if standard == "X-1a" else "",
    }
    for key, value in said.items():
        if value:
            pdf.docinfo[key] = String(value)
    pdf.docinfo["/Trapped"] = Name("/False")


def _digest(pdf: Pdf, facts: Facts) -> bytes:
    """32 bytes of everything that the pages show, and of what the file says of itself."""
    made = sha256(repr(facts).encode())
    seen: set[tuple[int, int]] = set()
    for page in pdf.pages:
        for stream in _streams(page.obj, seen):
            made.update(stream.read_raw_bytes())
    return made.digest()


def _streams(node: Any, seen: set[tuple[int, int]]) -> Iterator[Any]:
    """Every stream under a page, each once, in the order of the dictionaries' keys."""
    if isinstance(node, (Dictionary, Array, Stream)):
        if node.is_indirect:
            if node.objgen in seen:
                return
            seen.add(node.objgen)
        if isinstance(node, Stream):
            yield node
        children = (
            list(node)
            if isinstance(node, Array)
            else [node[key] for key in sorted(node.keys()) if key != "/Parent"]
        )
        for child in children:
            yield from _streams(child, seen)
