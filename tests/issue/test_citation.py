from __future__ import annotations

import pytest

from plugins.issue.citation import citation, spans
from tests.issue.test_enclosures import ARTICLE, ISSUE, with_fields


@pytest.mark.parametrize(
    ("folios", "words"),
    [([], ""), ([5], "5"), ([12, 13, 14], "12-14"), ([14, 12, 13, 13, 17], "12-14,17")],
)
def test_pages_are_told_as_runs(folios: list[int], words: str) -> None:
    assert spans(folios) == words


def test_a_citation_names_authors_title_bulletin_issue_and_pages() -> None:
    made = citation(ARTICLE, ISSUE, "12-14")
    assert made == "李小满, 赵一鸣. 一江清水——治理纪实[J]. 清江环境, 2020(2): 12-14."


def test_before_the_press_no_page_is_named() -> None:
    assert citation(ARTICLE, ISSUE).endswith("清江环境, 2020(2).")


def test_of_four_authors_three_are_named() -> None:
    four = with_fields(bylines=("甲", "乙", "丙", "丁"))
    assert citation(four, ISSUE).startswith("甲, 乙, 丙, 等. ")


def test_contributors_stand_for_authors_and_an_issuing_body_before_both() -> None:
    sent = with_fields(bylines=(), contributors=("某市生态环境局",))
    assert citation(sent, ISSUE).startswith("某市生态环境局. ")
    official = with_fields(issuing_body="某省生态环境厅")
    assert citation(official, ISSUE).startswith("某省生态环境厅. ")


def test_without_authors_it_begins_with_the_title() -> None:
    assert citation(with_fields(bylines=()), ISSUE).startswith("一江清水——治理纪实[J]. ")
