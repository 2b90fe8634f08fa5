"""的 for 得 between a verb and what tells how it turned out (落实的好)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from plugins.proofing.record import PROSE, Fault, Passage, Rule

VERBS = "落实|执行|完成|推进|进行|发展|做|抓|干|办|管|查|写|看|说|讲|走|跑|变|长|恢复|整改|治理|建设|配合|坚持|解决"
DEGREES = "更加?|再|很|非常|特别|比较|十分|越来越|极其|不够?|最|还"
RESULTS = "好|不错|快|慢|严|实|细|深|透|远|扎实|认真|彻底|到位|及时|顺利|迅速|不好|不够|漂亮|干净|清楚|明白|出色|圆满"
FOUND = re.compile(
    rf"(?:{VERBS}|(?<![大中小科同])学)(的)(?:(?:{DEGREES}))?(?:{RESULTS})(?:一些|一点|些|了|多了|极了)?(?=[，。；！？、]|\Z)"
)
#: How something turned out, said in four characters: nothing but 得 stands before them at the end of a clause.
FOUR = re.compile(
    r"(?<=[\u4e00-\u9fff])(的)(?:干干净净|清清楚楚|明明白白|整整齐齐|严严实实|结结实实|平平整整|妥妥当当|利利索索"
    r"|井井有条|一清二楚|一干二净|有声有色|有条不紊|热火朝天|滚瓜烂熟|惟妙惟肖)(?=[，。；！？]|\Z)"
)


def find(passage: Passage) -> Iterator[Fault]:
    """的 between such a verb and such a result at the end of a clause."""
    text = passage.text
    if "的" not in text:
        return
    for found in (*FOUND.finditer(text), *FOUR.finditer(text)):
        at = found.start(1)
        message = f"“{text[max(0, at - 2) : found.end()]}”：补语前用“得”"
        yield Fault(at, at + 1, message, "动词和补语之间用“得”", "得")


RULE = Rule(
    code="P207",
    name="“的”“得”混用",
    level="warning",
    source="《现代汉语词典》（第7版）“得”（de）：用在动词或形容词后面，连接表示结果或程度的补语",
    wrong=("这项制度落实的好，群众满意。", "清单列得细，整改做的更彻底。", "岸坡打扫的干干净净。"),
    right=(
        "这项制度落实得好，群众满意。",
        "这样做的好处是省水，学的知识用得上，干的多是细活。",
        "打扫得干干净净的岸坡，过去的点点滴滴，有的井井有条的水厂。",
        "办的事、走的路都记在本子上，高一级学校比小学的好。",
    ),
    find=find,
    forms=PROSE,
)
