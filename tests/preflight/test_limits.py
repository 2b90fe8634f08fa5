"""Where rules begin and end: what is left alone, what is a fault as well."""

from __future__ import annotations

from pathlib import Path

import pytest
from pikepdf import Array, Dictionary, Name, Stream, String

from plugins.press.preflight.preflight import inspect
from plugins.press.preflight.record import Expected
from tests.preflight.specimen import BLEED, MEDIA, MM, TRIM, XMP, XMP_STAMP, Specimen

LEFT, BOTTOM, RIGHT, TOP = TRIM


def codes(path: Path, file: Specimen, order: Expected | None = None) -> set[str]:
    report = inspect(file.save(path / "a.pdf"), order)
    return {fault.code for fault in report.faults}


def text(colour: str, size: float, x: float = 200, y: float = 200, state: str = "") -> str:
    return f"{state} {colour} BT /F1 {size} Tf 1 0 0 1 {x} {y} Tm <0001> Tj ET"


def tint(x: float, y: float, wide: float, high: float) -> str:
    return f"0 0.2 0 0 k {x} {y} {wide} {high} re f"


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        # Edges: to the bleed, or well inside; white needs no bleed, and marks outside are no art.
        (tint(BLEED[0], 200, 50, 50), set()),
        (tint(LEFT + 1.1 * MM, 200, 50, 50), set()),
        (tint(LEFT + 0.9 * MM, 200, 50, 50), {"Y213"}),
        (tint(LEFT - 2 * MM, 200, 50, 50), {"Y213"}),
        (tint(RIGHT - 50, 200, 50 + 3 * MM, 50), set()),
        (tint(RIGHT - 50, 200, 50, 50), {"Y213"}),
        (f"0 0 0 0 k {LEFT} 200 50 50 re f", set()),
        (f"{LEFT} 200 50 50 re W n {tint(BLEED[0], 200, 90, 50)}", {"Y213"}),
        (tint(2, 200, 10, 10), set()),
        (f"0.5 w 0 0 0 1 K {LEFT + 1} 200 m {LEFT + 1} 300 l S", {"Y213"}),
        # Text: 3 mm from the knife; in the slug it may stand where it likes.
        (text("0 0 0 1 k", 9, LEFT + 3.1 * MM, state="/Over gs"), set()),
        (text("0 0 0 1 k", 9, LEFT + 2.5 * MM, state="/Over gs"), {"Y214"}),
        (text("0 0 0 1 k", 9, LEFT - 5, state="/Over gs"), {"Y214"}),
        (text("0 0 0 1 k", 9, 5, state="/Over gs"), set()),
        (text("0 0 0 1 k", 9, RIGHT - 3 * MM, state="/Over gs"), {"Y214"}),
        # Black: coloured text is no black, large text may be rich, greys are K alone.
        (text("0.9 0.3 0.95 0.3 k", 12), set()),
        (text("0.6 0.4 0.4 1 k", 24), set()),
        (text("0.6 0.4 0.4 1 k", 23), {"Y320"}),
        (text("0.75 0.68 0.67 0.3 k", 12), {"Y320"}),
        (text("0 0 0 0.5 k", 9), set()),
        (text("0 0.2 0 0.9 k", 12), {"Y320"}),
        # Sizes.
        (text("0 0 0 0.5 k", 5), set()),
        (text("0 0 0 0.5 k", 4.9), {"Y407"}),
        (text("0 0 0 1 k", 4.9, 5, state="/Over gs"), set()),
        (text("1 0 1 0 k", 7), set()),
        (text("1 0 0 0 k", 6), set()),
        (tint(190, 190, 50, 50) + " " + text("0 0 0 0 k", 6), set()),
        ("1 0 1 0 k 190 190 50 50 re f " + text("0 0 0 0 k", 6), {"Y408"}),
        ("1 0 1 0 k 190 190 50 50 re f " + text("0 0 0 0 k", 8), set()),
        # Overprint.
        (text("0 0 0 1 k", 12), set()),
        (text("0 0 0 1 k", 11.9), {"Y622"}),
        (text("0 g", 9), {"Y622"}),
        (text("0 g", 9, state="/Over gs"), {"Y625"}),
        # Lines.
        ("0 0 0 1 K 0.25 w 200 200 m 300 200 l S", set()),
        ("0 0 0 0 K 0.1 w 200 200 m 300 200 l S", set()),
        ("0.2 0 0 0.2 0 0 cm 0 0 0 1 K 1 w 999 999 m 1999 999 l S", {"Y612"}),
        ("1 0 1 0 K 0.5 w 200 200 m 300 200 l S", set()),
        # Ink.
        ("1 1 1 0 k 200 200 50 50 re f", set()),
        ("1 1 1 0.02 k 200 200 50 50 re f", {"Y610"}),
        # RGB by every operator; chosen and not used is told once, by itself.
        ("1 0 0 RG 200 200 m 300 200 l S", {"Y301"}),
        ("/DeviceRGB cs 1 0 0 sc 200 200 9 9 re f", {"Y301"}),
        ("/DeviceRGB CS 200 200 m 300 200 l S", {"Y301"}),
        ("9 0 0 9 200 200 cm BI /W 90 /H 90 /CS /RGB /BPC 8 /F /AHx ID 00> EI", {"Y302", "Y504"}),
        ("0 0 1 rg 0 0 0 1 k 200 200 9 9 re f", {"Y306"}),
        # Broken content.
        ("0 0 0 1 k 200 200 9 9 re f Q", {"Y105"}),
        ("/Nowhere Do", {"Y105"}),
        ("/Nowhere cs", {"Y105"}),
        ("BX /Nowhere fancy EX", set()),
        ("BT <0001> Tj ET", {"Y105"}),
        ("1 2 3 re f", {"Y105"}),
        ("1 2 3 m 4 5 l f", {"Y105"}),
        ("1 2 m (a) 5 l f", {"Y105"}),
        ("h f", set()),
    ],
)
def test_what_a_page_shows(tmp_path: Path, content: str, expected: set[str]) -> None:
    file = Specimen()
    file.add(content)
    assert codes(tmp_path, file) == expected


