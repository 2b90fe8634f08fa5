"""What is found of an issue is found once, as long as it is the same object."""

from __future__ import annotations

from plugins.issue.record import Issue
from plugins.web.byissue import ByIssue
from tests.web.archives import article, issue


def test_only_new_issues_are_looked_at() -> None:
    seen: list[str] = []

    def find(each: Issue) -> str:
        seen.append(each.key)
        return each.key

    one, two = issue(0, article(0, "a")), issue(1, article(1, "b"))
    memory = ByIssue(find)
    assert memory.of([one, two]) == ["2000-01", "2000-02"]
    assert memory.of([two, issue(0, article(0, "a"))]) == ["2000-02", "2000-01"]
    assert seen == ["2000-01", "2000-02", "2000-01"]


def test_what_is_gone_is_forgotten() -> None:
    memory = ByIssue(lambda each: object())
    one = issue(0, article(0, "a"))
    (first,) = memory.of([one])
    memory.of([])
    assert memory.of([one]) != [first]
