"""A flow of measured characters → the paragraph that the composer breaks.

Here the classes of its characters, its white and the places where its lines may end are found.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from weasyprint.text.line_break import get_log_attrs

from plugins.hanzi import spacing
from plugins.hanzi.marks import may_part
from plugins.hanzi.scripts import IDEOGRAPHIC_SPACE, is_chinese, is_han
from plugins.hanzi.units import glued
from plugins.press.lines.flow import Flow
from plugins.press.lines.paragraph import Manner, Paragraph

#: A character at least this wide (em) stands on a full width.
WIDE = 0.95
#: A character narrower than this (px) is drawn onto the one before it.
NO_ROOM = 0.01
#: Type smaller than this share of the running text is a sub- or superscript, a note call, a reading.
SMALL = 0.8
#: A run of Latin letters and signs from this length on may be broken anywhere, when nothing else helps;
#: fewest characters of it on either side.
LONG_RUN, FEWEST = 12, 3
OPENING_QUOTES, CLOSING_QUOTES = frozenset("“‘"), frozenset("”’")
#: A number is never parted from these.
DATED = frozenset("年月日号")


def paragraph(flow: Flow) -> Paragraph:
    """What the composer asks about a flow that was read."""
    kinds = _kinds(flow)
    own = _set_spaces(flow, kinds)
    breaks, soft, inside = _breaks(flow, kinds)
    size = flow.box.style["font_size"]
    widths = [width / size for width in own]
    return Paragraph(
        chars=flow.chars,
        advances=[width + edge for width, edge in zip(own, flow.edges, strict=True)],
        size=size,
        kinds=kinds,
        gaps=spacing.set_by_mark(flow.chars, widths, spacing.gaps(kinds)),
        breaks=breaks,
        soft=soft,
        inside=inside,
        forced=[place + 1 for place, char in enumerate(flow.chars) if char == "\n"],
        manner=_manner(flow),
    )


def _kinds(flow: Flow) -> list[str]:
    kinds: list[str] = []
    small = SMALL * flow.box.style["font_size"]
    for char, own, size in zip(flow.chars, flow.own, flow.sizes, strict=True):
        if char == "\n":
            kind = "P"
        elif own < NO_ROOM and char not in spacing.SPACES:
            kind = spacing.MARK
        else:
            kind = spacing.kind(char, own >= WIDE * size)
        if size < small and kind == "L" and (not kinds or kinds[-1] != "L"):
            kind = "N"  # a note call: no gap; the 2.5 of PM2.5 follows a letter and keeps it
        kinds.append(kind)
    return kinds


def _set_spaces(flow: Flow, kinds: list[str]) -> list[float]:
    """Advances with the house's gap where a space was typed; changes ``kinds`` there."""
    own, size, base = list(flow.own), flow.box.style["font_size"], "P"
    for n, char in enumerate(flow.chars):
        if char == " " and 0 < n < len(kinds) - 1:
            white = spacing.typed_gap(base, kinds[n + 1])
            if white is not None:
                own[n], kinds[n] = white * size, "G" if white else spacing.MARK
        elif char == IDEOGRAPHIC_SPACE and _is_headline(flow):
            own[n] = size / 2  # the editor's space in a headline
        base = base if kinds[n] == spacing.MARK else kinds[n]
    return own


def _is_headline(flow: Flow) -> bool:
    """Whether `hanzi.headlines` has marked the text; in a paragraph a mark only allows a break."""
    return bool(flow.marked) and flow.box.style["text_align_all"] != "justify"


def _manner(flow: Flow) -> Manner:
    align = flow.box.style["text_align_all"]
    if _is_headline(flow) or align == "center":
        return "balanced"
    return "justified" if align == "justify" else "ragged"


def _breaks(flow: Flow, kinds: list[str]) -> tuple[list[int], list[int], list[int]]:
    """Places where lines may end; where they may when white would gape; where they may in need."""
    text, total = "".join(flow.chars), len(flow.chars)
    attrs = get_log_attrs(text, flow.box.style["lang"])
    kept = {place for start, end in flow.kept for place in range(start + 1, end)}
    kept |= _before_small(flow)
    loose = [n for n in range(1, total) if n not in kept and may_part(text[n - 1], text[n])]
    quotes = _beside_quotes(text, kinds)
    open_places = [n for n in loose if attrs[n].is_line_break or n in quotes]
    is_western = [char.isascii() and char not in " \n" for char in text]
    western = [n for n in loose if is_western[n - 1] and is_western[n]]
    marked = flow.marked - kept - {0, total}
    if _is_headline(flow):
        spaces = {n for n in range(1, total) if text[n - 1] in {" ", IDEOGRAPHIC_SPACE}} - kept
        return sorted(marked | spaces), open_places, western
    held = glued(text)
    # What units.py opens inside an address, UAX 14 would keep together.
    breaks = sorted(marked.union(n for n in {*open_places, *western} if not held[n]))
    soft = [n for n in open_places if held[n] and _is_soft(text[n - 1], text[n])]
    return breaks, soft, sorted(_inside_long_runs(text, western))


def _beside_quotes(text: str, kinds: list[str]) -> set[int]:
    places = {n for n, char in enumerate(text) if char in OPENING_QUOTES or char in CLOSING_QUOTES}
    return {
        n
        for place in places
        for n in (place, place + 1)
        if 0 < n < len(text) and _is_beside_quote(text, kinds, n)
    }


def _is_beside_quote(text: str, kinds: list[str], place: int) -> bool:
    """Whether a Chinese quotation mark opens behind the place, or closes before it.

    UAX 14 (LB19) cannot tell “ from ” and allows no break on either side; GB/T 15834-2011, 5.1.3 does.
    """
    left, right = text[place - 1], text[place]
    apostrophe = left == "’" and right.isascii()
    if apostrophe or right.isspace() or kinds[place] == spacing.MARK:
        return False
    closes = left in CLOSING_QUOTES and (kinds[place - 1] == "C" or is_chinese(right))
    opens = right in OPENING_QUOTES and (kinds[place] == "O" or is_chinese(left))
    return closes or opens


def _before_small(flow: Flow) -> set[int]:
    """Places before a note call, an index or a reading: it stays with what it belongs to (clreq 3.1.5)."""
    small = SMALL * flow.box.style["font_size"]
    is_small = [size < small for size in flow.sizes]
    return {n for n in range(1, len(is_small)) if is_small[n] and not is_small[n - 1]}


def _inside_long_runs(text: str, western: list[int]) -> Iterator[int]:
    """Places inside Latin runs so long that they may have to be broken anywhere (addresses)."""
    for match in re.finditer(f"[!-~]{{{LONG_RUN},}}", text):
        places = range(match.start() + FEWEST, match.end() - FEWEST + 1)
        yield from (n for n in western if n in places)


def _is_soft(left: str, right: str) -> bool:
    """Whether a kept place is a number and its Chinese measure word, which may be parted in need."""
    return (is_han(left) or is_han(right)) and right not in DATED
