"""Passages read as a reader reads, and every character knows where it stands."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plugins.article.kinds import Kind
from plugins.proofing.inline import HOLE
from plugins.proofing.passages import read_proof, slice_of
from plugins.proofing.record import Passage

FRONT = "---\n引题: 望津市两年办三件事\n标题: 退出来的岸线\n作者: 罗松年\n提要: 江水变清，\n  岸线还民。\n---\n\n"


def forms(source: str) -> list[tuple[str, str]]:
    return [(each.form, each.text) for each in read_proof("a.md", source).passages]


def typed(passage: Passage) -> str:
    """What stands in the source from the first character of a passage to its end."""
    return passage.proof.source[passage.places[0] : passage.places[-1]]


def test_fields_that_are_read_come_first() -> None:
    proof = read_proof("a.md", FRONT + "正文。")
    assert [(each.key, each.text) for each in proof.passages] == [
        ("引题", "望津市两年办三件事"),
        ("标题", "退出来的岸线"),
        ("提要", "江水变清， 岸线还民。"),
        ("", "正文。"),
    ]


def test_a_text_without_front_matter_is_all_body() -> None:
    proof = read_proof("a.md", "岚江水清。")
    assert proof.kind is Kind.NEWS
    assert proof.body_start == 0


def test_front_matter_that_never_ends_has_no_body() -> None:
    """The reader of articles refuses such a file (A105)."""
    assert forms("---\n标题: 甲\n\n岚江水清。") == [("field", "甲")]


def test_a_colon_in_a_line_that_goes_on_begins_no_field() -> None:
    source = "---\n标题: 甲\n  其一：乙\n---\n"
    assert forms(source) == [("field", "甲 其一：乙")]


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("## 先让水慢下来", [("heading", "先让水慢下来")]),
        ("- 清淤\n- 截污", [("item", "清淤"), ("item", "截污")]),
        ("1. 清淤\n2. 截污", [("item", "清淤"), ("item", "截污")]),
        ("> 江水\n> 变清。", [("quote", "江水变清。")]),
        ("|甲|乙|\n|---|:--:|\n|1|2|", [("cell", each) for each in "甲乙12"]),
        ("![大湾左岸](photos/a.jpg)", [("caption", "大湾左岸")]),
        (
            '!!! 链接 "时间表"\n    完成清查。\n\n外面。',
            [("box", "时间表"), ("box", "完成清查。"), ("paragraph", "外面。")],
        ),
        ("正文[^1]。\n\n[^1]: 省控断面。", [("paragraph", "正文。"), ("paragraph", "省控断面。")]),
        ("```\n代码,代码\n```\n正文。", [("paragraph", "正文。")]),
        ("<!-- 校对,\n忽略 -->\n正文。", [("paragraph", "正文。")]),
        ("江水\n变清。\n　　第二段。", [("paragraph", "江水变清。"), ("paragraph", "第二段。")]),
        ("上段。\n---\n下段。", [("paragraph", "上段。"), ("paragraph", "下段。")]),
        ("plain\nwords", [("paragraph", "plain words")]),
    ],
)
def test_blocks(source: str, expected: list[tuple[str, str]]) -> None:
    assert forms(source) == expected


@pytest.mark.parametrize(
    ("source", "text"),
    [
        ("**一是**摸清*底数*。", "一是摸清底数。"),
        ("见[通知全文](a.md)。", "见通知全文。"),
        ("[菰]{ruby=gū}和[岸线]{.dots}", "菰和岸线"),
        ("按`code`办", f"按{HOLE}办"),
        ("SO<sub>2</sub>下降", "SO2下降"),
        (r"1\*2\_3", "1*2_3"),
        ("**没有配对", "**没有配对"),
        ("甲<!-- 说明 -->乙", "甲乙"),
        ("**[甲](b.md)**乙", "甲乙"),
    ],
)
def test_markup_is_taken_out(source: str, text: str) -> None:
    assert forms(source) == [("paragraph", text)]


def test_numbers_begin_paragraphs_in_policy_texts_only() -> None:
    body = "一、总体要求\n（一）工作目标\n1. 清淤\n2020年3月6日"
    assert len(forms(f"---\n标题: 通知\n体裁: 公文\n---\n{body}")) == 5
    assert forms(f"---\n标题: 通知\n---\n{body}")[1] == ("paragraph", "一、总体要求（一）工作目标")


def test_levels_and_numbers() -> None:
    passages = read_proof("a.md", "## 甲\n\n### 乙\n\n丙").passages
    assert [each.level for each in passages] == [2, 3, 0]
    assert [each.number for each in passages] == [0, 1, 2]


def test_year_by_day_or_key() -> None:
    assert read_proof("a.md", "甲", published=date(2021, 1, 5), issue_key="2020-12").year == 2021
    assert read_proof("a.md", "甲", issue_key="2020-12").year == 2020
    assert read_proof("a.md", "甲").year is None


def test_a_slice_is_as_typed() -> None:
    proof = read_proof("a.md", "甲**乙**")
    assert slice_of(proof, 1, 5).text == "**乙*"


PIECES = st.sampled_from(
    ["岚江水清，", "PM2.5", "**", "*", "_", "`", "[", "](a.md)", "]{.dots}", "![", "](p.jpg)", "\n", "\n\n", "　　", "    ", "> ", "- ",
     "1. ", "一、", "## ", "|", "---", "<b>", "</b>", "<!--", "-->", "[^1]", "[^1]: ", "!!! 链接 \"题\"", "\\", "\u00a0", " ", "```", "标题: 甲", "：", "”", "(", ")"]
)  # fmt: skip


@given(st.lists(PIECES, max_size=30).map("".join))
def test_every_character_knows_its_place(source: str) -> None:
    for passage in read_proof("a.md", source).passages:
        places = list(passage.places)
        assert len(places) == len(passage.text) + 1
        assert places == sorted(set(places))
        for char, place in zip(passage.text, places, strict=False):
            assert source[place] == char or char in (HOLE, " ")
        assert typed(passage)
