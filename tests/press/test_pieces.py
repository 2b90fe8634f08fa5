"""Pure parts of the press: pieces, ranks, sheets, folios, contents, bodies."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plugins.article.kinds import Kind
from plugins.article.record import Article, Picture
from plugins.issue.record import Issue, Plate, Publication, Section, SectionName
from plugins.press import contents, folios
from plugins.press.bodies import printed
from plugins.press.pieces import Piece, pieces, rank
from plugins.press.sheets import FOLDS, blanks, sheets


def article(stem: str, kind: Kind = Kind.NEWS, length: int = 500, **more: object) -> Article:
    values = {"body": "<p>正文。</p>", "text": "正文。", **more}
    return Article(
        headline=f"{stem}标题",
        kind=kind,
        issue_key="2020-03",
        stem=stem,
        path=f"2020-03/{stem}.md",
        length=length,
        **values,  # type: ignore[arg-type]
    )


def section(name: str, *articles: Article, flow: str = "page") -> Section:
    return Section(SectionName(name, name), flow, articles)  # type: ignore[arg-type]


def issue(*sections: Section, **more: object) -> Issue:
    values: dict[str, object] = {"publication": Publication(name="样刊"), **more}
    return Issue(
        key="2020-03",
        number=3,
        whole_number=294,
        published=date(2020, 3, 20),
        sections=sections,
        **values,  # type: ignore[arg-type]
    )


def names(made: tuple[Piece, ...]) -> list[str]:
    return [piece.name for piece in made]


def test_printed_order() -> None:
    made = issue(section("卷首语", article("pre")), section("视点", article("a"), article("b")))
    assert names(pieces(made)) == [
        "cover",
        "inside-front",
        "pre",
        "contents",
        "a",
        "b",
        "inside-back",
        "back",
    ]


def test_foreword_after_contents() -> None:
    publication = Publication(name="样刊", foreword_place="after-contents")
    made = issue(section("卷首语", article("pre")), publication=publication)
    assert names(pieces(made))[2:4] == ["contents", "pre"]


def test_run_on_section_is_one_piece_and_neighbouring_short_news_one_run() -> None:
    short = [article(f"s{n}", Kind.SHORT_NEWS) for n in range(3)]
    made = issue(section("资讯", *short, article("story"), flow="run-on"))
    piece = next(piece for piece in pieces(made) if piece.runs)
    assert [(run.short, len(run.items)) for run in piece.runs] == [(True, 3), (False, 1)]


def test_plate_stands_behind_its_section() -> None:
    plate = Plate("after:甲", "p.jpg")
    made = issue(section("甲", article("a")), section("乙", article("b")), plates=(plate,))
    assert names(pieces(made))[2:6] == ["contents", "a", "plate-0", "b"]


@pytest.mark.parametrize(
    ("kind", "length", "place", "expected"),
    [
        (Kind.NEWS, 2000, 0, "lead"),
        (Kind.NEWS, 2000, 1, "story"),
        (Kind.NEWS, 900, 0, "story"),
        (Kind.SHORT_NEWS, 300, 0, "short"),
        (Kind.PROFILE, 2000, 0, "profile"),
        (Kind.OFFICIAL, 4000, 0, "official"),
        (Kind.INTERVIEW, 2000, 0, "interview"),
        (Kind.PHOTO, 200, 0, "photo"),
    ],
)
def test_rank(kind: Kind, length: int, place: int, expected: str) -> None:
    own = article("own", kind, length)
    other = article("other")
    members = (own, other) if place == 0 else (other, own)
    assert rank(own, section("特别关注", *members)) == expected


@given(
    counts=st.lists(st.integers(1, 9), min_size=1, max_size=20),
    binding=st.sampled_from(sorted(FOLDS)),
)
def test_sheets_close_the_binding_and_odd_folios_are_rectos(
    counts: list[int], binding: str
) -> None:
    inside = [Piece(f"p{n}", "articles.html") for n in range(len(counts))]
    covers = [("cover", "cover"), ("ifc", "inside-front"), ("ibc", "inside-back"), ("back", "back")]
    made = [Piece(name, "x.html", place) for name, place in covers]  # type: ignore[arg-type]
    everything = [*made[:2], *inside, *made[2:]]
    by_name = {piece.name: 1 for piece in made} | {f"p{n}": c for n, c in enumerate(counts)}
    bound = sheets(everything, by_name, FOLDS[binding])
    numbered = [sheet for sheet in bound if sheet.folio]
    assert [sheet.folio for sheet in numbered] == list(range(1, len(numbered) + 1))
    assert len(numbered) % FOLDS[binding] == 0
    assert blanks(bound) == len(numbered) - sum(counts) < FOLDS[binding]
    assert all((sheet.side == "recto") == (sheet.folio % 2 == 1) for sheet in numbered)
    assert [sheet.label for sheet in bound if not sheet.folio] == ["封面", "封二", "封三", "封底"]


def test_folios_file_is_in_printed_order_and_left_alone_when_unchanged(tmp_path: Path) -> None:
    file = tmp_path / "folios.toml"
    folios.write(file, {"b": 4, "a": 1, "c": 4})
    assert file.read_text(encoding="utf-8").splitlines()[-3:] == ['"a" = 1', '"b" = 4', '"c" = 4']
    before = file.stat().st_mtime_ns
    folios.write(file, {"b": 4, "a": 1, "c": 4})
    assert file.stat().st_mtime_ns == before
    assert [path.name for path in tmp_path.iterdir()] == ["folios.toml"]


def test_contents_name_headline_deck_and_folio() -> None:
    own = replace(article("a"), deck="副题")
    (group,) = contents.groups(issue(section("视点", own)), {"a": 7})
    assert [(row.title, row.folio) for row in group.rows] == [("a标题——副题", 7)]


def picture(src: str, width: int, height: int) -> Picture:
    return Picture(src, "图说", width=width, height=height)


def figure(src: str) -> str:
    return f'<figure><img alt="图说" src="{src}"/><figcaption>图说</figcaption></figure>'


BODY = f"<p>一。</p>\n{figure('a.jpg')}\n<p>二。</p>\n{figure('b.jpg')}"


def illustrated(length: int, *sizes: tuple[int, int], body: str = BODY) -> Article:
    pictures = tuple(picture(f"{name}.jpg", *size) for name, size in zip("ab", sizes, strict=True))
    return article("a", Kind.FEATURE, length, body=body, pictures=pictures)


def test_first_picture_of_a_long_story_leads_it_and_nothing_is_lost() -> None:
    made = printed(illustrated(2000, (1800, 1200), (1800, 1200)), "story")
    assert 'src="a.jpg"' in made.lead_picture
    assert [stretch.flow for stretch in made.stretches] == ["columns"]
    assert made.stretches[0].html.count("<p>") == 2
    assert 'src="b.jpg"' in made.stretches[0].html


def test_short_story_keeps_its_picture_where_it_is_spoken_of() -> None:
    made = printed(illustrated(900, (1800, 1200), (1800, 1200)), "story")
    assert made.lead_picture == ""
    assert made.stretches[0].html.index("一。") < made.stretches[0].html.index("a.jpg")


def test_portrait_never_leads() -> None:
    assert printed(illustrated(2000, (1200, 1600), (1800, 1200)), "profile").lead_picture == ""


def test_policy_text_keeps_its_chart_in_place_across_the_page() -> None:
    made = printed(illustrated(2000, (2000, 1125), (1800, 1200)), "official")
    assert [stretch.flow for stretch in made.stretches] == ["columns", "across", "columns"]


def test_links_inside_the_issue_stay_links_others_become_words() -> None:
    body = '<p><a href="article:2020-03/b">本期</a><a href="article:2020-01/c">旧期</a></p>'
    html = printed(article("a", body=body), "story").stretches[0].html
    assert html == '<p><a href="#b">本期</a>旧期</p>'
