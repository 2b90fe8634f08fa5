"""Text files, Markdown and saved pages of the shapes units send: wrapped, torn, Traditional, several in one."""

from __future__ import annotations

from pathlib import Path

import pytest

from plugins.intake import textfile
from plugins.intake.intakefault import IntakeFault
from tests.intake.desk import body, fields, guess, one, take
from tests.intake.wordfiles import picture

FIRST = (
    "入冬以来，全省江河水位普遍偏低，取水口淤积、闸门冻结的险情比往年来得早。各级生态环境部门要把保供水放在前面，"
    "逐口排查、逐户走访，问题不过夜；对偏远村组和高山哨所，要预先储备净水药剂和应急水箱，确保断电断路时还有水喝。"
    "凡是排查出来的问题，都要写清地点、责任人和完成时限，一条一条销号。"
)
SECOND = (
    "各市要在月底前完成备用水源切换演练，演练不打招呼、不设脚本，从发现异常到切换供水的每一步都要留下记录；"
    "演练中暴露的短板，纳入明年的工程计划，优先安排资金。省生态环境监测中心负责水质把关，每半个月通报一次结果，"
    "连续两次不合格的，由省厅派员驻点督办，直到合格为止。"
)
THIRD = "村里的水井是五十年前打的，井圈磨出了十几道绳印。水管接进厨房那天，老人们还是到井边站了一会儿，说了几句旧话。"


def wrapped(text: str, width: int, indent: str = "　　") -> list[str]:
    text = indent + text
    return [text[at : at + width] for at in range(0, len(text), width)]


NOTICE = "\n\n".join(
    [
        "岚江省生态环境厅关于认真贯彻全省冬季保供水会议精神 推动生态环境系",
        "统各级党组织和广大党员、干部在防冻保供水工作中走在前作表率的有",
        "关通知",
        "各市生态环境局，机关各处室，各派出机构、直属单位：",
        *wrapped(FIRST, 50),
        *wrapped("一、提前排查，守住取水口", 50),
        *wrapped(SECOND, 50),
        *wrapped("二、加强演练，备好水源", 50),
        *wrapped(FIRST, 50),
        "　　岚江省生态环境厅",
        "　　2020年1月8日",
        " ",
    ]
)


@pytest.mark.parametrize("encoding", ["utf-8", "gb18030", "utf-16", "utf-8-sig"])
def test_a_wrapped_notice_with_a_title_over_three_lines(tmp_path: Path, encoding: str) -> None:
    taken = one(tmp_path, "通知.txt", NOTICE.encode(encoding))
    assert fields(taken) == {
        "标题": "岚江省生态环境厅关于认真贯彻全省冬季保供水会议精神 推动生态环境系统各级党组织和广大党员、干部在防冻保供水工作中走在前作表率的有关通知",
        "体裁": "公文",
        "公开": "否",
        "发文机关": "岚江省生态环境厅",
        "主送": "各市生态环境局，机关各处室，各派出机构、直属单位",
        "成文日期": "2020年1月8日",
    }
    assert body(taken) == [
        FIRST,
        "## 一、提前排查，守住取水口",
        SECOND,
        "## 二、加强演练，备好水源",
        FIRST,
    ]
    assert guess(taken, "合并折行") != []


def test_wrapped_lines_without_blank_lines_and_with_latin_words(tmp_path: Path) -> None:
    text = (
        "井边\n\n"
        + "\n".join(wrapped(THIRD * 3 + "仪器是 Lanjiang", 40))
        + "\n"
        + "\n".join(wrapped(FIRST, 40))
    )
    assert body(one(tmp_path, "井.txt", text)) == [THIRD * 3 + "仪器是 Lanjiang", FIRST]


