"""Traditional ↔ Simplified: names never change, ASCII never changes."""

from __future__ import annotations

import subprocess
import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plugins.hanzi.conversion import converter, names_table

HAN = st.text(st.characters(min_codepoint=0x4E00, max_codepoint=0x9FFF), max_size=20)
TRAPS = ("范后里", "乾元", "於菟", "鍾台", "发財")
WAYS = st.sampled_from(["t2s", "s2t"])


@pytest.mark.parametrize(
    ("way", "before", "after"),
    [
        ("t2s", "發展環境監測", "发展环境监测"),
        ("t2s", "乾燥、乾隆", "干燥、乾隆"),
        ("s2t", "头发、发展", "頭髮、發展"),
        ("t2s", "軟體", "软体"),  # a term stays the term it is
        ("s2t", "软件", "軟件"),
    ],
)
def test_phrases_are_converted_and_terms_are_not(way: str, before: str, after: str) -> None:
    assert converter(way)(before) == after  # type: ignore[arg-type]


def test_a_name_stays_and_the_words_beside_it_do_not() -> None:
    convert = converter("t2s", names_table(["於菟"]))
    assert convert("於菟於環境") == "於菟于环境"


def test_a_pair_has_a_form_for_each_way() -> None:
    pairs = [("范后里", "范后里"), ("钟台", "鍾臺")]
    assert (
        converter("s2t", names_table((), pairs, "s2t"))("范后里、钟台、发展")
        == "范后里、鍾臺、發展"
    )
    assert (
        converter("t2s", names_table((), pairs, "t2s"))("范后里、鍾臺、發展")
        == "范后里、钟台、发展"
    )


def test_the_longest_name_wins() -> None:
    names = {"後": "後", "後里": "后里甲"}
    assert converter("t2s", names)("後里後來") == "后里甲後来"


@pytest.mark.parametrize("way", ["tw2sp", "s2twp", "t2tw"])
def test_ways_that_change_terms_are_refused(way: str) -> None:
    with pytest.raises(ValueError, match="terms"):
        converter(way)  # type: ignore[arg-type]


def test_an_empty_name_is_refused() -> None:
    with pytest.raises(ValueError, match="empty"):
        converter("t2s", {"": "甲"})


@given(WAYS, st.text(st.characters(max_codepoint=0x7F)))
def test_ascii_never_changes(way: str, text: str) -> None:
    assert converter(way)(text) == text  # type: ignore[arg-type]


@given(WAYS, HAN, st.sampled_from(TRAPS), HAN)
def test_names_never_change(way: str, before: str, name: str, after: str) -> None:
    """Wherever a name stands, it stands in what comes out, as often as before."""
    convert = converter(way, names_table(TRAPS))  # type: ignore[arg-type]
    text = f"{before}{name}{after}"
    assert convert(text).count(name) >= text.count(name) >= 1


@given(WAYS, HAN, HAN)
def test_what_stands_between_names_is_converted_as_by_itself(way: str, one: str, two: str) -> None:
    convert, plain = converter(way, {"〔名〕": "〔名〕"}), converter(way)  # type: ignore[arg-type]
    assert convert(f"{one}〔名〕{two}") == f"{plain(one)}〔名〕{plain(two)}"


@given(HAN)
def test_simplified_text_stays_simplified(text: str) -> None:
    once = converter("t2s")(text)
    assert converter("t2s")(once) == once


def test_opencc_is_loaded_only_when_asked() -> None:
    code = "import sys, plugins.hanzi.conversion; sys.exit('opencc' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
