"""The Word file that is sent: what Word wants of its parts, and what the unit sees."""

from __future__ import annotations

import io
import os
import posixpath
import re
import subprocess
import sys
from pathlib import Path

import pytest
from docx import Document
from docx.shared import Mm, Pt
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree
from PIL import Image

from plugins.article.kinds import Kind
from plugins.intake.collation.record import Cell, plain
from plugins.intake.sending import manner, tables
from plugins.intake.sending.imaging import shown
from plugins.intake.sending.styling import STYLES
from tests.intake.back.wordwork import ROOT, Bench, W, bench, parts, sample

OFFICIAL = "2020-03/gw-paiwu-xuke.md"
#: Children in the order that the schema asks for (ECMA-376 Part 1, annex A.1), as far as we write them.
ORDERS = {
    "pPr": "pStyle keepNext numPr pBdr spacing ind jc outlineLvl rPr sectPr",
    "rPr": "rStyle rFonts b i strike color spacing sz szCs u vertAlign em lang",
    "sectPr": "footerReference type pgSz pgMar pgNumType docGrid",
    "tblPr": "tblStyle tblW jc tblInd tblBorders tblLayout tblCellMar",
    "tcPr": "tcW gridSpan vMerge vAlign",
    "trPr": "gridAfter cantSplit tblHeader",
    "style": "name basedOn next uiPriority qFormat pPr rPr tblPr",
    "lvl": "start numFmt lvlText lvlJc pPr",
    "settings": "zoom trackRevisions defaultTabStop evenAndOddHeaders characterSpacingControl"
    " footnotePr compat themeFontLang",
    "ruby": "rubyPr rt rubyBase",
    "rubyPr": "rubyAlign hps hpsRaise hpsBaseText lid",
}


def benches(folder: Path) -> list[Bench]:
    return [bench(folder), sample(OFFICIAL), sample("2020-01/niandu-shuju.md")]


def roots(data: bytes) -> dict[str, etree._Element]:
    return {
        name: etree.fromstring(part)
        for name, part in parts(data).items()
        if name.endswith((".xml", ".rels"))
    }


def test_elements_stand_in_the_order_of_the_schema(tmp_path: Path) -> None:
    seen = set()
    for each in benches(tmp_path):
        for root in roots(each.sent()).values():
            for element in root.iter():
                name = etree.QName(element).localname
                if name in ORDERS and str(element.tag).startswith(W):
                    seen.add(name)
                    order = ORDERS[name].split()
                    found = [order.index(etree.QName(child).localname) for child in element]
                    assert found == sorted(found), (name, etree.tostring(element))
    assert seen == set(ORDERS)


def test_every_part_is_typed_and_every_relationship_leads_somewhere(tmp_path: Path) -> None:
    for each in benches(tmp_path):
        data = each.sent()
        members, read = parts(data), roots(data)
        types = read["[Content_Types].xml"]
        named = {str(row.get("PartName"))[1:] for row in types if row.get("PartName")}
        assert named == {
            name for name in members if not name.endswith((".rels", "[Content_Types].xml"))
        }
        for name, root in read.items():
            if not name.endswith(".rels"):
                continue
            folder = posixpath.dirname(posixpath.dirname(name))
            for row in root:
                target = posixpath.normpath(posixpath.join(folder, str(row.get("Target"))))
                assert row.get("TargetMode") == "External" or target in members
            ids = [row.get("Id") for row in root]
            assert len(ids) == len(set(ids))


def test_ids_are_used_once_and_relationships_exist(tmp_path: Path) -> None:
    for each in benches(tmp_path):
        read = roots(each.sent())
        document = read["word/document.xml"]
        drawn = [row.get("id") for row in document.iter() if etree.QName(row).localname == "docPr"]
        assert len(drawn) == len(set(drawn))
        marked = [row.get(f"{W}id") for row in document.iter(f"{W}bookmarkStart")]
        assert len(marked) == len(set(marked))
        known = {row.get("Id") for row in read["word/_rels/document.xml.rels"]}
        pattern = rb'r:(?:id|embed)="(\w+)"'
        used = set(re.findall(pattern, parts(each.sent())["word/document.xml"]))
        assert {name.decode() for name in used} <= known


