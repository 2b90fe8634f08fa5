"""Two words for «about» on one number (约30余人, 近三年左右, 至少10天以上)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from plugins.proofing.record import Fault, Passage, Rule

NUMBER = r"(?:\d[\d,，.]*|[一二三四五六七八九十百千万两]+)[十百千万亿]*"
UNIT = (
    r"(?:[%％℃]|个?百分点|[个天年周月成倍人名户家次吨米里亩元克条处座台辆只株棵件起项批位页册例度]|个月|小时"
    r"|分钟|人次|公里|千米|厘米|毫米|千克|公顷|千瓦|平方米|立方米|平方公里|[万亿][元吨]|mg/L|μg/m3|km|kg|t|m)?"
)
LEAD = r"(?:大约|大概|将近|接近|约|近)(?:占|有|为|计)?"
PATTERNS = (
    re.compile(rf"{LEAD}\s?{NUMBER}(?:余|[多来](?=[\u4e00-\u9fff％%]))(?!云)"),
    re.compile(rf"{LEAD}\s?{NUMBER}{UNIT}(?:左右|上下(?!游|联|班|功|届|级)|以上(?![报述市海交]))"),
    re.compile(rf"(?:至少|不少于|不低于|不下|超过)(?:提前)?\s?{NUMBER}{UNIT}以上(?![报述市海交])"),
    re.compile(rf"(?:最多|至多|不超过|不多于)\s?{NUMBER}{UNIT}(?:以下|以内)"),
)
#: Of these words the first character does not mean «about»: 附近三, 最近三年, 公约一.
NOT_LEADS = frozenset("附最邻靠临远相亲贴就新条公节制预契签合履要盟违失隐特依集走挨迫逼邀解续赴毁")
#: 近十来年 is said so, 近一两; 约三百六十余.
ALLOWED = re.compile(r"近(?:一二|一两|两三|三四|十来)")


def find(passage: Passage) -> Iterator[Fault]:
    """Every number that is said twice to be not exact."""
    text = passage.text
    last = -1
    for pattern in PATTERNS:
        for found in pattern.finditer(text):
            start, end = found.span()
            if start <= last or ALLOWED.match(found[0]):
                continue
            if found[0][0] in "约近" and text[start - 1 : start] in NOT_LEADS:
                continue
            last = start
            yield Fault(start, end, f"“{found[0]}”：前后两个词都表示约数", "只留一个")


RULE = Rule(
    code="P210",
    name="约数重复",
    level="warning",
    source="编辑惯例：约数只表示一次",
    wrong=(
        "共约30余人参加巡河。",
        "水位近三米左右，约占60%以上。",
        "公示期至少10天以上，不超过20天以内。",
    ),
    right=(
        "共30余人参加巡河，水位约3米，占60%以上，近10年多次清淤。",
        "附近三十余户搬走，最近三年左右河见了底；公约一出，10天左右办完。",
        "近30户上下游企业，约200家规模以上企业，走近10多户人家，不少于10天。",
    ),
    find=find,
)
