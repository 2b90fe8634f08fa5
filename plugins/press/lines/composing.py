"""Lets the composer break and space the lines of a document while WeasyPrint lays it out.

Four functions of WeasyPrint are replaced for the time of one layout (`composing`): the one that splits a
line box, the one that justifies, and the two that tell the widths a text asks for. A line box that the
composer does not know (`flow.is_known`) is left to WeasyPrint.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from weasyprint.formatting_structure import boxes
from weasyprint.layout import inline, preferred

from plugins.press import hooks
from plugins.press.lines import composer, flow, setting
from plugins.press.lines.linebuilder import LineBuilder
from plugins.press.lines.paragraph import Paragraph, least_width, natural_width

#: Line widths that differ by less are the same (1/1000 px).
ROUNDING = 3
#: Added to the widths a text asks for, so that rounding does not break what fits (px).
EASE = 0.05
#: A containing block without a width yet: percentages of it count as nothing.
NOWHERE = (0.0, 0.0)


class _Composed:
    """A line box once read, with the lines already found for it."""

    def __init__(self, context: Any, box: Any, containing: Any) -> None:
        self.children = box.children
        self.flow = flow.read(context, box, containing)
        self.paragraph = setting.paragraph(self.flow)
        self._lines: dict[tuple[int, float], LineBuilder] = {}

    def line(self, start: int, first: float, rest: float) -> LineBuilder:
        """The line of ``first`` px that begins at ``start``; those after it are expected ``rest`` px wide."""
        key = (start, round(first, ROUNDING))
        if key not in self._lines:
            place, width = start, first
            for line in composer.compose(self.paragraph, start, first, rest):
                known = (place, round(width, ROUNDING))
                if known not in self._lines:
                    self._lines[known] = LineBuilder(self.flow, self.paragraph, line)
                place, width = line.resume, rest
        return self._lines[key]


class Composing:
    """The line boxes of one layout."""

    def __init__(self) -> None:
        self._read: dict[tuple[int, float | None], _Composed | None] = {}
        self._held: list[Any] = []  # so that no id is given to another box
        self._split = inline.split_inline_box
        self._justify = inline.justify_line
        self._widest = preferred.inline_max_content_width
        self._narrowest = preferred.inline_min_content_width

    def install(self) -> None:
        """Take the places of WeasyPrint's functions."""
        inline.split_inline_box = self.split_inline_box
        inline.justify_line = self.justify_line
        preferred.inline_max_content_width = self.widest
        preferred.inline_min_content_width = self.narrowest

    def remove(self) -> None:
        """Put WeasyPrint's functions back."""
        inline.split_inline_box = self._split
        inline.justify_line = self._justify
        preferred.inline_max_content_width = self._widest
        preferred.inline_min_content_width = self._narrowest

    def composed(self, context: Any, box: Any, containing: Any) -> _Composed | None:
        """The line box as the composer reads it; None when it is WeasyPrint's to set."""
        key = id(box), containing.width if flow.depends_on_width(box) else None
        known = self._read.get(key)
        # WeasyPrint puts other children into a line box for ::first-letter.
        if key not in self._read or (known and known.children is not box.children):
            self._held.append(box)
            ours = flow.is_known(box) and flow.has_chinese(box)
            known = self._read[key] = _Composed(context, box, containing) if ours else None
        return known

    def split_inline_box(
        self, context: Any, box: Any, position_x: float, max_x: float, bottom_space: Any,
        skip_stack: Any, containing_block: Any, *rest: Any,
    ) -> Any:  # fmt: skip
        """Stands in for ``inline.split_inline_box``."""
        composed = None
        *_, first_letter_style, first_line_style = rest
        styled = first_letter_style or first_line_style
        if isinstance(box, boxes.LineBox) and not styled and not _is_cut(containing_block):
            composed = self.composed(context, box, containing_block)
        if composed is None:
            return self._split(
                context, box, position_x, max_x, bottom_space, skip_stack, containing_block, *rest
            )
        start = flow.place_of(composed.flow, box, skip_stack)
        first = max_x - position_x
        builder = composed.line(start, first, first + box.text_indent)
        new = builder.build(context, containing_block, position_x)
        new.is_composed = True
        resume, read = builder.line.resume, composed.flow
        after = flow.skip_stack_of(read, box, resume) if resume < len(read.chars) else None
        forced = resume in composed.paragraph.forced
        return new, after, forced, None, None, {"left": 0, "right": 0}

    def justify_line(self, context: Any, line: Any, extra_width: float) -> None:
        """Stands in for ``inline.justify_line``: a composed line is justified already."""
        if not getattr(line, "is_composed", False):
            self._justify(context, line, extra_width)

    def widest(
        self, context: Any, box: Any, outer: bool = True, is_line_start: bool = False
    ) -> Any:
        """Stands in for ``preferred.inline_max_content_width``."""
        paragraph = self._asked(context, box)
        if paragraph is None:
            return self._widest(context, box, outer, is_line_start)
        width = natural_width(paragraph) + _indent(box) + EASE
        return preferred.adjust(box, outer, width)

    def narrowest(self, context: Any, box: Any, outer: bool = True, *rest: Any, **more: Any) -> Any:
        """Stands in for ``preferred.inline_min_content_width``."""
        paragraph = None if more.get("first_line") or rest[:1] != () else self._asked(context, box)
        if paragraph is None:
            return self._narrowest(context, box, outer, *rest, **more)
        return preferred.adjust(box, outer, least_width(paragraph) + EASE)

    def _asked(self, context: Any, box: Any) -> Paragraph | None:
        """The paragraph of a line box whose width is asked for before it has a place."""
        if not isinstance(box, boxes.LineBox) or flow.depends_on_width(box):
            return None
        composed = self.composed(context, box, NOWHERE)
        return composed.paragraph if composed else None


def _is_cut(block: Any) -> bool:
    """Whether lines of the block may end in an ellipsis (``text-overflow``, ``line-clamp``)."""
    return bool(block.style["text_overflow"] != "clip" or block.style["block_ellipsis"] != "none")


def _indent(box: Any) -> float:
    indent = box.style["text_indent"]
    return float(indent.value) if getattr(indent, "unit", "%") != "%" else 0.0


@contextmanager
def composing() -> Iterator[Composing]:
    """Compose the lines of what is laid out inside the block.

    Raises RuntimeError for a version of WeasyPrint that was not tested with this.
    """
    hooks.refuse_untested()
    made = Composing()
    made.install()
    try:
        yield made
    finally:
        made.remove()


def left_to_weasyprint(pages: Any) -> tuple[int, int]:
    """Composed lines, and lines with Chinese text that WeasyPrint set itself, on laid-out pages."""
    ours = theirs = 0
    for page in pages:
        for box in page._page_box.descendants():
            if isinstance(box, boxes.LineBox):
                if getattr(box, "is_composed", False):
                    ours += 1
                elif flow.has_chinese(box):
                    theirs += 1
    return ours, theirs
