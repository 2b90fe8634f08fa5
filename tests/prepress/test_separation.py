"""Whole PDFs separated: pages, forms, patterns, masks; what goes and what stays."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pikepdf
import pytest
from pikepdf import Array, Dictionary, Name, Pdf, String
from PIL import Image

from plugins.press.prepress.recipe import ProfileError, Recipe
from plugins.press.prepress.separation import separate, space_of
from tests.prepress.sheetwork import INKS, content, image, operators, plain, recipe, sheets

RED = b"0.65098 0.203922 0.105882 rg 0 0 10 10 re f"
INKED = ("k", 0.0, 0.85, 0.85, 0.35)


def separated(pdf: Pdf, **more: Any) -> frozenset[str]:
    return separate(pdf, recipe(**more), None)


def resources(pdf: Pdf, page: int = 0) -> Any:
    return pdf.pages[page].obj.Resources


def form(pdf: Pdf, data: bytes, **more: Any) -> Any:
    made = pdf.make_stream(data, Type=Name.XObject, Subtype=Name.Form, BBox=[0, 0, 9, 9])
    for name, value in more.items():
        made[f"/{name}"] = value
    return made


def test_a_page_becomes_inks() -> None:
    pdf = sheets(RED + b" 0 0 0 rg 0 0 9 9 re f")
    assert separated(pdf) == frozenset()
    made = operators(pdf.pages[0])
    assert INKED in made
    assert ("k", 0, 0, 0, 1) in made
    states = resources(pdf).ExtGState
    assert [bool(states["/ink10"][key]) for key in ("/op", "/OP")] == [True, False]
    assert int(states["/ink10"].OPM) == 1


def test_colours_outside_the_table_are_told() -> None:
    pdf = sheets(b"0.2 0.4 0.6 rg 0 0 9 9 re f")
    assert separated(pdf) == {"#336699"}


def test_several_streams_are_one_page() -> None:
    pdf = sheets(b"")
    parts = [pdf.make_stream(each) for each in (b"0.65098 0.203922", b"0.105882 rg 0 0 9 9 re f")]
    pdf.pages[0].obj.Contents = Array(parts)
    separated(pdf)
    assert INKED in operators(pdf.pages[0])


def test_pages_have_what_they_use_and_nothing_else() -> None:
    pdf = sheets(b"/A Do", b"/B Do")
    shared = resources(pdf)
    shared.XObject = Dictionary({"/A": form(pdf, b"0 g"), "/B": form(pdf, b"1 g")})
    shared.Font = Dictionary({"/F": Dictionary(Type=Name.Font)})
    separated(pdf)
    assert [list(resources(pdf, page).XObject) for page in (0, 1)] == [["/A"], ["/B"]]
    assert "/Font" not in resources(pdf)


def test_what_is_shared_stays_shared() -> None:
    pdf = sheets(b"/A Do", b"/A Do")
    resources(pdf).XObject = Dictionary({"/A": form(pdf, RED)})
    separated(pdf)
    first, second = (resources(pdf, page).XObject["/A"] for page in (0, 1))
    assert first.objgen == second.objgen


def test_a_form_on_a_grey_page_has_another_colour() -> None:
    pdf = sheets(b"/A Do", b"/A Do")
    resources(pdf).XObject = Dictionary({"/A": form(pdf, RED)})
    separated(pdf, grey=frozenset({1}))
    first, second = (resources(pdf, page).XObject["/A"].read_bytes() for page in (0, 1))
    assert b"0 0.85 0.85 0.35 k" in first
    assert b"\n0 0 0 0." in second


def test_groups_blend_in_inks_and_lose_their_tags() -> None:
    pdf = sheets(b"/A Do")
    group = Dictionary(S=Name.Transparency, CS=Name.DeviceRGB)
    made = form(
        pdf, RED, Group=group, StructParents=3, PieceInfo=Dictionary(), Matrix=[2, 0, 0, 2, 0, 0]
    )
    resources(pdf).XObject = Dictionary({"/A": made})
    separated(pdf)
    found = resources(pdf).XObject["/A"]
    assert Name.DeviceCMYK == found.Group.CS
    assert not {"/StructParents", "/PieceInfo"} & set(found.keys())
    assert [plain(each) for each in found.Matrix] == [2, 0, 0, 2, 0, 0]


def test_patterns_and_shadings() -> None:
    pdf = sheets(b"/Pattern cs /tile scn 0 0 9 9 re f /fade scn 0 0 9 9 re f /s sh")
    ramp = Dictionary(FunctionType=2, Domain=[0, 1], N=1, C0=[0, 0, 0], C1=[1, 1, 1])
    fade = Dictionary(ShadingType=2, ColorSpace=Name.DeviceRGB, Coords=[0, 0, 1, 1], Function=ramp)
    tile = pdf.make_stream(RED, PatternType=1, PaintType=1, Resources=Dictionary())
    old = resources(pdf)
    old.Pattern = Dictionary({"/tile": tile, "/fade": Dictionary(PatternType=2, Shading=fade)})
    old.Shading = Dictionary({"/s": fade})
    separated(pdf)
    made = resources(pdf)
    assert b"0 0.85 0.85 0.35 k" in made.Pattern["/tile"].read_bytes()
    for each in (made.Pattern["/fade"].Shading, made.Shading["/s"]):
        assert each.ColorSpace == Name.DeviceCMYK
        assert [plain(number) for number in each.Function.C0] == [0, 0, 0, 1]


def test_soft_masks_stay_light_and_the_page_tells_its_blending_space() -> None:
    pdf = sheets(b"/s gs 0 0 9 9 re f", b"0 g")
    group = Dictionary(S=Name.Transparency, CS=Name.DeviceRGB)
    mask = Dictionary(S=Name.Luminosity, G=form(pdf, b"1 1 1 rg 0 0 9 9 re f", Group=group))
    resources(pdf).ExtGState = Dictionary({"/s": Dictionary(SMask=mask)})
    separated(pdf)
    made = resources(pdf).ExtGState["/s"].SMask.G
    assert made.read_bytes().startswith(b"1 g")
    assert Name.DeviceGray == made.Group.CS
    assert Name.DeviceCMYK == pdf.pages[0].obj.Group.CS
    assert "/Group" not in pdf.pages[1].obj


def test_calibrated_colours() -> None:
    pdf = sheets(b"/Icc cs 0.65098 0.203922 0.105882 scn 0 0 9 9 re f")
    profile = pdf.make_stream(b"", N=3)
    resources(pdf).ColorSpace = Dictionary({"/Icc": Array([Name.ICCBased, profile])})
    separated(pdf)
    assert INKED in operators(pdf.pages[0])
    assert "/ColorSpace" not in resources(pdf)


@pytest.mark.parametrize(
    ("space", "kind"),
    [
        (Name.DeviceRGB, "rgb"),
        (Name.DeviceGray, "grey"),
        (Array([Name.CalRGB, Dictionary()]), "rgb"),
        (Array([Name.Lab, Dictionary()]), "lab"),
        (Array([Name.Separation, Name.Gold]), "kept"),
        (Array([]), "kept"),
    ],
)
def test_colour_spaces(space: Any, kind: str) -> None:
    assert space_of(space) == kind


def test_pictures_are_replaced() -> None:
    pdf = sheets(b"q 9 0 0 9 0 0 cm /Im Do Q")
    resources(pdf).XObject = Dictionary({"/Im": image(pdf, Image.new("RGB", (9, 9), "teal"))})
    separated(pdf)
    assert resources(pdf).XObject["/Im"].ColorSpace == Name.DeviceCMYK


def test_all_but_the_printed_matter_goes() -> None:
    pdf = sheets(b"/P <</MCID 0>> BDC 0 g EMC")
    page = pdf.pages[0].obj
    page.Annots = Array([Dictionary(Type=Name.Annot, Subtype=Name.Link)])
    page.StructParents, page.Tabs, page.CropBox = 0, Name.S, page.MediaBox
    page.ArtBox = page.TrimBox
    page.AA = Dictionary()
    root = pdf.Root
    root.StructTreeRoot, root.MarkInfo, root.Names = Dictionary(), Dictionary(), Dictionary()
    root.Outlines, root.OpenAction, root.AcroForm = Dictionary(), Dictionary(), Dictionary()
    pdf.docinfo["/Title"] = String("x")
    separated(pdf)
    assert set(root.keys()) == {"/Type", "/Pages"}
    assert set(page.keys()) == {
        *("/Type", "/Parent", "/Resources", "/Contents", "/MediaBox", "/TrimBox", "/BleedBox")
    }
    assert not list(pdf.docinfo.keys())
    assert b"MCID" not in content(pdf.pages[0])


def test_without_a_profile_nothing_is_touched(tmp_path: Path) -> None:
    pdf = sheets(RED)
    with pytest.raises(ProfileError):
        separate(pdf, Recipe("X-4", tmp_path / "none.icc", INKS), None)
    assert content(pdf.pages[0]) == RED


def test_same_input_same_pages() -> None:
    made = []
    for _ in (1, 2):
        pdf = sheets(RED, b"0.2 0.4 0.6 rg 0 0 9 9 re f")
        separated(pdf)
        made.append(
            [pikepdf.unparse_content_stream(pikepdf.parse_content_stream(p)) for p in pdf.pages]
        )
    assert made[0] == made[1]
