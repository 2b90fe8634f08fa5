"""Lines that say themselves what they are: 作者：…, 供稿：…, 来源：…."""

from __future__ import annotations

import re

from plugins.intake import officialfacts
from plugins.intake.found import LISTS

#: What people write → the key of the contract; "": no matter for the manuscript.
KEYS = {
    "标题": "标题", "主标题": "标题", "题目": "标题", "主题": "标题", "引题": "引题", "肩题": "引题", "眉题": "引题",
    "副题": "副题", "副标题": "副题", "作者": "作者", "撰稿": "作者", "撰稿人": "作者", "供稿人": "作者", "通讯员": "作者", "记者": "作者",
    "供稿": "供稿", "供稿单位": "供稿", "来稿单位": "供稿", "报送单位": "供稿", "作者单位": "供稿", "选送单位": "供稿", "单位": "供稿", "投稿单位": "供稿", "来源": "来源", "信息来源": "来源", "稿件来源": "来源",
    "來源": "来源", "摄影": "摄影", "图片": "摄影", "责编": "责编", "责任编辑": "责编", "编辑": "责编", "提要": "提要", "摘要": "提要", "导语": "提要",
    "标签": "标签", "关键词": "标签", "体裁": "体裁", "发布时间": "日期", "发布日期": "日期", "时间": "日期", "日期": "日期",
    "发文机关": "发文机关", "发文字号": "发文字号", "文号": "发文字号", "主送": "主送", "签发": "签发", "签发人": "签发", "抄送": "抄送",
    "公开属性": "公开属性", "成文日期": "成文日期", "审核": "", "审稿": "", "核稿": "", "校对": "", "初审": "", "终审": "",
}  # fmt: skip
NAMES = "|".join(sorted(map(re.escape, KEYS), key=len, reverse=True))
LABEL = re.compile(rf"[【（(\[]?\s*({NAMES})\s*[】\]]?\s*[:：]\s*(.+?)\s*[）)\]]?")
#: Several labels in one line: 2020-03-23 10:20 来源：… 作者：…
DAY = re.compile(r"(\d{4})\s*[-/.年]\s*(\d{1,2})\s*[-/.月]\s*(\d{1,2})\s*日?")
CLOCK = re.compile(r"\d{1,2}:\d{2}(?::\d{2})?")
#: «记者：最难的是哪一步？» is said by one and tells no name.
SPOKEN = re.compile(r"[。！？?!；…]")
ROLES = re.compile(r"(?:本报|本刊|本网|特约|见习)*(?:记者|通讯员|撰稿人?)\s*[:：]?")
INSIDE = re.compile(rf"[\s|｜　]+(?=(?:{NAMES})\s*[:：])")
#: Tools of a web page behind the labels.
TOOLS = re.compile(r"[\s　|｜]+(?:字[号體体號]|浏览|阅读|点击|打印|分享|【|\[).*$")


def read(text: str) -> dict[str, str]:
    """Key → value of a line of labels, perhaps with a day before them; {} for any other line."""
    found: dict[str, str] = {}
    for part in INSIDE.split(TOOLS.sub("", text.strip())):
        bare = part.strip(" \t\u3000|｜")
        match = LABEL.fullmatch(bare)
        if match:
            key = KEYS[match[1]]
            if key in LISTS and SPOKEN.search(match[2]):
                return {}
            value = _value(key, match[2].strip())
            found[key] = f"{found[key]} {value}" if key in LISTS and key in found else value
        elif iso(bare):
            found["日期"] = iso(bare)
        else:
            return {}
    return {key: value for key, value in found.items() if key and value}


def _value(key: str, words: str) -> str:
    """A day as the contract writes it; names without what their bearers are."""
    if key == "日期":
        return iso(words)
    return " ".join(ROLES.sub(" ", words).split()) if key == "作者" else words


def iso(text: str) -> str:
    """A day at the head of ``text``, which holds nothing else but a time, as 2020-03-23; "" for none."""
    text = text.strip("（）()")
    match = DAY.match(text)
    if match is None or CLOCK.sub("", text[match.end() :]).strip():
        return ""
    made = officialfacts.day(f"{match[1]}年{match[2]}月{match[3]}日")
    return made.isoformat() if made else ""
