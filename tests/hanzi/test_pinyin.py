from __future__ import annotations

import subprocess
import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plugins.hanzi.pinyin import OTHER, SURNAMES, name_sound, unit_sound, word_sound


@pytest.mark.parametrize(
    ("name", "letter"),
    [
        ("单小川", "S"), ("曾志远", "Z"), ("解明", "X"), ("查一禾", "Z"), ("仇若谷", "Q"),
        ("区小明", "O"), ("翟青原", "Z"), ("覃海澜", "Q"), ("盖世成", "G"), ("种文", "C"),
        ("乐小明", "Y"), ("朴一鸣", "P"), ("繁星", "P"), ("折向东", "S"),
        ("尉迟清", "Y"), ("万俟平", "M"), ("长孙明", "Z"), ("令狐远", "L"), ("澹台一", "T"),
        ("李小满", "L"), ("欧阳清和", "O"), ("王莹", "W"), ("阿依古丽·买买提", "A"),
        ("Rachel Green", "R"), ("《岚江环境》评论员", "L"), ("3号", OTHER), ("", OTHER), ("——", OTHER),
    ],
)  # fmt: skip
def test_a_name_stands_under_its_letter(name: str, letter: str) -> None:
    assert name_sound(name).initial == letter


@pytest.mark.parametrize(
    ("unit", "letter"),
    [
        ("长滦市生态环境局", "C"), ("重庆站", "C"), ("省生态环境厅办公室", "S"),
        ("《岚江环境》编辑部", "L"), ("栖川市生态环境局", "Q"), ("云峤市生态环境局", "Y"),
    ],
)  # fmt: skip
def test_a_unit_stands_under_its_letter(unit: str, letter: str) -> None:
    assert unit_sound(unit).initial == letter


def test_a_surname_is_only_so_read_in_a_name() -> None:
    assert name_sound("解明").initial == "X"
    assert word_sound("解读").initial == "J"
    assert word_sound("长者").initial == "Z"


def test_order_is_by_sound_then_tone_then_writing() -> None:
    names = ["李四", "黎四", "李三", "林四", "梁四", "厉四", "郦四"]
    assert sorted(names, key=name_sound) == ["黎四", "李三", "李四", "厉四", "郦四", "梁四", "林四"]


def test_latin_words_sort_without_regard_to_case() -> None:
    assert word_sound("pm2.5").initial == word_sound("PM10").initial == "P"
    assert word_sound("VOCs治理").initial == "V"


@pytest.mark.parametrize("surname", sorted(SURNAMES))
def test_readings_are_a_syllable_and_its_tone(surname: str) -> None:
    reading = SURNAMES[surname]
    assert reading[:-1].isascii()
    assert reading[:-1].isalpha()
    assert reading[-1] in "1234"


@given(st.lists(st.text(max_size=6)))
def test_anything_can_be_sorted(texts: list[str]) -> None:
    ordered = sorted(texts, key=word_sound)
    assert sorted(reversed(texts), key=word_sound) == ordered
    assert all(word_sound(text).initial in "ABCDEFGHIJKLMNOPQRSTUVWXYZ#" for text in texts)


def test_the_dictionary_is_loaded_only_when_asked() -> None:
    code = "import sys, plugins.hanzi.pinyin as p; p.word_sound('Abc'); assert 'pypinyin' not in sys.modules"
    subprocess.run([sys.executable, "-c", code], check=True)
