from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest

from plugins.article import reading
from plugins.article.kinds import Kind


@pytest.mark.parametrize(
    ("typed", "read"),
    [("甲　乙", "甲 乙"), ("甲  乙", "甲 乙"), (" 甲 ", "甲"), ("甲\t乙", "甲 乙"), ("", "")],
)
def test_words(typed: str, read: str) -> None:
    assert reading.words(typed) == read


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        ("大气, 水", ("大气", "水")),
        ("大气，水、土；固废;噪声|核", ("大气", "水", "土", "固废", "噪声", "核")),
        ("open data, 水", ("open data", "水")),
        ("水, 水", ("水",)),
        (",,", ()),
    ],
)
def test_terms(typed: str, read: tuple[str, ...]) -> None:
    assert reading.terms(typed) == read


@pytest.mark.parametrize(
    ("typed", "read"),
    [("是", True), (" 是 ", True), ("YES", True), ("公开", True), ("否", False), ("不公开", False)],
)
def test_yes_or_no(typed: str, read: bool) -> None:
    assert reading.yes_or_no(typed) is read


@pytest.mark.parametrize("kind", Kind)
def test_kind(kind: Kind) -> None:
    assert reading.kind(f" {kind.value} ") is kind


@pytest.mark.parametrize(
    "typed",
    ["2020-03-20", "2020-3-20", "2020/3/20", "2020.3.20", "2020年3月20日", "2020 年 3 月 20 日"],
)
def test_day(typed: str) -> None:
    assert reading.day(typed) == date(2020, 3, 20)


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        ("秘密", "秘密"),
        (" 绝密 ", "绝密"),
        ("机密★1年", "机密★1年"),
        ("机密 ☆ 1年", "机密★1年"),
        ("绝密*长期", "绝密★长期"),
        ("机密＊启用前", "机密★启用前"),
    ],
)
def test_secrecy(typed: str, read: str) -> None:
    assert reading.secrecy(typed) == read


@pytest.mark.parametrize("typed", reading.URGENCIES)
def test_urgency(typed: str) -> None:
    assert reading.urgency(f" {typed} ") == typed


@pytest.mark.parametrize("typed", reading.DISCLOSURES)
def test_disclosure(typed: str) -> None:
    assert reading.disclosure(f" {typed} ") == typed


@pytest.mark.parametrize(
    ("read", "typed", "words"),
    [
        (reading.yes_or_no, "也许", ["也许", "“是”", "“否”"]),
        (reading.kind, "社论", ["社论", "消息、资讯、评论、通讯、人物、公文、问答、图片"]),
        (reading.day, "三月", ["三月", "2020-03-20"]),
        (reading.day, "2020-02-30", ["2020-02-30", "不存在"]),
        (reading.day, "20200320", ["20200320"]),
        (reading.secrecy, "内部", ["内部", "机密★1年", "删去这一行"]),
        (reading.secrecy, "机密★", ["机密★"]),
        (reading.secrecy, "机密1年", ["机密★1年"]),
        (reading.urgency, "急", ["急", "特急、加急"]),
        (reading.disclosure, "公开", ["公开", "主动公开、依申请公开、不予公开"]),
    ],
)
def test_wrong_values_say_what_is_right(
    read: Callable[[str], object], typed: str, words: list[str]
) -> None:
    with pytest.raises(ValueError, match=typed) as caught:
        read(typed)
    assert all(word in str(caught.value) for word in words)
