"""What a press file must not hold: annotations, tags, outlines, names, actions, private data."""

from __future__ import annotations

from pikepdf import Name, Pdf

#: What a page keeps; contents and resources are made anew (ISO 32000-1, table 30).
OF_PAGES = frozenset(
    ("/Type", "/Parent", "/Resources", "/Contents", "/MediaBox", "/TrimBox", "/BleedBox", "/Rotate")
)
OF_CATALOG = frozenset(("/Type", "/Pages"))


def strip(pdf: Pdf) -> None:
    """Take all but the printed matter out of ``pdf``, in place.

    ISO 15930-7, 6.17 to 6.20: no annotations within the bleed, no actions, no scripts, no forms.
    Boxes: TrimBox, never with ArtBox (6.5); no CropBox, which would only hide the marks.
    """
    for key in [key for key in list(pdf.Root) if key not in OF_CATALOG]:
        del pdf.Root[key]
    for page in pdf.pages:
        for key in [key for key in list(page.obj) if key not in OF_PAGES]:
            del page.obj[key]
    for key in list(pdf.docinfo):
        del pdf.docinfo[key]
    pdf.Root.Type = Name.Catalog
