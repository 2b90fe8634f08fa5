"""Drafts as they really come: a page of WeChat, a page laid out by tables, a mail pasted whole, contacts below."""

from __future__ import annotations

import io
from pathlib import Path
from typing import Any

import pytest
from docx import Document
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.shared import Pt

from plugins.intake.intake import Taken
from tests.intake.desk import body, fields, guess, one, take
from tests.intake.wordfiles import picture, saved

WECHAT = """<html><head><meta charset="utf-8"><meta name="author" content="澄州生态环境"><title></title></head><body>
<h1 class="rich_media_title"> 走，去镜月湖看白鹭！ </h1>
<div id="meta_content"><span>苗采薇</span><a>澄州生态环境</a><em id="publish_time">2020-03-15 18:20</em></div>
<div id="js_content" style="visibility: hidden; opacity: 0;"><section>
<section><span>点击上方蓝字关注我们</span></section>
<p><span>三月的镜月湖，芦芽刚冒头，白鹭已经回来了。</span><span>监测中心的人说，<strong>首批白鹭比去年早到四天</strong>，数量也多了两成。</span></p>
<p><br></p><p style="text-align:center"><img data-src="https://pictures.invalid/a" src="页_files/640.png"></p>
<p style="text-align:center"><span>白鹭在北岸浅滩觅食（邢砚 摄）</span></p>
<section><p><strong><span>看鸟守规矩</span></strong></p></section>
<p>不投喂、不追赶、不用闪光灯，离鸟至少五十米，让它们安心把窝搭好，把雏鸟养大。</p>
<p style="text-align:right">编辑：顾言平</p><section><p>END</p><p>长按二维码关注</p></section>
</section></div></body></html>"""


def test_a_page_of_wechat(tmp_path: Path) -> None:
    (tmp_path / "页_files").mkdir()
    (tmp_path / "页_files/640.png").write_bytes(picture())
    taken = one(tmp_path, "页.html", WECHAT)
    assert fields(taken) == {
        "标题": "走，去镜月湖看白鹭！",
        "体裁": "资讯",
        "来源": "澄州生态环境",
        "责编": "顾言平",
        "日期": "2020-03-15",
        "公开": "否",
    }
    assert [each[:6] for each in body(taken)] == [
        "三月的镜月湖",
        "![白鹭在北",
        "## 看鸟守",
        "不投喂、不追",
    ]
    assert list(taken.pictures.values()) == [picture()]
    assert "长按二维码关注" in " ".join(taken.remarks)


TABLES = """<html><head><meta charset="gb2312"><title>丹陂市召开排污许可培训会{site}</title></head><body>
<table width="980"><tr><td>banner</td></tr></table>
<table width="980"><tr><td><table><tr><td><a href="#">机构职能</a></td></tr><tr><td><a href="#">环境质量</a></td></tr></table></td>
<td><table><tr><td align="center"><font size="5"><b>丹陂市召开排污许可培训会</b></font></td></tr>
<tr><td align="center">日期：2020-3-6　　来源：丹陂市生态环境局　　【字体：大 中 小】</td></tr>
<tr><td><p>　　3月5日，丹陂市生态环境局召开排污许可培训会，全市187家企业的环保负责人在线参加。</p>
<p>　　会上，市局许可科讲解了登记管理、简化管理、重点管理三类的区别，并现场演示了平台填报。</p>
<p>　　会后，三家企业当场完成登记。　　（苗采薇）</p></td></tr></table></td></tr></table>
<p align="center">Copyright 2020 丹陂市生态环境局 版权所有</p></body></html>"""


@pytest.mark.parametrize(
    "site", ["", "_丹陂市生态环境局", " - 丹陂市生态环境局", "|工作动态|丹陂市生态环境局门户网站"]
)
def test_a_page_laid_out_by_tables(tmp_path: Path, site: str) -> None:
    taken = one(tmp_path, "页.html", TABLES.format(site=site).encode("gb18030"))
    assert fields(taken) == {
        "标题": "丹陂市召开排污许可培训会",
        "体裁": "资讯",
        "作者": "苗采薇",
        "来源": "丹陂市生态环境局",
        "日期": "2020-03-06",
        "公开": "否",
    }
    assert [each[:4] for each in body(taken)] == ["3月5日", "会上，市", "会后，三"]


