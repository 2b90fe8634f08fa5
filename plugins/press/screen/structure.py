"""The structure of a tagged PDF (ISO 32000-1, 14.7 and 14.8), before it is written. Pure."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from plugins.press.screen.element import Annotation, Mark, Rectangle

#: Elements that hold other elements, never words (ISO 32000-1, 14.8.4.2, table 333).
GROUPING = frozenset({"Document", "Sect", "Art", "Div", "BlockQuote", "Note"})
#: Elements that stand in a line of words (ISO 32000-1, 14.8.4.4, table 338).
INLINE = frozenset({"Span", "Link", "Reference", "Ruby", "Code", "Lbl"})
#: Elements that are kept though they are empty: a table's grid is regular (14.8.4.3.4).
KEPT_EMPTY = frozenset({"TD", "TH"})


@dataclass(eq=False, slots=True)
class Struct:
    """A structure element. ``attributes``: owner → (name → value), as the standard has them (14.8.5)."""

    role: str
    kids: list[Struct | Mark | Annotation] = field(default_factory=list)
    title: str = ""
    alt: str = ""
    #: What is read in place of what is shown.
    actual: str = ""
    lang: str = ""
    key: str = ""
    attributes: dict[str, dict[str, Value]] = field(default_factory=dict)

    @property
    def structs(self) -> list[Struct]:
        """The structure elements right inside it."""
        return [kid for kid in self.kids if isinstance(kid, Struct)]

    def walk(self) -> Iterator[Struct]:
        """The element and all inside it, in reading order."""
        yield self
        for kid in self.structs:
            yield from kid.walk()

    def marks(self) -> Iterator[Mark]:
        """All that it shows, in reading order."""
        for kid in self.kids:
            if isinstance(kid, Mark):
                yield kid
            elif isinstance(kid, Struct):
                yield from kid.marks()

    @property
    def text(self) -> str:
        """Its words."""
        return "".join(mark.text + " " * mark.space_after for mark in self.marks())

    @property
    def is_heading(self) -> bool:
        """Whether it is a headline of a level."""
        return len(self.role) == 2 and self.role[0] == "H" and self.role[1].isdigit()


#: Names are written as names, words as strings, numbers as numbers.
Value = str | int | Rectangle | tuple[str, ...]


def wrapped(kids: list[Struct | Mark | Annotation], role: str = "P") -> list[Struct]:
    """Kids with every run of words between blocks as an element of its own."""
    made: list[Struct] = []
    run: Struct | None = None
    for kid in kids:
        if isinstance(kid, Struct) and kid.role not in INLINE:
            made.append(kid)
            run = None
            continue
        if run is None:
            run = Struct(role)
            made.append(run)
        run.kids.append(kid)
    return made


def tidied(struct: Struct) -> Struct:
    """A structure without empty elements, with words in paragraphs only, its headings without a gap.

    Headings begin with the first level and skip none (ISO 14289-1, 7.4.2).
    """
    _drop_empty(struct)
    for each in struct.walk():
        if each.role in GROUPING:
            each.kids = list(wrapped(each.kids))
    _level(struct)
    _name(struct)
    return struct


def _drop_empty(struct: Struct) -> None:
    for kid in struct.structs:
        _drop_empty(kid)
    struct.kids = [
        kid
        for kid in struct.kids
        if not isinstance(kid, Struct) or kid.kids or kid.role in KEPT_EMPTY
    ]


def _level(struct: Struct) -> None:
    before = 0
    for each in struct.walk():
        if each.is_heading:
            before = min(int(each.role[1]), before + 1)
            each.role = f"H{before}"


def _name(struct: Struct) -> None:
    """Sections and articles are named by the highest of their headlines."""
    for each in struct.walk():
        if each.role in ("Sect", "Art") and not each.title:
            headings = [below for below in each.walk() if below.is_heading]
            highest = min(headings, key=lambda heading: heading.role, default=None)
            each.title = " ".join(_words(highest).split()) if highest else ""


def _words(heading: Struct) -> str:
    """The words of a headline, without those in another language."""
    return Struct("Span", [kid for kid in heading.kids if not _is_foreign(kid)]).text


def _is_foreign(kid: Struct | Mark | Annotation) -> bool:
    return isinstance(kid, Struct) and bool(kid.lang)
