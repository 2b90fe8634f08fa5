"""What a renderer would see: places, sizes, colours, clips, resolution of everything painted."""

from __future__ import annotations

from pathlib import Path

import pikepdf
import pytest
from pikepdf import Array, Dictionary, Name, Stream

from plugins.press.preflight.document import Document, read
from plugins.press.preflight.pagefacts import Mark
from plugins.press.preflight.record import Expected
from tests.preflight.specimen import MARGIN, MM, Specimen


def document(path: Path, file: Specimen) -> Document:
    return read(file.save(path / "a.pdf"), Expected(), {})


def marks(path: Path, content: str, file: Specimen | None = None) -> list[Mark]:
    """The marks of some content alone."""
    file = file or Specimen("X-1a")
    file.content = content
    page = document(path, file).pages[0]
    assert page.garbled == []
    return page.marks


def box(mark: Mark) -> tuple[float, ...]:
    return tuple(round(edge, 2) for edge in mark.box)


def test_a_rectangle_moved_and_turned(tmp_path: Path) -> None:
    (mark,) = marks(tmp_path, "2 0 0 2 100 100 cm 0 1 -1 0 0 0 cm 0.2 g 0 0 30 10 re f")
    assert box(mark) == (80, 100, 100, 160)
    assert mark.ink.plates == {"K": pytest.approx(80)}


def test_a_clip_cuts_and_is_lifted_by_q(tmp_path: Path) -> None:
    cut, whole = marks(tmp_path, "q 100 100 50 50 re W n 0 0 120 400 re f Q 100 100 300 300 re f")
    assert box(cut) == (100, 100, 120, 150)
    assert box(whole) == (100, 100, 400, 400)


def test_what_is_clipped_away_is_no_mark(tmp_path: Path) -> None:
    assert marks(tmp_path, "100 100 50 50 re W n 300 300 10 10 re f") == []


def test_the_parts_of_a_path_are_marks_of_their_own(tmp_path: Path) -> None:
    first, second = marks(tmp_path, "1 w 10 10 m 10 30 l 400 10 m 400 30 l S")
    assert box(first) == (9.5, 9.5, 10.5, 30.5)
    assert box(second) == (399.5, 9.5, 400.5, 30.5)
    assert first.size == 1


def test_a_lines_width_grows_with_its_space(tmp_path: Path) -> None:
    (mark,) = marks(tmp_path, "0.5 0 0 0.5 0 0 cm 0.4 w 100 100 m 200 100 l S")
    assert mark.size == pytest.approx(0.2)


def test_text_stands_where_the_pen_is(tmp_path: Path) -> None:
    first, second = marks(
        tmp_path, "BT /F1 10 Tf 2 0 0 2 100 300 Tm [<0001> -500 <0002>] TJ 0 -12 Td <0001> Tj ET"
    )
    assert first.words == "江河"
    assert first.size == 20
    assert box(first) == (100, 297.6, 150, 317.2)
    assert box(second)[:2] == (100, 273.6)


def test_text_spacing_counts_once_a_glyph(tmp_path: Path) -> None:
    _, second = marks(tmp_path, "BT /F1 10 Tf 3 Tc 100 300 Td <00010002> Tj <0001> Tj ET")
    assert box(second)[0] == 126


def test_a_long_text_is_quoted_short(tmp_path: Path) -> None:
    (mark,) = marks(tmp_path, f"BT /F1 1 Tf 100 300 Td <{'0001' * 40}> Tj ET")
    assert mark.words == "江" * 12 + "…"


def test_a_picture_has_the_least_ppi_of_its_sides(tmp_path: Path) -> None:
    (mark,) = marks(tmp_path, "0 72 -144 0 400 400 cm /Im1 Do")
    assert mark.ppi == (200, 100)
    assert box(mark) == (256, 400, 400, 472)


def test_an_inline_image_is_a_picture(tmp_path: Path) -> None:
    (mark,) = marks(tmp_path, "72 0 0 72 100 100 cm BI /W 2 /H 1 /CS /RGB /BPC 8 ID abcdef EI")
    assert mark.picture is not None
    assert (mark.picture.width, mark.picture.height) == (2, 1)
    assert mark.picture.space.family == "rgb"


def test_a_form_is_entered_in_its_own_space_with_its_own_state(tmp_path: Path) -> None:
    file = Specimen("X-1a")
    form = file.form("1 0 0 0 k 0 0 500 500 re f", Matrix=Array([1, 0, 0, 1, 5, 5]))
    file.put("/XObject", "Fm", form)
    inside, after = marks(tmp_path, "0 g 1 0 0 1 100 100 cm /Fm Do 0 0 10 10 re f", file)
    assert box(inside) == (105, 105, 205, 205)
    assert inside.ink.title == "C100"
    assert after.ink.title == "K100"


