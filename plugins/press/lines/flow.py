"""A line box of WeasyPrint, before it is broken, as one flow of measured characters.

Inline boxes (bold, links, ruby) end in the flow: marks are squeezed and gaps set across their edges.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass, field
from typing import Any

from weasyprint.formatting_structure import boxes
from weasyprint.layout.inline import atomic_box
from weasyprint.layout.percent import resolve_percentages
from weasyprint.text.line_break import create_layout, line_size

from plugins.hanzi import spacing
from plugins.hanzi.scripts import is_chinese
from plugins.press.lines import glyphs

#: A place where a marked headline may be broken (hanzi/headlines.py); it is not set.
WORD_MARK = "\u200b"
#: Values of ``white-space`` that let spaces collapse; that keep a line whole.
COLLAPSING, UNBROKEN = frozenset({"normal", "nowrap", "pre-line"}), frozenset({"nowrap", "pre"})
#: Where they do not collapse: what the composer would not keep, a space at a line start or a break.
KEPT_SPACE = re.compile(r"^ |\n")
#: Soft hyphens, which WeasyPrint sets; tabs and other separators of lines; scripts written from right to
#: left, and marks that turn the direction (UAX 9): Arabic, Uyghur, Hebrew.
UNKNOWN = re.compile(
    "[\u00ad\t\f\u0085\u2028\u2029\u0590-\u08ff\u200e\u200f\u202a-\u202e\u2066-\u2069\ufb1d-\ufdff"
    "\ufe70-\ufefc\U00010800-\U00010fff\U0001e800-\U0001efff]"
)
EDGES = ("padding_left", "padding_right", "margin_left", "margin_right")


@dataclass(slots=True)
class Leaf:
    """A text box or an atomic box: the places of its characters, their offsets in UTF-8, their widths."""

    box: Any
    start: int
    end: int = 0
    offsets: list[int] = field(default_factory=list)
    #: What a line of this face needs: the fields of a `Layout`, height and baseline in px.
    face: dict[str, Any] = field(default_factory=dict)
    height: float = 0.0
    baseline: float = 0.0


class Flow:
    """One line box: characters, leaves, and the span of every box in it."""

    def __init__(self, line_box: Any) -> None:
        self.box = line_box  # held, so that its id is not given to another box
        self.chars: list[str] = []
        self.own: list[float] = []  # advance of the glyph in its face
        self.edges: list[float] = []  # margins, borders, paddings beside the character
        self.pending = 0.0  # those of empty boxes, which stand in the line of the next character
        self.sizes: list[float] = []
        self.spans: dict[int, tuple[int, int]] = {}
        self.leaves: dict[int, Leaf] = {}
        self.kept: list[tuple[int, int]] = []  # spans without a break inside
        self.marked: set[int] = set()
        self.seats: dict[int, tuple[float, float]] = {}  # style → height and baseline of its lines

    def add(self, char: str, advance: float, size: float) -> None:
        """Put one character at the end."""
        self.chars.append(char)
        self.own.append(advance)
        self.edges.append(self.pending)
        self.pending = 0.0
        self.sizes.append(size)


def read(context: Any, line_box: Any, containing_block: Any) -> Flow:
    """Measure a line box that `is_known`.

    ``containing_block``: WeasyPrint's box or (width, height) in px, which percentages are of.
    """
    flow = Flow(line_box)
    _read_children(flow, line_box, context, containing_block)
    if flow.edges:
        flow.edges[-1] += flow.pending
    return flow


def _read_children(flow: Flow, box: Any, context: Any, containing_block: Any) -> None:
    start = len(flow.chars)
    for child in box.children:
        resolve_percentages(child, containing_block)
        if isinstance(child, boxes.TextBox):
            _read_text(flow, child, context)
        elif isinstance(child, boxes.InlineBox):
            _read_inline(flow, child, context, containing_block)
        else:
            _read_atomic(flow, child, context, containing_block)
    flow.spans[id(box)] = (start, len(flow.chars))
    if box.style["white_space"] in UNBROKEN:
        flow.kept.append((start, len(flow.chars)))


def _read_inline(flow: Flow, box: Any, context: Any, containing_block: Any) -> None:
    for side in ("margin_left", "margin_right"):
        if getattr(box, side) == "auto":
            setattr(box, side, 0)
    start = len(flow.chars)
    _read_children(flow, box, context, containing_block)
    left = box.padding_left + box.margin_left + box.border_left_width
    right = box.padding_right + box.margin_right + box.border_right_width
    if start == len(flow.chars):
        flow.pending += left + right
        return
    # A space at the edge may fall away at a line end; the padding does not.
    seen = [n for n in range(start, len(flow.chars)) if flow.chars[n] not in spacing.SPACES]
    flow.edges[seen[0] if seen else start] += left
    flow.edges[seen[-1] if seen else -1] += right


def _read_atomic(flow: Flow, box: Any, context: Any, containing_block: Any) -> None:
    start = len(flow.chars)
    laid_out = atomic_box(context, box, 0, None, containing_block, [], [])
    flow.add(spacing.BOX, laid_out.margin_width(), box.style["font_size"])
    flow.leaves[id(box)] = Leaf(box, start, start + 1)
    flow.spans[id(box)] = (start, start + 1)


def is_known(box: Any) -> bool:
    """Whether everything in a line box is what the composer knows; else WeasyPrint sets the line."""
    style = box.style
    if style["direction"] != "ltr" or style["text_align_last"] == "justify":
        return False
    return all(_is_known_child(child) for child in box.children)


def _is_known_child(child: Any) -> bool:
    if not child.is_in_normal_flow() or child.is_leader:
        return False
    if isinstance(child, boxes.TextBox):
        style = child.style
        collapses = style["white_space"] in COLLAPSING or not KEPT_SPACE.search(child.text)
        return bool(
            style["font_size"]
            and not style["word_spacing"]
            and collapses
            and not UNKNOWN.search(child.text)
        )
    if isinstance(child, boxes.InlineBox):
        return is_known(child)
    return isinstance(child, boxes.InlineBlockBox | boxes.InlineReplacedBox) and not (
        child.is_table_wrapper
    )


def depends_on_width(box: Any) -> bool:
    """Whether what is read of a line box depends on the width of its containing block."""
    for child in box.children:
        if isinstance(child, boxes.AtomicInlineLevelBox):
            return True
        if isinstance(child, boxes.InlineBox):
            edges = (child.style[edge] for edge in EDGES)
            if any(getattr(edge, "unit", "") == "%" for edge in edges) or depends_on_width(child):
                return True
    return False


def has_chinese(box: Any) -> bool:
    """Whether any text in the box is Chinese."""
    for child in box.children:
        if isinstance(child, boxes.TextBox):
            if any(is_chinese(char) for char in child.text):
                return True
        elif isinstance(child, boxes.InlineBox) and has_chinese(child):
            return True
    return False


def place_of(flow: Flow, box: Any, skip_stack: Any) -> int:
    """WeasyPrint's way to say where a line begins → place in the flow."""
    if skip_stack is None:
        return flow.spans[id(box)][0]
    ((index, rest),) = skip_stack.items()
    if isinstance(box, boxes.TextBox):
        leaf = flow.leaves[id(box)]
        return leaf.start + bisect_right(leaf.offsets, index - 1)
    return place_of(flow, box.children[index], rest)


