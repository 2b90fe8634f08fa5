"""Each label on its kind of page, as 网页标签 of 政府网站发展指引 asks."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

import pytest

from plugins.article.kinds import Kind
from plugins.web.catalogue import Catalogue
from plugins.web.labels.labels import column_type, column_types, labels, plain
from plugins.web.views import View
from tests.web.planning import ADDRESS, bulletin, catalogue_of, views_of

SITE = {"SiteName": "清江环境", "SiteDomain": "huanjing.example", "SiteIDCode": "3300000018"}
COLUMN = ("ColumnName", "ColumnDescription", "ColumnKeywords", "ColumnType")


@pytest.fixture(scope="module")
def catalogue(tmp_path_factory: pytest.TempPathFactory) -> Catalogue:
    return catalogue_of(bulletin(tmp_path_factory.mktemp("labels") / "content"))


@pytest.fixture(scope="module")
def views(catalogue: Catalogue) -> dict[str, View]:
    return views_of(catalogue)


def labels_of(view: View, catalogue: Catalogue) -> dict[str, str]:
    publication = catalogue.archive.publication
    found = labels(view, publication, catalogue.addresses, column_types(catalogue))
    assert len(dict(found)) == len(found), "a label stands twice"
    return dict(found)


def test_the_sites_own_labels_stand_on_every_page(
    catalogue: Catalogue, views: dict[str, View]
) -> None:
    assert len(views) > 15
    for view in views.values():
        assert labels_of(view, catalogue).items() >= SITE.items(), view.path


def test_every_page_that_lists_has_all_four_labels_of_a_column(
    catalogue: Catalogue, views: dict[str, View]
) -> None:
    lists = [path for path in views if path.endswith("/") or not path]
    assert len(lists) > 10
    for path in lists:
        found = labels_of(views[path], catalogue)
        assert all(found.get(name) for name in COLUMN), path
        assert "ArticleTitle" not in found, path


def test_a_section(catalogue: Catalogue, views: dict[str, View]) -> None:
    found = labels_of(views["section/zhengce-wenjian/"], catalogue)
    assert found["ColumnName"] == "政策文件"
    assert found["ColumnType"] == "政策文件"
    assert found["ColumnKeywords"] == "政策文件,清江环境"
    assert "政策文件" in found["ColumnDescription"]


@pytest.mark.parametrize(
    ("path", "kind"), [("", "首页"), ("pages/关于本刊.html", "概况信息"), ("issues/", "刊物目录")]
)
def test_types_of_other_pages(
    catalogue: Catalogue, views: dict[str, View], path: str, kind: str
) -> None:
    assert labels_of(views[path], catalogue)["ColumnType"] == kind


def test_a_lost_reader_is_in_no_column(catalogue: Catalogue, views: dict[str, View]) -> None:
    assert labels_of(views["404.html"], catalogue) == SITE


def test_an_article(catalogue: Catalogue, views: dict[str, View]) -> None:
    assert labels_of(views["2020-02/a.html"], catalogue) == {
        **SITE,
        "ColumnName": "特别关注",
        "ColumnType": "工作动态",
        "ArticleTitle": "一江清水——清江治理纪实",
        "PubDate": "2020-02-20 00:00",
        "ContentSource": "清江环境",
        "Keywords": "水污染防治,河长制",
        "Author": "李小满",
        "Description": "一江清水向东流，两岸人家年年岁岁看着它。",
        "Url": f"{ADDRESS}/2020-02/a.html",
    }


@pytest.mark.parametrize(
    ("path", "source"),
    [
        ("2020-01/e.html", "新华社"),
        ("2020-02/c.html", "甲市生态环境局"),
        ("2020-02/b.html", "清江省生态环境厅"),
        ("2020-02/a.html", "清江环境"),
    ],
)
def test_the_source_is_never_absent(
    catalogue: Catalogue, views: dict[str, View], path: str, source: str
) -> None:
    assert labels_of(views[path], catalogue)["ContentSource"] == source


def test_the_web_date_is_the_date_of_publication(
    catalogue: Catalogue, views: dict[str, View]
) -> None:
    assert labels_of(views["2020-01/e.html"], catalogue)["PubDate"] == "2020-01-22 00:00"


def test_no_absolute_address_while_the_site_has_none(tmp_path: Path) -> None:
    catalogue = catalogue_of(bulletin(tmp_path / "content"), address="")
    found = labels_of(views_of(catalogue)["2020-02/a.html"], catalogue)
    assert {"Url", "Image", "SiteDomain"} & set(found) == set()
    assert found["ArticleTitle"] == "一江清水——清江治理纪实"


@pytest.mark.parametrize(
    ("name", "kinds", "wanted"),
    [
        ("政策解读", [Kind.OFFICIAL], "政策解读"),
        ("数据与图解", [Kind.PHOTO], "数据发布"),
        ("文件", [Kind.OFFICIAL, Kind.OFFICIAL, Kind.NEWS], "政策文件"),
        ("要闻", [Kind.NEWS, Kind.FEATURE, Kind.EDITORIAL], "工作动态"),
        ("影像", [Kind.PHOTO, Kind.PHOTO, Kind.NEWS], "影像"),
        ("新设", [], "新设"),
    ],
)
def test_type_of_a_section(name: str, kinds: Iterable[Kind], wanted: str) -> None:
    assert column_type(name, kinds) == wanted


def test_a_label_is_one_line_of_plain_text() -> None:
    assert plain([("A", " 甲\n乙\x00\t丙　丁 "), ("B", " \n")]) == (("A", "甲 乙 丙 丁"),)
