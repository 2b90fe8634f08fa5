"""P406: what one issue writes in two ways, the rarer of them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from plugins.proofing.places import fault_at
from plugins.proofing.record import IssueFault, IssueProof, IssueRule, Passage

HAN = r"[\u4e00-\u9fff]"
#: The form that the table of variant words (第一批异形词整理表) recommends / the other.
VARIANTS = (
    "按语/案语 参与/参预 订单/定单 订购/定购 烦琐/繁琐 干预/干与 告诫/告戒 耿直/梗直 勾画/勾划 关联/关连 含糊/含胡 "
    "笔画/笔划 搭档/搭当 倒霉/倒楣 计划/计画 角色/脚色 精彩/精采 联结/连结 流连/留连 模仿/摹仿 模拟/摹拟 漂流/飘流 "
    "凭空/平空 启程/起程 人才/人材 身份/身分 图像/图象 推诿/推委 约莫/约摸 缘故/原故 指手画脚/指手划脚 糊涂/胡涂"
)
WORDS = tuple((pair.split("/")[0], pair.split("/")[1]) for pair in VARIANTS.split())
SPACED = (
    (
        "数字与汉字之间",
        re.compile(rf"(?<=\d)[ \u00a0]+(?={HAN})|(?<={HAN})[ \u00a0]+(?=\d)"),
        re.compile(rf"\d(?={HAN})|{HAN}(?=\d)"),
    ),
    (
        "西文与汉字之间",
        re.compile(rf"(?<=[A-Za-z])[ \u00a0]+(?={HAN})|(?<={HAN})[ \u00a0]+(?=[A-Za-z])"),
        re.compile(rf"[A-Za-z](?={HAN})|{HAN}(?=[A-Za-z])"),
    ),
)
#: How many times as often the other form must be, and how often at least.
TIMES, LEAST = 5, 10


def find(bundle: IssueProof) -> Iterator[IssueFault]:
    """White space beside numbers and Latin words; variant words."""
    passages = [each for proof in bundle.proofs for each in proof.passages if each.form != "field"]
    for name, spaced, joined in SPACED:
        yield from _spaces(passages, name, spaced, joined)
    whole = "\n".join(passage.text for passage in passages)
    for chosen, other in WORDS:
        if other in whole and chosen in whole:
            yield from _words(passages, chosen, other, whole.count(chosen), whole.count(other))


def _spaces(
    passages: list[Passage], name: str, spaced: re.Pattern[str], joined: re.Pattern[str]
) -> Iterator[IssueFault]:
    """Spaced places when most are closed. (The reverse is not told: print sets its own white there.)"""
    found = [
        (each, match)
        for each in passages
        if " " in each.text
        for match in spaced.finditer(each.text)
        if _stands_together(each, match)
    ]
    usual = sum(len(joined.findall(each.text)) for each in passages) if found else 0
    if len(found) * TIMES > usual or usual < LEAST:
        return
    for passage, match in found:
        start, end = max(0, match.start() - 1), match.end() + 1
        message = f"{name}空了格，本期 {usual} 处不空、{len(found)} 处空"
        yield fault_at(passage, start, end, message, "请统一，一般不空")


def _stands_together(passage: Passage, match: re.Match[str]) -> bool:
    """Whether no markup stands in the source there: behind a bold lead a space is meant."""
    start, end = max(0, match.start() - 1), match.end()
    return passage.places[end] - passage.places[start] == end - start


def _words(
    passages: list[Passage], chosen: str, other: str, often: int, rare: int
) -> Iterator[IssueFault]:
    message = f"同一期里“{chosen}”{often} 处、“{other}”{rare} 处"
    for passage in passages:
        at = passage.text.find(other)
        while at >= 0:
            yield fault_at(passage, at, at + len(other), message, f"请统一，宜用“{chosen}”")
            at = passage.text.find(other, at + 1)


RULE = IssueRule(
    code="P406",
    name="同一期里写法不一",
    level="hint",
    source="GF 1001—2001《第一批异形词整理表》；编辑体例：一期之内写法一致",
    find=find,
)
