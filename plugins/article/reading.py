"""How the value behind a front-matter key is read; a wrong value raises ValueError in Chinese."""

from __future__ import annotations

import re
from datetime import date

from plugins.article.kinds import Kind
from plugins.article.review import Review
from plugins.hanzi.names import split_names

DAY = re.compile(r"(\d{4})\s*[-/.年]\s*(\d{1,2})\s*[-/.月]\s*(\d{1,2})\s*日?")
YES = frozenset({"是", "yes", "true", "1", "公开"})
NO = frozenset({"否", "no", "false", "0", "不公开", ""})
DISCLOSURES = ("主动公开", "依申请公开", "不予公开")
#: The three levels of state secrets (保守国家秘密法; GB/T 9704-2012, 7.2.2), and behind a star how long.
SECRECY = re.compile(r"(绝密|机密|秘密)(?:\s*[★☆*＊]\s*(\S.*))?")
#: 党政机关公文处理工作条例 九（三）; the words of telegrams are not for a sheet.
URGENCIES = ("特急", "加急")


def words(value: str) -> str:
    """Plain text, inner runs of white space kept as one space (a permitted break)."""
    return re.sub(r"[ \t\u3000]+", " ", value.strip())


def names(value: str) -> tuple[str, ...]:
    """A list of personal names or units."""
    return split_names(value)


def terms(value: str) -> tuple[str, ...]:
    """A list of tags: commas and enumeration marks divide, spaces inside a Latin tag stay."""
    parts = re.split(r"[,，、;；|]+", value)
    return tuple(dict.fromkeys(part.strip() for part in parts if part.strip()))


def yes_or_no(value: str) -> bool:
    """是 or 否."""
    folded = value.strip().lower()
    if folded in YES:
        return True
    if folded in NO:
        return False
    raise ValueError(f"“{value}”看不懂，请写“是”或“否”")


def kind(value: str) -> Kind:
    """One of the kinds."""
    try:
        return Kind(value.strip())
    except ValueError:
        known = "、".join(each.value for each in Kind)
        raise ValueError(f"“{value}”不是体裁。可用的有：{known}") from None


def day(value: str) -> date:
    """A day, typed 2020-03-20, 2020/3/20 or 2020年3月20日."""
    match = DAY.fullmatch(value.strip())
    if not match:
        raise ValueError(f"“{value}”不是日期，请写成 2020-03-20 或 2020年3月20日")
    try:
        return date(*(int(part) for part in match.groups()))
    except ValueError:
        raise ValueError(f"“{value}”这一天不存在") from None


def review(value: str) -> Review:
    """A review signed: names, then the day: 王某 2020-03-02."""
    found = DAY.search(value)
    signed = names(value[: found.start()] if found else value)
    if not found or not signed or value[found.end() :].strip():
        raise ValueError(f"“{value}”看不懂，请写姓名和日期，如：王某 2020-03-02")
    return Review(signed, day(found[0]))


def disclosure(value: str) -> str:
    """How a policy text is disclosed (政府信息公开条例)."""
    if value.strip() not in DISCLOSURES:
        raise ValueError(f"“{value}”不是公开属性。可用的有：{'、'.join(DISCLOSURES)}")
    return value.strip()


def secrecy(value: str) -> str:
    """Level of secrecy (7.2.2) and how long, a star between them."""
    match = SECRECY.fullmatch(value.strip())
    if not match:
        raise ValueError(
            f"“{value}”不是密级，请写成“秘密”“机密”或“绝密”，后面可加保密期限，如“机密★1年”；"
            "不涉密的，请删去这一行"
        )
    return f"{match[1]}★{match[2]}" if match[2] else match[1]


def urgency(value: str) -> str:
    """How urgent a policy text is (7.2.3)."""
    if value.strip() not in URGENCIES:
        raise ValueError(f"“{value}”不是紧急程度。可用的有：{'、'.join(URGENCIES)}")
    return value.strip()
