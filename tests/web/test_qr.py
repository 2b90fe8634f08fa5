"""QR codes: every module stands where the standard puts it, the rest is white."""

from __future__ import annotations

import re
import zlib

import pytest
import segno
from hypothesis import given, settings
from hypothesis import strategies as st

from plugins.web.qr import QUIET_ZONE, qr

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
