"""A word typed twice (成立了成立了)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from plugins.article.finding import Level
from plugins.proofing.record import Fault, Passage, Rule

TWICE = re.compile(r"([\u4e00-\u9fff]{2,8}?)\1")
#: Single words typed twice; the first of the two may end another word (目的的, 存在在).
TWICE_SINGLE = re.compile(
    r"(?<![目标有中似红靶质])的的(?!确)|(?<![存现实潜所自内外正好不还])在在(?![所处])|且且(?!行)"
)
#: The last syllables of one name and the first of the next: 党组织组织协调.
JOINED = frozenset(
    {"组织", "代表", "领导", "监督", "研究", "管理", "服务", "设计", "规划", "报告", "计划"}
)
#: What follows a word that is one thing with it: 监测监测站, 评价评价机构.
NOUN = re.compile(
    r"[员者人区站处组网所院队点器仪]|方案|办法|小组|机构|单位|制度|中心|对象|标准|设备|系统|部门|能力"
)
#: 考虑考虑, 商量商量: a verb said twice is a short action; sounds.
SAID = frozenset(
    {
        "考虑", "商量", "讨论", "研究", "学习", "休息", "活动", "打听", "收拾", "介绍", "了解", "锻炼", "打扫", "检查",
        "调查", "体验", "尝试", "照顾", "帮助", "交流", "合计", "琢磨", "哗啦", "滴答", "扑通", "轰隆", "叮当", "咕咚",
        "咔嚓", "呼噜", "嘀嗒", "许多", "很多", "好多", "非常", "特别", "十分", "永远", "多少", "一样", "越来", "老师",
        "妈妈", "来回", "可以", "不行", "知道", "没有", "来了", "什么", "怎么", "如何", "哪里",
    }
)  # fmt: skip

#: 碧绿碧绿, 笔直笔直: words that paint a state are said twice.
VIVID = frozenset(
    {
        "碧绿", "翠绿", "嫩绿", "墨绿", "油绿", "青绿", "雪白", "煞白", "惨白", "银白", "灰白", "花白", "通红", "鲜红",
        "火红", "血红", "绯红", "粉红", "金黄", "焦黄", "蜡黄", "枯黄", "嫩黄", "湛蓝", "碧蓝", "瓦蓝", "蔚蓝", "漆黑",
        "乌黑", "黝黑", "墨黑", "焦黑", "雪亮", "锃亮", "透亮", "油亮", "乌亮", "通亮", "贼亮", "清亮", "冰凉", "冰冷",
        "滚烫", "火热", "笔直", "笔挺", "滚圆", "溜圆", "浑圆", "细长", "瘦长", "老长", "老高", "老远", "飞快", "稀烂",
        "梆硬", "死沉", "喷香", "蜜甜", "生疼", "崭新", "溜光", "精瘦", "粉嫩", "鲜嫩", "清甜", "透湿", "焦干", "老早",
    }
)  # fmt: skip
#: 南边的南边, 山的尽头的尽头: farther than far.
FARTHER = re.compile(r"的(?:[东南西北前后里外上下左右][边面方头]|尽头|深处|远方|背后|对面)")
#: 成片成片, 大把大把.
MEASURED = frozenset("成大整小几半好满逐")


def find(passage: Passage) -> Iterator[Fault]:
    """Words of two to eight characters typed twice; 的, 在, 且 typed twice."""
    text = passage.text
    for found in TWICE.finditer(text):
        word = found[1]
        if len(set(word)) > 1 and not _is_meant(text, found):
            message = f"“{found[0]}”重复"
            level: Level = "error" if len(word) > 2 else "warning"
            advice = "删去一个；确要这样写的不改"
            yield Fault(found.start(), found.end(), message, advice, word, level=level)
    for found in TWICE_SINGLE.finditer(text):
        yield Fault(*found.span(), f"“{found[0]}”重复", "删去一个", found[0][0])


def _is_meant(text: str, found: re.Match[str]) -> bool:
    word = found[1]
    if word[0] == "一" or word in SAID or word in JOINED or word in VIVID:
        return True
    if FARTHER.fullmatch(word):
        return True
    if len(word) == 2 and (word[0] in MEASURED or NOUN.match(text, found.end())):
        return True
    return word[0] in "又也越" or word[-1] == "又"


RULE = Rule(
    code="P206",
    name="词语重复",
    level="error",
    source="CY/T 266—2023《图书编校质量差错判定和计算方法》",
    wrong=(
        "第一时间成立了成立了专班。",
        "沿江的的12处排口已经封堵。",
        "各地要加快加快整改。",
        "书记在在会上强调，况且且看水质。",
    ),
    right=(
        "党组织组织协调各方，一户一户核对，商量商量再定。",
        "确有目的的巡查，的的确确管用；监测监测站周边的噪声。",
        "干干净净，高高兴兴，一口井一口井取水，成片成片地栽。",
        "问题还存在，存在在哪里？现在在办，且看且行。",
        "潭水碧绿碧绿，堤岸笔直笔直，家在岚江的南边的南边。",
    ),
    find=find,
)
