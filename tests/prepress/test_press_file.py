"""Files as the tools of printers see them: Ghostscript's plates, qpdf, mutool, poppler.

One small issue page goes the whole road (WeasyPrint → separation → marks → standard).
"""

from __future__ import annotations

import subprocess
from datetime import date
from pathlib import Path

import pikepdf
import pytest
from PIL import Image

from plugins.press.prepress.marks import dress
from plugins.press.prepress.metadata import Facts
from plugins.press.prepress.recipe import Standard
from plugins.press.prepress.separation import separate
from plugins.press.prepress.standard import conform
from plugins.press.typesetter import Typesetter
from tests.prepress.sheetwork import THEME, photograph, recipe

pytestmark = [pytest.mark.press, pytest.mark.slow]
STYLE = "@page{size:80mm 60mm;margin:8mm;bleed:3mm} body{margin:0;font:10.5pt/16pt var(--song);color:#000}"
PAGES = (
    "<p>河面宽了，芦苇也高了。Only letters and a line.</p><hr style='border:0;border-top:.5pt solid #999'>",
    "<p style='color:#14532d'>绿色的标题</p>",
    "<img src='a.jpg' style='width:30mm'>",
    "<div style='background:#000001;color:#000001;height:20mm'>浓黑</div>",
)


@pytest.fixture(scope="module", params=["X-4", "X-1a"])
def made(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Path:
    standard: Standard = request.param
    folder = tmp_path_factory.mktemp("press")
    photograph((300, 200)).save(folder / "a.jpg", quality=95)
    body = "<div style='break-after:page'></div>".join(PAGES)
    html = f"<meta charset='utf-8'><style>{STYLE}</style>{body}"
    sheet = Typesetter(folder, THEME, ["shared/tokens.css"])
    sheet.lay_out(html, ".").write_pdf(folder / "raw.pdf", uncompressed_pdf=True)
    with pikepdf.open(folder / "raw.pdf") as pdf:
        separate(pdf, recipe(standard), folder)
        dress(pdf, [f"第{n}页" for n in range(1, len(pdf.pages) + 1)], THEME)
        conform(pdf, folder / "press.pdf", recipe(standard), Facts("样刊", date(2020, 3, 20)))
    return folder / "press.pdf"


def said(*command: str | Path) -> str:
    """What a tool says, in all; it must not fail."""
    done = subprocess.run(command, capture_output=True, check=True, text=True)
    return done.stdout + done.stderr


def plates(file: Path, page: int) -> tuple[float, ...]:
    """The share of the trimmed page that each plate covers (Ghostscript)."""
    found = said(
        "gs", "-q", "-dNOPAUSE", "-dBATCH", "-dUseTrimBox", "-sDEVICE=inkcov",
        f"-sPageList={page}", "-o", "-", file,
    )  # fmt: skip
    return tuple(float(each) for each in found.split()[:4])


def test_letters_and_lines_stand_on_the_black_plate_alone(made: Path) -> None:
    c, m, y, k = plates(made, 1)
    assert (c, m, y) == (0, 0, 0)
    assert k > 0.005


def test_green_has_no_magenta(made: Path) -> None:
    c, m, y, k = plates(made, 2)
    assert m == 0
    assert min(c, y, k) > 0


def test_a_picture_is_on_all_plates(made: Path) -> None:
    assert min(plates(made, 3)) > 0.01


def test_letters_in_rich_black_are_black_alone(made: Path) -> None:
    """The ground is on all plates; the letters in it, overprinting black, cut no hole."""
    c, m, y, k = plates(made, 4)
    assert c == m == y > 0.05
    assert k >= c


def test_no_tool_complains(made: Path, tmp_path: Path) -> None:
    """mutool is asked for the objects: Debian's draws without ICC and says so of every file."""
    assert "No syntax or stream encoding errors" in said("qpdf", "--check", made)
    assert (
        said("gs", "-q", "-dNOPAUSE", "-dBATCH", "-dPDFSTOPONWARNING", "-sDEVICE=nullpage", made)
        == ""
    )
    assert "warning" not in said("mutool", "clean", "-s", made, tmp_path / "clean.pdf")
    assert said("pdftoppm", "-r", "36", "-png", made, tmp_path / "page") == ""


def test_the_picture_looks_like_itself(made: Path, tmp_path: Path) -> None:
    """The Decode array is right: an inverted picture would be far off."""
    said("pdftoppm", "-r", "72", "-f", "3", "-l", "3", "-png", made, tmp_path / "page")
    with Image.open(next(tmp_path.glob("page*.png"))) as page:
        out = round(15 * 72 / 25.4)  # slug and bleed
        left = out + round(8 * 72 / 25.4)
        shown = (
            page.convert("RGB")
            .crop((left + 4, left + 4, left + 80, left + 52))
            .resize((3, 2), Image.Resampling.BOX)
        )
    expected = photograph((300, 200)).crop((14, 14, 282, 184)).resize((3, 2), Image.Resampling.BOX)
    for a, b in zip(shown.tobytes(), expected.tobytes(), strict=True):
        assert abs(a - b) < 50


def test_nothing_in_it_is_rgb(made: Path) -> None:
    with pikepdf.open(made) as pdf:
        for each in pdf.objects:
            if isinstance(each, pikepdf.Stream) and each.get("/Subtype") == "/Image":
                assert each.ColorSpace in (pikepdf.Name.DeviceCMYK, pikepdf.Name.DeviceGray)
        for page in pdf.pages:
            used = {str(operator) for _, operator in pikepdf.parse_content_stream(page)}
            assert not used & {"rg", "RG", "g", "G", "BDC", "BMC"}
