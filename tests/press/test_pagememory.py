"""What is remembered of pages: always what reading them anew finds, and read anew only when it must be."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pikepdf
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from pikepdf import Pdf

from plugins.press.quality import pagememory, reader
from plugins.press.screen import tagtree
from plugins.press.screen.marked import Marked
from tests.press.leaflet import LETTERS, Leaflet, line

SONG = Leaflet([line([1, 2]), line([3, 4])])
Parsed = Callable[..., Any]


def chars(file: Path, cache: Path | None = None) -> tuple[reader.Page, ...]:
    return reader.read(file, cache).pages


def marks(file: Path, cache: Path | None = None) -> list[Marked]:
    with Pdf.open(file) as pdf:
        return tagtree.read(pdf, cache).pages


@pytest.fixture
def parsed(monkeypatch: pytest.MonkeyPatch) -> list[object]:
    """Every content stream that was read through."""
    seen: list[object] = []
    real = pikepdf.parse_content_stream

    def parse(content: Any, *more: Any) -> Any:
        seen.append(content)
        return real(content, *more)

    monkeypatch.setattr(pikepdf, "parse_content_stream", parse)
    return seen


KINDS = pytest.mark.parametrize("read", [chars, marks])


@KINDS
def test_what_was_read_is_not_read_again(
    read: Parsed, tmp_path: Path, parsed: list[object]
) -> None:
    file = SONG.write(tmp_path / "a.pdf")
    anew = read(file)
    assert read(file, tmp_path) == anew
    parsed.clear()
    assert read(file, tmp_path) == anew
    assert parsed == []


@KINDS
def test_only_the_page_that_changed_is_read(
    read: Parsed, tmp_path: Path, parsed: list[object]
) -> None:
    read(SONG.write(tmp_path / "a.pdf"), tmp_path)
    file = replace(SONG, pages=[line([1, 2]), line([2, 2])]).write(tmp_path / "b.pdf")
    parsed.clear()
    found = read(file, tmp_path)
    assert len(parsed) == 1
    assert found == read(file)


@KINDS
def test_a_font_that_gained_a_glyph_leaves_pages_known(
    read: Parsed, tmp_path: Path, parsed: list[object]
) -> None:
    read(SONG.write(tmp_path / "a.pdf"), tmp_path)
    more = replace(SONG, letters={**LETTERS, 5: ("山", 1000)}).write(tmp_path / "b.pdf")
    parsed.clear()
    read(more, tmp_path)
    assert parsed == []


@KINDS
@pytest.mark.parametrize("changed", [("海", 1000), ("江", 990)])
def test_a_letter_or_a_width_that_changed_is_seen(
    read: Parsed, changed: tuple[str, int], tmp_path: Path, parsed: list[object]
) -> None:
    read(SONG.write(tmp_path / "a.pdf"), tmp_path)
    file = replace(SONG, letters={**LETTERS, 1: changed}).write(tmp_path / "b.pdf")
    parsed.clear()
    found = read(file, tmp_path)
    assert len(parsed) == 1
    assert found == read(file)


FORMED = Leaflet([b"/X Do " + line([1])], form=line([2]))
NAMED = Leaflet([b"/Span /P BDC BT /S 10 Tf <0001> Tj ET EMC"])


@KINDS
@pytest.mark.parametrize(
    ("before", "after"),
    [
        (FORMED, replace(FORMED, form=line([3]))),
        (NAMED, replace(NAMED, actual="None")),
        (replace(NAMED, actual="甲"), replace(NAMED, actual="乙")),
    ],
)
def test_forms_and_properties_belong_to_a_page(
    read: Parsed, before: Leaflet, after: Leaflet, tmp_path: Path
) -> None:
    first, second = before.write(tmp_path / "a.pdf"), after.write(tmp_path / "b.pdf")
    assert read(first, tmp_path) == read(first)
    assert read(second, tmp_path) == read(second) != read(first)


@pytest.mark.parametrize(
    "after", [replace(FORMED, form_left=9), replace(FORMED, left=3), replace(FORMED, face="Hei")]
)
def test_places_and_faces_belong_to_the_characters(after: Leaflet, tmp_path: Path) -> None:
    first, second = FORMED.write(tmp_path / "a.pdf"), after.write(tmp_path / "b.pdf")
    assert chars(first, tmp_path) == chars(first)
    assert chars(second, tmp_path) == chars(second) != chars(first)


def test_names_written_with_signs_are_found(tmp_path: Path) -> None:
    """/#58 is /X (ISO 32000-1, 7.3.5)."""
    before = replace(FORMED, pages=[b"/#58 Do"])
    after = replace(before, form=line([3]))
    chars(before.write(tmp_path / "a.pdf"), tmp_path)
    (page,) = chars(after.write(tmp_path / "b.pdf"), tmp_path)
    assert reader.text(page.chars) == "湖"


def test_another_programme_reads_anew(
    tmp_path: Path, parsed: list[object], monkeypatch: pytest.MonkeyPatch
) -> None:
    file = SONG.write(tmp_path / "a.pdf")
    chars(file, tmp_path)
    parsed.clear()
    monkeypatch.setattr(pagememory, "state", lambda: "another")
    chars(file, tmp_path)
    assert len(parsed) == 2


def test_what_was_thrown_away_is_read_again(tmp_path: Path) -> None:
    file = SONG.write(tmp_path / "a.pdf")
    anew = chars(file, tmp_path / "cache")
    kept = [each for each in (tmp_path / "cache").rglob("*") if each.is_file()]
    assert len(kept) == 4
    for each in kept:
        each.unlink()
        assert chars(file, tmp_path / "cache") == anew


CODES = st.lists(st.integers(1, 5), min_size=1, max_size=4)
LEAFLETS = st.builds(
    Leaflet,
    pages=st.lists(
        st.builds(lambda codes, form: line(codes) + b" /X Do" * form, CODES, st.booleans()),
        min_size=1,
        max_size=3,
    ),
    letters=st.dictionaries(
        st.integers(1, 5), st.tuples(st.sampled_from("江河"), st.sampled_from([500, 1000]))
    ),
    form=st.builds(line, CODES),
    form_left=st.integers(0, 1),
    left=st.integers(0, 1),
)


@settings(
    deadline=None, max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(edits=st.lists(LEAFLETS, min_size=1, max_size=4))
def test_after_any_edits_the_memory_says_what_the_file_says(
    edits: list[Leaflet], tmp_path: Path
) -> None:
    for each in edits:
        file = each.write(tmp_path / "a.pdf")
        assert chars(file, tmp_path) == chars(file)
        assert marks(file, tmp_path) == marks(file)
