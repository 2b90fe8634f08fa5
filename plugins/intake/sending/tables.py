"""Tables of the Word file (ECMA-376 Part 1, 17.4). Pure."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby

from plugins.intake.collation.record import Cell, Passage
from plugins.intake.sending.wording import Writer

#: What no single column is narrower than, as a share of an even one.
NARROWEST = 0.45


def table(
    passages: Sequence[Passage], width: int, writer: Writer, widths: list[int] | None = None
) -> str:
    """The table of these passages, ``width`` twips wide; ``widths`` of columns, None: by their words."""
    cells: dict[Cell, list[Passage]] = {}
    for each in passages:
        if each.cell:
            cells.setdefault(each.cell, []).append(each)
    columns = max(cell.column + cell.columns for cell in cells)
    widths = widths or _widths(cells, columns, width)
    rows = max(cell.row + cell.rows for cell in cells)
    lines = "".join(_row(row, columns, cells, widths, writer) for row in range(rows))
    grid = "".join(f'<w:gridCol w:w="{each}"/>' for each in widths)
    return (
        '<w:tbl><w:tblPr><w:tblStyle w:val="BulletinGrid"/>'
        f'<w:tblW w:w="{sum(widths)}" w:type="dxa"/><w:jc w:val="center"/>'
        f'<w:tblLayout w:type="fixed"/></w:tblPr><w:tblGrid>{grid}</w:tblGrid>{lines}</w:tbl>'
    )


def _widths(cells: dict[Cell, list[Passage]], columns: int, width: int) -> list[int]:
    """Columns by the longest words in them, none too narrow."""
    longest = [1.0] * columns
    for cell, passages in cells.items():
        if cell.columns == 1:
            length = max(len(line) for each in passages for line in each.text.split("\n"))
            longest[cell.column] = max(longest[cell.column], min(length, 40) ** 0.7)
    mean = sum(longest) / columns
    shares = [max(each, NARROWEST * mean) for each in longest]
    return [int(width * each / sum(shares)) for each in shares]


def _row(
    row: int, columns: int, cells: dict[Cell, list[Passage]], widths: list[int], writer: Writer
) -> str:
    made, column, heads = "", 0, []
    starting = {cell.column: cell for cell in cells if cell.row <= row < cell.row + cell.rows}
    while column in starting:
        cell = starting[column]
        heads += [each.role == "head-cell" for each in cells[cell]]
        made += _cell(cell, row, cells[cell], sum(widths[column : column + cell.columns]), writer)
        column += cell.columns
    after = f'<w:gridAfter w:val="{columns - column}"/>' if column < columns else ""
    head = "<w:tblHeader/>" if heads and all(heads) else ""
    return f"<w:tr><w:trPr>{after}<w:cantSplit/>{head}</w:trPr>{made}</w:tr>"


def _cell(cell: Cell, row: int, passages: list[Passage], width: int, writer: Writer) -> str:
    properties = f'<w:tcW w:w="{width}" w:type="dxa"/>'
    if cell.columns > 1:
        properties += f'<w:gridSpan w:val="{cell.columns}"/>'
    if cell.rows > 1:
        properties += '<w:vMerge w:val="restart"/>' if row == cell.row else "<w:vMerge/>"
    align = f'<w:jc w:val="{cell.align}"/>' if cell.align else ""
    words = (
        "".join(writer.paragraph(each, align) for each in passages) if row == cell.row else "<w:p/>"
    )
    return f'<w:tc><w:tcPr>{properties}<w:vAlign w:val="center"/></w:tcPr>{words}</w:tc>'


def by_table(passages: Sequence[Passage]) -> list[list[Passage]]:
    """Passages in groups: those of one table together, all others by themselves."""
    made: list[list[Passage]] = []
    for number, same in groupby(passages, lambda each: each.cell.table if each.cell else None):
        group = list(same)
        made += [group] if number is not None else [[each] for each in group]
    return made
