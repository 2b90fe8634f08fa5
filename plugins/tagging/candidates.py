"""What the vocabulary lacks: words that articles of an issue share and no term has. jieba's work.

A candidate is a word of jieba's dictionary, or neighbours that stand together far more often than chance
has it, found in two articles at least (a term wants three articles to come; a person's name has one).
Names, places, units and figures have facets of their own and are left out, by how a Chinese text marks
them: 平沙 stands before 县, 季怀远 before 说 or behind 厅长. The judging is the editor's.
"""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field

from plugins.tagging.matching import Matcher
from plugins.tagging.vocabulary import fold

#: So many candidates are told at the most.
MOST = 30
ARTICLES = 2
TIMES = 4
#: Neighbours belong together when they meet so much oftener than by chance (base 2 logarithm: PMI).
COHESION = 5.0
LONGEST = 8
HAN = re.compile(r"[\u4e00-\u9fff]{2,}")
#: What a word ends with that names a place, a unit, a person's post, or a measure.
NAMING = re.compile(
    r".*(?:[省市县区镇乡村街路河江湖湾港山局厅处委院所科队站员长人者家年月日时溪岛]|水库|公司|中心|部门|单位|分局)"
)
#: Loose combinations that jieba's corpus has as words: 图上, 空着, 挪到.
LOOSE = re.compile(r".*[上下里外着到了过头完多]")
FIGURES = re.compile(r".*[一二三四五六七八九十百千万亿两几个].*")
PLACE = "(?:[省市县区镇乡村河江湖湾港山溪]|干流|上游|下游|流域)"
POSTS = "(?:书记|厅长|局长|主任|市长|县长|站长|队长|所长|院长|处长|经理|师傅|工程师|负责人|员)"
SAYS = "(?:说|表示|介绍|指出|强调|要求|认为|告诉|主持|带|蹲|站在|点|笑)"
#: Words with no subject of their own; a candidate neither is one nor begins or ends with one.
SUBJECTLESS = """
进行 开展 推进 加强 落实 完成 组织 实施 推动 建立 发现 使用 采取 通过 提高 提供
负责 工作 问题 情况 方式 措施 要求 方面 时间 地方 办法 责任 任务 目标 重点 全省
全市 全县 我省 企业 群众 居民 记者 目前 今年 去年 同期 截至 以上 以下 以内 左右
其中 其他 以及 已经 没有 可以 需要 不得 应当 必须 不能 不是 还是 就是 自己 他们
我们 这样 这个 一个 这些 那些 什么 怎么 因为 所以 如果 但是 而且 并且 或者 对于
关于 有关 相关 根据 按照 由于 为了 之后 之前 以后 以前 同时 每天 每月 每年 上午
下午 晚上 凌晨 夜里 日前 近日 共有 累计 分别 下降 上升 增加 减少 达到 超过 不足
平均 比例 数据 结果 影响 主要 部分 全部 各地 各市 属地 当地 现场 一次 之一 表示
介绍 生态 环境 生态环境 环境保护 污染 治理 监管 检查 管理 整改 建设 保护 处置 设施
项目 工程 改造 台账 清单 时限 县里 镇上 市里 省里 月底 年底 每吨 每周 每亩 通讯员
供图 日至 日起 月至 这是 改完 完工 核对 遇上 去年同期 补助 用电 曲线 备用 工序
停产 货车 电池 附件 编辑部 副题 上述 此前 此后 逐一 逐个 一张 一份 起来
"""
EMPTY = frozenset(SUBJECTLESS.split())

Cutter = Callable[[str], list[str]]
#: A word → how often it stands in jieba's corpus of general Chinese.
Frequencies = Mapping[str, int | None]


@dataclass(frozen=True, slots=True)
class Copy:
    """What of an article is read for candidates; ``key`` names it to the editor."""

    key: str
    heading: str
    text: str


@dataclass(frozen=True, slots=True)
class Candidate:
    """A word the vocabulary lacks: the articles that have it, how often, why it is proposed (in Chinese)."""

    word: str
    articles: tuple[str, ...]
    times: int
    why: str


