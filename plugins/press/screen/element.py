"""An HTML element with everything that was painted of it, on whatever pages. Pure."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

#: A rectangle in PDF space: left, bottom, right, top in pt (ISO 32000-1, 7.9.5).
Rectangle = tuple[float, float, float, float]
#: The suffix of a list item's number or bullet.
MARKER = "::marker"


@dataclass(frozen=True, slots=True)
class Mark:
    """One marked-content sequence: its page from 0, its number as painted, the text it shows."""

    page: int
    number: int
    text: str = ""
    #: Where a picture stands; None for text.
    place: Rectangle | None = None
    #: Whether a space is written behind it that was not set, because its line ends there.
    space_after: bool = False


@dataclass(frozen=True, slots=True)
class Annotation:
    """One link annotation: its page from 0, and the annotation dictionary."""

    page: int
    dictionary: Any


@dataclass(eq=False, slots=True)
class Element:
    """``tag``: the HTML tag, with ``::marker`` for a list's numbers; ``source``: the etree element."""

    tag: str
    source: Any = None
    kids: list[Element | Mark | Annotation] = field(default_factory=list)
    #: Columns and rows that a cell spans.
    span: tuple[int, int] = (1, 1)

    @property
    def classes(self) -> list[str]:
        """The words of its class attribute."""
        return self.attribute("class").split()

    def attribute(self, name: str) -> str:
        """An attribute of the HTML; "" when there is none."""
        return "" if self.source is None else str(self.source.get(name, ""))

    @property
    def elements(self) -> list[Element]:
        """The elements right inside it."""
        return [kid for kid in self.kids if isinstance(kid, Element)]

    def walk(self) -> Iterator[Element]:
        """The element and all inside it, in order."""
        yield self
        for kid in self.elements:
            yield from kid.walk()

    def has(self, name: str) -> bool:
        """Whether it or anything inside it is of the class ``name``."""
        return any(name in each.classes for each in self.walk())


def in_order(element: Element) -> None:
    """Put what is inside into the order of the HTML, in place.

    The make-up sets pictures and boxes later than they were written, and what is positioned is painted
    last; the manuscript says the order in which it is read. Words with elements between them stand in
    their order already.
    """
    if element.source is not None and all(isinstance(kid, Element) for kid in element.kids):
        order = {id(each): n for n, each in enumerate(element.source)}
        element.kids = sorted(
            element.kids, key=lambda kid: order.get(id(getattr(kid, "source", None)), len(order))
        )
    for kid in element.elements:
        in_order(kid)


def joined_sections(elements: list[Element]) -> list[Element]:
    """The top of a document with one element for each section.

    Every article of a section may be a piece of its own; only the first has the section's opener. A
    filler belongs to the section at whose foot it stands.
    """
    made: list[Element] = []
    section: Element | None = None
    for each in elements:
        if "section" in each.classes and (section is None or each.has("opener")):
            section = each
        elif section is not None and "section" in each.classes:
            section.kids += each.kids
            continue
        elif section is not None and "filler" in each.classes:
            section.kids.append(each)
            continue
        made.append(each)
    return made
