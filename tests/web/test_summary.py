from __future__ import annotations

from dataclasses import replace

import pytest

from plugins.article.record import Article, Picture
from plugins.toc.record import Entry
from plugins.web.summary import cut, summary

ARTICLE = Article(
    issue_key="2020-03", stem="a", path="2020-03/a.md", headline="题", body="", text=""
)


@pytest.mark.parametrize(
    ("text", "length", "shown"),
    [
        ("短句。", 10, "短句。"),
        ("一江清水向东流。两岸人家。", 9, "一江清水向东流。"),
        ("他说：“好。”然后走了很远的路。", 9, "他说：“好。”"),
        ("断面中，优良的占八成，劣五类消失", 12, "断面中，优良的占八成…"),
        ("没有停顿也没有句号的很长一句话", 6, "没有停顿也…"),
    ],
)
def test_cut(text: str, length: int, shown: str) -> None:
    assert cut(text, length) == shown


def test_the_standfirst_wins() -> None:
    assert summary(replace(ARTICLE, standfirst="提要。", text="正文。")) == "提要。"


def test_subheads_and_captions_are_no_beginning() -> None:
    text = "二十一时十分看图这一个小标题也不短呢朋友们\n江边的图说也写得不短足有二十个字上下吧\n真正的第一段在这里，一共有二十来个字。"
    article = replace(
        ARTICLE,
        text=text,
        outline=(Entry(2, "a-1", "", text.split("\n")[0]),),
        pictures=(Picture("a.jpg", text.split("\n")[1]),),
    )
    assert summary(article) == text.split("\n")[2]