@dataclass(slots=True)
class _Counts:
    words: Counter[str] = field(default_factory=Counter)
    pairs: Counter[tuple[str, str]] = field(default_factory=Counter)
    articles: dict[str, list[str]] = field(default_factory=dict)


def candidates(
    copies: Iterable[Copy], matcher: Matcher, cut: Cutter, general: Frequencies
) -> list[Candidate]:
    """The words the vocabulary may lack, likeliest first.

    ``cut``: a text → its words (`plugins.hanzi.words`, with the vocabulary's own among them).
    ``general``: how often words stand in general Chinese; such as are common there are no terms of a trade.
    """
    read = list(copies)
    counts = _count(read, matcher, cut)
    whole = "\n".join(f"{each.heading}\n{each.text}" for each in read)
    total = max(sum(counts.words.values()), 1)
    found = [*_joined(counts, total), *_single(counts, general)]
    named = [
        (weight, made)
        for weight, made in found
        if _sayable(made.word) and not _is_name(made.word, whole)
    ]
    ordered = sorted(named, key=lambda each: (-each[0], each[1].word))
    return _without_parts([made for _, made in ordered])[:MOST]


def _count(copies: list[Copy], matcher: Matcher, cut: Cutter) -> _Counts:
    counts = _Counts()
    for each in copies:
        before = ""
        for word in cut(f"{each.heading}\n{each.text}"):
            usable = bool(HAN.fullmatch(word)) and not matcher.vocabulary.folded.get(fold(word))
            if usable:
                _note(counts, word, each.key)
                counts.words[word] += 1
                if before:
                    _note(counts, before + word, each.key)
                    counts.pairs[before, word] += 1
            before = word if usable else ""
    return counts


def _note(counts: _Counts, word: str, key: str) -> None:
    keys = counts.articles.setdefault(word, [])
    if not keys or keys[-1] != key:
        keys.append(key)


def _joined(counts: _Counts, total: int) -> list[tuple[float, Candidate]]:
    """Neighbours that cohere, each with its weight."""
    made = []
    for (first, second), times in counts.pairs.items():
        word, apart = first + second, counts.words[first] * counts.words[second]
        cohesion = math.log2(times * total / apart)
        fits = len(word) <= LONGEST and not EMPTY & {first, second}
        if fits and cohesion >= COHESION and _often(counts, word, times):
            why = f"“{first}”与“{second}”总是连用"
            made.append((times * cohesion, _made(counts, word, times, why)))
    return made


def _single(counts: _Counts, general: Frequencies) -> list[tuple[float, Candidate]]:
    """Words by TF-IDF, rare in general Chinese; each with its weight."""
    made = []
    for word, times in counts.words.items():
        rare = math.log2(RARE / ((general.get(word) or 0) + 1))
        if word not in EMPTY and rare > 0 and _often(counts, word, times):
            made.append((times * rare, _made(counts, word, times, "通用汉语里少见，本期常见")))
    return made


#: Words that stand oftener in jieba's corpus (of 60 million) are everybody's.
RARE = 1000


def _often(counts: _Counts, word: str, times: int) -> bool:
    return times >= TIMES and len(counts.articles[word]) >= ARTICLES


def _made(counts: _Counts, word: str, times: int, why: str) -> Candidate:
    return Candidate(word, tuple(counts.articles[word]), times, why)


def _sayable(word: str) -> bool:
    return not any(pattern.fullmatch(word) for pattern in (NAMING, LOOSE, FIGURES))


def _is_name(word: str, whole: str) -> bool:
    """Whether the texts treat a word as the name of a place or a person."""
    if re.search(f"{word}{PLACE}", whole):
        return True
    times = whole.count(word)
    spoken = len(re.findall(f"{word}{SAYS}", whole)) + len(re.findall(f"{POSTS}{word}", whole))
    return 2 <= len(word) <= 4 and spoken * 3 >= times


def _without_parts(found: list[Candidate]) -> list[Candidate]:
    """Without words that stand inside another candidate and hardly ever alone."""
    return [
        each
        for each in found
        if not any(
            each.word in other.word and each.word != other.word and other.times * 2 > each.times
            for other in found
        )
    ]
