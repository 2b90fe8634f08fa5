"""Chinese and Arabic numerals mixed in one number, one date or one range (3百, 2020年三月15日, 三至5个)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from plugins.proofing.record import Fault, Passage, Rule

HAN = "一二三四五六七八九十"
#: 千 of a unit: 5千瓦, 3千克.
NUMBER = re.compile(
    r"(?<![\d.年月第])(\d+(?:\.\d+)?)(十|百(?!分|日|年|货|姓|花|草|合|灵)|千(?![瓦克米伏卡赫帕焦安升吨字兆]))(?=[\u4e00-\u9fff])(万|亿)?"
)
SIZE = {"十": 10, "百": 100, "千": 1000}
DATE = re.compile(
    rf"(?<!\d)\d{{4}}年[{HAN}]{{1,3}}月(?!初?[{HAN}])(?!节)|(?<![{HAN}第])[{HAN}]{{1,2}}月\d{{1,2}}日|(?<!\d)\d{{1,2}}月[{HAN}]{{1,3}}日"
)
RANGE = re.compile(
    rf"(?<![{HAN}百千万统唯周期之合划同专单如逐归始第不初])[{HAN}两]{{1,3}}(?:至|—|～)\d+(?![\d\-])"
    rf"|(?<![\d.])\d+(?:至|—|～)[{HAN}两]{{1,3}}(?=[个名家天年月日项次人户条座吨米元处])"
)


def find(passage: Passage) -> Iterator[Fault]:
    """Every such number, date and range."""
    text = passage.text
    for found in NUMBER.finditer(text):
        yield _number(found)
    if "月" in text:
        for found in DATE.finditer(text):
            message = f"“{found[0]}”：年月日混用两种数字"
            yield Fault(*found.span(), message, "年月日都用阿拉伯数字，或都用汉字")
    for found in RANGE.finditer(text):
        message = f"“{found[0]}”：一个范围里混用两种数字"
        yield Fault(*found.span(), message, "起止用同一种数字")


def _number(found: re.Match[str]) -> Fault:
    size = SIZE[found[2]]
    whole = found[1] if "." not in found[1] else ""
    mend = f"{int(whole) * size}{found[3] or ''}" if whole else None
    message = f"“{found[0]}”：除“万”“亿”以外，一个数里不混用两种数字"
    advice = f"写成“{mend}”" if mend else "全用阿拉伯数字，或全用汉字"
    return Fault(found.start(), found.end(), message, advice, mend)


RULE = Rule(
    code="P214",
    name="两种数字混用",
    level="warning",
    source="GB/T 15835—2011《出版物上数字用法》（两种数字同时使用）",
    wrong=("共清出垃圾3百吨。", "2020年三月15日开闸。", "每户三至5人。", "投入5千万元。"),
    right=(
        "共清出垃圾300吨，投入5000万元，装机5千瓦，用漆3千克。",
        "2020年3月15日开闸，二〇二〇年三月十五日验收，周一至5月放假。",
        "每户3至5人，三至五人一组，提高2个百分点，统一到2020年。",
    ),
    find=find,
)
