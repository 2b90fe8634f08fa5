"""Glyphs of a line that Pango has shaped: their advances measured, and set so that a PDF keeps them.

Lengths in px; Pango counts in 1/1024 px. Offsets are in the UTF-8 of the text, as Pango and WeasyPrint
have them.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from math import ceil, floor
from typing import Any

from weasyprint.text.ffi import FROM_UNITS, TO_UNITS, ffi, pango
from weasyprint.text.line_break import Layout

_EXTENTS = ffi.new("PangoRectangle *")


def baseline(layout: Layout) -> float:
    """Distance from the top of a layout to its baseline in px."""
    return float(pango.pango_layout_get_baseline(layout.layout) * FROM_UNITS)


def runs(line: Any) -> Iterator[Any]:
    """The glyph items (``PangoGlyphItem *``) of a Pango line, left to right."""
    run = line.runs
    while run != ffi.NULL:
        yield ffi.cast("PangoGlyphItem *", run.data)
        run = run.next


def advances(line: Any) -> Iterator[tuple[int, float]]:
    """Offset of every cluster of a Pango line, and its advance in px."""
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


def place(line: Any, places: Mapping[int, float], font_size: float) -> None:
    """Give the glyphs of a Pango line the advances that lead to their ``places``.

    ``places``: offset of every character, and of the end → px from the left. They are absolute, since a
    line shaped alone may be kerned otherwise than in its paragraph. All runs go from left to right.
    """
    size, pen = int(font_size * TO_UNITS) * FROM_UNITS, 0.0  # as Pango and the PDF have it
    for run in runs(line):
        clusters, count = run.glyphs.log_clusters, run.glyphs.num_glyphs
        font, offset, end = run.item.analysis.font, run.item.offset, run.item.length
        for n in range(count):
            after = clusters[n + 1] if n < count - 1 else end
            # Where more glyphs of this character follow, only the last of them is moved.
            wanted = None if after == clusters[n] else places[offset + after] - pen
            pen += _advance(run.glyphs.glyphs[n], font, size, wanted)


def _advance(glyph: Any, font: Any, font_size: float, wanted: float | None) -> float:
    """Set the advance of a glyph as near to ``wanted`` px as WeasyPrint writes it; what it will be, px.

    WeasyPrint writes what the advance lacks to the font's own width as a kern, cut to whole thousandths
    of an em towards nought. Over a line that would add up: so the kern is chosen, then the advance.
    """
    geometry, thousandth = glyph.geometry, font_size / 1000
    if glyph.glyph == pango.PANGO_GLYPH_EMPTY:
        # WeasyPrint writes its width as Pango counts it over the size: not quite thousandths.
        geometry.width = round((wanted or 0.0) * 1000)
        return float(geometry.width * thousandth / font_size)
    if glyph.glyph & pango.PANGO_GLYPH_UNKNOWN_FLAG:
        # No face has it: typesetter.py refuses the page.
        return float(geometry.width * FROM_UNITS)
    own: float = _own_width(font, glyph.glyph, font_size) + geometry.x_offset / font_size
    if wanted is None:
        return (own - int(own - geometry.width * FROM_UNITS / thousandth)) * thousandth
    kern = round(own - wanted / thousandth)
    exact = (own - kern) * thousandth * TO_UNITS
    if kern:
        geometry.width = floor(exact) if kern > 0 else ceil(exact)
    else:
        geometry.width = round(exact)
    return (own - kern) * thousandth


def _own_width(font: Any, glyph: int, font_size: float) -> int:
    """The width of a glyph as the PDF's font gives it, in thousandths of an em."""
    pango.pango_font_get_glyph_extents(font, glyph, ffi.NULL, _EXTENTS)
    width = float(_EXTENTS.width * FROM_UNITS)
    return round(width * 1000 / font_size)
