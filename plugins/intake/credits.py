"""Who wrote it: bylines and contributing units, as they stand under a headline and at the end of a text."""

from __future__ import annotations

import re
from dataclasses import dataclass

from plugins.hanzi.headlines import SURNAMES
from plugins.hanzi.names import split_names

COMPOUND = (
    "欧阳",
    "上官",
    "司马",
    "诸葛",
    "司徒",
    "东方",
    "皇甫",
    "尉迟",
    "公孙",
    "慕容",
    "令狐",
    "夏侯",
    "长孙",
    "宇文",
)
#: Surnames that the list for headlines leaves out: rarer ones, or words as well.
RARER = frozenset(
    "方金于石毕江祝路华柏喻苗凤花柳鲍费廉岑雷倪滕殷罗毕安乐时皮卞齐伍余元卜平和穆米贝明臧计成谈宋茅庞熊纪舒屈项祝董梁阮蓝席麻强危童颜郭梅盛林刁丘骆高樊凌霍虞万支柯管卢莫经房裘缪解应宗丁宣邓郁单杭洪包左吉钮程邢裴陆荣翁荀羊惠甄曲封储靳松井段富巫乌焦巴弓牧山谷车宁仇甘武符刘景詹束龙叶幸司韶黎薄印宿白怀蒲台从鄂索咸赖卓蔺屠蒙池乔阴能苍双闻莘党翟谭贡劳姬申扶堵冉宰雍桑桂濮牛寿通边燕冀尚农温别庄晏柴瞿阎连习容向古易慎戈廖耿满弘国文寇广东沃利蔚越隆师巩聂晁敖冷辛简饶空曾沙养鞠须丰关相查游竺权盖益桓公佟涂欧邵仲顾覃揭敬晋"
)
#: Words that begin like a name and are none.
NO_NAMES = frozenset((
    "通知", "通报", "通告", "公告", "公报", "文件", "文化", "文明", "高度", "高效", "高质量", "成果", "成效", "关于", "关键", "时间", "时代",
    "平台", "国家", "国务院", "广东", "广西", "东部", "向前", "连续", "满意", "能源", "支持", "双碳", "水利", "水质", "金融", "方案", "方法",
    "方式", "石油", "安全", "安排", "华东", "华北", "和谐", "相关", "空气", "从严", "广场", "都市", "农村", "农业", "农民", "常态", "强调",
    "师生", "江河", "江苏", "江西", "山东", "山西", "河南", "河北", "云南", "温室", "马上", "黄河", "万家", "白皮书", "任务", "严格",
    "项目", "计划", "习惯", "纪要", "纪实", "成立", "解读", "包装", "应急", "应对", "全面", "单位", "连日来", "都说", "于是", "石化",
    "方便", "平安", "康养", "蓝天", "陆海", "林业", "林长制", "河长制", "湖长制", "何以", "常识", "孔雀", "毛利", "钱包", "武装",
    "古树", "文物", "钟声", "季节", "季度", "程序", "程度", "曾经", "余热", "丁香", "易地", "双随机", "关注", "关爱", "关怀",
))  # fmt: skip
UNIT = re.compile(
    r"[\u4e00-\u9fff（）()·]{2,40}?(?:生态环境|环境保护|水利|林业|农业)?(?:厅|局|分局|委|委员会|政府|办公室|中心|站|所|院|队|支队|大队|总队|处|科|股|党组|党委|支部|协会|学会|公司|集团|学校|大学|编辑部|报社|部|社|网|馆)"
)
NAME = re.compile(r"[\u4e00-\u9fff]{2,4}|[\u4e00-\u9fff]{1,10}·[\u4e00-\u9fff]{1,10}")
LABEL = re.compile(
    r"(?P<pictures>图片?/|图\s*[|｜/／]|摄影(?:报道)?\s*[:：/]?|摄\s*[:：])"
    r"|(?P<words>文\s*[|｜/／]|作者\s*[:：]|(?:本报|本刊|特约)?(?:记者|通讯员)\s*[:：]?|撰稿\s*[:：]?|撰文\s*[:：]?|整理\s*[:：]?)"
    r"|(?P<unit>供稿(?:单位)?\s*[:：]?|来稿单位\s*[:：]?|单位\s*[:：]|来源\s*[:：])"
)
#: Words of a sentence: «老井有了新用处» is no unit, though it ends like one.
SENTENCE = re.compile(r"[了的是在把让被着吗呢怎]|成为|如何")
ORNAMENT = " \t\u3000□■◎●○◆◇▲△*＊—-"
#: At the end of a text, or of its last paragraph: （某某市生态环境局 张三 李四）.
CLOSING = re.compile(
    r"[（(【]([^（）()【】。！？]{2,60}(?:[（(][^（）()]{1,12}[）)][^（）()。！？]{0,40})?)[）)】]\s*$"
)
PHOTOGRAPHED = re.compile(r"(.+?)\s*(?:摄影?|供图|图)$")


