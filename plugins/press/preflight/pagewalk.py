"""All pages of a PDF, walked: boxes, marks, groups, annotations."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from pikepdf import Pdf

from plugins.press.matrix import UNIT
from plugins.press.preflight.graphics import fitted, matrix, placed
from plugins.press.preflight.operators import obey
from plugins.press.preflight.pagefacts import Annotation, Group, PageFacts
from plugins.press.preflight.plain import (
    Unreadable,
    child,
    data,
    items,
    keyed,
    name,
    number,
    numbers,
    pairs,
)
from plugins.press.preflight.plain import box as box_of
from plugins.press.preflight.walk import CONTENT, Shelf, TooLong, Walker

#: Ancestors in the page tree that are asked for what a page inherits.
TALLEST = 60
#: Annotations of a page that are looked at.
MOST_ANNOTATIONS = 2000
#: An annotation that is never seen on paper (ISO 32000-1, table 165): hidden.
HIDDEN = 2


def pages(pdf: Pdf, shelf: Shelf) -> Iterator[PageFacts]:
    """Facts of every page. A file with too many operators is left where it became too long."""
    for number_, page in enumerate(pdf.pages, 1):
        facts = _facts(page.obj, number_)
        try:
            _walk(page.obj, facts, shelf)
        except TooLong:
            facts.garbled.append("内容多得没有道理，后面的没有查")
            yield facts
            return
        yield facts


def _facts(page: Any, number_: int) -> PageFacts:
    return PageFacts(
        number_,
        media=box_of(_inherited(page, "/MediaBox")),
        crop=box_of(_inherited(page, "/CropBox")),
        bleed=box_of(child(page, "/BleedBox")),
        trim=box_of(child(page, "/TrimBox")),
        art=box_of(child(page, "/ArtBox")),
        rotate=number(_inherited(page, "/Rotate")),
        user_unit=number(child(page, "/UserUnit"), 1.0),
    )


def _inherited(page: Any, key: str) -> Any:
    """A key of a page or of the nearest ancestor that has it (ISO 32000-1, 7.7.3.4)."""
    for _ in range(TALLEST):
        found = child(page, key)
        if found is not None:
            return found
        page = child(page, "/Parent")
    return None


def _walk(page: Any, facts: PageFacts, shelf: Shelf) -> None:
    walker = Walker(shelf, facts, obey)
    resources = _inherited(page, "/Resources")
    group = child(page, "/Group")
    if name(child(group, "/S")) == "Transparency":
        walker.resources = resources
        facts.groups.append(Group(walker.group_space(group), True))
    try:
        walker.run(_content(child(page, "/Contents")), resources)
    except Unreadable as fault:
        walker.garbled(f"内容流读不出：{fault}")
    for each in items(child(page, "/Annots"))[:MOST_ANNOTATIONS]:
        kind = name(child(each, "/Subtype"))
        facts.annotations.append(Annotation(kind, box_of(child(each, "/Rect"))))
        if not int(number(child(each, "/F"))) & HIDDEN:
            _appearance(each, walker)


def _content(thing: Any) -> bytes:
    """The streams of a page as one (ISO 32000-1, 7.8.2). Raises `Unreadable`."""
    if thing is None:
        return b""
    parts = items(thing)
    if not parts and len(keyed(thing).keys()) == 0:
        return b""
    whole = b"\n".join(data(each, CONTENT) for each in parts or [thing])
    if len(whole) > CONTENT:
        raise Unreadable("内容太长")
    return whole


def _appearance(annotation: Any, walker: Walker) -> None:
    """Enter the normal appearances of an annotation (ISO 32000-1, 12.5.5)."""
    normal, rect = child(annotation, "/AP", "/N"), box_of(child(annotation, "/Rect"))
    streams = [normal] if "/BBox" in keyed(normal) else [value for _, value in pairs(normal)]
    for each in streams[:20]:
        bounds = box_of(child(each, "/BBox"))
        if rect is None or bounds is None:
            continue
        area = placed(bounds, matrix(numbers(child(each, "/Matrix"))))
        flat = area[2] - area[0] < 1e-6 or area[3] - area[1] < 1e-6
        walker.enter(each, UNIT if flat else fitted(area, rect), origin="annotation")
