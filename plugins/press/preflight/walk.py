"""A page's content streams, run as a renderer runs them, but only noted: → `PageFacts`.

ISO 32000-1, 8 and 9. Forms, tiling patterns, soft masks and appearances of annotations are
entered; the glyphs of Type 3 fonts are not (that a file has any is a fault of its own).
"""

from __future__ import annotations

import warnings
from collections.abc import Callable, Sequence
from copy import copy
from typing import Any

import pikepdf
from pikepdf import Pdf, PdfError, Stream

from plugins.press.matrix import UNIT, Matrix, times
from plugins.press.preflight import shading
from plugins.press.preflight.colour import Ink, Space, Spaces
from plugins.press.preflight.graphics import (
    State,
    density,
    enlargement,
    matrix,
    placed,
    sane,
)
from plugins.press.preflight.pagefacts import Group, Mark, PageFacts, grown, meet
from plugins.press.preflight.picture import Picture, picture
from plugins.press.preflight.plain import (
    Box,
    Unreadable,
    child,
    count,
    data,
    identity,
    name,
    numbers,
)
from plugins.press.preflight.plain import box as box_of
from plugins.press.preflight.typeface import Face

#: Bytes of one content stream, forms within forms, and operators of a whole file that are read.
CONTENT, DEEPEST, STEPS = 24_000_000, 24, 6_000_000
#: A font written into the resources is read each time it is chosen; it counts as so many operators,
#: and so does the opening of each content stream.
FONT_STEPS, STREAM_STEPS = 1000, 200


class TooLong(Exception):
    """The file has more operators than `STEPS`: forms that call forms that call forms."""


class Shelf:
    """What the pages of one file share: spaces, fonts, pictures, and how much may still be read."""

    def __init__(self) -> None:
        self.spaces = Spaces()
        self.faces: dict[tuple[int, int], Face] = {}
        self.pictures: dict[tuple[int, int], Picture] = {}
        self._left = STEPS

    def charge(self, steps: int) -> None:
        """Count operators. Raises `TooLong`."""
        self._left -= steps
        if self._left < 0:
            raise TooLong

    def face(self, font: Any) -> Face:
        """A font, read once."""
        key = identity(font)
        if key == (0, 0):
            self.charge(FONT_STEPS)
            return Face(font)
        if key not in self.faces:
            self.faces[key] = Face(font)
        return self.faces[key]

    def picture(self, stream: Any, resources: Any) -> Picture:
        """An image, read once; inline images each time."""
        key = identity(stream)
        if key == (0, 0):
            return picture(stream, self.spaces, resources)
        if key not in self.pictures:
            self.pictures[key] = picture(stream, self.spaces, resources)
        return self.pictures[key]


def parse(content: bytes) -> Sequence[Any]:
    """Instructions of a content stream. Raises `Unreadable`."""
    with warnings.catch_warnings(record=True) as heard:
        warnings.simplefilter("always")
        try:
            desk = Pdf.new()
            found = list(pikepdf.parse_content_stream(Stream(desk, content)))
        except (PdfError, UnicodeDecodeError, TypeError, RuntimeError) as fault:
            raise Unreadable("内容流的语法不对") from fault
    if heard:
        raise Unreadable("内容流没写完")
    return found


Obey = Callable[["Walker", Sequence[Any]], None]


