"""New files only: names, twins, what stands already; pictures in forms that can be printed; the report."""

from __future__ import annotations

import io
import struct
from pathlib import Path

import pytest
from PIL import Image

from plugins.intake import filing, imagefiles, intake, telling
from plugins.intake.intakefault import IntakeFault
from plugins.intake.stems import stem
from tests.intake.desk import nothing_drawn, one
from tests.intake.wordfiles import add_picture, bare, line, picture, saved

TEXT = "水管进了厨房\n\n　　村里的水井是五十年前打的，井圈磨出了十几道绳印，老人们还是到井边站了一会儿。"


@pytest.mark.parametrize(
    ("headline", "name"),
    [
        ("退出来的岸线 看得见的大江", "tuichulaideanxian-kande"),
        ("岚江省生态环境厅关于做好泵站改造工作的通知", "bengzhangaizaogongzuodetong"),
        ("PM2.5下降17%", "pm25xiajiang17"),
        ("（待拟标题）近日", "jinri"),
        ("！？", "gaojian"),
        ("index", "gao-index"),
    ],
)
def test_names_are_pinyin(headline: str, name: str) -> None:
    assert stem(headline) == name


def test_nothing_is_ever_overwritten(tmp_path: Path) -> None:
    folder = tmp_path / "2020-03"
    folder.mkdir()
    there = folder / "shuiguanjinlechufang.md"
    there.write_text("已经有的稿件")
    taken = one(tmp_path, "水.txt", TEXT)
    assert taken.stem == "shuiguanjinlechufang-2"
    made = intake.write([taken], folder)
    assert [each.name for each in made] == ["shuiguanjinlechufang-2.md"]
    assert there.read_text() == "已经有的稿件"
    with pytest.raises(IntakeFault, match="没有覆盖"):
        filing.write_new(there, b"x")
    assert there.read_text() == "已经有的稿件"
    assert sorted(each.name for each in folder.iterdir()) == [
        "shuiguanjinlechufang-2.md",
        "shuiguanjinlechufang.md",
    ]


def test_the_same_file_twice_is_taken_once(tmp_path: Path) -> None:
    folder = tmp_path / "2020-03"
    intake.write([one(tmp_path, "水.txt", TEXT)], folder)
    again = one(tmp_path, "水.txt", TEXT)
    assert again.twin == "shuiguanjinlechufang"
    assert intake.write([again], folder) == []
    assert "一字不差" in "\n".join(telling.lines([again], [], is_trial=False))


def test_two_files_of_one_headline_get_two_names(tmp_path: Path) -> None:
    for name in ("甲.txt", "乙.txt"):
        (tmp_path / name).write_text(TEXT + name)
    files = [tmp_path / "甲.txt", tmp_path / "乙.txt"]
    taken, _ = intake.take_in(files, tmp_path / "2020-03", nothing_drawn)
    assert [each.stem for each in taken] == ["shuiguanjinlechufang", "shuiguanjinlechufang-2"]


def test_written_manuscripts_pass_the_reader(tmp_path: Path) -> None:
    document = bare()
    line(document, "泵站换新装", align="center", size=22)
    line(document, "澄州市把老旧泵站改造列入今年的民生清单，工程分三段推进。", indent="　　")
    add_picture(document, picture(900, 600))
    line(document, "图为东渠泵站。", align="center")
    folder = tmp_path / "2020-03"
    taken = one(tmp_path, "稿.docx", saved(document))
    made = intake.write([taken], folder)
    assert [each.relative_to(folder).as_posix() for each in made] == [
        "photos/bengzhanhuanxinzhuang-1.png",
        "bengzhanhuanxinzhuang.md",
    ]
    assert made[0].read_bytes() == picture(900, 600)
    assert one(tmp_path, "稿.docx", saved(document)).findings == taken.findings


def test_same_input_same_text(tmp_path: Path) -> None:
    assert one(tmp_path, "水.txt", TEXT) == one(tmp_path, "水.txt", TEXT)


def bitmap() -> bytes:
    made = io.BytesIO()
    Image.new("RGB", (8, 4), (200, 30, 30)).save(made, "BMP")
    return made.getvalue()


def drawing(*records: bytes) -> bytes:
    """An EMF of these records between its header and its end (MS-EMF 2.3)."""
    header = struct.pack("<II", 1, 88) + b"\0" * 32 + b" EMF" + b"\0" * 44
    return header + b"".join(records) + struct.pack("<IIIII", 14, 20, 0, 0, 20)


def stretched(data: bytes) -> bytes:
    """EMR_STRETCHDIBITS with the bitmap of a BMP file."""
    offset = struct.unpack_from("<I", data, 10)[0]
    info, bits = data[14:offset], data[offset:]
    head = 80
    body = (
        b"\0" * 40 + struct.pack("<IIII", head, len(info), head + len(info), len(bits)) + b"\0" * 16
    )
    whole = body + info + bits
    return struct.pack("<II", 81, 8 + len(whole)) + whole


def test_a_bmp_becomes_a_png_without_loss() -> None:
    made = imagefiles.made(bitmap(), ".bmp", nothing_drawn)
    assert (made.suffix, "BMP" in made.remark) == (".png", True)
    assert Image.open(io.BytesIO(made.data)).getpixel((3, 3)) == (200, 30, 30)


def test_a_bitmap_in_an_emf_is_taken_out() -> None:
    made = imagefiles.made(drawing(stretched(bitmap())), ".emf", nothing_drawn)
    assert made.suffix == ".png"
    assert Image.open(io.BytesIO(made.data)).getpixel((0, 0)) == (200, 30, 30)


def test_a_real_drawing_is_drawn_or_kept_and_told() -> None:
    line_to = struct.pack("<IIII", 54, 16, 5, 5)
    data = drawing(stretched(bitmap()), line_to)
    kept = imagefiles.made(data, ".emf", nothing_drawn)
    assert (kept.data, kept.suffix) == (data, ".emf")
    assert "另存为 PNG" in kept.remark
    drawn = imagefiles.made(data, ".emf", lambda *_: picture())
    assert (drawn.data, drawn.suffix) == (picture(), ".png")


@pytest.mark.parametrize("cut", [40, 90, 120, 150])
def test_a_cut_off_drawing_is_kept(cut: int) -> None:
    data = drawing(stretched(bitmap()))[:cut]
    assert imagefiles.made(data, ".emf", nothing_drawn).data == data


def test_the_report_says_everything(tmp_path: Path) -> None:
    taken = one(
        tmp_path,
        "水|管.txt",
        "村里的水井是五十年前打的，井圈磨出了十几道绳印，<b>老人</b>还是去了。",
    )
    fault = IntakeFault("“旧.doc”是老式 Word 文件")
    lines = list(telling.lines([taken], [fault], is_trial=True))
    assert lines[0] == f"水|管.txt → {taken.stem}.md（试收，没有写）"
    assert any(
        each.startswith("  ？标题：（待拟标题）村里的水井是五十年前打的　10%") for each in lines
    )
    assert lines[-2] == "没有收：“旧.doc”是老式 Word 文件"
    page = telling.markdown([taken], [fault], is_trial=True)
    assert "水\\|管.txt" in page
    assert (
        "| 标题 | （待拟标题）村里的水井是五十年前打的 | **10%** | 第 1 行，稿中没有标题，暂用正文开头的字，请拟题 |"
        in page
    )
    assert "老式 Word 文件" in page
