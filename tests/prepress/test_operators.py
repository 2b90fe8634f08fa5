"""Operators are found where they are, and nowhere else."""

from __future__ import annotations

import pikepdf
import pytest
from hypothesis import given
from hypothesis import strategies as st

from plugins.press.prepress.operators import Operands, UnreadableContent, operators, pattern

WANTED = pattern(("q", "Q", "rg", "k", "Do", "BDC", "EMC", "Tf", "cs"))


def names(content: bytes) -> list[str]:
    return [each.name.decode() for each in operators(b"\n" + content, WANTED)]


@pytest.mark.parametrize(
    ("content", "found"),
    [
        (b"q 1 0 0 rg Q", ["q", "rg", "Q"]),
        (b"q\r1 0 0 rg\tQ", ["q", "rg", "Q"]),
        (b"(a q b) Tj q", ["q"]),
        (b"(a \\( q b) Tj q", ["q"]),
        (b"(a (deep (er) q) b) Tj Q", ["Q"]),
        (b"[(x) 3 (Q \\)q)] TJ Q", ["Q"]),
        (b"% q Q rg\nq", ["q"]),
        (b"/q gs /Do gs", []),
        (b"/F 1 Tf<4142>Tj/X Do", ["Tf", "Do"]),
        (b"Q/a gs", ["Q"]),
        (b"/P <</MCID 3>>BDC EMC", ["BDC", "EMC"]),
        (b"BI /W 1 /H 1 /CS /G /BPC 8 ID \x00 q EI Q", ["BI", "Q"]),
        (b"qq Qx rgb", []),
    ],
)
def test_finds(content: bytes, found: list[str]) -> None:
    assert names(content) == found


@pytest.mark.parametrize("content", [b"(never ends", b"BI /W 1 ID xx", b"((half) q"])
def test_what_does_not_end_is_refused(content: bytes) -> None:
    with pytest.raises(UnreadableContent):
        names(content)


def operands(content: bytes) -> Operands:
    content = b"\n" + content
    return Operands(content, list(operators(content, WANTED))[-1])


def test_numbers_before_an_operator() -> None:
    assert operands(b"9 1 .5 -0.25 rg").numbers(3) == (3, [1.0, 0.5, -0.25])


def test_too_few_numbers_are_refused() -> None:
    with pytest.raises(UnreadableContent):
        operands(b"/a 1 0 rg").numbers(3)


def test_a_number_is_not_cut() -> None:
    """Beyond the reach of the search a number may begin: its end is no number."""
    start, (number, *_) = operands(b"0.123456 0 0 rg").numbers(3)
    assert (start, number) == (1, 0.123456)


def test_name_and_font_before_an_operator() -> None:
    assert operands(b"/Im1 Do").name() == (1, "/Im1")
    assert operands(b"/Abc 10.5 Tf").font() == "/Abc"


@pytest.mark.parametrize(
    "mark",
    [b"/P <</MCID 3>>", b"/Span <</ActualText <FEFF5C9A>>>", b"/Span <</E (a >> b)>>", b"/OC /L1"],
)
def test_marks_with_properties(mark: bytes) -> None:
    assert operands(b"0 0 0 rg " + mark + b" BDC").mark() == 10


@given(st.binary(max_size=40), st.text("()\\ qQ", max_size=12))
def test_strings_hide_whatever_they_hold(data: bytes, text: str) -> None:
    """A literal string as pikepdf writes it never shows an operator, a hexadecimal one neither."""
    for string in (
        pikepdf.String(text).unparse(),
        pikepdf.String(data.decode("latin-1")).unparse(),
    ):
        assert names(b"q " + string + b" Tj Q") == ["q", "Q"]
