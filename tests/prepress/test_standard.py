"""Files of the standards: intent, facts, ids, versions, fonts, transparency."""

from __future__ import annotations

import re
import struct
from datetime import date
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import pikepdf
import pytest
from pikepdf import Dictionary, Name, Pdf

from plugins.press.prepress.barefonts import bare_fonts, cff_table
from plugins.press.prepress.metadata import Facts, packet
from plugins.press.prepress.standard import ConformityError, conform
from plugins.press.prepress.subsetnames import retag
from plugins.press.prepress.transparency import transparent, ungroup
from tests.prepress.sheetwork import recipe, sheets

FACTS = Facts("样刊 2020年第3期 <内页> & 封面", date(2020, 3, 20), "某厅")
ART = b"0 0 0 1 k 10 10 50 50 re f"


def saved(
    target: Path, pdf: Pdf | None = None, standard: Any = "X-4", facts: Facts = FACTS
) -> Path:
    conform(pdf or sheets(ART), target, recipe(standard), facts)
    return target


def xmp(pdf: Pdf) -> dict[str, str]:
    root = ElementTree.fromstring(pdf.Root.Metadata.read_bytes().decode("utf-8"))
    return {each.tag.split("}")[1]: "".join(each.itertext()).strip() for each in root[0][0]}


@pytest.mark.parametrize(
    ("standard", "version", "said"), [("X-4", "1.6", "PDF/X-4"), ("X-1a", "1.4", "PDF/X-1a:2003")]
)
def test_version_and_name(tmp_path: Path, standard: str, version: str, said: str) -> None:
    with pikepdf.open(saved(tmp_path / "a.pdf", standard=standard)) as pdf:
        assert pdf.pdf_version == version
        assert xmp(pdf)["GTS_PDFXVersion"] == said
        assert ("/GTS_PDFXVersion" in pdf.docinfo) == (standard == "X-1a")


def test_the_output_intent(tmp_path: Path) -> None:
    with pikepdf.open(saved(tmp_path / "a.pdf")) as pdf:
        (intent,) = pdf.Root.OutputIntents
        assert intent.S == Name.GTS_PDFX
        assert str(intent.OutputConditionIdentifier) == "FOGRA39"
        assert str(intent.RegistryName) == "http://www.color.org"
        assert "ISO Coated v2" in str(intent.Info)
        assert int(intent.DestOutputProfile.N) == 4
        assert intent.DestOutputProfile.read_bytes() == recipe().profile.read_bytes()


def test_information_and_xmp_say_the_same(tmp_path: Path) -> None:
    with pikepdf.open(saved(tmp_path / "a.pdf")) as pdf:
        info, packet_ = pdf.docinfo, xmp(pdf)
        assert str(info["/Title"]) == packet_["title"] == FACTS.title
        assert str(info["/Author"]) == packet_["creator"] == "某厅"
        assert str(info["/Producer"]) == packet_["Producer"]
        assert str(info["/Creator"]) == packet_["CreatorTool"]
        assert str(info["/CreationDate"]) == str(info["/ModDate"]) == "D:20200320000000Z"
        assert packet_["CreateDate"] == packet_["ModifyDate"] == "2020-03-20T00:00:00Z"
        assert info["/Trapped"] == Name("/False")
        assert packet_["Trapped"] == "False"


def test_the_packet_without_author_has_no_creator() -> None:
    made = packet(Facts("x", date(2020, 3, 20)), "X-4", bytes(32))
    assert b"dc:creator" not in made
    assert ElementTree.fromstring(made.decode("utf-8")) is not None


def test_ids_come_of_the_content(tmp_path: Path) -> None:
    def ids(name: str, content: bytes, facts: Facts = FACTS) -> tuple[str, str]:
        with pikepdf.open(saved(tmp_path / name, sheets(content), facts=facts)) as pdf:
            said = xmp(pdf)
            assert all(
                re.fullmatch(r"uuid:[0-9a-f-]{36}", said[key])
                for key in ("DocumentID", "InstanceID")
            )
            return said["DocumentID"], str(bytes(pdf.trailer.ID[0]))

    first, again = ids("a", ART), ids("b", ART)
    other = ids("c", ART + b" ")
    later = ids("d", ART, Facts(FACTS.title, date(2020, 4, 20)))
    assert first == again
    assert len({first[0], other[0], later[0]}) == 3


@pytest.mark.parametrize("standard", ["X-4", "X-1a"])
def test_the_same_bytes_twice(tmp_path: Path, standard: str) -> None:
    first, second = (saved(tmp_path / name, standard=standard) for name in ("a.pdf", "b.pdf"))
    assert first.read_bytes() == second.read_bytes()


def test_old_facts_go(tmp_path: Path) -> None:
    pdf = sheets(ART)
    pdf.docinfo["/Company"] = "x"
    with pikepdf.open(saved(tmp_path / "a.pdf", pdf)) as made:
        assert "/Company" not in made.docinfo


@pytest.mark.parametrize("box", ["/TrimBox", "/BleedBox"])
def test_a_page_without_boxes_is_refused(tmp_path: Path, box: str) -> None:
    pdf = sheets(ART, ART)
    del pdf.pages[1].obj[box]
    with pytest.raises(ConformityError, match=f"第 2 页没有 {box[1:]}"):
        saved(tmp_path / "a.pdf", pdf)