def test_what_a_page_hides_stays_hidden(tmp_path: Path) -> None:
    hidden = '<p style="display:none">看不见的一段话，不该收进稿件里来。</p>'
    page = TABLES.format(site="").replace("<p>　　会上", f"{hidden}<p>　　会上")
    assert "看不见" not in one(tmp_path, "页.html", page.encode("gb18030")).text


MAIL = """\
发件人：办公室 <bgs@lanjiang.invalid>
收件人：编辑部
主题：投稿：砚山县春季植树
日期：2020-03-12
附件：植树.jpg

编辑老师：
您好！现将稿件发给您，请审阅。

砚山县三千人上山植树

本报讯（记者 苗采薇 通讯员 卢启帆）3月12日，砚山县组织三千多人到九叠山植树，栽下松、枫、木荷一万二千株。
县林业局介绍，今年植树划片包干，谁栽谁管，三年成活率不到九成的要补栽。

此致
敬礼

砚山县生态环境局办公室
2020年3月12日
"""


def test_a_mail_pasted_whole(tmp_path: Path) -> None:
    taken = one(tmp_path, "稿.txt", MAIL)
    known = fields(taken)
    assert known["标题"] == "砚山县三千人上山植树"
    assert (known["作者"], known["供稿"]) == ("苗采薇 卢启帆", "砚山县生态环境局办公室")
    assert [each[:4] for each in body(taken)] == ["本报讯（", "县林业局"]
    assert "信头、问候没有收" in " ".join(taken.remarks)


def test_an_addressee_is_no_greeting(tmp_path: Path) -> None:
    text = (
        "关于做好春汛值守的通知\n\n各位驻厂监督员同志：\n\n    春汛将至，请按时到岗，每两小时巡查一次排口，遇有异常立即报告。\n\n"
        "    此致，敬请落实。\n\n澄州市生态环境局\n2020年3月12日\n"
    )
    taken = one(tmp_path, "稿.txt", text)
    assert "各位驻厂监督员同志" in taken.text
    assert guess(taken, "标题") == ["关于做好春汛值守的通知"]


SIGNED = "标题：碧潭镇清理河道漂浮物\n作者：{who}\n\n    碧潭镇从3月1日起清理辖区6条河道的漂浮物，出动人工210人次。\n\n{end}"


def test_roles_are_no_names_and_contacts_are_for_the_editors(tmp_path: Path) -> None:
    end = "    供稿单位：碧潭镇人民政府\n    联系电话：0000-1234567\n    邮箱：a@lanjiang.invalid\n"
    taken = one(tmp_path, "稿.txt", SIGNED.format(who="记者 苗采薇 通讯员：卢启帆", end=end))
    known = fields(taken)
    assert (known["作者"], known["供稿"]) == ("苗采薇 卢启帆", "碧潭镇人民政府")
    assert "1234567" not in taken.text
    assert "0000-1234567" in " ".join(taken.remarks)


def test_contacts_that_belong_to_the_text_stay(tmp_path: Path) -> None:
    end = "    报名请与镇环保站联系，名额二十个，报满为止。\n\n    联系电话：0000-1234567\n"
    taken = one(tmp_path, "稿.txt", SIGNED.format(who="苗采薇", end=end))
    assert body(taken)[-1] == "联系电话：0000-1234567"


