"""The gate of reviews: 初审, 复审, 终审."""

from __future__ import annotations

from datetime import date

import pytest

from plugins.article import reading
from plugins.article.review import Review
from plugins.issue.record import Issue
from plugins.proofing.reviewing import gate, is_gated
from tests.desk import PUBLICATION, Desk

SIGNED = {"初审": "王某 2020-03-02", "复审": "李某 2020-03-03", "终审": "张某 2020-03-05"}
GATE = "[review]\n"


def issue(desk: Desk, gate: str = GATE, **fields: str) -> Issue:
    desk.write("publication.toml", PUBLICATION + gate)
    desk.small(**fields)
    return desk.archive().issues[0]


def codes(made: Issue) -> list[str]:
    return [each.code for each in gate(made)]


def test_a_signature_is_names_and_a_day() -> None:
    assert reading.review("王某、李某 2020年3月2日") == Review(("王某", "李某"), date(2020, 3, 2))
    assert str(reading.review("王某 2020/3/2")) == "王某 2020-03-02"


@pytest.mark.parametrize("value", ["王某", "2020-03-02", "王某 2020-02-30", "王某 2020-03-02 通过"])
def test_anything_else_is_refused(value: str) -> None:
    with pytest.raises(ValueError, match=r"看不懂|不存在"):
        reading.review(value)


def test_there_is_no_gate_unless_it_is_asked_for(desk: Desk) -> None:
    made = issue(desk, gate="")
    assert not is_gated(made)
    assert codes(made) == []


def test_an_unsigned_article_is_refused(desk: Desk) -> None:
    (found,) = gate(issue(desk, 初审=SIGNED["初审"]))
    assert (found.code, found.level, found.path) == ("P411", "error", "content/2020-03/a.md")
    assert "复审、终审" in found.message


def test_a_signed_article_passes(desk: Desk) -> None:
    assert codes(issue(desk, **SIGNED)) == []


def test_only_the_stages_that_are_wanted(desk: Desk) -> None:
    assert codes(issue(desk, '[review]\nstages = ["终审"]\n', 终审=SIGNED["终审"])) == []


def test_older_issues_pass(desk: Desk) -> None:
    assert codes(issue(desk, "[review]\nsince = 2020-04-01\n")) == []
    assert codes(issue(desk, "[review]\nsince = 2020-03-20\n")) == ["P411"]


def test_two_stages_by_one_person_are_refused_also_without_a_gate(desk: Desk) -> None:
    assert codes(issue(desk, "", **{**SIGNED, "终审": "李某 2020-03-05"})) == ["P412"]


def test_days_run_forward(desk: Desk) -> None:
    assert codes(issue(desk, **{**SIGNED, "复审": "李某 2020-03-01"})) == ["P413"]


@pytest.mark.parametrize(
    ("table", "code"),
    [
        ('review = "是"\n', "I204"),
        ('[review]\nstages = ["四审"]\n', "I204"),
        ('[review]\nsince = "四月"\n', "I204"),
        ("[review]\nstage = []\n", "I202"),
    ],
)
def test_a_gate_that_is_written_wrong_is_told(desk: Desk, table: str, code: str) -> None:
    desk.write("publication.toml", PUBLICATION + table)
    desk.small()
    assert desk.only(code).path == "content/publication.toml"
