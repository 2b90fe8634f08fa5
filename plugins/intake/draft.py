"""What every reader hands on: the blocks of a file as they stand, with hints of how they looked.

A reader only says what it saw; what a paragraph *is* (headline, byline, heading …) the recogniser says.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from typing import Literal

#: White space that people and web pages indent with: also U+2002 (&ensp;), U+2003 (&emsp;).
SPACES = " \t\u3000\xa0\u2002\u2003"
WIDE = frozenset("\t\u3000\u2003")
Align = Literal["", "left", "center", "right"]


@dataclass(frozen=True, slots=True)
class Run:
    """Words of one look. ``note`` names a footnote (its text is in `Draft.notes`), ``text`` is "" then.

    ``is_markup``: the words are Markdown already and go out untouched; ``target``: a link's address.
    """

    text: str
    bold: bool = False
    italic: bool = False
    underlined: bool = False
    struck: bool = False
    dots: bool = False
    raised: Literal["", "sub", "sup"] = ""
    target: str = ""
    ruby: str = ""
    note: str = ""
    is_markup: bool = False


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph, or in a hard-wrapped file one typed line.

    ``place``: line or paragraph of the file, from 1; ``lead``: the white space it began with, as typed;
    ``heading``: level by style or ``#`` (0: none); ``size``: of its letters in pt (0: unknown);
    ``item``: how a list marks it ("-", "1."), "" for none; ``blanks``: empty lines before it.
    """

    runs: tuple[Run, ...]
    place: int = 0
    lead: str = ""
    is_indented: bool = False
    heading: int = 0
    is_title: bool = False
    is_caption: bool = False
    align: Align = ""
    size: float = 0.0
    item: str = ""
    blanks: int = 0
    is_quoted: bool = False

    @property
    def text(self) -> str:
        """The words without their looks, ends stripped."""
        return "".join(run.text for run in self.runs).strip(f"{SPACES}\n")

    @property
    def is_bold(self) -> bool:
        """Whether all its words are bold."""
        spoken = [run for run in self.runs if run.text.strip()]
        return bool(spoken) and all(run.bold for run in spoken)


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell: its paragraphs, how many columns and rows it covers, and its pictures."""

    paragraphs: tuple[Paragraph, ...]
    columns: int = 1
    rows: int = 1
    pictures: tuple[Picture, ...] = ()


@dataclass(frozen=True, slots=True)
class Table:
    """Rows of cells; a cell that covers several places stands in the first of them only."""

    rows: tuple[tuple[Cell, ...], ...]
    place: int = 0

    @property
    def is_merged(self) -> bool:
        """Whether any cell covers more than one place."""
        return any(cell.columns > 1 or cell.rows > 1 for row in self.rows for cell in row)


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture at full size: its bytes as they were in the file, and the name's ending (".jpg")."""

    data: bytes = field(repr=False)
    suffix: str
    caption: str = ""
    place: int = 0


@dataclass(frozen=True, slots=True)
class Rule:
    """A line of dashes or stars, or the end of a page (``is_page``)."""

    place: int = 0
    is_page: bool = False
    text: str = ""


@dataclass(frozen=True, slots=True)
class Verbatim:
    """Markdown of a .md file that goes out untouched: boxes, code, raw HTML."""

    source: str
    place: int = 0


Block = Paragraph | Table | Picture | Rule | Verbatim


@dataclass(frozen=True, slots=True)
class Draft:
    """One file as read, or one draft of several in it.

    ``notes``: a footnote's name → its paragraphs; ``fields``: what the file itself says it is (meta
    elements of a page, front matter), by the Chinese key; ``remarks``: in Chinese, what was left out
    or changed on the way; ``unit`` is what ``place`` counts (行 or 段).
    """

    blocks: tuple[Block, ...]
    notes: dict[str, tuple[Paragraph, ...]] = field(default_factory=dict)
    fields: dict[str, str] = field(default_factory=dict)
    remarks: tuple[str, ...] = ()
    unit: str = "行"
    is_webpage: bool = False
    is_wrapped: bool = False

    @property
    def paragraphs(self) -> tuple[Paragraph, ...]:
        """Its paragraphs outside tables and footnotes."""
        return tuple(each for each in self.blocks if isinstance(each, Paragraph))

    @property
    def text(self) -> str:
        """All its words, a paragraph a line."""
        return "\n".join(each.text for each in self.paragraphs)


def plain(text: str, place: int = 0) -> Paragraph:
    """A paragraph of plain words; the white space it begins with is kept as `Paragraph.lead`."""
    lead = lead_of(text)
    bare = text[len(lead) :].rstrip()
    return Paragraph((Run(bare),), place, lead, is_indented=is_indent(lead))


def lead_of(text: str) -> str:
    """The white space at the head of a text."""
    return text[: len(text) - len(text.lstrip(SPACES))]


def is_indent(lead: str) -> bool:
    """Whether white space at the head of a line is a typed indent: one as wide as a Han, or two others."""
    return not WIDE.isdisjoint(lead) or len(lead) >= 2


def converted(draft: Draft, convert: Callable[[str], str]) -> Draft:
    """The draft with every word of it run through ``convert`` (Traditional → Simplified)."""

    def run(each: Run) -> Run:
        return replace(each, text=convert(each.text)) if each.text else each

    def paragraph(each: Paragraph) -> Paragraph:
        return replace(each, runs=tuple(map(run, each.runs)))

    def cell(each: Cell) -> Cell:
        return replace(each, paragraphs=tuple(map(paragraph, each.paragraphs)))

    def block(each: Block) -> Block:
        if isinstance(each, Paragraph):
            return paragraph(each)
        if isinstance(each, Table):
            return replace(each, rows=tuple(tuple(map(cell, row)) for row in each.rows))
        if isinstance(each, Picture):
            return replace(each, caption=convert(each.caption))
        return replace(each, source=convert(each.source)) if isinstance(each, Verbatim) else each

    notes = {name: tuple(map(paragraph, each)) for name, each in draft.notes.items()}
    fields = {key: convert(value) for key, value in draft.fields.items()}
    return replace(draft, blocks=tuple(map(block, draft.blocks)), notes=notes, fields=fields)
