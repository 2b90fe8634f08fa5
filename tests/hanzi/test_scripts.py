from __future__ import annotations

import pytest

from plugins.hanzi.scripts import count_characters, is_chinese, is_han


@pytest.mark.parametrize("char", "一龥〇㐀豈𠀀𪜶鿿")
def test_han(char: str) -> None:
    assert is_han(char)
    assert is_chinese(char)


@pytest.mark.parametrize("char", "，。、“”（）《》—…·　％")
def test_full_width_marks_are_chinese_but_not_han(char: str) -> None:
    assert is_chinese(char)
    assert not is_han(char)


@pytest.mark.parametrize("char", "aZ0,.()%éа한か\u4dff")
def test_neither(char: str) -> None:
    assert not is_chinese(char)


@pytest.mark.parametrize(
    ("text", "length"),
    [("治理，污染。", 6), ("治理 污染\n\t　", 4), ("PM2.5", 5), ("", 0), ("甲\u200b乙\ufeff", 2)],
)
def test_length(text: str, length: int) -> None:
    assert count_characters(text) == length
