"""Files that must not be taken in: bombs, locked and old ones, others; the message says what to do."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

import pytest

from plugins.intake import intake
from plugins.intake.docx import package, reader
from plugins.intake.intakefault import IntakeFault
from tests.intake.desk import nothing_drawn
from tests.intake.wordfiles import with_parts, wps

GOOD = wps(["泵站换新装", "澄州市把老旧泵站改造列入今年的民生清单。"])


def refused(data: bytes) -> str:
    with pytest.raises(IntakeFault) as caught:
        reader.read(data, "来稿.docx")
    return str(caught.value)


def changed(name: str, content: bytes) -> bytes:
    return with_parts(GOOD, lambda parts: parts.__setitem__(name, content))


def test_the_good_one_is_read() -> None:
    assert reader.read(GOOD, "来稿.docx").paragraphs[0].text == "泵站换新装"


def test_a_bomb_by_its_ratio() -> None:
    assert "200 倍以上" in refused(changed("word/media/a.bin", b"\0" * (8 * 2**20)))


def test_a_bomb_by_its_size(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(package, "MOST_UNPACKED", 1000)
    assert "解开后超过" in refused(GOOD)


def test_too_many_parts(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(package, "MOST_PARTS", 3)
    assert "个部件" in refused(GOOD)


def test_a_part_that_is_larger_than_it_says() -> None:
    data = bytearray(changed("word/document.xml", b"<a>" + b"x" * 500 + b"</a>"))
    at = data.rfind(b"word/document.xml") - 46  # its entry in the central directory
    assert data[at : at + 4] == b"PK\x01\x02"
    data[at + 24 : at + 28] = (100).to_bytes(4, "little")
    assert "来稿.docx" in refused(bytes(data))


@pytest.mark.parametrize(
    "kind", ['<!DOCTYPE a [<!ENTITY b "c">]>', '<!DOCTYPE a SYSTEM "file:///etc/hostname">']
)
def test_entities_and_declarations(kind: str) -> None:
    xml = f'<?xml version="1.0"?>{kind}<w:document xmlns:w="x"><w:body/></w:document>'
    assert "文件类型声明" in refused(changed("word/document.xml", xml.encode()))


def test_a_locked_file() -> None:
    data = package.OLE + b"\0" * 600 + package.ENCRYPTED
    assert "去掉密码" in refused(data)


def test_an_old_file_gets_advice() -> None:
    assert "另存为“Word 文档（*.docx）”" in refused(package.OLE + b"\0" * 600)


@pytest.mark.parametrize(
    ("start", "words"), [(b"%PDF-1.7", "PDF"), (b"{\\rtf1", "RTF"), (b"", "空文件")]
)
def test_others(start: bytes, words: str) -> None:
    assert words in refused(start)


def test_a_cut_off_file() -> None:
    assert "已损坏" in refused(GOOD[: len(GOOD) // 2])


def test_broken_xml() -> None:
    assert "已损坏" in refused(changed("word/document.xml", b"<w:document"))


def test_a_table_of_numbers_is_no_word_file() -> None:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as packed:
        packed.writestr("xl/workbook.xml", "<a/>")
        packed.writestr(
            "_rels/.rels",
            f'<Relationships xmlns="{package.RELATIONSHIPS}"><Relationship Id="a" Type="x/officeDocument" Target="xl/workbook.xml"/></Relationships>',
        )
    assert "不是 Word 文件" in refused(made.getvalue())


def test_refused_files_do_not_stop_the_others(tmp_path: Path) -> None:
    for name, data in (
        ("好.docx", GOOD),
        ("坏.docx", GOOD[:90]),
        ("旧.doc", package.OLE * 99),
        ("表.xlsx", b"x"),
        ("空.txt", b" \n"),
    ):
        (tmp_path / name).write_bytes(data)
    files = [*sorted(tmp_path.iterdir()), tmp_path / "没有.txt"]
    taken, faults = intake.take_in(files, tmp_path / "2020-03", nothing_drawn)
    assert [each.source for each in taken] == ["好.docx"]
    assert len(faults) == 5


def test_a_huge_text_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(intake, "MOST_TEXT", 10)
    (tmp_path / "长.txt").write_text("泵站" * 20)
    taken, faults = intake.take_in([tmp_path / "长.txt"], tmp_path, nothing_drawn)
    assert taken == []
    assert "没有收" in str(faults[0])


def test_a_picture_outside_the_folder_is_not_read(tmp_path: Path) -> None:
    (tmp_path / "secret.png").write_bytes(b"x")
    folder = tmp_path / "in"
    folder.mkdir()
    (folder / "稿.md").write_text("# 题\n\n泵站换新装，居民不受影响。\n\n![图](../secret.png)\n")
    taken, _ = intake.take_in([folder / "稿.md"], tmp_path / "2020-03", nothing_drawn)
    assert taken[0].pictures == {}
    assert any("没有随稿收到" in each for each in taken[0].remarks)


@pytest.mark.parametrize("value", ["inf", "nan", "-1", "1e400", "甲", ""])
def test_odd_numbers_in_the_xml_do_no_harm(value: str, tmp_path: Path) -> None:
    space = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    xml = (
        f'<w:document xmlns:w="{space}"><w:body><w:p><w:pPr><w:outlineLvl w:val="{value}"/><w:ind w:firstLine="{value}"/></w:pPr>'
        f'<w:r><w:rPr><w:sz w:val="{value}"/></w:rPr><w:t>泵站换新装</w:t></w:r></w:p><w:tbl><w:tr><w:tc><w:tcPr><w:gridSpan w:val="{value}"/></w:tcPr>'
        '<w:p><w:r><w:t>甲</w:t></w:r></w:p></w:tc><w:tc><w:p/></w:tc></w:tr></w:tbl><w:p><w:r><w:footnoteReference w:id="7"/></w:r></w:p></w:body></w:document>'
    )
    (tmp_path / "稿.docx").write_bytes(changed("word/document.xml", xml.encode()))
    taken, faults = intake.take_in([tmp_path / "稿.docx"], tmp_path, nothing_drawn)
    assert faults == []
    assert "甲" in taken[0].text
