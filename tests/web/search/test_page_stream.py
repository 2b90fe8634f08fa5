"""The pure parts of the search in the page, run in Chromium: streams, words, lists, shards, extracts."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from plugins.hanzi.traditional import SIMPLIFIED, TRADITIONAL
from plugins.web.search.stream import stream
from tests.web.browsing import MARKS

pytest.importorskip("playwright.sync_api")
pytestmark = MARKS

SCRIPTS = Path(__file__).resolve().parents[3] / "theme/web/static/js/search"
#: All files but the last, which looks for its page at once.
SOURCE = "\n".join(file.read_text("utf-8") for file in sorted(SCRIPTS.glob("[1-6]-*.js")))
HARD = (
    "〔2020〕260号",
    "(2020)260號",
    "2020 260号",
    "ＰＭ２．５与 pm2.5、PM2。5",
    "1.2.3 .5 6. 7..8 ９．９",
    "⒈5 1⒈ 1…2 ①② Ⅳ ½ ²",
    "𠮷野家𪚥",
    "e\u0301 é ﬁ ß İ",
    "ｶﾞｷﾞ カ\u3099",
    "臺灣電視臺：後來、乾隆、皇后",
    "“引号”——破折号……「」《》·•",
    "〇〡々〆ヶ",
    "한국 \u1112\u1161\u11ab",
    "a\u00ad\u200b\u3000b\n\tc",
    "ΑΣ Σ σ ς",
    "豈 更 車",
    "㎡ ℃ ㈱ № ㏄",
    "٣.٤ १.२",
    "",
)


@pytest.fixture(scope="module")
def blank(browser: Any) -> Iterator[Any]:
    context = browser.new_context()
    yield context.new_page()
    context.close()


def run(page: Any, expression: str, given: object = None) -> Any:
    """What an expression of the scripts gives; what it is ``given`` is called so in it."""
    return page.evaluate(f"(given) => {{ {SOURCE}\nreturn {expression}; }}", given)


def test_streams_are_those_of_python(blank: Any) -> None:
    made = run(
        blank,
        "(learnFold(given[1]), given[0].map((text) => streamOf(text).stream))",
        [HARD, [TRADITIONAL, SIMPLIFIED]],
    )
    assert made == [stream(text) for text in HARD]


def test_every_unit_knows_where_it_came_from(blank: Any) -> None:
    text = "见〔2020〕２６０ 号，𠮷e\u0301。"
    made = run(blank, "streamOf(given)", text)
    units = text.encode("utf-16-le")
    sources = [
        units[2 * start : 2 * end].decode("utf-16-le")
        for start, end in zip(made["from"], made["to"], strict=True)
    ]
    assert sources == ["见", *"2020", *"２６０", "号", "𠮷", "𠮷", "e\u0301"]


@pytest.mark.parametrize(
    ("query", "words"),
    [
        ("排污　许可", ["排污", "许可"]),
        ("«环境 质量»", ["环境质量"]),
        ('"环境 质量" 公报', ["环境质量", "公报"]),
        ("“环境 质量”公报", ["环境质量", "公报"]),
        ("“没有 收住", ["没有收住"]),
        ("清环发〔2020〕1号", ["清环发20201号"]),
        ("PM2.5", ["pm2.5"]),
        ("水 水", ["水"]),
        ("，。", []),
    ],
)
def test_words_of_a_query(blank: Any, query: str, words: list[str]) -> None:
    assert run(blank, "wordsOf(given)", query) == words


@pytest.mark.parametrize(
    ("word", "keys"),
    [
        ("水", [0x6C34]),
        ("a", []),
        ("ab", [0x00610062]),
        ("水水水", [0x6C346C34]),
        ("𠮷", [0xD842DFB7]),
    ],
)
def test_keys_of_a_word(blank: Any, word: str, keys: list[int]) -> None:
    assert run(blank, "keysOf(given)", word) == keys


def test_a_long_word_asks_for_few_keys_from_its_beginning_to_its_end(blank: Any) -> None:
    word = "".join(chr(0x4E00 + at) for at in range(60))
    keys = run(blank, "keysOf(given)", word)
    assert len(keys) == 6
    assert (keys[0], keys[-1]) == (0x4E004E01, 0x4E3A4E3B)


@pytest.mark.parametrize(
    ("data", "ids"),
    [
        ([], []),
        ([0, 0], [0]),
        ([0, 5, 1, 0x80, 1], [5, 6, 134]),
        ([1, 0b1000_0001, 0b10], [0, 7, 9]),
    ],
)
def test_both_forms_of_a_list(blank: Any, data: list[int], ids: list[int]) -> None:
    made = run(blank, "[...addList(new Uint8Array(200), new Uint8Array(given), 10)]", data)
    assert [at for at, is_in in enumerate(made) if is_in] == [10 + each for each in ids]


def test_a_shard(blank: Any) -> None:
    shard = [2, 0x85, 1, 2, 0, 0, 0x80, 0x80, 0x80, 0x80, 0x0F, 3, 2, 2, 0, 1, 0, 0, 1, 0, 0, 0, 1]
    made = run(blank, "[...readShard(new Uint8Array(given))].map(([k, l]) => [k, l.map((e) => [...e])])", shard)  # fmt: skip
    assert made == [[133, [[0, 1], [], []]], [133 + (15 << 28), [[0, 0, 1], [0, 0], [0, 1]]]]


def test_a_key_that_is_greater_than_what_a_number_with_a_sign_can_be_has_its_shard(
    blank: Any,
) -> None:
    key = 0xFA0E9FFF
    assert run(blank, "shardOf(given, 2048)", key) == (key * 0x9E3779B1 & 0xFFFFFFFF) % 2048


@pytest.mark.parametrize(
    ("text", "is_uncommon"),
    [("排污许可证 PM2.5", False), ("臺灣", True), ("𠮷", True), ("，。", False)],
)
def test_what_needs_the_table_of_traditional_characters(
    blank: Any, text: str, *, is_uncommon: bool
) -> None:
    assert run(blank, "isUncommon(given)", text) == is_uncommon


def test_places_are_in_order_and_none_lies_in_another(blank: Any) -> None:
    made = run(blank, "placesOf(streamOf('生态环境，环境，态环'), ['环境', '生态环境', '态环'])")
    assert [place[2] for place in made] == ["生态环境", "环境", "态环"]


EXTRACT = "extractOf(given[0].map(([name, text]) => ({name, ...streamOf(text)})), given[1])"


def extract(page: Any, fields: list[tuple[str, str]], *words: str) -> list[list[Any]]:
    return list(run(page, EXTRACT, [[list(each) for each in fields], list(words)]))


def test_an_extract_begins_at_the_sentence_of_the_hit_and_is_short(blank: Any) -> None:
    body = "前文很长，" * 40 + "说完了。新的一句里有排污许可证三个字。" + "后文也很长，" * 40
    made = extract(blank, [("headline", "题"), ("body", body)], "排污许可")
    assert made[:2] == [["新的一句里有", False], ["排污许可", True]]
    assert made[-1] == ["…", False]
    assert 85 <= len("".join(words for words, _ in made)) <= 95


def test_an_extract_within_a_long_sentence_says_that_it_was_cut(blank: Any) -> None:
    made = extract(blank, [("body", "甲" * 100 + "排污许可")], "排污许可")
    assert made == [["…", False], ["甲" * 24, False], ["排污许可", True]]


def test_an_extract_has_as_many_of_the_words_as_it_can(blank: Any) -> None:
    body = "排污。" + "甲" * 200 + "。许可与排污。"
    made = extract(blank, [("body", body)], "排污", "许可")
    assert [words for words, is_hit in made if is_hit] == ["许可", "排污"]


def test_where_only_the_headline_has_the_words_the_extract_is_the_beginning(blank: Any) -> None:
    made = extract(blank, [("headline", "排污许可"), ("body", "开头的话。")], "排污")
    assert made == [["开头的话。", False]]


def test_a_phrase_longer_than_an_extract_is_marked_whole(blank: Any) -> None:
    phrase = "".join(chr(0x4E00 + at) for at in range(150))
    assert extract(blank, [("body", phrase)], phrase) == [[phrase, True]]