def test_every_style_that_is_used_is_there(tmp_path: Path) -> None:
    for each in benches(tmp_path):
        read = roots(each.sent())
        there = {row.get(f"{W}styleId") for row in read["word/styles.xml"]}
        for name in ("word/document.xml", "word/footnotes.xml"):
            for kind in ("pStyle", "rStyle", "tblStyle"):
                used = {row.get(f"{W}val") for row in read[name].iter(f"{W}{kind}")}
                assert used <= there
        for kind in ("basedOn", "next"):
            assert {
                row.get(f"{W}val") for row in read["word/styles.xml"].iter(f"{W}{kind}")
            } <= there


def test_names_of_styles_are_ones() -> None:
    names = [style.name.lower() for style in STYLES.values()]
    assert len(names) == len(set(names))


def test_two_tables_stay_two_and_a_cell_ends_in_a_paragraph(tmp_path: Path) -> None:
    each = bench(tmp_path, "|甲|乙|\n|-|-|\n|1|2|\n\n|丙|丁|\n|-|-|\n|3|4|\n")
    body = roots(each.sent())["word/document.xml"][0]
    names = [etree.QName(child).localname for child in body]
    assert "tbl tbl" not in " ".join(names)
    assert names[-2:] == ["p", "sectPr"]
    assert all(etree.QName(cell[-1]).localname == "p" for cell in body.iter(f"{W}tc"))


def test_python_docx_opens_it_and_sees_what_word_would() -> None:
    each = sample(OFFICIAL)
    document = Document(io.BytesIO(each.sent()))
    core = document.core_properties
    assert (core.title, core.identifier) == (each.article.title, OFFICIAL)
    assert core.author == "《岚江环境》编辑部"
    styles = {paragraph.style.name for paragraph in document.paragraphs if paragraph.style}
    assert styles >= {
        "Title",
        "Heading 1",
        "Heading 2",
        "Body Text",
        "Caption",
        "主送机关",
        "核稿单",
    }
    first = next(p for p in document.paragraphs if p.style and p.style.name == "Heading 1")
    assert first.text == "一、明确目标任务"
    assert [len(table.rows) for table in document.tables] == [4, 8]


def test_changes_are_tracked_and_folios_stand_outside() -> None:
    read = roots(sample(OFFICIAL).sent())
    assert read["word/settings.xml"].find(f"{W}trackRevisions") is not None
    assert read["word/settings.xml"].find(f"{W}evenAndOddHeaders") is not None
    sections = list(read["word/document.xml"].iter(f"{W}sectPr"))
    assert [len(each.findall(f"{W}footerReference")) for each in sections] == [0, 2]
    aligns = [
        next(read[f"word/footer-{kind}.xml"].iter(f"{W}jc")).get(f"{W}val")
        for kind in ("default", "even")
    ]
    assert aligns == ["right", "left"]


def test_a_policy_text_has_the_measures_of_the_standard() -> None:
    """GB/T 9704-2012, 5.2, 7.3; the press sets the same (theme/press/styles/officialsheet.css)."""
    look = manner.read(ROOT / "theme", Kind.OFFICIAL)
    section = Document(io.BytesIO(sample(OFFICIAL).sent())).sections[-1]
    margins = (section.top_margin, section.bottom_margin, section.left_margin, section.right_margin)
    for found, wanted in zip(margins, (37, 35, 28, 26), strict=True):
        assert found is not None
        assert abs(found - Mm(wanted)) < Mm(0.1)
    css = (ROOT / "theme/press/styles/officialsheet.css").read_text("utf-8")
    assert "margin: 37mm 25.98mm 34.95mm 28mm" in css
    assert (look.size_pt, look.title_pt, look.pitch_pt) == (16, 22, 28)
    styles = roots(sample(OFFICIAL).sent())["word/styles.xml"]
    faces = {
        row.find(f"{W}name").get(f"{W}val"): row.find(f"{W}rPr/{W}rFonts").get(f"{W}eastAsia")
        for row in styles.iter(f"{W}style")
        if row.find(f"{W}rPr/{W}rFonts") is not None
    }
    assert faces["Body Text"] == "仿宋_GB2312"
    assert (faces["Title"], faces["heading 1"], faces["heading 2"]) == (
        "方正小标宋简体",
        "黑体",
        "楷体_GB2312",
    )
    text = Document(io.BytesIO(sample(OFFICIAL).sent())).styles["Body Text"]
    assert text.paragraph_format.line_spacing == Pt(28)
    assert text.font.size == Pt(16)


