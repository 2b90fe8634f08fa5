from __future__ import annotations

from plugins.press.screen.element import Mark
from plugins.press.screen.structure import Struct
from plugins.press.screen.tables import grid_of, relate


def cell(text: str, columns: int = 1, rows: int = 1) -> Struct:
    """``text`` in capitals is a head."""
    spans = {"ColSpan": columns, "RowSpan": rows}
    own = {"Table": {name: span for name, span in spans.items() if span > 1}}
    return Struct("TH" if text.isupper() else "TD", [Mark(0, ord(text), text)], attributes=own)


def table(*rows: list[Struct]) -> Struct:
    return Struct("Table", [Struct("TBody", [Struct("TR", list(row)) for row in rows])])


def drawn(whole: Struct) -> list[str]:
    grid = grid_of(whole)
    height, width = (max(place[n] for place in grid) + 1 for n in (0, 1))
    return ["".join(grid[row, n].text for n in range(width)) for row in range(height)]


def test_cells_that_span_take_up_several_places() -> None:
    whole = table([cell("A", rows=2), cell("B", columns=2)], [cell("c"), cell("d")])
    assert drawn(whole) == ["ABB", "Acd"]


def test_heads_of_columns_and_of_rows() -> None:
    whole = table([cell("A"), cell("B")], [cell("C"), cell("d")])
    relate(whole)
    scopes = [each.attributes["Table"]["Scope"] for each in whole.walk() if each.role == "TH"]
    assert scopes == ["/Column", "/Column", "/Row"]


def test_a_plain_table_needs_no_names() -> None:
    whole = table([cell("A"), cell("B")], [cell("c"), cell("d")])
    relate(whole)
    assert not any(each.key for each in whole.walk())


def test_cells_of_a_table_with_spans_name_their_heads() -> None:
    whole = table(
        [cell("A"), cell("B", columns=2)],
        [cell("C"), cell("d"), cell("e")],
        [cell("F"), cell("g", columns=2)],
    )
    relate(whole)
    keys = {each.text: each.key for each in whole.walk() if each.role == "TH"}
    heads = {
        each.text: each.attributes["Table"]["Headers"] for each in whole.walk() if each.role == "TD"
    }
    assert heads == {
        "d": (keys["B"], keys["C"]),
        "e": (keys["B"], keys["C"]),
        "g": (keys["B"], keys["F"]),
    }
    assert len(set(keys.values())) == 4
