"""的 for 地 between an adverb of degree or manner and what it modifies (显得格外的壮烈)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from plugins.proofing.record import PROSE, Fault, Passage, Rule

DEGREE = re.compile(
    r"(?:显得|变得|感到|觉得|来得|走得|过得)(?:格外|十分|非常|特别|异常|更加|尤为|尤其|如此|分外)(的)(?=[\u4e00-\u9fff]{2})"
)
MANNER = re.compile(
    r"(?<=[，。；：、要应须能])(?:认真|积极|切实|坚决|深入|大力|及时|严格|自觉|迅速|充分|不断|进一步|扎实|主动|稳妥|有序|全面)"
    r"(的)(?:开展|推进|落实|做好|完成|贯彻|履行|宣传|解决|加强|推动|抓好|执行|整改|查处)(?=[\u4e00-\u9fff]{2})"
)
#: Ways of moving and handling that only verbs of doing follow.
SLOWLY = re.compile(
    r"(?<![\u4e00-\u9fff]的)(?:小心翼翼|缓缓|慢慢|轻轻|悄悄|静静|默默|渐渐|急匆匆|乐呵呵|笑眯眯)(的)"
    r"(?:走|站|坐|看|望|拎|提|捧|抱|扶|推|拉|放|驶|流|淌|飘|落|升|靠|移|转|打开|关上|说|问|答|等|守)(?:[着了过到进出向起下上来去入在]|道)"
)
#: A noun follows: 积极的推进作用.
NOUN = re.compile(
    r"[\u4e00-\u9fff]{0,4}(?:作用|措施|态度|意义|情况|方式|方法|效果|力度|机制|过程|手段|的)"
)


def find(passage: Passage) -> Iterator[Fault]:
    """的 behind an adverb."""
    text = passage.text
    if "的" not in text:
        return
    for found in (*DEGREE.finditer(text), *MANNER.finditer(text), *SLOWLY.finditer(text)):
        at = found.start(1)
        if found.re is MANNER and NOUN.match(text, found.end()):
            continue
        message = f"“{text[found.start() : at + 3]}”：状语后用“地”"
        yield Fault(at, at + 1, message, "用“地”，或删去“的”", "地")


RULE = Rule(
    code="P208",
    name="“的”“地”混用",
    level="warning",
    source="《现代汉语词典》（第7版）“地”（de）：表示它前边的词或词组是状语",
    wrong=(
        "江风一起，堤岸显得格外的空旷。",
        "各地要认真的落实河长制。",
        "他小心翼翼的捧着水样瓶，船缓缓的靠上码头。",
    ),
    right=(
        "江风一起，堤岸显得格外空旷，又显得格外地长。",
        "他小心翼翼地捧着水样瓶，缓缓的坡岸上，慢慢的流水。",
        "各地要认真地落实河长制，发挥积极的推进作用。",
    ),
    find=find,
    forms=PROSE,
)
