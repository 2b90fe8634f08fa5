"""Formes of many pieces → one PDF, written by WeasyPrint as if it had laid them out at once."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pydyf
from weasyprint.document import Document

from plugins.hanzi.scripts import IDEOGRAPHIC_SPACE
from plugins.press.lines.flow import WORD_MARK
from plugins.press.screen.boxes import placed
from plugins.press.screen.element import Annotation, Element, Mark
from plugins.press.screen.tagging import tagging
from plugins.press.standing.blocks import Blocks
from plugins.press.standing.casting import stream_items
from plugins.press.standing.forme import Forme, LinkMark, Standing
from plugins.press.standing.founts import Founts
from plugins.press.typesetter import complaints_are_errors


class JoinedPage:
    """A page of a piece, moved ``shift`` px to the right, under a page of furniture: what WeasyPrint asks a page for."""

    def __init__(
        self, standing: Standing, number: int, over: Forme | None, shift: float, kept: Kept
    ) -> None:
        self.standing, self.number, self.over, self.shift = standing, number, over, shift
        self._kept = kept
        forme = self.forme = standing.formes[number]
        self.width, self.height, self.bleed = forme.width, forme.height, forme.bleed
        self.forms: dict[None, list[Any]] = {None: []}
        self.bookmarks = [
            (level, _plain(label), (x + shift, y), state)
            for level, label, (x, y), state in forme.bookmarks
        ]
        self.anchors = {
            name: (place[0] + shift, *place[1:]) for name, place in forme.anchors.items()
        }
        #: What WeasyPrint hangs the annotation of each link on.
        self.holders = [SimpleNamespace(link_annotation=None) for _ in forme.links]
        self.links = [
            (kind, target, (box[0] + shift, box[1], box[2] + shift, box[3]), holder)
            for (kind, target, box), holder in zip(forme.links, self.holders, strict=True)
        ]

    def paint(self, stream: Any, scale: float = 1) -> None:
        """Put body, then furniture, into a stream of WeasyPrint's. ``scale`` is what it was when cast."""
        with stream.stacked():
            stream.transform(e=self.shift * scale)
            self._kept.lay_in(self.forme, stream)
        if self.over is not None:
            self._kept.lay_in(self.over, stream)

    def tell(self, reader: Any, number: int, pages: Sequence[Any]) -> None:
        """Tell the tags of the page's piece when its first page, ``number`` in ``pages``, is read."""
        reader.artifacts.update(
            (number, mark) for page, mark in self.standing.artifacts if page == self.number
        )
        if self.number:
            return
        own = pages[number : number + len(self.standing.formes)]
        reader.root.kids += [_moved(each, number, own) for each in self.standing.root.elements]
        reader.redundant += [_annotation(each, number, own) for each in self.standing.redundant]


class Kept:
    """Where the faces and pictures of formes come from."""

    def __init__(self, founts: Founts, blocks: Blocks) -> None:
        self._founts, self._blocks = founts, blocks

    def lay_in(self, forme: Forme, stream: Any) -> None:
        """Put a forme, and what it uses, into a stream of WeasyPrint's."""
        stream.stream.extend(stream_items(forme.items))
        for use in forme.faces:
            self._founts.add(stream._fonts, use)
        states = stream._resources["ExtGState"]
        for name, state in forme.alphas.items():
            if name not in states:
                states[name] = pydyf.Dictionary(state)
        for block in forme.blocks:
            stream._resources["XObject"][block.name] = None
            if block.name not in stream._images:
                stream._images[block.name] = {
                    "image": self._blocks.take(block.key),
                    "interpolate": block.smoothed,
                    "dpi_ratios": {1},
                    "x_object": None,
                }


def write(pages: Sequence[JoinedPage], target: Path, finisher: Any = None) -> None:
    """Write all pages into one PDF: RGB, tagged, with bleed, streams uncompressed.

    ``finisher``: called by WeasyPrint with the document and the PDF before it is written. Raises
    `TypesettingError` when WeasyPrint warns, for a link that leads nowhere.
    """
    faceless = SimpleNamespace(font_map=None)
    document = Document(list(pages), pages[0].standing.metadata, None, faceless, {}, None)
    with complaints_are_errors(), tagging():
        document.write_pdf(target, uncompressed_pdf=True, pdf_tags=True, finisher=finisher)


def _plain(label: str) -> str:
    """A headline without the marks of where it may be broken."""
    return label.replace(WORD_MARK, "").replace(IDEOGRAPHIC_SPACE, " ")


def _moved(element: Element, offset: int, pages: Sequence[JoinedPage]) -> Element:
    """A copy of an element for the place of its piece in the issue."""
    made = replace(element, kids=[])
    for kid in element.kids:
        if isinstance(kid, Element):
            made.kids.append(_moved(kid, offset, pages))
        elif isinstance(kid, Mark):
            made.kids.append(_mark(kid, offset, pages))
        else:
            made.kids += _followed(kid, offset, pages)
    return made


def _mark(mark: Mark, offset: int, pages: Sequence[JoinedPage]) -> Mark:
    place = mark.place
    if place is not None:
        page = pages[mark.page]
        place = placed(place, page.shift, page.width, page.height)
    return Mark(mark.page + offset, mark.number, mark.text, place, mark.space_after)


def _followed(link: Annotation, offset: int, pages: Sequence[JoinedPage]) -> Iterator[Annotation]:
    """The annotation of a link; none when the link is not in the file."""
    made = _annotation(link.dictionary, offset, pages)
    if made.dictionary is not None:
        yield made


def _annotation(mark: LinkMark, offset: int, pages: Sequence[JoinedPage]) -> Annotation:
    holder = pages[mark.page].holders[mark.number]
    return Annotation(mark.page + offset, holder.link_annotation)
