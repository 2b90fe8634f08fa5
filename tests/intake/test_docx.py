"""Word files as units send them: styled, unstyled, tracked, footnoted, with tables, pictures, text boxes."""

from __future__ import annotations

from pathlib import Path

import pytest
from docx import Document
from lxml import etree

from plugins.intake.docx import reader
from plugins.intake.docx.numbering import written
from plugins.intake.draft import Paragraph, Picture, Table
from tests.intake.desk import body, fields, guess, one, take
from tests.intake.wordfiles import (
    add_picture,
    append_xml,
    bare,
    line,
    picture,
    refer,
    saved,
    with_footnotes,
    wps,
)

LONG = "岚江省澄州市把老旧泵站改造列入今年的民生清单，工程分三段推进，先修管网，再换设备，最后才动河岸，居民出行不受影响。"
OTHER = "沿河的三个社区各选出一名监督员，每周到工地看一次，看见的问题当天记在本子上，月底由街道汇总，逐条答复。"


def styled() -> bytes:
    document = Document()
    document.add_paragraph("老泵站换新装 一河清水进城来", style="Title")
    document.add_paragraph("——澄州市泵站改造见闻", style="Subtitle")
    document.add_paragraph("作者：罗松年 郁佳")
    document.add_heading("先修看不见的", level=1)
    paragraph = document.add_paragraph("管道埋在地下。")
    paragraph.add_run("“看不见的先修好”").bold = True
    paragraph.add_run("，这是指挥部定的规矩，")
    paragraph.add_run("谁也不能改").italic = True
    paragraph.add_run("。PM")
    paragraph.add_run("2.5").font.subscript = True
    paragraph.add_run("和降尘同时监测，x")
    paragraph.add_run("2").font.superscript = True
    paragraph.add_run("是示意。")
    document.add_paragraph(LONG)
    document.add_heading("再换看得见的", level=1)
    document.add_heading("设备", level=2)
    document.add_paragraph(OTHER)
    return saved(document)


def test_a_styled_document_comes_back_whole(tmp_path: Path) -> None:
    taken = one(tmp_path, "稿.docx", styled())
    assert fields(taken) == {
        "标题": "老泵站换新装 一河清水进城来",
        "副题": "澄州市泵站改造见闻",
        "体裁": "通讯",
        "作者": "罗松年 郁佳",
        "公开": "否",
    }
    assert body(taken) == [
        "## 先修看不见的",
        "管道埋在地下。**“看不见的先修好”**，这是指挥部定的规矩，*谁也不能改*。PM2.5和降尘同时监测，x<sup>2</sup>是示意。",
        LONG,
        "## 再换看得见的",
        "### 设备",
        OTHER,
    ]
    assert taken.stem == "laobengzhanhuanxinzhuang-yihe"


def test_an_unstyled_document_comes_back_the_same(tmp_path: Path) -> None:
    data = wps(
        [
            "老泵站换新装 一河清水进城来",
            "一、先修看不见的",
            LONG,
            "（一）设备",
            OTHER,
            "二、再换看得见的",
            LONG,
        ]
    )
    taken = one(tmp_path, "稿.docx", data)
    assert fields(taken)["标题"] == "老泵站换新装 一河清水进城来"
    assert body(taken) == [
        "## 一、先修看不见的",
        LONG,
        "### （一）设备",
        OTHER,
        "## 二、再换看得见的",
        LONG,
    ]
    assert guess(taken, "小标题") == [
        "## 一、先修看不见的",
        "### （一）设备",
        "## 二、再换看得见的",
    ]


def test_headline_of_two_centred_lines_with_kicker_and_byline(tmp_path: Path) -> None:
    document = bare()
    line(document, "澄州市市长在调研泵站改造时强调：", align="center", size=14)
    line(document, "先修看不见的", align="center", size=22, bold=True)
    line(document, "再换看得见的", align="center", size=22, bold=True)
    line(document, "通讯员 罗松年　郁 佳", align="center", size=12)
    for text in (LONG, OTHER + "（澄州市生态环境局）"):
        line(document, text, indent="　　", size=16)
    taken = one(tmp_path, "稿.docx", saved(document))
    told = fields(taken)
    assert told["引题"] == "澄州市市长在调研泵站改造时强调："
    assert told["标题"] == "先修看不见的 再换看得见的"
    assert told["作者"] == "罗松年 郁佳"
    assert told["供稿"] == "澄州市生态环境局"
    assert body(taken) == [LONG, OTHER]


