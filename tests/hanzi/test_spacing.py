"""White between neighbours: GB/T 15834-2011, 5.1.9 and 5.1.10; clreq 3.1.6 and 3.2.3."""

from __future__ import annotations

from itertools import product

import pytest

from plugins.hanzi import spacing
from plugins.hanzi.spacing import BLANK, CLOSED, HAN_LATIN, MARK, Gap, gap, gaps, kind, typed_gap

KINDS = "OCHLDINPGM"


@pytest.mark.parametrize(
    ("chars", "wide", "expected"),
    [
        ("（《〈「『【〔“‘", True, "O"),
        ("）》〉」』】〕”’。，、．：；！？", True, "C"),
        ("江〇かア①Ⅲ㎡℃％×÷±😀", True, "H"),
        ("—―⸺…⋯", True, "D"),
        ("—…", False, "D"),
        (" \u00a0", False, "P"),
        ("aZ09é%‰°±+−μ²³₃#&@$€£¥℃Ω", False, "L"),
        ("WЖΩཨᠮ", True, "L"),  # letters of other scripts join, however wide the face has them
        ("“”‘’.,:;!?()[]", False, "N"),  # marks of a Latin face have no blank half
        ("·・～／－–-/", True, "I"),  # what joins or parts words, full width or not
        ("·・–-/", False, "I"),
        (spacing.BOX, False, "H"),
    ],
)
def test_kind(chars: str, wide: bool, expected: str) -> None:
    assert {kind(char, wide) for char in chars} == {expected}


@pytest.mark.parametrize("pair", ["CO", "CC", "OO"])
def test_a_pair_of_marks_takes_one_and_a_half_em(pair: str) -> None:
    assert gap(*pair) == Gap(-BLANK)


@pytest.mark.parametrize("pair", ["HL", "LH"])
def test_the_gap_between_han_and_latin(pair: str) -> None:
    found = gap(*pair)
    assert found.natural == HAN_LATIN
    assert 1 / 8 <= found.natural - found.gives <= found.natural <= 1 / 4


@pytest.mark.parametrize(
    "pair", ["HC", "LC", "NC", "DC", "OH", "OL", "ON", "OC", "LL", "LN", "DD", "IH"]
)
def test_what_stays_together_has_no_white(pair: str) -> None:
    assert gap(*pair) == CLOSED


@pytest.mark.parametrize("pair", ["CH", "CL", "HO", "LO", "CD"])
def test_a_mark_gives_at_most_its_blank_half(pair: str) -> None:
    found = gap(*pair)
    assert found.natural == 0
    assert 0 < found.gives * 1.5 <= BLANK


def test_no_gap_gives_what_it_has_not() -> None:
    for left, right in product(KINDS, repeat=2):
        found = gap(left, right)
        assert found.takes >= 0, left + right
        assert found.gives >= 0, left + right
        assert found.natural - found.gives >= -BLANK, left + right


def test_word_spaces_widen_before_gaps_and_gaps_before_han() -> None:
    assert gap("P", "L").takes > gap("H", "L").takes > gap("H", "H").takes > 0
    assert gap("L", "P") == CLOSED


@pytest.mark.parametrize(
    ("left", "right", "white"),
    [
        ("H", "L", HAN_LATIN),
        ("L", "H", HAN_LATIN),
        ("C", "H", 0.0),
        ("H", "O", 0.0),
        ("L", "C", 0.0),
        ("L", "L", None),
        ("H", "H", None),
        ("L", "N", None),
    ],
)
def test_a_typed_space(left: str, right: str, white: float | None) -> None:
    assert typed_gap(left, right) == white


@pytest.mark.parametrize("text", ["HL", "LH"])
def test_a_typed_space_is_widened_and_squeezed_like_the_gap_it_stands_for(text: str) -> None:
    (plain, _), (before, after, _) = gaps(text), gaps(f"{text[0]}G{text[1]}")
    assert before == CLOSED
    assert (after.gives, after.takes) == (plain.gives, plain.takes)


@pytest.mark.parametrize("pair", ["HH", "HL", "CO", "CH", "LC"])
def test_a_drawn_on_mark_does_not_part_its_neighbours(pair: str) -> None:
    left, right = pair
    assert gaps([left, MARK, MARK, right]) == [CLOSED, CLOSED, gap(left, right), CLOSED]


@pytest.mark.parametrize("text", ["", "H", "M", "MM", "HH", "HMH", "MH"])
def test_one_gap_a_character_and_none_after_the_last(text: str) -> None:
    found = gaps(text)
    assert len(found) == len(text)
    assert found[-1:] == [CLOSED][: len(text)]


def test_only_closing_marks_and_stops_are_blank_at_the_end() -> None:
    assert [each for each in KINDS if spacing.has_blank_end(each)] == ["C"]
