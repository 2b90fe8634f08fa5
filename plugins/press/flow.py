"""A line box of WeasyPrint, before it is broken, as one flow of measured characters.

Inline boxes (bold, links, ruby) end in the flow: marks are squeezed and gaps set across their edges.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from weasyprint.formatting_structure import boxes
from weasyprint.text.ffi import FROM_UNITS, ffi
from weasyprint.text.line_break import Layout, create_layout, get_log_attrs, line_size

from plugins.hanzi import spacing
from plugins.hanzi.marks import may_part
from plugins.hanzi.scripts import IDEOGRAPHIC_SPACE, is_chinese, is_han
from plugins.hanzi.units import glued
from plugins.press.composer import Manner, Paragraph

#: A place where a marked headline may be broken (hanzi/headlines.py); it is not set.
WORD_MARK = "\u200b"
#: A character at least this wide (em) stands on a full width.
WIDE = 0.95
#: Type smaller than this share of the running text is a sub- or superscript, a note call, a reading.
SMALL = 0.8
#: A run of Latin letters and signs from this length on may be broken anywhere, when nothing else helps;
#: fewest characters of it on either side.
LONG_RUN, FEWEST = 12, 3
#: Values of ``white-space`` that let spaces collapse.
KNOWN = frozenset({"normal", "nowrap", "pre-line"})
#: A number is never parted from these.
DATED = frozenset("年月日号")


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
        self.edges.append(0.0)
        self.sizes.append(size)


def read(context: Any, line_box: Any, containing_block: Any) -> tuple[Flow, Paragraph]:
    """Measure a line box that `is_known`."""
    from weasyprint.layout.inline import atomic_box
    from weasyprint.layout.percent import resolve_percentages

    flow = Flow(line_box)

    def walk(box: Any) -> None:
        start = len(flow.chars)
        for child in box.children:
            resolve_percentages(child, containing_block)
            if isinstance(child, boxes.TextBox):
                _read_text(flow, child, context)
            elif isinstance(child, boxes.InlineBox):
                walk_inline(child)
            else:
                leaf = flow.leaves[id(child)] = Leaf(child, len(flow.chars))
                width = atomic_box(context, child, 0, None, containing_block, [], []).margin_width()
                flow.add(spacing.BOX, width, box.style["font_size"])
                leaf.end = len(flow.chars)
                flow.spans[id(child)] = (leaf.start, leaf.end)
        flow.spans[id(box)] = (start, len(flow.chars))
        if box.style["white_space"] in {"nowrap", "pre"}:
            flow.kept.append((start, len(flow.chars)))

    def walk_inline(box: Any) -> None:
        _auto_margins(box)
        start = len(flow.chars)
        walk(box)
        if len(flow.chars) > start:
            flow.edges[start] += box.padding_left + box.margin_left + box.border_left_width
            flow.edges[-1] += box.padding_right + box.margin_right + box.border_right_width

    walk(line_box)
    return flow, _paragraph(flow)


def is_known(box: Any) -> bool:
    """Whether everything in a line box is what the composer knows; else WeasyPrint sets the line."""
    style = box.style
    if style["direction"] != "ltr":
        return False
    return all(_is_known_child(child) for child in box.children)


def _is_known_child(child: Any) -> bool:
    if not child.is_in_normal_flow() or child.is_leader:
        return False
    if isinstance(child, boxes.TextBox):
        style = child.style
        return bool(
            style["font_size"]
            and not style["word_spacing"]
            and (style["white_space"] in KNOWN or "\n" not in child.text)
            and "\u00ad" not in child.text
        )
    if isinstance(child, boxes.InlineBox):
        return is_known(child)
    return isinstance(child, boxes.InlineBlockBox | boxes.InlineReplacedBox) and not (
        child.is_table_wrapper
    )


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
            if not isinstance(child, boxes.AtomicInlineLevelBox):
                inner = skip_stack_of(flow, child, place)
            return {index: inner} if index or inner or box is flow.box else None
    raise AssertionError(f"no child of {box} holds place {place}")


def _auto_margins(box: Any) -> None:
    for side in ("margin_left", "margin_right"):
        if getattr(box, side) == "auto":
            setattr(box, side, 0)


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
    if box.style["white_space"] in {"nowrap", "pre"}:
        flow.kept.append((leaf.start, leaf.end))


def _measure(leaf: Leaf, text: str, context: Any) -> list[float]:
    """Advances of the characters in px; what a line of this face needs goes into the leaf."""
    layout = create_layout(text.replace("\n", " "), leaf.box.style, context, None, 0)
    line, _ = layout.get_first_line()
    _, leaf.height = line_size(line, leaf.box.style)
    leaf.baseline = baseline(layout)
    advances = dict(glyph_advances(line))
    layout.deactivate()
    leaf.face = vars(layout)
    widths, offset = [], 0
    for char in text:
        widths.append(0.0 if char == "\n" else advances.get(offset, 0.0))
        offset += len(char.encode())
    return widths


def baseline(layout: Layout) -> float:
    """Distance from the top of a layout to its baseline in px."""
    from weasyprint.text.ffi import pango

    return float(pango.pango_layout_get_baseline(layout.layout) * FROM_UNITS)


def runs(line: Any) -> Iterator[Any]:
    """The glyph items of a Pango line."""
    run = line.runs
    while run != ffi.NULL:
        yield ffi.cast("PangoGlyphItem *", run.data) if not hasattr(run.data, "item") else run.data
        run = run.next


def glyph_advances(line: Any) -> Iterator[tuple[int, float]]:
    """Offset in UTF-8 of every cluster, and its advance in px."""
    for item in runs(line):
        glyphs, clusters = item.glyphs.glyphs, item.glyphs.log_clusters
        offset, width, before = item.item.offset, 0, None
        for n in range(item.glyphs.num_glyphs):
            if before is not None and clusters[n] != before:
                yield offset + before, width * FROM_UNITS
                width = 0
            before = clusters[n]
            width += glyphs[n].geometry.width
        if before is not None:
            yield offset + before, width * FROM_UNITS


def _paragraph(flow: Flow) -> Paragraph:
    size = flow.box.style["font_size"]
    kinds = _kinds(flow, size)
    advances = [own + edge for own, edge in zip(_set_spaces(flow, kinds, size), flow.edges, strict=True)]
    forced = [place + 1 for place, char in enumerate(flow.chars) if char == "\n"]
    breaks, soft, inside = _breaks(flow)
    gaps, manner = spacing.gaps(kinds), _manner(flow)
    return Paragraph(flow.chars, advances, size, kinds, gaps, breaks, soft, inside, forced, manner)


def _kinds(flow: Flow, size: float) -> list[str]:
    kinds: list[str] = []
    for char, own, own_size in zip(flow.chars, flow.own, flow.sizes, strict=True):
        kind = "P" if char == "\n" else spacing.kind(char, own >= WIDE * own_size)
        if own_size < SMALL * size and kind == "L" and (not kinds or kinds[-1] != "L"):
            kind = "N"  # a note call: no gap; the 2.5 of PM2.5 follows a letter and keeps it
        kinds.append(kind)
    return kinds


def _set_spaces(flow: Flow, kinds: list[str], size: float) -> list[float]:
    """Advances with the house's gap where a space was typed; changes ``kinds`` there."""
    own = list(flow.own)
    for n, char in enumerate(flow.chars):
        if char == " " and 0 < n < len(kinds) - 1:
            white = spacing.typed_gap(kinds[n - 1], kinds[n + 1])
            if white is not None:
                own[n], kinds[n] = white * size, "G"
        elif char == IDEOGRAPHIC_SPACE and flow.marked:
            own[n] = size / 2  # the editor's space in a headline
    return own