@pytest.mark.parametrize(
    ("side", "expected"),
    [
        (48, set()),
        (57, set()),
        (58, {"Y502"}),
        (96, {"Y502"}),
        (97, {"Y501"}),
        (24, set()),
        (23, {"Y504"}),
    ],
)
def test_resolution_at_the_size_it_is_placed(
    tmp_path: Path, side: float, expected: set[str]
) -> None:
    file = Specimen()
    file.add(f"{side} 0 0 {side} 200 200 cm /Im1 Do")
    assert codes(tmp_path, file) == expected


def test_limits_are_those_of_the_order(tmp_path: Path) -> None:
    file = Specimen()
    file.add("72 0 0 72 200 200 cm /Im1 Do")
    file.add("1 1 0.5 0 k 200 300 9 9 re f")
    assert codes(tmp_path, file, Expected(ink_limit=240, low_ppi=200)) == {"Y610"}
    assert codes(tmp_path, file, Expected(bad_ppi=220)) == {"Y501"}
    assert codes(tmp_path, file, Expected(bleed_mm=5, low_ppi=100)) == {"Y205", "Y213"}


@pytest.mark.parametrize(
    ("trim", "expected"), [((210, 285), set()), ((210.09, 285), set()), ((285, 210), {"Y208"})]
)
def test_the_trim_that_was_ordered(
    tmp_path: Path, trim: tuple[float, float], expected: set[str]
) -> None:
    assert codes(tmp_path, Specimen(), Expected(trim_mm=trim)) == expected


@pytest.mark.parametrize(
    ("kind", "expected"), [("pages", {"Y211"}), ("wrap", set()), ("sheet", set())]
)
def test_wraps_and_sheets_have_a_page_count_of_their_own(
    tmp_path: Path, kind: str, expected: set[str]
) -> None:
    order = Expected(fold=4, kind=kind)  # type: ignore[arg-type]
    assert codes(tmp_path, Specimen(), order) == expected


def test_pages_on_a_sheet_may_be_moved_against_creep(tmp_path: Path) -> None:
    file = Specimen()
    file.add(tint(LEFT - 1 * MM, 200, 50, 50))
    assert codes(tmp_path, file, Expected(kind="sheet")) == set()
    assert codes(tmp_path, file, Expected(kind="wrap")) == {"Y213"}


def test_a_file_is_judged_by_what_it_says_or_by_what_was_ordered(tmp_path: Path) -> None:
    path = Specimen("X-1a").save(tmp_path / "a.pdf")
    assert inspect(path).standard == "PDF/X-1a"
    found = inspect(path, Expected("X-4"))
    assert found.standard == "PDF/X-4"
    assert {fault.code for fault in found.faults} == {"Y120"}


def test_x1a_of_2001_says_it_in_two_keys(tmp_path: Path) -> None:
    file = Specimen("X-1a")
    file.pdf.docinfo.GTS_PDFXVersion = String("PDF/X-1:2001")
    assert codes(tmp_path, file, Expected("X-1a")) == {"Y121"}
    file.pdf.docinfo.GTS_PDFXConformance = String("PDF/X-1a:2001")
    assert codes(tmp_path, file, Expected("X-1a")) == set()


def test_links_outside_the_bleed_and_printers_marks_may_stay(tmp_path: Path) -> None:
    file = Specimen()
    places = {"Link": [0, 0, 9, 9], "PrinterMark": [200, 200, 300, 300]}
    notes = [
        file.pdf.make_indirect(Dictionary(Subtype=Name("/" + kind), Rect=Array(place)))
        for kind, place in places.items()
    ]
    file.page.Annots = Array(notes)
    assert codes(tmp_path, file) == set()


