"""Collation: whatever differs between copy text and stream is found, named, and in its place."""

from __future__ import annotations

from itertools import accumulate

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from plugins.press.proof.collation import collate
from plugins.press.proof.copytext import Copy, Unit
from plugins.press.proof.resuming import agreement, likeness

FIRST = "河面宽了，芦苇也高了，守河的人比去年多了两个。他们每天沿着堤脚走十一公里。"
SECOND = "入冬以后水位下降，露出三处没有登记的排口，当天就报给了分局，次日封堵。"
THIRD = "春汛之前还要再走两遍，一遍看堤，一遍看闸。"
STORY = Copy(
    "a.md",
    "a",
    (FIRST, SECOND, THIRD),
    (
        Unit("标题", ("守河人的冬天",), "head"),
        Unit("副题", ("——岚江大湾见闻",), "head"),
        Unit("供稿", ("供稿某市生态环境局",), "ends"),
        Unit("图说", ("巡河船靠岸，队员换班。（资料图片）",)),
        Unit(
            "表格",
            ("断面总磷大湾0.13渡口0.15",),
            rows=("断面总磷", "大湾0.13", "渡口0.15"),
            again="断面总磷",
        ),
        Unit("注释", ("1.大湾断面为省控断面。",)),
    ),
)
OTHER = Copy("b.md", "b", ("三月里下了一场透雨，树都醒了。",), (Unit("标题", ("雨后",), "head"),))
HEAD = "守河人的冬天——岚江大湾见闻供稿某市生态环境局"
CAPTION = "巡河船靠岸，队员换班。（资料图片）"
TABLE = "断面总磷大湾0.13渡口0.15"
NOTE = "1.大湾断面为省控断面。"
NEXT = "雨后三月里下了一场透雨，树都醒了。"
WHOLE = HEAD + CAPTION + FIRST + SECOND + TABLE + THIRD + NOTE + NEXT


def kinds(stream: str, *copies: Copy) -> list[tuple[str, str]]:
    faults = collate(copies or (STORY, OTHER), stream).faults
    return [(fault.kind, fault.words) for fault in faults]


def test_the_whole_text_has_no_fault() -> None:
    made = collate((STORY, OTHER), WHOLE)
    assert not made.faults
    assert made.headlines == {0: 0, 1: len(WHOLE) - len(NEXT)}


@pytest.mark.parametrize(
    "place", [len(HEAD), len(HEAD) + 7, len(HEAD + FIRST), len(HEAD + FIRST) + 9]
)
def test_a_caption_may_stand_anywhere_in_its_article(place: int) -> None:
    text = HEAD + FIRST + SECOND
    moved = text[:place] + CAPTION + text[place:] + TABLE + THIRD + NOTE + NEXT
    assert kinds(moved) == []


def test_a_caption_must_not_stand_in_another_article() -> None:
    assert kinds(WHOLE.replace(CAPTION, "") + CAPTION) == [("moved", CAPTION)]


def test_a_caption_that_begins_like_the_running_text() -> None:
    same = Copy("c.md", "c", (FIRST,), (Unit("图说", ("河面宽了，芦苇也高了，守河的人在换班。",)),))
    assert kinds(same.units[0].forms[0] + FIRST, same) == []
    assert kinds(FIRST + same.units[0].forms[0], same) == []


def test_a_heading_stands_before_its_article() -> None:
    late = WHOLE.replace("——岚江大湾见闻", "").replace(SECOND, SECOND + "——岚江大湾见闻")
    assert ("moved", "——岚江大湾见闻") in kinds(late)


def test_a_divided_table_may_repeat_its_head_between_rows() -> None:
    divided = "断面总磷大湾0.13断面总磷渡口0.15"
    stream = WHOLE.replace(TABLE, divided)
    assert not collate((STORY, OTHER), stream).faults
    torn = WHOLE.replace(TABLE, "断面总磷大湾断面总磷0.13渡口0.15")
    assert collate((STORY, OTHER), torn).faults


