from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plugins.hanzi.numerals import read_number


@pytest.mark.parametrize(
    ("text", "level", "number", "rest"),
    [
        ("一、总体要求", 1, "一、", "总体要求"),
        ("十二、附则", 1, "十二、", "附则"),
        ("一、 总体要求", 1, "一、", "总体要求"),
        ("（一）强化监管", 2, "（一）", "强化监管"),
        ("(三)强化监管", 2, "(三)", "强化监管"),
        ("（一）、强化监管", 2, "（一）", "强化监管"),
        ("（二十一）", 2, "（二十一）", ""),
        ("1. 工业源", 3, "1.", "工业源"),
        ("1.工业源", 3, "1.", "工业源"),
        ("1．工业源", 3, "1．", "工业源"),
        ("12、工业源", 3, "12、", "工业源"),
        ("（1）摸底", 4, "（1）", "摸底"),
        ("(12) 摸底", 4, "(12)", "摸底"),
    ],
)
def test_number(text: str, level: int, number: str, rest: str) -> None:
    assert read_number(text) == (level, number, rest)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "总体要求",
        "一是加强领导",
        "一年来",
        "3.5亿元",
        "2020年3月",
        "（2020年3月）",
        "（试行）",
        "第一、二季度",
        "100. 太多",
        "“一、”",
    ],
)
def test_no_number(text: str) -> None:
    assert read_number(text) is None


@given(st.sampled_from(["一、", "（十）", "9.", "（3）"]), st.text(alphabet="治理，。 12（一）"))
def test_nothing_is_lost_but_space(number: str, rest: str) -> None:
    found = read_number(number + rest)
    if found is not None:
        assert (found.number + found.rest).replace(" ", "") in (number + rest).replace(" ", "")
        assert found.rest == "" or rest.endswith(found.rest)