class Walker:
    """Walks one page; what it notes goes into ``facts``.

    ``obey`` runs instructions on a walker (`operators.obey`): it calls back to enter forms.
    """

    def __init__(self, shelf: Shelf, facts: PageFacts, obey: Obey) -> None:
        self.shelf, self.facts, self._obey = shelf, facts, obey
        reach = grown(facts.media or facts.area, 1.0)
        self.state = State(UNIT, reach)
        self.resources: Any = None
        self.origin = "page"
        self.saved: list[State] = []
        self._inside: list[tuple[int, int]] = []
        self._entered: set[tuple[int, int]] = set()
        self._over: Box | None = None

    def garbled(self, words: str) -> None:
        """Note, once, that something cannot be read."""
        if words not in self.facts.garbled and len(self.facts.garbled) < 20:
            self.facts.garbled.append(words)

    def run(self, content: bytes, resources: Any) -> None:
        """Run a content stream. Raises `TooLong`; what is broken is noted."""
        try:
            instructions = parse(content)
        except Unreadable as fault:
            self.garbled(str(fault))
            return
        self.shelf.charge(STREAM_STEPS + len(instructions))
        outer, self.resources = self.resources, resources
        saved, self.saved = self.saved, []
        self._obey(self, instructions)
        self.resources, self.saved = outer, saved

    def enter(self, stream: Any, by: Matrix, origin: str = "", whole: bool = False) -> None:
        """Run a form, pattern cell or appearance with the state as it is, in its own space.

        ``whole``: it is composed as a group, so alpha and blending of what is outside end here.
        """
        key = identity(stream)
        if key in self._inside or len(self._inside) > DEEPEST:
            self.garbled("表单一层套一层，没有尽头")
            return
        try:
            content = data(stream, CONTENT)
        except Unreadable as fault:
            self.garbled(f"表单读不出：{fault}")
            return
        before, origin_before = self.state, self.origin
        self.state, self.origin = copy(before), origin or self.origin
        self._move_into(stream, by, whole)
        self._inside.append(key)
        self.run(content, child(stream, "/Resources") or self.resources)
        self._inside.pop()
        self.state, self.origin = before, origin_before

    def _move_into(self, stream: Any, by: Matrix, whole: bool) -> None:
        state, bounds = self.state, box_of(child(stream, "/BBox"))
        moved = times(matrix(numbers(child(stream, "/Matrix"))), by)
        state.ctm = moved if sane(moved) else UNIT
        if bounds and state.clip:
            state.clip = meet(state.clip, placed(bounds, state.ctm))
        if whole:
            state.fill_alpha = state.stroke_alpha = 1.0
            state.blend, state.masked = "Normal", False

    def transform(self, by: Matrix) -> None:
        """Change the space that all later numbers are in."""
        moved = times(by, self.state.ctm)
        if sane(moved):
            self.state.ctm = moved
        else:
            self.garbled("坐标大得没有道理")

    def mark(self, kind: str, area: Box, stroked: bool = False, **more: Any) -> None:
        """Note a mark over an area of the page, in the colour and state that hold."""
        state = self.state
        seen = state.clip and meet(area, state.clip)
        if not seen:
            return
        if self._over is not None:
            seen = self._over
        more.setdefault("ink", state.stroke if stroked else state.fill)
        self.facts.marks.append(
            Mark(
                kind,
                self.origin,
                seen,
                stroked=stroked,
                alpha=state.stroke_alpha if stroked else state.fill_alpha,
                blend=state.blend,
                masked=state.masked,
                overprint=state.stroke_overprint if stroked else state.fill_overprint,
                overprint_mode=state.overprint_mode,
                **more,
            )
        )

    def paint(self, kind: str, area: Box, stroked: bool = False, **more: Any) -> None:
        """Mark an area with the current colour; a pattern is looked into."""
        state = self.state
        ink, pattern = state.fill, state.fill_pattern
        if stroked:
            ink, pattern = state.stroke, state.stroke_pattern
        if ink.space.kind != "Pattern":
            self.mark(kind, area, stroked, **more)
        elif count(child(pattern, "/PatternType")) == 2:
            self.shade(child(pattern, "/Shading"), area)
        elif isinstance(pattern, Stream):
            self.mark(kind, area, stroked, **more)
            self._tile(pattern, area)
        else:
            self.garbled("图案读不出")

    def shade(self, source: Any, area: Box) -> None:
        """Mark an area with every colour of a shading."""
        for ink in shading.inks(source, self.shelf.spaces, self.resources):
            self.mark("shading", area, ink=ink)

    def _tile(self, pattern: Stream, area: Box) -> None:
        """Look into the cell of a tiling pattern, once a page; its marks stand for the whole area."""
        key = identity(pattern)
        seen = self.state.clip and meet(area, self.state.clip)
        if key in self._entered or not seen:
            return
        self._entered.add(key)
        outer, self._over = self._over, self._over or seen
        before, self.state = self.state, State(UNIT, seen)
        self.state.clip = grown(self.facts.media or self.facts.area, 1e7)
        self.enter(pattern, UNIT, origin="pattern")
        self.state, self._over = before, outer

    def image(self, source: Any, label: str) -> None:
        """Mark an image in the unit square (ISO 32000-1, 8.9.4)."""
        found = self.shelf.picture(source, self.resources)
        ctm = self.state.ctm
        ink = self.state.fill if found.stencil else Ink(found.space)
        ppi = density(found.width, found.height, ctm)
        self.mark("image", placed((0, 0, 1, 1), ctm), ink=ink, picture=found, ppi=ppi, label=label)
        intent = name(child(source, "/Intent"))
        if intent:
            self.facts.intents[intent] = None

    def form(self, source: Any) -> None:
        """Enter a form XObject; a transparency group is marked as a whole too."""
        group = child(source, "/Group")
        whole = name(child(group, "/S")) == "Transparency"
        if whole:
            self.facts.groups.append(Group(self.group_space(group), False))
            self.mark("group", self.state.clip or (0, 0, 0, 0))
        self.enter(source, self.state.ctm, whole=whole)

    def soft_mask(self, source: Any) -> None:
        """Look into the group of a soft mask, once a page (ISO 32000-1, 11.6.5.3)."""
        form = child(source, "/G")
        group = child(form, "/Group")
        self.facts.groups.append(Group(self.group_space(group), False, soft=True))
        if identity(form) not in self._entered:
            self._entered.add(identity(form))
            self.enter(form, self.state.ctm, origin="softmask", whole=True)

    def group_space(self, group: Any) -> Space | None:
        """The blending space that a group says, if it does."""
        said = child(group, "/CS")
        return None if said is None else self.shelf.spaces.read(said, self.resources)

    def line(self, area: Box, **more: Any) -> None:
        """Mark a stroked path around ``area`` (page space)."""
        width = self.state.width * enlargement(self.state.ctm)
        self.paint("stroke", grown(area, width / 2), True, size=width, **more)
