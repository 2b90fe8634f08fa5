"""Where a headline may be broken; the composer (press/lines/composer.py) chooses among these places.

GB/T 9704-2012, 7.3.1 asks of a headline on several lines that words stay whole (词意完整) and that lines
are alike in length (排列对称、长短适宜). Words come from a cutter that the caller passes in (words.cut in
production), so all here is pure. Which words cling to their neighbours is an editor's knowledge: the
sets below.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from plugins.hanzi.marks import CLOSING, DASHES, MIDDLE, OPENING, STOPS, may_part
from plugins.hanzi.scripts import IDEOGRAPHIC_SPACE, INVISIBLE, is_han
from plugins.hanzi.units import glued

MAY_BREAK = "\u200b"
#: A quotation, title or bracket up to this many characters stays on one line.
SHORT_QUOTATION = 8
#: Terms of the trade to be passed to the cutter, which would cut them in two.
TERMS = (
    "生态环境", "生态文明", "污染防治", "攻坚战", "保卫战", "复工复产", "放管服", "河长制", "湖长制", "林长制",
    "双随机", "一公开", "双碳", "碳达峰", "碳中和", "超低排放", "错峰生产", "散乱污", "散煤", "清洁取暖", "黑臭水体",
    "排污口", "排污许可", "排污许可证", "水源地", "水源保护区", "饮用水", "地表水", "地下水", "断面", "自动站", "国控",
    "省控", "尾矿库", "危险废物", "固体废物", "医疗废物", "无废城市", "重金属", "核与辐射", "放射源", "臭氧", "挥发性有机物",
    "细颗粒物", "重污染天气", "优良天数", "生物多样性", "自然保护区", "国家公园", "生态红线", "三线一单", "环评", "能评",
    "环保督察", "回头看", "立行立改", "举一反三", "一厂一策", "一企一策", "一河一策", "非现场", "执法大练兵", "监测站",
    "分局", "支队", "总队", "党组", "主题教育", "党支部", "党员", "村支书", "志愿者", "云参观", "明白卡", "身份证",
    "生态补偿", "损害赔偿", "赔偿磋商", "联防联控", "应急预案", "应急演练", "专项行动", "现场会", "推进会", "座谈会",
    "新冠肺炎", "疫情防控", "两山", "绿水青山", "金山银山", "入河", "入海", "还田", "补短板", "生态环境保护", "生态环境监测", "监测中心", "看懂",
    "能不能", "是不是", "会不会", "要不要", "数据质量", "岸电", "错峰", "垃圾分类", "蓝天保卫战", "营商环境", "污水管网", "世界环境日", "污水处理厂", "自动监测站", "示范区", "工业园区", "产业园", "开发区", "新能源", "全覆盖",
    "禁烧", "禁捕", "增殖放流", "山水林田湖草", "第一书记", "调研", "印发", "出台", "第三方", "白皮书", "公报", "天然气",
)  # fmt: skip

#: One-character words that belong to what precedes them: particles, words of place, suffixes.
#: A classifier behind its numeral needs no entry.
TO_THE_LEFT = frozenset(
    "的地得了着过之等们后前中上下里内外间旁边时吗呢吧来"
    "市县省区镇乡村局厅委署州站所院厂部处科组队室户河湖江海山岛湾港路街桥口岸"
    "者员性化率量度型式类级费税法案炉机器仪网库池渠坝线圈"
    "年月日号期处种次车船课源账"
)
#: Names of places and offices end in these; behind a lone verb or preposition they begin one (记|省厅).
PLACES = frozenset("市县省区镇乡村局厅")
DETERMINERS = frozenset("我全各本该某每跨")
#: Complements of a one-character verb (查|清): they close it, and a break after them is good.
COMPLEMENTS = frozenset("懂好到成完出住清起掉上下开紧牢实细全透准稳满回进入走见")
#: One-character words that belong to what follows them: prepositions, adverbs, conjunctions, pronouns.
TO_THE_RIGHT = frozenset(
    "在把被对向从为以由用让使令按凭靠沿随跟比给替据经自于至赴驻致往朝当因同"
    "不没无非再更最就都又也还已未可能要会应须需该宜必仍正刚才只仅均皆共全各本某第约将超近逾达"
    "和与及或暨并且而但若如即则"
    "这那哪每此另其我他你谁何所总副新老大小首"
)
#: What a complement does not complete, so that the same character begins something: 给|入企, 翻耕前|下到.
NOT_COMPLETED = frozenset("把被对向从给在为于由前后时")
WORDS_TO_THE_LEFT = frozenset((
    "以上", "以下", "以内", "以外", "以来", "以后", "以前", "之前", "之后", "之间", "之中", "之下", "左右", "前后",
    "下来", "起来", "出来", "下去", "上去", "出去", "进去", "似的", "一样", "而言", "到底", "来说", "为止",
))  # fmt: skip
WORDS_TO_THE_RIGHT = frozenset((
    "关于", "对于", "为了", "以及", "已经", "尚未", "必须", "不得", "不再", "不能", "不要", "不会", "不用", "正在",
    "即将", "一个", "一张", "一把", "一条", "一份", "一本", "一项", "一座", "一家", "一次", "一堂", "一道", "一场",
    "这个", "那个", "每个", "某个", "有的", "没有", "如何", "怎样", "怎么", "因为", "只要", "只有", "根据", "按照",
))  # fmt: skip
#: Frequent surnames; a cutter that tears a rare given name leaves its last character alone (沈砚|秋).
SURNAMES = frozenset(
    "王李张刘陈杨赵黄周吴徐孙胡朱林何郭罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶阎余潘"
    "杜戴夏钟汪田任姜范石姚谭廖邹熊陆郝孔白崔康毛邱秦史顾侯邵孟龙万段钱汤尹黎易常武乔贺赖龚季闻俞纪项涂麦"
)
NUMERAL = re.compile(
    r"[第约近超逾]?[\d.,%％±—～-]*\d[\d.,%％]*[多余]?[百千万亿]*|[一二两三四五六七八九十百千万亿零〇几半数]+"
)
QUOTATION = re.compile(rf"“[^“”]{{1,{SHORT_QUOTATION}}}”|《[^《》]{{1,{SHORT_QUOTATION}}}》|"
                       rf"‘[^‘’]{{1,{SHORT_QUOTATION}}}’|（[^（）]{{1,{SHORT_QUOTATION}}}）|"
                       rf"〔[^〔〕]{{1,{SHORT_QUOTATION}}}〕|「[^「」]{{1,{SHORT_QUOTATION}}}」")  # fmt: skip
COUNTED = re.compile(rf"(?:{NUMERAL.pattern})[张把条件座个]?")
SPACES = re.compile(r"[ \t\r\n\u3000]+")
#: A single space between two Latin words is no editor's break.
LATIN_SPACE = re.compile(r"(?<=[A-Za-z,.]) (?=[A-Za-z])")
CODE = re.compile(r"[!-~]+|\d[!-~\d]*[—～~－-][\d.]*")
PAUSES = STOPS | MIDDLE | DASHES | frozenset(" ")


def mark_words(headline: str, cut: Callable[[str], list[str]]) -> str:
    """The headline with U+200B wherever a line may be broken, and nowhere else.

    ``cut`` cuts a text into words; words it does not give back whole raise ValueError. A space the
    editor typed is the best place for a break and comes out as one U+3000, except within Latin text.

    >>> mark_words("一库清水 两岸人家", lambda text: [text[:2], text[2:]])
    '一库\u200b清水\u3000两岸\u200b人家'
    """
    bare = "".join(char for char in headline if char not in INVISIBLE)
    return IDEOGRAPHIC_SPACE.join(_marked(part, cut) for part in _parts(bare) if part)


def _parts(headline: str) -> Iterator[str]:
    """What stands between the editor's spaces."""
    kept = glued(headline)
    start = 0
    for space in SPACES.finditer(headline):
        if not kept[space.start()] and not LATIN_SPACE.match(headline, space.start()):
            yield headline[start : space.start()]
            start = space.end()
    yield headline[start:]


