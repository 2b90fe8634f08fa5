"""The pages of an issue → the pages of its public edition: what is public stays where it stands in print.

Of a page of articles there stay the public ones, the opener of a section that the public edition has, fillers,
and hairlines between short news that still stand side by side. A page on which nothing of that is left is not
there. Cover and contents were laid out anew, for they name articles.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from weasyprint.document import Page

from plugins.issue.record import Issue, Section
from plugins.press.screen.clipping_pages import Leaf, turn_links
from plugins.press.sheets import Sheet
from plugins.press.workshop import Bound

#: Heads of sections (theme/press/templates/articles.html).
HEADS = frozenset({"opener", "section-note"})
#: Where short news stand with hairlines between them.
SHORTS, RULE = "shorts", "hr"
FILLER = "filler"


def excerpt_pages(bound: Bound, public: Issue, fresh: Mapping[str, Any]) -> tuple[Leaf, ...]:
    """The pages of the public edition in printed order.

    ``public``: the issue as the public edition has it; ``fresh``: documents laid out anew, by the names of
    their pieces. The links of the laid-out boxes are changed: call it when the issue has been painted.
    Raises RuntimeError when a piece that was laid out anew has more pages than in print.
    """
    for name, document in fresh.items():
        if len(document.pages) > len(bound.documents[name].pages):
            raise RuntimeError(f"{name}: more pages than in print")
    made = []
    for place, sheet in enumerate(bound.sheets):
        box = _page_box(bound, public, sheet, fresh)
        if box is not None and sheet.piece is not None:
            furniture = bound.furniture[place] if sheet.piece.has_furniture else None
            made.append(Leaf(sheet, Page(box), furniture, bound.pages[place].shift))
    turn_links(made, {})
    return tuple(made)


def folios_left(leaves: tuple[Leaf, ...]) -> tuple[int, ...]:
    """The folio of every page, 0 for those of the cover."""
    return tuple(leaf.sheet.folio for leaf in leaves)


def _page_box(bound: Bound, public: Issue, sheet: Sheet, fresh: Mapping[str, Any]) -> Any | None:
    """What stays of a page; None when nothing does."""
    piece = sheet.piece
    if piece is None:  # a page for notes that the binding asked for
        return None
    document = fresh.get(piece.name, bound.documents[piece.name])
    if sheet.page >= len(document.pages):
        return None
    box = document.pages[sheet.page]._page_box
    if piece.section is not None:
        return _choice(piece.section, public).of_page(box)
    return box if piece.plate is None or piece.plate in public.plates else None


def _choice(section: Section, public: Issue) -> _Choice:
    """What the public edition has of a section."""
    own = (each for each in public.sections if each.title.name == section.title.name)
    keys = frozenset(article.key for each in own for article in each.articles)
    return _Choice(keys, bool(keys))


@dataclass(frozen=True, slots=True)
class _Choice:
    """What stays of the pages of one piece: articles by their ``keys``; the ``head`` of its section or not."""

    keys: frozenset[str]
    head: bool

    def of_page(self, page_box: Any) -> Any | None:
        """What stays of a page; fillers alone are no page."""
        kept = self._kept(page_box, frozenset(), fillers=False)
        return kept and self._kept(page_box, frozenset(), fillers=True)

    def _kept(self, box: Any, rules: frozenset[int], *, fillers: bool) -> Any | None:
        """A copy of a box with the branches that stay; None when none does.

        ``rules``: the hairlines that stay, by the identity of their elements.
        """
        if box.element is None:  # boxes of the page itself: its margins, the place for footnotes
            known: Mapping[str, str] = {}
        else:
            known = box.element.attrib
        classes = set(known.get("class", "").split())
        if SHORTS in classes:
            rules = frozenset(self._rules(box.element))
        for found, stays in (
            (box.element_tag == "article", known.get("id") in self.keys),
            (bool(HEADS & classes), self.head),
            (FILLER in classes, fillers),
        ):
            if found:
                return box if stays else None
        if id(box.element) in rules:
            return box
        children = getattr(box, "children", ())
        every = (self._kept(child, rules, fillers=fillers) for child in children)
        kept = [each for each in every if each is not None]
        return box.copy_with_children(kept) if kept else None

    def _rules(self, shorts: Any) -> Iterator[int]:
        """Hairlines right between two articles that both stay."""
        row = list(shorts)
        for before, rule, behind in zip(row, row[1:], row[2:], strict=False):
            if rule.tag == RULE and {before.get("id"), behind.get("id")} <= self.keys:
                yield id(rule)
