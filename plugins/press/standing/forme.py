"""Records of standing type: a page as it is painted, and the pages of a piece."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from plugins.press.screen.element import Element

#: What stands in a content stream: bytes as they are, or the beginning of marked content (tag, number).
Item = bytes | tuple[str, int]


@dataclass(frozen=True, slots=True)
class FaceUse:
    """A face as one page uses it: what WeasyPrint knows of it, and the glyphs in the order of first use."""

    facts: dict[str, Any]
    widths: dict[int, float]
    to_unicode: dict[int, str]


@dataclass(frozen=True, slots=True)
class BlockUse:
    """A picture as one page uses it: its name in the stream, whether it is smoothed, the key it is kept under."""

    name: str
    smoothed: bool
    key: str


@dataclass(frozen=True, slots=True)
class LinkMark:
    """Stands in a tag tree for the annotation of a link: its page in the piece, its place among the links."""

    page: int
    number: int


@dataclass(frozen=True, slots=True)
class PlacedPicture:
    """A picture as it is printed: its source, the key of its article ("" if none), pixels an inch, width in pixels."""

    source: str
    article: str
    ppi: float
    width: int


@dataclass(frozen=True, slots=True)
class Forme:
    """One page (px of CSS): everything WeasyPrint asks a page for, and what it would paint.

    ``links``: kind, target, rectangle. ``alphas``: states of transparency by their names.
    """

    width: float
    height: float
    bleed: dict[str, float]
    bookmarks: list[tuple[int, str, tuple[float, float], str]]
    anchors: dict[str, tuple[float, ...]]
    links: list[tuple[str, str, tuple[float, float, float, float]]]
    items: list[Item]
    faces: list[FaceUse]
    blocks: list[BlockUse]
    alphas: dict[str, dict[str, Any]]
    pictures: tuple[PlacedPicture, ...] = ()
    #: The keys of the articles of which something stands here.
    articles: frozenset[str] = frozenset()
    #: Lines that the composer set, and lines with Chinese text that were left to WeasyPrint.
    lines: tuple[int, int] = (0, 0)


@dataclass(slots=True, eq=False)
class Standing:
    """The pages of a piece, with its tags: elements in order, their pages counted from the piece's first.

    ``artifacts``: marks that are no text: (page, number); ``redundant``: links that repeat one around them.
    """

    formes: tuple[Forme, ...]
    root: Element
    artifacts: frozenset[tuple[int, int]]
    redundant: tuple[LinkMark, ...]
    metadata: Any = None