PAGE = """手機版

政務公開

當前位置:首頁 > 政務公開

嵐江省召開冬季保供水會議暨防凍工作領導小組會議

2020-01-09 來源:嵐江省生態環境廳

2020-01-09 來源:嵐江省生態環境廳
分享到:
[列印] 字號:[大] [中] [小]

  1月9日,嵐江省召開冬季保供水會議,省防凍工作領導小組組長李幹傑主持會議並部署當前任務。會議審議通過了取水口排查辦法,要求各市對偏遠村組逐戶走訪。

  會議強調,要把保供水作為當前最緊要的民生工作,儲備足夠的淨水藥劑,演練不打招呼,發現問題立即整改,確保群眾喝上乾淨水。

版權所有:嵐江省生態環境廳

ICP備案編號: 嵐ICP備00000000號

網站標識碼:lj00000000

電腦版
"""


def test_a_copied_traditional_page_loses_its_navigation(tmp_path: Path) -> None:
    taken = one(tmp_path, "頁.txt", PAGE)
    told = fields(taken)
    assert told["标题"] == "嵐江省召開冬季保供水會議暨防凍工作領導小組會議"
    assert told["日期"] == "2020-01-09"
    assert told["来源"] == "嵐江省生態環境廳"
    assert [each[:9] for each in body(taken)] == ["1月9日,嵐江省召", "會議強調,要把保供"]
    assert any("--简体" in each for each in taken.remarks)
    assert any(each.startswith("网页上正文以外的 10 行没有收") for each in taken.remarks)


def test_it_is_converted_on_request(tmp_path: Path) -> None:
    """Whatever converts is handed in; here a table of a few characters."""
    table = str.maketrans("嵐開會議廳來幹傑", "岚开会议厅来干杰")
    taken = one(tmp_path, "頁.txt", PAGE, convert=lambda text: text.translate(table))
    assert fields(taken)["来源"] == "岚江省生態環境厅"
    assert "李干杰" in taken.text


def test_big5_is_read(tmp_path: Path) -> None:
    assert fields(one(tmp_path, "頁.txt", PAGE.encode("big5")))["来源"] == "嵐江省生態環境廳"


def test_three_drafts_in_one_file_by_their_indents(tmp_path: Path) -> None:
    lines = [
        f" 　　近日，{FIRST}",
        f"　　{SECOND}",
        f"　　{FIRST[:60]}确保万无一失",
        f" 　　“{THIRD}”",
        f"　　{THIRD}这是写信人的原话，一字未改!",
        f" 　　近期，{SECOND}",
        "　　一、压实责任，逐口排查",
        f"　　{FIRST}",
        "　　二、备好药剂，逐户走访",
        f"　　{SECOND}",
    ]
    taken = take(tmp_path, "三篇.txt", "\n".join(lines))
    assert len(taken) == 3
    assert [len(body(each)) for each in taken] == [3, 2, 5]
    assert body(taken[2])[1::2] == ["## 一、压实责任，逐口排查", "## 二、备好药剂，逐户走访"]
    assert all(fields(each)["标题"].startswith("（待拟标题）") for each in taken)
    assert len({each.stem for each in taken}) == 3
    assert [len(guess(each, "分稿")) for each in taken] == [0, 1, 1]
    assert not any("　" in each.text for each in taken)


def test_several_drafts_by_marks_and_by_closing_names(tmp_path: Path) -> None:
    text = (
        f"稿件一：\n水管进了厨房\n　　{THIRD}（澄州市生态环境局 罗松年）\n\n"
        f"老井有了新用处\n　　{FIRST}\n　　{THIRD}（郁佳）\n稿件三\n备好净水药剂\n　　{SECOND}"
    )
    taken = take(tmp_path, "三篇.txt", text)
    assert [fields(each)["标题"] for each in taken] == [
        "水管进了厨房",
        "老井有了新用处",
        "备好净水药剂",
    ]
    assert fields(taken[0])["供稿"] == "澄州市生态环境局"
    assert [fields(each).get("作者", "") for each in taken] == ["罗松年", "郁佳", ""]
    assert body(taken[1]) == [FIRST, THIRD]


