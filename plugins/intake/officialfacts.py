"""公文: the parts of a policy text outside its body (GB/T 9704-2012, 7.2 and 7.3), as lines of a draft."""

from __future__ import annotations

import re
from datetime import date

from plugins.hanzi.documents import document_numbers

#: «桂环函〔2020〕260号» alone on its line, perhaps with who signed.
NUMBER_LINE = re.compile(
    r"([\u4e00-\u9fff]{2,10})\s*[〔［\[【（(]\s*\d{4}\s*[〕］\]】）)]\s*第?\s*\d{1,5}\s*号(?:\s*签发人\s*[:：]\s*(?P<signer>[\u4e00-\u9fff　 ]{2,8}))?"
)
SIGNER_LINE = re.compile(r"签发人?\s*[:：]\s*([\u4e00-\u9fff　 ]{2,8})")
BODY_NAME = re.compile(
    r"(?:中[共國国])?[^，。；：、！？\d“”《》]{3,40}?(?:厅|廳|局|部|委|委员会|政府|办公室|中心|党组|黨組|党委|院|处|站|总队|支队|公司|协会|学会|银行)"
)
LETTERHEAD = re.compile(r"(.{3,40}?)文件")
DAY = re.compile(
    r"(\d{4}|[\d〇○Ｏ零一二三四五六七八九]{4})\s*年\s*([\d一二三四五六七八九十]{1,3})\s*月\s*([\d一二三四五六七八九十]{1,3})\s*日"
)
SIGNED = re.compile(
    rf"(?P<body>\S[^，。；：]{{2,40}}?)?[\s　]*(?P<day>{DAY.pattern.replace('(', '(?:')})"
)
DISCLOSURE = re.compile(
    r"[（(]?\s*(?:信息是否公开|政府信息公开选项|公开属性|公开方式|公开类别|信息公开形式)?\s*[:：]?\s*(?:此件)?(?P<way>主动公开|依申请公开|不予公开|公开发布)\s*[）)]?"
)
ADDRESSEE = re.compile(
    r"[^。；！？]{1,110}(?:单位|單位|局|厅|廳|委|政府|部门|部門|公司|企业|办|处|處|中心|院|所|会|站|队|学校|协会|学会|机构|组织|银行|集团|同志)(?:[（(][^（）()]{1,12}[）)])?\s*[:：]"
)
#: 《党政机关公文处理工作条例》, 8: the kinds a headline ends with.
KINDS = (
    "决议",
    "决定",
    "命令",
    "公报",
    "公告",
    "通告",
    "意见",
    "通知",
    "通报",
    "报告",
    "请示",
    "批复",
    "议案",
    "函",
    "纪要",
)
SECRECY = re.compile(r"(绝密|机密|秘密)\s*[★☆*]?\s*(\S{0,8})")
URGENCY = re.compile(r"(特急|加急)")
COPIED = re.compile(r"抄送\s*[:：]\s*(.+?)[。.]?")
PRINTED = re.compile(
    rf"(?P<body>\S.{{3,40}}?)[\s　]+(?P<day>{DAY.pattern.replace('(', '(?:')})\s*印发"
)
DIGITS = {char: n for n, char in enumerate("零一二三四五六七八九")} | {"〇": 0, "○": 0, "Ｏ": 0}


def document_number(text: str) -> tuple[str, str] | None:
    """(document number in the form of the standard, who signed or "") of a line that holds nothing else."""
    match = NUMBER_LINE.fullmatch(text.strip())
    if match is None:
        return None
    numbers = document_numbers(text)
    if not numbers:
        return None
    return numbers[0], re.sub(r"\s", "", match["signer"] or "")


def is_body_name(text: str) -> bool:
    """Whether a line is the name of a unit and nothing else."""
    return bool(BODY_NAME.fullmatch(re.sub(r"[\s　]", "", text))) and "关于" not in text


def signature(text: str) -> tuple[str, date] | None:
    """(issuing body or "", day) of a closing line."""
    match = SIGNED.fullmatch(text.strip())
    if match is None:
        return None
    body = re.sub(r"[\s　]", "", match["body"] or "")
    made = day(match["day"])
    if made is None or (body and not is_body_name(body)):
        return None
    return body, made


def day(text: str) -> date | None:
    """A day in digits or in Chinese numerals; None for none, or one that does not exist.

    >>> day("二〇二〇年三月十二日")
    datetime.date(2020, 3, 12)
    """
    match = DAY.fullmatch(text.strip())
    if match is None:
        return None
    year = int("".join(str(DIGITS.get(char, char)) for char in match[1]))
    try:
        return date(year, _small(match[2]), _small(match[3]))
    except ValueError:
        return None


def _small(text: str) -> int:
    """A number below 100, in digits or in Chinese numerals."""
    if text.isdecimal():
        return int(text)
    tens, ten, ones = text.partition("十")
    if not ten:
        return DIGITS.get(text, 0) if len(text) == 1 else 0
    return 10 * (DIGITS[tens] if tens else 1) + (DIGITS[ones] if ones else 0)


def written(value: date) -> str:
    """A day as policy texts write it."""
    return f"{value.year}年{value.month}月{value.day}日"
