"""A conjunction that ends a phrase: what it should join was lost (确诊数字与，)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from plugins.proofing.record import Fault, Passage, Rule

HANGING = re.compile(
    r"以及(?=[，。；、：！？])|(?<=[\u4e00-\u9fff%％\d”）》])[与和及](?=[，。；、！？])"
)
#: Last characters of words that end so: 参与, 中和, 普及.
BEFORE = {
    "与": frozenset("参给赋付授赐施相干无"),
    "和": frozenset(
        "温缓总共饱调谐柔平祥随中求讲附晴暖搅掺凑议亲人谦媾拌唱应顺宁融煦冲混之不失违清协景验的"
    ),
    "及": frozenset("普涉触波顾危提得不埃企论遍言殃累莫未可所述念谈推惠旁祸爱等虑比播传料"),
}
#: A name may end so: 桑致和，丁守和、. Of the two characters before it the first is then a surname.
SURNAMES = frozenset(
    "赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦尤许何吕施张孔曹严华金魏陶姜戚谢邹喻柏窦章云苏潘葛奚范彭郎鲁韦昌马苗凤花方"
    "俞任袁柳唐罗薛雷贺倪汤滕殷毕郝邬安常乐于时傅皮卞齐康伍余元卜顾孟平黄穆萧尹姚邵汪祁毛禹狄米贝明臧计成戴宋庞熊纪"
    "舒屈项祝董梁杜阮蓝闵席季麻强贾路娄江童颜郭梅盛林刁钟徐邱骆高夏蔡田樊胡凌霍虞万柯管卢莫经房裘缪丁宣邓郁单杭洪包"
    "诸左石崔吉钮龚程嵇邢裴陆荣翁荀羊於惠甄曲家封芮储靳汲松井段富巫乌焦巴弓牧山谷车侯班仰秋仲伊宫宁仇栾暴甘祖武符刘"
    "景詹束龙叶司韶黎薄印宿白怀蒲从索咸籍赖卓蔺屠蒙池乔阴胥能苍双闻党翟谭贡劳逄姬申扶堵冉宰郦雍桑桂濮牛寿通边扈燕冀"
)  # fmt: skip


def find(passage: Passage) -> Iterator[Fault]:
    """Every 与, 和, 及, 以及 right before a mark that is not the end of a word or of a name."""
    text = passage.text
    for found in HANGING.finditer(text):
        start = found.start()
        if len(found[0]) == 1:
            if text[start - 1] in BEFORE[found[0]]:
                continue
            if start >= 2 and text[start - 2] in SURNAMES and _is_name(text, start - 2):
                continue
        message = f"“{found[0]}”后面直接断开，缺了并列的词"
        yield Fault(start, found.end(), message, "补上后面的词，或删去它")


def _is_name(text: str, start: int) -> bool:
    """Whether a name may begin at a place: behind a mark, a post or at the head of the text."""
    return start == 0 or text[start - 1] in "、，。；：（“长任记师员席理士授志民 \u3000"


RULE = Rule(
    code="P205",
    name="连词悬空",
    level="error",
    source="《现代汉语词典》（第7版）“与”“和”“及”：连词，连接并列成分",
    wrong=("不断上升的水位与，时刻牵动着沿江两岸。", "请携带身份证、户口本以及。"),
    right=(
        "市民积极参与，气候温和、雨量充沛，节水知识日益普及。",
        "副厅长桑致和，总工程师祁景澄等参加，实现碳中和。",
    ),
    find=find,
)
