"""Whom a profile is about."""

from __future__ import annotations

import pytest

from plugins.article.kinds import Kind
from plugins.article.subjects import subject
from tests.web.archives import article

TOLD = "纪素娟来了。纪素娟说，要快。大家都说纪素娟好。"


@pytest.mark.parametrize(
    ("headline", "deck", "text", "found"),
    [
        ("小数点", "记监测中心高级工程师纪素娟", TOLD, "纪素娟"),
        ("小数点", "记监测中心高级工程师纪素娟同志", TOLD, "纪素娟"),
        ("夜查队长乔翀", "", "乔翀" * 3, "乔翀"),
        ("闻人", "站长欧阳清和", "欧阳清和，欧阳清和，欧阳清和。", "欧阳清和"),
        ("小数点", "记监测中心高级工程师纪素娟", "只提到一次纪素娟。", ""),
        ("小数点", "记一群人", "没有名字。", ""),
        ("记者纪素娟", "", TOLD, "纪素娟"),
    ],
)
def test_the_name_at_the_end(headline: str, deck: str, text: str, found: str) -> None:
    profile = article(0, "a", kind=Kind.PROFILE, headline=headline, deck=deck, text=text)
    assert subject(profile) == found


def test_other_kinds_have_no_subject() -> None:
    assert subject(article(0, "a", headline="记工程师纪素娟", text=TOLD)) == ""
