"""Content streams from RGB to inks."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from plugins.press.prepress.inking import Inking, Space, rgb_of_lab
from plugins.press.prepress.inks import Inks, Mode
from plugins.press.prepress.operators import UnreadableContent

TABLE = {"#a6341b": (0, 0.85, 0.85, 0.35), "#000001": (0.6, 0.4, 0.4, 1.0)}
SPACES: dict[str, Space] = {"/Icc": "rgb", "/L": "lab", "/Spot": "kept"}


def inking(mode: Mode = "colour") -> Inking:
    greys = np.arange(256, dtype=np.uint8)
    return Inking(Inks(TABLE, lambda _: (0.1, 0.2, 0.3, 0), greys), mode, SPACES)


def inked(content: bytes, mode: Mode = "colour") -> str:
    return " ".join(inking(mode).rewrite(content).decode().split())


@pytest.mark.parametrize(
    ("content", "made"),
    [
        (b"0 0 0 rg", "/ink10 gs 0 0 0 1 k"),
        (b"0 g", "/ink10 gs 0 0 0 1 k"),
        (b"0 0 0 RG", "/ink01 gs 0 0 0 1 K"),
        (b"1 1 1 rg", "/ink00 gs 0 0 0 0 k"),
        (b".2 .2 .2 rg", "/ink00 gs 0 0 0 0.8 k"),
        (b"0.65098 0.203922 0.105882 rg", "/ink00 gs 0 0.85 0.85 0.35 k"),
        (b"0.1 0.5 0.9 RG", "/ink00 gs 0.1 0.2 0.3 0 K"),
        (b"0.1 0.2 0.3 0.4 k", "/ink00 gs 0.1 0.2 0.3 0.4 k"),
        (b"0 0 0 1 k", "/ink10 gs 0 0 0 1 k"),
        (b"/Icc cs 0 0 0 scn", "/ink10 gs 0 0 0 1 k 0 0 0 1 k"),
        (b"/DeviceRGB CS 1 1 1 SC", "/ink01 gs 0 0 0 1 K /ink00 gs 0 0 0 0 K"),
        (b"/Pattern cs /p0 scn", "/ink00 gs /Pattern cs /p0 scn"),
        (b"/Spot cs .5 scn", "/ink00 gs /Spot cs .5 scn"),
        (b"2 -1 0 rg", "/ink00 gs 0.1 0.2 0.3 0 k"),
    ],
)
def test_colours(content: bytes, made: str) -> None:
    assert inked(content) == made


def test_overprint_follows_the_colour_through_save_and_restore() -> None:
    assert inked(b"0 g q 1 g Q 0 0 1 1 re f 0 g") == (
        "/ink10 gs 0 0 0 1 k q /ink00 gs 0 0 0 0 k Q 0 0 1 1 re f 0 0 0 1 k"
    )


def test_fill_and_stroke_overprint_by_themselves() -> None:
    """OP alone would set both (ISO 32000-1, table 58): each state names both."""
    assert inked(b"0 g 0 G 1 g") == ("/ink10 gs 0 0 0 1 k /ink11 gs 0 0 0 1 K /ink01 gs 0 0 0 0 k")


def test_rich_black_is_for_grounds_only() -> None:
    assert inked(b"0 0 0.003922 rg 0 0 9 9 re f BT (a) Tj ET 0 0 9 9 re f") == (
        "/ink00 gs 0.6 0.4 0.4 1 k 0 0 9 9 re f"
        " BT /ink10 gs 0 0 0 1 k (a) Tj ET /ink00 gs 0.6 0.4 0.4 1 k 0 0 9 9 re f"
    )


def test_rich_black_set_inside_text_is_black() -> None:
    assert inked(b"BT 0 0 0.003922 rg (a) Tj ET") == (
        "BT /ink10 gs 0 0 0 1 k (a) Tj ET /ink00 gs 0.6 0.4 0.4 1 k"
    )


def test_marked_content_goes() -> None:
    content = b"/P <</MCID 0>> BDC BT (BDC) Tj ET EMC /Artifact BMC 0 0 1 1 re f EMC"
    assert inked(content) == "BT (BDC) Tj ET 0 0 1 1 re f"


def test_strings_and_the_rest_stay_as_they_are() -> None:
    content = b"BT 1 0 0 -1 9 9 Tm /F 9 Tf [<4142>-3(1 1 1 rg)] TJ ET 0.5 w 1 2 m 3 4 l S"
    assert inking().rewrite(content) == content


def test_names_of_what_is_used() -> None:
    done = inking()
    done.rewrite(b"/F1 9 Tf /a1 gs /Im Do /s0 sh /Pattern cs /p0 scn 0 g")
    assert done.names == {
        "/Font": {"/F1"},
        "/ExtGState": {"/a1", "/ink00", "/ink10"},
        "/XObject": {"/Im"},
        "/Shading": {"/s0"},
        "/ColorSpace": {"/Pattern"},
        "/Pattern": {"/p0"},
    }


def test_a_grey_page_is_black_only() -> None:
    assert inked(b"0.65098 0.203922 0.105882 rg", "grey").startswith("/ink00 gs 0 0 0 0.")
    assert inked(b"0 0 0.003922 rg", "grey") == "/ink10 gs 0 0 0 1 k"


def test_a_soft_mask_stays_light() -> None:
    """White lets through, black hides; no overprint there."""
    assert inked(b"1 1 1 rg 0 G .5 g", "mask") == "1 g 0 G 0.5 g"


@pytest.mark.parametrize(
    "content", [b"/Unknown cs", b"1 0 rg", b"BI /W 1 /H 1 /CS /RGB /BPC 8 ID abc EI"]
)
def test_what_cannot_be_understood_is_refused(content: bytes) -> None:
    with pytest.raises(UnreadableContent):
        inked(content)


@pytest.mark.parametrize(
    ("lab", "rgb"),
    [
        ((100, 0, 0), (1, 1, 1)),
        ((0, 0, 0), (0, 0, 0)),
        ((53.585, 0, 0), (0.5, 0.5, 0.5)),
        ((54.29, 80.81, 69.89), (1, 0, 0)),
        ((29.57, 68.30, -112.03), (0, 0, 1)),
    ],
)
def test_lab(lab: tuple[float, ...], rgb: tuple[float, ...]) -> None:
    """CSS Color 4 has these pairs (D50)."""
    assert rgb_of_lab(list(lab)) == pytest.approx(rgb, abs=0.02)


@given(st.lists(st.sampled_from([b"q", b"Q", b"0 g", b"1 g", b"0 G", b"BT", b"ET", b"1 0 0 rg"])))
def test_black_overprints_and_nothing_else_does(parts: list[bytes]) -> None:
    """Whatever q and Q do, the overprint that holds is that of the ink that holds."""
    over, fill, saved = (0, 0), None, []
    for line in inking().rewrite(b"\n".join(parts)).decode().splitlines():
        if line == "q":
            saved.append((over, fill))
        elif line == "Q" and saved:
            over, fill = saved.pop()
        elif line.endswith(" gs"):
            over = int(line[4]), int(line[5])
        elif line.endswith(" k"):
            fill = line
            assert over[0] == (line == "0 0 0 1 k")
        elif line.endswith(" K"):
            assert over[1] == (line == "0 0 0 1 K")
        if fill is not None and not line.endswith(" gs"):
            assert over[0] == (fill == "0 0 0 1 k")
