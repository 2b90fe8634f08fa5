"""The pages of an issue → the pages of one article: its own boxes and nothing else.

A page is copied with those branches of its tree of boxes that lead to the article: other articles on it, the
hairlines between short news, openers of sections and fillers are not there. So are links: those within the
article stay, those to public articles lead to the site, all others are no links.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from weasyprint.document import Page

from plugins.article.record import Article
from plugins.press.binding import BoundPage
from plugins.press.sheets import Sheet
from plugins.press.workshop import Bound


@dataclass(frozen=True, slots=True)
class Leaf:
    """A page of which some boxes are shown: its sheet, and those boxes."""

    sheet: Sheet
    body: Page
    #: What is painted over the body; None on pages of the cover and full-page pictures.
    furniture: Page | None
    #: How far the binding moves the body to the right (px).
    shift: float

    @property
    def bound(self) -> BoundPage:
        """The page, ready to paint."""
        return BoundPage(self.body, self.furniture, self.shift)

    def over(self, foot: Page) -> Leaf:
        """The leaf with the boxes of another page, where they stand there, behind its own.

        The boxes are moved, not copied: ``foot`` is used up.
        """
        root = foot._page_box.children[0]
        root.translate(dx=-self.shift)
        page_box = self.body._page_box
        body = Page(page_box.copy_with_children([*page_box.children, root]))
        moved = [
            (kind, target, (left - self.shift, top, right - self.shift, end), box)
            for kind, target, (left, top, right, end), box in foot.links
        ]
        body.links = [*self.body.links, *moved]
        return replace(self, body=body)


def leaves(bound: Bound, addresses: Mapping[str, str]) -> dict[str, tuple[Leaf, ...]]:
    """The pages of every article by its stem, in printed order.

    ``addresses``: where articles stand on the site, by stem, of those to which links may lead. The links of
    the laid-out boxes are changed: call it when the issue has been painted.
    """
    found: dict[str, tuple[Leaf, ...]] = {}
    for place, sheet in enumerate(bound.sheets):
        if sheet.piece is None or not sheet.piece.runs:
            continue
        page = bound.documents[sheet.piece.name].pages[sheet.page]
        for article in sheet.piece.articles:
            own = _own(page._page_box, article)
            if own is not None:
                leaf = _leaf(own, sheet, bound.furniture[place], place)
                found[article.stem] = (*found.get(article.stem, ()), leaf)
    for made in found.values():
        turn_links(made, addresses)
    return found


def _leaf(own: Any, sheet: Sheet, furniture: Page, place: int) -> Leaf:
    shift = furniture.anchors[f"type-area-{place}"][0] - own.margin_left
    return Leaf(sheet, Page(own), furniture, shift)


def _own(box: Any, article: Article) -> Any | None:
    """A copy of a box with those branches that lead to the article; None when none does."""
    if box.element_tag == "article" and box.element.get("id") == article.key:
        return box
    children = getattr(box, "children", ())
    kept = [own for child in children if (own := _own(child, article)) is not None]
    return box.copy_with_children(kept) if kept else None


def turn_links(made: Sequence[Leaf], addresses: Mapping[str, str]) -> None:
    """Leave only links that can be followed from these pages, which are one file.

    ``addresses``: where articles stand on the site, by their anchors; links to them lead there when they
    are not in the file.
    """
    anchors = {name for leaf in made for name in leaf.body.anchors}
    for leaf in made:
        leaf.body.links = list(_turned(leaf.body.links, anchors, addresses))


def _turned(links: list[Any], anchors: set[str], addresses: Mapping[str, str]) -> Iterator[Any]:
    """Links that can be followed, to one of ``anchors`` or ``addresses``."""
    for kind, target, rectangle, box in links:
        # What an earlier PDF of these boxes put here is no object of this one.
        box.link_annotation = None
        if kind != "internal" or target in anchors:
            yield kind, target, rectangle, box
        elif target in addresses:
            yield "external", addresses[target], rectangle, box