def test_twenty_two_lines_and_twenty_eight_characters_go_on_a_page() -> None:
    look = manner.read(ROOT / "theme", Kind.OFFICIAL)
    width, height = look.measure
    assert height // (look.pitch_pt * 20) >= 22
    styles = roots(sample(OFFICIAL).sent())["word/styles.xml"]
    tracking = next(styles.iter(f"{W}rPrDefault")).find(f"{W}rPr/{W}spacing")
    assert tracking is not None
    advance = look.size_pt * 20 + int(str(tracking.get(f"{W}val")))
    assert width // advance == 28


@given(st.lists(st.text("水质PM2.5（μg/m³）", max_size=12), min_size=1, max_size=8))
def test_columns_fill_the_measure(heads: list[str]) -> None:
    cells = {Cell(0, 0, at): [plain("cell", words)] for at, words in enumerate(heads)}
    widths = tables.column_widths(cells, len(heads), 9000, 105)
    assert 9000 - len(heads) <= sum(widths) <= 9000
    assert min(widths) > 0


def test_a_short_word_does_not_break_beside_long_ones() -> None:
    heads = ["市", "PM2.5（μg/m³）", "优良天数比例", "说明" * 40]
    rows = [heads, ["云峤市", "27", "98.3", "无"]]
    cells = {
        Cell(0, row, column): [plain("cell", words)]
        for row, line in enumerate(rows)
        for column, words in enumerate(line)
    }
    first, second, *_ = tables.column_widths(cells, 4, 8700, 105)
    assert first >= 6 * 105 + tables.PADDING
    assert second >= 14 * 105 + tables.PADDING


def test_other_articles_have_another_manner() -> None:
    one, other = (manner.read(ROOT / "theme", kind) for kind in (Kind.OFFICIAL, Kind.NEWS))
    assert (one.is_official, other.is_official) == (True, False)
    assert one.text != other.text


def test_the_cover_says_what_to_check_and_where_to_send_it(tmp_path: Path) -> None:
    document = Document(io.BytesIO(bench(tmp_path).sent()))
    words = "\n".join(paragraph.text for paragraph in document.paragraphs[:16])
    for each in (
        "人名、职务",
        "修订",
        "批注",
        "bianjibu@lanjiang.example",
        "2020年3月6日前发回",
        "2020年第3期",
    ):
        assert each in words
    assert "正式文件" in "\n".join(
        p.text for p in Document(io.BytesIO(sample(OFFICIAL).sent())).paragraphs
    )


def test_the_file_knows_the_way_back(tmp_path: Path) -> None:
    each = bench(tmp_path)
    custom = roots(each.sent())["docProps/custom.xml"]
    told = {str(row.get("name")): "".join(row.itertext()) for row in custom}
    assert (told["稿件"], told["刊期"]) == ("2020-03/zhihe.md", "2020-03")
    assert re.fullmatch(r"[0-9a-f]{16}", told["版本"])


def test_pictures_are_whole_and_fit_the_measure() -> None:
    each = sample(OFFICIAL)
    data = each.sent()
    original = (ROOT / "content/2020-03" / each.article.pictures[0].src).read_bytes()
    assert [part for name, part in parts(data).items() if "media" in name] == [original]
    shape = Document(io.BytesIO(data)).inline_shapes[0]
    assert shape.width <= Mm(156.1)
    picture = each.article.pictures[0]
    assert abs(shape.width / shape.height - picture.width / picture.height) < 0.01


def test_pictures_that_word_cannot_show_become_png(tmp_path: Path) -> None:
    made = io.BytesIO()
    Image.new("CMYK", (30, 20), (0, 90, 0, 0)).save(made, "TIFF")
    found = shown(made.getvalue())
    assert (found.suffix, found.width, found.height) == (".png", 30, 20)
    with Image.open(io.BytesIO(found.data)) as image:
        assert (image.format, image.size) == ("PNG", (30, 20))


@pytest.mark.parametrize("seed", ["1", "2"])
def test_the_same_article_gives_the_same_bytes(seed: str) -> None:
    code = (
        "import hashlib; from tests.intake.back.wordwork import sample;"
        f"print(hashlib.sha256(sample({OFFICIAL!r}).sent()).hexdigest())"
    )
    done = subprocess.run(
        [sys.executable, "-c", code],
        cwd=ROOT,
        env={**os.environ, "PYTHONHASHSEED": seed},
        capture_output=True,
        text=True,
        check=True,
    )
    import hashlib

    assert done.stdout.strip() == hashlib.sha256(sample(OFFICIAL).sent()).hexdigest()
