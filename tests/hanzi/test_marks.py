from __future__ import annotations

from collections.abc import Callable

import pytest

from plugins.hanzi import marks
from plugins.hanzi.scripts import MARKS

EVERY = "".join(map(chr, range(0x20, 0x3100))) + "".join(map(chr, range(0xFF00, 0xFFF0))) + "治一〇"


def having(test: Callable[[str], bool]) -> set[str]:
    return {char for char in EVERY if test(char)}


@pytest.mark.parametrize(
    ("marked", "members", "others"),
    [
        (marks.OPENING, "（《〈「『【〔“‘｛［〖", "）》”’(·—，治a"),
        (marks.CLOSING, "）》〉」』】〕”’｝］〗", "（《“‘)·，治a"),
        (marks.STOPS, "。，、．", "：；！？,.·"),
        (marks.MIDDLE, "：；！？", "。，:;!?"),
        (marks.DASHES, "—", "-－…～一"),
        (marks.ELLIPSES, "…", "—·."),
        (marks.INTERPUNCTS, "·・", ".—。"),
        (marks.CONNECTORS | marks.SLASHES, "～－–-/／", "—一~"),
    ],
)
def test_class(marked: frozenset[str], members: str, others: str) -> None:
    assert marked >= set(members)
    assert not marked & set(others)


@pytest.mark.parametrize("char", "）》〉」』】〕”’｝］〗。，、．：；！？·～…％‰℃%°々/)]},.;:!?")
def test_no_line_starts_with(char: str) -> None:
    assert marks.may_not_start(char)
    assert not marks.may_part("治", char)


@pytest.mark.parametrize("char", "（《〈「『【〔“‘｛［〖￥＄№$([{／")
def test_no_line_ends_with(char: str) -> None:
    assert marks.may_not_end(char)
    assert not marks.may_part(char, "治")


@pytest.mark.parametrize("char", "治〇A3 　①—－-“《（￥Ⅲ")
def test_a_line_may_start_with(char: str) -> None:
    assert not marks.may_not_start(char)


@pytest.mark.parametrize("char", "治〇A3 　①—－-…～·、，。：？”》）％℃/")
def test_a_line_may_end_with(char: str) -> None:
    assert not marks.may_not_end(char)


@pytest.mark.parametrize("pair", ["治污", "，治", "治“", "。《", "a治", "治3", "·买", "～3", "——"])
def test_marks_let_part(pair: str) -> None:
    assert marks.may_part(*pair)


@pytest.mark.parametrize("pair", ["治，", "“治", "》，", "（“", "”）", "？！", "……", "买·", "60％"])
def test_marks_do_not_let_part(pair: str) -> None:
    assert not marks.may_part(pair[-2], pair[-1])


def test_the_classes_of_chinese_marks_do_not_overlap() -> None:
    classes = [marks.OPENING, marks.CLOSING, marks.STOPS, marks.MIDDLE, marks.DASHES]
    classes += [marks.ELLIPSES, marks.INTERPUNCTS, marks.CONNECTORS, marks.SLASHES]
    assert sum(map(len, classes)) == len(frozenset().union(*classes))


def test_opening_and_closing_come_in_pairs() -> None:
    assert len(marks.OPENING) == len(marks.CLOSING)


def test_whoever_opens_may_start_a_line_and_whoever_closes_may_end_one() -> None:
    assert not marks.OPENING & having(marks.may_not_start)
    assert not marks.CLOSING & having(marks.may_not_end)


def test_only_the_slash_may_neither_start_nor_end_a_line() -> None:
    assert having(marks.may_not_start) & having(marks.may_not_end) == {"／"}


def test_every_full_width_mark_has_a_class() -> None:
    classed = marks.NOT_FIRST | marks.NOT_LAST | marks.DASHES | marks.CONNECTORS
    assert set("＋＝　") == MARKS - classed
