from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plugins.hanzi.balance import balanced
from plugins.hanzi.units import width


def lines(shown: str, measure: float) -> str:
    return "/".join(balanced(shown.replace("|", "\u200b"), measure))


@pytest.mark.parametrize(
    ("marked", "measure", "expected"),
    [
        ("一库|清水　两岸|人家", 9, "一库清水　两岸人家"),
        ("一库|清水　两岸|人家", 8, "一库清水/两岸人家"),
        ("一库|清水　两岸|人家", 4, "一库清水/两岸人家"),
        ("甲乙|丙丁|戊己|庚辛|壬癸|子丑", 10, "甲乙丙丁戊己/庚辛壬癸子丑"),
        ("甲乙|丙丁|戊己|庚辛|壬癸|子丑", 5, "甲乙丙丁/戊己庚辛/壬癸子丑"),
        ("甲乙|丙丁　戊己|庚辛|壬癸", 8, "甲乙丙丁/戊己庚辛壬癸"),
        ("甲乙　丙丁|戊己|庚辛|壬癸|子丑|寅卯", 13, "甲乙　丙丁戊己/庚辛壬癸子丑寅卯"),
        ("甲乙丙|丁戊己庚|辛", 7, "甲乙丙/丁戊己庚辛"),
        ("甲乙丙丁|戊", 4, "甲乙丙丁/戊"),
        ("ABCD|EFGH", 4, "ABCDEFGH"),
        ("ABCD|EFGH", 3, "ABCD/EFGH"),
        ("甲乙丙丁", 2, "甲乙/丙丁"),
        ("甲，乙。", 1, "甲，/乙。"),
        ("2020年", 1, "2020年"),
        ("", 5, ""),
    ],
)
def test_lines(marked: str, measure: float, expected: str) -> None:
    assert lines(marked, measure) == expected


def test_one_line_more_is_taken_for_a_well_shaped_end() -> None:
    assert lines("甲乙丙丁戊己|庚辛壬|癸子", 9) == "甲乙丙丁戊己/庚辛壬癸子"
    assert lines("甲乙丙|丁戊己庚辛壬|癸子", 9) == "甲乙丙/丁戊己庚辛壬癸子"


MARKED = st.lists(
    st.text(alphabet="治污水ab", min_size=1, max_size=5), min_size=1, max_size=12
).flatmap(lambda pieces: st.sampled_from("\u200b\u3000").map(lambda mark: mark.join(pieces)))


@given(MARKED, st.integers(5, 20))
def test_characters_stay_and_lines_fit(marked: str, measure: int) -> None:
    result = balanced(marked, measure)
    bare = marked.replace("\u200b", "").replace("\u3000", "")
    assert "".join(result).replace("\u3000", "") == bare
    assert all(width(line) <= 2 * measure for line in result)


@given(MARKED, st.integers(5, 20))
def test_a_wider_measure_never_takes_more_lines_than_one_more(marked: str, measure: int) -> None:
    assert len(balanced(marked, measure + 3)) <= len(balanced(marked, measure)) + 1
