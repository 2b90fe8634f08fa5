"""Running heads, folios and thumb index: no part of the text, and marked so (ISO 14289-1, 7.8)."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import pydyf


@contextmanager
def pagination(stream: Any, height: float) -> Iterator[None]:
    """What is painted inside the block is an artifact of pagination (ISO 32000-1, 14.8.2.2.2).

    ``stream``: WeasyPrint's; ``height`` of the page in px: words in its upper half are a header, those
    in the lower half a footer. Nothing is marked when the file has no tags.
    """

    @contextmanager
    def marked(box: Any, tag: str) -> Iterator[None]:
        head = box.position_y < height / 2
        kind = {"Type": "/Pagination", "Subtype": "/Header" if head else "/Footer"}
        stream.begin_marked_content("Artifact", pydyf.Dictionary(kind))
        yield
        stream.end_marked_content()

    if stream._tags is None:
        yield
        return
    stream.marked = marked
    try:
        yield
    finally:
        del stream.marked
