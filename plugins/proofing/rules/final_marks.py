"""A paragraph of sentences without a mark at its end."""

from __future__ import annotations

import re
from collections.abc import Iterator

from plugins.proofing import signs
from plugins.proofing.record import Fault, Passage, Rule

#: Marks that only sentences have.
SENTENCE = re.compile("[，；]|。.")
SHORTEST = 15
#: A heading typed as a paragraph looks the same and is told so, too.
ADVICE = "补上句号等，或者检查后面是不是缺了文字"


def find(passage: Passage) -> Iterator[Fault]:
    """A paragraph that ends with a word; one cut by a page break is left to P124."""
    text = passage.text
    if len(text) < SHORTEST or text[-1] in signs.ENDS or text[-1] in "，、）)":
        return
    if signs.is_ended(text) or not SENTENCE.search(text) or _is_no_sentence(passage):
        return
    if not signs.is_cut(passage):
        words = text[-1]
        message = f"段末“{text[-8:]}”后面没有句末标点"
        yield Fault(
            len(text) - 1,
            len(text),
            message,
            ADVICE if "。" in text else f"{ADVICE}；是小标题的，前面加“## ”",
            words + "。",
        )


def _is_no_sentence(passage: Passage) -> bool:
    """Lines of addresses, signatures, verse, and what a picture or table follows as its title."""
    text = passage.text
    if signs.LABELLED.match(text) or signs.REACHED.search(text) or signs.DAY.search(text[-12:]):
        return True
    if signs.CREDIT.search(text):
        return True
    if signs.NUMBERED.match(text) and "。" not in text:  # a heading typed as a paragraph
        return True
    source = passage.proof.source
    return source[passage.places[-1] : passage.places[-1] + 2] == "**" and "。" not in text


RULE = Rule(
    code="P116",
    name="段末缺标点",
    level="warning",
    source="GB/T 15834—2011 4.1.1、4.1.3",
    wrong=("分局抽调14人编成4个小组，赶在开车之前把环保设施先试转一遍",),
    right=(
        "分局抽调14人编成4个小组，赶在开车之前把环保设施先试转一遍。",
        "各市生态环境局，省生态环境监测中心：",
        "联系人：方一禾，电话：0000-1234567",
        "**2020年前两个月，11个市主要指标**",
        "岚江水，向东流",
        "一、抓紧排查整治，把隐患消除在汛前",
        "他说：“晴天一层灰，雨天一层浆，洗好的床单要拿到楼道里晾。”",
        "他说：“晴天一层灰，雨天一层浆，洗好的床单要拿到楼道里晾。 ”",
        "巡河员在岚江大湾收网，江面上已经看不见浮萍。 方一禾 摄",
        "巡河员天天收网，江面上已经看不见浮萍。记者方一禾、通讯员江一舟",
    ),
    find=find,
    forms=frozenset({"paragraph"}),
)
