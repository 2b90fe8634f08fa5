"""Laid-out pages → standing type: what WeasyPrint would paint is written down instead."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, NoReturn

import pydyf
from weasyprint.formatting_structure.boxes import ReplacedBox
from weasyprint.pdf.stream import Stream

from plugins.press.emphasis import paint_dots
from plugins.press.lines.composing import left_to_weasyprint
from plugins.press.screen.boxes import BoxReader, Sides
from plugins.press.screen.element import Element, Rectangle, in_order
from plugins.press.screen.pagination import pagination
from plugins.press.screen.spaces import restore
from plugins.press.standing.blocks import Blocks
from plugins.press.standing.forme import (
    BlockUse,
    Forme,
    Item,
    LinkMark,
    PlacedPicture,
    Standing,
)
from plugins.press.standing.founts import TypeCase, use_of
from plugins.press.typesetter import TypesettingError, complaints_are_errors

#: PDF points a px of CSS.
SCALE = 0.75
PX_PER_INCH = 96
BEGIN, END = b"BDC", b"EMC"


class _Sheet(Stream):  # type: ignore[misc]  # WeasyPrint has no types
    """A content stream that belongs to no PDF yet."""

    def __init__(self, case: TypeCase, page: Any) -> None:
        self.case = case
        states = {"ExtGState": pydyf.Dictionary(), "XObject": pydyf.Dictionary()}
        bleed = page.bleed
        width = page.width + bleed["left"] + bleed["right"]
        height = page.height + bleed["top"] + bleed["bottom"]
        rectangle = -bleed["left"], -bleed["top"], width, height
        super().__init__({}, rectangle, states, {}, {}, {}, None, compress=False)

    def add_font(self, pango_font: Any) -> tuple[Any, float]:
        return self.case.take(pango_font, self._fonts)

    def _refused(self, *_: Any, **__: Any) -> NoReturn:
        raise TypesettingError("gradients, patterns and groups are no standing type")

    set_state = add_group = add_pattern = add_shading = _refused


class Caster:
    """Casts the pages of one process. ``sources``: WeasyPrint's name of a picture → digest of its file."""

    def __init__(self, case: TypeCase, blocks: Blocks, sources: Mapping[str, str]) -> None:
        self.case, self.blocks, self.sources = case, blocks, sources

    def piece(self, document: Any) -> Standing:
        """The pages of a laid-out document. Raises `TypesettingError` for what cannot be kept."""
        reader = BoxReader(_as_it_stands)
        formes = []
        for number, page in enumerate(document.pages):
            _mark_links(page, number)
            sheet = _Sheet(self.case, page)
            sheet.transform(d=-1, f=page.height * SCALE)
            sheet.push_state()
            sheet.transform(e=0)
            start = len(sheet.stream)
            with complaints_are_errors():
                _paint_body(page, sheet)
            reader.read(page, number, sheet._tags)
            formes.append(self._forme(page, sheet, start))
        in_order(reader.root)
        restore(reader.root)
        _forget_source(reader.root)
        redundant = tuple(each.dictionary for each in reader.redundant)
        marks = frozenset(reader.artifacts)
        return Standing(tuple(formes), reader.root, marks, redundant, document.metadata)

    def furniture(self, page: Any) -> Forme:
        """A page of furniture, to be painted over another page."""
        sheet = _Sheet(self.case, page)
        sheet.transform(d=-1, f=page.height * SCALE)
        start = len(sheet.stream)
        with complaints_are_errors(), pagination(sheet, page.height):
            page.paint(sheet, SCALE)
        return self._forme(page, sheet, start)

    def _forme(self, page: Any, sheet: _Sheet, start: int) -> Forme:
        return Forme(
            page.width,
            page.height,
            page.bleed,
            page.bookmarks,
            page.anchors,
            [(kind, target, tuple(box)) for kind, target, box, _ in page.links],
            items(sheet.stream[start:]),
            [use_of(font) for font in sheet._fonts.values()],
            [self._block(name, each) for name, each in sheet._images.items()],
            {name: dict(each) for name, each in sheet._resources["ExtGState"].items()},
            tuple(pictures(page._page_box, "")),
            frozenset(_articles(page._page_box)),
            left_to_weasyprint([page]),
        )

    def _block(self, name: str, placed: Mapping[str, Any]) -> BlockUse:
        picture, smoothed = placed["image"], placed["interpolate"]
        key = self.blocks.keep(picture, smoothed, self.sources.get(picture.id, ""))
        return BlockUse(name, smoothed, key)


