"""Related articles: the rarest shared tags first; linear in the number of articles."""

from __future__ import annotations

from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from plugins.article.kinds import Kind
from plugins.article.record import Article
from plugins.issue.record import Issue
from plugins.web.facts import Facts
from plugins.web.indexes.related import MOST, WINDOW, Relations, _stepped, related
from tests.web.archives import (
    SECTIONS,
    article,
    busy_issue,
    catalogue,
    compose,
    issue,
    tag,
)

KEY = ("2000-02", "one")


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
    relations = Relations([issue(n, tagged(n, "x", "甲")) for n in range(400)])
    for place in (0, 5, WINDOW, 200, 399):
        near = relations.scores(place)
        assert place not in near
        assert len(near) <= WINDOW
        assert set(range(WINDOW // 2)) - {place} <= near.keys()
        assert near.keys() & {place - 1, place + 1}


def test_an_article_more_elsewhere_changes_no_signature() -> None:
    one = tagged(1, "one", "甲")
    issues = [issue(1, one), issue(0, tagged(0, "x", "甲"))]
    before = Relations(issues).signature(KEY)
    assert Relations([issue(2, tagged(2, "y", "乙")), *issues]).signature(KEY) == before
    assert Relations([issue(2, tagged(2, "y", "甲")), *issues]).signature(KEY) != before


def test_a_change_far_behind_in_a_frequent_tag_changes_no_signature() -> None:
    issues = [issue(n, tagged(n, "x", "甲")) for n in range(299, -1, -1)]
    other = [*issues[:250], issue(49, tagged(49, "x", "甲", headline="改")), *issues[251:]]
    key = (issues[0].key, "x")
    assert Relations(issues).signature(key) == Relations(other).signature(key)
    near = (issues[251].key, "x")
    assert Relations(issues).signature(near) != Relations(other).signature(near)


@st.composite
def archives(draw: st.DrawFn) -> list[Issue]:
    """A few small issues; headlines, sections, kinds and tags repeat."""

    def one(number: int, place: int) -> Article:
        tags = draw(st.lists(st.sampled_from("甲乙丙"), unique=True, max_size=2))
        kind = draw(st.sampled_from((Kind.NEWS, Kind.FEATURE)))
        return tagged(
            number, f"s{place}", *tags, headline=draw(st.sampled_from("山水人")), kind=kind
        )

    made = []
    for number in range(draw(st.integers(1, 3)), 0, -1):
        articles = [one(number, place) for place in range(draw(st.integers(1, 4)))]
        made.append(issue(number, *articles, section=draw(st.sampled_from(SECTIONS))))
    return made


@given(archives(), archives())
def test_the_same_signature_has_the_same_related_articles(
    one: list[Issue], other: list[Issue]
) -> None:
    """Memory of one archive serves another, whatever changed between them."""
    memory = Facts(Path("nowhere"), "")
    first = Relations(one, memory)
    found = {key: first.related(key) for key in keys(one)}
    second, fresh = Relations(other, memory), Relations(other)
    for key in keys(other):
        assert second.related(key) == fresh.related(key)
    after = Relations(other, None, first)
    assert [after.related(key) for key in keys(other)] == [
        fresh.related(key) for key in keys(other)
    ]
    assert after.asked == second.asked
    again = Relations(one, memory)
    assert {key: again.related(key) for key in keys(one)} == found
    assert again.asked == first.asked


def keys(issues: list[Issue]) -> list[tuple[str, str]]:
    return [(each.key, article.stem) for each in issues for article in each.articles]


def test_what_is_remembered_is_not_found_again() -> None:
    issues = [issue(1, tagged(1, "one", "甲")), issue(0, tagged(0, "x", "甲"))]
    memory = Facts(Path("nowhere"), "")
    memory.put(Relations(issues).signature(KEY), ["2000-01", "x"])
    assert Relations(issues, memory).related(KEY) == (("2000-01", "x"),)


@given(st.integers(1, 100_000))
def test_the_weight_of_a_tag_hardly_depends_on_one_article(number: int) -> None:
    assert number * 7 // 8 <= _stepped(number) <= number


def test_it_is_the_same_every_time_and_never_too_many() -> None:
    issues = [busy_issue(n) for n in range(8)]
    first, second = catalogue(*issues), catalogue(*issues)
    for one in first.articles.values():
        cards = related(one, first)
        assert cards == related(one, second)
        assert len(cards) <= MOST
        assert first.card(one) not in cards
        assert len({card.headline for card in cards}) == len(cards)
