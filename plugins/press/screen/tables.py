"""Tables: which heads belong to which cells (ISO 32000-1, 14.8.5.7; ISO 14289-1, 7.5). Pure."""

from __future__ import annotations

from collections.abc import Iterator

from plugins.press.screen.structure import Struct

#: A cell by the row and the column that it takes up.
Grid = dict[tuple[int, int], Struct]


def relate(table: Struct) -> None:
    """Give the heads of a table their scope, and cells of one with spans the names of their heads."""
    grid = grid_of(table)
    for (row, column), cell in grid.items():
        if cell.role == "TH":
            above = row == 0 or column > 0
            cell.attributes.setdefault("Table", {}).setdefault(
                "Scope", "/Column" if above else "/Row"
            )
    if any(span in own for own in map(_own, grid.values()) for span in ("ColSpan", "RowSpan")):
        _name_heads(table, grid)


def grid_of(table: Struct) -> Grid:
    """The cells of a table by place; a cell that spans stands in several places."""
    grid: Grid = {}
    for number, row in enumerate(each for each in table.walk() if each.role == "TR"):
        column = 0
        for cell in (kid for kid in row.structs if kid.role in ("TH", "TD")):
            while (number, column) in grid:
                column += 1
            for place in _places(cell, number, column):
                grid[place] = cell
    return grid


def _places(cell: Struct, row: int, column: int) -> Iterator[tuple[int, int]]:
    for down in range(_span(cell, "RowSpan")):
        for right in range(_span(cell, "ColSpan")):
            yield row + down, column + right


def _span(cell: Struct, name: str) -> int:
    span = _own(cell).get(name, 1)
    return span if isinstance(span, int) else 1


def _own(cell: Struct) -> dict[str, object]:
    return dict(cell.attributes.get("Table", {}))


def _name_heads(table: Struct, grid: Grid) -> None:
    first = next(table.marks(), None)
    prefix = f"table-{first.page}-{first.number}" if first else "table"
    for (row, column), cell in grid.items():
        if cell.role == "TH" and not cell.key:
            cell.key = f"{prefix}-{row}-{column}"
    for (row, column), cell in grid.items():
        heads = dict.fromkeys(_heads(grid, cell, row, column))
        known = cell.attributes["Table"].get("Headers", ())
        if cell.role == "TD" and isinstance(known, tuple):
            cell.attributes["Table"]["Headers"] = tuple(dict.fromkeys((*known, *heads)))


def _heads(grid: Grid, cell: Struct, row: int, column: int) -> Iterator[str]:
    """The names of the heads in the same column and in the same row."""
    for (r, c), head in grid.items():
        scope = _own(head).get("Scope") if head.role == "TH" and head is not cell else None
        if (scope == "/Column" and c == column and r < row) or (
            scope == "/Row" and r == row and c < column
        ):
            yield head.key
