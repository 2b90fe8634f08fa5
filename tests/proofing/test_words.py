"""Rules about words, dates and numbers: what is wrong, what looks like it and is right."""

from __future__ import annotations

from datetime import date

import pytest

from plugins.proofing.lists import Lists
from plugins.proofing.proofing import proof_manuscript
from plugins.proofing.remark import Remark

MARCH = date(2020, 3, 20)


def said(code: str, text: str) -> list[Remark]:
    return proof_manuscript(
        "a.md", text, Lists(), issue_key="2020-03", published=MARCH, only=(code,)
    )


WRONG = [
    ("P205", "水位与，", "与"),
    ("P205", "治水、治气以及。", "以及"),
    ("P205", "治理费用和。", "和"),
    ("P206", "江面上江面上漂着浮萍", "江面上江面上"),
    ("P206", "两岸的的树", "的的"),
    ("P207", "整改落实的很到位，", "的"),
    ("P208", "江边变得格外的安静", "的"),
    ("P209", "治水 and 治气", " and "),
    ("P210", "约占30%左右", "约占30%左右"),
    ("P210", "共有约三百余户", "约三百余"),
    ("P210", "至少提前3天以上", "至少提前3天以上"),
    ("P210", "最多10人以内", "最多10人以内"),
    ("P211", "2021年，庚子鼠年以后", None),
    ("P211", "2023年是庚子年", "庚子"),
    ("P212", "11月31日", "11月31日"),
    ("P212", "2019年0月", "2019年0月"),
    ("P213", "3月20日（周四）", "周四"),
    ("P214", "每亩2千株", "2千"),
    ("P214", "三月15日", "三月15日"),
    ("P214", "3至五名", "3至五"),
    ("P215", "二○二〇年", "二○二〇"),
    ("P216", "长5KM", "KM"),
    ("P216", "ph为7", "ph"),
    ("P216", "柴油机60马力", "马力"),
    ("P217", "能耗降低了三倍", "降低了三倍"),
    ("P218", "2020至2018年", "2020至2018年"),
    ("P219", "增长5～8%", "5～8%"),
    ("P220", "---\n标题: （待拟标题）近日\n---\n\n水清。", "（待拟标题）"),
    ("P220", "排口[ 待填 ]个", "[ 待填 ]"),
    ("P220", "（**待补充**）", "（待补充）"),
    ("P220", "![【待核】](a.jpg)", "【待核】"),
    ("P220", "巡河TODO：补图", "TODO"),
]
RIGHT = [
    ("P205", "参与、普及、缓和，校验和，碳中和。桑致和、江一舟到场。"),
    ("P206", "清清楚楚，研究研究，一户一户，越来越好，党组织组织活动，目的的确立，的的确确"),
    ("P207", "做的好事，干的细活，走的路，学的东西，小学的好，说的话"),
    ("P208", "积极的推动作用，江边变得格外安静，格外的嘉奖"),
    ("P209", "Water and Air特展，in和out两个开关，GPS of the boat"),
    ("P210", "约30户，30余户，30户左右，附近三十余户，签约30余项，约200家规模以上企业，近10年多次"),
    ("P211", "2020年是庚子年，2020年1月己亥年末，甲方乙方"),
    ("P212", "2月29日，2020年2月29日，12月31日，24时，每天36时的用量"),
    ("P213", "3月20日（周五），3月20日周边，2019年12月31日，星期二"),
    ("P214", "3000株，5万元，2千瓦，三百株，2020年三月三，周一至3月5日，统一至2020年"),
    ("P215", "二〇二〇年，一千零二十年，2020年"),
    ("P216", "5km，30kg，pH值，KM号桩，PHP，45dB"),
    ("P217", "降低一半，增加两倍，降低倍数，提高3倍"),
    ("P218", "3月15日至20日，12月25日至1月5日，2018—2020年"),
    ("P219", "5%～8%，400—429页，5万～8万元，2020—2025年"),
    (
        "P220",
        "（待定）（待续）（待遇），待补，（待补3项），[待核](a.md)，METODO，https://a.cn/FIXME",
    ),
]


@pytest.mark.parametrize(("code", "text", "words"), WRONG)
def test_wrong(code: str, text: str, words: str | None) -> None:
    assert [each.words for each in said(code, text)] == ([words] if words else [])


@pytest.mark.parametrize(("code", "text"), RIGHT)
def test_right(code: str, text: str) -> None:
    assert [each.words for each in said(code, text)] == []


@pytest.mark.parametrize(
    ("code", "text", "mend", "is_safe"),
    [
        ("P206", "成立了成立了", "成立了", False),
        ("P207", "落实的好，", "得", False),
        ("P214", "清运3百万吨", "300万", False),
        ("P215", "二零二零年", "二〇二〇", True),
        ("P216", "长5KM", "km", True),
        ("P216", "60马力", None, False),
        ("P219", "投入3-5亿元", "3亿-5亿", False),
    ],
)
def test_mends(code: str, text: str, mend: str | None, is_safe: bool) -> None:
    (remark,) = said(code, text)
    assert (remark.mend, remark.is_safe) == (mend, is_safe)


def test_a_placeholder_is_never_mended() -> None:
    found = said("P220", "（待拟标题）近日，排口（待补）个。")
    assert [each.advice for each in found] == ["拟好标题再付印", "补上内容，或删去"]
    assert [(each.level, each.mend) for each in found] == [("error", None)] * 2


def test_a_weekday_without_a_year_is_only_a_warning() -> None:
    assert [each.level for each in said("P213", "3月20日（星期四）")] == ["warning"]
    assert [each.level for each in said("P213", "2020年3月20日（星期四）")] == ["error"]
    assert proof_manuscript("a.md", "3月20日（星期四）", Lists(), only=("P213",)) == []


def test_a_short_word_said_twice_is_only_a_warning() -> None:
    assert [each.level for each in said("P206", "加快加快治理")] == ["warning"]
    assert [each.level for each in said("P206", "成立了成立了")] == ["error"]