@pytest.mark.parametrize(
    ("stream", "expected"),
    [
        (WHOLE.replace("芦苇也高", "芦也高"), [("lost", "苇")]),
        (WHOLE.replace("芦苇也高", "芦苇苇也高"), [("surplus", "苇")]),
        (WHOLE.replace(SECOND, ""), [("lost", SECOND)]),
        (WHOLE.replace(SECOND, SECOND * 2), [("doubled", SECOND)]),
        (WHOLE.replace(FIRST + SECOND, SECOND + FIRST), [("moved", SECOND)]),
        (WHOLE.replace("——岚江大湾见闻", ""), [("absent", "——岚江大湾见闻")]),
        (WHOLE.replace(CAPTION, ""), [("absent", CAPTION)]),
        (WHOLE.replace(CAPTION, CAPTION * 2), [("doubled", CAPTION)]),
        (WHOLE.replace("队员换班", "队换班"), [("lost", "员")]),
        (WHOLE.replace("0.13", ""), [("lost", "0.13")]),
        (WHOLE.replace(NOTE, ""), [("absent", NOTE)]),
        (WHOLE.replace("供稿某", "某"), [("lost", "供稿")]),
        (WHOLE.replace("雨后", ""), [("absent", "雨后")]),
        (WHOLE + "编", [("surplus", "编")]),
        (WHOLE.replace("两遍", "三遍"), [("lost", "两"), ("surplus", "三")]),
    ],
)
def test_each_fault_is_found_and_told(stream: str, expected: list[tuple[str, str]]) -> None:
    assert kinds(stream) == expected


def test_a_filler_may_stand_anywhere_once_or_not_at_all() -> None:
    spare = (Unit("补白", ("节水小常识：淘米水浇花。",)),)
    filler = spare[0].forms[0]
    for stream in (WHOLE, WHOLE + filler, WHOLE.replace(SECOND, SECOND[:9] + filler + SECOND[9:])):
        assert not collate((STORY, OTHER), stream, spare=spare).faults
    assert collate((STORY, OTHER), WHOLE + filler * 2, spare=spare).faults
    assert collate((STORY, OTHER), WHOLE + filler).faults


def test_an_article_missing_is_lost_whole() -> None:
    assert {words for kind, words in kinds(HEAD + CAPTION + FIRST)} >= {SECOND + THIRD, NOTE, TABLE}


def test_nothing_printed_loses_everything() -> None:
    lost = "".join(words for kind, words in kinds("") if kind in ("lost", "absent"))
    assert sorted(lost) == sorted(WHOLE)


@settings(max_examples=300, deadline=None)
@given(place=st.integers(0, len(WHOLE) - 1), doubled=st.booleans())
def test_one_character_lost_or_doubled_is_found_in_its_place(place: int, doubled: bool) -> None:
    middle = WHOLE[place] * 2 if doubled else ""
    faults = collate((STORY, OTHER), WHOLE[:place] + middle + WHOLE[place + 1 :]).faults
    assert faults
    assert min(abs(fault.at - place) for fault in faults) <= 20


TEXT = st.text("河面宽了芦苇高。", max_size=60)


@given(TEXT, TEXT, TEXT)
def test_agreement_is_the_longest(before: str, left: str, right: str) -> None:
    length = agreement(before + left, len(before), right, 0)
    assert left[:length] == right[:length]
    assert left[length : length + 1] != right[length : length + 1] or length == len(left)


@settings(deadline=None)
@given(st.lists(st.text("河面宽了芦苇高。", min_size=1, max_size=40), max_size=6), TEXT)
def test_no_fault_means_the_same_text(paragraphs: list[str], printed: str) -> None:
    copy = Copy("a.md", "a", tuple(paragraphs))
    assert not collate((copy,), "".join(paragraphs)).faults
    if printed != "".join(paragraphs):
        assert collate((copy,), printed).faults


@settings(deadline=None)
@given(st.permutations([FIRST, SECOND, THIRD, CAPTION]))
def test_only_the_order_of_the_copy_passes(order: list[str]) -> None:
    copy = Copy("a.md", "a", (FIRST, SECOND, THIRD), (Unit("图说", (CAPTION,)),))
    running = [each for each in order if each != CAPTION]
    faults = collate((copy,), "".join(order), frozenset(accumulate(map(len, order)))).faults
    assert bool(faults) == (running != [FIRST, SECOND, THIRD])


def test_likeness() -> None:
    assert likeness(FIRST, FIRST) == 1
    assert likeness(FIRST, FIRST[1:]) > 0.9
    assert likeness(FIRST, THIRD) == 0
    assert likeness("", THIRD) == 0