def _marked(part: str, cut: Callable[[str], list[str]]) -> str:
    """A part without editor's spaces, marked."""
    words = cut(part)
    if "".join(words) != part:
        raise ValueError(f"the cutter changed {part!r} to {words!r}")
    places = _places(part, _with_whole_codes(words))
    _join_loners(part, places)
    return "".join(MAY_BREAK * (place in places) + char for place, char in enumerate(part))


def _with_whole_codes(words: list[str]) -> list[str]:
    """The words with codes and numbers whole: some cutters give PM2|.|5."""
    whole: list[str] = []
    for word in filter(None, words):
        if whole and CODE.fullmatch(whole[-1] + word):
            whole[-1] += word
        else:
            whole.append(word)
    return whole


def _places(part: str, words: list[str]) -> set[int]:
    """Places between words where nothing forbids a break."""
    kept = glued(part)
    inside = {place for span in _quotations(part) for place in span}
    leans = [_lean(words, index) for index in range(len(words))]
    places: set[int] = set()
    place = 0
    for index, word in enumerate(words[:-1]):
        place += len(word)
        clings = leans[index] > 0 or leans[index + 1] < 0 or _torn_name(word, words[index + 1])
        if not (clings or kept[place] or place in inside or not _may_part(part, place)):
            places.add(place)
    return places