def read_fonts(page: Any, case: TypeCase) -> None:
    """Paint a page to no end but that its faces are read."""
    with complaints_are_errors():
        page.paint(_Sheet(case, page), SCALE)


def _paint_body(page: Any, sheet: Any) -> None:
    page.paint(sheet, SCALE)
    with sheet.stacked():
        sheet.transform(a=SCALE, d=SCALE)
        paint_dots(page._page_box, sheet)


def items(stream: Sequence[Any]) -> list[Item]:
    """A content stream with all that is not marked content in one piece.

    The ends of marked content stay apart, since tags are written between them.
    """
    made: list[Item] = []
    run: list[bytes] = []
    skip = 0
    for place, each in enumerate(stream):
        if skip:
            skip -= 1
        elif _is_marked(stream, place):
            made += [b"\n".join(run)] * bool(run)
            made.append((str(each)[1:], int(stream[place + 1]["MCID"])))
            run, skip = [], 2
        elif each == END:
            made += [b"\n".join(run)] * bool(run)
            made.append(END)
            run = []
        else:
            run.append(pydyf._to_bytes(each))
    return made + [b"\n".join(run)] * bool(run)


def _is_marked(stream: Sequence[Any], place: int) -> bool:
    """Whether numbered marked content begins here."""
    follows = stream[place + 1] if place + 1 < len(stream) else None
    return isinstance(follows, pydyf.Dictionary) and "MCID" in follows


def stream_items(kept: Sequence[Item]) -> Iterator[Any]:
    """The same items as WeasyPrint would have put them into a stream."""
    for each in kept:
        if isinstance(each, bytes):
            yield each
        else:
            yield from (f"/{each[0]}", pydyf.Dictionary({"MCID": each[1]}), BEGIN)


def _as_it_stands(sides: Sides, *_: float) -> Rectangle:
    """The sides of a picture in px: where the page will stand is not known yet."""
    return sides


def _mark_links(page: Any, number: int) -> None:
    """Boxes of links get a mark in place of an annotation."""
    for place, (kind, _, _, box) in enumerate(page.links):
        if kind in ("internal", "external"):
            box.link_annotation = LinkMark(number, place)


class Told(dict[str, str]):
    """The attributes of an HTML element, all that is asked of it when tags are written."""

    def itertext(self) -> Iterator[str]:
        """Spaces were restored before."""
        return iter(())


def _forget_source(root: Element) -> None:
    for each in root.walk():
        if each.source is not None:
            each.source = Told(each.source.attrib)


def _articles(page_box: Any) -> Iterator[str]:
    for box in page_box.descendants():
        if box.element is not None and box.element_tag == "article":
            yield box.element.get("id") or ""


def pictures(box: Any, key: str) -> Iterator[PlacedPicture]:
    """All pictures under a box. ``key``: of the article around it."""
    if box.element is not None and box.element_tag == "article":
        key = box.element.get("id") or ""
    if isinstance(box, ReplacedBox):
        if getattr(box.replacement, "width", 0) and box.width:
            source = str(box.element.get("src") or "").split("?", 1)[0]
            yield PlacedPicture(source, key, effective_ppi(box), box.replacement.width)
        return
    for child in getattr(box, "children", ()):
        yield from pictures(getattr(child, "_box", child), key)


def effective_ppi(box: Any) -> float:
    """Pixels an inch of the picture in a box, as it is printed: cut to the box or fitted into it."""
    picture = box.replacement
    scales = box.width / picture.width, box.height / picture.height
    cut = box.style["object_fit"] == "cover"
    return float(PX_PER_INCH / (max(scales) if cut else min(scales)))
