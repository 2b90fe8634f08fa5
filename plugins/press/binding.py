"""Pages of many documents → one document, with furniture painted on top and bodies shifted.

WeasyPrint paints a page through `paint`, and reads its size, links, anchors and bookmarks: this
class offers the same face, so that one PDF with one font subset a face comes out.
"""

from __future__ import annotations

from typing import Any

from plugins.hanzi.scripts import IDEOGRAPHIC_SPACE
from plugins.press.emphasis import paint_dots
from plugins.press.lines.flow import WORD_MARK
from plugins.press.screen.pagination import pagination


class BoundPage:
    """A body page, moved ``shift`` px to the right, under a page of furniture."""

    def __init__(self, body: Any, furniture: Any | None, shift: float) -> None:
        self._body = body
        self._furniture = furniture
        self.shift = shift
        self.width, self.height = body.width, body.height
        self.bleed, self.forms = body.bleed, body.forms
        self._page_box = body._page_box
        self.bookmarks = [
            (level, _plain(label), (x + shift, y), state)
            for level, label, (x, y), state in body.bookmarks
        ]
        self.anchors = {name: _moved(place, shift) for name, place in body.anchors.items()}
        self.links = [
            (kind, target, (box[0] + shift, box[1], box[2] + shift, box[3]), element)
            for kind, target, box, element in body.links
        ]

    def paint(self, stream: Any, scale: float = 1) -> None:
        """Paint body, then furniture."""
        with stream.stacked():
            stream.transform(e=self.shift * scale)
            self._body.paint(stream, scale)
            with stream.stacked():
                stream.transform(a=scale, d=scale)
                paint_dots(self._page_box, stream)
        if self._furniture is not None:
            with pagination(stream, self.height):
                self._furniture.paint(stream, scale)


def _plain(label: str) -> str:
    """A headline without the marks of where it may be broken."""
    return label.replace(WORD_MARK, "").replace(IDEOGRAPHIC_SPACE, " ")


def _moved(place: tuple[float, ...], shift: float) -> tuple[float, ...]:
    return (place[0] + shift, *place[1:])