def _quotations(part: str) -> Iterator[range]:
    """The places within each short quotation, title or bracket."""
    return (range(found.start() + 1, found.end()) for found in QUOTATION.finditer(part))


def _may_part(part: str, place: int) -> bool:
    """Whether the marks agree; in a headline a dash and a space, too, stay with what precedes."""
    left, right = part[place - 1], part[place]
    return may_part(left, right) and right not in DASHES and right != " "


def _lean(words: list[str], index: int) -> int:
    """Which neighbour a word belongs to: -1 the one before, 1 the one after, 0 neither."""
    word = words[index]
    before = words[max(index - 2, 0) : index]
    after = words[index + 1] if index + 1 < len(words) else ""
    leads = not before or before[-1][-1] in PAUSES | OPENING
    ends = not after or after[0] in PAUSES | CLOSING
    if NUMERAL.fullmatch(word) or word in WORDS_TO_THE_RIGHT:
        return 0 if ends else 1
    if word in WORDS_TO_THE_LEFT:
        return 0 if leads else -1
    if len(word) > 1 or not is_han(word):
        return 0
    if leads or ends:
        return -1 if ends and not leads else 1
    return _lean_of_one(word, before, after)


def _lean_of_one(char: str, before: list[str], after: str) -> int:
    """Which of its two neighbours a one-character word belongs to: it never stays alone."""
    if COUNTED.fullmatch(before[-1]):  # its classifier, which the numeral holds already; or 一张|图
        return -1
    if char == "过" and NUMERAL.fullmatch(after):
        return 1
    lone = _is_single(before[-1]) and not (
        len(before) > 1 and (_is_single(before[0]) or NUMERAL.fullmatch(before[0]))
    )
    if char in COMPLEMENTS and (lone or before[-1] in "得不"):
        return 1 if before[-1] in NOT_COMPLETED else -1
    if lone and char in PLACES and before[-1] not in DETERMINERS:
        return 1
    return -1 if char in TO_THE_LEFT and char not in TO_THE_RIGHT else 1


def _is_single(word: str) -> bool:
    """Whether a word is one Han character."""
    return len(word) == 1 and is_han(word)


def _torn_name(word: str, after: str) -> bool:
    """Whether two words look like one personal name in two (沈砚|秋)."""
    return (
        len(word) == 2
        and word[0] in SURNAMES
        and len(after) == 1
        and is_han(after)
        and after not in TO_THE_RIGHT
    )


def _join_loners(part: str, places: set[int]) -> None:
    """Take away breaks that leave one character alone on a line."""
    for place in sorted(places):
        start = max((other for other in places if other < place), default=0)
        if place in places and _is_one(part[start:place]):
            places.discard(start if start and part[start - 1] not in PAUSES else place)
    last = max(places, default=0)
    if last and _is_one(part[last:]):
        places.discard(last)


def _is_one(piece: str) -> bool:
    """Whether a piece holds a single Chinese character beside its marks, or marks alone."""
    letters = [char for char in piece if char.isalnum()]
    return len(letters) < 2 and all(map(is_han, letters))