TORN = f"""# 岚江省生态环境厅

---

岚环函〔2020〕8号

## 岚江省生态环境厅关于做好冬季防冻 保障供水安全的通知

各市生态环境局：

{FIRST}

### 一、提前排查

{SECOND}{THIRD[:31]}

---

{THIRD[31:]}

## 二、加强演练

{SECOND[:43]}

{SECOND[43:]}全省现有应急专家共

339名，随时可以调用。

### **三、严格值守**

{FIRST}

岚江省生态环境厅

2020年1月8日

(信息是否公开：主动公开)
"""


@pytest.mark.parametrize("name", ["文.md", "文.txt"])
def test_page_breaks_inside_sentences_and_uneven_headings(tmp_path: Path, name: str) -> None:
    taken = one(tmp_path, name, TORN)
    assert fields(taken) == {
        "标题": "岚江省生态环境厅关于做好冬季防冻 保障供水安全的通知",
        "体裁": "公文",
        "公开": "否",
        "发文机关": "岚江省生态环境厅",
        "发文字号": "岚环函〔2020〕8号",
        "主送": "各市生态环境局",
        "成文日期": "2020年1月8日",
        "公开属性": "主动公开",
    }
    assert body(taken) == [
        FIRST,
        "## 一、提前排查",
        SECOND + THIRD,
        "## 二、加强演练",
        SECOND + "全省现有应急专家共339名，随时可以调用。",
        "## 三、严格值守",
        FIRST,
    ]
    assert len(guess(taken, "连接断句")) == 3
    assert guess(taken, "小标题级别") == ["“一、”各条"]


def test_a_whole_sentence_is_not_joined_and_a_heading_neither(tmp_path: Path) -> None:
    text = f"保供水\n\n{FIRST}\n\n{SECOND}\n\n一、要把取水口守住，把备用水源备好，把净水药剂和应急水箱送到每一个村\n\n{THIRD}"
    taken = one(tmp_path, "文.txt", text)
    assert guess(taken, "连接断句") == []
    assert len(body(taken)) == 4


HTML = f"""<html><head><meta charset="utf-8"><meta name="ArticleTitle" content="水管进了厨房">
<meta name="PubDate" content="2020-01-09 10:20"><meta name="ContentSource" content="澄州市生态环境局"><title>x - 岚江省生态环境厅</title></head>
<body><div class="nav"><a href="/">首页</a> <a href="/a">政务公开</a></div><div>当前位置：首页 &gt; 工作动态</div>
<h1>水管进了厨房</h1><div class="info">发布时间：2020-01-09　来源：澄州市生态环境局　作者：罗松年　字号：大 中 小</div>
<div class="TRS_Editor"><p>　　{FIRST}</p><p><strong>老井</strong>还在，{THIRD}</p><p style="text-align:center"><img src="页.files/井.png" alt=""></p>
<p style="text-align:center">图为老井。</p><table><tr><th>站</th><th>数</th></tr><tr><td>东渠</td><td>3</td></tr></table>
<p>{SECOND}<a href="https://example.org/b">办法</a>。</p><script>alert(1)</script></div>
<div class="foot"><p>版权所有：岚江省生态环境厅</p><p>岚ICP备00000000号</p></div></body></html>"""


def test_a_saved_page(tmp_path: Path) -> None:
    (tmp_path / "页.files").mkdir()
    (tmp_path / "页.files" / "井.png").write_bytes(picture())
    taken = one(tmp_path, "页.html", HTML)
    assert fields(taken) == {
        "标题": "水管进了厨房",
        "体裁": "资讯",
        "来源": "澄州市生态环境局",
        "日期": "2020-01-09",
        "公开": "否",
        "作者": "罗松年",
    }
    assert body(taken) == [
        FIRST,
        f"**老井**还在，{THIRD}",
        f"![图为老井。](photos/{taken.stem}-1.png)",
        "| 站 | 数 |\n| --- | --- |\n| 东渠 | 3 |",
        f"{SECOND}[办法](https://example.org/b)。",
    ]


