"""The PDF reader, on hand-written content streams; then against pdfplumber on a real page."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pdfplumber
import pikepdf
import pytest
from pikepdf import Array, Dictionary, Name, Pdf, Stream

from plugins.press.quality.pdffonts import FontFact
from plugins.press.quality.reader import Char, Page, Printed, read, text

#: Codes 1, 2, 3 are 江 河 湖, 4 is the ligature fi, 5 to 7 run from a to c, 8 and 9 are 山 水.
TO_UNICODE = b"""1 begincodespacerange <0000> <ffff> endcodespacerange
4 beginbfchar <0001> <6c5f> <0002> <6cb3> <0003> <6e56> <0004> <00660069> endbfchar
2 beginbfrange <0005> <0007> <0061> <0008> <0009> [<5c71> <6c34>] endbfrange"""


def song(pdf: Pdf, encoding: bytes = b"") -> Dictionary:
    """A composite face: 1,000 units a glyph, but 500 for codes 4 to 7 and 600 for 8 and 9."""
    descriptor = Dictionary(Type=Name.FontDescriptor, FontFile3=Stream(pdf, b"font"))
    descendant = Dictionary(
        Type=Name.Font,
        Subtype=Name.CIDFontType0,
        BaseFont=Name("/ABCDEF+Song-Regular"),
        W=Array([4, Array([500, 500]), 6, 7, 500, 8, 9, 600]),
        FontDescriptor=pdf.make_indirect(descriptor),
    )
    return pdf.make_indirect(
        Dictionary(
            Type=Name.Font,
            Subtype=Name.Type0,
            BaseFont=Name("/ABCDEF+Song-Regular-Identity-H"),
            Encoding=Stream(pdf, encoding) if encoding else Name("/Identity-H"),
            DescendantFonts=Array([pdf.make_indirect(descendant)]),
            ToUnicode=Stream(pdf, TO_UNICODE),
        )
    )


def latin(pdf: Pdf) -> Dictionary:
    """A simple face without ToUnicode, not embedded: 500 units a letter."""
    return pdf.make_indirect(
        Dictionary(
            Type=Name.Font,
            Subtype=Name.TrueType,
            BaseFont=Name.Times,
            FirstChar=32,
            Widths=Array([500] * 100),
        )
    )


def drawn(pdf: Pdf) -> Dictionary:
    """A Type 3 face in units of 1/2000 em."""
    return pdf.make_indirect(
        Dictionary(
            Type=Name.Font,
            Subtype=Name.Type3,
            FontMatrix=Array([0.0005, 0, 0, -0.0005, 0, 0]),
            FirstChar=1,
            Widths=Array([2000]),
            CharProcs=Dictionary(),
            ToUnicode=Stream(pdf, b"1 beginbfchar <01> <6c5f> endbfchar"),
        )
    )


Read = Callable[..., Printed]


@pytest.fixture
def printed(tmp_path: Path) -> Read:
    """Write one page of 200 × 300 pt with this content and read it."""

    def write(content: bytes, **more: Any) -> Printed:
        with Pdf.new() as pdf:
            page = pdf.add_blank_page(page_size=(200, 300)).obj
            page.Contents = Stream(pdf, content)
            fonts = Dictionary(S=song(pdf, more.get("encoding", b"")), L=latin(pdf), D=drawn(pdf))
            page.Resources = Dictionary(Font=fonts)
            if "form" in more:
                form = Stream(
                    pdf, more["form"], Subtype=Name.Form, Matrix=Array([1, 0, 0, 1, 7, 0])
                )
                page.Resources.XObject = Dictionary(X=form)
            if "trim" in more:
                page.TrimBox = Array(more["trim"])
            pdf.save(tmp_path / "page.pdf")
        return read(tmp_path / "page.pdf")

    return write


@pytest.fixture
def chars(printed: Read) -> Callable[..., tuple[Char, ...]]:
    return lambda content, **more: printed(content, **more).pages[0].chars


Chars = Callable[..., tuple[Char, ...]]


def pens(found: tuple[Char, ...]) -> list[tuple[str, float, float]]:
    return [(char.text, round(char.x0, 3), round(char.x1, 3)) for char in found]


def test_a_glyph_has_pen_positions_baseline_size_and_face(chars: Chars) -> None:
    found = chars(b"BT /S 10 Tf 20 250 Td <00010004> Tj ET")
    assert found[0] == Char("江", 20, 30, 50, 10, "Song-Regular")
    assert found[1] == Char("fi", 30, 35, 50, 10, "Song-Regular")


def test_adjustments_move_what_follows_and_not_the_own_advance(chars: Chars) -> None:
    assert pens(chars(b"BT /S 10 Tf [<0001> 500 <0002> -100 <0003>] TJ ET")) == [
        ("江", 0, 10),
        ("河", 5, 15),
        ("湖", 16, 26),
    ]


def test_ranges_of_codes_and_widths(chars: Chars) -> None:
    assert pens(chars(b"BT /S 10 Tf <0005000700080009> Tj ET")) == [
        ("a", 0, 5),
        ("c", 5, 10),
        ("山", 10, 16),
        ("水", 16, 22),
    ]


def test_characters_come_in_the_order_of_painting(chars: Chars) -> None:
    found = chars(b"BT /S 10 Tf 50 20 Td <0002> Tj ET BT /S 10 Tf 5 20 Td <0001> Tj ET")
    assert text(found) == "河江"


def test_the_same_character_twice_in_one_place_is_there_twice(chars: Chars) -> None:
    assert text(chars(b"BT /S 10 Tf <0001> Tj ET BT /S 10 Tf <0001> Tj ET")) == "江江"


def test_matrices_scale_size_and_place(chars: Chars) -> None:
    (char,) = chars(b".5 0 0 .5 10 20 cm BT /S 20 Tf 2 0 0 2 30 40 Tm <0001> Tj ET")
    assert (char.x0, char.x1, char.baseline, char.size) == (25, 45, 260, 20)


def test_line_operators(chars: Chars) -> None:
    found = chars(
        b"BT /S 10 Tf 12 TL 5 100 Td <0001> Tj T* <0002> Tj 0 -20 TD <0003> Tj <0001> ' ET"
    )
    assert [300 - char.baseline for char in found] == [100, 88, 68, 48]
    assert {char.x0 for char in found} == {5}


def test_spacing_of_characters_and_words(chars: Chars) -> None:
    found = chars(b"BT /L 10 Tf 1 Tc 3 Tw (a b) Tj ET")
    assert pens(found) == [("a", 0, 5), (" ", 6, 11), ("b", 15, 20)]


def test_words_spaced_by_the_double_quote_operator(chars: Chars) -> None:
    assert pens(chars(b'BT /L 10 Tf 12 TL 3 1 (a b) " ET'))[2] == ("b", 15, 20)


def test_horizontal_scale_rise_and_their_end(chars: Chars) -> None:
    found = chars(b"q BT /S 10 Tf 50 Tz 4 Ts <0001> Tj ET Q BT /S 10 Tf <0002> Tj ET")
    assert (found[0].x1, found[0].baseline) == (5, 296)
    assert (found[1].x1, found[1].baseline) == (10, 300)


def test_invisible_text_is_left_out_but_moves_the_pen(chars: Chars) -> None:
    assert pens(chars(b"BT /S 10 Tf 3 Tr <0001> Tj 0 Tr <0002> Tj ET")) == [("河", 10, 20)]


def test_turned_text_is_not_upright(chars: Chars) -> None:
    found = chars(b"BT /S 10 Tf 0 1 -1 0 50 50 Tm <0001> Tj 1 0 0 1 0 0 Tm <0002> Tj ET")
    assert [char.upright for char in found] == [False, True]
    assert found[0].size == 10


def test_forms_are_read_in_their_place(chars: Chars) -> None:
    form = b"BT /S 10 Tf <0002> Tj ET"
    found = chars(b"q 1 0 0 1 20 0 cm /X Do Q BT /S 10 Tf <0001> Tj ET", form=form)
    assert pens(found) == [("河", 27, 37), ("江", 0, 10)]


def test_actual_text_is_given_to_the_glyphs_one_by_one(chars: Chars) -> None:
    marked = b"BT /S 10 Tf /Span <</ActualText <FEFF5C716C34>>> BDC <00010002> Tj EMC <0003> Tj ET"
    assert pens(chars(marked)) == [("山", 0, 10), ("水", 10, 20), ("湖", 20, 30)]


def test_actual_text_of_another_length_makes_one_character(chars: Chars) -> None:
    marked = (
        b"BT /S 10 Tf /Span <</ActualText (abc)>> BDC <00010002> Tj EMC /P BMC <0003> Tj EMC ET"
    )
    assert pens(chars(marked)) == [("abc", 0, 20), ("湖", 20, 30)]


def test_glyphs_whose_actual_text_is_empty_say_nothing(chars: Chars) -> None:
    assert (
        text(chars(b"BT /S 10 Tf /Span <</ActualText ()>> BDC <0001> Tj EMC <0002> Tj ET")) == "河"
    )


def test_a_missing_glyph_is_marked(chars: Chars) -> None:
    found = chars(b"BT /S 10 Tf <000000010063> Tj ET")
    assert [char.missing for char in found] == [True, False, True]


def test_a_code_that_the_encoding_sends_to_notdef_is_marked(printed: Read) -> None:
    encoding = b"2 begincidchar <0001> 1 <0002> 0 endcidchar"
    found = printed(b"BT /S 10 Tf <00010002> Tj ET", encoding=encoding).pages[0].chars
    assert [(char.text, char.missing) for char in found] == [("江", False), ("河", True)]


def test_type_3_fonts_are_measured_by_their_matrix(chars: Chars) -> None:
    assert pens(chars(b"BT /D 10 Tf <01> Tj ET")) == [("江", 0, 10)]


def test_places_are_counted_from_the_trimmed_page(printed: Read) -> None:
    (page,) = printed(b"BT /S 10 Tf 30 250 Td <0001> Tj ET", trim=[10, 20, 190, 280]).pages
    assert (page.number, page.width, page.height) == (1, 180, 260)
    assert (page.chars[0].x0, page.chars[0].baseline) == (20, 30)


def test_text_without_a_font_is_no_text(printed: Read) -> None:
    assert printed(b"BT (lost) Tj ET").pages == (Page(1, 200, 300, ()),)


def test_fonts_are_listed_with_kind_and_whether_embedded(printed: Read) -> None:
    assert set(printed(b"").fonts) == {
        FontFact("Song-Regular", "CIDFontType0", True),
        FontFact("Times", "TrueType", False),
        FontFact("Type3", "Type3", True),
    }


def test_what_is_no_pdf_is_refused(tmp_path: Path) -> None:
    (tmp_path / "a.pdf").write_text("no")
    with pytest.raises(pikepdf.PdfError):
        read(tmp_path / "a.pdf")


@pytest.mark.press
def test_a_page_of_weasyprint_reads_as_pdfplumber_reads_it(tmp_path: Path) -> None:
    from weasyprint import HTML

    words = "2020年3月，PM<sub>2.5</sub>浓度<b>下降（同比）</b>，office 办公。" * 20
    style = "p { columns: 2; text-align: justify; letter-spacing: .013em }"
    HTML(string=f'<html lang="zh-CN"><style>{style}</style><p>{words}').write_pdf(
        tmp_path / "a.pdf"
    )
    (page,) = read(tmp_path / "a.pdf").pages
    with pdfplumber.open(tmp_path / "a.pdf") as pdf:
        expected = pdf.pages[0].chars
        top = float(pdf.pages[0].height)
        assert [char.text for char in page.chars] == [char["text"] for char in expected]
        for char, other in zip(page.chars, expected, strict=True):
            assert char.x0 == pytest.approx(other["x0"], abs=0.02)
            assert char.x1 == pytest.approx(other["x1"], abs=0.02)
            assert char.baseline == pytest.approx(top - other["matrix"][5], abs=0.02)
            assert char.size == pytest.approx(other["size"], abs=0.02)
            assert char.font == other["fontname"].split("+")[-1]