@dataclass(frozen=True, slots=True)
class Credits:
    """Who wrote, which unit contributed, who photographed; ``is_labelled``: the text said what is what."""

    names: tuple[str, ...] = ()
    units: tuple[str, ...] = ()
    photographers: tuple[str, ...] = ()
    is_labelled: bool = False

    @property
    def fields(self) -> dict[str, str]:
        """As front matter."""
        given = {"作者": self.names, "供稿": self.units, "摄影": self.photographers}
        return {key: " ".join(value) for key, value in given.items() if value}


def is_name(word: str) -> bool:
    """Whether a word looks like a person's name: a surname and one or two characters, or one with a ·."""
    if not NAME.fullmatch(word) or is_unit(word) or {word, word[-2:]} & NO_NAMES:
        return False
    if "·" in word:
        return True
    if word.startswith(COMPOUND):
        return len(word) in (3, 4)
    return len(word) in (2, 3) and (word[0] in SURNAMES or word[0] in RARER)


def is_unit(word: str) -> bool:
    """Whether a word looks like the name of a unit."""
    return len(word) >= 3 and bool(UNIT.fullmatch(word)) and not SENTENCE.search(word)


def read(text: str) -> Credits | None:
    """A byline or what stood in closing brackets → who is who; None when there is any other word in it.

    >>> read("通讯员 王小川　李 苇").names
    ('王小川', '李苇')
    """
    found: dict[str, list[str]] = {"words": [], "pictures": [], "unit": []}
    kind, end, labelled = "words", 0, False
    bare = text.strip(ORNAMENT)
    for match in LABEL.finditer(bare):
        if not _sort(bare[end : match.start()], kind, found):
            return None
        kind, end, labelled = str(match.lastgroup), match.end(), True
    if not _sort(bare[end:], kind, found) or not any(found.values()):
        return None
    return Credits(tuple(found["words"]), tuple(found["unit"]), tuple(found["pictures"]), labelled)


def _sort(words: str, kind: str, found: dict[str, list[str]]) -> bool:
    """Put each word where it belongs; whether all were names or units."""
    pieces = split_names(
        re.sub(
            r"(?<![\u4e00-\u9fff])([\u4e00-\u9fff]) ([\u4e00-\u9fff])(?![\u4e00-\u9fff])",
            r"\1\2",
            words.strip(ORNAMENT + "：:/|"),
        )
    )
    for word in pieces:
        photographed = PHOTOGRAPHED.fullmatch(word)
        if is_name(word):
            found["pictures" if kind == "pictures" else "words"].append(word)
        elif photographed and is_name(photographed[1]):
            found["pictures"].append(photographed[1])
        elif word in ("摄", "摄影", "图", "文"):
            if found["words"] and word != "文":
                found["pictures"].append(found["words"].pop())
        elif is_unit(word) or (kind == "unit" and len(word) >= 3):
            found["unit"].append(word)
        elif not _run_together(word, found):
            return False
    return True


def _run_together(word: str, found: dict[str, list[str]]) -> bool:
    """A unit with a name right behind it: 某某市生态环境局张三."""
    for length in (3, 2, 4):
        unit, name = word[:-length], word[-length:]
        if is_unit(unit) and is_name(name):
            found["unit"].append(unit)
            found["words"].append(name)
            return True
    return False
