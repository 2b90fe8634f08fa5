"""Related articles: the rarest shared tags first; linear in the number of articles."""

from __future__ import annotations

from plugins.article.kinds import Kind
from plugins.article.record import Article
from plugins.web.indexes.related import MOST, WINDOW, Relations, related
from tests.web.archives import (
    SECTIONS,
    article,
    busy_issue,
    catalogue,
    compose,
    issue,
    tag,
)


def tagged(number: int, stem: str, *tags: str, **fields: object) -> Article:
    return article(number, stem, tags=tuple(map(tag, tags)), **fields)


def stems(one: Article, *issues: object) -> list[str]:
    cards = related(one, catalogue(*issues))  # type: ignore[arg-type]
    return [card.path.removesuffix(".html") for card in cards]


def test_a_rare_tag_weighs_more_than_a_common_one() -> None:
    one = tagged(9, "one", "常", "罕")
    common = [issue(n, tagged(n, f"c{n}", "常")) for n in range(5, 9)]
    rare = issue(0, tagged(0, "r", "罕"))
    assert stems(one, rare, *common, issue(9, one))[0] == "2000-01/r"


def test_two_shared_tags_weigh_more_than_one() -> None:
    one = tagged(9, "one", "甲", "乙")
    both = issue(0, tagged(0, "both", "甲", "乙"))
    single = [issue(n, tagged(n, f"s{n}", "甲" if n % 2 else "乙")) for n in range(1, 5)]
    assert stems(one, both, *single, issue(9, one))[0] == "2000-01/both"


def test_what_shares_nothing_is_not_related() -> None:
    one = tagged(1, "one", "甲")
    assert stems(one, issue(0, tagged(0, "other", "乙")), issue(1, one)) == []
    bare = article(1, "bare")
    assert stems(bare, issue(0, article(0, "x")), issue(1, bare)) == []


def test_section_then_kind_then_age_decide_between_equals() -> None:
    one = tagged(4, "one", "甲", kind=Kind.FEATURE)
    made = [
        compose(0, [(SECTIONS[0], (tagged(0, "section", "甲"),))]),
        compose(1, [(SECTIONS[1], (tagged(1, "kind", "甲", kind=Kind.FEATURE),))]),
        compose(2, [(SECTIONS[1], (tagged(2, "old", "甲"),))]),
        compose(3, [(SECTIONS[1], (tagged(3, "new", "甲"),))]),
        compose(4, [(SECTIONS[0], (one,))]),
    ]
    assert stems(one, *made) == ["2000-01/section", "2000-02/kind", "2000-04/new", "2000-03/old"]


def test_never_itself_its_neighbours_or_a_headline_twice() -> None:
    one = tagged(3, "one", "甲", headline="江水清清")
    before, behind = tagged(3, "before", "甲"), tagged(3, "behind", "甲", headline="后一篇")
    made = [
        issue(0, tagged(0, "same", "甲", headline="江水清清")),
        issue(1, tagged(1, "neighbour", "甲", headline="后一篇")),
        issue(2, tagged(2, "twin-1", "甲", headline="简讯"), tagged(2, "twin-2", "甲", headline="简讯")),
        issue(3, before, one, behind, tagged(3, "far", "甲")),
    ]  # fmt: skip
    assert stems(one, *made) == ["2000-04/far", "2000-03/twin-1"]


def test_the_last_of_an_issue_is_no_neighbour_of_the_next_issues_first() -> None:
    one = tagged(1, "one", "甲")
    assert stems(one, issue(0, tagged(0, "last", "甲")), issue(1, one)) == ["2000-01/last"]


def test_at_most_so_many_and_the_newest() -> None:
    one = tagged(9, "one", "甲")
    made = [issue(n, tagged(n, "x", "甲", headline=f"第{n}篇")) for n in range(9)]
    assert stems(one, *made, issue(9, one)) == [f"2000-{n:02}/x" for n in (9, 8, 7, 6)]


def test_of_a_frequent_tag_only_a_window_is_looked_at() -> None:
    articles = [tagged(n, "x", "甲") for n in range(400)]
    relations = Relations(articles)
    for place in (0, 5, WINDOW, 200, 399):
        near = relations.scores(articles[place])
        assert place not in near
        assert len(near) <= WINDOW
        assert set(range(WINDOW // 2)) - {place} <= near.keys()
        assert near.keys() & {place - 1, place + 1}


def test_it_is_the_same_every_time_and_never_too_many() -> None:
    issues = [busy_issue(n) for n in range(8)]
    first, second = catalogue(*issues), catalogue(*issues)
    for one in first.articles.values():
        cards = related(one, first)
        assert cards == related(one, second)
        assert len(cards) <= MOST
        assert first.card(one) not in cards
        assert len({card.headline for card in cards}) == len(cards)
