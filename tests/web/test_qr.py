"""QR codes: every module stands where the standard puts it, the rest is white."""

from __future__ import annotations

import re
import zlib

import pytest
import segno
from hypothesis import given, settings
from hypothesis import strategies as st

from plugins.web import qr_code
from plugins.web.qr import QUIET_ZONE, _Steps, qr

ADDRESS = "https://huanjing.qingjiang.example/2020-02/yi-jiang.html"
STEP = re.compile(r"([Mmh])(-?[\d.]+)(?: ?(-?[\d.]+))?")
FINDER = ("1111111", "1000001", "1011101", "1011101", "1011101", "1000001", "1111111")


def drawn(svg: str) -> tuple[int, set[tuple[int, int]]]:
    """The width in modules and the dark modules (column, row) that the path paints."""
    found = re.search(r'viewBox="0 0 (\d+) (\d+)"', svg)
    path = re.search(r' d="([^"]+)"', svg)
    assert found
    assert path
    assert found[1] == found[2]
    x = y = 0.0
    dark: set[tuple[int, int]] = set()
    for command, first, second in STEP.findall(path[1]):
        if command == "h":
            dark |= {(int(x) + step, int(y)) for step in range(int(first))}
            x += int(first)
        elif command == "m":
            x, y = x + float(first), y + float(second)
        else:
            x, y = float(first), float(second)
    return int(found[1]), dark


@settings(max_examples=25, deadline=None)
@given(st.text("abc-/.岚江2020", min_size=1, max_size=60))
def test_the_path_is_the_matrix(text: str) -> None:
    matrix = segno.make(text, error="m", micro=False).matrix
    expected = {
        (column + QUIET_ZONE, row + QUIET_ZONE)
        for row, line in enumerate(matrix)
        for column, module in enumerate(line)
        if module
    }
    width, dark = drawn(qr(text, "码"))
    assert dark == expected
    assert width == len(matrix) + 2 * QUIET_ZONE


@settings(max_examples=150, deadline=None)
@given(st.text("abc-/.:0129", min_size=1, max_size=184))
def test_short_addresses_are_coded_as_segno_codes_them(text: str) -> None:
    """Version, level, mask and every module; all nine versions, all three levels."""
    matrix = segno.make(text, error="m", micro=False).matrix
    made = qr_code.rows(text)
    assert made is None or made == ["".join(map(str, row)) for row in matrix]


@pytest.mark.parametrize("length", range(1, 181))
def test_every_length_up_to_180_octets(length: int) -> None:
    text = (ADDRESS + "/abcdefghijk-lmnop" * 9)[:length].ljust(length, "q")
    matrix = segno.make(text, error="m", micro=False, mask=None if length % 9 == 0 else 0).matrix
    made = qr_code.rows(text)
    assert made is not None
    assert len(made) == len(matrix)
    if length % 9 == 0:
        assert made == ["".join(map(str, row)) for row in matrix]


@pytest.mark.parametrize("text", ["岚江", "HTTPS://A.B/1", "12", "é", "a" * 181])
def test_all_else_is_left_to_segno(text: str) -> None:
    assert qr_code.rows(text) is None
    width, _ = drawn(qr(text, "码"))
    assert width == len(segno.make(text, error="m", micro=False).matrix) + 2 * QUIET_ZONE


def test_a_row_without_dark_modules_is_stepped_over() -> None:
    steps = _Steps.of(5)
    assert [steps[each] for each in ("111", "00", "02000200", "2")] == [
        "h3",
        "m2 0",
        "m-2 2",
        "m-5 1",
    ]


def test_the_drawing_is_what_segno_draws() -> None:
    code = segno.make(ADDRESS, error="m", micro=False)
    theirs = code.svg_inline(
        border=QUIET_ZONE, omitsize=True, svgid="qr", svgclass="qr", lineclass=None
    )
    assert qr(ADDRESS, "码") == theirs.replace("<svg ", '<svg role="img" aria-label="码" ', 1)


def test_three_finders_and_a_quiet_zone() -> None:
    width, dark = drawn(qr(ADDRESS, "码"))
    first, last = QUIET_ZONE, width - QUIET_ZONE - 7
    for left, top in ((first, first), (last, first), (first, last)):
        rows = ["".join(str(int((left + x, top + y) in dark)) for x in range(7)) for y in range(7)]
        assert tuple(rows) == FINDER
    inside = range(QUIET_ZONE, width - QUIET_ZONE)
    assert all(x in inside and y in inside for x, y in dark)


def test_level_m_or_better() -> None:
    assert segno.make(ADDRESS, error="m", micro=False).error in {"M", "Q", "H"}


def test_small_on_the_wire_and_nothing_inline() -> None:
    code = qr(ADDRESS, "本文网址的二维码")
    assert len(zlib.compress(code.encode(), 9)) <= 1_500
    assert "style" not in code
    assert code.count("<path") == 1
    assert code.startswith('<svg role="img" aria-label="本文网址的二维码" ')


def test_the_label_is_escaped() -> None:
    assert 'aria-label="&lt;&#34;a&#34;&gt;"' in qr("a", '<"a">')


@pytest.mark.parametrize("text", ["", None])
def test_nothing_makes_nothing(text: str | None) -> None:
    assert qr(text or "", "码") == ""


def test_same_words_same_octets() -> None:
    assert qr(ADDRESS, "码") == qr(ADDRESS, "码")
