"""Pictures are found where they stand, at the size they are printed."""

from __future__ import annotations

from pathlib import Path

import pytest
from pikepdf import Dictionary, Name, Pdf
from PIL import Image

from plugins.press.prepress.placements import Placement, Streams, placements
from tests.prepress.sheetwork import image, sheets


def with_picture(*contents: bytes, size: tuple[int, int] = (300, 200)) -> Pdf:
    pdf = sheets(*contents)
    picture = image(pdf, Image.new("RGB", size, "teal"))
    resources = pdf.pages[0].obj.Resources
    resources.XObject = Dictionary({"/Im": picture})
    return pdf


def found(pdf: Pdf) -> list[tuple[int, float, float]]:
    return [
        (each.page, round(each.width_pt, 2), round(each.height_pt, 2)) for each in placements(pdf)
    ]


def test_one_picture_as_printed() -> None:
    pdf = with_picture(b"q 0.75 0 0 0.75 0 0 cm q 100 0 0 -50 0 50 cm /Im Do Q Q")
    assert found(pdf) == [(0, 75, 37.5)]


def test_turned_pictures_keep_their_size() -> None:
    assert found(with_picture(b"0 72 -48 0 0 0 cm /Im Do")) == [(0, 72, 48)]


def test_restored_space() -> None:
    pdf = with_picture(b"q 9 0 0 9 0 0 cm Q 2 0 0 3 0 0 cm /Im Do", b"Q 5 0 0 5 0 0 cm /Im Do")
    assert found(pdf) == [(0, 2, 3), (1, 5, 5)]


def test_ppi_is_that_of_the_coarser_direction() -> None:
    pdf = with_picture(b"72 0 0 72 0 0 cm /Im Do")
    (placement,) = placements(pdf)
    assert placement.ppi == 200


def test_pictures_in_forms_patterns_and_masks() -> None:
    pdf = with_picture(b"q 2 0 0 2 0 0 cm /Fm Do Q /Pattern cs /p0 scn /s0 gs")
    resources = pdf.pages[0].obj.Resources
    inner = Dictionary(XObject=resources.XObject)
    paint = b"10 0 0 10 0 0 cm /Im Do"

    def form(**more: object) -> object:
        made = pdf.make_stream(paint, Type=Name.XObject, Subtype=Name.Form, Resources=inner)
        for name, value in more.items():
            made[f"/{name}"] = value
        return made

    resources.XObject["/Fm"] = form(Matrix=[3, 0, 0, 3, 0, 0])
    tile = pdf.make_stream(paint, PatternType=1, Resources=inner, Matrix=[0.5, 0, 0, 0.5, 0, 0])
    resources.Pattern = Dictionary({"/p0": tile})
    mask = Dictionary(S=Name.Luminosity, G=form())
    resources.ExtGState = Dictionary({"/s0": Dictionary(SMask=mask)})
    all_found = list(placements(pdf))
    assert [each.width_pt for each in all_found] == pytest.approx([60, 5, 10])
    assert [each.in_mask for each in all_found] == [False, False, True]


def test_forms_in_themselves_end() -> None:
    pdf = with_picture(b"/Fm Do")
    resources = pdf.pages[0].obj.Resources
    form = pdf.make_stream(b"/Im Do /Fm Do", Subtype=Name.Form, Resources=resources)
    resources.XObject["/Fm"] = form
    assert 1 <= len(found(pdf)) <= 12


def test_a_missing_picture_is_no_picture() -> None:
    assert found(with_picture(b"/Nothing Do /s9 gs")) == []


def test_a_picture_of_no_size_has_a_ppi() -> None:
    pdf = with_picture(b"0 0 0 0 0 0 cm /Im Do")
    assert all(isinstance(each, Placement) and each.ppi > 0 for each in placements(pdf))


CONTENT = b"q 2 0 0 3 5 7 cm /Im Do Q /Fm Do 4 0 0 4 0 0 cm /s0 gs"


def test_what_a_stream_uses_is_the_same_when_it_is_remembered(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    anew = Streams().of(CONTENT)
    assert [(operator, name) for operator, name, _ in anew] == [
        (b"Do", "/Im"),
        (b"Do", "/Fm"),
        (b"gs", "/s0"),
    ]
    assert Streams(tmp_path).of(CONTENT) == anew
    monkeypatch.setattr("plugins.press.prepress.placements.operators", None)
    assert Streams(tmp_path).of(CONTENT) == anew


def test_a_remembered_stream_stands_where_its_page_puts_it(tmp_path: Path) -> None:
    paint = b"10 0 0 10 0 0 cm /Im Do"
    for scale in (3, 4):
        pdf = with_picture(b"/Fm Do")
        resources = pdf.pages[0].obj.Resources
        form = pdf.make_stream(paint, Type=Name.XObject, Subtype=Name.Form)
        form.Resources = Dictionary(XObject=resources.XObject)
        form.Matrix = [scale, 0, 0, scale, 0, 0]
        resources.XObject["/Fm"] = form
        (placement,) = placements(pdf, tmp_path)
        assert placement.width_pt == 10 * scale
