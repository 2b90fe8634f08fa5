"""What a reader of the files finds: everything that stands in a text, and nothing of what is not public."""

from __future__ import annotations

import json

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from plugins.web.search.lists import encoded
from plugins.web.search.shards import numbered
from plugins.web.search.stream import BORDER, stream
from tests.web.search.made import bulletin, files, found, reader
from tests.web.search.reader import Reader, entries, is_han, listed

#: Few characters, so that pairs meet again and again; among them what is folded, taken out or has two units.
LETTERS = "污染防治污染憲后後0２.．aＡ，。〔 \n𠀀"
#: Characters that only articles which are not public have.
SECRET = "潮汐密令讳莫"
texts = st.text(st.sampled_from(LETTERS), max_size=30)
FIELDS = ("headline", "kicker", "deck", "standfirst", "document_number", "text")
fields = st.fixed_dictionaries(dict.fromkeys(FIELDS, texts))
issues = st.lists(st.lists(fields, max_size=5), max_size=4)


def substrings(text: str) -> list[str]:
    """All parts of a text with at least two Han characters one behind the other in its stream."""
    ends = range(len(text) + 1)
    parts = {text[a:b] for a in ends for b in ends[a + 2 : a + 9]}
    return sorted(part for part in parts if sum(is_han(ord(each)) for each in part) >= 2)


@settings(max_examples=40, deadline=None)
@given(issues, st.data())
def test_nothing_that_stands_in_a_text_is_missed(
    told: list[list[dict[str, object]]], data: st.DataObject
) -> None:
    everything = [each for issue in told for each in issue]
    parts = [
        (n, s)
        for n, each in enumerate(everything)
        for f in FIELDS
        for s in substrings(str(each[f]))
    ]
    if not parts:
        return
    read = reader(*(issue for issue in told if issue))
    for number, part in data.draw(st.lists(st.sampled_from(parts), min_size=1, max_size=10)):
        assert number in read.find(part)


@settings(max_examples=30, deadline=None)
@given(issues)
def test_no_list_names_a_document_without_the_key(told: list[list[dict[str, object]]]) -> None:
    read = reader(*(issue for issue in told if issue))
    everything = [each for issue in told for each in issue]
    streams = [[stream(str(each[f])) for f in FIELDS] for each in everything]
    for key in keys_in(files(bulletin(*filter(None, told)))):
        units = (key >> 16, key & 0xFFFF) if key >> 16 else (key,)
        word = b"".join(unit.to_bytes(2, "little") for unit in units)
        having = {n for n, each in enumerate(streams) if any(word in spaced(s, word) for s in each)}
        assert read.documents(key) == having


def spaced(text: str, word: bytes) -> list[bytes]:
    """All runs of as many units as the word has."""
    data = text.encode("utf-16-le", "surrogatepass")
    return [data[at : at + len(word)] for at in range(0, len(data), 2)]


def keys_in(made: dict[str, bytes]) -> set[int]:
    """The keys of all shards."""
    return {
        key
        for path, data in made.items()
        if path.endswith(".bin") and "/f-" not in path
        for key in entries(data)
    }


@settings(max_examples=30, deadline=None)
@given(issues, st.lists(st.text(st.sampled_from(SECRET), min_size=2, max_size=9), min_size=1))
def test_nothing_of_other_articles_gets_in(
    told: list[list[dict[str, object]]], secrets: list[str]
) -> None:
    hidden = [
        dict.fromkeys(FIELDS, each) | {"public": False, "bylines": (each,)} for each in secrets
    ]
    mixed = [[*issue, *hidden] for issue in told if issue] or [hidden]
    made, clean = files(bulletin(*mixed)), files(bulletin(*filter(None, told)))
    assert keys_in(made) == keys_in(clean)
    assert {path: made[path] for path in made if path.endswith(".bin")} == {
        path: clean[path] for path in clean if path.endswith(".bin")
    }


def test_tags_and_names_of_other_articles_stay_out() -> None:
    secret = {"headline": SECRET, "contributors": (f"{SECRET}局",), "public": False}
    made = files(bulletin([{"headline": "公开的稿件"}, secret], [secret]))
    told = {path: data for path, data in made.items() if path.endswith(".json")}
    assert "公开的稿件".encode() in told["current/t0.json"]
    assert not [path for path, data in told.items() if SECRET.encode() in data]
    assert [issue[0] for issue in json.loads(told["about.json"])["issues"]] == ["2000-01"]