def test_the_appearance_of_a_note_is_looked_into(tmp_path: Path) -> None:
    file = Specimen()
    note = Dictionary(Subtype=Name.Stamp, Rect=Array([200, 200, 300, 300]))
    note.AP = Dictionary(N=file.form("1 0 0 rg 0 0 50 50 re f"))
    file.page.Annots = Array([file.pdf.make_indirect(note)])
    assert codes(tmp_path, file) == {"Y301", "Y701"}


def test_an_action_within_a_note_is_found(tmp_path: Path) -> None:
    file = Specimen()
    note = Dictionary(Subtype=Name.Link, Rect=Array([0, 0, 9, 9]))
    note.A = Dictionary(S=Name.URI, URI=String("https://example.org"))
    file.page.Annots = Array([file.pdf.make_indirect(note)])
    assert codes(tmp_path, file) == {"Y702"}


def test_structure_elements_are_no_actions(tmp_path: Path) -> None:
    file = Specimen()
    file.pdf.Root.StructTreeRoot = file.pdf.make_indirect(
        Dictionary(S=Name.Thread, K=Array([]), Pg=file.page)
    )
    assert codes(tmp_path, file) == set()


def test_transfer_functions_that_change_nothing_may_stay(tmp_path: Path) -> None:
    file = Specimen()
    file.put("/ExtGState", "X", Dictionary(TR=Name.Identity, TR2=Name.Default, HT=Name.Default))
    file.add("/X gs")
    assert codes(tmp_path, file) == set()


def test_a_picture_with_a_soft_mask_needs_the_blending_space_too(tmp_path: Path) -> None:
    file = Specimen()
    file.page.Resources.XObject.Im1.SMask = file.picture(space=Name.DeviceGray, parts=1)
    assert codes(tmp_path, file) == set()
    file.content = file.content.replace("/Glass gs", "")
    del file.page.Group
    assert codes(tmp_path, file) == {"Y606"}


def test_dates_agree_by_the_moment_and_not_by_the_letter(tmp_path: Path) -> None:
    file = Specimen()
    file.metadata(XMP.format(stamp="2020-03-01T08:00:00+08:00"))
    assert codes(tmp_path, file) == set()
    file.metadata(XMP.format(stamp="2020-03-01T08:00:00Z"))
    assert codes(tmp_path, file) == {"Y127"}


@pytest.mark.parametrize("packet", ["", "<x", "<x/>", '<!DOCTYPE x [<!ENTITY a "b">]><x>&a;</x>'])
def test_a_packet_that_is_no_xmp(tmp_path: Path, packet: str) -> None:
    file = Specimen()
    file.metadata(packet)
    assert codes(tmp_path, file, Expected("X-4")) == {"Y120"}


def test_entities_in_a_packet_are_not_followed(tmp_path: Path) -> None:
    file = Specimen()
    secret = tmp_path / "secret.txt"
    secret.write_text("环保简报", encoding="utf-8")
    head = f'<!DOCTYPE x [<!ENTITY a SYSTEM "{secret.as_uri()}">]>'
    packet = XMP.format(stamp=XMP_STAMP).partition("?>")[2].rpartition("<?")[0]
    file.metadata(head + packet.replace("环保简报", "&a;", 1))
    del file.pdf.docinfo.Title
    assert "Y123" in codes(tmp_path, file)


def test_a_page_without_content_is_blank_and_no_more(tmp_path: Path) -> None:
    file = Specimen()
    file.add_page()
    file.add_page().Contents = Stream(file.pdf, b"1 g 0 0 900 900 re f")
    assert codes(tmp_path, file) == {"Y212"}
    assert codes(tmp_path, file, Expected(kind="wrap")) == set()


def test_the_later_version_of_head_and_catalogue_holds(tmp_path: Path) -> None:
    file = Specimen()
    file.pdf.Root.Version = Name("/1.7")
    assert codes(tmp_path, file) == {"Y104"}
    file.pdf.Root.Version = Name("/new")
    assert codes(tmp_path, file) == set()


def test_a_bleed_without_box(tmp_path: Path) -> None:
    file = Specimen()
    del file.page.BleedBox
    assert codes(tmp_path, file) == {"Y205"}


def test_a_crop_box_as_large_as_the_sheet_may_stay(tmp_path: Path) -> None:
    file = Specimen()
    file.page.CropBox = Array(MEDIA)
    assert codes(tmp_path, file) == set()
    file.page.CropBox = Array(BLEED)
    assert codes(tmp_path, file) == set()


def test_the_odd_page_out_is_named_and_not_all_others(tmp_path: Path) -> None:
    file = Specimen()
    for trim in (TRIM, (LEFT, BOTTOM, RIGHT - 9, TOP), TRIM):
        file.add_page(trim).Contents = Stream(file.pdf, b"0 0 0 1 k 200 200 50 50 re f")
    report = inspect(file.save(tmp_path / "a.pdf"))
    assert [(fault.code, fault.page) for fault in report.faults] == [("Y207", 3)]