def test_bold_short_lines_are_headings_and_bold_words_stay_bold(tmp_path: Path) -> None:
    document = bare()
    line(document, "泵站换新装", align="center", size=22)
    line(document, LONG, indent="　　")
    line(document, "监督员上了工地", bold=True, indent="　　")
    paragraph = line(document, "第一天", bold=True, indent="　　")
    paragraph.add_run("，" + OTHER)
    taken = one(tmp_path, "稿.docx", saved(document))
    assert body(taken) == [LONG, "## 监督员上了工地", f"**第一天**，{OTHER}"]


def test_a_plain_table_is_a_pipe_table(tmp_path: Path) -> None:
    document = Document()
    document.add_paragraph("各站进度", style="Title")
    document.add_paragraph(LONG)
    table = document.add_table(rows=2, cols=3)
    for at, text in enumerate(("泵站", "开工", "完工", "东渠", "3月|初", "")):
        table.cell(at // 3, at % 3).text = text
    taken = one(tmp_path, "稿.docx", saved(document))
    assert body(taken)[1] == "| 泵站 | 开工 | 完工 |\n| --- | --- | --- |\n| 东渠 | 3月\\|初 |  |"


def test_merged_cells_keep_their_places(tmp_path: Path) -> None:
    document = Document()
    document.add_paragraph("各站进度", style="Title")
    document.add_paragraph(LONG)
    table = document.add_table(rows=3, cols=3)
    for at, text in enumerate("甲乙丙丁戊己庚辛壬"):
        table.cell(at // 3, at % 3).text = text
    table.cell(0, 0).merge(table.cell(1, 0))
    table.cell(2, 1).merge(table.cell(2, 2))
    draft = reader.read(saved(document), "稿.docx")
    read = next(each for each in draft.blocks if isinstance(each, Table))
    assert [[(c.columns, c.rows) for c in row] for row in read.rows] == [
        [(1, 2), (1, 1), (1, 1)],
        [(1, 1), (1, 1)],
        [(1, 1), (2, 1)],
    ]
    taken = one(tmp_path, "稿.docx", saved(document))
    assert '<tr><td>庚</td><td colspan="2">辛<br>壬</td></tr>' in taken.text
    assert any("合并" in each for each in taken.remarks)


def test_footnotes_come_with_their_places(tmp_path: Path) -> None:
    document = Document()
    document.add_paragraph("泵站换新装", style="Title")
    refer(document.add_paragraph(LONG), 2)
    refer(document.add_paragraph(OTHER), 1)
    data = with_footnotes(saved(document), ["监督员由居民代表会议推选。", "清单见市政府网站。"])
    taken = one(tmp_path, "稿.docx", data)
    assert body(taken) == [
        LONG + "[^1]",
        OTHER + "[^2]",
        "[^1]: 清单见市政府网站。",
        "[^2]: 监督员由居民代表会议推选。",
    ]


def test_pictures_come_at_full_size_with_their_captions(tmp_path: Path) -> None:
    first, second, third = (picture(900, 600, (n, 90, 90)) for n in (1, 2, 3))
    document = bare()
    line(document, "泵站换新装", align="center", size=22)
    line(document, LONG, indent="　　")
    add_picture(document, first)
    line(document, "图为东渠泵站。（邢砚 摄）", align="center")
    add_picture(document, second, "改造后的河岸，柳树是新栽的。")
    line(document, OTHER, indent="　　")
    add_picture(document, third, "IMG_20200301")
    add_picture(document, first, "又见东渠泵站")
    taken = one(tmp_path, "稿.docx", saved(document))
    stem = taken.stem
    assert taken.pictures == {
        f"photos/{stem}-1.png": first,
        f"photos/{stem}-2.png": second,
        f"photos/{stem}-3.png": third,
    }
    assert body(taken) == [
        LONG,
        f"![图为东渠泵站。（邢砚 摄）](photos/{stem}-1.png)",
        f"![改造后的河岸，柳树是新栽的。](photos/{stem}-2.png)",
        OTHER,
        f"![](photos/{stem}-3.png)",
        f"![又见东渠泵站](photos/{stem}-1.png)",
    ]


@pytest.mark.parametrize(("left", "is_told"), [("-2", False), ("25000", True), ("", False)])
def test_a_cropped_picture_is_told(tmp_path: Path, left: str, is_told: bool) -> None:
    document = bare()
    line(document, "泵站换新装", align="center", size=22)
    line(document, LONG, indent="　　")
    add_picture(document, picture(), "图为东渠泵站。")
    (fill,) = (each for each in document.element.iter() if str(each.tag).endswith("}blipFill"))
    cut = etree.SubElement(fill, "{http://schemas.openxmlformats.org/drawingml/2006/main}srcRect")
    if left:
        cut.set("l", left)
    told = " ".join(one(tmp_path, "稿.docx", saved(document)).remarks)
    assert ("裁剪" in told) is is_told


def test_tracked_changes_are_accepted_and_told(tmp_path: Path) -> None:
    document = bare()
    line(document, "泵站换新装", align="center", size=22)
    append_xml(
        document,
        '<w:p><w:r><w:t>全市有泵站</w:t></w:r><w:del w:id="1" w:author="甘泉"><w:r><w:delText>十二</w:delText></w:r></w:del>'
        '<w:ins w:id="2" w:author="甘泉"><w:r><w:t>十三</w:t></w:r></w:ins><w:r><w:t>座，'
        + OTHER
        + "</w:t></w:r></w:p>",
    )
    append_xml(
        document,
        '<w:p><w:pPr><w:rPr><w:del w:id="3" w:author="甘泉"/></w:rPr></w:pPr><w:r><w:t>这一段的段落标记已经删去，</w:t></w:r></w:p>',
    )
    append_xml(document, "<w:p><w:r><w:t>与下一段连成一句话。</w:t></w:r></w:p>")
    taken = one(tmp_path, "稿.docx", saved(document))
    assert body(taken) == [
        f"全市有泵站十三座，{OTHER}",
        "这一段的段落标记已经删去，与下一段连成一句话。",
    ]
    assert "有修订痕迹：插入 1 处、删除 1 处（甘泉），已全部按接受修订收稿" in taken.remarks
    assert "修订·删除：“十二”" in taken.remarks


BOX = (
    '<w:p><w:r><w:t>{before}</w:t></w:r><w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wp:inline><a:graphic>'
    "<a:graphicData><wps:wsp><wps:txbx><w:txbxContent><w:p><w:r><w:t>{inside}</w:t></w:r></w:p></w:txbxContent></wps:txbx></wps:wsp>"
    "</a:graphicData></a:graphic></wp:inline></w:drawing></mc:Choice><mc:Fallback><w:pict><v:shape><v:textbox><w:txbxContent><w:p><w:r>"
    "<w:t>{inside}</w:t></w:r></w:p></w:txbxContent></v:textbox></v:shape></w:pict></mc:Fallback></mc:AlternateContent></w:r></w:p>"
)


def test_a_text_box_comes_once_behind_its_paragraph(tmp_path: Path) -> None:
    document = bare()
    line(document, "泵站换新装", align="center", size=22)
    append_xml(document, BOX.format(before=LONG, inside=OTHER))
    taken = one(tmp_path, "稿.docx", saved(document))
    assert body(taken) == [LONG, OTHER]
    assert any(each.startswith("文本框 1 个") for each in taken.remarks)


def test_what_word_numbers_itself_is_text(tmp_path: Path) -> None:
    document = bare()
    numbering = document.part.numbering_part.element
    from docx.oxml import parse_xml
    from docx.oxml.ns import nsdecls

    numbering.insert(
        0,
        parse_xml(
            f'<w:abstractNum {nsdecls("w")} w:abstractNumId="77"><w:lvl w:ilvl="0"><w:start w:val="1"/>'
            '<w:numFmt w:val="chineseCounting"/><w:lvlText w:val="%1、"/></w:lvl><w:lvl w:ilvl="1"><w:start w:val="1"/>'
            '<w:numFmt w:val="chineseCounting"/><w:lvlText w:val="（%2）"/></w:lvl></w:abstractNum>'
        ),
    )
    numbering.append(
        parse_xml(f'<w:num {nsdecls("w")} w:numId="77"><w:abstractNumId w:val="77"/></w:num>')
    )
    line(document, "泵站换新装", align="center", size=22)
    for level, words, text in (
        (0, "先修", LONG),
        (1, "管网", OTHER),
        (1, "井盖", LONG),
        (0, "再换", OTHER),
        (1, "水泵", LONG),
    ):
        paragraph = line(document, words)
        paragraph._p.get_or_add_pPr().append(
            parse_xml(
                f'<w:numPr {nsdecls("w")}><w:ilvl w:val="{level}"/><w:numId w:val="77"/></w:numPr>'
            )
        )
        line(document, text, indent="　　")
    taken = one(tmp_path, "稿.docx", saved(document))
    assert [each for each in body(taken) if each.startswith("#")] == [
        "## 一、先修", "### （一）管网", "### （二）井盖", "## 二、再换", "### （一）水泵",
    ]  # fmt: skip


def test_headers_fields_comments_and_hidden_words_stay_out(tmp_path: Path) -> None:
    document = bare()
    document.sections[0].header.paragraphs[0].text = "内部资料"
    document.sections[0].footer.paragraphs[0].text = "第1页"
    line(document, "泵站换新装", align="center", size=22)
    append_xml(
        document,
        f'<w:p><w:r><w:rPr><w:vanish/></w:rPr><w:t>看不见</w:t></w:r><w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>PAGE</w:instrText></w:r>'
        f"<w:r><w:t>{LONG}</w:t></w:r></w:p>",
    )
    taken = one(tmp_path, "稿.docx", saved(document))
    assert body(taken) == [LONG]
    assert "隐藏的文字 1 处，没有收" in taken.remarks


def test_a_policy_text_as_an_office_types_it(tmp_path: Path) -> None:
    document = bare()
    line(document, "岚江省生态环境厅文件", align="center", size=36, bold=True)
    line(document, "岚环函[2020]第016号", align="center", size=16)
    line(document, "岚江省生态环境厅关于做好泵站改造", align="center", size=22)
    line(document, "环境影响登记工作的通知", align="center", size=22)
    line(document, "各市生态环境局，各派出机构：", size=16)
    line(document, LONG + "现将有关事项通知如下。", indent="　　", size=16)
    line(document, "一、及时登记", indent="　　", size=16)
    line(document, "（一）明确范围。" + OTHER, indent="　　", size=16)
    line(document, "岚江省生态环境厅", align="right", size=16)
    line(document, "二〇二〇年三月六日", align="right", size=16)
    line(document, "（此件主动公开）", size=16)
    taken = one(tmp_path, "文.docx", saved(document))
    assert fields(taken) == {
        "标题": "岚江省生态环境厅关于做好泵站改造 环境影响登记工作的通知",
        "体裁": "公文",
        "公开": "否",
        "发文机关": "岚江省生态环境厅",
        "发文字号": "岚环函〔2020〕16号",
        "主送": "各市生态环境局，各派出机构",
        "成文日期": "2020年3月6日",
        "公开属性": "主动公开",
    }
    assert body(taken) == [
        LONG + "现将有关事项通知如下。",
        "## 一、及时登记",
        "（一）明确范围。" + OTHER,
    ]
    assert taken.stem.startswith("bengzhangaizao")


def test_two_titles_are_two_drafts(tmp_path: Path) -> None:
    document = Document()
    for title, by in (("泵站换新装", "罗松年"), ("河岸添新绿", "郁佳")):
        document.add_paragraph(title, style="Title")
        document.add_paragraph(f"作者：{by}")
        document.add_paragraph(LONG)
        document.add_paragraph(OTHER)
    taken = take(tmp_path, "合.docx", saved(document))
    assert [fields(each)["标题"] for each in taken] == ["泵站换新装", "河岸添新绿"]
    assert [fields(each)["作者"] for each in taken] == ["罗松年", "郁佳"]
    assert [body(each) for each in taken] == [[LONG, OTHER]] * 2


@pytest.mark.parametrize(
    ("value", "form", "shown"),
    [
        (10, "chineseCounting", "十"),
        (21, "chineseCountingThousand", "二十一"),
        (30, "chineseCounting", "三十"),
        (3, "decimalEnclosedCircleChinese", "③"),
        (14, "lowerRoman", "xiv"),
        (2, "upperLetter", "B"),
        (5, "anything", "5"),
    ],
)
def test_numbers_as_word_writes_them(value: int, form: str, shown: str) -> None:
    assert written(value, form) == shown


def test_a_reader_only_says_what_it_saw() -> None:
    draft = reader.read(styled(), "稿.docx")
    first = draft.blocks[0]
    assert isinstance(first, Paragraph)
    assert first.is_title
    assert not any(isinstance(each, Picture) for each in draft.blocks)
    assert draft.unit == "段"


def test_lines_pasted_from_a_pdf_are_joined(tmp_path: Path) -> None:
    document = bare()
    line(document, "泵站换新装", align="center", size=22)
    for text in (LONG + OTHER, OTHER + LONG):
        text = "　　" + text
        for at in range(0, len(text), 30):
            line(document, text[at : at + 30], size=16)
    assert body(one(tmp_path, "稿.docx", saved(document))) == [LONG + OTHER, OTHER + LONG]


def test_a_note_without_text_is_told(tmp_path: Path) -> None:
    document = Document()
    document.add_paragraph("泵站换新装", style="Title")
    refer(document.add_paragraph(LONG), 9)
    taken = one(tmp_path, "稿.docx", saved(document))
    assert body(taken) == [LONG]
    assert "脚注 1 处只有注号、没有注文，注号已去掉" in taken.remarks