def story(tmp_path: Path, rows: list[list[str]], pictures: dict[tuple[int, int], bytes]) -> Taken:
    """A docx of a story with a table between its paragraphs."""
    document = Document()
    document.add_paragraph("凌晨四点的巡河人").runs[0].bold = True
    document.add_paragraph("    凌晨四点，江面还黑着，汤阿水已经发动了巡河船。")
    table = document.add_table(rows=len(rows), cols=len(rows[0]))
    for at, row in enumerate(rows):
        for column, words in enumerate(row):
            paragraph = table.cell(at, column).paragraphs[0]
            if data := pictures.get((at, column)):
                paragraph.add_run().add_picture(io.BytesIO(data))
                paragraph = table.cell(at, column).add_paragraph()
            paragraph.add_run(words)
    document.add_paragraph("    账本记了九年，哪天捞了多少，一笔不落。")
    document.save(str(tmp_path / "稿.docx"))
    return one(tmp_path, "稿.docx", (tmp_path / "稿.docx").read_bytes())


ONE, TWO = picture(90, 60, (1, 9, 9)), picture(90, 60, (2, 9, 9))


@pytest.mark.parametrize(
    ("rows", "places"),
    [
        ([["", ""], ["清理渔网", "装运泡沫"]], [(0, 0), (0, 1)]),
        ([["清理渔网", "装运泡沫"]], [(0, 0), (0, 1)]),
        ([[""], ["清理渔网"], [""], ["装运泡沫"]], [(0, 0), (2, 0)]),
    ],
)
def test_pictures_laid_out_by_a_table_come_with_their_captions(
    tmp_path: Path, rows: list[list[str]], places: list[tuple[int, int]]
) -> None:
    taken = story(tmp_path, rows, dict(zip(places, (ONE, TWO), strict=True)))
    assert list(taken.pictures.values()) == [ONE, TWO]
    first, second = taken.pictures
    assert body(taken)[1:3] == [f"![清理渔网]({first})", f"![装运泡沫]({second})"]


def test_a_table_of_data_keeps_its_words_and_its_pictures_follow(tmp_path: Path) -> None:
    rows = [["鸟名", "数量", "样子"], ["白鹭", "46", ""], ["苇莺", "12", ""]]
    taken = story(tmp_path, rows, {(1, 2): ONE, (2, 2): TWO})
    assert "| 白鹭 | 46 |  |" in taken.text
    assert list(taken.pictures.values()) == [ONE, TWO]
    assert "放在表格之后" in " ".join(taken.remarks)


def test_a_form_gives_its_fields_and_text(tmp_path: Path) -> None:
    document = Document()
    document.add_paragraph("新闻稿件报送表")
    text = "3月9日，青垣县生态环境局逐枚核对全县283枚在用放射源台账。"
    rows = [("标　题", "青垣县核对放射源台账"), ("作者：", "苗采薇"), ("单位", "青垣县生态环境局"),
            ("联系电话", "0000-7654321"), ("审核人", "顾言平"), ("正文", text)]  # fmt: skip
    table = document.add_table(rows=0, cols=2)
    for row in rows:
        for cell, words in zip(table.add_row().cells, row, strict=True):
            cell.text = words
    document.save(str(tmp_path / "表.docx"))
    taken = one(tmp_path, "表.docx", (tmp_path / "表.docx").read_bytes())
    known = fields(taken)
    assert known["标题"] == "青垣县核对放射源台账"
    assert (known["作者"], known["供稿"]) == ("苗采薇", "青垣县生态环境局")
    assert body(taken) == [text]
    assert "联系电话 0000-7654321、审核人 顾言平" in taken.remarks[0]


def test_a_page_s_pictures_in_a_table_are_taken(tmp_path: Path) -> None:
    (tmp_path / "a.png").write_bytes(ONE)
    row = '<table><tr><td><img src="a.png"></td></tr><tr><td>培训会现场</td></tr></table>'
    page = TABLES.format(site="").replace("<p>　　会后", f"{row}<p>　　会后")
    taken = one(tmp_path, "页.html", page.encode("gb18030"))
    assert list(taken.pictures.values()) == [ONE]
    assert body(taken)[2].startswith("![培训会现场](")


