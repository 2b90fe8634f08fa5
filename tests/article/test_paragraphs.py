from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plugins.article.paragraphs import separate


@pytest.mark.parametrize(
    ("typed", "separated"),
    [
        ("　　甲\n　　乙", "甲\n\n乙"),
        ("甲\n　　乙", "甲\n\n乙"),
        ("甲\n乙", "甲\n乙"),
        ("甲\n\n　　乙", "甲\n\n乙"),
        ("甲\n　　\n乙", "甲\n\n乙"),
        ("　　- 甲", "- 甲"),
        ("一、甲\n（一）乙", "一、甲\n（一）乙"),
    ],
)
def test_an_indent_begins_a_paragraph(typed: str, separated: str) -> None:
    assert separate(typed, numbered=False) == separated


@pytest.mark.parametrize(
    ("typed", "separated"),
    [
        ("一、甲\n（一）乙\n1. 丙\n（1）丁", "一、甲\n\n（一）乙\n\n1\\. 丙\n\n（1）丁"),
        ("甲\n1. 乙", "甲\n\n1\\. 乙"),
        ("1.乙", "1.乙"),
        ("1．乙", "1．乙"),
        ("甲\n3.5亿元", "甲\n3.5亿元"),
        ("    1. 引文里的", "    1. 引文里的"),
        ("|1. 甲|", "|1. 甲|"),
        ("某省厅\n2020年3月1日", "某省厅\n\n2020年3月1日"),
    ],
)
def test_a_part_number_begins_a_paragraph_in_a_policy_text(typed: str, separated: str) -> None:
    assert separate(typed, numbered=True) == separated


@given(st.text(alphabet="甲一、（）1. \n　"), st.booleans())
def test_nothing_is_lost_but_indents(text: str, numbered: bool) -> None:
    def bare(words: str) -> str:
        return words.replace("\n", "").replace("\\", "").replace("　", "")

    assert bare(separate(text, numbered)) == bare(text)
