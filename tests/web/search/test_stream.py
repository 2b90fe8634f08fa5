"""The stream of a text: what is one to a reader is written in one way."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from plugins.hanzi.traditional import SIMPLIFIED, TRADITIONAL
from plugins.web.search.stream import BORDER, stream, units

#: What meets in our texts and in hard ones: marks that join, points beside digits, letters that are several.
HARD = "的污染。，. …．⒈⑴①②Ⅲ㎡℃5５٣aＡΣςİﬁé\u0301\u3099がﾊﾟ\u1100\u1161\u11a8𠀀丽😀𝐀𐒠〇々憲後〔〕\n\u3000"


def written(text: str) -> str:
    return units(text).tobytes().decode("utf-16-le", "surrogatepass")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("清环发〔2020〕260号", "清环发2020260号"),
        ("清环发(2020) 260 号", "清环发2020260号"),
        ("ＰＭ２．５浓度", "pm2.5浓度"),
        ("PM2.5、PM10", "pm2.5pm10"),
        ("第1.条。2.", "第1条2"),
        ("⒈5", "1.5"),
        ("⑴.5", "15"),
        ("5…5", "55"),
        ("憲法後臺", "宪法后台"),
        ("乾坤", "干坤"),
        ("Ⅲ类水质", "iii类水质"),
        ("100㎡", "100m2"),
        ("ΑΣ", "ασ"),
        ("二〇二〇年", "二〇二〇年"),
        ("𠮷野家", "𠮷野家"),
        ("污\n染 防\u3000治", "污染防治"),
        ("😀笑", "笑"),
        ("“双随机、一公开”", "双随机一公开"),
    ],
)
def test_a_stream_is_written_in_one_way(text: str, expected: str) -> None:
    assert stream(text) == expected
    assert written(text) == expected


@given(st.text(st.sampled_from(HARD), max_size=12))
def test_the_fast_way_gives_the_same_of_hard_texts(text: str) -> None:
    assert written(text) == stream(text)


@settings(max_examples=50)
@given(st.text(max_size=12))
def test_the_fast_way_gives_the_same_of_any_text(text: str) -> None:
    assert written(text) == stream(text)


@given(
    st.text(
        st.characters(min_codepoint=0xA0, max_codepoint=0xFFFF, exclude_categories=["Cs"]),
        max_size=8,
    )
)
def test_the_fast_way_gives_the_same_of_rare_characters(text: str) -> None:
    assert written(text) == stream(text)


def test_borders_stay() -> None:
    assert written(f"甲1{BORDER}.5乙") == f"甲1{BORDER}5乙"


def test_the_table_has_pairs_that_lead_nowhere_else() -> None:
    assert len(TRADITIONAL) == len(SIMPLIFIED) == len(set(TRADITIONAL)) > 2500
    assert not set(TRADITIONAL) & set(SIMPLIFIED)
    assert max(TRADITIONAL + SIMPLIFIED) <= "\uffff"
