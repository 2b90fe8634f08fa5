"""Things in a PDF that are not on its pages: actions, attachments, forms, layers, odd streams."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from pikepdf import Dictionary, Pdf, Stream

from plugins.press.preflight.plain import child, filters, identity, items, keyed, name, names

#: Action types (ISO 32000-1, table 198).
ACTIONS = {
    *("GoTo", "GoToR", "GoToE", "GoTo3DView", "Launch", "Thread", "URI", "Named", "Trans"),
    *("Sound", "Movie", "Rendition", "Hide", "SetOCGState", "JavaScript"),
    *("SubmitForm", "ResetForm", "ImportData"),
}
#: Values that PDF/X allows for the viewer's and the printer's page areas.
AREAS = ("/ViewArea", "/ViewClip", "/PrintArea", "/PrintClip")


@dataclass(frozen=True, slots=True)
class Feature:
    """One thing: what kind (see `read`), on which page (0: none), which object."""

    kind: str
    page: int
    thing: str


def read(pdf: Pdf) -> tuple[Feature, ...]:
    """Everything that rules ask for, each once, in the order of the file.

    Kinds: action, script, attachment, field, layer, hidden-layer, external, alternate, opi,
    reference, postscript, lzw, thumbnail, private, area, packed.
    """
    found = [*_of_catalogue(pdf.Root), *_of_trailer(pdf.trailer)]
    for thing in pdf.objects:
        if isinstance(thing, Dictionary | Stream):
            found += _of_object(thing)
    for number, page in enumerate(pdf.pages, 1):
        found += _of_page(page.obj, number)
    return tuple(dict.fromkeys(found))


def _of_catalogue(root: Any) -> Iterator[Feature]:
    if child(root, "/OpenAction") is not None:
        yield Feature("action", 0, "打开文件时的动作")
    if child(root, "/AA") is not None:
        yield Feature("action", 0, "文件的附加动作")
    if child(root, "/Names", "/JavaScript") is not None:
        yield Feature("script", 0, "文件里的 JavaScript")
    if child(root, "/Names", "/EmbeddedFiles") is not None or items(child(root, "/AF")):
        yield Feature("attachment", 0, "附件")
    form = child(root, "/AcroForm")
    if items(child(form, "/Fields")) or child(form, "/XFA") is not None:
        yield Feature("field", 0, "表单")
    yield from _layers(child(root, "/OCProperties"))
    for key in AREAS:
        area = name(child(root, "/ViewerPreferences", key))
        if area and area not in ("MediaBox", "BleedBox"):
            yield Feature("area", 0, f"{key[1:]} {area}")


def _layers(properties: Any) -> Iterator[Feature]:
    """Layers, and those that are off when the file is opened (ISO 32000-1, 8.11.4.3)."""
    if properties is None:
        return
    yield Feature("layer", 0, f"图层 {len(items(child(properties, '/OCGs')))} 个")
    settings = child(properties, "/D")
    off = items(child(settings, "/OFF"))
    if off or name(child(settings, "/BaseState")) in ("OFF", "Unchanged"):
        yield Feature("hidden-layer", 0, f"不显示的图层 {len(off) or '若干'} 个")


def _of_trailer(trailer: Any) -> Iterator[Feature]:
    if name(child(trailer, "/Type")) == "XRef":
        yield Feature("packed", 0, "交叉引用流")


def _of_object(thing: Any) -> Iterator[Feature]:
    title = f"对象 {identity(thing)[0]}"
    kind = name(thing.get("/S"))
    if kind in ACTIONS and "/Pg" not in thing and "/K" not in thing:
        yield from _action(kind, title)
    for key in ("/A", "/AA"):
        below = thing.get(key)
        for each in (below, *(value for _, value in keyed(below).items())):
            direct = name(child(each, "/S"))
            if direct in ACTIONS:
                yield from _action(direct, title)
    if isinstance(thing, Stream):
        yield from _of_stream(thing, title)
    if name(thing.get("/Type")) == "Filespec" and "/EF" in thing:
        yield Feature("attachment", 0, title)


def _action(kind: str, title: str) -> Iterator[Feature]:
    yield Feature("script" if kind == "JavaScript" else "action", 0, f"{title}（{kind}）")


def _of_stream(stream: Stream, title: str) -> Iterator[Feature]:
    kind = name(stream.get("/Subtype"))
    if "/F" in stream:
        yield Feature("external", 0, title)
    if "LZWDecode" in filters(stream):
        yield Feature("lzw", 0, title)
    if kind == "PS" or name(stream.get("/Subtype2")) == "PS":
        yield Feature("postscript", 0, title)
    if "/Ref" in stream:
        yield Feature("reference", 0, title)
    if "/OPI" in stream:
        yield Feature("opi", 0, title)
    if "/Alternates" in stream:
        yield Feature("alternate", 0, title)
    if name(stream.get("/Type")) == "ObjStm":
        yield Feature("packed", 0, "对象流")
    if kind == "Image" and "LZW" in names(stream.get("/Filter")):
        yield Feature("lzw", 0, title)


def _of_page(page: Any, number: int) -> Iterator[Feature]:
    if child(page, "/AA") is not None:
        yield Feature("action", number, "页的附加动作")
    if child(page, "/Thumb") is not None:
        yield Feature("thumbnail", number, "页里的小样图")
    if child(page, "/PieceInfo") is not None:
        yield Feature("private", number, "软件自用的数据")
