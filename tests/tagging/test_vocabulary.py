from __future__ import annotations

import dataclasses
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plugins.tagging.plugin import read_vocabulary
from plugins.tagging.vocabulary import Term, Vocabulary, VocabularyError, build, fold

AIR = {"name": "大气污染防治", "slug": "air", "synonyms": ["蓝天保卫战", "治气"]}
WATER = {"name": "水环境", "slug": "water", "not_when": ["水环境公司"]}


def test_terms_are_known_by_name_and_synonym() -> None:
    vocabulary = build([AIR, WATER])
    assert vocabulary.term("治气") is vocabulary.term("大气污染防治")
    assert vocabulary.terms["水环境"].not_when == ("水环境公司",)
    assert vocabulary.term("土壤") is None


def test_a_term_without_slug_has_its_name_for_address() -> None:
    assert build([{"name": "土壤"}]).terms["土壤"].slug == "土壤"


def test_one_word_may_stand_without_brackets() -> None:
    assert build([{"name": "土壤", "synonyms": "净土"}]).terms["土壤"].synonyms == ("净土",)


@pytest.mark.parametrize("word", ["ＶＯＣｓ", "vocs", " VOCs "])
def test_a_word_is_known_however_its_letters_are_typed(word: str) -> None:
    vocabulary = build([{"name": "挥发性有机物", "synonyms": ["VOCs"]}])
    assert vocabulary.term(word) is vocabulary.terms["挥发性有机物"]


def test_fold() -> None:
    assert fold(" ＰＭ２．５　劣Ⅴ类 ") == "pm2.5 劣v类"


@pytest.mark.parametrize(
    ("word", "near"), [("大气污染治理", "大气污染防治"), ("治水环境", "水环境"), ("区块链", None)]
)
def test_the_nearest_term(word: str, near: str | None) -> None:
    found = build([AIR, WATER]).nearest(word)
    assert (found.name if found else None) == near


@pytest.mark.parametrize(("written", "read"), [(True, True), (False, False), ("是", False)])
def test_common(written: object, read: bool) -> None:
    assert build([{"name": "土壤", "common": written}]).terms["土壤"].common is read


@pytest.mark.parametrize(
    ("rows", "words"),
    [
        ([AIR, AIR], ["大气污染防治", "两次"]),
        ([AIR, {"name": "别的", "slug": "air"}], ["别的", "大气污染防治", "air"]),
        ([AIR, {"name": "别的", "synonyms": ["治气"]}], ["治气", "大气污染防治", "别的"]),
        ([AIR, {"name": "治气", "slug": "x"}], ["治气"]),
        ([{"name": "VOCs"}, {"name": "别的", "synonyms": ["ｖｏｃｓ"]}], ["ｖｏｃｓ", "VOCs"]),
        ([{"slug": "x"}], ["name"]),
        ([{"name": "  "}], ["name"]),
        (["甲"], ["[[terms]]"]),
        (3, ["[[terms]]"]),
    ],
)
def test_refused(rows: object, words: list[str]) -> None:
    with pytest.raises(VocabularyError) as caught:
        build(rows)
    assert all(word in str(caught.value) for word in words)


@pytest.mark.parametrize(
    "other",
    [
        [AIR],
        [AIR, {**WATER, "not_when": []}],
        [AIR, {**WATER, "slug": "shui"}],
        [{**AIR, "synonyms": ["治气"]}, WATER],
    ],
)
def test_digest_changes_with_any_term(other: list[dict[str, object]]) -> None:
    assert build(other).digest != build([AIR, WATER]).digest


def test_digest_does_not_depend_on_order() -> None:
    assert build([AIR, WATER]).digest == build([WATER, AIR]).digest


@pytest.mark.parametrize("record", [Term("甲", "a"), Vocabulary()])
def test_frozen(record: object) -> None:
    with pytest.raises(dataclasses.FrozenInstanceError):
        setattr(record, dataclasses.fields(record)[0].name, "乙")  # type: ignore[arg-type]


def test_no_file_is_an_empty_vocabulary(tmp_path: Path) -> None:
    assert read_vocabulary(tmp_path / "none.toml") == Vocabulary()


def test_a_file_with_a_mark_at_its_head(tmp_path: Path) -> None:
    file = tmp_path / "v.toml"
    file.write_text('\ufeff[[terms]]\nname = "土壤"\n', encoding="utf-8")
    assert list(read_vocabulary(file).terms) == ["土壤"]


@pytest.mark.parametrize("data", ['[[terms]\nname = "甲"'.encode(), b"\xff\xfe\x00", b"terms = 3"])
def test_a_file_that_cannot_be_read(tmp_path: Path, data: bytes) -> None:
    file = tmp_path / "v.toml"
    file.write_bytes(data)
    with pytest.raises(VocabularyError):
        read_vocabulary(file)


VALUES = st.recursive(
    st.one_of(st.integers(), st.text(max_size=3), st.booleans()),
    lambda inner: st.one_of(
        st.lists(inner, max_size=3),
        st.dictionaries(st.sampled_from(["name", "slug", "synonyms", "not_when"]), inner),
    ),
    max_leaves=8,
)


@given(VALUES)
def test_any_rows_make_a_vocabulary_or_a_chinese_message(rows: object) -> None:
    said = ""
    try:
        vocabulary = build(rows)
    except VocabularyError as error:
        said = str(error)
    else:
        assert set(vocabulary.preferred.values()) == set(vocabulary.terms)
    assert not said or any(words in said for words in ("请", "没有 name", "[[terms]]"))