@pytest.mark.parametrize(
    ("text", "query"),
    [
        ("清环发〔2020〕260号", "〔2020〕260号"),
        ("清环发〔2020〕260号", "(2020)260号"),
        ("清环发〔2020〕260号", "2020 260"),
        ("清环发(2020) 260号", "清环发〔2020〕260号"),
        ("ＰＭ２．５年均浓度", "PM2.5"),
        ("PM2.5年均浓度", "pm2.5年均"),
        ("申領排污許可證", "排污许可证"),
        ("申领排污许可证", "排污許可證"),
        ("ＶＯＣｓ治理", "VOCs"),
        ("Ⅲ类水质断面", "III类"),
        ("排污\n许可证", "排污许可证"),
        ("𠮷野家的油烟", "𠮷野"),
        ("碳达峰", "碳"),
        ("二〇二〇年", "〇"),
    ],
)
def test_what_is_one_to_a_reader_is_found(text: str, query: str) -> None:
    read = reader([{"text": "别的事情。"}, {"text": text}])
    assert read.find(query) == {1}


def test_numbers_with_a_point_are_not_those_without() -> None:
    read = reader([{"text": "浓度为25微克"}, {"text": "浓度为2.5微克"}])
    assert read.find("为2.5微") == {1}
    assert read.find("为25微") == {0}


def test_nothing_is_found_across_fields() -> None:
    read = reader(
        [{"headline": "排污", "deck": "许可", "text": "证书", "bylines": ("甲乙", "丙丁")}]
    )
    assert read.find("排污") == read.find("甲乙") == read.find("丙丁") == {0}
    assert read.find("污许") == read.find("可证") == read.find("乙丙") == set()


def test_a_border_in_a_text_is_no_border() -> None:
    read = reader([{"headline": f"排{BORDER}污", "text": "许可"}])
    assert read.find("排污") == {0}


def test_headlines_come_first_then_leads_then_newest() -> None:
    word, filled = "排污许可", "无" * 120
    told = [
        [{"headline": word}, {"text": filled + word}],
        [{"text": filled + word}, {"text": word}, {"document_number": word}, {"kicker": word}],
    ]
    stems = [
        "2000-01/a00",
        "2000-07/a03",
        "2000-07/a02",
        "2000-07/a01",
        "2000-07/a00",
        "2000-01/a01",
    ]
    assert found(reader(*told), word) == [f"{stem}.html" for stem in stems]


@pytest.mark.parametrize(("before", "is_lead"), [(118, True), (119, False)])
def test_the_lead_of_a_body_ends_in_time(before: int, is_lead: bool) -> None:
    read = reader([{"text": "无" * before + "排污"}])
    assert (read.find("排污", 1) == {0}) is is_lead
    assert read.find("排污") == {0}


def test_a_single_character_of_the_lead_may_be_its_last() -> None:
    read = reader([{"text": "无" * 119 + "排污"}])
    assert read.find("排", 1) == {0}
    assert read.find("污", 1) == set()


def test_lists_of_filters_name_their_documents() -> None:
    read = reader(
        [{"contributors": ("甲市局",)}, {"contributors": ("乙市局",)}],
        [{"contributors": ("乙市局",)}],
    )
    assert json.loads(read.file("facets.json"))["units"] == [["乙市局", 2, 1], ["甲市局", 1, 0]]
    assert facet(read, "unit", 1) == {1, 2}
    assert facet(read, "unit", 0) == {0}
    assert facet(read, "section", 0) == facet(read, "kind", 0) == {0, 1, 2}
    assert facet(read, "kind", 3) == set()


@given(st.lists(st.sets(st.integers(0, 40)), max_size=12), st.integers(1, 5))
def test_lists_of_filters_are_read_back(lists: list[set[int]], at_once: int) -> None:
    pairs = [(number, each) for number, listing in enumerate(lists) for each in sorted(listing)]
    owners, documents = np.array(pairs, np.int64).reshape(-1, 2).T
    made = list(numbered(encoded(owners, documents, len(lists)), at_once))
    assert len(made) == -(-len(lists) // at_once)
    for number, listing in enumerate(lists):
        entry = entries(made[number // at_once]).get(number, [b"", b"", b""])
        assert set(listed(entry[0])) == listing
        assert entry[1:] == [b"", b""]


def facet(read: Reader, kind: str, number: int) -> set[int]:
    """The documents of one place in a filter."""
    found: set[int] = set()
    for segment in read.about["segments"]:
        if number < dict(segment["lists"])[kind]:  # type: ignore[call-overload]
            there = entries(read.file(f"{segment['name']}/f-{kind}-{number >> 4}.bin"))
            local = listed(there[number][0]) if number in there else []
            found |= {int(str(segment["first"])) + each for each in local}
    return found