def typed(document: Any, text: str, align: Any = None, size: int = 16) -> None:
    paragraph = document.add_paragraph()
    paragraph.add_run(text).font.size = Pt(size)
    paragraph.alignment = align


MID, RIGHT = WD_ALIGN_PARAGRAPH.CENTER, WD_ALIGN_PARAGRAPH.RIGHT
#: Text, where it stands, size in pt.
OFFICIAL = (
    ("岚环发〔2020〕12号　　　　签发人：季怀远", MID, 16),
    ("岚江省生态环境厅关于印发《岚江省", MID, 22),
    ("入河排污口整治实施方案》的通知", MID, 22),
    ("各市生态环境局，各直属单位：", None, 16),
    ("　　现将《岚江省入河排污口整治实施方案》印发给你们，请认真贯彻执行。", None, 16),
    ("　　附件：1．岚江省入河排污口整治实施方案", None, 16),
    ("　　　　　2．任务分工表", None, 16),
    ("岚江省生态环境厅", RIGHT, 16),
    ("2020年3月12日", RIGHT, 16),
    ("（此件公开发布）", None, 16),
    ("附件1", None, 16),
    ("岚江省入河排污口", MID, 22),
    ("整治实施方案", MID, 22),
    ("　　为规范入河排污口管理，制定本方案。", None, 16),
    ("　　一、工作目标", None, 16),
    ("　　2020年底前完成排查，建立一口一档，做到来源清、去向明、责任实。", None, 16),
    ("附件二", None, 16),
    ("任务分工表", MID, 22),
)


def test_a_policy_text_with_its_letterhead_in_a_table_and_annexes(tmp_path: Path) -> None:
    document = Document()
    document.add_table(rows=1, cols=2).cell(0, 0).text = "岚江省生态环境厅文件"
    for text, align, size in OFFICIAL:
        typed(document, text, align, size)
    table = document.add_table(rows=2, cols=2)
    for cell, words in zip(
        table._cells, ("任务", "责任单位", "排查", "各市生态环境局"), strict=True
    ):
        cell.text = words
    typed(document, "抄送：省水利厅。")
    typed(document, "岚江省生态环境厅办公室　　　　2020年3月13日印发")
    taken = one(tmp_path, "文.docx", saved(document))
    assert fields(taken) == {
        "标题": "岚江省生态环境厅关于印发《岚江省入河排污口整治实施方案》的通知",
        "体裁": "公文",
        "公开": "否",
        "发文机关": "岚江省生态环境厅",
        "发文字号": "岚环发〔2020〕12号",
        "主送": "各市生态环境局，各直属单位",
        "成文日期": "2020年3月12日",
        "签发": "季怀远",
        "公开属性": "主动公开",
        "抄送": "省水利厅",
        "印发机关": "岚江省生态环境厅办公室",
        "印发日期": "2020年3月13日",
    }
    heads = [each for each in body(taken) if each.startswith("#")]
    assert heads == [
        "## 附件1 岚江省入河排污口整治实施方案",
        "## 一、工作目标",
        "## 附件2 任务分工表",
    ]
    assert "| 排查 | 各市生态环境局 |" in taken.text


def test_an_attachment_without_a_signature_before_it_is_a_paragraph(tmp_path: Path) -> None:
    text = "春汛值守安排\n\n    各排口每两小时巡查一次，遇有异常立即报告，夜里双人双岗。\n\n附件\n\n    另见附表，由各所自行打印张贴。\n"
    assert "附件" in body(one(tmp_path, "稿.txt", text))


def test_short_drafts_that_are_named_are_parted(tmp_path: Path) -> None:
    text = "".join(
        f"稿件{n}\n\n{head}\n\n    {words}\n\n    （{unit}）\n\n"
        for n, head, words, unit in (
            (
                "一",
                "澄州清理河道",
                "澄州市3月清理河道12条，打捞漂浮物43吨。",
                "澄州市生态环境局 苗采薇",
            ),
            (
                "二",
                "望津查处偷排",
                "望津市查处一起偷排案件，罚款20万元。",
                "望津市生态环境局 卢启帆",
            ),
        )
    )
    first, second = take(tmp_path, "稿.txt", text)
    assert (fields(first)["标题"], fields(first)["作者"]) == ("澄州清理河道", "苗采薇")
    assert (fields(second)["标题"], fields(second)["作者"]) == ("望津查处偷排", "卢启帆")


