"""Tables of Word (17.4): rows, cells, and how many places each covers."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from lxml import etree

from plugins.intake.docx.names import attribute, child, local, number
from plugins.intake.draft import Cell, Paragraph, Picture, Table

HOLDERS = frozenset({"sdt", "sdtContent", "customXml", "ins", "moveTo"})
#: No cell covers more columns (63 is the most Word allows).
MOST_COLUMNS = 63

#: What stands in a cell.
Content = tuple[tuple[Paragraph, ...], tuple[Picture, ...]]


@dataclass(slots=True)
class _Cell:
    """A cell while the rows below it may still lengthen it."""

    content: Content
    columns: int
    rows: int = 1


def read(table: etree._Element, content: Callable[[etree._Element], Content], place: int) -> Table:
    """A w:tbl; ``content`` reads what stands in a w:tc."""
    rows: list[list[_Cell]] = []
    above: dict[int, _Cell] = {}
    for row in _held(table, "tr"):
        if child(row, "trPr", "del") is not None:
            continue
        made: list[_Cell] = []
        column = 0
        for cell in _held(row, "tc"):
            properties = child(cell, "tcPr")
            span = int(number(attribute(child(properties, "gridSpan"), "val"), 1))
            columns = max(1, min(span, MOST_COLUMNS))
            merged = child(properties, "vMerge")
            if merged is not None and attribute(merged, "val") != "restart" and column in above:
                above[column].rows += 1
            else:
                above[column] = _Cell(content(cell), columns)
                made.append(above[column])
            column += columns
        rows.append(made)
    return Table(
        tuple(
            tuple(Cell(each.content[0], each.columns, each.rows, each.content[1]) for each in row)
            for row in rows
        ),
        place,
    )


def _held(element: etree._Element, name: str) -> Iterator[etree._Element]:
    """The elements of this name right below, or below elements that only hold others."""
    for each in element:
        if local(each) == name:
            yield each
        elif local(each) in HOLDERS:
            yield from _held(each, name)
