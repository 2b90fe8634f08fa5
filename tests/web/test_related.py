"""Related articles: the rarest shared traits first; linear in the number of articles."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plugins.article.gazetteer import Gazetteer, build
from plugins.article.kinds import Kind
from plugins.article.record import Article
from plugins.issue.record import Issue
from plugins.web.facts import Facts
from plugins.web.indexes import related as module
from plugins.web.indexes.facets import Facets, Reader
from plugins.web.indexes.mentions import Finder
from plugins.web.indexes.related import MOST, TERM_WINDOW, WINDOW, Relations, _stepped, related
from plugins.web.indexes.traits import DOCUMENT, TAG, TERM
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
GAZETTEER = build(
    [
        {"name": "清江省", "level": "省"},
        *({"name": name, "level": "市"} for name in ("甲市", "乙市")),
    ]
)


def tagged(number: int, stem: str, *tags: str, **fields: object) -> Article:
    return article(number, stem, tags=tuple(map(tag, tags)), **fields)


def speaking(number: int, stem: str, *terms: str, **fields: object) -> Article:
    return article(number, stem, terms=terms, **fields)


def stems(one: Article, *issues: object) -> list[str]:
    cards = related(one, catalogue(*issues))  # type: ignore[arg-type]
    return [card.path.removesuffix(".html") for card in cards]


def found(one: Article, *issues: Issue) -> list[str]:
    """Like `stems`, where it is known what texts name."""
    newest_first = issues[::-1]
    relations = Relations(newest_first, None, None, Facets(newest_first, Reader(Finder(GAZETTEER))))
    return ["/".join(key) for key in relations.related((one.issue_key, one.stem))]


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


def test_a_shared_tag_weighs_more_than_a_shared_term() -> None:
    one = tagged(3, "one", "甲", terms=("乙",))
    made = [issue(0, tagged(0, "tag", "甲")), issue(1, speaking(1, "term", "乙"))]
    assert stems(one, *made, issue(2), issue(3, one)) == ["2000-01/tag", "2000-02/term"]


def test_what_one_is_tagged_with_another_may_only_speak_of() -> None:
    one = tagged(1, "one", "甲")
    assert stems(one, issue(0, speaking(0, "x", "甲")), issue(1, one)) == ["2000-01/x"]


def test_a_shared_document_makes_related() -> None:
    one = article(2, "one", text="照《清江保护管理条例》办。")
    cited = issue(
        0, article(0, "x", text="《清江保护管理条例》施行。"), article(0, "y", text="别的。")
    )
    assert found(one, cited, issue(2, one)) == ["2000-01/x"]


def test_a_document_is_related_to_what_cites_it() -> None:
    number = "清环发〔2020〕1号"
    one = article(1, "one", kind=Kind.OFFICIAL, document_number=number, headline="关于治水的通知")
    by_number = issue(0, article(0, "x", text=f"依照{number}。"))
    by_title = issue(0, article(0, "x", text="依照《关于治水的通知》。"))
    assert found(one, by_number, issue(1, one)) == found(one, by_title, issue(1, one)) == ["2000-01/x"]  # fmt: skip


def test_a_place_alone_makes_nothing_related_but_closer() -> None:
    one = speaking(3, "one", "丙", text="甲市治水。")
    here, there = (
        speaking(0, "here", "丙", text="甲市。"),
        speaking(1, "there", "丙", text="乙市。"),
    )
    nearby = issue(2, article(2, "place", text="甲市。"))
    assert found(one, issue(0, here), issue(1, there), nearby, issue(3, one)) == ["2000-01/here", "2000-02/there"]  # fmt: skip


def test_of_several_places_in_common_only_one_counts() -> None:
    one = speaking(3, "one", "丙", "丁", text="甲市、乙市。")
    places = issue(0, speaking(0, "places", "丙", text="甲市、乙市。"))
    terms = issue(1, speaking(1, "terms", "丙", "丁", text="乙市。"))
    assert found(one, places, terms, issue(2), issue(3, one)) == ["2000-02/terms", "2000-01/places"]


def test_the_province_says_nothing() -> None:
    one = speaking(2, "one", "丙", text="清江省治水。")
    made = [
        issue(0, speaking(0, "province", "丙", text="清江省。")),
        issue(1, speaking(1, "y", "丙")),
    ]
    assert found(one, *made, issue(2, one)) == ["2000-02/y", "2000-01/province"]


LONG = "一江清水从北向南流过全市七个县区，两岸人家世代以船为车。"


def test_never_the_same_text_under_another_headline() -> None:
    one = tagged(9, "one", "甲", text=LONG)
    reprint = tagged(0, "reprint", "甲", text=LONG.replace("，", " ,\n"))
    twins = [issue(n, tagged(n, f"x{n}", "甲", text=LONG[::-1])) for n in (1, 2)]
    assert stems(one, issue(0, reprint), *twins, issue(9, one)) == ["2000-03/x2"]


def test_little_text_is_not_compared() -> None:
    one = tagged(1, "one", "甲", text="图片新闻。")
    assert stems(one, issue(0, tagged(0, "x", "甲", text="图片新闻。")), issue(1, one)) == [
        "2000-01/x"
    ]


def test_of_a_frequent_term_a_smaller_window_is_looked_at() -> None:
    relations = Relations([issue(n, speaking(n, "x", "甲")) for n in range(100)])
    for place in (0, 50, 99):
        near = relations.scores(place)
        assert set(range(TERM_WINDOW // 2)) - {place} <= near.keys()
        assert near.keys() & {place - 1, place + 1}
        assert len(near) <= TERM_WINDOW < WINDOW


def test_an_edit_behind_the_window_is_no_reason_to_look_again(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    issues = [issue(n, tagged(n, "x", "甲")) for n in range(299, -1, -1)]
    first = Relations(issues)
    chosen = first.related((issues[0].key, "x"))
    other = [*issues[:250], issue(49, tagged(49, "x", "甲", headline="改")), *issues[251:]]
    after = Relations(other, None, first)
    monkeypatch.setattr(Relations, "scores", None)
    assert after.related((issues[0].key, "x")) == chosen


def test_how_many_articles_name_a_place_counts_everywhere() -> None:
    issues = [issue(2, speaking(2, "one", "丙", text="甲市。")), issue(1, speaking(1, "x", "丙"))]
    more, reader = [*issues, issue(0, article(0, "y", text="甲市。"))], Reader(Finder(GAZETTEER))
    before = Relations(issues, None, None, Facets(issues, reader))
    fresh = Relations(more, None, None, Facets(more, reader))
    after = Relations(more, None, before, Facets(more, reader))
    for relations in (before, fresh, after):
        assert relations.related((issues[0].key, "one")) == ((issues[1].key, "x"),)
    assert after.asked == fresh.asked != before.asked


def test_another_list_of_places_is_minded() -> None:
    issues = [issue(2, speaking(2, "one", "丙", text="甲市。")), issue(1, speaking(1, "x", "丙"))]
    before = Relations(issues, None, None, Facets(issues, Reader(Finder(GAZETTEER))))
    facets = Facets(issues, Reader(Finder(build([]))))
    key = (issues[0].key, "one")
    after, fresh = Relations(issues, None, before, facets), Relations(issues, None, None, facets)
    assert after.signature(key) == fresh.signature(key) != before.signature(key)


@st.composite
def archives(draw: st.DrawFn) -> list[Issue]:
    """A few small issues; headlines, sections, kinds, texts and all that is shared repeat."""

    def some(words: str, most: int) -> tuple[str, ...]:
        return tuple(draw(st.lists(st.sampled_from(words), unique=True, max_size=most)))

    def one(number: int, place: int) -> Article:
        kind = draw(st.sampled_from((Kind.NEWS, Kind.FEATURE)))
        text = draw(st.sampled_from(("", LONG)))
        named = draw(st.sampled_from(("", "甲市", "甲市、乙市", "清江省", "《清江保护条例》")))
        return tagged(
            number, f"s{place}", *some("甲乙丙", 2), headline=draw(st.sampled_from("山水人")),
            kind=kind, terms=some("甲乙丙丁", 3), text=f"{named}。{text}",
        )  # fmt: skip

    made = []
    for number in range(draw(st.integers(1, 3)), 0, -1):
        articles = [one(number, place) for place in range(draw(st.integers(1, 4)))]
        made.append(issue(number, *articles, section=draw(st.sampled_from(SECTIONS))))
    return made


def mixed(one: list[Issue], other: list[Issue]) -> list[Issue]:
    """``other`` with the newest issue of ``one``, the very same object, where both have one."""
    return [one[0], *other[1:]] if one[0].key == other[0].key else other


@pytest.mark.parametrize("window", [2, WINDOW])
@given(one=archives(), other=archives(), gazetteer=st.sampled_from((GAZETTEER, build([]))))
def test_the_same_signature_has_the_same_related_articles(
    window: int, one: list[Issue], other: list[Issue], gazetteer: Gazetteer
) -> None:
    """Memory of one archive serves another, whatever changed between them; the list of places too."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(module, "WINDOWS", dict.fromkeys((TAG, TERM, DOCUMENT), window))
        ensure_same(one, mixed(one, other), Reader(Finder(GAZETTEER)), gazetteer)


def ensure_same(one: list[Issue], other: list[Issue], reader: Reader, gazetteer: Gazetteer) -> None:
    memory = Facts(Path("nowhere"), "")
    then = reader if gazetteer is GAZETTEER else Reader(Finder(gazetteer))
    first = Relations(one, memory, None, Facets(one, reader))
    known = {key: first.related(key) for key in keys(one)}
    facets = Facets(other, then)
    second, fresh = Relations(other, memory, None, facets), Relations(other, None, None, facets)
    after = Relations(other, None, first, facets)
    for key in keys(other):
        assert second.related(key) == fresh.related(key) == after.related(key)
        assert after.signature(key) == fresh.signature(key)
    assert after.asked == second.asked
    again = Relations(one, memory, after, Facets(one, reader))
    assert {key: again.related(key) for key in keys(one)} == known
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
