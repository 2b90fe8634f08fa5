from __future__ import annotations

from plugins.article.kinds import Kind


def test_the_kinds_of_the_contract() -> None:
    assert {kind.value: kind.slug for kind in Kind} == {
        "消息": "news",
        "资讯": "short-news",
        "评论": "editorial",
        "通讯": "feature",
        "人物": "profile",
        "公文": "official",
        "问答": "interview",
        "图片": "photo",
    }
