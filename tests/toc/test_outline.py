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


def test_nested_levels() -> None:
    entries = read("<h2>甲</h2><h3>乙</h3><h3>丙</h3><h2>丁</h2><h3>戊</h3><h4>己</h4>")
    assert [(entry.level, entry.text) for entry in entries] == [
        (2, "甲"),
        (3, "乙"),
        (3, "丙"),
        (2, "丁"),
        (3, "戊"),
        (4, "己"),
    ]


def test_ids_are_those_that_stand_in_links_already() -> None:
    """An id is part of a permanent address: it may not change with the programme."""
    assert [entry.id for entry in read("<h2>一、甲</h2><h3>（一）乙</h3><h2>二、甲。</h2>")] == [
        "k-4e4780",
        "k-57c85e",
        "k-4e4780-2",
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
    assert [(entry.level, entry.id) for entry in entries] == [
        (2, "k-4e4780"),
        (3, "k-57c85e"),
    ]


def test_no_headings_no_outline() -> None:
    assert read("<p>文</p>") == ()


@given(HEADINGS)
def test_ids_are_unique_and_begin_with_the_key(blocks: list[str]) -> None:
    ids = [entry.id for entry in read("".join(blocks))]
    assert len(set(ids)) == len(ids) == sum("<p>文" not in block for block in blocks)
    assert all(each.startswith("k-") for each in ids)


TITLES = st.lists(st.sampled_from("甲乙丙丁"), max_size=5)


@given(TITLES, st.integers(0, 5), st.integers(2, 4))
def test_a_new_heading_changes_no_other_id(titles: list[str], place: int, level: int) -> None:
    blocks = [f"<h2>{title}</h2>" for title in titles]
    before = [entry.id for entry in read("".join(blocks))]
    blocks.insert(place, f"<h{level}>新来的</h{level}>")
    after = [entry.id for entry in read("".join(blocks)) if entry.text != "新来的"]
    assert after == before


@pytest.mark.parametrize(
    "edited",
    [
        "<h2>三、保障措施</h2>",
        "<h2>保障措施。</h2>",
        "<h3>（二）保障 措施</h3>",
        "<h2>二、<strong>保障</strong>措施</h2>",
        '<h2>二、保障措施<sup><a class="footnote-ref">1</a></sup></h2>',
        '<p><b class="head level-1">2. 保障措施：</b>各地</p>',
    ],
)
def test_number_marks_and_rank_do_not_change_an_id(edited: str) -> None:
    (before,), (after,) = read("<h2>二、保障措施</h2>"), read(edited)
    assert after.id == before.id


def test_other_words_have_another_id() -> None:
    first, second = read("<h2>权力清单</h2><h2>权利清单</h2>")
    assert first.id != second.id


def test_words_of_an_entry_are_without_readings_and_numbers_of_notes() -> None:
    (entry,) = read(
        "<h2>一、<ruby>翀<rt>chōng</rt></ruby>字"
        '<sup id="k-fnref-1"><a class="footnote-ref" href="#k-fn-1">1</a></sup></h2>'
    )
    assert entry.label == "一、翀字"


@pytest.mark.parametrize("markup", ["<h2>——</h2><h2>……</h2>", "<h2>一、</h2><h2>二、</h2>"])
def test_headings_without_letters_have_ids_too(markup: str) -> None:
    first, second = read(markup)
    assert second.id == f"{first.id}-2"


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
    assert page.h2["id"] == "k-4e4780"


@pytest.mark.parametrize(("settings", "count"), [({}, 1), ({"TOC": True}, 1), ({"TOC": False}, 0)])
def test_the_door_hands_over_by_setting(settings: dict[str, object], count: int) -> None:
    made = hand_over(settings)
    assert len(made(soup("<h2>甲</h2>"), "k")) == count
    assert settings["OUTLINER"] is made