def _manner(flow: Flow) -> Manner:
    align = flow.box.style["text_align_all"]
    if flow.marked or align == "center":
        return "balanced"
    return "justified" if align == "justify" else "ragged"


def _breaks(flow: Flow) -> tuple[list[int], list[int], list[int]]:
    """Places where lines may end; where they may when white would gape; where they may in need."""
    text, total = "".join(flow.chars), len(flow.chars)
    attrs = get_log_attrs(text, flow.box.style["lang"])
    kept = {place for start, end in flow.kept for place in range(start + 1, end)}
    loose = [n for n in range(1, total) if n not in kept and may_part(text[n - 1], text[n])]
    open_places = [n for n in loose if attrs[n].is_line_break]
    western = [n for n in loose if _is_western(text[n - 1 : n + 1])]
    if flow.marked:
        marked = {n for n in range(1, total) if flow.chars[n - 1] in {" ", IDEOGRAPHIC_SPACE}}
        return sorted((flow.marked | marked) - {0, total}), open_places, western
    held = glued(text)
    # What units.py opens inside an address, UAX 14 would keep together.
    breaks = sorted(n for n in {*open_places, *western} if not held[n])
    soft = [n for n in open_places if held[n] and _is_soft(text[n - 1], text[n])]
    return breaks, soft, sorted(_inside_long_runs(text, western))


def _inside_long_runs(text: str, western: list[int]) -> Iterator[int]:
    """Places inside Latin runs so long that they may have to be broken anywhere (addresses)."""
    for match in re.finditer("[!-~]{%d,}" % LONG_RUN, text):
        places = range(match.start() + FEWEST, match.end() - FEWEST + 1)
        yield from (n for n in western if n in places)


def _is_western(text: str) -> bool:
    return text.isascii() and " " not in text and "\n" not in text


def _is_soft(left: str, right: str) -> bool:
    """Whether a kept place is a number and its Chinese measure word, which may be parted in need."""
    return (is_han(left) or is_han(right)) and right not in DATED
