from __future__ import annotations

import dataclasses

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plugins.toc.outline import jumps, outline
from plugins.toc.plugin import hand_over, outliner
from plugins.toc.record import Entry
from tests.desk import soup

HEADINGS = st.lists(
    st.sampled_from(
        [
            *(f"<h{level}>乙</h{level}>" for level in range(1, 7)),
            '<p><b class="head level-2">（一）辛。</b>文</p>',
            "<p>文</p>",
        ]
    )
)


def read(markup: str) -> tuple[Entry, ...]:
    return outline(soup(markup), "k")


def test_nested_numbering() -> None:
    entries = read("<h2>甲</h2><h3>乙</h3><h3>丙</h3><h2>丁</h2><h3>戊</h3><h4>己</h4>")
    assert [(entry.level, entry.id) for entry in entries] == [
        (2, "k-1"),
        (3, "k-1-1"),
        (3, "k-1-2"),
        (2, "k-2"),
        (3, "k-2-1"),
        (4, "k-2-1-1"),
    ]


def test_ids_are_written_into_the_page() -> None:
    page = soup("<h2>甲</h2><p>文</p><h3>乙</h3>")
    entries = outline(page, "k")
    assert [tag["id"] for tag in page.find_all(id=True)] == [entry.id for entry in entries]


@pytest.mark.parametrize(
    ("markup", "number", "text"),
    [
        ("<h2>一、总体要求</h2>", "一、", "总体要求"),
        ("<h3>（二） 强化监管</h3>", "（二）", "强化监管"),
        ("<h2>工作 <strong>要求</strong></h2>", "", "工作 要求"),
        ("<h3>（五）加强领导。</h3>", "（五）", "加强领导"),
        ('<p><b class="head level-2">（四）加强领导。</b>各地</p>', "（四）", "加强领导"),
        ('<p><b class="head level-3">1. 工业源：</b>各地</p>', "1.", "工业源"),
    ],
)
def test_label(markup: str, number: str, text: str) -> None:
    (entry,) = read(markup)
    assert (entry.number, entry.text, entry.label) == (number, text, number + text)


def test_run_in_heads_take_the_level_they_name() -> None:
    entries = read('<h2>一、甲</h2><p><b class="head level-2">（一）乙。</b>文</p><p><b>丙</b></p>')
    assert [(entry.level, entry.id) for entry in entries] == [(2, "k-1"), (3, "k-1-1")]


def test_no_headings_no_outline() -> None:
    assert read("<p>文</p>") == ()


@given(HEADINGS)
def test_ids_are_unique_and_begin_with_the_key(blocks: list[str]) -> None:
    ids = [entry.id for entry in read("".join(blocks))]
    assert len(set(ids)) == len(ids) == sum("<p>文" not in block for block in blocks)
    assert all(each.startswith("k-") for each in ids)


@given(HEADINGS)
def test_words_do_not_change_ids(blocks: list[str]) -> None:
    edited = "".join(blocks).replace("乙", "完全不同的小标题").replace("（一）", "（七）")
    assert [entry.id for entry in read(edited)] == [entry.id for entry in read("".join(blocks))]


@pytest.mark.parametrize(
    ("levels", "found"),
    [
        ((2, 3, 4, 2, 3), []),
        ((3,), [(3, 2)]),
        ((2, 4), [(4, 3)]),
        ((2, 5, 3), [(5, 3)]),
        ((2, 3, 2, 4), [(4, 3)]),
        ((1,), [(1, 2)]),
        ((1, 3), [(1, 2), (3, 2)]),
        ((), []),
    ],
)
def test_jumps(levels: tuple[int, ...], found: list[tuple[int, int]]) -> None:
    entries = tuple(Entry(level, "", "", "") for level in levels)
    assert [(entry.level, deepest) for entry, deepest in jumps(entries)] == found


def test_entry_is_frozen() -> None:
    with pytest.raises(dataclasses.FrozenInstanceError):
        Entry(2, "k-1", "", "甲").text = "乙"  # type: ignore[misc]


def test_switched_off_headings_keep_their_ids() -> None:
    page = soup("<h2>甲</h2>")
    assert outliner(enabled=False)(page, "k") == ()
    assert page.h2 is not None
    assert page.h2["id"] == "k-1"


@pytest.mark.parametrize(("settings", "count"), [({}, 1), ({"TOC": True}, 1), ({"TOC": False}, 0)])
def test_the_door_hands_over_by_setting(settings: dict[str, object], count: int) -> None:
    made = hand_over(settings)
    assert len(made(soup("<h2>甲</h2>"), "k")) == count
    assert settings["OUTLINER"] is made
