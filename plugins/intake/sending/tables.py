"""Tables of the Word file (ECMA-376 Part 1, 17.4). Pure."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import groupby

from plugins.hanzi.units import width
from plugins.intake.collation.record import Cell, Passage
from plugins.intake.sending.wording import Writer

#: White left and right of the words of a cell (BulletinGrid), in twips.
PADDING = 220
#: Words are not broken before a cell is so wide, in half-widths: a name of four Han stands in one line.
UNBROKEN = 8
#: Lines of a cell are hardly longer than this, in half-widths, before it grows downward.
LONGEST = 60
#: What word processors keep in one line: a formula with its unit in brackets.
OTHER = re.compile(r"[^\s\u3400-\u9fff、。，；：]+")
#: The longest of it that a column makes room for, in half-widths; less where columns are many.
LONGEST_WORDS = (18, 12, 0)


def table(
    passages: Sequence[Passage],
    measure: int,
    writer: Writer,
    widths: list[int] | None = None,
    *,
    half: int = 140,
) -> str:
    """The table of these passages, ``measure`` twips wide; ``widths`` of columns, None: by their words.

    ``half``: half a character of a cell, in twips.
    """
    cells: dict[Cell, list[Passage]] = {}
    for each in passages:
        if each.cell:
            cells.setdefault(each.cell, []).append(each)
    columns = max(cell.column + cell.columns for cell in cells)
    widths = widths or column_widths(cells, columns, measure, half)
    rows = max(cell.row + cell.rows for cell in cells)
    lines = "".join(_row(row, columns, cells, widths, writer) for row in range(rows))
    grid = "".join(f'<w:gridCol w:w="{each}"/>' for each in widths)
    return (
        '<w:tbl><w:tblPr><w:tblStyle w:val="BulletinGrid"/>'
        f'<w:tblW w:w="{sum(widths)}" w:type="dxa"/><w:jc w:val="center"/>'
        f'<w:tblLayout w:type="fixed"/></w:tblPr><w:tblGrid>{grid}</w:tblGrid>{lines}</w:tbl>'
    )


def column_widths(
    cells: dict[Cell, list[Passage]], columns: int, measure: int, half: int
) -> list[int]:
    """Columns by the words in them: none so narrow that a short word breaks, the rest by length.

    ``measure``: all columns together, ``half``: half a character, both in twips.
    """
    lines: list[list[str]] = [[""] for _ in range(columns)]
    for cell, passages in cells.items():
        if cell.columns == 1:
            lines[cell.column] += (line for each in passages for line in each.text.split("\n"))
    longest = [max(map(width, each)) for each in lines]
    whole = [min(each, LONGEST) * half + PADDING for each in longest]
    for cap in LONGEST_WORDS:
        words = [min(max(map(_longest_word, each)), cap) for each in lines]
        short = [min(each, UNBROKEN) for each in longest]
        least = [max(pair) * half + PADDING for pair in zip(words, short, strict=True)]
        if sum(least) <= measure:
            break
    return _fitted(least, whole, measure)


def _fitted(least: list[int], whole: list[int], measure: int) -> list[int]:
    """What is left over ``least`` goes to those that want more; too much in all is shared out evenly."""
    if sum(whole) <= measure:
        return [measure * each // sum(whole) for each in whole]
    if sum(least) >= measure:
        return [measure * each // sum(least) for each in least]
    wanted = [(more - few) ** 0.7 for few, more in zip(least, whole, strict=True)]
    left = measure - sum(least)
    return [few + int(left * more / sum(wanted)) for few, more in zip(least, wanted, strict=True)]


def _longest_word(line: str) -> int:
    return max((width(word) for word in OTHER.findall(line)), default=0)


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
