from __future__ import annotations

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from plugins.hanzi.units import LONGEST, glued, half_widths, width

ALPHABET = "治污年月类吨微克第号图〔〕（）“”，。：·—…～－-＋±￥％%℃0123456789Ⅲa bcPMm³μ/.@:?=_,\u00a0\u0301\ufe0f"
TEXTS = st.text(alphabet=ALPHABET, max_size=80)


def pieces(text: str) -> str:
    """The text with | wherever a unit lets it break."""
    kept = glued(text)
    return "".join(("|" if place and not kept[place] else "") + c for place, c in enumerate(text))


@pytest.mark.parametrize(
    "unit",
    [
        "3.14", "1,200", "10:30", "10：30", "1/3", "1∶500", "3：2", "２０２０",
        "25 μg/m³", "25μg/m3", "3.5 km", "35 dB(A)", "5 kW·h", "12\u2009mg/L", "6\u202f%",
        "25℃", "－5℃", "-5℃", "60%", "60％", "0.5‰", "±3", "≤35", "＜0.1", "￥3", "$20", "￥1.5亿",
        "PM2.5", "O3-8h", "COVID-19", "SO2", "N₂O", "A4", "GB/T", "12345", "2020-03-01",
        "2020年", "12月", "31日", "260号", "8时", "30分", "Ⅲ类", "IV类", "3级", "第3期", "第 3",
        "3期", "图2", "表1-3", "附件1", "No.3", "No. 3", "№3", "Vol. 2",
        "3—5", "3～5天", "3-5", "1.5—2.0", "2019—2020年", "10:00—11:30", "10%～20%", "Ⅰ—Ⅲ类",
        "〔2020〕260号", "〔2020〕 26号", "（2019）7号", "[2020]第5号",
        "100多万元", "3000余家", "42平方公里", "3.2亿元", "95.3个百分点", "25微克/立方米",
        "——", "……", "carbon", "it's", "治\u0301", "☂\ufe0f", "治\u00a0污", "治\u2060污",
    ],
)  # fmt: skip
def test_unit_stays_whole(unit: str) -> None:
    assert pieces(f"治{unit}污") == f"治|{unit}|污"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("治污", "治|污"),
        ("桂环函〔2020〕260号", "桂|环|函|〔2020〕260号"),
        ("2020年3月2日", "2020年|3月|2日"),
        ("第Ⅱ类", "第|Ⅱ类"),
        ("12345热线", "12345|热|线"),
        ("3颗", "3|颗"),
        ("降－5℃", "降|－5℃"),
        ("哈·买", "哈|·|买"),
        ("南—北", "南—|北"),
        ("北京–上海", "北|京–|上|海"),
        ("境-健", "境-|健"),
        ("治——题", "治|——|题"),
        ("15000.5—20000.5吨", "15000.5—|20000.5吨"),
        ("carbon-neutral", "carbon-|neutral"),
        ("low-carbon", "low-|carbon"),
        ("e-mail", "e-mail"),
        ("PM2.5 浓度", "PM2.5| |浓|度"),
        ("in air", "in| |air"),
        ("3 air", "3| |air"),
        ("", ""),
        ("治", "治"),
        ("治\u200b污", "治|\u200b|污"),
    ],
)
def test_places(text: str, expected: str) -> None:
    assert pieces(text) == expected


@pytest.mark.parametrize(
    ("address", "expected"),
    [
        ("www.mee.gov.cn", "www.|mee.|gov.cn"),
        ("sthjt.example.gov.cn", "sthjt.|example.|gov.cn"),
        ("office@abc.com", "office@|abc.|com"),
        ("https://a.cn/b?id=12345", "https://|a.|cn/|b?|id=|12345"),
        ("http://abc.org/no_1-2", "http://|abc.|org/|no_|1-2"),
        ("ab@cd.cn", "ab@|cd.cn"),
    ],
)
def test_address_breaks_after_its_marks_only(address: str, expected: str) -> None:
    assert pieces(address) == expected


@pytest.mark.parametrize(
    ("char", "expected"),
    [("治", 2), ("，", 2), ("“", 2), ("—", 2), ("a", 1), ("³", 1), ("\u200b", 0), ("\u0301", 0)],
)
def test_half_widths(char: str, expected: int) -> None:
    assert half_widths(char) == expected


def test_long_word_is_opened() -> None:
    assert pieces("a" * 60) == "|".join(["a" * 24, "a" * 24, "a" * 12])


def test_long_code_is_opened_after_a_soft_mark() -> None:
    assert pieces("abcdefgh1/abcdefgh2/abcdefgh3") == "abcdefgh1/abcdefgh2/|abcdefgh3"


@given(TEXTS)
def test_one_answer_for_each_place(text: str) -> None:
    kept = glued(text)
    assert len(kept) == len(text) + 1
    assert not kept[0]
    assert not kept[-1]


@given(st.text(max_size=60) | TEXTS)
@example("1" * 200)
@example("治\u0301" * 60)
@example("………………………………………………")
@example("3—5—7—9—11—13—15—17—19—21—23—25")
def test_no_run_is_longer_than_the_longest(text: str) -> None:
    assert all(width(piece) <= LONGEST for piece in pieces(text.replace("|", "")).split("|"))


@given(TEXTS)
def test_han_characters_part_freely(text: str) -> None:
    assert not glued(f"{text}。治污")[-2]


@given(st.integers(0, 10**9), st.integers(0, 999))
def test_no_number_is_broken(whole: int, fraction: int) -> None:
    assert pieces(f"达{whole}.{fraction}的") == f"达|{whole}.{fraction}|的"


@given(TEXTS)
def test_a_combining_character_is_never_first(text: str) -> None:
    kept = glued(text)
    starts = {text[place] for place in range(1, len(text)) if not kept[place]}
    assert not starts & {"\u0301", "\ufe0f"}