def skip_stack_of(flow: Flow, box: Any, place: int) -> Any:
    """Place in the flow → WeasyPrint's way to say where the next line begins; None at a box's start."""
    if isinstance(box, boxes.TextBox):
        leaf = flow.leaves[id(box)]
        return {leaf.offsets[place - leaf.start]: None} if place > leaf.start else None
    for index, child in enumerate(box.children):
        start, end = flow.spans[id(child)]
        if place < end or place == start == end:
            inner = None
            if start < end and not isinstance(child, boxes.AtomicInlineLevelBox):
                inner = skip_stack_of(flow, child, place)
            return {index: inner} if index or inner or box is flow.box else None
    raise AssertionError(f"no child of {box} holds place {place}")


def _read_text(flow: Flow, box: Any, context: Any) -> None:
    leaf = flow.leaves[id(box)] = Leaf(box, len(flow.chars))
    text = box.text
    widths = _measure(leaf, text, context) if text else []
    offset = 0
    for char, advance in zip(text, widths, strict=True):
        if char == WORD_MARK:
            flow.marked.add(len(flow.chars))
        else:
            leaf.offsets.append(offset)
            flow.add(char, advance, box.style["font_size"])
        offset += len(char.encode())
    leaf.offsets.append(offset)
    leaf.end = len(flow.chars)
    flow.spans[id(box)] = (leaf.start, leaf.end)
    if box.style["white_space"] in UNBROKEN:
        flow.kept.append((leaf.start, leaf.end))


def _measure(leaf: Leaf, text: str, context: Any) -> list[float]:
    """Advances of the characters in px; what a line of this face needs goes into the leaf."""
    layout = create_layout(text.replace("\n", " "), leaf.box.style, context, None, 0)
    line, _ = layout.get_first_line()
    _, leaf.height = line_size(line, leaf.box.style)
    leaf.baseline = glyphs.baseline(layout)
    advances = dict(glyphs.advances(line))
    layout.deactivate()
    leaf.face = vars(layout)
    widths, offset = [], 0
    for char in text:
        widths.append(0.0 if char == "\n" else advances.get(offset, 0.0))
        offset += len(char.encode())
    return widths