FRAME = """<html><head><meta charset="utf-8"><title>镜月湖放流见成效</title>{meta}</head><body>
<ul class="nav"><li><a href="/">首页</a></li></ul>
<div>当前位置：<a href="/">首页</a> &gt; <a href="/xw">工作动态</a></div><h1>镜月湖放流见成效</h1>
<div class="info">发布时间：2020-03-12 09:30　来源：岚江环境报　作者：苗采薇　字号：[大][中][小]　<a>打印</a></div>
<div class="TRS_Editor"><p>{indent}3月10日，镜月湖水产管理站放流鲢鱼、鳙鱼苗<strong>二十万尾</strong>，这是湖区连续第六年放流。</p>
<p>{indent}站长说，鲢鳙以浮游生物为食，一尾鱼一年能滤掉四十公斤藻类，湖水的气味比去年这时候淡了。</p>
<p>{indent}下一步，湖区将在禁渔期内加密巡查，严查电毒炸鱼，沿湖十六个村都派了护渔员。</p></div>
<div class="share">分享到：<a>微信</a></div><div id="footer">版权所有：岚江省生态环境厅</div></body></html>"""


@pytest.mark.parametrize(
    "indent", ["", "&emsp;&emsp;", "&nbsp;&nbsp;&nbsp;&nbsp;", "　　", "&emsp;"]
)
@pytest.mark.parametrize("meta", ["", '<meta name="ContentSource" content="岚江环境报">'])
def test_the_line_with_day_and_source_is_never_joined_to_the_text(
    tmp_path: Path, indent: str, meta: str
) -> None:
    taken = one(tmp_path, "页.html", FRAME.format(indent=indent, meta=meta))
    known = fields(taken)
    assert known["标题"] == "镜月湖放流见成效"
    assert (known["日期"], known["来源"], known["作者"]) == ("2020-03-12", "岚江环境报", "苗采薇")
    assert [each[:5] for each in body(taken)] == ["3月10日", "站长说，鲢", "下一步，湖"]


def test_a_page_without_known_places_is_read_by_its_density(tmp_path: Path) -> None:
    page = (
        HTML.replace('class="TRS_Editor"', "")
        .replace("<meta name=", "<meta data-x=")
        .replace("页.files", "无")
    )
    taken = one(tmp_path, "页.html", page)
    assert fields(taken)["标题"] == "水管进了厨房"
    assert body(taken)[0] == FIRST
    assert not any("版权" in each or "首页" in each for each in body(taken))
    assert any("没有存下来" in each for each in taken.remarks)


def test_a_markdown_manuscript_keeps_its_own_words(tmp_path: Path) -> None:
    text = (
        f"---\n标题: 水管进了厨房\n作者: 罗松年\n体裁: 通讯\n---\n\n{THIRD}[^a]\n\n## 老井\n\n"
        f"[老井]{{.dots}}还在，*水*是甜的，2\\*3。{FIRST}\n\n"
        '- 第一桶\n- 第二桶\n\n!!! 链接 "水井"\n    打于五十年前。\n\n[^a]: 村志。'
    )
    taken = one(tmp_path, "井.md", text)
    assert fields(taken) == {"标题": "水管进了厨房", "体裁": "通讯", "作者": "罗松年", "公开": "否"}
    assert body(taken) == [
        f"{THIRD}[^1]",
        "## 老井",
        f"[老井]{{.dots}}还在，*水*是甜的，2\\*3。{FIRST}",
        "- 第一桶\n- 第二桶",
        '!!! 链接 "水井"\n    打于五十年前。',
        "[^1]: 村志。",
    ]


def test_no_text_is_refused(tmp_path: Path) -> None:
    with pytest.raises(IntakeFault, match="编码认不出"):
        textfile.text_of(b"\x00\x01\xff\xfe\x00\x81", "x.txt")
