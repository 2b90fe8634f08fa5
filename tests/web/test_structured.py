"""JSON-LD and Open Graph: true, whole, and safe inside a page."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from bs4 import BeautifulSoup

from plugins.web.catalogue import Catalogue
from plugins.web.labels.graph import properties
from plugins.web.labels.head import Heads
from plugins.web.labels.structured import structured
from plugins.web.views import View
from tests.web.planning import ADDRESS, bulletin, catalogue_of, views_of

#: What schema.org asks or Google wants of each type we use.
NEEDED = {
    "NewsArticle": {"headline", "datePublished", "publisher", "isPartOf", "url"},
    "OpinionNewsArticle": {"headline", "datePublished", "publisher", "isPartOf", "url"},
    "Legislation": {"legislationIdentifier", "legislationDate", "legislationPassedBy", "url"},
    "PublicationIssue": {"issueNumber", "datePublished", "isPartOf", "hasPart"},
    "Periodical": {"name", "publisher"},
    "WebSite": {"name", "url"},
    "GovernmentOrganization": {"name"},
    "CollectionPage": {"name", "url"},
    "WebPage": {"name", "url"},
    "BreadcrumbList": {"itemListElement"},
}


@pytest.fixture(scope="module")
def catalogue(tmp_path_factory: pytest.TempPathFactory) -> Catalogue:
    return catalogue_of(bulletin(tmp_path_factory.mktemp("structured") / "content"))


@pytest.fixture(scope="module")
def views(catalogue: Catalogue) -> dict[str, View]:
    return views_of(catalogue)


def said(view: View, catalogue: Catalogue, **more: Any) -> list[dict[str, Any]]:
    text = structured(view, catalogue.archive.publication, catalogue.addresses, **more)
    graph: list[dict[str, Any]] = json.loads(text)["@graph"]
    return graph


def values(node: Any) -> Iterator[Any]:
    yield node
    for each in node.values() if isinstance(node, dict) else node if isinstance(node, list) else ():
        yield from values(each)


def test_every_page_states_what_its_type_needs(
    catalogue: Catalogue, views: dict[str, View]
) -> None:
    for path in set(views) - {"404.html"}:
        nodes = said(views[path], catalogue)
        assert nodes, path
        for node in nodes:
            assert NEEDED[node["@type"]] <= set(node), (path, node)
        assert (nodes[-1]["@type"] == "BreadcrumbList") == bool(path), path


def test_nothing_empty_is_stated(catalogue: Catalogue, views: dict[str, View]) -> None:
    for path in set(views) - {"404.html"}:
        assert all(
            value not in ("", None, [], {}) for value in values(said(views[path], catalogue))
        )


def test_an_article(catalogue: Catalogue, views: dict[str, View]) -> None:
    article, trail = said(views["2020-02/a.html"], catalogue, folios=(13, 12), image="cards/a.png")
    assert article["@type"] == "NewsArticle"
    assert article["headline"] == "一江清水"
    assert article["alternativeHeadline"] == "清江治理纪实"
    assert article["datePublished"] == "2020-02-20T00:00:00+08:00"
    assert article["author"] == [{"@type": "Person", "name": "李小满"}]
    assert article["publisher"]["name"] == "清江省生态环境厅"
    assert article["isPartOf"]["@id"] == f"{ADDRESS}/2020-02/#issue"
    assert article["isPartOf"]["isPartOf"]["name"] == "清江环境"
    assert (article["pageStart"], article["pageEnd"]) == ("12", "13")
    assert article["pagination"] == "12-13"
    assert article["image"] == [f"{ADDRESS}/cards/a.png"]
    assert article["keywords"] == ["水污染防治", "河长制"]
    assert (article["articleSection"], article["inLanguage"]) == ("特别关注", "zh-CN")
    assert article["wordCount"] > 0
    assert trail["itemListElement"][0]["name"] == "首页"
    assert trail["itemListElement"][-1] == {
        "@type": "ListItem",
        "position": len(trail["itemListElement"]),
        "name": "一江清水——清江治理纪实",
        "item": f"{ADDRESS}/2020-02/a.html",
    }


def test_a_policy_text_is_legislation(catalogue: Catalogue, views: dict[str, View]) -> None:
    text = said(views["2020-02/b.html"], catalogue)[0]
    assert text["@type"] == "Legislation"
    assert text["legislationIdentifier"] == "清环发〔2020〕1号"
    assert text["legislationDate"] == "2020-02-03"
    assert text["legislationPassedBy"]["name"] == "清江省生态环境厅"
    assert text["legislationType"] == "通知"
    assert text["legislationJurisdiction"] == {"@type": "AdministrativeArea", "name": "清江省"}


def test_units_are_no_persons(catalogue: Catalogue, views: dict[str, View]) -> None:
    author = said(views["2020-02/c.html"], catalogue)[0]["author"]
    assert author == [{"@type": "Organization", "name": "甲市生态环境局"}]
    assert said(views["2020-01/e.html"], catalogue)[0]["@type"] == "OpinionNewsArticle"


def test_an_issue_names_its_public_articles_only(
    catalogue: Catalogue, views: dict[str, View]
) -> None:
    issue = said(views["2020-02/"], catalogue)[0]
    assert (issue["issueNumber"], issue["datePublished"]) == ("2", "2020-02-20")
    assert [part["headline"] for part in issue["hasPart"]] == [
        "一江清水", "关于加强饮用水水源保护的通知", "甲市清理河道",
    ]  # fmt: skip
    assert issue["hasPart"][0]["@id"] == said(views["2020-02/a.html"], catalogue)[0]["@id"]


def test_no_word_of_what_is_not_public(catalogue: Catalogue, views: dict[str, View]) -> None:
    heads = Heads(catalogue)
    assert not [path for path, view in views.items() if "潮汐密令" in repr(heads.head(view))]


def test_the_publisher_is_described_at_home(catalogue: Catalogue, views: dict[str, View]) -> None:
    publisher, site, periodical = said(views[""], catalogue)
    assert publisher["telephone"] == "0000-0000018"
    assert publisher["parentOrganization"]["name"] == "清江省人民政府"
    assert site["publisher"] == periodical["publisher"] == {"@id": publisher["@id"]}
    assert periodical["alternateName"] == "QINGJIANG"


def test_a_headline_cannot_end_the_script(catalogue: Catalogue, views: dict[str, View]) -> None:
    title = '</script><b>&\u2028"\\甲<!--'
    view = replace(views["issues/"], title=title)
    text = structured(view, catalogue.archive.publication, catalogue.addresses)
    page = f'<script type="application/ld+json">{text}</script><p>乙</p>'
    soup = BeautifulSoup(page, "lxml")
    assert soup.p.get_text() == "乙"
    assert soup.b is None
    assert json.loads(soup.script.string)["@graph"][0]["name"] == title


def test_no_statement_without_an_address_nor_of_nothing(tmp_path: Path) -> None:
    catalogue = catalogue_of(bulletin(tmp_path / "content"), address="")
    views = views_of(catalogue)
    texts = {
        structured(view, catalogue.archive.publication, catalogue.addresses)
        for view in views.values()
    }
    assert texts == {""}


def test_open_graph_of_an_article(catalogue: Catalogue, views: dict[str, View]) -> None:
    publication = catalogue.archive.publication
    found = properties(views["2020-02/a.html"], publication, catalogue.addresses, "cards/a.png")
    assert found == (
        ("og:type", "article"),
        ("og:site_name", "清江环境"),
        ("og:title", "一江清水——清江治理纪实"),
        ("og:description", "一江清水向东流，两岸人家年年岁岁看着它。"),
        ("og:locale", "zh_CN"),
        ("og:url", f"{ADDRESS}/2020-02/a.html"),
        ("og:image", f"{ADDRESS}/cards/a.png"),
        ("og:image:width", "1200"),
        ("og:image:height", "630"),
        ("og:image:alt", "一江清水——清江治理纪实"),
        ("article:published_time", "2020-02-20T00:00:00+08:00"),
        ("article:section", "特别关注"),
        ("article:tag", "水污染防治"),
        ("article:tag", "河长制"),
    )


def test_open_graph_of_other_pages(catalogue: Catalogue, views: dict[str, View]) -> None:
    publication, where = catalogue.archive.publication, catalogue.addresses
    home = dict(properties(views[""], publication, where))
    assert (home["og:type"], home["og:title"]) == ("website", "清江环境")
    assert home["og:url"] == f"{ADDRESS}/"
    assert "og:image" not in home
    assert "og:url" not in dict(properties(views["404.html"], publication, where, "cards/x.png"))


def test_a_page_has_one_description(catalogue: Catalogue, views: dict[str, View]) -> None:
    heads = Heads(catalogue)
    article, listing = heads.head(views["2020-02/a.html"]), heads.head(views["issues/"])
    assert (article.description, dict(article.labels)["Description"]) == (
        "",
        "一江清水向东流，两岸人家年年岁岁看着它。",
    )
    assert listing.description == views["issues/"].description
    assert "Description" not in dict(listing.labels)


def test_cards_and_printed_pages_are_asked_for_by_view(
    catalogue: Catalogue, views: dict[str, View]
) -> None:
    heads = Heads(catalogue, image=lambda view: f"cards/{view.path}.png", folios=lambda view: (7,))
    head = heads.head(views["2020-02/a.html"])
    assert dict(head.properties)["og:image"] == f"{ADDRESS}/cards/2020-02/a.html.png"
    assert json.loads(head.structured)["@graph"][0]["pageEnd"] == "7"


def test_an_issue_is_known_to_machines_by_its_cover_and_shared_with_its_card(
    catalogue: Catalogue, views: dict[str, View]
) -> None:
    heads = Heads(catalogue, image=lambda view: "cards/a.png", cover=lambda view: "covers/a.jpg")
    head = heads.head(views["2020-02/"])
    issue = next(
        e for e in json.loads(head.structured)["@graph"] if e["@type"] == "PublicationIssue"
    )
    assert issue["image"] == f"{ADDRESS}/covers/a.jpg"
    assert dict(head.properties)["og:image"] == f"{ADDRESS}/cards/a.png"
