"""Each condition with a file that fails only there; the file before it was broken passes."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pikepdf
import pytest
from pikepdf import Array, Dictionary, Name, Pdf, Stream, String

from plugins.press.screen.archival import conform, save
from plugins.press.screen.matterhorn import check
from plugins.press.screen.metadata import Facts
from tests.screen.typecase import DOT, write

pytestmark = pytest.mark.press

BODY = f"""<h1 id="a">Head</h1><p>Text <a href="#a">link</a></p><img alt="x" src="{DOT}">
<table><tr><th>a</th><th>b</th></tr><tr><td>c</td><td>d</td></tr></table><ul><li>e</li></ul>
<div class="footnote"><ol><li id="n1">f</li><li id="n2">g</li></ol></div>"""


@pytest.fixture(scope="module")
def good(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("matterhorn")
    with Pdf.open(write(folder / "raw.pdf", BODY)) as pdf:
        conform(pdf, Facts("题名", "主题", "主办", date(2020, 3, 20)))
        save(pdf, folder / "good.pdf")
    return folder / "good.pdf"


def test_a_good_file_has_no_barriers(good: Path) -> None:
    assert check(good) == []


def tag(pdf: Pdf, role: str) -> Any:
    """The first structure element of a role."""
    return next(
        each for each in pdf.objects
        if isinstance(each, Dictionary) and each.get("/S") == Name(f"/{role}")
    )  # fmt: skip


def content(change: Callable[[bytes], bytes]) -> Callable[[Pdf], None]:
    def broken(pdf: Pdf) -> None:
        page = pdf.pages[0]
        before = page.Contents.read_bytes()
        after = change(before)
        assert after != before
        page.Contents = Stream(pdf, after)

    return broken


def packet(before: bytes, after: bytes) -> Callable[[Pdf], None]:
    def broken(pdf: Pdf) -> None:
        old = pdf.Root.Metadata.read_bytes()
        assert before in old
        pdf.Root.Metadata.write(old.replace(before, after))

    return broken


def removed(key: str) -> Callable[[Pdf], None]:
    def broken(pdf: Pdf) -> None:
        del pdf.Root[key]

    return broken


def retagged(role: str, other: str) -> Callable[[Pdf], None]:
    def broken(pdf: Pdf) -> None:
        tag(pdf, role).S = Name(f"/{other}")

    return broken


def no_alternative(pdf: Pdf) -> None:
    del tag(pdf, "Figure").Alt


def no_place(pdf: Pdf) -> None:
    tag(pdf, "Figure").A.BBox = Array([5, 5, 5, 5])


def no_scope(pdf: Pdf) -> None:
    del tag(pdf, "TH").A


def same_note(pdf: Pdf) -> None:
    for each in pdf.objects:
        if isinstance(each, Dictionary) and each.get("/S") == Name.Note:
            each.ID = String("n1")


def short_row(pdf: Pdf) -> None:
    tag(pdf, "TD").A = Dictionary(O=Name.Table, ColSpan=2)


def no_head(pdf: Pdf) -> None:
    for each in pdf.objects:
        if isinstance(each, Dictionary) and each.get("/S") == Name.TH:
            each.S = Name.TD


def lost_parent(pdf: Pdf) -> None:
    numbers = pdf.Root.StructTreeRoot.ParentTree.Nums
    numbers[1][0] = numbers[1][1]


def two_documents(pdf: Pdf) -> None:
    root = pdf.Root.StructTreeRoot
    document = root.K[0] if isinstance(root.K, Array) else root.K
    document.S = Name.Sect


def loose_words(pdf: Pdf) -> None:
    root = pdf.Root.StructTreeRoot
    document = root.K[0] if isinstance(root.K, Array) else root.K
    span = pdf.make_indirect(Dictionary(Type=Name.StructElem, S=Name.Span, P=document))
    document.K.append(span)


def link_outside(pdf: Pdf) -> None:
    tag(pdf, "Link").S = Name.Span


def no_tabs(pdf: Pdf) -> None:
    del pdf.pages[0].obj.Tabs


def no_words(pdf: Pdf) -> None:
    del pdf.pages[0].Annots[0].Contents


def loose_annotation(pdf: Pdf) -> None:
    pdf.pages[0].Annots.append(
        pdf.make_indirect(Dictionary(Type=Name.Annot, Subtype=Name.Link, Contents=String("x")))
    )


def outside(pdf: Pdf) -> None:
    form = Stream(pdf, b"", Type=Name.XObject, Subtype=Name.Form, Ref=Dictionary())
    pdf.pages[0].Resources.XObject.X = form


def font_key(key: str) -> Callable[[Pdf], None]:
    def broken(pdf: Pdf) -> None:
        for each in pdf.objects:
            if isinstance(each, Dictionary) and key in each and (
                each.get("/Type") in (Name.Font, Name.FontDescriptor)
            ):  # fmt: skip
                del each[key]

    return broken


def fonts_out(pdf: Pdf) -> None:
    for key in ("/FontFile", "/FontFile2", "/FontFile3"):
        font_key(key)(pdf)


def titles_off(pdf: Pdf) -> None:
    pdf.Root.ViewerPreferences.DisplayDocTitle = False


def doubtful(pdf: Pdf) -> None:
    pdf.Root.MarkInfo.Suspects = True


def artifact_inside(data: bytes) -> bytes:
    return data.replace(b"BDC", b"BDC /Artifact BMC 0 0 1 1 re f EMC", 1)


BREAKS: list[tuple[str, Callable[[Pdf], None]]] = [
    ("01-003", content(artifact_inside)),
    ("01-004", content(lambda data: b"/Artifact BMC\n" + data + b"\nEMC")),
    ("01-005", content(lambda data: data + b"\n0 0 1 1 re f")),
    ("02-001", retagged("P", "Absatz")),
    ("06-001", removed("/Metadata")),
    ("06-002", packet(b"<pdfuaid:part>1</pdfuaid:part>", b"")),
    ("06-003", packet("题名".encode(), b" ")),
    ("07-001", titles_off),
    ("09-001", loose_words),
    ("09-004", retagged("TR", "P")),
    ("09-004", retagged("LBody", "P")),
    ("11-006", removed("/Lang")),
    ("13-004", no_alternative),
    ("14-003", retagged("H1", "H2")),
    ("15-003", no_scope),
    ("15-005", no_head),
    ("19-003", same_note),
    ("28-002", loose_annotation),
    ("28-008", no_tabs),
    ("28-011", link_outside),
    ("28-012", no_words),
    ("30-001", outside),
    ("31-009", fonts_out),
    ("31-027", font_key("/ToUnicode")),
    ("own-BBox", no_place),
    ("own-document", two_documents),
    ("own-marked", removed("/MarkInfo")),
    ("own-parents", lost_parent),
    ("own-suspects", doubtful),
    ("own-table", short_row),
]
#: What cannot be broken alone.
ALONG = {
    "06-001": {"06-002", "06-003"},
    "09-004": {"own-table"},
}


@pytest.mark.parametrize(("code", "broken"), BREAKS, ids=[f"{n}-{c}" for n, (c, _) in enumerate(BREAKS)])  # fmt: skip
def test_a_broken_file_fails_there_and_only_there(
    good: Path, tmp_path: Path, code: str, broken: Callable[[Pdf], None]
) -> None:
    file = tmp_path / "broken.pdf"
    with Pdf.open(good) as pdf:
        broken(pdf)
        pdf.save(file)
    codes = {barrier.code for barrier in check(file)}
    assert code in codes
    assert codes <= {code} | ALONG.get(code, set())


def test_a_file_without_tags_is_told(tmp_path: Path) -> None:
    file = tmp_path / "bare.pdf"
    pdf = Pdf.new()
    pdf.add_blank_page()
    pdf.save(file)
    assert {"own-document", "own-marked", "06-001"} <= {each.code for each in check(file)}


def test_words_of_a_barrier_are_for_editors(good: Path, tmp_path: Path) -> None:
    file = tmp_path / "broken.pdf"
    shutil.copy(good, file)
    with Pdf.open(file, allow_overwriting_input=True) as pdf:
        no_alternative(pdf)
        pdf.save(file)
    (barrier,) = check(file)
    assert (barrier.code, barrier.page, barrier.message) == ("13-004", 1, "图没有替代文字")


def test_encryption_shuts_readers_out(good: Path, tmp_path: Path) -> None:
    file = tmp_path / "locked.pdf"
    with Pdf.open(good) as pdf:
        pdf.save(file, encryption=pikepdf.Encryption(owner="x", user=""))
    assert [each.code for each in check(file)] == ["own-encrypted"]
