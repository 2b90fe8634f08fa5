"""体裁: which kind an article is, from its shape."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from plugins.article.kinds import Kind
from plugins.intake import officialfacts
from plugins.intake.draft import Block, Paragraph, Picture

SHORT, PHOTO_TEXT = 500, 400
QUESTION = re.compile(r"(?:问|記者|记者|主持人|答)\s*[：:]")
EDITORIAL = re.compile(r"评论员|时评|社论|短评|快评|卷首语|杂谈|随笔")
FEATURE = re.compile(r"纪实|侧记|见闻|手记|札记|纪事|采访记|观察")
PROFILE = re.compile(r"^记|人物|的故事|先进事迹")


def kind(
    fields: Mapping[str, str], blocks: Sequence[Block], addressed: bool
) -> tuple[Kind, float, str]:
    """(kind, confidence, reason)."""
    headline = fields.get("标题", "")
    if "发文字号" in fields:
        return Kind.OFFICIAL, 0.97, "有发文字号"
    official = re.sub(r"[（(][^（）()]*[）)]$", "", headline).endswith(officialfacts.KINDS)
    if official and (addressed or "成文日期" in fields):
        return Kind.OFFICIAL, 0.9, "标题是公文的写法，有主送机关或落款"
    paragraphs = [each for each in blocks if isinstance(each, Paragraph)]
    length = sum(len(each.text) for each in paragraphs)
    if sum(bool(QUESTION.match(each.text)) for each in paragraphs) >= 3:
        return Kind.INTERVIEW, 0.85, "多处以“问：”“答：”开头"
    if sum(isinstance(each, Picture) for each in blocks) >= 3 and length < PHOTO_TEXT:
        return Kind.PHOTO, 0.7, "三张以上图片，文字很少"
    title = f"{headline} {fields.get('副题', '')} {fields.get('引题', '')}"
    if EDITORIAL.search(title + fields.get("作者", "")):
        return Kind.EDITORIAL, 0.7, "标题或作者里有评论的字样"
    if PROFILE.search(fields.get("副题", "")):
        return Kind.PROFILE, 0.6, "副题以“记”开头，像人物稿"
    if FEATURE.search(title):
        return Kind.FEATURE, 0.7, "标题里有通讯的字样"
    if length < SHORT:
        return Kind.SHORT_NEWS, 0.75, f"正文只有 {length} 字"
    return Kind.NEWS, 0.75, "没有别的体裁的特征"
