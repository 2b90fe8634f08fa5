"""Where lines may end, and what kind of character is what, before the composer chooses."""

from __future__ import annotations

import pytest

from plugins.hanzi.spacing import HAN_LATIN
from tests.press.typecase import EM, paragraph


def broken(text: str) -> str:
    """The text with | where a line may end, ¦ where it may rather than gape."""
    par = paragraph(text)
    return "".join(
        ("|" if n in par.breaks else "¦" if n in par.soft else "") + char
        for n, char in enumerate(par.chars)
    )


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("守河人，好。", "守|河|人，|好。"),
        # UAX 14 forbids both sides of a quotation mark; Chinese does not (GB/T 15834-2011, 5.1.3).
        ("他说：“查”与‘测’。", "他|说：|“查”|与|‘测’。"),
        ("“查”“测”（一）", "“查”|“测”|（一）"),
        ("汉“a”汉", "汉|“a”|汉"),
        ("the “a” b don’t", "the |“a” |b |don’t"),
        ("降至35℃，", "降|至|35℃，"),
        ("〔2020〕260号文", "〔2020〕260号|文"),
        ("江——河……海", "江|——|河……|海"),
        ("共35个口", "共|35¦个|口"),
        ("\u200b江\u200b河", "江|河"),
        ("a\u200bb", "a|b"),
    ],
)
def test_places(text: str, expected: str) -> None:
    assert broken(text) == expected


def test_a_number_is_not_parted_from_its_date() -> None:
    par = paragraph("2020年3月10日止")
    assert not {4, 6, 9} & ({*par.breaks} | {*par.soft})


def test_no_place_inside_what_may_not_wrap() -> None:
    assert paragraph("江河湖海山川", nowrap=(1, 5)).breaks == [1, 5]


def test_a_headline_breaks_at_its_marks_and_at_the_editors_spaces() -> None:
    par = paragraph("守住\u200b一江\u200b清水\u3000两岸人家", "ragged")
    assert par.breaks == [2, 4, 7]
    assert par.manner == "balanced"
    assert par.advances[6] == EM / 2


def test_a_mark_in_a_justified_paragraph_makes_no_headline_of_it() -> None:
    par = paragraph("守住\u200b一江\u3000清水")
    assert par.manner == "justified"
    assert par.breaks == [1, 2, 3, 5, 6]
    assert par.advances[4] == EM


@pytest.mark.parametrize(
    ("text", "kinds", "space"),
    [
        ("汉 a", "HGL", HAN_LATIN * EM),
        ("a 汉", "LGH", HAN_LATIN * EM),
        ("， 汉", "CMH", 0.0),
        ("汉 （", "HMO", 0.0),
        ("a b", "LPL", EM / 4),
        ("汉 汉", "HPH", EM / 4),
        ("汉\u00a0a", "HPL", EM / 2),
    ],
)
def test_typed_spaces(text: str, kinds: str, space: float) -> None:
    par = paragraph(text)
    assert "".join(par.kinds) == kinds
    assert par.advances[1] == pytest.approx(space)


def test_what_has_no_room_clings_to_what_precedes_it() -> None:
    par = paragraph("汉\ufe0f字e\u0301，\u2060“")
    assert "".join(par.kinds) == "HMHLMCMO"
    assert [gap.natural for gap in par.gaps] == [0, 0, HAN_LATIN, 0, 0, 0, -0.5, 0]


def test_long_addresses_may_break_anywhere_in_need() -> None:
    text = "见http://example.cn/" + "a" * 20
    par = paragraph(text)
    assert {25, 30, 34} <= {*par.inside}
    assert not {2, 3, len(text) - 1} & {*par.inside}
    assert paragraph("见COVID-19。").inside == []
