"""Terms, organisations, persons: what counts depends on the day the issue comes out, and on what is told."""

from __future__ import annotations

from datetime import date

import pytest

from plugins.proofing.lists import Body, Confusion, Former, Lists, Post, Term
from plugins.proofing.proofing import proof_manuscript
from plugins.proofing.remark import Remark

LISTS = Lists(
    confusions=(
        Confusion(wrong="截止", right="截至", level="warning", followed_by=("5", "6")),
        Confusion(wrong="爆发", right="暴发", preceded_by=("水华",), within=2),
        Confusion(wrong="江水", when=("大湾江水",)),
    ),
    terms=(
        Term(wrong="河长", right="湖长", since=date(2018, 1, 1), until=date(2020, 1, 1)),
        Term(wrong="断面达标", right="断面优良", since=date(2020, 1, 1), level="error"),
    ),
    bodies=(
        Body(
            name="生态环境局",
            short=("环境局",),
            wrong=("生态环保局",),
            former=(Former(name="环保局", until=date(2019, 4, 1), not_when=("环保局长沙",)),),
        ),
        Body(name="水务部", former=(Former(name="水利部", until=date(2019, 4, 1)),)),
    ),
    posts=(
        Post(person="江一舟", post="局长", body="澄州市水务局", body_short=("市水务局",), until=date(2020, 3, 1)),
        Post(person="江一舟", post="主任", body="澄州市河长办", since=date(2020, 3, 1)),
        Post(person="陆望川", post="局长", body="澄州市水务局", body_short=("市水务局",), since=date(2020, 3, 1), wrong=("陆旺川",)),
    ),
)  # fmt: skip
MARCH = date(2020, 3, 20)


def said(code: str, text: str, day: date | None = MARCH) -> list[Remark]:
    return proof_manuscript("a.md", text, LISTS, published=day, only=(code,))


def words(code: str, text: str, day: date | None = MARCH) -> list[str]:
    return [each.words for each in said(code, text, day)]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("截止5月，截止时间不变。", ["截止"]),
        ("水华又爆发，歌声爆发。", ["爆发"]),
        ("大湾江水清，江水长。", ["江水"]),
    ],
)
def test_a_confusion_counts_only_in_its_context(text: str, found: list[str]) -> None:
    assert words("P201", text) == found


def test_a_confusion_has_the_level_of_its_entry_and_no_mend_without_a_right_word() -> None:
    (warning,) = said("P201", "截止6月。")
    (error,) = said("P201", "大湾江水清。")
    assert (warning.level, warning.mend, warning.is_safe) == ("warning", "截至", False)
    assert (error.level, error.mend, error.is_safe) == ("error", None, False)


@pytest.mark.parametrize(
    ("day", "found"),
    [
        (date(2017, 12, 31), []),
        (date(2018, 1, 1), ["河长"]),
        (date(2019, 12, 31), ["河长"]),
        (date(2020, 1, 1), ["断面达标"]),
        (None, ["断面达标"]),
    ],
)
def test_a_term_counts_between_its_days(day: date | None, found: list[str]) -> None:
    assert words("P202", "河长说断面达标。", day) == found


@pytest.mark.parametrize(
    ("text", "day", "found"),
    [
        ("市环保局赶到。", MARCH, ["环保局"]),
        ("市环保局赶到。", date(2019, 3, 31), []),
        ("市环保局赶到。", None, ["环保局"]),
        ("原市环保局建的站。", MARCH, []),
        ("2016年，市环保局建站。", MARCH, []),
        ("市环保局更名以后。", MARCH, []),
        ("老人说：“环保局来人了。”", MARCH, []),
        ("《环保局公告》", MARCH, []),
        ("十年前他考进市环保局。", MARCH, []),
        ("水利部门到场，环保局面好转。", MARCH, []),
        ("市生态环保局到场，市环境局到场。", MARCH, ["生态环保局"]),
    ],
)
def test_a_former_name_counts_when_the_text_tells_of_now(
    text: str, day: date | None, found: list[str]
) -> None:
    assert words("P203", text, day) == found


def test_a_name_that_never_was_is_an_error() -> None:
    (wrong,) = said("P203", "市生态环保局到场。")
    (former,) = said("P203", "市环保局到场。")
    assert (wrong.level, former.level) == ("error", "warning")
    assert former.mend == "生态环境局"
    assert not former.is_safe


@pytest.mark.parametrize(
    ("text", "day", "found"),
    [
        ("市水务局局长江一舟说。", date(2020, 2, 29), []),
        ("市水务局局长江一舟说。", MARCH, ["局长江一舟"]),
        ("河长办主任江一舟说，江一舟又说。", MARCH, []),
        ("原市水务局局长江一舟说。", MARCH, []),
        ("市水务局副局长陆望川说。", MARCH, ["副局长陆望川"]),
        ("市水务局局长陆望舟说。", MARCH, ["陆望舟"]),
        ("市水务局局长陆望舟说。", date(2020, 2, 29), []),
        ("市水务局局长王大水说。", MARCH, []),
        ("陆旺川说。", MARCH, ["陆旺川"]),
    ],
)
def test_a_person_holds_the_post_of_the_day(text: str, day: date, found: list[str]) -> None:
    assert words("P204", text, day) == found


def test_empty_lists_say_nothing() -> None:
    text = "市环保局局长江一舟说，截止5月，断面达标。"
    codes = ("P201", "P202", "P203", "P204")
    assert proof_manuscript("a.md", text, Lists(), published=MARCH, only=codes) == []
