from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from pikepdf import Name, Pdf, pdfa

from plugins.press.screen.archival import PROFILE, screen_pdf
from plugins.press.screen.labels import page_labels
from plugins.press.screen.metadata import Facts
from plugins.press.sheets import Sheet
from tests.screen.typecase import DOT, write

FACTS = Facts("刊 & <号>", "主题", "某厅", date(2020, 3, 20), accessible=False)
BODY = f"""<h1 id="a">Head</h1><p>Text <a href="#a">link</a></p><img alt="x" src="{DOT}">
<p style="page-break-before: always">b</p>"""
BLED = "@page { bleed: 3mm; background: teal } h1 { bookmark-level: 1 }"


def sheet(folio: int, label: str = "") -> Sheet:
    return Sheet(None, 0, folio, label or str(folio), "recto")


def labels(sheets: Sequence[Sheet]) -> list[str]:
    pdf = Pdf.new()
    for _ in sheets:
        pdf.add_blank_page()
    pdf.Root.PageLabels = page_labels(sheets)
    return [page.label for page in pdf.pages]


def test_page_labels_are_the_printed_folios() -> None:
    sheets = [sheet(0, "封面"), sheet(0, "封二"), *(sheet(n) for n in (1, 2, 3)), sheet(0, "封三")]
    assert labels(sheets) == ["封面", "封二", "1", "2", "3", "封三"]


def test_folios_may_begin_anywhere() -> None:
    assert labels([sheet(7), sheet(8), sheet(11)]) == ["7", "8", "11"]


@pytest.fixture(scope="module")
def raw(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write(tmp_path_factory.mktemp("archival") / "raw.pdf", BODY, BLED)


SHEETS = (sheet(1), sheet(2))


@pytest.mark.press
def test_the_file_is_pdf_a(raw: Path, tmp_path: Path) -> None:
    screen_pdf(raw, tmp_path / "a.pdf", FACTS, SHEETS)
    report = pdfa.validate_written(tmp_path / "a.pdf", "2b")
    assert [str(found) for found in report.findings] == []
    assert report.verdict == "pass"


@pytest.mark.press
def test_the_mark_of_pdf_ua_is_all_that_the_validator_does_not_know(
    raw: Path, tmp_path: Path
) -> None:
    screen_pdf(raw, tmp_path / "a.pdf", replace(FACTS, accessible=True), SHEETS)
    findings = pdfa.validate_written(tmp_path / "a.pdf", "2b").findings
    assert {found.rule for found in findings} == {"ISO_19005_2:6.6.2.3.1-1"}
    words = ("pdfaExtension", "pdfaSchema", "pdfaProperty", "pdfuaid")
    assert all(any(word in str(found) for word in words) for found in findings)


@pytest.mark.press
def test_what_the_file_says_of_itself(raw: Path, tmp_path: Path) -> None:
    screen_pdf(raw, tmp_path / "a.pdf", replace(FACTS, accessible=True), SHEETS)
    with Pdf.open(tmp_path / "a.pdf") as pdf:
        root = pdf.Root
        assert str(root.Lang) == "zh-CN"
        assert root.ViewerPreferences.DisplayDocTitle is True
        assert root.PageMode == Name.UseOutlines
        assert root.OutputIntents[0].S == Name.GTS_PDFA1
        assert str(pdf.docinfo["/Title"]) == "刊 & <号>"
        assert str(pdf.docinfo["/CreationDate"]) == "D:20200320000000Z"
        with pdf.open_metadata() as metadata:
            assert metadata["dc:title"] == "刊 & <号>"
            assert metadata["dc:creator"] == ["某厅"]
            assert metadata["{http://www.aiim.org/pdfua/ns/id/}part"] == "1"
            assert metadata.pdfa_status == "2B"


@pytest.mark.press
def test_pages_are_trimmed(raw: Path, tmp_path: Path) -> None:
    screen_pdf(raw, tmp_path / "a.pdf", FACTS, SHEETS)
    with Pdf.open(raw) as before:
        assert before.pages[0].mediabox != before.pages[0].trimbox
    with Pdf.open(tmp_path / "a.pdf") as pdf:
        for page in pdf.pages:
            assert list(page.mediabox) == list(page.cropbox) == list(page.trimbox)
            assert page.mediabox[0] == 0
            assert "/BleedBox" not in page.obj


@pytest.mark.press
def test_pictures_are_made_for_the_screen(raw: Path, tmp_path: Path) -> None:
    seen: list[int] = []
    screen_pdf(raw, tmp_path / "a.pdf", FACTS, SHEETS, lambda pdf: seen.append(len(pdf.pages)))
    assert seen == [2]


@pytest.mark.press
def test_the_same_bytes_twice(raw: Path, tmp_path: Path) -> None:
    for name in ("a.pdf", "b.pdf"):
        screen_pdf(raw, tmp_path / name, FACTS, SHEETS)
    assert (tmp_path / "a.pdf").read_bytes() == (tmp_path / "b.pdf").read_bytes()


@pytest.mark.press
def test_a_file_without_tags_is_refused(raw: Path, tmp_path: Path) -> None:
    with Pdf.open(raw) as pdf:
        del pdf.Root.StructTreeRoot
        pdf.save(tmp_path / "bare.pdf")
    with pytest.raises(ValueError, match="no tags"):
        screen_pdf(tmp_path / "bare.pdf", tmp_path / "a.pdf", FACTS, SHEETS)
    assert not (tmp_path / "a.pdf").exists()


@pytest.mark.press
def test_every_page_has_its_sheet(raw: Path, tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="2 pages for 1 sheets"):
        screen_pdf(raw, tmp_path / "a.pdf", FACTS, SHEETS[:1])


def test_the_profile_is_rgb() -> None:
    data = PROFILE.read_bytes()
    assert data[16:20] == b"RGB "
    assert data[36:40] == b"acsp"
