"""Facets: who has a page, and which articles it lists."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from plugins.article.gazetteer import build
from plugins.article.kinds import Kind
from plugins.article.record import Article
from plugins.issue.editions import archive_for
from plugins.web.addresses import Addresses
from plugins.web.article_pages import article_page
from plugins.web.catalogue import Catalogue
from plugins.web.indexes.facets import Facets, Reader
from plugins.web.indexes.index_views import CitingView, ListView, NamesView, PlaceView
from plugins.web.indexes.indexes import indexes
from plugins.web.indexes.mentions import Finder
from plugins.web.pictures.pictures import PictureStore
from plugins.web.renewal.part import Part
from plugins.web.views import View
from tests.web import archives
from tests.web.archives import archive, article, issue

GAZETTEER = build(
    [
        {"name": "清江省", "level": "省"},
        {"name": "磐塘市", "level": "市", "parent": "清江省"},
        {"name": "上湾县", "level": "县", "parent": "磐塘市"},
    ]
)
NUMBER, OTHER = "清环发〔2000〕1号", "清政发〔1999〕7号"


def texts(*written: str, **fields: Any) -> list[Article]:
    return [article(0, f"a{n}", text=text, **fields) for n, text in enumerate(written)]


def policy(**fields: Any) -> Article:
    given = {"headline": "关于印发《清江管护办法》的通知", "document_number": NUMBER, **fields}
    return article(1, "gongwen", kind=Kind.OFFICIAL, issuing_body="清江省生态环境厅", **given)


def catalogue(*articles: Article, edition: Any = "public") -> Catalogue:
    by_issue: dict[int, list[Article]] = {}
    for each in articles:
        by_issue.setdefault(int(each.issue_key[-2:]) - 1, []).append(each)
    whole = archive(*(issue(n, *by_issue[n]) for n in sorted(by_issue)))
    store = PictureStore(Path("nowhere"), Path("nowhere"))
    cut = archive_for(whole, edition)
    return Catalogue(cut, (), store, Addresses(), reader=Reader(Finder(GAZETTEER)))


def parts(*articles: Article) -> dict[str, Part]:
    return {part.name: part for part in indexes(catalogue(*articles))}


def view(path: str, *articles: Article) -> Any:
    (found,) = parts(*articles)[path].views()
    return found


def shown(found: ListView) -> list[str]:
    return [card.path for group in found.groups for card in group.cards]


def stems(articles: list[Article]) -> list[str]:
    return [each.stem for each in articles]


def facets(*articles: Article, edition: Any = "public") -> Facets:
    return catalogue(*articles, edition=edition).facets


def test_two_articles_make_a_page_of_a_place() -> None:
    found = facets(*texts("磐塘市。", "磐塘市。上湾县。", "磐塘市生态环境局。"))
    assert {place.path: stems(some) for place, some in found.places.items()} == {
        "place/磐塘市/": ["a0", "a1"]
    }


def test_a_place_knows_the_places_around_it() -> None:
    articles = texts("清江省磐塘市上湾县。", "清江省磐塘市上湾县。")
    page: PlaceView = view("place/磐塘市/", *articles)
    around = {name: [row.place.label for row in rows] for name, rows in page.beside}
    assert around == {"所属": ["清江省"], "境内": ["上湾县"]}
    assert (page.kicker, shown(page)) == ("地名", ["2000-01/a0.html", "2000-01/a1.html"])


def test_a_place_without_a_page_is_not_linked() -> None:
    page: PlaceView = view("place/磐塘市/", *texts("磐塘市。清江省。", "磐塘市。"))
    assert page.beside == ()


def test_what_is_not_public_names_nothing_on_the_public_site() -> None:
    secret = texts("磐塘市，《清江密件条例》。", "磐塘市，《清江密件条例》。", public=False)
    assert not facets(*secret).places
    assert not facets(*secret).documents
    assert len(facets(*secret, edition="internal").places) == 1
    assert len(facets(*secret, edition="internal").documents) == 1


def test_a_unit_has_what_it_contributed_and_what_names_it() -> None:
    (given,) = texts("一。", contributors=("磐塘市生态环境局",))
    named = article(0, "b", text="磐塘市生态环境局通报。")
    page: ListView = view("unit/磐塘市生态环境局/", given, named)
    assert shown(page) == ["2000-01/a0.html", "2000-01/b.html"]
    assert (page.kicker, page.note) == ("供稿单位", "供稿1篇，文中提到的1篇")


def test_a_unit_that_is_only_named_needs_two_articles() -> None:
    once, twice = texts("磐塘市公安局。"), texts("磐塘市公安局。", "磐塘市公安局。")
    assert "unit/磐塘市公安局/" not in parts(*once)
    page: ListView = view("unit/磐塘市公安局/", *twice)
    assert (page.kicker, page.note, page.total) == ("单位", "", 2)
    names: NamesView = view("unit/", *twice)
    assert [row.place.label for row in names.named] == ["磐塘市公安局"]
    assert (names.count, names.letters) == (0, ())


def test_a_person_has_what_they_wrote_and_what_tells_of_them() -> None:
    profile = article(0, "a", kind=Kind.PROFILE, deck="记站长王莹", text="王莹，王莹，王莹。")
    written = article(0, "b", bylines=("王莹",))
    page: ListView = view("author/王莹/", profile, written)
    assert (page.kicker, page.note, page.total) == ("作者　人物", "作文1篇，人物报道1篇", 2)
    alone: ListView = view("author/王莹/", profile)
    assert (alone.kicker, alone.title, alone.note) == ("人物", "人物：王莹", "")


def test_a_document_of_the_archive_needs_one_citation() -> None:
    (citing,) = texts(f"按照{NUMBER}办。")
    page: CitingView = view("cited/清环发-2000-1号/", citing, policy())
    assert page.source is not None
    assert (page.source.path, shown(page)) == ("2000-02/gongwen.html", ["2000-01/a0.html"])
    assert (page.heading, page.note) == ("《关于印发〈清江管护办法〉的通知》", NUMBER)


def test_a_document_does_not_cite_itself() -> None:
    assert not facets(policy(text=f"{NUMBER}，《清江管护办法》。")).documents


def test_a_document_answers_to_what_it_issues() -> None:
    citing = texts(
        "《清江管护办法》。", "《关于印发《清江管护办法》的通知》。", "清环发[2000]第1号。"
    )
    (document,) = facets(*citing, policy()).documents.values()
    assert stems(document.articles) == ["a0", "a1", "a2"]


def test_another_document_needs_two_citations() -> None:
    assert not facets(*texts(f"按照{OTHER}办。")).documents
    ((place, document),) = facets(*texts(f"{OTHER}。", f"{OTHER}，{OTHER}。")).documents.items()
    assert (place.path, document.source) == ("cited/清政发-1999-7号/", None)
    assert stems(document.articles) == ["a0", "a1"]


def test_a_title_is_the_number_that_stands_beside_it() -> None:
    found = facets(*texts(f"《清江岸线规划》（{OTHER}）。", "《清江岸线规划》。", f"{OTHER}。"))
    (document,) = found.documents.values()
    assert (document.number, document.title) == (OTHER, "清江岸线规划")
    assert stems(document.articles) == ["a0", "a1", "a2"]


def test_a_title_with_several_numbers_is_none_of_them() -> None:
    texts_ = (
        f"《清江年度计划》（{OTHER}）。",
        f"《清江年度计划》（{NUMBER}）。",
        "《清江年度计划》。",
    )
    assert not facets(*texts(*texts_)).documents


def test_two_documents_never_share_an_address() -> None:
    found = facets(*texts("《VOCs管理办法》《VOCS管理办法》。", "《VOCs管理办法》。"))
    assert [place.path for place in found.documents] == ["cited/VOCs管理办法/"]
    long = [f"《{'长' * 70}{end}办法》" for end in "甲乙"]
    paths = [place.path for place in facets(*texts("".join(long), "".join(long))).documents]
    assert len(set(paths)) == 2
    assert all(len(path.encode()) < 255 for path in paths)


def test_a_citation_in_an_article_leads_to_its_page() -> None:
    citing = article(0, "a", text=f"按照{NUMBER}办。", body=f"<p>按照{NUMBER}办。</p>")
    made = catalogue(citing, policy())
    page = article_page(made.articles["2000-01", "a"], made.archive.issues[1], made)
    assert 'href="../cited/清环发-2000-1号/index.html">' in page.body


def test_a_document_has_no_link_to_its_own_page() -> None:
    made = catalogue(*texts(f"按照{NUMBER}办。"), policy(text=f"{NUMBER}。"))
    assert made.facets.documents
    assert made.facets.links(made.articles["2000-02", "gongwen"]) == {}


def test_indexes_are_there_when_they_have_something_to_list() -> None:
    assert not {"place/", "cited/"} & parts(*texts("一。")).keys()
    articles = texts(f"磐塘市，{OTHER}，《清江岸线规划》。", f"磐塘市，{OTHER}，《清江岸线规划》。")
    places: NamesView = view("place/", *articles)
    assert [(each.initial, len(each.rows)) for each in places.letters] == [("P", 1)]
    cited: NamesView = view("cited/", *articles)
    labels = [row.place.label for letter in cited.letters for row in letter.rows]
    assert labels == ["《清江岸线规划》", OTHER]


def test_signatures_tell_what_the_pages_show() -> None:
    articles = texts("磐塘市。", "磐塘市。上湾县。", f"{OTHER}。", f"{OTHER}。")
    before = parts(*articles)
    more = parts(*articles, article(0, "b", text=f"上湾县。《清江岸线规划》（{OTHER}）"))
    for path in ("place/", "place/磐塘市/", "cited/", "cited/清政发-1999-7号/"):
        assert _views(before[path]) != _views(more[path]), path
        assert before[path].signature != more[path].signature, path
    same = parts(*articles, article(0, "b", text="无关的话。"))
    for path in ("place/磐塘市/", "cited/清政发-1999-7号/"):
        assert before[path].signature == same[path].signature, path


def _views(part: Part) -> list[View]:
    return list(part.views())


def test_articles_of_one_issue_are_read_once() -> None:
    asked = []

    class Noting(Finder):
        def mentions(self, article: Article) -> Any:
            asked.append(article.stem)
            return super().mentions(article)

    reader = Reader(Noting(GAZETTEER))
    first = archives.issue(0, article(0, "a"))
    Facets((first,), reader)
    Facets((first, archives.issue(1, article(1, "b"))), reader)
    assert asked == ["a", "b"]
