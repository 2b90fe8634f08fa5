"""What of an article is compared with others."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from plugins.article.gazetteer import build
from plugins.article.kinds import Kind
from plugins.article.record import Article
from plugins.web.indexes.facets import Facets, Reader
from plugins.web.indexes.mentions import Finder
from plugins.web.indexes.traits import FIRST_PLACES, OPENING, SHORTEST, Standing, opening, standings
from tests.web.archives import article, issue, tag

CITIES = tuple(f"{letter}市" for letter in "甲乙丙丁戊")
GAZETTEER = build(
    [{"name": "清江省", "level": "省"}, *({"name": name, "level": "市"} for name in CITIES)]
)


def standing(one: Article) -> Standing:
    issues = [issue(0, one)]
    (made,) = standings(issues[0], Facets(issues, Reader(Finder(GAZETTEER))))
    return made


def test_a_tag_is_a_term_and_counts_once_as_each() -> None:
    one = article(0, "a", tags=(tag("土"), tag("土")), terms=("水", "土"))
    assert standing(one).traits == ("#土", "~土", "~水")


def test_a_document_is_told_by_its_title_else_by_its_number() -> None:
    one = article(0, "a", text="《清江条例（试行）》（清环发〔2020〕1号）、清环函〔2020〕2号。")
    assert standing(one).traits == ("《清江条例（试行）", "《清环函〔2020〕2号")


def test_an_official_text_is_a_document_itself() -> None:
    one = article(0, "a", kind=Kind.OFFICIAL, headline="关于印发《清江治水办法》的通知", document_number="清环发[2020]3号")  # fmt: skip
    assert set(standing(one).traits) == {
        "《清环发〔2020〕3号", "《关于印发〈清江治水办法〉的通知", "《清江治水办法",
    }  # fmt: skip


def test_the_first_places_below_the_province_count() -> None:
    one = article(0, "a", text=f"清江省{'、'.join(CITIES)}。")
    assert standing(one).places == CITIES[:FIRST_PLACES] != CITIES


def test_nothing_is_named_where_nothing_is_known() -> None:
    (one,) = standings(issue(0, article(0, "a", text="甲市，《清江治水办法》。")))
    assert (one.traits, one.places) == ((), ())


def test_the_token_tells_of_places_and_text_but_not_of_traits() -> None:
    plain = standing(article(0, "a"))
    assert standing(article(0, "a", terms=("水",))).token == plain.token
    assert standing(article(0, "a", terms=("水",))).made_from != plain.made_from
    assert standing(article(0, "a", text="甲市。")).token != plain.token
    assert standing(article(0, "a", text="字" * SHORTEST)).token != plain.token


@given(st.text("甲乙１a，。 \n", min_size=1), st.text("丙丁", min_size=1))
def test_marks_white_space_and_width_do_not_tell_texts_apart(text: str, other: str) -> None:
    begun = "字" * SHORTEST + text
    assert opening(begun) == opening(begun.replace("，", "\n、").replace("１", "1"))
    assert opening(begun) != opening(f"{other}{begun}")


def test_only_the_opening_counts() -> None:
    assert opening("字" * OPENING) == opening("字" * OPENING + "尾")
    assert opening("字" * (OPENING - 1)) != opening("字" * (OPENING - 1) + "尾")


def test_little_text_is_none() -> None:
    assert opening("字" * (SHORTEST - 1) + "，。" * 20) == opening("") == b""
