"""The raw PDF → the PDF for screens: trimmed pages, PDF/UA-1 and PDF/A-2b, the same bytes every time."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from importlib.resources import files
from pathlib import Path
from typing import Any

import pikepdf
from pikepdf import Array, Dictionary, Name, Pdf, Stream, String

from plugins.press.screen.deflation import deflate
from plugins.press.screen.labels import page_labels
from plugins.press.screen.metadata import LANGUAGE, Facts, declare
from plugins.press.sheets import Sheet

#: Version 2 of sRGB by the International Color Consortium; WeasyPrint carries it.
PROFILE = files("weasyprint.pdf") / "sRGB2014.icc"
CONDITION = "sRGB IEC61966-2.1"
#: Bit 3 of an annotation's flags: it is printed (ISO 19005-2, 6.3.2).
PRINTED = 4
#: Asks readers to smooth a picture, which is not theirs to do (ISO 19005-2, 6.2.8).
INTERPOLATE = "/Interpolate"
PDF_VERSION = "1.7"

Pictures = Callable[[Pdf], object]


def screen_pdf(
    raw: Path,
    target: Path,
    facts: Facts,
    sheets: Sequence[Sheet],
    pictures: Pictures | None = None,
    cache: Path | None = None,
) -> None:
    """Write the tagged ``raw`` PDF to ``target`` for screens.

    ``pictures`` makes the pictures of the open file smaller, in place; None leaves them.
    ``cache``: a folder for what may be kept between runs; it changes no byte.
    Raises ValueError when the raw PDF has no tags or not one page a sheet.
    """
    with Pdf.open(raw) as pdf:
        if "/StructTreeRoot" not in pdf.Root:
            raise ValueError("the raw PDF has no tags")
        if len(pdf.pages) != len(sheets):
            raise ValueError(f"{len(pdf.pages)} pages for {len(sheets)} sheets")
        if pictures:
            pictures(pdf)
        for page in pdf.pages:
            trim(page)
        pdf.Root.PageLabels = page_labels(sheets)
        conform(pdf, facts)
        deflate(pdf, cache)
        save(pdf, target)


def accessible_copy(source: Path, target: Path, facts: Facts) -> None:
    """Write a finished screen PDF once more, marked as PDF/UA-1 too; nothing else differs."""
    with Pdf.open(source) as pdf:
        declare(pdf, replace(facts, accessible=True))
        save(pdf, target)


def trim(page: pikepdf.Page) -> None:
    """Cut a page to its trimmed size: what bleeds lies outside and is not shown."""
    for name in ("/BleedBox", "/ArtBox"):
        if name in page.obj:
            del page.obj[name]
    page.obj.MediaBox = page.obj.CropBox = page.obj.TrimBox


def conform(pdf: Pdf, facts: Facts) -> None:
    """Make a tagged RGB file, open, one by PDF/UA-1 (ISO 14289-1) and PDF/A-2b (ISO 19005-2)."""
    root = pdf.Root
    root.Lang = String(LANGUAGE)
    root.MarkInfo = Dictionary(Marked=True)
    root.ViewerPreferences = Dictionary(DisplayDocTitle=True)
    root.PageLayout = Name.TwoPageRight
    if "/Outlines" in root:
        root.PageMode = Name.UseOutlines
    root.OutputIntents = Array([_intent(pdf)])
    for page in pdf.pages:
        _drop_empty(page.obj.get("/Resources", Dictionary()))
        page.obj.Tabs = Name.S
        for annotation in page.obj.get("/Annots", Array()):
            annotation.F = PRINTED
    for each in pdf.objects:
        if isinstance(each, Stream) and each.get("/Subtype") == Name.Image and INTERPOLATE in each:
            del each[INTERPOLATE]
    declare(pdf, facts)


def _drop_empty(resources: Dictionary) -> None:
    """Take out kinds of resources of which there are none."""
    for kind in ("/Pattern", "/Shading", "/XObject", "/ExtGState"):
        if kind in resources and not resources[kind]:
            del resources[kind]


def save(pdf: Pdf, target: Path) -> None:
    """Write the file; the same content gives the same bytes."""
    pdf.save(
        target,
        deterministic_id=True,
        min_version=PDF_VERSION,
        object_stream_mode=pikepdf.ObjectStreamMode.generate,
        compress_streams=True,
    )


def _intent(pdf: Pdf) -> Any:
    """The output intent: what RGB in this file means (ISO 19005-2, 6.2.3)."""
    profile = Stream(pdf, PROFILE.read_bytes())
    profile.N = 3
    return Dictionary(
        Type=Name.OutputIntent,
        S=Name.GTS_PDFA1,
        OutputConditionIdentifier=String(CONDITION),
        Info=String(CONDITION),
        DestOutputProfile=pdf.make_indirect(profile),
    )
