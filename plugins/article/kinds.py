"""体裁: the kinds of article, and what each is called in addresses and styles."""

from __future__ import annotations

from enum import Enum


class Kind(Enum):
    """A kind; the value is the word an editor writes, `slug` the name in class attributes."""

    NEWS = "消息"
    SHORT_NEWS = "资讯"
    EDITORIAL = "评论"
    FEATURE = "通讯"
    PROFILE = "人物"
    OFFICIAL = "公文"
    INTERVIEW = "问答"
    PHOTO = "图片"

    @property
    def slug(self) -> str:
        """The kind's English name as it stands in class attributes."""
        return self.name.lower().replace("_", "-")
