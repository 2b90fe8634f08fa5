"""Documents that a text cites: 发文字号 (GB/T 9704-2012, 7.2.5) and titles in 《》 (GB/T 15834-2011, 4.15).

Every pattern begins at a bracket, which is rare: a text that cites nothing costs one look at each.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

#: The year in brackets and the number behind it: 〔2020〕16号, as typed also [2020] 第016号, （２０２０）16 号.
DATED = re.compile(
    r"[〔［\[【（(]\s*(\d{4})\s*[〕］\]】）)]\s*第?\s*(\d{1,5})\s*号(?![楼线机炉井站院口门])"
)
#: What may stand before it: the code of the body (机关代字), two to ten Han characters.
CODE = re.compile(r"[\u4e00-\u9fff]{2,24}\Z")
LONGEST_CODE = 10
FIRST_YEAR = 1949
#: Words of the sentence around a code; it begins behind the last of them.
LEAD = re.compile(
    r".*(?:按照|依照|参照|根据|依据|执行|落实|贯彻|印发|转发|下发|废止|文号|文件|编号|字号|[的了和与及以按据见对由在即为是将把被])"
)
#: In brackets other than 〔〕 a code must end like one: （2020）3号 stands behind many other words.
ENDINGS = frozenset("发函办字令电告复知阅批罚审通规议呈许决")
#: What a code may not be: 本文〔2020〕16号 names no body.
NO_CODES = frozenset({"本文", "该文", "此文", "上述", "文件"})

TITLE = re.compile(r"《([^《》]{2,100}(?:《[^《》]{1,60}》[^《》]{0,60})*)》")
#: In parentheses at the end of a title: （试行）, （2020—2022年）, （第一批）.
REMARK = re.compile(r"(?:[（(][^（）()]{1,16}[）)])+\Z")
#: Kinds of official texts (《党政机关公文处理工作条例》, 8) and of rules, plans and standards.
KINDS = (
    *("条例", "办法", "规定", "意见", "通知", "方案", "计划", "规划", "标准", "决定", "决议", "命令"),
    *("公报", "公告", "通告", "通报", "批复", "议案", "纪要", "纲要", "规范", "规程", "指南", "导则"),
    *("名录", "目录", "细则", "规则", "准则", "制度", "要点", "措施", "清单", "章程", "公约", "预案"),
    *("指引", "法", "函"),
)  # fmt: skip
#: End like a law (法) and are none.
NO_LAWS = ("方法", "做法", "看法", "想法", "说法", "书法", "语法", "兵法", "手法", "心法")
#: Shorter ones are short for something said before: 《条例》, 《实施意见》; but 《森林法》.
SHORTEST, SHORTEST_LAW = 5, 3
#: A number stands beside a title when nothing else is between them.
BETWEEN = frozenset({"", "（", "("})


class Cited(NamedTuple):
    """What a text cites at ``start`` to ``end``: a number, or a title with the ``number`` beside it ("": none)."""

    start: int
    end: int
    title: str
    number: str


def document_numbers(text: str) -> tuple[str, ...]:
    """The document numbers a text names, in one spelling, each once, in their order.

    >>> document_numbers("（岚环函[2020] 第16号）")
    ('岚环函〔2020〕16号',)
    """
    return tuple(dict.fromkeys(each.number for each in numbers(text)))


def document_titles(text: str) -> tuple[str, ...]:
    """The titles of documents a text names, without 《》 and white space, each once, in their order.

    Not every 《》 is a document: those count that end like one, or stand beside a number.

    >>> document_titles("《岚江环境》刊登了《岚江保护 条例》")
    ('岚江保护条例',)
    """
    return tuple(dict.fromkeys(each.title for each in titles(text)))


def numbers(text: str) -> Iterator[Cited]:
    """Every document number with its place."""
    for found in DATED.finditer(text):
        code = _code(text[max(0, found.start() - 24) : found.start()].rstrip())
        is_likely = found[0][0] == "〔" or code[-1:] in ENDINGS
        if not code or not is_likely or int(found[1]) < FIRST_YEAR:
            continue
        start = text.rindex(code, 0, found.start())
        yield Cited(start, found.end(), "", f"{code}〔{int(found[1])}〕{int(found[2])}号")


def titles(text: str) -> Iterator[Cited]:
    """Every title of a document with its place, 《》 included."""
    if "《" not in text:
        return
    known = list(numbers(text))
    for found in TITLE.finditer(text):
        number = next((each for each in known if _beside(text, found.end(), each)), None)
        title = normal_title(found[1])
        if number or is_document(title):
            yield Cited(found.start(), found.end(), title, number.number if number else "")


def is_document(title: str) -> bool:
    """Whether a title ends like that of a document, what stands behind it in parentheses aside."""
    core = REMARK.sub("", title)
    if not core.endswith(KINDS) or core.endswith(NO_LAWS):
        return False
    return len(core) >= (SHORTEST_LAW if core.endswith("法") else SHORTEST)


def normal_title(title: str) -> str:
    """A title in one spelling: without white space, inner titles in 〈〉 (GB/T 15834-2011, 4.15.3.5).

    >>> normal_title("关于印发《办 法》的通知")
    '关于印发〈办法〉的通知'
    """
    return "".join(title.split()).replace("《", "〈").replace("》", "〉")


def _code(before: str) -> str:
    """The code of the body at the end of what stands before a year; "" when there is none."""
    run = CODE.search(before)
    code = LEAD.sub("", run[0]) if run else ""
    return code if 2 <= len(code) <= LONGEST_CODE and code not in NO_CODES else ""


def _beside(text: str, end: int, number: Cited) -> bool:
    """Whether a number stands right behind the title that ends at ``end``."""
    between = text[end : number.start]
    return number.start >= end and between.strip() in BETWEEN
