"""Typographic mends word for word, and right text that looks like wrong text."""

from __future__ import annotations

import pytest

from plugins.proofing.lists import Lists
from plugins.proofing.proofing import fully_mended, proof_manuscript
from plugins.proofing.record import Rule
from plugins.proofing.rules import rules

OURS = tuple(rule.code for rule in rules() if rule.code.startswith("P1"))


@pytest.mark.parametrize(
    ("wrong", "right"),
    [
        ("岚江水清, 鱼多;岸绿!", "岚江水清，鱼多；岸绿！"),
        ("去哪儿?他问:“去大湾?”", "去哪儿？他问：“去大湾？”"),
        ("化学需氧量(COD)降至20mg/L。", "化学需氧量（COD）降至20mg/L。"),
        ('他说："水清了。"', "他说：“水清了。”"),
        ("依据岚环函[2020]第047号办理。", "依据岚环函〔2020〕47号办理。"),
        ("执行GB3838-2002，参照HJ/T91-2002。", "执行GB 3838—2002，参照HJ/T 91—2002。"),
        ("I~III类占九成，无劣V类。", "Ⅰ～Ⅲ类占九成，无劣Ⅴ类。"),
        ("PM_{2.5}和PM₁₀，$SO_2$，35ug/m3。", "PM2.5和PM10，SO2，35μg/m3。"),
        ("5-9月，10%-20%，3月1日-5日，9:00-11:30。", "5—9月，10%—20%，3月1日—5日，9:00—11:30。"),
        ("分“甲”、“乙”、“丙”三类，学《丁》、《戊》。", "分“甲”“乙”“丙”三类，学《丁》《戊》。"),
        ("大湾--市民的江湾，清淤...样样要钱。", "大湾——市民的江湾，清淤……样样要钱。"),
        ("水\u200b清了，，岸\u00a0绿了。。", "水清了，岸绿了。"),
        ("　　水清了。\n　　岸绿了。", "水清了。\n\n岸绿了。"),
        ("生態環境厅８日通报。", "生态环境厅8日通报。"),
        ("《关于实施《岚江条例》的意见》由雷切尔•王签发。", "《关于实施〈岚江条例〉的意见》由雷切尔·王签发。"),
        ("一．查清底数。", "一、查清底数。"),
        ("**一是**治水,`a,b`不动。", "**一是**治水，`a,b`不动。"),
        ("|断面,名|水质|\n|---|---|\n|大湾|III类|", "|断面，名|水质|\n|---|---|\n|大湾|Ⅲ类|"),
        ("---\n标题: 水清了,岸绿了\n---\n\n正文。", "---\n标题: 水清了，岸绿了\n---\n\n正文。"),
    ],
)  # fmt: skip
def test_safe_mends(wrong: str, right: str) -> None:
    assert fully_mended("a.md", wrong) == right


@pytest.mark.parametrize(
    "text",
    [
        "网址为https://example.cn/a,b?c=d;e，邮箱为bj@example.cn。",
        "比例为1:500，得票12:3，时间为9:30，版本为1.2.3。",
        "A、B、C三个断面，a）和b）两款照旧。",
        "夜间45dB(A)，投加Ca(OH)2，函数f(x)单调。",
        "他说：“这叫‘还岸于民’。”众人问：“真的？！”",
        "“好！”他喊。“慢着……”她说。",
        "野猪、黄羊……，都照旧。油污漂到船旁……。清污船来了。如果……，那么……。",
        "中国—东盟、望津—砚山、2019—2020年、15～20℃、第3—5条。",
        "《岚江志·水利》〔2020〕47号，（2020）岚01民初3号。",
        "住3-502室，电话0000-1234567，编号2020-03-20，型号ZQ-2-3。",
        "COVID-19、PM2.5、O3-8h、GB 3838—2002、GB/T 15834—2011。",
        "Wi-Fi和VI类、CI类标识，X射线，V型槽，WIFI。",
        "二噁英类达标，乾县、於菟、昇平镇、瞭望塔照录。",
        "编辑部的老周说了一句话——“慢慢来”——就走了。",
        "它叫“《岚江》杯”，也叫《“岚江”杯》。",
        "（一）甲；（二）乙；（三）丙。",
        "R&D经费占2.5%，AT&T不译，5*3=15，a_b_c为变量名。",
        "联系人：方一禾，电话：0000-1234567",
        "附件：1.岚江省生态环境厅关于入河排污口排查整治工作的实施方案，附表两张",
        "岚江水啊，\n\n向东流，\n\n流到大湾不回头。",
        "程式化的表演，名著《岚江》，著名学者显著进步，饼干和干净的乾隆碑。",
        "各市生态环境局，省生态环境监测中心、省环境宣传教育中心：",
    ],
)
def test_right_text_is_left_alone(text: str) -> None:
    found = proof_manuscript("a.md", text, Lists(), only=OURS)
    assert [(each.code, each.words) for each in found] == []


def test_a_gap_inside_a_sentence_is_proposed_never_made() -> None:
    head = "全省要把思想统一到抓落实、守底线、促发展的各项工作上来，切实增强打赢攻坚"
    text = f"{head}\n\n战的信心。"
    (found,) = proof_manuscript("a.md", text, only=("P124",))
    assert (found.line, found.words, found.mend, found.is_safe) == (1, "\n\n", "", False)
    assert fully_mended("a.md", text) == text


def test_a_page_break_rule_inside_a_sentence_goes() -> None:
    head = "全省要把思想统一到抓落实、守底线、促发展的各项工作上来，切实增强打赢攻坚"
    assert fully_mended("a.md", f"{head}\n\n---\n\n战的信心。") == f"{head}战的信心。"


def test_marks_pair_across_a_cut_paragraph() -> None:
    head = "全省要把思想统一到抓落实、守底线、促发展的各项工作上来，切实增强“四个意"
    assert proof_manuscript("a.md", f"{head}\n\n识”，守住底线。", only=("P104",)) == []


def test_a_name_is_not_changed_unasked() -> None:
    (found,) = proof_manuscript("a.md", "摄影师林峯到场。", only=("P122",))
    assert (found.mend, found.is_safe) == ("峰", False)


def test_a_traditional_text_gets_one_remark() -> None:
    text = "生態環境廳召開會議，統籌推進疫情防控和經濟社會發展，強調各級黨組織要發揮戰鬥堡壘作用，關愛幹部職工。"
    found = proof_manuscript("a.md", text, only=("P122",))
    assert [each.mend for each in found] == [None]


@pytest.mark.parametrize(
    "rule", [rule for rule in rules() if rule.code in OURS], ids=lambda rule: rule.code
)
def test_typographic_rules_say_what_to_do(rule: Rule) -> None:
    for text in rule.wrong:
        for each in proof_manuscript("a.md", text, only=(rule.code,)):
            assert each.message
            assert each.advice
            assert each.source == rule.source