@pytest.mark.parametrize(
    ("state", "words"),
    [
        ({"/ca": 0.5}, "不透明度"),
        ({"/CA": 0.5}, "不透明度"),
        ({"/SMask": Dictionary(S=Name.Alpha)}, "蒙版"),
        ({"/BM": Name.Multiply}, "Multiply"),
    ],
)
def test_x1a_refuses_transparency(tmp_path: Path, state: dict[str, Any], words: str) -> None:
    pdf = sheets(b"/s gs " + ART)
    pdf.pages[0].obj.Resources.ExtGState = Dictionary({"/s": Dictionary(state)})
    with pytest.raises(ConformityError, match=f"第 1 页有透明效果.*{words}"):
        saved(tmp_path / "a.pdf", pdf, "X-1a")
    assert not (tmp_path / "a.pdf").exists()
    saved(tmp_path / "b.pdf", pdf, "X-4")


def test_what_is_not_transparent() -> None:
    states = {"/a": Dictionary(ca=1, CA=1, BM=Name.Normal, SMask=Name("/None"))}
    assert transparent(Dictionary(ExtGState=Dictionary(states))) == ""


def test_transparency_in_forms_and_pictures() -> None:
    pdf = sheets(ART)
    state = Dictionary(ExtGState=Dictionary({"/s": Dictionary(ca=0.5)}))
    form = pdf.make_stream(b"", Subtype=Name.Form, Resources=state)
    picture = pdf.make_stream(b"", Subtype=Name.Image, SMask=pdf.make_stream(b""))
    assert transparent(Dictionary(XObject=Dictionary({"/F": form}))) == "不透明度小于 1"
    assert transparent(Dictionary(XObject=Dictionary({"/I": picture}))) == "带透明的图片"


def test_x1a_has_no_groups(tmp_path: Path) -> None:
    pdf = sheets(b"/F Do")
    group = Dictionary(S=Name.Transparency)
    form = pdf.make_stream(ART, Subtype=Name.Form, Group=group)
    page = pdf.pages[0].obj
    page.Group = group
    page.Resources.XObject = Dictionary({"/F": form})
    ungroup(page)
    assert "/Group" not in page
    assert "/Group" not in page.Resources.XObject["/F"]


def open_type(table: bytes = b"CFF data", tag: bytes = b"CFF ") -> bytes:
    start = 12 + 2 * 16
    head = b"OTTO" + struct.pack(">HHHH", 2, 0, 0, 0)
    records = struct.pack(">4sIII", b"head", 0, start, 4) + struct.pack(
        ">4sIII", tag, 0, start + 4, len(table)
    )
    return head + records + b"HEAD" + table


def with_font(data: bytes, name: str = "ABCDEF+Song") -> tuple[Pdf, Any]:
    pdf = sheets(ART)
    file = pdf.make_stream(data, Subtype=Name.OpenType)
    descriptor = pdf.make_indirect(
        Dictionary(Type=Name.FontDescriptor, FontName=Name(f"/{name}"), FontFile3=file)
    )
    below = pdf.make_indirect(
        Dictionary(
            Type=Name.Font,
            Subtype=Name.CIDFontType0,
            BaseFont=Name(f"/{name}"),
            FontDescriptor=descriptor,
        )
    )
    font = Dictionary(
        Type=Name.Font, Subtype=Name.Type0, BaseFont=Name(f"/{name}"), DescendantFonts=[below]
    )
    pdf.pages[0].obj.Resources.Font = Dictionary({"/F": pdf.make_indirect(font)})
    return pdf, descriptor


def test_the_cff_table() -> None:
    assert cff_table(open_type(b"glyphs")) == b"glyphs"


@pytest.mark.parametrize("font", [b"", b"OTTO\x00\x09", open_type(tag=b"glyf"), open_type()[:-3]])
def test_a_font_without_cff_is_refused(font: bytes) -> None:
    with pytest.raises(ValueError, match="CFF"):
        cff_table(font)


def test_fonts_of_x1a_are_bare() -> None:
    pdf, descriptor = with_font(open_type(b"glyphs"))
    assert bare_fonts(pdf) == 1
    assert descriptor.FontFile3.Subtype == Name.CIDFontType0C
    assert descriptor.FontFile3.read_bytes() == b"glyphs"
    assert bare_fonts(pdf) == 0


def test_fonts_of_x4_stay_whole(tmp_path: Path) -> None:
    pdf, descriptor = with_font(open_type())
    saved(tmp_path / "a.pdf", pdf)
    assert descriptor.FontFile3.Subtype == Name.OpenType


def test_subsets_are_named_after_their_files() -> None:
    names = []
    for data in (b"one", b"two", b"one"):
        pdf, descriptor = with_font(data)
        retag(pdf)
        font = pdf.pages[0].obj.Resources.Font["/F"]
        name = str(font.BaseFont)
        assert re.fullmatch(r"/[A-Z]{6}\+Song", name)
        assert {str(font.DescendantFonts[0].BaseFont), str(descriptor.FontName)} == {name}
        names.append(name)
    assert names[0] == names[2] != names[1]


def test_whole_fonts_keep_their_names() -> None:
    pdf, descriptor = with_font(b"one", "Song")
    retag(pdf)
    assert descriptor.FontName == Name.Song