@pytest.mark.parametrize(("lines", "is_table"), [(3, True), (2, False)])
def test_lines_parted_by_tabs(tmp_path: Path, lines: int, is_table: bool) -> None:
    rows = ["市\tPM2.5\t优良率", "澄州\t35\t88.3%", "望津\t38\t86.1%"][:lines]
    text = "\n".join(
        [
            "一季度各市空气质量",
            "",
            "　　全省空气质量总体好转，各市数据如下，供各地比照查找差距。",
            "",
            *rows,
        ]
    )
    taken = one(tmp_path, "稿.txt", text + "\n\n　　各市要紧盯扬尘，巩固成果。\n")
    assert ("| 澄州 | 35 | 88.3% |" in taken.text) is is_table
    assert "澄州" in taken.text


def test_a_dash_begins_a_deck_even_where_a_surname_begins_a_word(tmp_path: Path) -> None:
    text = "打好春季攻势的三点做法\n——青垣县局谈经验\n苗采薇\n\n    今年以来，青垣县局抓早抓小，成效明显，信访量降了三成。\n"
    known = fields(one(tmp_path, "稿.txt", text))
    assert (known["副题"], known["作者"]) == ("青垣县局谈经验", "苗采薇")


def test_labels_without_a_sender_are_no_mail(tmp_path: Path) -> None:
    text = "主题：砚山县春季植树\n日期：2020-03-12\n\n    砚山县组织三千多人到九叠山植树，栽下松、枫、木荷一万二千株。\n"
    known = fields(one(tmp_path, "稿.txt", text))
    assert (known["标题"], known["日期"]) == ("砚山县春季植树", "2020-03-12")


TALK = """对话江一舟：把排口装进手机里
文/苗采薇　图/卢启帆

编者按：全省入河排污口排查进入尾声。本期请省监测中心江一舟谈谈怎样用好这张图。

记者：排口图是怎么画出来的？
江一舟：先飞无人机，再靠人走，最后机器人钻涵洞，三遍下来不漏。

记者：最难的是哪一步？
江一舟：是认主。326个口子，有55个找不到主人，我们逐户敲门。

记者：谢谢。
"""


def test_what_a_reporter_says_is_no_byline(tmp_path: Path) -> None:
    taken = one(tmp_path, "稿.txt", TALK)
    known = fields(taken)
    assert (known["体裁"], known["作者"], known["摄影"]) == ("问答", "苗采薇", "卢启帆")
    assert body(taken)[-1] == "记者：谢谢。"
    note, *rest = body(taken)
    assert note.startswith("!!! 编者按\n    全省入河排污口")
    assert len(rest) == 5


LISTED = """【经验交流】
清河新区三招治扬尘
（2020年3月15日）

清河新区把治扬尘拆成三招：
1、工地围挡加高到2.5米，喷淋全覆盖；
2、渣土车密闭运输，轮胎冲洗。
半个月来，PM10浓度下降18%，投诉量减少六成。
来源：清河新区分局    作者：江一舟    审核：方一禾
"""


def test_a_name_of_a_section_a_day_and_hands_that_checked(tmp_path: Path) -> None:
    taken = one(tmp_path, "稿.txt", LISTED)
    assert fields(taken) == {
        "标题": "清河新区三招治扬尘",
        "引题": "【经验交流】",
        "体裁": "资讯",
        "作者": "江一舟",
        "来源": "清河新区分局",
        "日期": "2020-03-15",
        "公开": "否",
    }
    assert body(taken)[0] == "清河新区把治扬尘拆成三招："
