"""How lines are filled: every rule kept and broken."""

from __future__ import annotations

import pytest

from plugins.press.quality.linecheck import Share, spread
from plugins.press.quality.linefault import Rule
from plugins.press.quality.reader import Char
from tests.press.handset import EM, FULL, SONG, after, faults, judge, moved, row


def test_full_lines_are_flush_by_the_eye() -> None:
    found = judge(row(FULL, 0), row(FULL[:9] + "江。", 1, gap=-0.5), after("江河", 2))
    assert found.flush == Share(2, 2)


def test_a_line_that_falls_short_or_long_is_not_flush() -> None:
    assert [each.value for each in faults(Rule.FLUSH, row(FULL[:9], 0), after("江河"))] == [10]
    long = moved(row(FULL, 0), 9, 0.4)
    assert len(faults(Rule.FLUSH, long, after("江河"))) == 1
    assert not faults(Rule.FLUSH, moved(row(FULL, 0), 9, 0.2), after("江河"))


def test_a_line_that_begins_beside_the_edge_is_not_flush() -> None:
    shifted = moved(row(FULL, 1), 0, 0.4)
    assert len(faults(Rule.FLUSH, row(FULL, 0), moved(shifted, 9, -0.4), after("江河", 2))) == 1


def test_an_opening_mark_may_have_lost_its_blank_at_the_line_start() -> None:
    assert not faults(
        Rule.FLUSH,
        row(FULL, 0),
        row("“" + FULL, 1, x=45)[:10] + row("月", 1, x=140),
        after("江", 2),
    )
    assert not faults(Rule.FLUSH, row(FULL, 0), row("“" + FULL[:9], 1), after("江", 2))


def test_a_paragraph_s_last_line_is_not_judged() -> None:
    assert judge(row("江河", 0)).flush == Share(0, 0)
    assert judge(row("江河", 0)).flush.share is None


def test_a_ragged_document_is_not_blindly_praised() -> None:
    lines = [row(FULL[: 7 + number % 3], number) for number in range(12)]
    assert judge(*lines).flush == Share(0, 11)


def test_a_mark_at_the_line_end_takes_half_an_em() -> None:
    whole = judge(row(FULL[:9] + "。", 0), after("江河"))
    assert (whole.end_marks, whole.flush, whole.boxes) == (Share(0, 1), Share(0, 1), Share(1, 1))
    half = judge(row(FULL[:9] + "。", 0, gap=5 / 9), after("江河"))
    assert (half.end_marks, half.flush) == (Share(1, 1), Share(1, 1))


def test_a_narrow_glyph_at_the_line_end_is_half() -> None:
    narrow = (*row(FULL[:9], 0), Char("。", 140, 145, 100, EM, SONG))
    assert judge(narrow, after("江河")).end_marks == Share(1, 1)


@pytest.mark.parametrize("pair", ["。”", "，“", "》（", "：“", "“《", "？”", "、《"])
def test_marks_side_by_side_are_squeezed(pair: str) -> None:
    wide = row(f"江{pair}河湖", 0)
    assert [each.value for each in faults(Rule.PAIR, wide)] == [2]
    assert judge(moved(wide, 2, -5)).pairs == Share(1, 1)
    assert judge(moved(wide, 2, -5)).widest_pair == 1.5
    assert faults(Rule.PAIR, moved(wide, 2, -4.4))


@pytest.mark.parametrize("pair", ["（”", "——", "……", "江。", "。江"])
def test_other_neighbours_are_no_pair(pair: str) -> None:
    assert judge(row(f"江{pair}河湖", 0)).pairs == Share(0, 0)


def test_marks_of_a_latin_face_are_no_pair() -> None:
    narrow = (Char("”", 50, 55, 100, EM, SONG), Char("。", 55, 65, 100, EM, SONG))
    assert judge(narrow).pairs.of == 0


def test_gaps_between_han_characters() -> None:
    found = judge(moved(row(FULL, 0), 5, 1), after("江河"))
    assert found.han.count == 9
    assert found.han.most == pytest.approx(0.1)
    assert found.han.mean == pytest.approx(0.1 / 9)
    assert found.han.least == 0


def test_gaps_too_wide_and_too_narrow() -> None:
    (wide,) = faults(Rule.LOOSE, moved(row(FULL, 0), 5, 3.1), after("江河"))
    assert (wide.value, wide.text[:2]) == (pytest.approx(0.31), "山川")
    assert not faults(Rule.LOOSE, moved(row(FULL, 0), 5, 2.9), after("江河"))
    assert len(faults(Rule.OVERLAP, moved(row(FULL, 0), 5, -0.2), after("江河"))) == 1
    assert not faults(Rule.OVERLAP, moved(row(FULL, 0), 5, -0.05), after("江河"))


def test_a_typed_space_is_no_gap() -> None:
    assert not faults(Rule.LOOSE, row("江河　湖海", 0), row(FULL, 1), after("江", 2))


def test_gaps_between_han_and_latin() -> None:
    found = judge(moved(moved(row("江20河", 0), 1, 1), 3, 3)).latin
    assert (found.count, found.least, found.most) == (2, pytest.approx(0.1), pytest.approx(0.3))
    assert judge(row("江，20。河", 0)).latin.count == 0


def test_gaps_beside_subscripts_do_not_count() -> None:
    sub = (Char("2", 60, 63.5, 102, 7, SONG),)
    assert judge(row("江", 0) + sub + row("河", 0, x=63.5)).latin.count == 0


def test_spread() -> None:
    found = spread(float(number) for number in range(101))
    assert (found.least, found.mean, found.p99, found.most) == (0, 50, 99, 100)
    assert spread(()).count == 0


def test_gaps_beside_marks_do_not_count() -> None:
    marked = row("江，河（湖", 0), after("江河")
    assert judge(*marked).han.count == 0
    assert judge(row("江(2)河", 0)).latin.count == 0


def test_a_line_that_ends_with_a_latin_stop_has_no_mark_to_halve() -> None:
    assert judge(row(FULL[:9] + ".", 0), after("江河")).end_marks == Share(0, 0)
    narrow = (*row(FULL[:9], 0), Char("”", 140, 144, 100, EM, SONG))
    assert judge(narrow, after("江河")).end_marks == Share(0, 0)


def test_the_milder_reading_wants_the_start_flush_too() -> None:
    line = moved(row(FULL[:9] + "。", 1), 0, 2), after("江河", 2)
    assert judge(row(FULL, 0), *line).boxes == Share(1, 2)