def test_a_group_begins_anew_and_is_transparent_as_a_whole(tmp_path: Path) -> None:
    file = Specimen()
    form = file.form("0 0 9 9 re f", Group=Dictionary(S=Name.Transparency))
    file.put("/XObject", "Fm", form)
    whole, inside = marks(tmp_path, "/Glass gs /Fm Do", file)
    assert (whole.kind, whole.alpha) == ("group", 0.5)
    assert (inside.kind, inside.alpha) == ("fill", 1)


def test_overprint_by_op_alone_means_both(tmp_path: Path) -> None:
    file = Specimen("X-1a")
    file.put("/ExtGState", "A", Dictionary(OP=True))
    file.put("/ExtGState", "B", Dictionary(OP=True, op=False))
    first, second = marks(tmp_path, "/A gs 99 99 9 9 re f /B gs 99 99 9 9 re f", file)
    assert first.overprint
    assert not second.overprint


def test_a_tiling_pattern_is_looked_into(tmp_path: Path) -> None:
    file = Specimen("X-1a")
    cell = Stream(file.pdf, b"1 0 0 rg 0 0 4 4 re f")
    cell.PatternType = cell.PaintType = cell.TilingType = 1
    cell.BBox, cell.XStep, cell.YStep = Array([0, 0, 5, 5]), 5, 5
    file.put("/Pattern", "P", cell)
    found = marks(tmp_path, "/Pattern cs /P scn 100 100 50 50 re f", file)
    inside = next(mark for mark in found if mark.origin == "pattern")
    assert inside.ink.space.family == "rgb"
    assert box(inside) == (100, 100, 150, 150)


def test_a_shading_shows_all_its_stops(tmp_path: Path) -> None:
    file = Specimen("X-1a")
    parts = [
        Dictionary(FunctionType=2, N=1, C0=Array([0, 0, 0, each]), C1=Array([each, 0, 0, 0]))
        for each in (1, 0.5)
    ]
    shading = Dictionary(
        ShadingType=2,
        ColorSpace=Name.DeviceCMYK,
        Function=Dictionary(FunctionType=3, Functions=Array(parts)),
    )
    file.put("/Shading", "Sh", shading)
    found = marks(tmp_path, "100 100 50 50 re W n /Sh sh", file)
    assert [mark.ink.title for mark in found] == ["K100", "C100", "K50", "C50"]


def test_colours_of_all_spaces_in_plates(tmp_path: Path) -> None:
    file = Specimen("X-1a")
    file.put("/ColorSpace", "Spot", file.separation("Gold"))
    file.put("/ColorSpace", "Black", file.separation("Black"))
    table = Array([Name.Indexed, Name.DeviceCMYK, 1, b"\0\0\0\0\xff\0\0\xff"])
    file.put("/ColorSpace", "Table", table)
    found = marks(
        tmp_path,
        " ".join(
            f"{colour} 99 99 9 9 re f"
            for colour in ("/Spot cs 0.5 scn", "/Black cs", "/Table cs 1 sc", "/All cs 1 scn")
        ),
        file,
    )
    assert [mark.ink.plates for mark in found] == [
        {"Gold": 50},
        {"K": 100},
        {"C": 100, "K": 100},
        {"C": 100, "M": 100, "Y": 100, "K": 100},
    ]


def test_boxes_are_inherited_as_the_standard_says(tmp_path: Path) -> None:
    file = Specimen()
    file.pdf.Root.Pages.MediaBox = file.page.MediaBox
    file.pdf.Root.Pages.TrimBox = file.page.TrimBox
    del file.page.MediaBox
    del file.page.TrimBox
    page = document(tmp_path, file).pages[0]
    assert page.media is not None
    assert page.trim is None


def test_places_are_told_from_the_corner_of_the_trim(tmp_path: Path) -> None:
    file = Specimen()
    height = 285 * MM
    file.content = f"{MARGIN + 10 * MM} {MARGIN + height - 25 * MM} {MM} {5 * MM} re f"
    page = document(tmp_path, file).pages[0]
    assert page.thing(page.marks[0]) == "色块，左 10 上 20 mm"


def test_several_content_streams_are_one(tmp_path: Path) -> None:
    file = Specimen()
    path = file.save(tmp_path / "a.pdf")
    with pikepdf.open(path, allow_overwriting_input=True) as pdf:
        parts = [Stream(pdf, part) for part in (b"0 0 9", b"9 re", b"f")]
        pdf.pages[0].Contents = Array([pdf.make_indirect(part) for part in parts])
        pdf.save(path)
    (page,) = read(path, Expected(), {}).pages
    assert [mark.kind for mark in page.marks] == ["fill"]
