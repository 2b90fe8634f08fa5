"""What conversion by machine leaves: 併發 for 並發, words of Taiwan and Hong Kong, 著 and 瞭 for 着 and 了."""

from __future__ import annotations

import re
from collections.abc import Iterator

from plugins.proofing.record import Fault, Passage, Rule

#: Pattern → what should stand. Traditional spellings are for texts before conversion.
TRAPS: tuple[tuple[str, str, bool], ...] = (
    ("併發(?=[表布佈送出])", "並發", True),
    ("并髮", "并发", True),
    ("産", "產", True),
    ("(?:電腦)?程式(?=[和、及與或])|(?<=、)程式|(?:電腦|计算机|应用)程式", "程序", False),
    ("程式(?!化|设计语言)", "程序", False),
    ("資訊(?!科)", "信息", False),
    ("列印", "打印", False),
    ("网路|網路", "网络", False),
    ("软体|軟體", "软件", False),
    ("硬体设|硬體設", "硬件设", False),
    ("伺服器", "服务器", True),
    ("印表机|印表機", "打印机", True),
    ("滑鼠", "鼠标", True),
    ("萤幕|螢幕", "屏幕", True),
    ("网际网路|網際網路", "互联网", True),
    ("资料库|資料庫", "数据库", False),
    ("演算法", "算法", False),
    ("计程车|計程車", "出租车", True),
    ("(?<=[随沿接朝向跟顺趁凭藉本照按为意味])著(?=[^名作者称述])", "着", True),
    ("瞭解", "了解", True),
    ("明瞭(?!望)", "明了", True),
    ("乾(?=[净淨燥旱枯涸湿濕脆])", "干", True),
    ("(?<=[饼晒烘风晾])乾(?!坤)", "干", True),
    ("(?<=[象特表])徵", "征", True),
    ("徵(?=[求集收税用兵询管])", "征", True),
    ("夥伴", "伙伴", True),
    ("藉(?=[口此助由])", "借", True),
    ("(?<=[凭慰])藉(?=[着此])", "借", True),
    ("甚麽|甚么", "什么", True),
    ("(?<=[多那怎要什])麽", "么", True),
    ("馀(?=[热下款量额])", "余", True),
)
#: The same in a right text: 环境资讯 is a name; 程式化 a word.
PATTERN = re.compile("|".join(f"(?P<t{n}>{pattern})" for n, (pattern, _, _) in enumerate(TRAPS)))
CHEAP = re.compile("[併髮産程資列网網软軟硬伺印滑萤螢资演计計著瞭乾徵夥藉甚麽馀]")


def find(passage: Passage) -> Iterator[Fault]:
    """Every such word."""
    if not CHEAP.search(passage.text):
        return
    for found in PATTERN.finditer(passage.text):
        assert found.lastgroup is not None
        _, mend, is_safe = TRAPS[int(found.lastgroup[1:])]
        message = f"“{found[0]}”像是繁简转换留下的"
        yield Fault(*found.span(), message, f"应作“{mend}”", mend, is_safe)


RULE = Rule(
    code="P123",
    name="繁简转换的陷阱",
    level="warning",
    source="通用规范汉字表（2013）；《国家通用语言文字法》",
    wrong=(
        "按照规定的主体、事项、程式和方式办理。",
        "随著气温回升，水位上涨。",
        "应用程式已上线。",
        "向群众瞭解情况。",
    ),
    right=(
        "按照规定的主体、事项、程序和方式办理。",
        "《环境资讯》专栏登了一部名著。",
        "乾隆年间的瞭望台，程式化的表演。",
    ),
    find=find,
)
