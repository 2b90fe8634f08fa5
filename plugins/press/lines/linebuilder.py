"""A composed line → the boxes that WeasyPrint paints."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from weasyprint.formatting_structure import boxes
from weasyprint.layout.inline import atomic_box
from weasyprint.text.line_break import Layout, strut

from plugins.press.lines import glyphs
from plugins.press.lines.flow import Flow, Leaf
from plugins.press.lines.paragraph import Line, Paragraph, spaces_after

#: From the middle of the em box of a Chinese face down to its baseline (em): one place for every face.
CENTRE = 0.38


class ComposedLayout(Layout):  # type: ignore[misc]
    """A line of text whose glyphs stand where the composer put them.

    ``places``: offset in UTF-8 of a character → px from the left, the end of the text included.
    """

    places: dict[int, float]

    @classmethod
    def of(cls, leaf: Leaf, text: str, places: dict[int, float]) -> ComposedLayout:
        """A layout in the face of a leaf, made without asking Pango again."""
        made = cls.__new__(cls)
        made.__dict__.update(leaf.face)
        made.text, made.places = text, places
        made.justification_spacing, made.max_width = 0, None
        return made

    def get_first_line(self) -> Any:
        """Pango's line, its glyphs moved apart or together; called when the line is painted."""
        line, index = super().get_first_line()
        glyphs.place(line, self.places, self.style["font_size"])
        return line, index


@dataclass(frozen=True, slots=True)
class Fragment:
    """The part of a text box that stands in one line."""

    text: str
    width: float
    layout: ComposedLayout


class LineBuilder:
    """Builds the boxes of one line; WeasyPrint asks for it again whenever it tries a column."""

    def __init__(self, flow: Flow, paragraph: Paragraph, line: Line) -> None:
        self.flow, self.line = flow, line
        #: White after each character: the composer's, and what a typed space gained or lost.
        self.white = [
            extra + paragraph.advances[n] - flow.own[n] - flow.edges[n]
            for n, extra in enumerate(spaces_after(paragraph, line), start=line.start)
        ]
        height = strut(flow.box.style)[0]
        self.seat = height, height / 2 + CENTRE * paragraph.size
        self.fragments: dict[int, Fragment] = {}

    def build(self, context: Any, containing: Any, x: float) -> Any:
        """A copy of the line box with the children of this line, from ``x`` px (its indent) on."""
        box = self.flow.box
        new = _Set(self, context, containing).inline(box, x)
        new.width += x - box.position_x
        new.position_x = box.position_x
        return new

    def fragment(self, leaf: Leaf) -> Fragment | None:
        """What of a text box stands in this line."""
        if leaf.start not in self.fragments:
            start, end = max(leaf.start, self.line.start), min(leaf.end, self.line.end)
            if start >= end:
                return None
            self.fragments[leaf.start] = self._cut(leaf, start, end)
        return self.fragments[leaf.start]

    def _cut(self, leaf: Leaf, start: int, end: int) -> Fragment:
        own, white, first = self.flow.own, self.white, self.line.start
        places = {0: 0.0}
        x, offset = 0.0, 0
        for n in range(start, end):
            x += own[n] + white[n - first]
            offset += len(self.flow.chars[n].encode())
            places[offset] = x
        text = "".join(self.flow.chars[start:end])
        return Fragment(text, x, ComposedLayout.of(leaf, text, places))


class _Set:
    """One line being set."""

    def __init__(self, builder: LineBuilder, context: Any, containing: Any) -> None:
        self.builder, self.flow, self.line = builder, builder.flow, builder.line
        self.context, self.containing = context, containing

    def inline(self, box: Any, x: float) -> Any:
        start, end = self.flow.spans[id(box)]
        new = box.copy_with_children([])
        new.remove_decoration(start=start < self.line.start, end=end > self.line.resume)
        new.position_x, at = x, x
        if not isinstance(box, boxes.LineBox):
            at += new.padding_left + new.margin_left + new.border_left_width
        inside = at
        for child in box.children:
            made = self._child(child, at)
            if made is not None:
                new.children.append(made)
                at = made.position_x + made.margin_width() + self._white_behind(child)
        new.width = at - inside
        self._seat_inline(new)
        return new

    def _white_behind(self, child: Any) -> float:
        """What the composer put behind an atomic box; texts have theirs inside."""
        if isinstance(child, boxes.TextBox | boxes.InlineBox):
            return 0.0
        return self.builder.white[self.flow.spans[id(child)][0] - self.line.start]

    def _child(self, child: Any, x: float) -> Any:
        start, end = self.flow.spans[id(child)]
        low, high = self.line.start, self.line.resume
        outside = end <= low or start >= high
        empty_here = start == end and (low <= start < high or start == high == len(self.flow.chars))
        if outside and not empty_here:
            return None
        child.position_y = self.flow.box.position_y
        if isinstance(child, boxes.InlineBox):
            return self.inline(child, x)
        if start == end:
            return None
        if isinstance(child, boxes.TextBox):
            return self._text(self.flow.leaves[id(child)], x)
        made = atomic_box(self.context, child, x, None, self.containing, [], [])
        made.position_x = x
        return made

    def _text(self, leaf: Leaf, x: float) -> Any:
        fragment = self.builder.fragment(leaf)
        if fragment is None:
            return None
        new = leaf.box.copy_with_text(fragment.text)
        new.position_x, new.width, new.height = x, fragment.width, leaf.height
        new.pango_layout = fragment.layout
        line_height, new.baseline = self._strut(new)
        new.margin_top = new.baseline - leaf.baseline
        new.margin_bottom = line_height - leaf.height - new.margin_top
        return new

    def _seat_inline(self, box: Any) -> None:
        line_height, box.baseline = self._strut(box)
        box.height = box.style["font_size"]
        half = (line_height - box.height) / 2
        box.margin_top = half - box.border_top_width - box.padding_top
        box.margin_bottom = half - box.border_bottom_width - box.padding_bottom

    def _strut(self, box: Any) -> tuple[float, float]:
        """Height and baseline of the line that a box asks for: those of the line it stands in.

        A bold or Kai face has another ascent; by CSS it would move the line off the grid.
        """
        style, seats = box.style, self.flow.seats
        if id(style) not in seats:
            own = strut(style)
            on_line = style["vertical_align"] == "baseline" and own[0] > 0
            seats[id(style)] = self.builder.seat if on_line else own
        return seats[id(style)]
