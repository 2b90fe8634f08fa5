"""The whole hand-over: what lies in the folder, that other programs take it, that faults keep it back."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
from dataclasses import replace
from hashlib import sha256
from pathlib import Path

import pikepdf
import pytest
from pikepdf import pdfa
from PIL import Image

from plugins.issue.enclosures import INDEX
from plugins.issue.record import Issue, Printing
from plugins.press import resolution
from plugins.press.delivery import HANDOVER, Delivery, HeldBack, Order, deliver
from plugins.press.handover.pressrun import REPORT, PreflightError
from plugins.press.prepress.recipe import ProfileError
from plugins.press.press import ACCESSIBLE
from plugins.press.quality import reader
from plugins.press.screen import matterhorn
from tests.press.conftest import SAMPLE, THEME, copied, illustrated_content, load, small_content

pytestmark = [pytest.mark.press, pytest.mark.slow]
ROOT = Path(__file__).resolve().parents[2]
#: Each opens a file and says nothing when all is well. («ICC support» is how Debian's mutool is built.)
OPENERS = {
    "qpdf": ["qpdf", "--check"],
    "gs": ["gs", "-q", "-dNOPAUSE", "-dBATCH", "-dPDFSTOPONWARNING", "-sDEVICE=nullpage"],
    "mutool": ["mutool", "draw", "-q", "-r", "20", "-o", os.devnull],
    "pdftoppm": ["pdftoppm", "-r", "20"],
}
HARMLESS = re.compile(
    r"ICC support is not available|No syntax or stream encoding errors|that qpdf cannot detect"
    r"|^checking|^PDF Version|^File is not"
)


def made(issue: Issue, content: Path, order: Order | None = None) -> Delivery:
    folder = content.parent / "dist"
    cache = content.parent / "cache"
    target = folder / f"{issue.key}.pdf"
    return deliver(issue, content, THEME, target, lambda *_: None, cache, order)


def bound_by_glue(issue: Issue) -> Issue:
    printing = Printing(caliper_um=3000, imposition="signatures", signature_pages=8)
    return replace(
        issue, publication=replace(issue.publication, binding="perfect", printing=printing)
    )


@pytest.fixture(scope="module")
def january(tmp_path_factory: pytest.TempPathFactory) -> Delivery:
    """A sample issue with cover pictures, a section plate and coloured sections, stitched and imposed."""
    content = copied(SAMPLE, tmp_path_factory.mktemp("january") / "content")
    issue = load(content).issue("2020-01")
    assert issue is not None
    printing = replace(issue.publication.printing, imposition="saddle", grey_pages=(18, 19))
    return made(replace(issue, publication=replace(issue.publication, printing=printing)), content)


@pytest.fixture(scope="module")
def glued(tmp_path_factory: pytest.TempPathFactory) -> Delivery:
    """A small issue, glued, with a thick spine, in signatures, as PDF/X-1a."""
    content = small_content(tmp_path_factory.mktemp("glued"))
    return made(bound_by_glue(load(content).issues[0]), content, Order("X-1a"))


def names(delivery: Delivery) -> set[str]:
    return {file.name for file in delivery.folder.iterdir()}


def press_files(delivery: Delivery) -> list[Path]:
    return [
        file
        for file in delivery.files
        if re.search("内页|封面", file.name) and file.suffix == ".pdf"
    ]


def test_everything_the_printer_needs_lies_in_the_folder(
    january: Delivery, glued: Delivery
) -> None:
    common = {
        "印刷工单.pdf",
        "内页.pdf",
        "封面.pdf",
        "屏读版.pdf",
        "印前检查.html",
        "印前检查.json",
    }
    rest = {"缩略图", "说明.txt", "SHA256SUMS.txt"}
    assert names(january) == {f"2020-01-{name}" for name in common | {"内页-骑马订拼版.pdf"}} | rest
    assert names(glued) == {f"2020-03-{name}" for name in common | {"内页-8页折手.pdf"}} | rest


def test_own_preflight_finds_nothing(january: Delivery, glued: Delivery) -> None:
    for report in (*january.reports, *glued.reports):
        assert report.rules
        assert report.faults == ()


@pytest.mark.parametrize("opener", list(OPENERS))
def test_every_pdf_opens_without_a_warning(january: Delivery, glued: Delivery, opener: str) -> None:
    if not shutil.which(OPENERS[opener][0]):
        pytest.skip(f"{opener} is not installed")
    for file in [*january.files, *glued.files]:
        if file.suffix == ".pdf":
            ran = subprocess.run([*OPENERS[opener], file], capture_output=True, check=False)
            said = (ran.stdout if opener in ("qpdf", "gs") else b"") + ran.stderr
            complaints = [line for line in said.decode().splitlines() if not HARMLESS.search(line)]
            assert (ran.returncode, complaints) == (0, []), file.name


def test_the_checksums_are_those_of_the_files(january: Delivery) -> None:
    lines = (january.folder / "SHA256SUMS.txt").read_text("utf-8").splitlines()
    listed = dict(reversed(line.split("  ", 1)) for line in lines)
    found = {
        file.relative_to(january.folder).as_posix(): sha256(file.read_bytes()).hexdigest()
        for file in january.files
        if file.name != "SHA256SUMS.txt"
    }
    assert listed == found


def test_press_pages_carry_the_text_of_the_proof(january: Delivery) -> None:
    """What was proved on the screen PDF holds for the press: the same glyphs in the same places."""
    proof = reader.read(january.pressed.file).pages[2:-2]
    inside = reader.read(january.folder / "2020-01-内页.pdf").pages
    assert len(proof) == len(inside) == january.pressed.inside
    for screen, press in zip(proof, inside, strict=True):
        shown = [
            (c.text, round(c.x0, 1), round(c.baseline, 1))
            for c in press.chars
            if -1 < c.x0 < press.width and 0 < c.baseline < press.height
        ]
        assert shown == [(c.text, round(c.x0, 1), round(c.baseline, 1)) for c in screen.chars]


def test_the_proof_is_pdf_a_and_its_copy_is_accessible(january: Delivery) -> None:
    proof = january.pressed.file
    marked = proof.with_stem(f"{proof.stem}-{ACCESSIBLE}")
    assert [str(each) for each in pdfa.validate_written(proof, "2b").findings] == []
    assert matterhorn.check(marked) == []
    codes = {barrier.code for barrier in matterhorn.check(proof)}
    with pikepdf.open(marked) as pdf, pdf.open_metadata() as metadata:
        assert metadata["pdfuaid:part"] == "1"
        assert codes == {"06-002"}  # but for the mark itself
    assert proof.stat().st_size < 15_000_000


def test_grey_pages_have_black_only(january: Delivery) -> None:
    if not shutil.which("gs"):
        pytest.skip("Ghostscript is not installed")
    file = january.folder / "2020-01-内页.pdf"
    command = [
        "gs",
        "-q",
        "-dNOPAUSE",
        "-dBATCH",
        "-dUseTrimBox",
        "-r36",
        "-sDEVICE=inkcov",
        "-o",
        "-",
    ]
    said = subprocess.run([*command, file], capture_output=True, text=True, check=True).stdout
    rows = [[float(each) for each in line.split()[:4]] for line in said.splitlines()]
    assert len(rows) == 20
    for folio in (18, 19):
        cyan, magenta, yellow, black = rows[folio - 1]
        assert (cyan, magenta, yellow) == (0, 0, 0)
        assert black > 0.02
    assert sum(rows[12][:3]) > 0.3  # the section plate, folio 13


def test_no_page_has_more_ink_than_the_limit(january: Delivery, tmp_path: Path) -> None:
    if not shutil.which("gs"):
        pytest.skip("Ghostscript is not installed")
    for file in press_files(january)[:2]:
        page = tmp_path / "%03d.tif"
        command = ["gs", "-q", "-dNOPAUSE", "-dBATCH", "-dUseTrimBox", "-r48", "-sDEVICE=tiff32nc"]
        subprocess.run([*command, "-o", page, file], capture_output=True, check=True)
        found = sorted(tmp_path.glob("*.tif"))
        assert found
        for each in found:
            with Image.open(each) as plates:
                most = max(sum(ink) for _, ink in plates.getcolors(1 << 24) or ())
            assert 0 < most / 255 <= 3.03, each.name
            each.unlink()


def test_the_wrap_has_a_spine_when_the_issue_is_glued(january: Delivery, glued: Delivery) -> None:
    def width_mm(file: Path) -> float:
        with pikepdf.open(file) as pdf:
            assert len(pdf.pages) == 2
            left, _, right, _ = (float(each) for each in pdf.pages[0].trimbox)
        return (right - left) / 72 * 25.4

    leaves = glued.pressed.inside / 2
    assert width_mm(january.folder / "2020-01-封面.pdf") == pytest.approx(420, abs=0.1)
    expected = 420 + leaves * 3.0 + 0.3
    assert width_mm(glued.folder / "2020-03-封面.pdf") == pytest.approx(expected, abs=0.1)
    with pikepdf.open(glued.folder / "2020-03-封面.pdf") as pdf:
        assert str(pdf.docinfo["/GTS_PDFXVersion"]) == "PDF/X-1a:2003"


def fine(content: Path) -> None:
    """Give the picture of the small issue as many pixels as print asks for."""
    picture = Image.linear_gradient("L").resize((2400, 1600)).convert("RGB")
    picture.save(content / "2020-03" / "photos" / "a.jpg")


def test_a_coarse_picture_is_told_by_the_line_of_its_manuscript(tmp_path: Path) -> None:
    issue, content = coarse(tmp_path)
    with pytest.raises(HeldBack) as caught:
        made(issue, content)
    assert sorted(file.name for file in (content.parent / "dist").iterdir()) == [
        "2020-03-无障碍.pdf",
        "2020-03.pdf",
        "index.json",
        "单篇",
    ]
    (found,) = caught.value.pressed.coarse
    assert (found.path, found.code, found.level) == ("content/2020-03/one.md", "R323", "error")
    lines = (content / "2020-03" / "one.md").read_text("utf-8").splitlines()
    assert "photos/a.jpg" in lines[found.line - 1]
    assert "photos/a.jpg" in found.message
    assert "60 像素" in found.message


def coarse(folder: Path) -> tuple[Issue, Path]:
    """An issue with a picture of far too few pixels."""
    content = illustrated_content(folder)
    Image.new("RGB", (60, 40), "teal").save(content / "2020-03" / "photos" / "a.jpg")
    return load(content).issues[0], content


def test_an_error_keeps_the_files_back_and_the_last_folder_in_place(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    content = illustrated_content(tmp_path)
    fine(content)
    good = made(load(content).issues[0], content)
    before = {file: file.read_bytes() for file in good.files}
    Image.new("RGB", (60, 40), "teal").save(content / "2020-03" / "photos" / "a.jpg")
    monkeypatch.setattr(resolution, "check", lambda *_: [])
    with pytest.raises(PreflightError, match=r"ppi[\s\S]*印前检查\.html"):
        made(load(content).issues[0], content)
    assert {file: file.read_bytes() for file in good.folder.rglob("*") if file.is_file()} == before
    beside = good.folder.parent / REPORT
    assert "ppi" in beside.read_text("utf-8")
    left = {file.name for file in good.folder.parent.iterdir()}
    assert left == {HANDOVER, REPORT, "单篇", "2020-03.pdf", "2020-03-无障碍.pdf", INDEX}


def held_back_story(content: Path) -> Issue:
    """The issue of ``content`` with its second story not public."""
    story = content / "2020-03" / "two.md"
    story.write_text(story.read_text("utf-8").replace("公开: 是", "公开: 否"), encoding="utf-8")
    return load(content).issues[0]


def test_handed_over_anyway_the_ticket_says_so(tmp_path: Path) -> None:
    issue, content = coarse(tmp_path)
    delivery = made(issue, content, Order(anyway=True))
    ticket = reader.read(delivery.folder / "2020-03-印刷工单.pdf").pages[0]
    assert "编辑部要求照付" in "".join(char.text for char in ticket.chars)
    report = json.loads((delivery.folder / "2020-03-印前检查.json").read_text("utf-8"))
    assert [each["passed"] for each in report["files"]] == [False, True]


def test_a_wrong_profile_stops_before_the_layout(content: Path) -> None:
    issue = load(content).issues[0]
    (content / "my.icc").write_bytes(b"no profile")
    printing = Printing(profile="my.icc")
    wrong = replace(issue, publication=replace(issue.publication, printing=printing))
    with pytest.raises(ProfileError, match=r"my\.icc"):
        made(wrong, content)
    assert not list((content.parent / "dist").rglob("*.pdf"))


def test_a_grey_page_that_is_not_there_is_told(content: Path) -> None:
    issue = load(content).issues[0]
    printing = Printing(grey_pages=(2, 999))
    wrong = replace(issue, publication=replace(issue.publication, printing=printing))
    with pytest.raises(HeldBack) as caught:
        made(wrong, content)
    assert caught.value.pressed.file.exists()
    assert [(each.code, "第999页" in each.message) for each in caught.value.findings] == [
        ("R322", True)
    ]


def test_a_glued_issue_without_the_papers_caliper_is_held_back(content: Path) -> None:
    issue = load(content).issues[0]
    glued = replace(issue, publication=replace(issue.publication, binding="perfect"))
    with pytest.raises(HeldBack) as caught:
        made(glued, content)
    assert [each.code for each in caught.value.findings] == ["R320"]
    assert not (content.parent / "dist" / HANDOVER).exists()


PROGRAM = """
import sys; sys.path.insert(0, sys.argv[1])
from pathlib import Path
from plugins.press import beside
from tests.press.test_delivery import bound_by_glue, fine, held_back_story, made
content = Path(sys.argv[2])
beside.second_core = lambda: sys.argv[3] == "two"
fine(content)
made(bound_by_glue(held_back_story(content)), content)
"""


def test_the_same_bytes_in_another_zone_with_another_seed_and_on_one_core(tmp_path: Path) -> None:
    found = []
    for seed, zone, cores in (("1", "UTC", "two"), ("2", "Asia/Urumqi", "one")):
        content = illustrated_content(tmp_path / seed)
        environment = {**os.environ, "PYTHONHASHSEED": seed, "TZ": zone}
        command = [sys.executable, "-c", PROGRAM, str(ROOT), str(content), cores]
        subprocess.run(command, env=environment, cwd=tmp_path, check=True, capture_output=True)
        dist = content.parent / "dist"
        files = sorted(file for file in dist.rglob("*") if file.is_file())
        found.append({str(f.relative_to(dist)): sha256(f.read_bytes()).hexdigest() for f in files})
    assert len(found[0]) > 12
    assert "2020-03-公开版.pdf" in found[0]
    assert found[0] == found[1]
